"""What a community wants posted again and again: the rule, and up to when it has been planned."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BigInteger,
    Index,
    Integer,
    RowMapping,
    String,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import GuildId
from bot.schedule.recurrence import Rule
from bot.storage.base import Base
from bot.storage.opening import opened
from bot.storage.types import MOST, NOW, RowId, Sealed, UtcDateTime

_MINUTE = timedelta(minutes=1)


class Standing(StrEnum):
    """Whether a schedule runs; `bot/services/recurring.py` says who moves it."""

    DRAFT = "draft"
    ON = "on"
    PAUSED = "paused"


class RecurringRow(Base):
    """One schedule. `choices` is what its feature wants to know: a channel, a deck.

    Numbers are never used twice: the outbox remembers them in its keys.
    """

    __tablename__ = "recurring"
    __table_args__ = (
        Index("ix_recurring_next", "state", "next_at"),
        Index("ix_recurring_kind", "guild_id", "kind"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(8))
    rule: Mapped[str] = mapped_column(String(200))
    first_day: Mapped[str] = mapped_column(String(10))
    at: Mapped[int] = mapped_column(Integer)  # minutes after local midnight
    zone: Mapped[str] = mapped_column(String(64))
    late_minutes: Mapped[int] = mapped_column(Integer)
    choices: Mapped[dict[str, object]] = mapped_column(Sealed("recurring.choices"))
    planned_to: Mapped[datetime] = mapped_column(UtcDateTime)
    last_day: Mapped[str | None] = mapped_column(String(10))
    next_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A schedule as it stands.

    `late` is how long after its time a post still makes sense. Everything up to `planned_to` has
    been planned, `last_day` is the local day of the last of it, and `next_at` is when there is
    something to plan again (None: never, or not now).
    """

    guild: GuildId
    kind: str
    rule: Rule
    zone: str
    late: timedelta
    planned_to: datetime
    choices: Mapping[str, object] = field(default_factory=dict[str, object])
    id: int = 0
    state: Standing = Standing.DRAFT
    last_day: date | None = None
    next_at: datetime | None = None

    @property
    def wall(self) -> ZoneInfo:
        """The clock on the wall where it is planned."""
        return ZoneInfo(self.zone)


_TABLE = RecurringRow.__table__
_DUE = (
    select(_TABLE)
    .where(RecurringRow.state == Standing.ON, RecurringRow.next_at <= NOW)
    .order_by(RecurringRow.next_at)
    .limit(MOST)
)
_NEXT_AT = select(func.min(RecurringRow.next_at)).where(RecurringRow.state == Standing.ON)


class Schedules:
    """Repository of the schedules of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def add(self, schedule: Schedule) -> int:
        """Write a new one; answers its number."""
        values = {"guild_id": schedule.guild, "kind": schedule.kind, **_columns(schedule)}
        made = insert(RecurringRow).values(**values).returning(RecurringRow.id)
        return (await self._tx.execute(made)).scalar_one()

    async def save(self, schedule: Schedule) -> None:
        """Write what has changed."""
        row = RecurringRow.id == schedule.id
        await self._tx.execute(update(RecurringRow).where(row).values(**_columns(schedule)))

    async def get(self, guild: GuildId, kind: str, number: int) -> Schedule | None:
        """One of a community's."""
        mine = (RecurringRow.guild_id == guild, RecurringRow.kind == kind)
        rows = await self._tx.execute(select(_TABLE).where(RecurringRow.id == number, *mine))
        row = rows.mappings().one_or_none()
        return None if row is None else _schedule(row)

    async def of(self, guild: GuildId, kind: str) -> list[Schedule]:
        """All of a community's of one kind, in the order in which they were made."""
        mine = (RecurringRow.guild_id == guild, RecurringRow.kind == kind)
        asked = select(_TABLE).where(*mine).order_by(RecurringRow.id)
        return [_schedule(row) for row in (await opened(self._tx, asked)).rows]

    async def due(self, now: datetime, limit: int) -> list[Schedule]:
        """Running ones that have something to plan."""
        found = await opened(self._tx, _DUE, now=now, most=limit)
        return [_schedule(row) for row in found.rows]

    async def next_at(self) -> datetime | None:
        """When there is something to plan next."""
        return (await self._tx.execute(_NEXT_AT)).scalar_one_or_none()

    async def remove(self, guild: GuildId, kind: str, number: int) -> None:
        """Delete one; what was planned of it finds it gone."""
        mine = (RecurringRow.guild_id == guild, RecurringRow.kind == kind)
        await self._tx.execute(delete(RecurringRow).where(RecurringRow.id == number, *mine))


def _columns(schedule: Schedule) -> dict[str, object]:
    return {
        "state": schedule.state,
        "rule": schedule.rule.text,
        "first_day": schedule.rule.first_day.isoformat(),
        "at": schedule.rule.at.hour * 60 + schedule.rule.at.minute,
        "zone": schedule.zone,
        "late_minutes": schedule.late // _MINUTE,
        "choices": dict(schedule.choices),
        "planned_to": schedule.planned_to,
        "last_day": schedule.last_day and schedule.last_day.isoformat(),
        "next_at": schedule.next_at,
    }


def _schedule(row: RowMapping) -> Schedule:
    first, last = date.fromisoformat(row["first_day"]), row["last_day"]
    return Schedule(
        guild=GuildId(row["guild_id"]),
        kind=row["kind"],
        rule=Rule(row["rule"], first, time(*divmod(row["at"], 60))),
        zone=row["zone"],
        late=row["late_minutes"] * _MINUTE,
        planned_to=row["planned_to"],
        choices=row["choices"],
        id=row["id"],
        state=Standing(row["state"]),
        last_day=None if last is None else date.fromisoformat(last),
        next_at=row["next_at"],
    )
