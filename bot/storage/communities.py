"""Communities and the random key under which each one's people are known."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, Select, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import GuildId
from bot.keyring import KEY_BYTES
from bot.storage.base import Base
from bot.storage.types import Sealed, UtcDateTime


class CommunityRow(Base):
    """A community that the bot has met. Its key dies with the row, and every tag with it."""

    __tablename__ = "community"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    tag_key: Mapped[str] = mapped_column(Sealed("community.tag_key"))
    met_at: Mapped[datetime] = mapped_column(UtcDateTime)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class Community:
    """A community and its tag key (32 raw bytes)."""

    guild: GuildId
    tag_key: bytes
    removed_at: datetime | None


class Communities:
    """Repository of the communities of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def all(self) -> list[Community]:
        """Every community, also those that the bot has left within the last 30 days."""
        rows = await self._tx.execute(
            select(CommunityRow.guild_id, CommunityRow.tag_key, CommunityRow.removed_at)
        )
        return [
            Community(GuildId(row.guild_id), bytes.fromhex(row.tag_key), row.removed_at)
            for row in rows
        ]

    async def parted(self, before: datetime) -> set[GuildId]:
        """Those that removed the bot before then and have not added it back."""
        rows = await self._tx.execute(parted_before(before))
        return {GuildId(guild) for guild in rows.scalars()}

    async def meet(self, guild: GuildId, now: datetime) -> Community:
        """The community, made with a fresh key if it was not there; a return clears its leaving."""
        fresh = secrets.token_bytes(KEY_BYTES).hex()
        await self._tx.execute(
            insert(CommunityRow)
            .values(guild_id=guild, tag_key=fresh, met_at=now)
            .on_conflict_do_nothing()
        )
        await self._tx.execute(
            update(CommunityRow).where(CommunityRow.guild_id == guild).values(removed_at=None)
        )
        row = (
            await self._tx.execute(
                select(CommunityRow.tag_key).where(CommunityRow.guild_id == guild)
            )
        ).one()
        return Community(guild, bytes.fromhex(row.tag_key), None)

    async def leave(self, guild: GuildId, now: datetime) -> None:
        """Note that the bot was removed; the clock of 30 days starts."""
        await self._tx.execute(
            update(CommunityRow).where(CommunityRow.guild_id == guild).values(removed_at=now)
        )


def parted_before(moment: datetime) -> Select[int]:
    """The communities that removed the bot before then, to be asked inside another statement."""
    return select(CommunityRow.guild_id).where(CommunityRow.removed_at < moment)
