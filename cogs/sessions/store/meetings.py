"""Meetings: one row each, which knows the step that comes next."""

from datetime import date, datetime

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from bot.ids import GuildId
from bot.storage.opening import opened
from bot.storage.types import MOST, NOW
from cogs.sessions.domain.plan import Occurrence
from cogs.sessions.domain.steps import Step, Times, due, first_step
from cogs.sessions.store.meeting import (
    AHEAD,
    COLUMNS,
    Meeting,
    MeetingState,
    columns_of,
    meeting_of,
    times_of,
)
from cogs.sessions.store.plans import Session, SessionState
from cogs.sessions.store.tables import MeetingRow, SessionRow

_DUE = select(*COLUMNS).where(MeetingRow.due <= NOW).order_by(MeetingRow.due).limit(MOST)
_NEXT_DUE = (
    select(MeetingRow.due).where(MeetingRow.due.is_not(None)).order_by(MeetingRow.due).limit(1)
)
_STALE = select(*COLUMNS).where(MeetingRow.stale > 0).order_by(MeetingRow.stale).limit(MOST)


class Meetings:
    """Repository of meetings of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def add(self, session: Session, found: Occurrence, now: datetime) -> int:
        """Plan a meeting; answers its number."""
        times = times_of(session.plan, found.at)
        step = first_step(times, now)
        done = await self._tx.execute(
            insert(MeetingRow)
            .values(
                session_id=session.id,
                guild_id=session.guild,
                day=found.day,
                state=MeetingState.PLANNED,
                step=step,
                due=due(step, times),
                tries=0,
                version=0,
                host_seen=False,
                started=False,
                missed=0,
                stale=0,
                **columns_of(times),
            )
            .returning(MeetingRow.id)
        )
        return done.scalar_one()

    async def get(self, number: int) -> Meeting | None:
        """A meeting."""
        found = await self._tx.execute(select(*COLUMNS).where(MeetingRow.id == number))
        row = found.mappings().one_or_none()
        return None if row is None else meeting_of(row)

    async def of(self, session: int) -> Meeting | None:
        """The meeting of a session that lies ahead or is going on."""
        found = await self._tx.execute(
            select(*COLUMNS)
            .where(MeetingRow.session_id == session, MeetingRow.state.in_(AHEAD))
            .order_by(MeetingRow.starts_at)
            .limit(1)
        )
        row = found.mappings().one_or_none()
        return None if row is None else meeting_of(row)

    async def open_now(self, guild: GuildId, now: datetime) -> list[Meeting]:
        """The meetings of a community that go on."""
        rows = await self._tx.execute(
            select(*COLUMNS)
            .where(MeetingRow.guild_id == guild, MeetingRow.ends_at > now)
            .where(MeetingRow.state == MeetingState.OPEN)
        )
        return [meeting_of(row) for row in rows.mappings()]

    async def latest_over(self, session: int) -> Meeting | None:
        """The latest meeting of a session of which everything is done, feedback too."""
        found = await self._tx.execute(
            select(*COLUMNS)
            .where(MeetingRow.session_id == session, MeetingRow.state == MeetingState.OVER)
            .where(MeetingRow.step == Step.DONE)
            .order_by(MeetingRow.starts_at.desc())
            .limit(1)
        )
        row = found.mappings().one_or_none()
        return None if row is None else meeting_of(row)

    async def last_of_ended(self, guild: GuildId, limit: int) -> list[Meeting]:
        """The last meeting of each session that is over or was cancelled, the latest first."""
        other = aliased(MeetingRow)
        latest = (
            select(func.max(other.starts_at))
            .where(other.session_id == SessionRow.id, other.state == MeetingState.OVER)
            .scalar_subquery()
        )
        ended = (SessionState.OVER, SessionState.CANCELLED)
        found = await opened(
            self._tx,
            select(*COLUMNS)
            .join(SessionRow, SessionRow.id == MeetingRow.session_id)
            .where(SessionRow.guild_id == guild, SessionRow.state.in_(ended))
            .where(MeetingRow.state == MeetingState.OVER, MeetingRow.starts_at == latest)
            .order_by(MeetingRow.starts_at.desc())
            .limit(limit),
        )
        return [meeting_of(row) for row in found.rows]

    async def last(self, session: int) -> datetime | None:
        """When the latest meeting of a session began or begins."""
        found = await self._tx.execute(
            select(MeetingRow.starts_at)
            .where(MeetingRow.session_id == session)
            .order_by(MeetingRow.starts_at.desc())
            .limit(1)
        )
        return found.scalar_one_or_none()

    async def days(self, session: int) -> frozenset[date]:
        """The days of a session that have a row."""
        rows = await self._tx.execute(
            select(MeetingRow.day).where(MeetingRow.session_id == session)
        )
        return frozenset(rows.scalars())

    async def coming(self, guild: GuildId, now: datetime, limit: int) -> list[Meeting]:
        """What lies ahead or is going on in a community, by time."""
        found = await opened(
            self._tx,
            select(*COLUMNS)
            .where(MeetingRow.guild_id == guild, MeetingRow.ends_at > now)
            .where(MeetingRow.state.in_(AHEAD))
            .order_by(MeetingRow.starts_at)
            .limit(limit),
        )
        return [meeting_of(row) for row in found.rows]

    async def due(self, now: datetime, limit: int) -> list[Meeting]:
        """Meetings at which something is to be done, the earliest first."""
        found = await opened(self._tx, _DUE, now=now, most=limit)
        return [meeting_of(row) for row in found.rows]

    async def next_due(self) -> datetime | None:
        """When the next step of any meeting is due."""
        return (await self._tx.execute(_NEXT_DUE)).scalar_one_or_none()

    async def change(self, number: int, **columns: object) -> None:
        """Change columns of a row."""
        await self._tx.execute(update(MeetingRow).where(MeetingRow.id == number).values(**columns))

    async def stand_at(self, meeting: Meeting, step: Step) -> None:
        """From now on, this step comes next."""
        at = None if step is Step.DONE else due(step, meeting.times)
        await self.change(meeting.id, step=step, due=at, tries=0)

    async def retime(self, meeting: Meeting, times: Times, now: datetime) -> None:
        """It happens at another time; what comes next is counted anew."""
        step = first_step(times, now)
        await self.change(
            meeting.id,
            version=meeting.version + 1,
            step=step,
            due=due(step, times),
            **columns_of(times),
        )

    async def changed(self, number: int) -> None:
        """The card in the room does not show everything any more."""
        await self._tx.execute(
            update(MeetingRow).where(MeetingRow.id == number).values(stale=MeetingRow.stale + 1)
        )

    async def shown(self, meeting: Meeting) -> None:
        """The card in the room shows what was true then."""
        await self._tx.execute(
            update(MeetingRow)
            .where(MeetingRow.id == meeting.id, MeetingRow.stale == meeting.stale)
            .values(stale=0)
        )

    async def stale(self, limit: int) -> list[Meeting]:
        """Meetings whose room's card has to be drawn again."""
        found = await opened(self._tx, _STALE, most=limit)
        return [meeting_of(row) for row in found.rows]

    async def missed_at(self, guild: GuildId, since: datetime) -> list[Meeting]:
        """Meetings of a community at which something was noted as missed since then."""
        found = await opened(
            self._tx,
            select(*COLUMNS)
            .where(MeetingRow.guild_id == guild, MeetingRow.missed_at >= since)
            .order_by(MeetingRow.starts_at),
        )
        return [meeting_of(row) for row in found.rows]
