"""What members can do with what stands: take back, cut off, feel the same, write with staff."""

from collections.abc import Iterator

from bot.epochs.key import KeyGone
from bot.storage.outbox import Order, OutboxEntries
from cogs.sharing.domain import MayNotWrite, post_delay, rounded
from cogs.sharing.journal import fold
from cogs.sharing.orders import LETTER, take_down
from cogs.sharing.rows import Shares
from cogs.sharing.sealing import Author, Authors, me_too_mark, seal_letter, standing
from cogs.sharing.service import CHANCE, TOLD_WITHIN, Chance, Services
from cogs.sharing.store import Letter, Share, Stage, new_id


class Keeping:
    """What somebody can do with their own, and with what others share."""

    def __init__(self, services: Services, chance: Chance = CHANCE) -> None:
        self._chance = chance
        self._database, self._clock = services.database, services.clock
        self._authors = Authors(services.epochs, services.clock)

    async def withdraw(self, author: Author, number: int) -> Share:
        """Take something back, wherever it stands; doing it twice changes nothing.

        Raises:
            NotYours, KeysUnusable: as they say.
        """
        async with self._database.write() as tx:
            shares = Shares(tx)
            share = await self._authors.mine(shares, author, number)
            if share.stage is Stage.DRAFT:
                await shares.drop(number)
            elif share.stage is not Stage.REMOVED:
                await take_down(tx, share, Stage.WITHDRAWN, self._clock.now())
        return share

    async def unlink(self, author: Author, number: int) -> Share:
        """Cut a share off from whoever wrote it, for good: nobody can lead from one to the other.

        What they wrote beside it under the same name goes with it: that would lead to them too.

        Raises:
            NotYours, KeysUnusable: as they say.
        """
        async with self._database.write() as tx:
            shares = Shares(tx)
            share = await self._authors.mine(shares, author, number)
            if share.stage is Stage.DRAFT:
                await shares.drop(number)
                return share
            for each in await shares.spoken_by(share):
                await _cut(shares, each)
        await fold(self._database)  # the journal holds how it was before
        return share

    async def get(self, author: Author, number: int) -> Share:
        """One of somebody's own.

        Raises:
            NotYours, KeysUnusable: as they say.
        """
        async with self._database.read() as tx:
            return await self._authors.mine(Shares(tx), author, number)

    async def mine(self, author: Author) -> list[Share]:
        """Everything of somebody's that a living key still ties to them."""
        async with self._database.read() as tx:
            return await Shares(tx).of(author.guild, self._authors.tags(author))

    async def replies(self, number: int) -> int:
        """How many replies to a share stand."""
        async with self._database.read() as tx:
            return await Shares(tx).replies(number)

    async def how_many(self, number: int) -> int:
        """How many feel the same as somebody who shared."""
        async with self._database.read() as tx:
            return await Shares(tx).how_many(number)

    async def me_too(self, author: Author, number: int) -> int:
        """Somebody feels the same; answers how many do. Once a person, never oneself.

        Raises:
            Over, NotPosted, KeysUnusable: as they say.
        """
        now = self._clock.now()
        # A key is made where there is none: without one, nobody could be counted once.
        newest = self._authors.key().tag(author.guild, author.user)
        tags = [newest, *self._authors.tags(author)]
        async with self._database.write() as tx:
            shares = Shares(tx)
            share = await standing(shares, author.guild, number)
            marks = [me_too_mark(tag, number) for tag in tags]
            own = share.tag is not None and share.tag in tags
            if not own and not await shares.has_felt_it(number, marks):
                await shares.me_too(author.guild, number, marks[0], rounded(now))
            return await shares.how_many(number)

    async def unread(self, author: Author, shares: list[Share]) -> set[int]:
        """Which of somebody's shares have a letter that they have not read."""
        async with self._database.read() as tx:
            return await Shares(tx).unread(author.guild, [share.id for share in shares])

    async def letters(self, author: Author, number: int) -> list[tuple[bool, str]]:
        """What staff (True) and the author (False) wrote to each other; now it has been read.

        Raises:
            NotYours, KeysUnusable: as they say.
        """
        async with self._database.write() as tx:
            shares = Shares(tx)
            await self._authors.mine(shares, author, number)
            await shares.seen(number)
            return [*self._said(await shares.letters(number))]

    async def answer(self, author: Author, number: int, words: str) -> None:
        """The author writes to staff, who learn no name by it.

        Raises:
            NotYours, MayNotWrite, Paused, KeysUnusable: nothing was sent.
        """
        now = self._clock.now()
        async with self._database.write() as tx:
            shares = Shares(tx)
            share = await self._authors.mine(shares, author, number)
            await self._authors.not_paused(shares, author)
            key = self._authors.key_of(share.epoch)
            if key is None or not await shares.letters(number):
                raise MayNotWrite
            letter = new_id()
            sealed = seal_letter(key, letter, words)
            await shares.write(
                share,
                rounded(now),
                number=letter,
                words=sealed,
                epoch=share.epoch,
                from_staff=False,
            )
            due = now + post_delay(TOLD_WITHIN, self._chance())
            ids = {"share": number}
            order = Order(f"{LETTER}:{letter}", LETTER, author.guild, due, ids)
            await OutboxEntries(tx).put(order)

    def _said(self, letters: list[Letter]) -> Iterator[tuple[bool, str]]:
        for letter in letters:
            try:
                yield letter.from_staff, self._authors.letter(letter.id, letter.words)
            except KeyGone:
                continue


async def _cut(shares: Shares, share: Share) -> None:
    """Nothing leads from it to anybody; a reply that waits for *Post* gets another name then."""
    if share.stage is not Stage.DRAFT:
        await shares.change(share.id, tag=None, address=None)
        await shares.forget_letters(share.id)
    elif share.edits is None:
        await shares.change(share.id, alias=None)
    else:
        await shares.drop(share.id)
