"""Sessions as planned, and the drafts of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import RowMapping, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import GuildId, Tag, UserId
from bot.storage.opening import opened
from bot.storage.types import MOST, NOW
from cogs.sessions.domain.plan import Plan
from cogs.sessions.store.tables import SessionRow


class SessionState(StrEnum):
    """Where a session stands."""

    DRAFT = "draft"
    LIVE = "live"
    OVER = "over"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Session:
    """A session or series. `hosts` are the host and, where there is one, the co-host."""

    id: int
    guild: GuildId
    state: SessionState
    version: int
    plan: Plan
    host_tag: Tag | None
    hosts: tuple[UserId, ...]
    edits: int | None
    edits_version: int | None
    stale: int
    cards: int


_COLUMNS = (
    SessionRow.id,
    SessionRow.guild_id,
    SessionRow.state,
    SessionRow.version,
    SessionRow.plan,
    SessionRow.host_tag,
    SessionRow.people,
    SessionRow.edits,
    SessionRow.edits_version,
    SessionRow.stale,
    SessionRow.cards,
)


_STALE = select(*_COLUMNS).where(SessionRow.stale > 0).order_by(SessionRow.stale).limit(MOST)
_TO_LOOK_AT = (
    select(*_COLUMNS).where(SessionRow.next_look <= NOW).order_by(SessionRow.next_look).limit(MOST)
)
_NEXT_LOOK = (
    select(SessionRow.next_look)
    .where(SessionRow.next_look.is_not(None))
    .order_by(SessionRow.next_look)
    .limit(1)
)


class Sessions:
    """Repository of sessions of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def add(self, guild: GuildId, plan: Plan, host: tuple[UserId, Tag], now: datetime) -> int:
        """Keep a draft; answers its number. `now` is from when a forgotten draft ages."""
        user, tag = host
        done = await self._tx.execute(
            insert(SessionRow)
            .values(
                guild_id=guild,
                state=SessionState.DRAFT,
                version=0,
                plan=plan.model_dump(mode="json"),
                host_tag=tag,
                people=[user],
                stale=0,
                cards=0,
                ended_at=now,
            )
            .returning(SessionRow.id)
        )
        return done.scalar_one()

    async def get(self, guild: GuildId, number: int) -> Session | None:
        """A session of a community."""
        found = await self._tx.execute(
            select(*_COLUMNS).where(SessionRow.id == number, SessionRow.guild_id == guild)
        )
        row = found.mappings().one_or_none()
        return None if row is None else _session(row)

    async def live(self, guild: GuildId) -> list[Session]:
        """Every session that goes on, in the order of planning."""
        found = await opened(
            self._tx,
            select(*_COLUMNS)
            .where(SessionRow.guild_id == guild, SessionRow.state == SessionState.LIVE)
            .order_by(SessionRow.id),
        )
        return [_session(row) for row in found.rows]

    async def among(self, numbers: Collection[int]) -> dict[int, Session]:
        """Sessions by their numbers, as far as they are there."""
        found = await opened(self._tx, select(*_COLUMNS).where(SessionRow.id.in_(numbers)))
        return {row["id"]: _session(row) for row in found.rows}

    async def cards(self) -> list[tuple[int, int]]:
        """Every session that goes on, and how often its card was put up."""
        rows = await self._tx.execute(
            select(SessionRow.id, SessionRow.cards).where(SessionRow.state == SessionState.LIVE)
        )
        return [(row.id, row.cards) for row in rows]

    async def drafts(self, guild: GuildId, host_tag: Tag) -> list[Session]:
        """Somebody's drafts, the newest first."""
        found = await opened(
            self._tx,
            select(*_COLUMNS)
            .where(SessionRow.guild_id == guild, SessionRow.host_tag == host_tag)
            .where(SessionRow.state == SessionState.DRAFT)
            .order_by(SessionRow.id.desc()),
        )
        return [_session(row) for row in found.rows]

    async def change(self, number: int, **columns: object) -> None:
        """Change columns of a row; a plan is given as it is."""
        plan = columns.get("plan")
        if isinstance(plan, Plan):
            columns["plan"] = plan.model_dump(mode="json")
        await self._tx.execute(update(SessionRow).where(SessionRow.id == number).values(**columns))

    async def drop(self, number: int) -> None:
        """Delete a draft."""
        await self._tx.execute(
            delete(SessionRow).where(
                SessionRow.id == number, SessionRow.state == SessionState.DRAFT
            )
        )

    async def changed(self, number: int) -> None:
        """The public card does not show everything any more."""
        await self._tx.execute(
            update(SessionRow).where(SessionRow.id == number).values(stale=SessionRow.stale + 1)
        )

    async def shown(self, session: Session) -> None:
        """The public card shows what was true then; what changed since stays to be shown."""
        await self._tx.execute(
            update(SessionRow)
            .where(SessionRow.id == session.id, SessionRow.stale == session.stale)
            .values(stale=0)
        )

    async def stale(self, limit: int) -> list[Session]:
        """Sessions whose card has to be drawn again."""
        found = await opened(self._tx, _STALE, most=limit)
        return [_session(row) for row in found.rows]

    async def to_look_at(self, now: datetime, limit: int) -> list[Session]:
        """Sessions whose next meeting is to be found."""
        found = await opened(self._tx, _TO_LOOK_AT, now=now, most=limit)
        return [_session(row) for row in found.rows]

    async def next_look(self) -> datetime | None:
        """When the beat has to look next, for a meeting or a card."""
        return (await self._tx.execute(_NEXT_LOOK)).scalar_one_or_none()


def _session(row: RowMapping) -> Session:
    people: list[int] = row["people"] or []
    return Session(
        id=row["id"],
        guild=GuildId(row["guild_id"]),
        state=SessionState(row["state"]),
        version=row["version"],
        plan=Plan.model_validate(row["plan"]),
        host_tag=row["host_tag"],
        hosts=tuple(UserId(each) for each in people),
        edits=row["edits"],
        edits_version=row["edits_version"],
        stale=row["stale"],
        cards=row["cards"],
    )
