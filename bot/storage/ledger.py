"""Small facts about the database and the process: the key's check value, the last sign of life."""

from datetime import datetime

from sqlalchemy import LargeBinary, String, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base
from bot.storage.types import UtcDateTime

# What names the oldest key still in use, and what names the newest: where one of the two does not
# open, something in the database would not.
CHECK = "vault.check"
NEWEST = "vault.newest"


class VaultRow(Base):
    """A value sealed under `HEARTH_KEY`, by which a wrong key is noticed before any change."""

    __tablename__ = "vault"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class MomentRow(Base):
    """When something of the process last happened: a beat, the nightly round, a live start."""

    __tablename__ = "moment"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


_LAST = select(MomentRow.at).where(MomentRow.name == bindparam("name"))


class Moments:
    """Repository of the process's moments of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def last(self, name: str) -> datetime | None:
        """When it last happened, or None if it never did."""
        return (await self._tx.execute(_LAST, {"name": name})).scalar_one_or_none()

    async def note(self, name: str, now: datetime) -> None:
        """It happens now."""
        statement = insert(MomentRow).values(name=name, at=now)
        await self._tx.execute(
            statement.on_conflict_do_update(
                index_elements=["name"], set_={"at": statement.excluded.at}
            )
        )

    async def forget(self, name: str) -> None:
        """As if it had never happened."""
        await self._tx.execute(delete(MomentRow).where(MomentRow.name == name))
