"""What a community has decided, one sealed document per feature."""

from dataclasses import dataclass

from sqlalchemy import BigInteger, Integer, String, delete, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import GuildId
from bot.storage.base import Base
from bot.storage.types import Sealed


class SettingRow(Base):
    """One feature's settings in one community; sealed, for moderators type words into them."""

    __tablename__ = "setting"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    section: Mapped[str] = mapped_column(String(40), primary_key=True)
    body: Mapped[dict[str, object]] = mapped_column(Sealed("setting.body"))
    version: Mapped[int] = mapped_column(Integer)


@dataclass(frozen=True, slots=True)
class Stored:
    """A document as it was stored."""

    guild: GuildId
    section: str
    body: dict[str, object]
    version: int


_NEWEST = select(func.max(SettingRow.version))


class SettingDocuments:
    """Repository of the settings of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def all(self) -> list[Stored]:
        """Every document of every community."""
        rows = await self._tx.execute(
            select(SettingRow.guild_id, SettingRow.section, SettingRow.body, SettingRow.version)
        )
        return [Stored(GuildId(r.guild_id), r.section, r.body, r.version) for r in rows]

    async def get(self, guild: GuildId, section: str) -> dict[str, object] | None:
        """One document as it stands now, or None where nothing was decided."""
        found = await self._tx.execute(
            select(SettingRow.body).where(
                SettingRow.guild_id == guild, SettingRow.section == section
            )
        )
        return found.scalar_one_or_none()

    async def put(self, guild: GuildId, section: str, body: dict[str, object]) -> None:
        """Write a document; its version becomes the highest of all, so that others notice."""
        newest = (await self._tx.execute(select(func.max(SettingRow.version)))).scalar() or 0
        statement = insert(SettingRow).values(
            guild_id=guild, section=section, body=body, version=newest + 1
        )
        await self._tx.execute(
            statement.on_conflict_do_update(
                index_elements=["guild_id", "section"],
                set_={"body": statement.excluded.body, "version": statement.excluded.version},
            )
        )

    async def newest(self) -> int:
        """The highest version of all documents: another process changed something if it grew."""
        return (await self._tx.execute(_NEWEST)).scalar() or 0

    async def forget(self, guild: GuildId) -> None:
        """Delete every document of a community."""
        await self._tx.execute(delete(SettingRow).where(SettingRow.guild_id == guild))
