"""Erased means gone: from every table that declares it, from what was planned, from the journal.

    what is open is let go ──► names in others' rows ──► planned posts ──► own rows ──► fold

Each step may be repeated; killed between two of them, the next press goes through all of them
again. The own rows come last, for by them it is known that there is something left to do.
"""

import asyncio
from collections.abc import Set
from dataclasses import dataclass
from typing import Any

from bot.clock import Clock
from bot.ids import GuildId, UserId
from bot.services.parting import Partings
from bot.services.people import People
from bot.storage.belongings import (
    Belongings,
    Kept,
    hasten_unopened,
    planned_for,
    sealed_mentions,
    unplan,
)
from bot.storage.database import Database

FOLDS = 20  # tries, a twentieth of a second apart: no reader of ours takes so long


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an erasure would mean now: what is open, what is kept, what would stay for a time."""

    open: list[tuple[str, int]]
    kept: list[Kept]
    staying: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was kept before, what stays for a time; `folded`: nothing is in the journal either."""

    erased: list[Kept]
    staying: int
    folded: bool


class Erasing:
    """Erases one person from one community."""

    def __init__(
        self, database: Database, people: People, clock: Clock, partings: Partings
    ) -> None:
        self._database, self._people = database, people
        self._clock, self._partings = clock, partings

    async def outlook(self, guild: GuildId, user: UserId) -> Outlook:
        """What there is, and what would become of it."""
        tag = self._people.tag(guild, user)
        open_things = await self._partings.open(guild, user)
        async with self._database.read() as tx:
            belongings = Belongings(tx)
            return Outlook(open_things, await belongings.kept(tag), await belongings.staying(tag))

    async def erase(self, guild: GuildId, user: UserId) -> Receipt:
        """Everything of somebody's goes; doing it twice changes nothing more.

        Raises:
            StorageDown: some of it is still there; doing it again goes on.
        """
        before = await self.outlook(guild, user)
        folded = await self.erase_all(guild, {user})
        return Receipt(before.kept, before.staying, folded)

    async def erase_all(self, guild: GuildId, users: Set[UserId]) -> bool:
        """The same for several people in one go through the tables; answers whether it folded.

        Raises:
            StorageDown: as `erase`.
        """
        for user in users:
            await self._partings.let_go(guild, user)
        await self._unmention(guild, users)
        await self._unplan(guild, users)
        for user in users:
            tag = self._people.tag(guild, user)
            async with self._database.write() as tx:
                await Belongings(tx).unmention(tag)
                await Belongings(tx).erase(tag)
            self._people.forget_language(guild, user)
        for _ in range(FOLDS):
            if await self._database.fold():
                return True
            await asyncio.sleep(0.05)
        return False

    async def _unmention(self, guild: GuildId, users: Set[UserId]) -> None:
        for mention in sealed_mentions():
            after: tuple[Any, ...] | None = None
            while True:
                async with self._database.write() as tx:
                    page, after = await mention.page(tx, guild, after)
                    for row in page:
                        await mention.without(tx, row, users.__contains__)
                if after is None:
                    break

    async def _unplan(self, guild: GuildId, users: Set[UserId]) -> None:
        after: int | None = 0
        while after is not None:
            async with self._database.write() as tx:
                page = await planned_for(tx, guild, after, users.__contains__)
                await unplan(tx, page.theirs)
                await hasten_unopened(tx, page.shut, self._clock.now())
                after = page.last
