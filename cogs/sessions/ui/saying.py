"""Sentences that several cards share: when, how often, with whom, what is left."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.ids import UserId
from bot.ui.cards import plain
from bot.ui.house import Voice
from cogs.sessions.domain.plan import Plan, Room
from cogs.sessions.domain.seats import Answer, Seat, Standing, places
from cogs.sessions.service.coming import View
from cogs.sessions.service.running import circle
from cogs.sessions.store.meeting import MeetingState

IN_LINE = 5  # names of those who wait that a card shows


def stamp(at: datetime | int, style: str = "f") -> str:
    """An instant as Discord shows it: in the own time of whoever reads."""
    seconds = at if isinstance(at, int) else int(at.timestamp())
    return f"<t:{seconds}:{style}>"


def both(at: datetime) -> str:
    """The day and hour, and how long it is until then."""
    return f"{stamp(at, 'F')} ({stamp(at, 'R')})"


def names(people: Sequence[UserId]) -> str:
    """People as mentions; who is mentioned is never notified."""
    return ", ".join(f"<@{each}>" for each in dict.fromkeys(people))


def title_of(plan: Plan) -> str:
    """The title, harmless as markdown."""
    return plain(plan.title).replace("\n", " ")


def where_of(voice: Voice, plan: Plan) -> str:
    """The place, in words."""
    key = "sessions.where-thread" if plan.room is Room.THREAD else "sessions.where-channel"
    return voice(key, channel=f"<#{plan.channel}>")


def places_of(voice: Voice, view: View) -> str:
    """How many places are left, as words."""
    return voice(f"sessions.places-{places(view.session.plan.capacity, view.seats)}")


def repeat_of(voice: Voice, plan: Plan) -> str:
    """How often it comes, in words; a rule of one's own as it is written."""
    known, _, value = plan.repeat.partition(";")
    if not plan.repeat:
        return voice("sessions.repeat-once")
    name, _, number = value.partition("=")
    if known == "FREQ=WEEKLY" and name == "INTERVAL" and number.isdigit():
        return voice("sessions.repeat-weeks", count=int(number))
    if known == "FREQ=MONTHLY" and ";" not in value and plan.start is not None:
        return voice("sessions.repeat-monthly")
    return voice("sessions.repeat-rule", rule=plain(plan.repeat))


def own_answer(voice: Voice, seat: Seat | None) -> str:
    """What somebody said of a meeting, for them alone; empty where they said nothing."""
    if seat is None:
        return ""
    if seat.standing is Standing.WAITING:
        return voice("sessions.mine-waiting")
    if seat.standing is Standing.OFFERED and seat.offered_until is not None:
        return voice("sessions.mine-offered", until=stamp(seat.offered_until, "t"))
    if not seat.confirmed:
        return voice("sessions.mine-unconfirmed")
    return voice(f"sessions.mine-{Answer(seat.answer).value}")


def line_of(voice: Voice, view: View, seat: Seat | None = None) -> str:
    """One meeting in one line of a list."""
    if view.meeting is None:
        return ""
    parts = [f"**{title_of(view.session.plan)}**", both(view.meeting.times.starts)]
    is_open = view.meeting.state is MeetingState.OPEN
    parts.append(voice("sessions.now-open") if is_open else places_of(voice, view))
    mine = own_answer(voice, seat)
    return " · ".join([*parts, *([mine] if mine else [])])


def purpose_of(plan: Plan) -> str:
    """The purpose, harmless as markdown."""
    return plain(plan.purpose)


def turns_of(voice: Voice, view: View) -> str:
    """Whose turn it is and who is next, by name: only those in the room read it."""
    if view.meeting is None or not view.meeting.started:
        return voice("sessions.not-begun")
    people = {seat.id: seat.person for seat in view.seats}
    now, waiting = circle(view).speaker, circle(view).order()
    lines = [
        voice("sessions.speaks", who=f"<@{people[now]}>")
        if now in people
        else voice("sessions.nobody-speaks")
    ]
    if waiting:
        following = names([people[each] for each in waiting[:IN_LINE]])
        lines.append(voice("sessions.then", who=following, more=max(len(waiting) - IN_LINE, 0)))
    return "\n".join(lines)


def told_words(say: Callable[[int], str], counts: Sequence[tuple[tuple[int, ...], int]]) -> str:
    """Counts of taps with their words; what is told together stands together."""
    return ", ".join(f"{' / '.join(map(say, group))}: {count}" for group, count in counts)
