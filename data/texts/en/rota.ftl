# Who of the staff is on duty when. Nobody is asked why they cannot.
rota-command = Who of the staff is on duty when
rota-title = Who is on duty
rota-now = On duty now: { $who }
rota-now-nobody = Nobody is on duty right now. All moderators are asked when somebody needs a human.
rota-now-unkept = No hours are kept yet. All moderators are asked when somebody needs a human.
rota-none = No hours yet.
rota-small = Each in their own time zone. If nobody goes within a few minutes, all moderators are asked, then the admins. Some cases stand in no channel: of those I can only tell you by a direct message, and only if you press “You may write to me”.
rota-who = Add hours for somebody
rota-mine = Add my own hours
rota-show = All hours
rota-days = Which days?
rota-days-body = On which days is { $who } on duty? The times come next. For different times on different days, add hours twice.
rota-hours-title = From when to when?
rota-start = From
rota-start-hint = 18:00
rota-end = Until
rota-end-hint = 22:00, or 02:00 for the next morning
rota-zone = Time zone
rota-zone-hint = Europe/London
rota-drop = Take hours back
rota-away = I am away
rota-away-days = { $days ->
    [one] Away for a day
   *[other] Away for { $days } days
}
rota-back = I am back
rota-away-body = { $days ->
    [one] You are not called for a day.
   *[other] You are not called for { $days } days.
} No reason is needed. Rest well.
rota-back-body = Welcome back. You are called in your hours again.
rota-hours = { $days } { $start }–{ $end } ({ $zone })
rota-every-day = every day
rota-day-0 = Monday
rota-day-1 = Tuesday
rota-day-2 = Wednesday
rota-day-3 = Thursday
rota-day-4 = Friday
rota-day-5 = Saturday
rota-day-6 = Sunday
rota-short-0 = Mon
rota-short-1 = Tue
rota-short-2 = Wed
rota-short-3 = Thu
rota-short-4 = Fri
rota-short-5 = Sat
rota-short-6 = Sun
rota-swap = Swap hours
rota-swap-none = You have no hours here that somebody could take.
rota-swap-body = Which hours? Somebody is asked for the next time only; after that they are as before. Nobody is asked why.
rota-which = Choose the hours
rota-whom = Ask somebody of the staff
rota-whom-body = Who could take them the next time?
rota-asked-title = They are asked
rota-asked-body = { $who } is asked in the staff channel, with two buttons to answer:
rota-asked-nowhere = No staff channel is connected, so I cannot ask { $who }. Please ask them yourself. Nothing was changed.
rota-asked-until = Until they say yes, these hours stay with { $who }.
rota-take = I’ll take it
rota-pass = I can’t
rota-took = Thank you. { $who } is told, and you are called in these hours:
rota-passed = That is fine, without a reason. { $who } is told; these hours stay theirs:
rota-times = { $start } until { $end }
rota-ask-asked = { $who }, { $owner } asks whether you can take these hours once:
rota-ask-taken = { $who } takes these hours for { $owner }:
rota-ask-declined = These hours stay with { $owner }:
rota-ask-small = Until somebody says yes, they stay where they are.
rota-told-taken = { $owner }, { $who } takes these hours for you:
rota-told-declined = { $owner }, { $who } cannot this time, and the hours are still yours. You can ask somebody else, or say that you are away.
rota-taken-by = { $when }: { $who } takes it
rota-asked-still = { $when }: { $who } is asked; until they say yes it stays with { $owner }
rota-gone = **not called: has left, or has no staff role now**
rota-write = You may write to me
rota-write-no = Do not write to me
