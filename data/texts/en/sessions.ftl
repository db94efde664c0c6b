# Group sessions. Nobody's coming is told to anybody without their yes; nobody is asked for a reason.
sessions-command = What is coming, and what you said about it
sessions-host-command = For those who host
sessions-session-command = Plan and look after group sessions
sessions-create-command = Plan a session or a series
sessions-list-command = See every session, and change it
sessions-edit-command = Change a session
sessions-skip-command = Leave out one date of a session
sessions-move-command = Move one date of a session to another time
sessions-cancel-command = End a session, or leave out one date
sessions-cover-command = Ask other hosts to take one date
sessions-proposals-command = Sessions that members would like
sessions-matters-command = What you bring to supervision
sessions-setup-command = Where sessions are shown
sessions-coming = What is coming
sessions-none-coming = Nothing is planned right now.
sessions-look-back = You were at “{ $title }”, { $when }. If you like: how was it for you? One tap, and nobody can see who pressed what.
sessions-own-time = All times are shown in your own time.
sessions-look = Look at one
sessions-card-small = What you press here opens for you alone. Nobody else sees who comes, unless you let the hosts see it. Times are in your own time.
sessions-neutral-title = Meeting

# The card
sessions-fact-when = When: { $when }, { $minutes } minutes
sessions-fact-length = Length: { $minutes } minutes
sessions-fact-repeat = How often: { $repeat }
sessions-fact-where = Where: { $where }
sessions-fact-kind = Kind: { $kind }
sessions-fact-host = Host: { $hosts }
sessions-fact-places = Places: { $places }
sessions-fact-notes = Good to know: { $notes }
sessions-fact-capacity = { $count ->
    [0] Room for: everybody
   *[other] Room for: { $count } people
}
sessions-fact-kept = { $count ->
    [one] The room is deleted an hour after the end
   *[other] The room is deleted { $count } hours after the end
}
sessions-where-thread = a private room that opens in { $channel } at the start
sessions-where-channel = { $channel }
sessions-kind-facilitated = somebody hosts, everybody shares
sessions-kind-social = company, no topic needed
sessions-kind-leaderless = no host, the circle holds itself
sessions-kind-creative = making something side by side
sessions-kind-supervision = for those who host and moderate; nobody else sees it
sessions-places-open = enough for everybody
sessions-places-several = several
sessions-places-few = a few
sessions-places-full = full, with a waiting list
sessions-repeat-once = once
sessions-repeat-weeks = { $count ->
    [one] every week
   *[other] every { $count } weeks
}
sessions-repeat-monthly = every month
sessions-repeat-rule = by a rule of its own ({ $rule })
sessions-now-open = open now
sessions-open-body = The room is open. You can come in at any moment, and leave at any moment.
sessions-cancelled = This one is not happening. Nothing else is needed from you.
sessions-ended = This one has come to its end. Thank you to everybody who was there.
sessions-come = I’ll come
sessions-listen = Only listening
sessions-early = I may leave early
sessions-cannot = Can’t
sessions-cannot-body = That is fine, and no reason is needed. You can change your mind at any time.
sessions-calendar = Add to calendar
sessions-calendar-all = All to my calendar
sessions-calendar-body = Open this file with your calendar. It says only “Meeting”, so a shared calendar tells nobody what it is. If the time changes, come back for a new file: it takes the place of this one.
sessions-calendar-titles = If you would like its own title there instead: whoever sees your calendar can read it.
sessions-calendar-titled = With its own title
sessions-calendar-titled-body = This file has the title as it stands on the card. Whoever sees your calendar can read it. A file with “Meeting” takes its place again: press “Add to calendar”.

# What somebody said
sessions-mine-coming = you’ll come
sessions-mine-listening = you’ll come and only listen
sessions-mine-early = you’ll come and may leave early
sessions-mine-waiting = you are on the waiting list
sessions-mine-offered = a place is kept for you until { $until }: press “I’ll come” to take it
sessions-mine-unconfirmed = the time has changed: press “I’ll come” if it still suits you
sessions-waiting-body = All places are taken at the moment. The list goes in order. If a place becomes free, it is kept for you for 30 minutes, and I tell you.
sessions-seen-no-body = Hosts see only that one more person comes, not who.
sessions-seen-yes-body = Hosts can see that you come. You can take that back at any time.
sessions-seen-yes = Let hosts see my name
sessions-seen-stop = Hide my name again
sessions-remind-no-body = I do not remind you.
sessions-remind-yes-body = I remind you a day, an hour and ten minutes before: by direct message if you allowed that, else with a card under /home.
sessions-remind-yes = Remind me
sessions-remind-stop = No reminders

# Notices to one person; the words stay neutral, for a phone may lie where others see it
sessions-notice-remind = You asked me to remind you: { $when }. It is fine if you cannot after all.
sessions-notice-offered = A place has become free for { $when }. It is kept for you until { $until }.
sessions-notice-moved = The time has changed. It is now { $when }. Does that still suit you? Until you say so, your place is kept.
sessions-notice-off = The meeting planned for { $when } is not happening. You did nothing wrong, and nothing is needed from you.
sessions-notice-ended = The meeting of { $when } has ended, and its room is closed. You did nothing wrong, and nothing is needed from you.
sessions-mend-title = Something to mend for your session
sessions-mend-0 = I could not open the room for { $when }: the channel is gone, or a permission of mine is missing.
sessions-mend-1 = I could not close or delete the room of { $when }: a permission of mine is missing.
sessions-mend-2 = For { $when } something is missing in the channel, and the room could not open.
sessions-mend-3 = The channel of your meeting { $when } was deleted, so it has no place now. Who comes keeps their place, and nobody was told anything.
sessions-mend-4 = The room of your meeting { $when } was deleted while it was open. Nobody was told anything; those who were there may be looking for it.
sessions-mend-5 = The room of your meeting { $when } was deleted while it was open. That can happen by accident, so I made it again, once, and let those in who were there; what was written in the old one is gone. To end the meeting, press “For the host” in the new room, then “Close the meeting”. If the room is deleted once more, the meeting ends.
sessions-mend-6 = The room of your meeting { $when } was deleted a second time, so the meeting has ended. Those who were there are told that it has ended, and that they did nothing wrong.
sessions-mend-how = An admin can see which permission it is with /setup doctor. A private room needs: View Channel, Read Message History, Create Private Threads, Send Messages in Threads, Manage Threads. To choose another channel: /host session edit.

# The draft
sessions-draft-title = A session in the making
sessions-edit-title = A session, to be changed
sessions-draft-small = Only you see this. It is kept as it is, for 30 days: leave and come back with /host session create or edit.
sessions-words-button = Title and purpose
sessions-words-title = What is it?
sessions-title = Title
sessions-title-hint = Everybody sees this. Neutral words keep people safe.
sessions-purpose = What it is for
sessions-purpose-hint = A sentence or two, so that people can choose
sessions-notes = Good to know (may stay empty)
sessions-notes-hint = Captions, cameras off, quiet, how to join
sessions-when-button = When
sessions-when-title = When is it?
sessions-start-label = Start
sessions-start-hint = thu 19:00, or 2026-12-03 7pm
sessions-minutes = How many minutes
sessions-minutes-hint = 60
sessions-zone = Time zone
sessions-zone-hint = Europe/London
sessions-more-button = Places and room
sessions-more-title = How many, how long?
sessions-capacity = Places (empty: for everybody)
sessions-capacity-hint = 12
sessions-kept = Delete the room after (hours)
sessions-kept-hint = 24
sessions-rule-title = How often?
sessions-rule = Every how many weeks, or a rule
sessions-rule-hint = 3, or FREQ=MONTHLY;BYDAY=-1SU (RFC 5545)
sessions-choose-kind = What kind of meeting?
sessions-choose-room = In the channel, or in a room of its own?
sessions-choose-absent = What if no host comes?
sessions-choose-repeat = How often?
sessions-choose-channel = Which channel?
sessions-choose-host = Who hosts?
sessions-choose-cohost = Who hosts with them?
sessions-room-thread = A private thread, made for it and deleted afterwards
sessions-room-channel = In the channel itself
sessions-absent-cover = Without a host after 5 minutes: other hosts are asked
sessions-absent-leaderless = Without a host after 5 minutes: the circle holds itself
sessions-absent-cancel = Without a host after 5 minutes: it is kindly called off
sessions-repeat-as-once = Once
sessions-repeat-as-1 = Every week
sessions-repeat-as-2 = Every two weeks
sessions-repeat-as-weekday = Every month, on the same weekday
sessions-repeat-as-date = Every month, on the same day of the month
sessions-repeat-as-typed = Something else, to be typed
sessions-local = Start: { $local } ({ $zone }), for you { $yours }
sessions-next-dates = The next dates: { $dates }
sessions-never = With this repeat there is no date ahead.
sessions-missing-words = Still to say: a title and what it is for.
sessions-missing-start = Still to say: when it begins.
sessions-missing-channel = Still to choose: a channel.
sessions-publish = Show it to everybody
sessions-apply = Let the change be true
sessions-discard = Throw the draft away
sessions-discarded = The draft is gone. Nothing was shown to anybody.
sessions-published-to-hosts = It stands in { $channel } now. /sessions shows it to those who host or moderate, and to nobody else.
sessions-published-unseen = It is kept, and /sessions shows it to those who host or moderate, and to nobody else. No card was put up, because no staff channel is chosen. An admin chooses one with /setup wizard; after that, any change with /host session edit puts the card there.
sessions-published = It stands in { $channel } now. Whoever wants to come can say so there.
sessions-changed = It is changed, and the card in { $channel } with it. If the time changed, everybody who wanted to come is told once and asked whether it still suits them.

# Hosting
sessions-hosting = Sessions that are planned
sessions-none-planned = Nothing is planned yet. /host session create begins one.
sessions-which = Which one?
sessions-which-date = Which date?
sessions-edit = Change
sessions-skip = Leave out a date
sessions-move = Move a date
sessions-cancel = End it
sessions-who-comes = { $others ->
    [0] Coming: { $who }
    [one] Coming: { $who }, and one more
   *[other] Coming: { $who }, and { $others } more
}
sessions-how-many-come = { $count ->
    [0] Nobody has said yet that they come.
    [one] One person comes.
   *[other] { $count } people come.
}
sessions-how-many-wait = { $count ->
    [one] One person is on the waiting list.
   *[other] { $count } people are on the waiting list.
}
sessions-not-confirmed = { $count ->
    [one] One person has not said yet whether the new time suits them.
   *[other] { $count } people have not said yet whether the new time suits them.
}
sessions-skip-body = Whoever wanted to come to that date is told once. The other dates stay.
sessions-move-body = Whoever wanted to come to that date is told once and asked whether it still suits them.
sessions-move-title = To when?
sessions-cancel-body = The session ends with all its dates, and whoever wanted to come is told once. To leave out only one date, choose that instead.
sessions-cancel-yes = Yes, end all of it
sessions-cancelled-done = It has ended. The card says so, and whoever wanted to come is told.
sessions-skipped-done = That date is left out. Whoever wanted to come is told.
sessions-moved-done = That date is moved. Whoever wanted to come is told, and asked whether it still suits them.
sessions-board-pick = Which channel?
sessions-board-body = In this channel stand the board of what is coming and a card for each session. New cards go where you choose; those that stand, stay.
sessions-board-now = Now: { $channel }
sessions-board-done = The board is in { $channel } now.

# The room
sessions-room-name = Meeting { $number }
sessions-come-in = Come in
sessions-agree = I agree, let me in
sessions-confidential = What is said here stays here. Your own story you may carry out; everybody else’s you leave. No recordings, no screenshots. Moderators of this server and Discord itself can see what is written.
sessions-agree-body = If that is good for you, one tap lets you in. Others in the room then see that you are there. As everywhere here, I read along, to offer help when words sound like danger. If it is not good for you, close this card; nobody sees that you looked.
sessions-inside = You are in: { $room }. You can leave at any moment, without a word.
sessions-left = You are out of the circle. Take care of yourself. You can come back while it lasts.
sessions-opening = Welcome. Nothing here has to be: you can speak, pass, or only listen.
sessions-until = Until { $end }
sessions-room-small = “I’d like to speak” puts you in the line: everybody once before anybody twice. Passing needs no reason. For numbers to call: /helpnow, only for you.
sessions-room-over = This meeting has ended. Thank you for being here.
sessions-not-begun = The round has not begun yet. Hands can already be raised.
sessions-speaks = Speaking now: { $who }
sessions-nobody-speaks = Nobody is speaking right now.
sessions-then = { $more ->
    [0] Next: { $who }
   *[other] Next: { $who }, and { $more } more
}
sessions-raise = I’d like to speak
sessions-pass = Pass, or I’m done
sessions-leave = I’m leaving
sessions-for-the-host = For the host
sessions-hand-up = You are in the line, at place { $place }. You can pass at any time.
sessions-hand-down = Your hand is down. That costs nothing; you can raise it again.
sessions-hand-speaks = It is your turn. Take your time; press “Pass, or I’m done” when you like.
sessions-hand-listens = You said that you only listen, so nobody calls you. To speak after all, press “I’ll come” on the card.
sessions-start = Begin the round
sessions-next = Next turn
sessions-close = Close the meeting
sessions-host-inside = { $count ->
    [0] Nobody has come in yet.
    [one] One person is in.
   *[other] { $count } people are in.
}
sessions-host-small = The next turn goes to whoever has spoken least, then to whoever asked first. Those who only listen are never called.
sessions-choose-timer = A gentle timer
sessions-timer-as-none = No timer
sessions-timer-as-turn-2 = Each turn: 2 minutes
sessions-timer-as-turn-3 = Each turn: 3 minutes
sessions-timer-as-turn-5 = Each turn: 5 minutes
sessions-timer-as-round-5 = The round: 5 minutes from now
sessions-timer-as-round-10 = The round: 10 minutes from now
sessions-timer-as-round-20 = The round: 20 minutes from now
sessions-timer-runs = Timer: { $end }. It cuts nobody off.
sessions-say-turn-over = The time that was set for a turn is over. Come to an end in your own time; nobody is cut off.
sessions-say-round-over = The time that was set for this round is over. Whoever speaks may come to an end in their own time; nobody is cut off.
sessions-prompts = Prompts
sessions-choose-theme = Choose a theme
sessions-show-piece = Show this in the room
sessions-write-own = Write one
sessions-to-the-panel = Back to the panel
sessions-agenda-title = Prompts for the room
sessions-agenda-body = Only you see this card. What you show stands in the room for everybody there. Nobody has to answer it.
sessions-agenda-care = For you alone: { $care }
sessions-agenda-next = Next: “{ $piece }”
sessions-agenda-done = Everything of this theme was shown.
sessions-agenda-small = A theme has an opening, a few questions and a closing. Use as many as suit the room.
sessions-own-title = Your own prompt
sessions-own-label = Everybody in the room sees it
sessions-own-hint = An open question that is easy to pass
sessions-prompt-title = Something to think about
sessions-prompt-small = Nobody has to answer. Passing and listening are as good.
sessions-check = Check how people are
sessions-check-asked = Everybody in the room is asked, and has three minutes. Then the room is told how many chose which word, never fewer than five together. Nobody can see who pressed what, not you and not staff.
sessions-say-ease = How is it for you right now? One tap, and nobody can see who pressed what. The answers are counted { $end }; a count is only told where at least five people are together in it.
sessions-ease-0 = At ease
sessions-ease-1 = So-so
sessions-ease-2 = I need a pause
sessions-eased-thanks = Thank you. It is counted and tied to nobody. If you need a pause, you can take it now, without a word.
sessions-eased-before = Your first tap was already counted. Thank you.
sessions-eased-over = That question is over. Nothing was counted. If you need a pause, you can take it now, without a word.
sessions-say-eased = How it is in the room: { $counts }. Pauses are always fine.
sessions-say-eased-few = Fewer than 5 people answered, so no count is told. Pauses are always fine.
sessions-cover = I can host this one
sessions-cover-asked = A meeting goes on without a host. Can one of you step in? It is fine if not: those who are there may hold the circle themselves.
sessions-again-asked = The room of this meeting was deleted while it was open. That can happen by accident, so I made it again, once, and let those in who were there. What was written in the old one is gone. If it was meant, “End it kindly” says goodbye in the new room, locks it after 15 minutes, and deletes it later. If the room is deleted once more, the meeting ends. If it was an accident, nothing is needed.
sessions-end-it = End it kindly
sessions-end-done = The meeting has ended. The room says goodbye, and locks after 15 minutes.
sessions-say-alone = No host could come today. You may hold the circle yourselves: one speaks, the others listen, everybody may pass. Somebody could keep an eye on the time.
sessions-say-late = The host is not here yet, and other hosts are asked. Until somebody comes you may hold the circle yourselves: one speaks, the others listen, everybody may pass.
sessions-say-without = Nobody hosts this meeting right now. Other hosts are asked. Until one comes, you may hold the circle: one speaks, the rest listen, and all may pass.
sessions-say-off = No host could come today, so this meeting does not happen. That is nobody’s fault. It was good of you to come. The room goes { $kept }.
sessions-say-closing = We are at the end. Before you go: one breath, one thing that you take with you, or nothing at all. The room stays open for another 15 minutes to say goodbye.
sessions-say-feedback = How was it for you? One tap, and nobody can see who pressed what. The room goes { $kept }; nothing of it is kept.
sessions-say-again = The room before this one was deleted, so here is a new one. Who was there is let in again, and nobody lost their place or their turn. What was written there is gone.
sessions-felt-0 = It was good
sessions-felt-1 = It was in between
sessions-felt-2 = It was not for me
sessions-felt-told = After the last meeting people tapped: { $counts }
sessions-felt-few = After the last meeting fewer than 5 people tapped how it was, so I say no more.
sessions-felt-later = People can still say how it was. What they say stands here { $when }, when nobody can tap any more.
sessions-over-lately = Over lately: how was it?
sessions-was-on = The last meeting was on { $when }. What people tapped is kept for 30 days after it.
sessions-felt-thanks = Thank you. It is counted and tied to nobody.
sessions-felt-before = Your first tap was already counted. Thank you.

# For the doctor
sessions-doctor-no-board = There are sessions, and no channel in which they are shown. Choose one: /setup sessions.
sessions-doctor-board = Sessions are shown in { $channel }, and there I lack: { $permissions }. Cards and the board stay as they are. Allow it in the channel’s settings, or choose another with /setup sessions.
sessions-doctor-room = A session meets in { $channel }, and there I lack: { $permissions }. Its room could not open or close. Allow it in the channel’s settings, or choose another with /host session edit.
sessions-doctor-gone = The channel of “{ $title }” is gone. Choose another with /host session edit.
sessions-doctor-well = { $count ->
    [one] One session goes on, and I have what it needs.
   *[other] { $count } sessions go on, and I have what they need.
}
sessions-permission-view-channel = View Channel
sessions-permission-send-messages = Send Messages
sessions-permission-read-message-history = Read Message History
sessions-permission-create-private-threads = Create Private Threads
sessions-permission-send-messages-in-threads = Send Messages in Threads
sessions-permission-manage-threads = Manage Threads
sessions-permission-gone = the channel itself, it is gone

# Afterwards, for the host
sessions-after-title = For you, after hosting
sessions-after-body = Thank you for holding the room. How was it for you? A tap is enough, and so is closing this card.
sessions-after-small = Only you see this. What you tap is not kept. “Bring to supervision” keeps what you write there.
sessions-how-light = It was all right
sessions-how-mixed = It was mixed
sessions-how-heavy = It stays with me
sessions-how-light-body = Good to know. Some water and a moment away from the screen do well all the same.
sessions-how-mixed-body = Mixed is how it often is. What did not work today is not yours alone; a room is made by everybody in it.
sessions-how-heavy-body = It is normal that something stays after holding others. You do not have to carry it alone: talk to somebody you trust, rest before you host again, and let others take a date with /host session cover. For numbers to call: /helpnow, only for you.
sessions-how-not-kept = Your tap is not kept, and nobody else learns of it.
sessions-bring = Bring to supervision
sessions-bring-title = For supervision
sessions-bring-label = A few words, or none at all
sessions-bring-hint = No names, please. Seen by you and by hosts of supervision
sessions-brought-body = It is kept for supervision, with your name. The hosts of a supervision session can see it while that goes on; nobody else, but whoever runs me could. It goes when it was talked about, when you take it back (/host session matters), or after 90 days.
sessions-brought = What was brought
sessions-brought-none = Nothing was brought to supervision.
sessions-brought-private = Only you see this. What was talked about can go: choose it below.
sessions-talked-about = Talked about: let it go
sessions-take-back = Take one back
sessions-matter-wordless = something to talk about, without words
sessions-matters-title = What you bring to supervision
sessions-matters-none = You bring nothing to supervision right now.
sessions-matters-body = Seen by you, and by hosts of supervision sessions while one goes on.

# Asking others for one date
sessions-ask-others = Ask others
sessions-cover-body = Other hosts are asked in the staff channel. The first who says yes has the date; you are told, and who comes and agreed to be told.
sessions-ask-done = Other hosts are asked. You are told when somebody says yes. If nobody can: you can leave the date out, or move it.
sessions-ask-body = This date is looking for a host: { $when }. Could one of you take it? It is fine if not; nobody notes who cannot.
sessions-ask-taken = { $who } hosts { $when }. Thank you.
sessions-take-done = It is yours: { $when }. Whoever asked is told. At the start, “For the host” in the room opens your panel.
sessions-not-this-one = Not this one
sessions-spare-body = That is fine. Nothing is noted.
sessions-notice-covered = Somebody else hosts { $when }. Everything else stays as it was.

# Proposals
sessions-propose = Propose one
sessions-propose-title = A session you would like
sessions-propose-what = What could it be?
sessions-propose-what-hint = An evening of quiet drawing
sessions-propose-why = What would it be good for?
sessions-propose-why-hint = Hosts read this. They do not see who wrote it
sessions-proposed-body = Thank you for the idea. Hosts can read it now, without your name. I tell you what comes of it: by direct message if you allowed that, else with a card under /home.
sessions-proposal-came = A member has an idea for a session. /host session proposals shows it, only to you.
sessions-proposals = What members would like
sessions-proposals-none = No proposal waits for an answer.
sessions-proposals-body = Nobody else sees this card. Choose one to read it.
sessions-proposal-who = I do not tell who wrote it. They are told once what you choose.
sessions-make-draft = Make a draft of it
sessions-decline = Kindly decline
sessions-declined-done = They are told, kindly, that it cannot be right now.
sessions-proposal-taken = Your idea found somebody: a host is making a meeting of it. /sessions shows it when it is ready.
sessions-proposal-declined = Thank you for your idea. The hosts cannot make it happen right now. That says nothing about the idea or about you; you can propose again at any time.

# Told to staff
sessions-missed-title = Not done in time
sessions-missed-body = I was away, or Discord did not let me. These were not done, and are not done late:
sessions-missed-line = • { $title }, { $when }: { $what }
sessions-step-day = reminder of the day before
sessions-step-hour = reminder of the hour before
sessions-step-minutes = reminder of ten minutes before
sessions-step-open = opening the room
sessions-step-absent = looking whether a host is there
sessions-step-close = closing words
sessions-step-feedback = locking the room and asking how it was
sessions-step-remove = deleting the room
sessions-step-done = the whole meeting


# What could not be done
sessions-start-unreadable = I could not read that start. It looks like “thu 19:00” or “2026-12-03 7pm”. What you typed is kept.
sessions-start-two-meanings = That start could mean two things. Please say the hour as 07:00 or 19:00 (or 7pm), and a day like 2026-03-04 or 4 March. What you typed is kept.
sessions-start-past = That start is already past. What you typed is kept.
sessions-start-far = That start is more than two years away. What you typed is kept.
sessions-start-gap = On that day the clocks go forward, and no clock there shows that time. Please choose another. What you typed is kept.
sessions-start-fold = On that day the clocks go back, and that time comes twice. Please choose another. What you typed is kept.
sessions-no-such-zone = I do not know that time zone. It looks like Europe/London or America/New_York.
sessions-out-of-bounds = That number has to lie between { $least } and { $most }.
sessions-not-a-host = Only people with the hosts’ role can host. An admin chooses it with /setup wizard. Nothing was changed.
sessions-no-such-session = That session is not there any more, or was never shown. Nothing was changed. /sessions shows what is coming.
sessions-not-ready = Something is still missing, or no date lies ahead. Nothing was shown; the draft is kept.
sessions-nowhere = No admin has chosen yet where sessions are shown: /setup sessions. The draft is kept.
sessions-changed-meanwhile = Another host changed this session since you began. Nothing of theirs was overwritten, and your draft is kept. Look at /host session list, then begin again with edit.
sessions-fixed-kind = A session for those who host and moderate cannot become one for everybody, nor the other way round: people have said already that they come. Nothing was changed, and your draft is kept. Choose the kind as it was, or end this session and plan a new one.
sessions-out-of-order = Another date lies between. A date can move as far as its neighbours; to go further, leave this one out and plan another. Nothing was changed.
sessions-too-many = This community has as many sessions as I can show. End one first. Your draft is kept.
sessions-is-over = That meeting has ended or was called off. Nothing was changed. /sessions shows what is coming.
sessions-not-open-yet = The room is not open yet. It opens at the start, and the card gets a button to come in.
sessions-is-full = All places are taken right now. “I’ll come” puts you on the waiting list, in order.
sessions-no-room = The room was deleted, so there is nowhere to show this. Nothing was shown to anybody. If a new room opens, you can try again there.
sessions-room-shut = The room does not let anybody in right now; it may have been deleted. Your place is kept. Please try again in a minute, or write to a host.
sessions-not-inside = That is for people in the room. “Come in” on the card lets you in. If you were there and left, come back in first.
sessions-for-hosts = This meeting is for people who host or moderate here. Nothing was changed. /sessions shows what else is coming.
sessions-not-the-host = That is for the hosts of this meeting. Nothing was changed.
sessions-already-covered = Another host has said yes already. Thank you for being willing; nothing more is needed from you.
sessions-no-such-proposal = That proposal has its answer already, or is not there any more. Nothing was changed.
sessions-too-many-proposals = Three of your ideas are waiting already, so this one was not kept. Nothing was shown to anybody. When a host has answered one, there is room again.
sessions-only-in-a-community = That works in your community, not in a direct message. Open /sessions there.
sessions-host-needed = This session needs somebody to host it for a while. Whoever can: /host session edit changes who hosts.
sessions-parting-hosting = { $count ->
    [one] One session that you host: the others are asked to host it. It is not cancelled, and a room that is open stays open.
   *[other] { $count } sessions that you host: the others are asked to host them. They are not cancelled, and a room that is open stays open.
 }
sessions-parting-places = { $count ->
    [one] One place at a session: it is given up, and goes to whoever waits.
   *[other] { $count } places at sessions: they are given up, and go to whoever waits.
 }
sessions-parting-drafts = { $count ->
    [one] One session that you were still planning: the draft is deleted.
   *[other] { $count } sessions that you were still planning: the drafts are deleted.
 }
sessions-feature-on = **Group sessions** stand in { $channel }. /setup sessions
sessions-feature-off = **Group sessions** have no channel yet. /setup sessions chooses one.
