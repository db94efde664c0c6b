# Check-ins. What a member reads first, what an admin reads after it.
checkins-command = A quiet check-in, for you alone
checkins-door = Check in
checkins-title = A check-in, if you like
checkins-small = What you press is seen by you alone. This closes { $ends }. After that only counts are shown, each of { $few } people or more, and never names. You can leave it, too.
checkins-rather-not = Rather not say
checkins-more = Say a little more
checkins-more-again = Change my words
checkins-closed = This check-in has closed. Thank you to everybody who looked in.
checkins-closed-few = This check-in has closed. Fewer than { $few } people answered, so nothing more is shown.
checkins-closing-title = How this check-in went
checkins-closing-small = Answers are counted together, so that nobody can be told from the others. Whoever did not answer was welcome, too.
checkins-band-0 = good, or all right
checkins-band-1 = mixed
checkins-band-2 = low, or very low
checkins-band-0-1 = anywhere from good to mixed
checkins-band-1-2 = anywhere from mixed to very low
checkins-band-0-1-2 = answered
checkins-thread-name = Check-in { $day }
checkins-own-title = A check-in of your own
checkins-own-body = This one is only for you: nothing of it is counted or shown.
checkins-thanks = You said: { $answer }
checkins-passed = That is fine
checkins-passed-body = Nothing of you is counted. You are as welcome as before.
checkins-heard = Your words are here
checkins-your-words = What you wrote:
    { $words }
checkins-until = Until this closes ({ $ends }) you can press another answer, and only the last one counts. Then your answer and your words are gone, and only the counts stay.
checkins-until-own = This goes { $ends }. Until then you can change it.
checkins-heavy = If it is more than heavy, /helpnow has people who answer, at any time.
checkins-only-you = Only you can see this card. Staff cannot.
checkins-words-title = Say a little more
checkins-words = Your words, for you alone
checkins-words-hint = Nobody else is shown this, staff included.
checkins-not-kept = Your words are still here
checkins-not-kept-now = I could not keep them right now, and nothing was posted. You can copy them from here and try again in a minute:
checkins-not-kept-long = They are longer than fits here. Nothing was posted. You can copy them from here and make them shorter:
checkins-keep = Keep this for me
checkins-let-go = No longer keep this
checkins-kept = You keep this one: encrypted, for { $days } days, shown to you alone. The person who runs the bot holds the key and could read it.
checkins-not-now = Not now
checkins-to-card = Back to my card
checkins-share = Share with the group…
checkins-share-preview = This is what everybody would see
checkins-share-body = In { $room }, under your name:
checkins-share-small = Nothing is posted yet. A post is read like any message of yours: if it sounds like serious danger, staff are told. You can take it back for a week.
checkins-share-yes = Post it
checkins-share-title = Shared from a check-in
checkins-shared-title = Shared
checkins-shared = It stands in { $room } now. The button under it lets you take it back.
checkins-shared-soon = It could not be posted in { $room } at once. I go on trying for an hour. Your words are still in this check-in.
checkins-take-back = Take back (its author)
checkins-taken-back = Taken back
checkins-taken-back-body = It is gone from here. Whoever has read it has read it; nobody is told that you took it back.
checkins-reach = I would like someone to reach out
checkins-reach-seen = Before you ask: staff would see your name, and that you would like somebody to write to you. They would not see what you answered or wrote here.
checkins-reach-on-duty = Somebody of the staff is on duty right now. They are volunteers, and it can take a while.
checkins-reach-nobody-on-duty = Nobody of the staff is on duty right now. They would see it when they next look.
checkins-reach-when = Staff are volunteers. I cannot promise when somebody looks.
checkins-reach-without = Whom you do not want on your cases is not shown this.
checkins-reach-nobody = No staff are connected here, so I can tell nobody. /helpnow has people who answer, and you could write to somebody here whom you trust.
checkins-reach-yes = Yes, tell them
checkins-reach-title = They know now
checkins-reach-told = Staff see that you would like somebody to reach out. Somebody may write to you.
checkins-history = What I kept
checkins-history-title = What you kept
checkins-history-none = Nothing yet. “Keep this for me” under an answer puts it here; without it nothing of yours stays.
checkins-history-small = Only you can see this. Each goes by itself, { $days } days after its own day.
checkins-pick-entry = Open one
checkins-newer = Newer
checkins-older = Older
checkins-delete = Delete this one
checkins-delete-all = Delete all
checkins-delete-all-title = Delete everything you kept?
checkins-delete-all-body = It cannot be brought back. The file from “Take along” would be yours to keep.
checkins-delete-all-yes = Yes, delete all
checkins-deleted = Deleted
checkins-deleted-body = Nothing of your check-ins is kept any more.
checkins-chart = A picture of { $days } days
checkins-chart-card = The last { $days } days
checkins-chart-body = Each mark is an answer that you kept, in the row of its word. There is no line through them, and nothing to reach.
checkins-chart-title = { $first } to { $last }
checkins-chart-row = { $answer }: { $days }
checkins-chart-row-many = { $answer }: { $count ->
    [one] once
   *[other] { $count } times
}
checkins-chart-twice = { $day } ({ $count } times)
checkins-chart-none = No answer was kept in these days.
checkins-keep-for = Choose how long what you keep stays
checkins-keep-days = { $days ->
    [365] A year
   *[other] { $days } days
}
checkins-export-day = Day
checkins-export-answer = Answer
checkins-export-words = Words
checkins-export = Take along
checkins-exported = Everything that you kept, for you alone: to read, for a spreadsheet, and for another program. Where you save it is yours to decide; others may use this device.
checkins-remind = Remind me
checkins-remind-title = A reminder of your own
checkins-remind-none = I can say hello once a day, at an hour that you choose. You can stop it at any time, with one press.
checkins-remind-on = Every day at { $at } ({ $zone }).
checkins-remind-not-now = Right now nothing comes: under /me you have not allowed me to say hello. Choosing an hour here allows it again.
checkins-remind-by-direct = It comes as a direct message that says nothing about what it is for.
checkins-remind-by-thread = It comes in the private thread that you chose.
checkins-remind-by-home = It waits for you under /home for three hours, because I do not write to you directly. To let me: /home, then “{ home-messages }”.
checkins-remind-quiet = In your quiet hours it waits for their end, or does not come that day. If it is not answered, nothing happens. It ends by itself after a year.
checkins-remind-set = Choose an hour
checkins-remind-change = Another hour
checkins-remind-stop = Stop the reminders
checkins-remind-zones = Nothing is set yet. Your clock may be one of these:
checkins-zone-own = Whose clock? Yours, or a city’s
checkins-remind-stopped = Stopped
checkins-remind-stopped-body = I do not remind you any more.
checkins-remind-notice = Hello
checkins-remind-notice-body = You asked me to say hello around now. A moment for yourself, if you like it: /checkin. Leaving it is fine, too.
# Staff.
checkins-pulse-command = How the check-ins of this week went, counted together
checkins-pulse-title = The week in check-ins
checkins-pulse-counted = { $count ->
    [one] One check-in of the last seven days, each count of { $few } people or more:
   *[other] { $count } check-ins of the last seven days, added up, each count of { $few } people or more:
}
checkins-pulse-few = In none of the last seven days’ check-ins did { $few } people or more answer, so nothing is shown.
checkins-pulse-none = No check-in has closed in the last seven days.
checkins-pulse-small = These are answers, not people: somebody who answered on three days is in here three times. Many do not answer, and may be well or unwell. Only check-ins whose own closing card shows counts are in here.
checkins-pulse-weekly = Post this to staff every Monday
checkins-pulse-stop = No longer post this on Mondays
checkins-pulse-on = I post it on Mondays at 09:00 in the staff channel.
checkins-pulse-off = I no longer post it by myself. /care pulse shows it at any time.
# Admins.
checkins-setup-command = Check-ins that come by themselves
checkins-setup-add = A new schedule of check-ins
checkins-setup-edit = Change a schedule
checkins-setup-pause = Let a schedule rest
checkins-setup-resume = Let a schedule run again
checkins-setup-remove = Remove a schedule
checkins-setup-list = Every schedule there is
checkins-setup-preview = When a schedule comes next
checkins-setup-number = The number of the schedule
checkins-plan-title = Check-ins { $number } · { $state }
checkins-plan-small = Every choice is saved at once. You can close this and come back with /setup checkins edit.
checkins-plan = Open the schedule
checkins-state-draft = not started
checkins-state-on = running
checkins-state-paused = resting
checkins-brief = { $number } · { $state } · { $days }, { $at }
checkins-open-one = Open { $number }
checkins-list-title = Check-ins
checkins-list-none = There are none yet. /setup checkins add makes one.
checkins-said-where = Where: { $channel }
checkins-said-when = When: { $at } ({ $zone })
checkins-said-days = Days: { $days }
checkins-said-deck = Questions: { $deck }
checkins-said-thread = With a thread under each.
checkins-said-no-thread = Without threads.
checkins-cannot-post = ▲ I cannot post in { $channel }: it is gone, or I lack View Channel or Send Messages there. Mend: channel settings, Permissions, my role.
checkins-no-channel = no channel chosen yet
checkins-open-hours = { $hours ->
    [one] Open for an hour
   *[other] Open for { $hours } hours
}
checkins-next = Next:
checkins-next-if = If it ran, it would come:
checkins-never = It never comes on these days.
checkins-pick-where = Choose the channel
checkins-pick-days = Choose the days
checkins-pick-weekdays = Choose some days of the week
checkins-pick-deck = Choose the questions
checkins-pick-hours = Choose how long it stays open
checkins-pick-zone = Choose the zone
checkins-which-days = On which days?
checkins-every-daily = Every day
checkins-every-weekdays = Monday to Friday
checkins-every-chosen = Some days of the week…
checkins-every-weeks = Every few weeks…
checkins-every-month = On a day of the month…
checkins-days-daily = every day
checkins-days-weekdays = Monday to Friday
checkins-days-chosen = { $days }
checkins-days-weeks = { $weeks ->
    [one] every week
   *[other] every { $weeks } weeks
}
checkins-days-month = on day { $day } of the month (in a shorter month its last day)
checkins-days-last = on the last day of the month
checkins-deck-daily = How is today
checkins-deck-weekly = Looking back at the week
checkins-deck-gratitude = Gratitude
checkins-deck-wins = Small wins
checkins-deck-connection = Getting to know one another
checkins-deck-creative = Something to make or imagine
checkins-deck-affirmation = A kind thought
checkins-deck-reflective = To think about
checkins-when = Time and zone
checkins-when-title = Time and zone
checkins-at = At what time?
checkins-at-hint = 09:00, 7pm, 19h30
checkins-zone = On whose clock?
checkins-zone-hint = Europe/London, or a city
checkins-zones-title = Which of these?
checkins-zones-body = The time is saved. These zones come near to what you typed.
checkins-weeks-title = Every few weeks
checkins-weeks = Every how many weeks?
checkins-weeks-hint = 2
checkins-weeks-first = From which day on?
checkins-weeks-first-hint = 2026-03-02 (year-month-day)
checkins-month-title = On a day of the month
checkins-month = Which day?
checkins-month-hint = 1 to 31, or the word: last
checkins-month-last = last
checkins-thread-yes = Add a thread to each
checkins-thread-no = No thread
checkins-start = Start
checkins-pause = Let it rest
checkins-remove = Remove
checkins-removed = The schedule is removed
checkins-removed-body = Nothing more comes of it. Cards that stand already close when they said they would.
checkins-quiet-title = A check-in is resting
checkins-quiet-body = Check-ins { $number } had no answer { $count } times in a row, so I let them rest. That happens, and says nothing about anybody. Another time, channel or deck may suit people better: /setup checkins edit. /setup checkins resume starts them again.
checkins-setup-decks = Questions of your own
checkins-decks = Your own questions
checkins-decks-title = Your own questions
checkins-decks-none = There are none yet. A deck holds questions of one kind; each comes once before any comes twice.
checkins-decks-line = { $name }: { $count ->
    [0] no question yet
    [one] one question
   *[other] { $count } questions
}
checkins-decks-small = Everybody in the channel reads these. A good one asks little, and is fine to leave.
checkins-decks-pick = Open a deck
checkins-deck-new = New deck
checkins-deck-back = Back to the deck
checkins-deck-rename = Rename
checkins-deck-remove = Remove the deck
checkins-deck-name-title = A deck
checkins-deck-name = What is it called?
checkins-deck-none = ▲ There is no question in it. Until there is one, the card only asks how people are.
checkins-deck-emptied = Schedules that use it: { $names }.
checkins-deck-is-gone = a deck that was removed
checkins-card-new = Add a question
checkins-card-title = A question
checkins-card-text = What do you ask?
checkins-card-hint = What is one small thing that was kind to you today?
checkins-card-pick = Open a question
checkins-card-change = Change the words
checkins-card-remove = Remove the question
checkins-doctor = { $count ->
    [one] Check-ins: one schedule runs.
   *[other] Check-ins: { $count } schedules run.
}
checkins-doctor-paused = Check-ins { $number } are resting. Mend: /setup checkins resume, or remove.
checkins-doctor-deck = Check-ins { $number } have no question left in their deck, so they only ask how people are. Mend: /setup checkins decks, or choose another deck.
checkins-doctor-never = Check-ins { $number } never come on the days that were chosen. Mend: /setup checkins edit.
checkins-doctor-gone = Check-ins { $number } have no channel: it was removed, or I cannot see it. Mend: /setup checkins edit.
checkins-doctor-closed = Check-ins { $number } cannot be posted in { $channel }: I lack View Channel or Send Messages there. Mend: channel settings, Permissions, my role.
checkins-doctor-thread = Check-ins { $number } come without their thread in { $channel }: I lack Create Public Threads there. Mend: channel settings, Permissions, my role.
checkins-doctor-pictures = Check-ins { $number } close without a picture in { $channel }: I lack Attach Files there. The words come all the same. Mend: channel settings, Permissions, my role.
checkins-parting-answers = { $count ->
    [one] One answer to a check-in that is still open: it is taken back and not counted.
   *[other] { $count } answers to check-ins that are still open: they are taken back and not counted.
 }
checkins-parting-shared = { $count ->
    [one] One check-in that I posted under your name: I take the post down.
   *[other] { $count } check-ins that I posted under your name: I take the posts down.
 }
checkins-feature-on = { $count ->
    [one] **Check-ins**: one schedule runs. /setup checkins list
   *[other] **Check-ins**: { $count } schedules run. /setup checkins list
}
checkins-feature-off = **Check-ins** by themselves are off. /setup checkins add turns them on; /checkin is there for everybody.
