"""What a person has told the bot about how to treat them, and cards that wait for them."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, LargeBinary, String, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import GuildId, Tag
from bot.keyring import Unopenable
from bot.storage.base import Base, PersonalData
from bot.storage.types import RowId, Sealed, UtcDateTime


class PersonRow(Base):
    """One person's wishes in one community, sealed as a whole."""

    __tablename__ = "person"
    personal = PersonalData(
        why="kept.person",
        keep=timedelta(days=365),
        until="used_on",
        tag="tag",
        erase="delete",
    )

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    wishes: Mapped[dict[str, object]] = mapped_column(Sealed("person.wishes"))
    used_on: Mapped[datetime] = mapped_column(UtcDateTime)


class WaitingRow(Base):
    """A card that could not or should not be sent: shown at the person's next `/home` or press."""

    __tablename__ = "waiting"
    personal = PersonalData(
        why="kept.waiting",
        keep=timedelta(days=40),  # longer than anybody can step back
        until="made_at",
        tag="tag",
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger, index=True)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), index=True)
    key: Mapped[str] = mapped_column(String(120), unique=True)
    kind: Mapped[str] = mapped_column(String(60))
    ids: Mapped[dict[str, int]] = mapped_column(Sealed("waiting.ids"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A waiting card: which kind draws it and from which ids."""

    id: int
    kind: str
    ids: Mapping[str, int]


class Persons:
    """Repository of people's wishes of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def wishes(self, guild: GuildId, tag: Tag) -> dict[str, object] | None:
        """What they chose, or None if they never chose anything."""
        found = await self._tx.execute(
            select(PersonRow.wishes).where(PersonRow.guild_id == guild, PersonRow.tag == tag)
        )
        return found.scalar_one_or_none()

    async def everybody(self) -> AsyncIterator[tuple[GuildId, Tag, dict[str, object] | None]]:
        """What every person of every community chose; what does not open is passed over."""
        rows = await self._tx.execute(select(PersonRow.guild_id, PersonRow.tag))
        for row in rows.all():
            guild, tag = GuildId(row.guild_id), Tag(row.tag)
            try:
                yield guild, tag, await self.wishes(guild, tag)
            except Unopenable:
                continue

    async def keep(
        self, guild: GuildId, tag: Tag, wishes: Mapping[str, object], day: datetime
    ) -> None:
        """Write what they chose; `day` is rounded, for nobody needs the minute."""
        statement = insert(PersonRow).values(
            guild_id=guild, tag=tag, wishes=dict(wishes), used_on=day
        )
        await self._tx.execute(
            statement.on_conflict_do_update(
                index_elements=["guild_id", "tag"],
                set_={"wishes": statement.excluded.wishes, "used_on": statement.excluded.used_on},
            )
        )

    async def forget(self, guild: GuildId, tag: Tag) -> None:
        """Delete what they chose."""
        await self._tx.execute(
            delete(PersonRow).where(PersonRow.guild_id == guild, PersonRow.tag == tag)
        )


class WaitingCards:
    """Repository of waiting cards of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def put(self, place: tuple[GuildId, Tag], key: str, card: Waiting, now: datetime) -> None:
        """Keep a card for somebody; the same key twice is one card."""
        guild, tag = place
        await self._tx.execute(
            insert(WaitingRow)
            .values(
                guild_id=guild,
                tag=tag,
                key=key,
                kind=card.kind,
                ids=dict(card.ids),
                made_at=now,
            )
            .on_conflict_do_nothing()
        )

    async def of(self, guild: GuildId, tag: Tag) -> list[Waiting]:
        """Everything that waits for one person, oldest first."""
        rows = await self._tx.execute(
            select(WaitingRow.id, WaitingRow.kind, WaitingRow.ids)
            .where(WaitingRow.guild_id == guild, WaitingRow.tag == tag)
            .order_by(WaitingRow.id)
        )
        return [Waiting(row.id, row.kind, row.ids) for row in rows]

    async def take_back(self, key: str) -> None:
        """It need not be seen any more."""
        await self._tx.execute(delete(WaitingRow).where(WaitingRow.key == key))

    async def drop(self, place: tuple[GuildId, Tag], kind: str) -> None:
        """Every card of a kind that waits for one person need not be seen any more."""
        guild, tag = place
        mine = (WaitingRow.guild_id == guild, WaitingRow.tag == tag)
        await self._tx.execute(delete(WaitingRow).where(*mine, WaitingRow.kind == kind))

    async def done(self, waiting: int) -> None:
        """The person has seen it."""
        await self._tx.execute(delete(WaitingRow).where(WaitingRow.id == waiting))
