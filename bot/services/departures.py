"""Whoever left, or has not used the bot for a year, is forgotten a month later.

    here ──leaves (seen with the members intent)──► left ──30 days──► erased
     ▲ ╲──no press for a year────────────────────► unused ──30 days──► erased
     ╰──comes back, or presses anything──────────────┴ (the clock stops)

A press is remembered in memory and written with the next beat, once a month and person, so that
nobody waits for it. However many come or go at once, it is one transaction after another, and
whoever presses something meanwhile waits for one at most. Nothing is written of presses by which
people share without their name.
"""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.clock import Clock
from bot.ids import GuildId, UserId
from bot.services.erasing import Erasing
from bot.services.people import People
from bot.storage.communities import Communities
from bot.storage.database import Database, StorageDown
from bot.storage.presence import Presence

MONTH = timedelta(days=30)
# Counted from the first day of the month of the last press, and never a day too early.
YEAR = timedelta(days=365 + 31)
# What leaves no trace: sharing (product 4.5), and erasing itself.
TRACELESS = ("share", "sharing", "mine")


class Departures:
    """A duty of the heartbeat, and of the night."""

    def __init__(self, database: Database, people: People, clock: Clock, erasing: Erasing) -> None:
        self._database, self._people, self._clock = database, people, clock
        self._erasing = erasing
        self._waiting: dict[GuildId, set[UserId]] = {}
        # Who left, and when; None: came back.
        self._moved: dict[tuple[GuildId, UserId], datetime | None] = {}
        self._writing = asyncio.Lock()
        self._known: tuple[datetime, set[tuple[GuildId, UserId]]] = (self._month(), set())

    def pressed(self, guild: GuildId, user: UserId) -> None:
        """Somebody used the bot; written with the next beat, where it is not known already."""
        month, known = self._known
        if month != self._month():
            known = set[tuple[GuildId, UserId]]()
            self._known = (self._month(), known)
        if (guild, user) not in known:
            known.add((guild, user))
            self._waiting.setdefault(guild, set()).add(user)

    async def forget(self, guild: GuildId, user: UserId) -> None:
        """What was to be written of somebody is not; they are known to have been here."""
        self._waiting.get(guild, set()).discard(user)
        self._moved.pop((guild, user), None)
        self._known[1].add((guild, user))

    async def nothing(self, _guild: GuildId, _user: UserId) -> int:
        """A press that waits to be written is nothing that somebody has to decide about."""
        return 0

    async def work(self) -> None:
        """Write who was here, and who came and went while the database could not be written."""
        await self._write_moved()
        for guild in [*self._waiting]:
            users = [*self._waiting[guild]]
            people = [(user, self._people.tag(guild, user)) for user in users]
            if people:
                async with self._database.write() as tx:
                    await Presence(tx).seen(guild, people, self._month())
            self._waiting[guild].difference_update(users)

    async def next_due(self) -> datetime | None:
        """It rides on every beat and asks for none of its own."""
        return None

    async def left(self, guild: GuildId, user: UserId) -> None:
        """Somebody left; their clock starts."""
        await self.forget(guild, user)
        self._known[1].discard((guild, user))
        self._moved[guild, user] = self._clock.now()
        await self._write_moved()

    async def back(self, guild: GuildId, user: UserId) -> None:
        """Somebody came back; their clock stops."""
        self._moved[guild, user] = None
        await self._write_moved()

    async def _write_moved(self) -> None:
        """Write who came and went since the last time; whoever waits here finds it done."""
        async with self._writing:
            moved, self._moved = self._moved, {}
            if not moved:
                return
            try:
                async with self._database.write() as tx:
                    presence = Presence(tx)
                    for (guild, user), left_at in moved.items():
                        tag = self._people.tag(guild, user)
                        if left_at is None:
                            await presence.back(guild, tag)
                        else:
                            await presence.left(guild, user, tag, left_at)
            except StorageDown:
                self._moved = {**moved, **self._moved}  # the next beat tries again
                raise

    async def sweep(self) -> None:
        """Erase everybody whose time is over; what a kill left undone, the next night does."""
        now = self._clock.now()
        async with self._database.read() as tx:
            over = await Presence(tx).over(now - MONTH, now - YEAR - MONTH)
        for guild, users in over.items():
            await self._erasing.erase_all(guild, users)

    async def removed_from(self, present: Mapping[int, Any]) -> None:
        """Communities that removed the bot while it was away; their clock starts now."""
        async with self._database.read() as tx:
            known = await Communities(tx).all()
        for each in known:
            if each.removed_at is None and each.guild not in present:
                await self._people.part(each.guild)

    def _month(self) -> datetime:
        return self._clock.now().replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def leaves_a_trace(named: str) -> bool:
    """Whether a press may be remembered, by its address or the name of its command."""
    return named.partition(":")[0] not in TRACELESS
