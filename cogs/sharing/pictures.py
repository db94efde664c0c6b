"""A picture of a share: sealed under the epoch's key beside its words, and gone with them."""

from dataclasses import dataclass, field

from cogs.sharing.domain import NotOpen, NotPosted, SharingSettings, rounded
from cogs.sharing.picture_rows import PictureRows
from cogs.sharing.rows import Shares
from cogs.sharing.sealing import Author, Authors, seal_picture
from cogs.sharing.service import Services
from cogs.sharing.store import Share, Stage


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture, and what is on it in words."""

    body: bytes = field(repr=False)
    alt: str = field(repr=False)


class Pictures:
    """One picture for each draft."""

    def __init__(self, services: Services) -> None:
        self._database, self._clock = services.database, services.clock
        self._settings, self._authors = services.settings, Authors(services.epochs, services.clock)

    async def check(self, author: Author, number: int) -> None:
        """Whether somebody may add a picture to a draft of theirs now.

        Raises:
            NotOpen, NotYours, NotPosted, KeysUnusable: as they say.
        """
        async with self._database.read() as tx:
            await self._draft(Shares(tx), author, number)
        if not self._settings.of(author.guild, SharingSettings).images:
            raise NotOpen

    async def add(self, author: Author, number: int, picture: Kept) -> None:
        """Keep a picture with a draft, in the place of one that it has.

        Raises:
            NotOpen, NotYours, NotPosted, KeysUnusable: nothing is kept.
        """
        await self.check(author, number)
        key = self._authors.key()
        async with self._database.write() as tx:
            await self._draft(Shares(tx), author, number)
            sealed = seal_picture(key, number, picture.alt, picture.body)
            at = rounded(self._clock.now())
            await PictureRows(tx).keep(author.guild, number, key.number, sealed, at)

    async def take_off(self, author: Author, number: int) -> None:
        """A draft without its picture.

        Raises:
            NotYours, NotPosted, KeysUnusable: as they say.
        """
        async with self._database.write() as tx:
            await self._draft(Shares(tx), author, number)
            await PictureRows(tx).drop(number)

    async def has(self, share: Share) -> bool:
        """Whether what is not posted yet has a picture."""
        async with self._database.read() as tx:
            return await PictureRows(tx).get(share.id) is not None

    async def of(self, share: Share) -> Kept | None:
        """The picture of what is not posted yet.

        Raises:
            KeyGone, KeysUnusable: there is one, and it cannot be opened.
        """
        async with self._database.read() as tx:
            sealed = await PictureRows(tx).get(share.id)
        if sealed is None:
            return None
        alt, body = self._authors.picture(share.id, sealed)
        return Kept(body, alt)

    async def _draft(self, shares: Shares, author: Author, number: int) -> None:
        share = await self._authors.mine(shares, author, number)
        if share.stage is not Stage.DRAFT or share.edits is not None:
            raise NotPosted
