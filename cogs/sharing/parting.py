"""What ties shares to somebody who is erased is cut, under every key that lives; drafts go.

Where the keys cannot be read now, nothing can be found and nothing is cut: the erasure stops, and
says so, rather than claim what is not so.
"""

from sqlalchemy import ColumnElement, delete, select, update

from bot.epochs.key import EpochTag
from bot.ids import GuildId, UserId
from bot.services.parting import Part, Partings
from cogs.sharing.picture_rows import PictureRows
from cogs.sharing.rows import Shares
from cogs.sharing.sealing import Author, Authors, me_too_mark
from cogs.sharing.service import Services
from cogs.sharing.store import UNPOSTED, MeTooRow, ShareRow


class Cutting:
    """Cuts one person off from everything that they shared."""

    def __init__(self, services: Services) -> None:
        self._database, self._authors = services.database, Authors(services.epochs, services.clock)

    def name_parts(self, partings: Partings) -> None:
        """Name them to the house."""
        partings.add(Part("sharing.parting-drafts", self._count_drafts, self._drop_drafts))
        partings.add(Part("sharing.parting-shares", self._count_shares, self._cut))

    async def _mine(self, guild: GuildId, user: UserId, *stages: ColumnElement[bool]) -> list[int]:
        """Numbers alone: also what no key opens any more is cut off."""
        mine = (ShareRow.guild_id == guild, ShareRow.tag.in_(self._tags(guild, user)), *stages)
        async with self._database.read() as tx:
            return [*(await tx.execute(select(ShareRow.id).where(*mine))).scalars()]

    def _tags(self, guild: GuildId, user: UserId) -> list[EpochTag]:
        return self._authors.tags(Author(guild, user))

    async def _count_drafts(self, guild: GuildId, user: UserId) -> int:
        return len(await self._mine(guild, user, ShareRow.stage.in_(UNPOSTED)))

    async def _count_shares(self, guild: GuildId, user: UserId) -> int:
        return len(await self._mine(guild, user, ShareRow.stage.not_in(UNPOSTED)))

    async def _drop_drafts(self, guild: GuildId, user: UserId) -> None:
        for number in await self._mine(guild, user, ShareRow.stage.in_(UNPOSTED)):
            async with self._database.write() as tx:
                await Shares(tx).drop(number)

    async def _cut(self, guild: GuildId, user: UserId) -> None:
        tags = self._tags(guild, user)
        for number in await self._mine(guild, user):
            async with self._database.write() as tx:
                await Shares(tx).forget_letters(number)
                await PictureRows(tx).drop(number)
                await tx.execute(
                    update(ShareRow)
                    .where(ShareRow.id == number)
                    .values(tag=None, address=None, words=None)
                )
        async with self._database.write() as tx:
            rows = await tx.execute(
                select(MeTooRow.share_id).where(MeTooRow.guild_id == guild).distinct()
            )
            for number in rows.scalars().all():
                marks = [me_too_mark(tag, number) for tag in tags]
                felt = (MeTooRow.share_id == number, MeTooRow.tag_mark.in_(marks))
                await tx.execute(delete(MeTooRow).where(*felt))
