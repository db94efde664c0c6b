"""Who serves as staff, as far as the house has met them, and whom members do not want."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, LargeBinary, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import GuildId, Tag, UserId
from bot.storage.base import Base, PersonalData
from bot.storage.opening import opened
from bot.storage.types import Sealed, UtcDateTime

# A wish to be safe from somebody must not end by itself while it is needed.
_AS_LONG_AS_WANTED = timedelta(days=3650)
Chooser = tuple[GuildId, Tag]


class UnwantedStaffRow(Base):
    """Staff whom one member does not want on their cases."""

    __tablename__ = "unwanted_staff"
    personal = PersonalData(
        why="kept.unwanted-staff",
        keep=_AS_LONG_AS_WANTED,
        until="chosen_at",
        tag="tag",
        erase="delete",
        keeps=("staff",),
    )

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    staff: Mapped[list[int]] = mapped_column(Sealed("unwanted_staff.staff"))
    chosen_at: Mapped[datetime] = mapped_column(UtcDateTime)


class KnownStaffRow(Base):
    """Somebody who took part in cases lately: whom a case that is posted nowhere can be told."""

    __tablename__ = "known_staff"
    personal = PersonalData(
        why="kept.known-staff",
        keep=timedelta(days=90),
        until="seen_at",
        tag="tag",
        erase="delete",
    )

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    person: Mapped[int] = mapped_column(Sealed("known_staff.person"))
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)


class UnwantedStaff:
    """Repository of members' choices of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def all(self) -> tuple[dict[Chooser, frozenset[UserId]], set[Chooser]]:
        """Every choice, by community and member; and whose no key opens."""
        columns = (UnwantedStaffRow.guild_id, UnwantedStaffRow.tag, UnwantedStaffRow.staff)
        found = await opened(self._tx, select(*columns))
        rows = {(GuildId(r["guild_id"]), Tag(r["tag"])): _people(r["staff"]) for r in found.rows}
        return rows, {(GuildId(guild), Tag(tag)) for guild, tag in found.shut}

    async def of(self, guild: GuildId, tag: Tag) -> frozenset[UserId]:
        """Whom one member does not want."""
        found = await self._tx.execute(
            select(UnwantedStaffRow.staff).where(
                UnwantedStaffRow.guild_id == guild, UnwantedStaffRow.tag == tag
            )
        )
        return _people(found.scalar_one_or_none() or [])

    async def put(self, guild: GuildId, tag: Tag, staff: Collection[UserId], now: datetime) -> None:
        """Keep a choice; nobody chosen is no row."""
        await self._tx.execute(
            delete(UnwantedStaffRow).where(
                UnwantedStaffRow.guild_id == guild, UnwantedStaffRow.tag == tag
            )
        )
        if staff:
            row = {"guild_id": guild, "tag": tag, "staff": sorted(staff), "chosen_at": now}
            await self._tx.execute(insert(UnwantedStaffRow).values(**row))


class KnownStaff:
    """Repository of who serves of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def seen(self, guild: GuildId, tag: Tag, person: UserId, now: datetime) -> None:
        """Somebody of the staff took part in a case, or asked to be told."""
        statement = insert(KnownStaffRow).values(
            guild_id=guild, tag=tag, person=person, seen_at=now
        )
        await self._tx.execute(
            statement.on_conflict_do_update(
                index_elements=["guild_id", "tag"], set_={"seen_at": statement.excluded.seen_at}
            )
        )

    async def all(self, guild: GuildId) -> list[UserId]:
        """Everybody who took part, the latest first."""
        asked = (
            select(KnownStaffRow.person)
            .where(KnownStaffRow.guild_id == guild)
            .order_by(KnownStaffRow.seen_at.desc())
        )
        return [UserId(row["person"]) for row in (await opened(self._tx, asked)).rows]


def _people(ids: Collection[int]) -> frozenset[UserId]:
    return frozenset(UserId(each) for each in ids)
