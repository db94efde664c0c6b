"""A room that is open: who is in it and who hosts it, asked in the transaction of the act."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import GuildId, UserId
from bot.storage.outbox import Order, OutboxEntries
from cogs.sessions.domain.seats import Seat
from cogs.sessions.service.coming import Coming, View
from cogs.sessions.service.ports import TIMER, IsOver, NotInside, NotOpenYet, NotTheHost
from cogs.sessions.store.meeting import Meeting, MeetingState
from cogs.sessions.store.meetings import Meetings

# A timer that is told of later than that would interrupt somebody else.
TIMER_WINDOW = timedelta(minutes=2)


async def the_open(tx: AsyncConnection, number: int, guild: GuildId) -> tuple[View, Meeting]:
    """A meeting whose room is open.

    Raises:
        NoSuchSession, NotOpenYet, IsOver: as they say.
    """
    view = await Coming.look(tx, number, guild)
    meeting = view.meeting
    if meeting is None or meeting.state is MeetingState.PLANNED:
        raise NotOpenYet
    if meeting.state is not MeetingState.OPEN:
        raise IsOver
    return view, meeting


async def hosted(
    tx: AsyncConnection, number: int, guild: GuildId, user: UserId
) -> tuple[View, Meeting]:
    """The same, for one of its hosts.

    Raises:
        NotTheHost: they are none of this meeting.
    """
    view, meeting = await the_open(tx, number, guild)
    if user not in view.hosts:
        raise NotTheHost
    return view, meeting


def inside(view: View, tag: bytes) -> Seat:
    """The seat of somebody who is in the room.

    Raises:
        NotInside: they are not.
    """
    for seat in view.seats:
        if seat.tag == tag and seat.inside:
            return seat
    raise NotInside


async def set_timer(tx: AsyncConnection, meeting: Meeting, ends: datetime | None) -> None:
    """From now on this timer runs, or none; the one before says nothing any more."""
    number = meeting.going.timer + 1
    await Meetings(tx).change(meeting.id, timer=number, timer_ends=ends)
    if ends is None:
        return
    key, ids = f"{TIMER}:{meeting.id}:{number}", {"meeting": meeting.id, "timer": number}
    late = ends + TIMER_WINDOW
    await OutboxEntries(tx).put(Order(key, TIMER, meeting.guild, ends, ids, late_after=late))
