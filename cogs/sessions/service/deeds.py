"""What each step of a meeting does: first at Discord, then in the transaction that moves it on."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import ChannelId, UserId
from bot.services.courier import Unclear, Undeliverable
from bot.services.reach import Notice, Reach
from bot.storage.database import Database
from bot.storage.outbox import Order, OutboxEntries
from cogs.sessions.domain.plan import Absent, Kind, Room
from cogs.sessions.domain.seats import Standing
from cogs.sessions.domain.steps import GOODBYES, REMINDERS, Step, due
from cogs.sessions.service.coming import View
from cogs.sessions.service.covering import ask_in
from cogs.sessions.service.ports import (
    CANNOT_OPEN,
    CANNOT_TIDY,
    CHANNEL_GONE,
    COVER,
    LACKING,
    LOOK_BACK,
    MEND,
    NOTICES,
    OFF,
    REMIND,
    ROOM,
    SAID,
    WORDS,
    Rooms,
    room_key,
    words_key,
)
from cogs.sessions.store.meeting import Meeting, MeetingState
from cogs.sessions.store.meetings import Meetings
from cogs.sessions.store.plans import Session, Sessions
from cogs.sessions.store.seating import Seats

# On which steps it is looked whether anybody is there to host.
LOOKED_FOR = (Step.DAY, Step.HOUR)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What Discord did or said before a step: the room, whether all hosts left or one is there."""

    room: ChannelId | None = None
    hostless: bool = False
    hosted: bool = False


class Deeds:
    """The steps themselves; when each is due is no business of theirs."""

    def __init__(self, database: Database, rooms: Rooms, reach: Reach) -> None:
        self._database = database
        self._rooms = rooms
        self._reach = reach

    async def prepare(self, meeting: Meeting) -> Prepared:
        """What Discord has to do or to say before the step is done.

        Raises:
            Undeliverable, Unclear: as they say.
        """
        async with self._database.read() as tx:
            session = await Sessions(tx).get(meeting.guild, meeting.session)
        if session is None or session.plan.channel is None:
            raise Undeliverable("gone")
        if meeting.step in LOOKED_FOR:
            leads = View(session, meeting, ()).leads
            there = [await self._rooms.here(meeting.guild, each) for each in leads]
            return Prepared(meeting.room, hostless=not any(there))
        if meeting.step is Step.ABSENT:
            return await self._looked_around(session, meeting)
        if meeting.step is Step.OPEN:
            return Prepared(await self._open(meeting, session.plan.room, session.plan.channel))
        # Whatever the plan says by now, the room is what it was when it opened.
        if meeting.room is not None and meeting.step is Step.FEEDBACK:
            await self._rooms.lock(meeting.room)
        elif meeting.room is not None and meeting.step is Step.REMOVE:
            await self._rooms.remove(meeting.room)
        return Prepared(meeting.room)

    async def _open(self, meeting: Meeting, kind: Room, channel: ChannelId) -> ChannelId:
        if kind is Room.THREAD:
            return await self._rooms.open(meeting.guild, channel, meeting.id)
        if self._rooms.lacking(meeting.guild, channel, thread=False):
            raise Undeliverable("forbidden")
        return channel

    async def _looked_around(self, session: Session, meeting: Meeting) -> Prepared:
        """Whether a host is there who pressed nothing: in the voice channel, or writing."""
        if meeting.room is None or meeting.host_seen:
            return Prepared(meeting.room, hosted=meeting.host_seen)
        hosts, since = View(session, meeting, ()).hosts, due(Step.MINUTES, meeting.times)
        hosted = await self._rooms.present(meeting.guild, meeting.room, hosts, since)
        return Prepared(meeting.room, hosted=hosted)

    async def commit(self, tx: AsyncConnection, meeting: Meeting, prepared: Prepared) -> None:
        """What is remembered and planned when the step is done."""
        session = await Sessions(tx).get(meeting.guild, meeting.session)
        if session is None:
            return
        if meeting.step in REMINDERS:
            await self._remind(tx, session, meeting, prepared)
        elif meeting.step is Step.OPEN and prepared.room is not None:
            await self._opened(tx, meeting, prepared.room)
        elif meeting.step is Step.ABSENT and meeting.state is MeetingState.OPEN:
            await self._absent(tx, session, meeting, prepared)
        elif meeting.step is Step.CLOSE:
            await self._closed(tx, session, meeting)
        elif meeting.step is Step.FEEDBACK:
            await Meetings(tx).change(meeting.id, comfort=None, comfort_ends=None)
            if meeting.room is not None:
                await say(tx, meeting, "feedback")

    async def undo(self, meeting: Meeting, room: ChannelId) -> None:
        """A room that was made while its meeting changed is taken away, unless it is in use."""
        if meeting.room is not None:
            return
        async with self._database.read() as tx:
            there = await Meetings(tx).get(meeting.id)
        if there is None or there.room != room:
            with suppress(Undeliverable, Unclear):
                await self._rooms.remove(room)

    async def refused(self, tx: AsyncConnection, meeting: Meeting) -> None:
        """Discord did not do its part: the hosts are told what to mend, once."""
        session = await Sessions(tx).get(meeting.guild, meeting.session)
        if session is None:
            return
        opening = meeting.step is Step.OPEN
        await self._tell_hosts(tx, session, meeting, CANNOT_OPEN if opening else CANNOT_TIDY)

    async def _remind(
        self, tx: AsyncConnection, session: Session, meeting: Meeting, prepared: Prepared
    ) -> None:
        if prepared.hostless:
            await self._ask_others(tx, meeting)
        # Drawn again, so that a card that somebody deleted by hand is put up once more.
        await Sessions(tx).changed(session.id)
        starts = meeting.times.starts
        for seat in await Seats(tx).of(meeting.id):
            if seat.remind and seat.standing is Standing.IN:
                ids = {
                    "meeting": meeting.id,
                    "version": meeting.version,
                    "step": int(meeting.step),
                    "start": int(starts.timestamp()),
                }
                notice = Notice(meeting.guild, seat.person, REMIND, ids, starts)
                await self._reach.tell_in(tx, notice, NOTICES)
        plan = session.plan
        if meeting.step in LOOKED_FOR and plan.channel is not None:
            thread = plan.room is Room.THREAD
            lacking = self._rooms.lacking(session.guild, plan.channel, thread=thread)
            if lacking:
                why = CHANNEL_GONE if "gone" in lacking else LACKING
                await self._tell_hosts(tx, session, meeting, why)

    async def _ask_others(self, tx: AsyncConnection, meeting: Meeting) -> None:
        """Whoever was to host has left the community: other hosts are asked for this date."""
        await Meetings(tx).change(meeting.id, cover=None, cover_tag=None)
        date_at, now = (meeting.day, meeting.times.starts), due(meeting.step, meeting.times)
        await ask_in(tx, meeting.guild, meeting.session, date_at, now)

    async def _opened(self, tx: AsyncConnection, meeting: Meeting, room: ChannelId) -> None:
        await Meetings(tx).change(meeting.id, state=MeetingState.OPEN, room=room)
        await Sessions(tx).changed(meeting.session)
        await put_room_card(tx, meeting, meeting.cards)

    async def _absent(
        self, tx: AsyncConnection, session: Session, meeting: Meeting, prepared: Prepared
    ) -> None:
        """No host pressed or wrote anything within five minutes: what the series says."""
        if meeting.host_seen or session.plan.kind is Kind.LEADERLESS:
            return
        if prepared.hosted:
            await Meetings(tx).change(meeting.id, host_seen=True)
            return
        if session.plan.absent is Absent.LEADERLESS:
            await say(tx, meeting, "alone")
        elif session.plan.absent is Absent.COVER:
            await say(tx, meeting, "late")
            until = meeting.times.ends
            key, ids = f"{COVER}:{meeting.id}", {"meeting": meeting.id}
            now = meeting.times.starts
            await OutboxEntries(tx).put(Order(key, COVER, meeting.guild, now, ids, until, lane=0))
        else:
            await say(tx, meeting, "off")
            await self._call_off(tx, meeting)

    async def _call_off(self, tx: AsyncConnection, meeting: Meeting) -> None:
        for seat in await Seats(tx).of(meeting.id):
            if not seat.inside:
                ids = {"meeting": meeting.id, "start": int(meeting.times.starts.timestamp())}
                notice = Notice(meeting.guild, seat.person, OFF, ids, meeting.times.ends)
                await self._reach.tell_in(tx, notice, NOTICES)
        # Those who came may say goodbye; then the room is tidied as after any meeting.
        ends = meeting.times.starts + GOODBYES
        await Meetings(tx).change(
            meeting.id,
            state=MeetingState.OVER,
            ends_at=ends,
            kept_until=ends + meeting.times.kept,
            step=Step.REMOVE,
            due=ends + max(meeting.times.kept, GOODBYES),
        )
        await self._next(tx, meeting)

    async def _closed(self, tx: AsyncConnection, session: Session, meeting: Meeting) -> None:
        if meeting.room is not None:
            await say(tx, meeting, "closing")
        if meeting.host_seen and not meeting.looked_back:
            await look_back(tx, self._reach, View(session, meeting, ()).leads, meeting)
        await Meetings(tx).change(meeting.id, state=MeetingState.OVER, speaker=None)
        await Meetings(tx).changed(meeting.id)
        await self._next(tx, meeting)

    @staticmethod
    async def _next(tx: AsyncConnection, meeting: Meeting) -> None:
        """The series goes on: its next meeting is looked for."""
        await Sessions(tx).change(meeting.session, next_look=meeting.times.starts)
        await Sessions(tx).changed(meeting.session)

    async def _tell_hosts(
        self, tx: AsyncConnection, session: Session, meeting: Meeting, why: int
    ) -> None:
        await tell_hosts(tx, self._reach, View(session, meeting, ()), why)


async def tell_hosts(tx: AsyncConnection, reach: Reach, view: View, why: int) -> None:
    """Tell the hosts of a meeting what is to be mended; the same thing once."""
    meeting = view.meeting
    if meeting is None:
        return
    ids = {"meeting": meeting.id, "why": why, "start": int(meeting.times.starts.timestamp())}
    for host in view.hosts:
        await reach.tell_in(tx, Notice(meeting.guild, host, MEND, ids), NOTICES)


async def look_back(
    tx: AsyncConnection, reach: Reach, hosts: Iterable[UserId], meeting: Meeting
) -> None:
    """Ask hosts once, privately, how it was for them."""
    await Meetings(tx).change(meeting.id, looked_back=True)
    ids = {"meeting": meeting.id, "start": int(meeting.times.starts.timestamp())}
    for host in hosts:
        await reach.tell_in(tx, Notice(meeting.guild, host, LOOK_BACK, ids), NOTICES)


async def put_room_card(tx: AsyncConnection, meeting: Meeting, cards: int) -> None:
    """Plan the card in the room."""
    starts, ends = meeting.times.starts, meeting.times.ends
    key, ids = room_key(meeting.id, cards), {"meeting": meeting.id}
    await OutboxEntries(tx).put(Order(key, ROOM, meeting.guild, starts, ids, late_after=ends))


async def say(tx: AsyncConnection, meeting: Meeting, what: str) -> None:
    """Plan a few words in the room."""
    key, ids = words_key(meeting.id, what), {"meeting": meeting.id, "which": SAID.index(what)}
    until = meeting.times.ends + meeting.times.kept
    now = meeting.times.starts
    await OutboxEntries(tx).put(Order(key, WORDS, meeting.guild, now, ids, late_after=until))
