"""Hours of duty that somebody takes for somebody else, once; and who of a rota serves no more."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    LargeBinary,
    RowMapping,
    String,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as insert_or_leave
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import GuildId, Tag, UserId
from bot.storage.base import Base, PersonalData
from bot.storage.rota import ShiftRow
from bot.storage.types import RowId, Sealed, UtcDateTime


class Answer(StrEnum):
    """What somebody said who was asked to take hours."""

    ASKED = "asked"
    TAKEN = "taken"
    DECLINED = "declined"


class SwapRow(Base):
    """One time of somebody's weekly hours, and who was asked to take it."""

    __tablename__ = "rota_swap"
    # A number is never given twice: by it a post is known that may outlive the row.
    __table_args__ = ({"sqlite_autoincrement": True},)
    personal = PersonalData(
        why="kept.rota-swap",
        keep=timedelta(days=1),
        until="ends_at",
        tag="tag",
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger, index=True)
    shift_id: Mapped[int] = mapped_column(
        ForeignKey("rota_shift.id", ondelete="CASCADE"), index=True
    )
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), index=True)
    person: Mapped[int] = mapped_column(Sealed("rota_swap.person"))
    state: Mapped[str] = mapped_column(String(8))
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)


class GoneRow(Base):
    """Somebody of the rota who has left, or lost the role: not called, and not counted."""

    __tablename__ = "rota_gone"
    personal = PersonalData(
        why="kept.rota-gone",
        keep=timedelta(days=60),
        until="since",
        tag="tag",
        erase="delete",
    )

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    since: Mapped[datetime] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class Swap:
    """Who was asked for one time of a shift, whose shift it is, and what was answered."""

    id: int
    shift: int
    owner: UserId
    person: UserId
    tag: Tag
    state: Answer
    starts_at: datetime
    ends_at: datetime


_FOUND = select(
    SwapRow.id,
    SwapRow.shift_id.label("shift"),
    ShiftRow.person.label("owner"),
    SwapRow.person,
    SwapRow.tag,
    SwapRow.state,
    SwapRow.starts_at,
    SwapRow.ends_at,
).join(ShiftRow, ShiftRow.id == SwapRow.shift_id)


class RotaSwaps:
    """Repository of swapped hours of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def add(self, guild: GuildId, asked: Swap) -> int:
        """Somebody is asked; answers the number of the question."""
        made = await self._tx.execute(
            insert(SwapRow)
            .values(
                guild_id=guild,
                shift_id=asked.shift,
                tag=asked.tag,
                person=asked.person,
                state=asked.state,
                starts_at=asked.starts_at,
                ends_at=asked.ends_at,
            )
            .returning(SwapRow.id)
        )
        return made.scalar_one()

    async def get(self, guild: GuildId, number: int) -> Swap | None:
        """One question."""
        found = await self._tx.execute(
            _FOUND.where(SwapRow.id == number, SwapRow.guild_id == guild)
        )
        row = found.mappings().one_or_none()
        return None if row is None else _swap(row)

    async def ahead(self, guild: GuildId, now: datetime) -> list[Swap]:
        """Every question about hours that are not over, oldest first."""
        found = await self._tx.execute(
            _FOUND.where(SwapRow.guild_id == guild, SwapRow.ends_at > now).order_by(SwapRow.id)
        )
        return [_swap(row) for row in found.mappings()]

    async def answer(self, number: int, said: Answer) -> bool:
        """What was said; answers False where something was said already."""
        done = await self._tx.execute(
            update(SwapRow)
            .where(SwapRow.id == number, SwapRow.state == Answer.ASKED)
            .values(state=said)
        )
        return done.rowcount == 1

    async def drop(self, number: int) -> None:
        """The question is taken back."""
        await self._tx.execute(delete(SwapRow).where(SwapRow.id == number))


class Gone:
    """Repository of those who serve no more, of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def all(self, guild: GuildId) -> dict[bytes, datetime]:
        """Their tags, and since when it is known."""
        rows = await self._tx.execute(
            select(GoneRow.tag, GoneRow.since).where(GoneRow.guild_id == guild)
        )
        return {row.tag: row.since for row in rows}

    async def note(self, guild: GuildId, tag: Tag, now: datetime) -> None:
        """Somebody serves no more; known already, it changes nothing."""
        values = {"guild_id": guild, "tag": tag, "since": now}
        await self._tx.execute(insert_or_leave(GoneRow).values(values).on_conflict_do_nothing())

    async def back(self, guild: GuildId, tag: Tag) -> None:
        """They serve again."""
        await self._tx.execute(delete(GoneRow).where(GoneRow.guild_id == guild, GoneRow.tag == tag))

    async def drop_shifts(self, guild: GuildId, tag: Tag) -> None:
        """Their hours go."""
        await self._tx.execute(
            delete(ShiftRow).where(ShiftRow.guild_id == guild, ShiftRow.tag == tag)
        )


def _swap(row: RowMapping) -> Swap:
    values = dict(row)
    state = Answer(values.pop("state"))
    return Swap(state=state, **values)
