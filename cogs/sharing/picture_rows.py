"""Reading and writing the pictures of what is not posted yet."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import GuildId
from cogs.sharing.store import PictureRow


class PictureRows:
    """Repository of the pictures of one transaction; `Shares` lets them go with the words."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def keep(
        self, guild: GuildId, number: int, epoch: int, sealed: bytes, at: datetime
    ) -> None:
        """Keep a picture with a draft, in the place of one that it has."""
        values = {"guild_id": guild, "epoch": epoch, "body": sealed, "at": at}
        statement = insert(PictureRow).values(share_id=number, **values)
        await self._tx.execute(
            statement.on_conflict_do_update(index_elements=["share_id"], set_=values)
        )

    async def get(self, number: int) -> bytes | None:
        """The sealed picture of a share."""
        found = await self._tx.execute(select(PictureRow.body).where(PictureRow.share_id == number))
        return found.scalar_one_or_none()

    async def drop(self, number: int) -> None:
        """A share without its picture."""
        await self._tx.execute(delete(PictureRow).where(PictureRow.share_id == number))
