"""Check-ins that were opened, and the sealed answers to those that are open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Boolean,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    RowMapping,
    String,
    UniqueConstraint,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import ChannelId, GuildId
from bot.storage.base import Base, PersonalData
from bot.storage.opening import opened
from bot.storage.types import NOW, RowId, Sealed, UtcDateTime
from cogs.checkins.domain import Cell

# A check-in of nobody's schedule: the room of a day for `/checkin`.
OWN = 0
KEPT_CLOSED = timedelta(days=100)  # so that a deck knows what it gave


class CheckInRow(Base):
    """One check-in of one local day. Numbers are never used twice: old buttons carry them."""

    __tablename__ = "checkin"
    __table_args__ = (
        UniqueConstraint("guild_id", "schedule_id", "day"),
        Index("ix_checkin_open", "is_open", "closes_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    schedule_id: Mapped[int] = mapped_column(Integer)
    day: Mapped[str] = mapped_column(String(10))
    card: Mapped[str] = mapped_column(String(60))
    channel: Mapped[int | None] = mapped_column(Sealed("checkin.channel"))
    closes_at: Mapped[datetime] = mapped_column(UtcDateTime)
    is_open: Mapped[bool] = mapped_column(Boolean)
    silent: Mapped[bool] = mapped_column(Boolean)
    cells: Mapped[list[list[object]] | None] = mapped_column(Sealed("checkin.cells"))


class AnswerRow(Base):
    """One person's present answer to an open check-in, as `keys` says. Kept in no order."""

    __tablename__ = "checkin_answer"
    __table_args__ = ({"sqlite_with_rowid": False},)
    personal = PersonalData(
        why="kept.checkin-answer",
        keep=timedelta(days=1),
        until="closes_at",
        tag=None,
        erase="delete",
    )

    checkin_id: Mapped[int] = mapped_column(
        ForeignKey("checkin.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    token: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    closes_at: Mapped[datetime] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A check-in as it stands. `schedule` is OWN for the room of a day."""

    guild: GuildId
    schedule: int
    day: date
    card: str
    channel: ChannelId | None
    closes_at: datetime
    id: int = 0
    is_open: bool = True
    cells: tuple[Cell, ...] = ()


class CheckInRows:
    """Repository of check-ins of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def add(self, fresh: CheckIn) -> int:
        """Write a new one; answers its number."""
        made = (
            insert(CheckInRow)
            .values(
                guild_id=fresh.guild,
                schedule_id=fresh.schedule,
                day=fresh.day.isoformat(),
                card=fresh.card,
                channel=fresh.channel,
                closes_at=fresh.closes_at,
                is_open=True,
                silent=False,
            )
            .returning(CheckInRow.id)
        )
        return (await self._tx.execute(made)).scalar_one()

    async def get(self, guild: GuildId, number: int) -> CheckIn | None:
        """One of a community's."""
        mine = (CheckInRow.guild_id == guild, CheckInRow.id == number)
        row = (await self._tx.execute(select(_TABLE).where(*mine))).mappings().one_or_none()
        return None if row is None else _checkin(row)

    async def of_day(self, guild: GuildId, schedule: int, day: date) -> CheckIn | None:
        """The one of a schedule's local day."""
        mine = (CheckInRow.guild_id == guild, CheckInRow.schedule_id == schedule)
        rows = await self._tx.execute(
            select(_TABLE).where(*mine, CheckInRow.day == day.isoformat())
        )
        row = rows.mappings().one_or_none()
        return None if row is None else _checkin(row)

    async def cards(self, guild: GuildId, schedule: int) -> list[str]:
        """What a schedule's deck gave, the newest last."""
        mine = (CheckInRow.guild_id == guild, CheckInRow.schedule_id == schedule)
        rows = await self._tx.execute(select(CheckInRow.card).where(*mine).order_by(CheckInRow.id))
        return list(rows.scalars())

    async def over(self, now: datetime) -> list[CheckIn]:
        """Those whose time is over and that have not been closed."""
        return [_checkin(row) for row in (await opened(self._tx, _OVER, now=now)).rows]

    async def closed(self, guild: GuildId, since: datetime) -> list[CheckIn]:
        """A community's that closed since then; the rooms of a day are not among them."""
        mine = (CheckInRow.guild_id == guild, CheckInRow.schedule_id != OWN)
        found = await opened(
            self._tx,
            select(_TABLE).where(
                *mine, CheckInRow.is_open.is_(False), CheckInRow.closes_at >= since
            ),
        )
        return [_checkin(row) for row in found.rows]

    async def next_end(self) -> datetime | None:
        """When the next one closes."""
        return (await self._tx.execute(_NEXT_END)).scalar_one_or_none()

    async def living(self) -> set[int]:
        """The numbers of all that are open."""
        rows = await self._tx.execute(select(CheckInRow.id).where(CheckInRow.is_open))
        return set(rows.scalars())

    async def close(self, number: int, cells: Sequence[Cell], *, silent: bool) -> None:
        """Only what may be published remains of the answers."""
        shown = [[list(cell.bands), cell.people] for cell in cells]
        row = CheckInRow.id == number
        await self._tx.execute(
            update(CheckInRow).where(row).values(is_open=False, cells=shown, silent=silent)
        )
        await self._tx.execute(delete(AnswerRow).where(AnswerRow.checkin_id == number))

    async def silence(self, guild: GuildId, schedule: int, count: int) -> bool:
        """Whether the last so many that closed had no answer."""
        mine = (CheckInRow.guild_id == guild, CheckInRow.schedule_id == schedule)
        rows = await self._tx.execute(
            select(CheckInRow.silent)
            .where(*mine, CheckInRow.is_open.is_(False))
            .order_by(CheckInRow.id.desc())
            .limit(count)
        )
        found = list(rows.scalars())
        return len(found) == count and all(found)

    async def forgive(self, guild: GuildId, schedule: int) -> None:
        """Begin to count silence anew."""
        mine = (CheckInRow.guild_id == guild, CheckInRow.schedule_id == schedule)
        await self._tx.execute(update(CheckInRow).where(*mine).values(silent=False))

    async def prune(self, now: datetime) -> None:
        """Check-ins that closed long ago go."""
        over = CheckInRow.closes_at < now - KEPT_CLOSED
        await self._tx.execute(delete(CheckInRow).where(CheckInRow.is_open.is_(False), over))


class AnswerRows:
    """Repository of sealed answers of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def get(self, checkin: int, token: bytes) -> bytes | None:
        """What stands under a token."""
        mine = (AnswerRow.checkin_id == checkin, AnswerRow.token == token)
        return (await self._tx.execute(select(AnswerRow.body).where(*mine))).scalar_one_or_none()

    async def put(self, checkin: CheckIn, token: bytes, body: bytes) -> None:
        """Write it, in the place of what stood there."""
        statement = insert(AnswerRow).values(
            checkin_id=checkin.id, token=token, body=body, closes_at=checkin.closes_at
        )
        await self._tx.execute(
            statement.on_conflict_do_update(
                index_elements=["checkin_id", "token"], set_={"body": statement.excluded.body}
            )
        )

    async def of(self, checkin: int) -> list[tuple[bytes, bytes]]:
        """Every token of a check-in with what stands under it."""
        rows = await self._tx.execute(
            select(AnswerRow.token, AnswerRow.body).where(AnswerRow.checkin_id == checkin)
        )
        return [(row.token, row.body) for row in rows]

    async def drop(self, checkin: int, token: bytes) -> None:
        """Take an answer back."""
        mine = (AnswerRow.checkin_id == checkin, AnswerRow.token == token)
        await self._tx.execute(delete(AnswerRow).where(*mine))


_TABLE = CheckInRow.__table__
_OVER = (
    select(_TABLE)
    .where(CheckInRow.is_open, CheckInRow.closes_at <= NOW)
    .order_by(CheckInRow.closes_at)
)
_NEXT_END = select(func.min(CheckInRow.closes_at)).where(CheckInRow.is_open)


def _checkin(row: RowMapping) -> CheckIn:
    cells = tuple(Cell(tuple(bands), people) for bands, people in row["cells"] or ())
    return CheckIn(
        guild=GuildId(row["guild_id"]),
        schedule=row["schedule_id"],
        day=date.fromisoformat(row["day"]),
        card=row["card"],
        channel=row["channel"],
        closes_at=row["closes_at"],
        id=row["id"],
        is_open=row["is_open"],
        cells=cells,
    )
