"""Other hosts are asked to take one date: the first who says yes has it."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.ids import GuildId, UserId
from bot.services.people import People
from bot.services.reach import Notice, Reach
from bot.storage.database import Database
from bot.storage.outbox import Order, OutboxEntries
from cogs.sessions.domain.plan import occurrences
from cogs.sessions.service.following import LOOKED_AHEAD
from cogs.sessions.service.ports import (
    ASK,
    COVERED,
    NOTICES,
    AlreadyCovered,
    NoSuchSession,
)
from cogs.sessions.store.asides import Cover, Covers
from cogs.sessions.store.meeting import MeetingState
from cogs.sessions.store.meetings import Meetings
from cogs.sessions.store.plans import Session, Sessions, SessionState
from cogs.sessions.store.seating import Seats


class Covering:
    """Asking, and saying yes; saying nothing costs nothing and is not noted."""

    def __init__(self, database: Database, people: People, clock: Clock, reach: Reach) -> None:
        self._database = database
        self._people = people
        self._clock = clock
        self._reach = reach

    async def ask(self, guild: GuildId, number: int, day: date) -> None:
        """Ask other hosts for one date; asking twice is asking once.

        Raises:
            NoSuchSession: it has no such date ahead.
            AlreadyCovered: somebody has said yes.
        """
        now = self._clock.now()
        async with self._database.write() as tx:
            session = await Sessions(tx).get(guild, number)
            if session is None or session.state is not SessionState.LIVE:
                raise NoSuchSession
            ahead = {each.day: each.at for each in occurrences(session.plan, now, LOOKED_AHEAD)}
            if day not in ahead:
                raise NoSuchSession
            cover = await Covers(tx).of(number, day)
            if cover is not None and cover.person is not None:
                raise AlreadyCovered
            await ask_in(tx, guild, number, (day, ahead[day]), now)

    async def get(self, guild: GuildId, number: int) -> tuple[Cover, Session]:
        """A date that was asked for, and its session.

        Raises:
            NoSuchSession: it is gone.
        """
        async with self._database.read() as tx:
            return await _found(tx, guild, number)

    async def take(self, guild: GuildId, number: int, user: UserId) -> Cover:
        """Somebody says yes; the hosts are told once, and who comes and agreed to be told.

        Raises:
            AlreadyCovered: somebody was quicker.
            NoSuchSession: the date is past, or does not happen.
        """
        async with self._database.write() as tx:
            cover, session = await _found(tx, guild, number)
            if cover.starts <= self._clock.now() or session.state is not SessionState.LIVE:
                raise NoSuchSession
            tag = self._people.tag(guild, user)
            if not await Covers(tx).take(number, user, tag):
                raise AlreadyCovered
            told = [each for each in session.hosts if each != user]
            meeting = await Meetings(tx).of(session.id)
            if meeting is not None and meeting.day == cover.day:
                if meeting.state is not MeetingState.PLANNED:
                    raise NoSuchSession
                await Meetings(tx).change(meeting.id, cover=user, cover_tag=tag)
                # Who wished for reminders, or let hosts see them, agreed to be told of it.
                seats = await Seats(tx).of(meeting.id)
                told += [seat.person for seat in seats if seat.remind or seat.seen]
            await Sessions(tx).changed(session.id)
            for person in dict.fromkeys(told):
                ids = {"cover": number, "start": int(cover.starts.timestamp())}
                notice = Notice(guild, person, COVERED, ids, cover.starts)
                await self._reach.tell_in(tx, notice, NOTICES)
        return cover


async def ask_in(
    tx: AsyncConnection, guild: GuildId, session: int, date_at: tuple[date, datetime], now: datetime
) -> None:
    """The same inside a transaction. Whoever had said yes is not there: others are asked anew."""
    day, starts = date_at
    before = await Covers(tx).of(session, day)
    number = await Covers(tx).ask(guild, session, day, starts)
    key = f"{ASK}:{number}"
    if before is not None and before.person is not None:
        await Covers(tx).free(number)
        key = f"{key}:{int(now.timestamp())}"
    order = Order(key, ASK, guild, now, {"cover": number}, late_after=starts)
    await OutboxEntries(tx).put(order)


async def take_over(tx: AsyncConnection, meeting: int, session: int, day: date) -> None:
    """A meeting that is planned now may have been taken over before."""
    cover = await Covers(tx).of(session, day)
    if cover is not None and cover.person is not None:
        await Meetings(tx).change(meeting, cover=cover.person, cover_tag=cover.tag)


async def _found(tx: AsyncConnection, guild: GuildId, number: int) -> tuple[Cover, Session]:
    cover = await Covers(tx).get(guild, number)
    session = None if cover is None else await Sessions(tx).get(guild, cover.session)
    if cover is None or session is None:
        raise NoSuchSession
    return cover, session
