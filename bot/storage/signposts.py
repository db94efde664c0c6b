"""Which person was offered help when: a row, so that a restart does not nag."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, Index, LargeBinary, String, delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import ChannelId, GuildId, MessageId, Tag
from bot.storage.base import Base, PersonalData
from bot.storage.types import RowId, Sealed, UtcDateTime


class SignpostRow(Base):
    """One offer of help: how serious, about what, and the neutral line that carries it."""

    __tablename__ = "signpost"
    __table_args__ = (Index("ix_signpost_recent", "offered_at"),)
    personal = PersonalData(
        why="kept.signpost",
        keep=timedelta(days=7),
        until="offered_at",
        tag="tag",
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), index=True)
    level: Mapped[str] = mapped_column(String(12))
    category: Mapped[str] = mapped_column(Sealed("signpost.category"))
    source_index: Mapped[bytes] = mapped_column(LargeBinary(16), unique=True)
    offered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    line: Mapped[list[int] | None] = mapped_column(Sealed("signpost.line"))
    line_ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer of help as remembered. `source_index` finds the message that led to it."""

    guild: GuildId
    tag: Tag
    level: str
    category: str
    source_index: bytes
    at: datetime


class Signposts:
    """Repository of offers of help of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def since(self, earliest: datetime) -> list[Offer]:
        """Every offer made since then, oldest first."""
        rows = await self._tx.execute(
            select(
                SignpostRow.guild_id,
                SignpostRow.tag,
                SignpostRow.level,
                SignpostRow.category,
                SignpostRow.source_index,
                SignpostRow.offered_at,
            )
            .where(SignpostRow.offered_at >= earliest)
            .order_by(SignpostRow.offered_at)
        )
        return [
            Offer(
                GuildId(r.guild_id),
                Tag(r.tag),
                r.level,
                r.category,
                r.source_index,
                r.offered_at,
            )
            for r in rows
        ]

    async def add(
        self, offer: Offer, line: tuple[ChannelId, MessageId] | None, ends_at: datetime | None
    ) -> None:
        """Keep an offer, with its public line where one stands; once per message and level."""
        statement = insert(SignpostRow).values(
            guild_id=offer.guild,
            tag=offer.tag,
            level=offer.level,
            category=offer.category,
            source_index=offer.source_index,
            offered_at=offer.at,
            line=None if line is None else list(line),
            line_ends_at=ends_at,
        )
        await self._tx.execute(
            statement.on_conflict_do_update(
                index_elements=["source_index"],
                set_={
                    "level": statement.excluded.level,
                    "category": statement.excluded.category,
                    "offered_at": statement.excluded.offered_at,
                    "line": statement.excluded.line,
                    "line_ends_at": statement.excluded.line_ends_at,
                },
            )
        )

    async def standing(self) -> list[tuple[bytes, ChannelId, MessageId, datetime]]:
        """Every public line that still stands: source index, channel, message, its end."""
        rows = await self._tx.execute(
            select(SignpostRow.source_index, SignpostRow.line, SignpostRow.line_ends_at).where(
                SignpostRow.line_ends_at.is_not(None)
            )
        )
        return [
            (r.source_index, ChannelId(r.line[0]), MessageId(r.line[1]), r.line_ends_at)
            for r in rows
            if r.line is not None
        ]

    async def taken_down(self, source_index: bytes) -> None:
        """The public line is gone."""
        await self._tx.execute(
            update(SignpostRow)
            .where(SignpostRow.source_index == source_index)
            .values(line=None, line_ends_at=None)
        )

    async def prune(self, before: datetime) -> None:
        """Delete offers older than that."""
        await self._tx.execute(delete(SignpostRow).where(SignpostRow.offered_at < before))
