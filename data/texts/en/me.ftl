me-command = How you like to be treated, a rest from me, and what I keep of you
me-door = Me and my data
me-title = You, here
me-small = Only you see this, and you can leave all of it as it is.
me-to-card = Back
me-line = **{ $what }** · { $now }
me-not-chosen = not chosen
me-as-discord = as in your Discord
me-language = Language
me-language-what = In which language I answer you, and write to you where you allowed it. What everybody reads is in the language of this community.
me-pick-language = Choose a language
me-country = Country
me-zone = Time zone
me-zone-label = A city or a zone
me-zone-hint = London, New York, Europe/Berlin; empty forgets it
me-zones = Which of these is it?
me-pick-zone = Choose the one you mean
me-hours = Quiet hours
me-hours-from = From
me-hours-from-hint = 22:00 or 10pm; both empty: none
me-hours-to = Until
me-hours-to-hint = 08:00 or 8am
me-from-to = { $start } to { $end }, when I send you nothing
me-may = What I may do
me-limits = Boundaries
me-limits-what = Topics and advice are shown to a moderator who goes to you because you asked, or because I was worried by a message. Nobody else sees them.
me-topics = Topics to leave alone
me-topics-label = In a few words
me-topics-hint = Empty forgets them
me-advice = Advice
me-pinged = **Mentions** · I may mention you when I answer a message
me-not-pinged = **Mentions** · I do not mention you
me-ping-on = You may mention me
me-ping-off = Do not mention me
me-step-back = Step back
me-not-now = Not now
me-unchanged = Nothing was changed. You can step back on any day, and nobody asks why.
me-how-long = For how long?
me-span = { $hours ->
    [1] 1 hour
    [24] 1 day
    [4] 4 hours
    [12] 12 hours
    [72] 3 days
    [168] 7 days
    [336] 14 days
   *[720] 30 days
 }
me-away-what = A rest from me, for as long as you choose. I send you nothing and mention you nowhere, and I leave you out of lists. What is meant for you waits until you are back.
me-away-still = One thing stays: if a message of yours sounds as if your life is in danger now, I show you where help is.
me-away-hands = What others count on goes to somebody else: cases and hours of duty that you have, a session that you host, your turn in a room. Your places at sessions stay yours.
me-away-small = If you are staff: a call to a whole role reaches everybody who has it. That I cannot hold back for one person.
me-away-until = You have stepped back until { $until }. I leave you in peace.
me-away-title = Rest well
me-rest = One press ends it sooner, here or under /me. Nobody asks why.
me-back-now = I am back
me-back-title = Good to see you
me-back-body = All is as it was before. What waited for you is under /home.
me-command-setup = What is kept here, who can see it, and what you can publish about it
me-setup-title = Privacy here
me-setup-what = I keep { $count } kinds of things about people, each with its purpose and its end: { $days } days at the most, but for hours of duty and staff whom somebody ruled out, which stay until they are taken back. There is no switch for longer. Under /me every member sees what is theirs, takes a copy, and erases it.
me-setup-leaving-on = I see who leaves, and forget them 30 days later.
me-setup-leaving-off = I do not see who leaves: the operator has not turned on HEARTH_MEMBERS. Whoever has not used me for a year is forgotten a month after that.
me-setup-contact = Members read under /about how to reach the person who runs me: { $contact }
me-setup-no-contact = **The person who runs me has not said how to reach them.** Mend: they set HEARTH_CONTACT.
me-setup-publish = Two pages come with me for you to fill in and show. One is for members, and Discord asks for it too: docs/privacy-policy-template.md. One is for you: docs/data-protection-assessment-template.md. Both are checked against what I keep.
