"""A room that was deleted by hand while it was open is made again: once, with those who were there.

It is lost (`room` is empty) in the transaction in which that is noticed, and due at once; the beat
makes the new one, finds it again after a crash, and tells the host and staff, who can end the
meeting there. Whoever deletes it a second time means it: the meeting has ended, and those who were
there are told so kindly.
"""

from contextlib import suppress
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import ChannelId
from bot.services.courier import Undeliverable
from bot.services.reach import Notice, Reach
from bot.storage.database import Database
from bot.storage.outbox import Order, OutboxEntries
from cogs.sessions.domain.plan import Room
from cogs.sessions.domain.steps import Step, due
from cogs.sessions.service.coming import View
from cogs.sessions.service.deeds import put_room_card, say, tell_hosts
from cogs.sessions.service.ports import (
    AGAIN,
    ENDED,
    NOTICES,
    ROOM_AGAIN,
    ROOM_ENDED,
    ROOM_GONE,
    Rooms,
    words_key,
)
from cogs.sessions.store.meeting import Meeting, MeetingState
from cogs.sessions.store.meetings import Meetings
from cogs.sessions.store.plans import Session, Sessions
from cogs.sessions.store.seating import Seats


class Again:
    """Makes a lost room again, in the steps of the clockwork: first Discord, then the row."""

    def __init__(self, database: Database, rooms: Rooms, reach: Reach) -> None:
        self._database = database
        self._rooms = rooms
        self._reach = reach

    async def prepare(self, meeting: Meeting) -> ChannelId:
        """The new room, with everybody in it who was in the old one.

        Raises:
            Undeliverable, Unclear: as they say.
        """
        async with self._database.read() as tx:
            session = await Sessions(tx).get(meeting.guild, meeting.session)
            inside = [seat for seat in await Seats(tx).of(meeting.id) if seat.inside]
        if session is None or session.plan.channel is None:
            raise Undeliverable("gone")
        room = await self._rooms.open(meeting.guild, session.plan.channel, meeting.id)
        for seat in inside:
            with suppress(Undeliverable):  # whoever has left the community keeps nobody else out
                await self._rooms.admit(room, seat.person)
        return room

    async def commit(self, tx: AsyncConnection, meeting: Meeting, room: ChannelId | None) -> None:
        """The meeting goes on in it; None: it could not be made, and the hosts are told."""
        session = await Sessions(tx).get(meeting.guild, meeting.session)
        if session is None:
            return
        view = View(session, meeting, ())
        if room is None:
            await Meetings(tx).stand_at(meeting, Step.CLOSE)
            await tell_hosts(tx, self._reach, view, ROOM_GONE)
            return
        at = due(meeting.step, meeting.times)
        await Meetings(tx).change(meeting.id, room=room, cards=meeting.cards + 1, due=at, tries=0)
        await put_room_card(tx, meeting, meeting.cards + 1)
        await say(tx, meeting, "again")
        await tell_hosts(tx, self._reach, view, ROOM_AGAIN)
        key, ids, ends = f"{AGAIN}:{meeting.id}", {"meeting": meeting.id}, meeting.times.ends
        now = meeting.times.starts
        await OutboxEntries(tx).put(Order(key, AGAIN, meeting.guild, now, ids, late_after=ends))


def is_lost(meeting: Meeting, now: datetime) -> bool:
    """Whether its room has to be made again."""
    goes_on = meeting.state is MeetingState.OPEN and now < meeting.times.ends
    return goes_on and meeting.room is None


async def lose(
    tx: AsyncConnection, reach: Reach, session: Session, meeting: Meeting, now: datetime
) -> None:
    """Its room was deleted: it is made again, or, the second time, the meeting has ended."""
    made_before = await OutboxEntries(tx).get(words_key(meeting.id, "again")) is not None
    if session.plan.room is Room.THREAD and not made_before and now < meeting.times.ends:
        await Meetings(tx).change(meeting.id, room=None, due=now, tries=0)
    elif made_before:
        ended = {"ends_at": now, "kept_until": now, "step": Step.CLOSE, "due": now}
        await Meetings(tx).change(meeting.id, room=None, tries=0, **ended)
        await tell_hosts(tx, reach, View(session, meeting, ()), ROOM_ENDED)
        await _tell_who_was_there(tx, reach, session, meeting)
    else:
        await Meetings(tx).change(meeting.id, room=None)
        await Meetings(tx).stand_at(meeting, Step.CLOSE)
        await tell_hosts(tx, reach, View(session, meeting, ()), ROOM_GONE)


async def _tell_who_was_there(
    tx: AsyncConnection, reach: Reach, session: Session, meeting: Meeting
) -> None:
    ids = {"meeting": meeting.id, "start": int(meeting.times.starts.timestamp())}
    hosts = View(session, meeting, ()).hosts
    for seat in await Seats(tx).of(meeting.id):
        if seat.inside and seat.person not in hosts:
            await reach.tell_in(tx, Notice(meeting.guild, seat.person, ENDED, ids), NOTICES)
