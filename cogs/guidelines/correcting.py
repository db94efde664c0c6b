"""After a material change and the time to answer it, roles follow agreements, a few at a time.

Only whoever agreed to an earlier version loses the role; one that an admin gave by hand stays. What
is left to do follows from the agreements and from who has the role: a kill forgets nothing.
"""

import logging
from collections import deque
from datetime import datetime, timedelta

import aiohttp
import discord

from bot.app import SupportBot
from bot.ids import GuildId, UserId
from cogs.guidelines.domain import GuidelineSettings
from cogs.guidelines.giving import hindrance
from cogs.guidelines.service import Charter

log = logging.getLogger("hearth.guidelines")

# 5,000 people in less than three hours, far below what Discord allows; more beats than these
# (every press may bring one) change nothing.
AT_ONCE, PACE = 10, timedelta(seconds=20)
_LOST = (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError)


class Correction:
    """A duty of the heartbeat; it needs the members intent."""

    def __init__(self, bot: SupportBot) -> None:
        self._bot, self._charter = bot, bot.feature(Charter)
        self._left: dict[GuildId, deque[discord.Member]] = {}
        self._done: dict[GuildId, int] = {}
        self._last: dict[GuildId, datetime] = {}

    async def work(self) -> None:
        """Take the role from the next few, where it is time."""
        for guild in self._bot.settings.decided(GuidelineSettings):
            chosen, place = self._charter.chosen(guild), self._bot.get_guild(guild)
            if place is None or chosen.role is None or not self._charter.overdue(guild):
                continue
            role = place.get_role(chosen.role)
            if role is None or hindrance(place, role) or self._done.get(guild) == chosen.material:
                continue
            now = self._bot.clock.now()
            if now < self._last.get(guild, now - PACE) + PACE:
                continue
            self._last[guild] = now
            try:
                await self._some(guild, role)
            except _LOST as problem:
                status = getattr(problem, "status", 0)
                log.warning("guidelines.not_corrected", extra={"guild": guild, "status": status})

    async def next_due(self) -> datetime | None:
        """It rides on every beat and asks for none of its own."""
        return None

    async def _some(self, guild: GuildId, role: discord.Role) -> None:
        left = self._left.get(guild)
        if not left:
            left = self._left[guild] = await self._find(guild, role)
            if not left:
                self._done[guild] = self._charter.chosen(guild).material
                return
        behind = await self._charter.behind(guild)
        for _ in range(min(AT_ONCE, len(left))):
            member = left.popleft()
            if self._bot.people.tag(guild, UserId(member.id)) in behind:  # they may have answered
                await member.remove_roles(role)

    async def _find(self, guild: GuildId, role: discord.Role) -> deque[discord.Member]:
        """Whoever has the role and agreed to an earlier version only, read page by page."""
        behind, people = await self._charter.behind(guild), self._bot.people
        return deque(
            [
                member
                async for member in role.guild.fetch_members(limit=None)
                if role in member.roles and people.tag(guild, UserId(member.id)) in behind
            ]
        )
