"""Lines that stand in posts of other features: where, since when, and in which post.

The rows of such posts do not tell whether a line stood in them, so it is kept here, for as long as
another line has to wait for it.
"""

from datetime import datetime

from sqlalchemy import BigInteger, String, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import ChannelId, GuildId
from bot.services.guideline_lines import Spot
from bot.storage.base import Base
from bot.storage.opening import opened
from bot.storage.types import Sealed, UtcDateTime


class SpokenRow(Base):
    """One line of the guidelines in a post of another feature; names nobody."""

    __tablename__ = "spoken"

    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    channel: Mapped[int] = mapped_column(Sealed("spoken.channel"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class SpokenLines:
    """Repository of such lines of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def all(self) -> list[tuple[Spot, datetime]]:
        """Every line that is remembered, and since when it stands; none that does not open."""
        found = await opened(self._tx, select(SpokenRow.key, SpokenRow.channel, SpokenRow.at))
        return [(Spot(ChannelId(row["channel"]), row["key"]), row["at"]) for row in found.rows]

    async def keep(self, guild: GuildId, spot: Spot, now: datetime, until: datetime) -> None:
        """Remember one; those from before `until` hold back no other any more, and go."""
        await self._tx.execute(delete(SpokenRow).where(SpokenRow.at < until))
        made = insert(SpokenRow).values(key=spot.key, guild_id=guild, channel=spot.channel, at=now)
        await self._tx.execute(
            made.on_conflict_do_update(
                index_elements=["key"],
                set_={"channel": made.excluded.channel, "at": made.excluded.at},
            )
        )
