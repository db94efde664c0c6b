# What staff read. Calm, exact, and kind to the volunteer as well.
cases-command = Who needs a human, and who is going
cases-command-list = Every case that has not ended
cases-command-show = One case, with its buttons
cases-command-number = The number of the case
cases-title = Case { $number } · { $level }
cases-number = Case { $number }
cases-level-imminent = right now
cases-level-high = serious
cases-level-concern = worth a look
cases-level-third-party = worried about somebody else
cases-level-none = unsure
cases-kind-crisis = { $who } wrote something that sounds like danger.
cases-kind-reach-out = { $who } would like someone to reach out.
cases-kind-contact = { $who } would like to talk to a human.
cases-about = It may be about: { $about }
cases-about-suicide = thoughts of suicide
cases-about-self-harm = hurting themselves
cases-about-abuse-danger = danger from somebody near them
cases-about-sexual-violence = sexual violence
cases-about-overdose = having taken too much of something
cases-about-eating = eating
cases-about-panic-dissociation = panic, or feeling unreal
cases-about-check-in = a check-in; what they answered is theirs and I have not told anybody
cases-about-child-safety = a child’s safety
cases-place = Where: [the message]({ $address }) in { $channel }
cases-no-place = Where: they pressed a button; there is no message.
cases-did-offered = I put a neutral line there; behind it, only for them, are numbers and choices.
cases-did-offered-either = I offered them a neutral line: in a private message if they allow that, else there. Behind it, only for them, are numbers and choices.
cases-did-held-back = I offered nothing this time: they were offered help lately, or asked for quiet.
cases-did-could-not = I could not post there. They have seen nothing from me.
cases-did-asked = They asked for this themselves.
cases-nobody-yet = **Nobody is going yet.**
cases-goes = { $owner } is going.
cases-was-resolved = Settled by { $owner }: { $outcome }.
cases-was-false = { $owner } looked: a false alarm.
cases-small = Safe to message privately? Not known. So answer in the channel, and send no links.
cases-go = I’ll go
cases-back = I can’t take this one
cases-look = Open
cases-false-alarm = False alarm
cases-outcome = How did it end?
cases-outcome-talked = We talked
cases-outcome-emergency = Emergency services were called
cases-outcome-helpline = They have a line to call
cases-outcome-no-answer = No answer; we keep an eye out
cases-outcome-nothing-needed = Nothing was needed
cases-yours-title = Case { $number } is yours
cases-yours-body = Thank you. The others can see that you are going.
cases-yours-how = Say hello by name, one sentence of care, and ask plainly how it is. Say how long you can stay. Two of you are better than one, and you can hand it back without a reason.
cases-thanks = You are not an emergency service. You are company, and that counts.
cases-handed-back = Thank you for saying so
cases-handed-back-body = The case is open again and the others can see it. No reason is needed. Look after yourself.
cases-look-title = Case { $number }
cases-look-small = Only you see this. That you opened it is noted, for everybody’s sake.
cases-excerpt = What was written: ||{ $words }||
cases-no-words = No words are kept for this case.
cases-rules = What matched: { $rules }
cases-step-opened = opened
cases-step-again = they wrote again
cases-step-rose = it became more serious
cases-step-claimed = somebody went
cases-step-handed-back = handed back
cases-step-not-for-me = they pressed “Not for me”
cases-step-false-alarm = false alarm
cases-step-talked = settled: talked
cases-step-emergency = settled: emergency services
cases-step-helpline = settled: a line to call
cases-step-no-answer = settled: no answer
cases-step-nothing-needed = settled: nothing needed
cases-ended-title = Case { $number } is settled
cases-ended-body = Thank you for going. That was not nothing.
cases-ended-false = Thank you for looking. The words misled me; nobody is in trouble.
cases-after = If it stays with you: tell a second moderator, take a break, drink something. Strong feelings afterwards are normal.
cases-none-title = No open cases
cases-none-body = Nobody is waiting for a human right now, as far as I can tell.
cases-list-title = Open cases
cases-list-shut = { $count ->
    [one] One more case is open, and I cannot read it: the key that opened it is not here. I cannot say whose it is.
   *[other] { $count } more cases are open, and I cannot read them: the key that opened them is not here. I cannot say whose they are.
} Please tell whoever runs me, and look through the alerts in your staff channel.
cases-coming-title = Somebody is coming
cases-coming-body = A human of this community has seen that you would like to talk. They will write to you where you were.
cases-degraded-title = Somebody may need a human · { $level }
cases-degraded-who = { $who } wrote something that sounds like danger: [the message]({ $address }).
cases-degraded-others = { $count ->
    [one] One more wrote in these seconds
   *[other] { $count } more wrote in these seconds
}; please look through your channels.
cases-degraded-body = My database does not work right now, so this card has no buttons and nothing was kept. Please agree among yourselves who goes, and tell the operator.
cases-goes-with = { $owner } is going, with { $others }.
cases-join = I’ll come along
cases-joined-title = You go along with case { $number }
cases-joined-body = Thank you. Agree between you who writes; two voices at once can be much for one person.
cases-more = Call more people
cases-more-title = More people are being called to case { $number }
cases-more-body = I ask the next circle now: all moderators, or whoever runs this community.
cases-more-urgent = If a life is in danger, nobody has to wait for us: the emergency number comes first.
cases-over = Hand it to somebody else
cases-over-title = Case { $number } is handed over
cases-over-body = They are named on the card now. Tell them yourself what they need to know, and say goodbye to the person if you wrote with them.
cases-declined-body = That is noted, without a reason. The others can still go. Look after yourself.
cases-call-waiting = This began to wait { $since }, and nobody is going yet.
cases-call-more = Somebody of the staff asks for more people.
cases-call-on-duty = You are on duty now. If you cannot, press “I can’t take this one”.
cases-call-moderators = Whoever has a few minutes: pressing “I’ll go” tells the others.
cases-call-admins = No moderator has gone. Please look yourselves, or find somebody.
cases-many-title = Many people may need a human
cases-many-body = { $count } cases are waiting. They came so quickly that they stand here in one card. The most pressing come first.
cases-step-declined = somebody cannot take it
cases-step-joined = somebody goes along
cases-step-called = more people were called
cases-step-handed-over = handed to somebody else
cases-kind-worry = Somebody is worried about { $who }.
cases-did-nothing = I have sent them nothing.
cases-told-by = { $who } told us this { $when }: ||{ $words }||
cases-told-wordless = { $who } told us { $when }, without words.
cases-told-hidden = Who is worried, and what they wrote, is shown to whoever goes.
cases-command-history = The cases of a month that have ended
cases-command-stats = What can be learned from a month of cases
cases-history-title = Cases that have ended
cases-history-none = None in the last 30 days.
cases-history-small = Whom a case was about, and what about, stands behind its number: /cases show.
cases-stats-title = A month of cases
cases-stats-opened = { $count ->
    [one] One case opened in 30 days
   *[other] { $count } cases opened in 30 days
}; waiting now: { $waiting }.
cases-stats-false = False alarms among them: { $count }.
cases-stats-claim = Half of them waited { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
} or less until somebody went.
cases-stats-few = Too few to say how long they waited.
cases-stats-rule = { $rule } misled { $wrong } of { $count } times; somebody might look at it. It stays on until an admin says otherwise.
cases-stats-small = Figures to learn from, about nobody in particular. Nobody is counted or compared.
cases-step-look-wished = they would like a human to look in tomorrow
cases-step-look-asked = a human looked in
cases-step-look-okay = they answered: okay
cases-step-look-talk = they answered: they would like to talk
cases-step-look-never = they would rather not be asked again
cases-waits-title = Something waits for you
cases-waits = When you have a quiet moment, please look into /cases list, in the community where you help. Please do not speak of it in a channel.
cases-quiet = **This one stands in no channel.** Somebody of the staff is not to know of it. Please speak of it nowhere but with the person themselves.
cases-kept-from = Not to be told, and not to be asked: { $whom }
cases-yours-about-staff = *Open* shows who told us. Write to them first, in private: thank them, and ask what they saw and what they need. Do not go to the person it is about, and do not name who told us. Two of you are better than one, and you can hand it back without a reason.
cases-step-kept-from = kept from somebody of the staff
cases-about-guideline = a guideline reminder that they got
cases-yours-report-staff = *Open* shows what was told. If they gave their name, write to them first, in private: thank them, and ask what they saw and what they need. Do not go to those it is about, and do not say who told us or when. Two of you are better than one, and you can hand it back without a reason.
cases-kind-report = Somebody reported something about { $who }.
cases-kind-report-room = Somebody reported something in this community.
cases-kind-appeal = Somebody asks for a second look at how a report was settled. Whoever settled it cannot take this one; “Open” names the earlier case.
cases-about-report-unkind = unkind or hurtful words
cases-about-report-unwanted = messages or attention that were not wanted
cases-about-report-private = something private that was shown or retold
cases-about-report-harmful = methods, numbers or graphic detail
cases-about-report-hate = contempt for a group of people
cases-about-report-selling = selling, recruiting or asking for money
cases-about-report-child = a child or young person who may not be safe
cases-about-report-staff = what somebody of the staff did
cases-about-report-other = something else
cases-about-appeal = an earlier report
cases-did-nobody = I have sent nothing to anybody.
cases-small-report = Whoever goes reads what was written. Nothing of it belongs in a channel.
cases-yours-how-report = Press “Open” and read first. Hear each person alone, and let nobody guess who told you. When it is settled, choose how it ended: whoever reported it learns that, and nothing more.
cases-told-nameless = Somebody who gave no name
cases-kind-share = Somebody told staff about a share without a name.
cases-kind-share-danger = A share without a name sounds like danger.
cases-about-share-danger = somebody’s safety
cases-about-share-names = telling who somebody is
cases-about-share-rules = hurting people, or the guidelines
cases-about-share-else = something else
cases-did-share = Nobody can see who wrote it. Whoever did can be written to, if they allowed it: the menu of the message, Apps, “Pause author”.
cases-yours-share = Nobody knows who wrote it, and nobody needs to. You can answer in the thread, take it down, or write through me: the menu of the message, Apps, “Pause author”.
cases-parting-held = { $count ->
    [one] One case that you have, as staff: it waits for somebody else, who is called now.
   *[other] { $count } cases that you have, as staff: they wait for somebody else, who is called now.
 }
cases-parting-own = { $count ->
    [one] One time that staff were asked to look after you: it ends, its card is taken down, staff read only that a case is gone, and nobody comes because of it. If you want somebody to come, wait with erasing, or ask them again afterwards.
   *[other] { $count } times that staff were asked to look after you: they end, their cards are taken down, staff read only that a case is gone, and nobody comes because of them. If you want somebody to come, wait with erasing, or ask them again afterwards.
 }
cases-limits-avoid = They would rather not be spoken to about this: { $topics }
cases-limits-advice-none = They asked to be listened to, without advice.
cases-limits-advice-ask = They asked you to ask before you give advice.
cases-limits-advice-welcome = Advice is welcome to them.
cases-week-opened = { $count ->
    [1] One case was opened.
   *[other] { $count } cases were opened.
}
cases-week-waiting = { $count ->
    [1] One case waits for somebody: /cases list.
   *[other] { $count } cases wait for somebody: /cases list.
}
cases-feature-help = **Help in danger** is always on. /setup crisis decides what staff hear of, /setup rota who is called, /setup helplines which lines are shown.
cases-erased-title = A case is gone
cases-erased = The person whom a case was about had everything erased that I keep of them, and the case went with it. I hold nothing of it any more, and cannot say who it was.
cases-erased-mend = If you know who it was, stay with them as you would without me. Somebody else may have held their telephone.
