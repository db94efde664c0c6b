"""What the beat does for sessions: the next step of each meeting, the next meeting of each series.

`domain/steps.py` draws the states. A step is done in the transaction that moves the row on, so it
is done once; what Discord has to do first (a room) is found again instead of made twice. Whatever
is later than its window is noted, and staff are told once for all of it.
"""

import logging
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.ids import ChannelId
from bot.services.courier import Unclear, Undeliverable
from bot.storage.database import Database
from bot.storage.outbox import Order, OutboxEntries
from cogs.sessions.domain.plan import Occurrence, occurrences
from cogs.sessions.domain.steps import Step, too_late
from cogs.sessions.service.again import Again, is_lost
from cogs.sessions.service.coming import Coming
from cogs.sessions.service.covering import take_over
from cogs.sessions.service.deeds import Deeds, Prepared
from cogs.sessions.service.ports import MISSED
from cogs.sessions.store.meeting import Meeting, MeetingState
from cogs.sessions.store.meetings import Meetings
from cogs.sessions.store.plans import Session, Sessions, SessionState

log = logging.getLogger("hearth.sessions")

BATCH = 50
RETRY = timedelta(seconds=30)
MOST_TRIES = 10
GATHER = timedelta(seconds=10)
# Dates that passed while the machine was away: told of, up to so many a session.
TOLD_OF = 10


class Clockwork:
    """The heartbeat's duty of this feature."""

    def __init__(
        self, database: Database, clock: Clock, deeds: Deeds, again: Again, coming: Coming
    ) -> None:
        self._database = database
        self._clock = clock
        self._deeds = deeds
        self._again = again
        self._coming = coming

    async def work(self) -> None:
        """Do every step that is due, offer lapsed places on, look for the next meetings."""
        now = self._clock.now()
        await self._coming.lapse()
        while await self._steps(now) + await self._look(now):
            pass

    async def next_due(self) -> datetime | None:
        """When a step of a meeting, an offer or a series wants something."""
        async with self._database.read() as tx:
            times = (await Meetings(tx).next_due(), await Sessions(tx).next_look())
        lapse = await self._coming.next_lapse()
        return min((each for each in (*times, lapse) if each is not None), default=None)

    async def _steps(self, now: datetime) -> int:
        async with self._database.read() as tx:
            found = await Meetings(tx).due(now, BATCH)
        for meeting in found:
            work = self._make_again if is_lost(meeting, now) else self._step
            await work(meeting, now)
        return len(found)

    async def _step(self, meeting: Meeting, now: datetime) -> None:
        prepared = Prepared()
        late = too_late(meeting.step, meeting.times, now)
        well = not late
        if not late:
            try:
                prepared = await self._deeds.prepare(meeting)
            except Unclear:
                if meeting.tries < MOST_TRIES:
                    await self._later(meeting, now)
                    return
                well = False
            except Undeliverable:
                well = False
        async with self._database.write() as tx:
            there = await _unchanged(tx, meeting)
            if there is not None and well:
                await Meetings(tx).stand_at(there, Step(there.step + 1))
                await self._deeds.commit(tx, there, prepared)
            elif there is not None:
                await self._not_done(tx, there, now)
        if there is None and prepared.room is not None:
            await self._deeds.undo(meeting, prepared.room)

    async def _make_again(self, meeting: Meeting, now: datetime) -> None:
        room: ChannelId | None = None
        try:
            room = await self._again.prepare(meeting)
        except Unclear:
            if meeting.tries < MOST_TRIES:
                await self._later(meeting, now)
                return
        except Undeliverable:
            pass
        async with self._database.write() as tx:
            there = await _unchanged(tx, meeting)
            if there is not None:
                await self._again.commit(tx, there, room)
        if there is None and room is not None:
            await self._deeds.undo(meeting, room)

    async def _not_done(self, tx: AsyncConnection, meeting: Meeting, now: datetime) -> None:
        """Too late, or Discord refused: it is noted and told, and the meeting goes on."""
        await Meetings(tx).stand_at(meeting, Step(meeting.step + 1))
        await self._miss(tx, meeting, now)
        if not too_late(meeting.step, meeting.times, now):
            await self._deeds.refused(tx, meeting)

    async def _later(self, meeting: Meeting, now: datetime) -> None:
        async with self._database.write() as tx:
            if await _unchanged(tx, meeting) is not None:
                await Meetings(tx).change(meeting.id, due=now + RETRY, tries=meeting.tries + 1)

    async def _miss(self, tx: AsyncConnection, meeting: Meeting, now: datetime) -> None:
        bits = meeting.missed | 1 << meeting.step
        await Meetings(tx).change(meeting.id, missed=bits, missed_at=now)
        minute = int(now.timestamp()) // 60
        key, ids = f"{MISSED}:{meeting.guild}:{minute}", {"since": minute * 60}
        await OutboxEntries(tx).put(Order(key, MISSED, meeting.guild, now + GATHER, ids))

    async def _look(self, now: datetime) -> int:
        async with self._database.read() as tx:
            found = await Sessions(tx).to_look_at(now, BATCH)
        for session in found:
            async with self._database.write() as tx:
                await self._next_meeting(tx, session, now)
        return len(found)

    async def _next_meeting(self, tx: AsyncConnection, session: Session, now: datetime) -> None:
        sessions, meetings = Sessions(tx), Meetings(tx)
        await sessions.change(session.id, next_look=None)
        if session.state is not SessionState.LIVE or await meetings.of(session.id) is not None:
            return
        await self._tell_of_passed(tx, session, now)
        taken = await meetings.days(session.id)
        ahead = [each for each in occurrences(session.plan, now, 3) if each.day not in taken]
        await sessions.changed(session.id)
        if ahead:
            number = await meetings.add(session, ahead[0], now)
            await take_over(tx, number, session.id, ahead[0].day)
        else:
            await sessions.change(session.id, state=SessionState.OVER, ended_at=now)

    async def _tell_of_passed(self, tx: AsyncConnection, session: Session, now: datetime) -> None:
        """Dates of the series that came and went while nobody was awake."""
        meetings = Meetings(tx)
        last, taken = await meetings.last(session.id), await meetings.days(session.id)
        if last is None:
            return
        for each in occurrences(session.plan, last, TOLD_OF):
            if each.at <= now and each.day not in taken:
                await self._passed(tx, session, each, now)

    async def _passed(
        self, tx: AsyncConnection, session: Session, date: Occurrence, now: datetime
    ) -> None:
        meetings = Meetings(tx)
        number = await meetings.add(session, date, now)
        await meetings.change(number, state=MeetingState.OVER, step=Step.DONE, due=None)
        made = await meetings.get(number)
        if made is not None:
            await self._miss(tx, made, now)


async def _unchanged(tx: AsyncConnection, meeting: Meeting) -> Meeting | None:
    """The meeting as it is now; None: somebody was quicker, or changed it meanwhile."""
    there = await Meetings(tx).get(meeting.id)
    if there is None or (there.step, there.version, there.room) != (
        meeting.step,
        meeting.version,
        meeting.room,
    ):
        return None
    return there
