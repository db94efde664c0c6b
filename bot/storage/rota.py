"""Who of the staff is on duty when, and who is away."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, Integer, LargeBinary, RowMapping, String, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import GuildId, Tag, UserId
from bot.schedule.duty import Hours, days_of, mask_of
from bot.storage.base import Base, PersonalData
from bot.storage.opening import opened
from bot.storage.types import RowId, Sealed, UtcDateTime

# Hours stay as long as somebody serves; they take them back themselves, or an admin does.
_SERVING = timedelta(days=3650)


class ShiftRow(Base):
    """Weekly hours of one person."""

    __tablename__ = "rota_shift"
    personal = PersonalData(
        why="kept.rota-shift",
        keep=_SERVING,
        until="made_at",
        tag="tag",
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger, index=True)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), index=True)
    person: Mapped[int] = mapped_column(Sealed("rota_shift.person"))
    days: Mapped[int] = mapped_column(Integer)
    start: Mapped[int] = mapped_column(Integer)  # minutes after local midnight, as `end`
    end: Mapped[int] = mapped_column(Integer)
    zone: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


class AwayRow(Base):
    """A time in which somebody is not called."""

    __tablename__ = "rota_away"
    personal = PersonalData(
        why="kept.rota-away",
        keep=timedelta(days=1),
        until="ends_at",
        tag="tag",
        erase="delete",
    )

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)


class RestRow(Base):
    """A time in which others are asked before somebody: they come from a hard case."""

    __tablename__ = "rota_rest"
    personal = PersonalData(
        why="kept.rota-rest",
        keep=timedelta(days=1),
        until="ends_at",
        tag="tag",
        erase="delete",
    )

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class Shift:
    """Somebody's weekly hours."""

    id: int
    person: UserId
    tag: Tag
    hours: Hours


class Rota:
    """Repository of duty of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def add(
        self, guild: GuildId, person: UserId, tag: Tag, hours: Hours, now: datetime
    ) -> None:
        """Add weekly hours."""
        await self._tx.execute(
            insert(ShiftRow).values(
                guild_id=guild,
                tag=tag,
                person=person,
                days=mask_of(hours.days),
                start=_minutes(hours.start),
                end=_minutes(hours.end),
                zone=hours.zone.key,
                made_at=now,
            )
        )

    async def all(self, guild: GuildId) -> list[Shift]:
        """Every shift of a community, in the order in which they were added."""
        found = await opened(
            self._tx,
            select(
                ShiftRow.id,
                ShiftRow.person,
                ShiftRow.tag,
                ShiftRow.days,
                ShiftRow.start,
                ShiftRow.end,
                ShiftRow.zone,
            )
            .where(ShiftRow.guild_id == guild)
            .order_by(ShiftRow.id),
        )
        return [_shift(row) for row in found.rows]

    async def drop(self, guild: GuildId, shift: int) -> None:
        """Remove one shift."""
        await self._tx.execute(
            delete(ShiftRow).where(ShiftRow.id == shift, ShiftRow.guild_id == guild)
        )

    async def away(self, guild: GuildId, tag: Tag, until: datetime | None) -> None:
        """Somebody is away until then; None: they are back."""
        await self._tx.execute(delete(AwayRow).where(AwayRow.guild_id == guild, AwayRow.tag == tag))
        if until is not None:
            await self._tx.execute(insert(AwayRow).values(guild_id=guild, tag=tag, ends_at=until))

    async def who_is_away(self, guild: GuildId, now: datetime) -> frozenset[bytes]:
        """The tags of those who are away."""
        rows = await self._tx.execute(
            select(AwayRow.tag).where(AwayRow.guild_id == guild, AwayRow.ends_at > now)
        )
        return frozenset(rows.scalars())

    async def rest(self, guild: GuildId, tag: Tag, until: datetime | None) -> None:
        """Others are asked before somebody until then; None: they are asked as ever."""
        await self._tx.execute(delete(RestRow).where(RestRow.guild_id == guild, RestRow.tag == tag))
        if until is not None:
            await self._tx.execute(insert(RestRow).values(guild_id=guild, tag=tag, ends_at=until))

    async def who_rests(self, guild: GuildId, now: datetime) -> frozenset[bytes]:
        """The tags of those before whom others are asked."""
        rows = await self._tx.execute(
            select(RestRow.tag).where(RestRow.guild_id == guild, RestRow.ends_at > now)
        )
        return frozenset(rows.scalars())


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _time(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


def _shift(row: RowMapping) -> Shift:
    hours = Hours(
        days_of(row["days"]), _time(row["start"]), _time(row["end"]), ZoneInfo(row["zone"])
    )
    return Shift(row["id"], UserId(row["person"]), Tag(row["tag"]), hours)
