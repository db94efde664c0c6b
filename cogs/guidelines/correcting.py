"""After a material change and the time to answer it, roles follow agreements, a few at a time.

Only whoever agreed to an earlier version loses the role; one that an admin gave by hand stays. What
is left to do follows from the agreements and from who has the role: a kill forgets nothing.
Without the members intent nobody can be looked for: each is corrected at their next press.
"""

import logging
from collections import deque
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import discord

from bot.app import SupportBot
from bot.ids import GuildId, Tag, UserId
from bot.storage.database import StorageDown
from cogs.guidelines.domain import GuidelineSettings
from cogs.guidelines.giving import hindrance, take
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


class NextPress:
    """Corrects whoever presses a button or types a command.

    Who is behind is read once a material change; for everybody else a press costs a look into
    memory.
    """

    def __init__(self, bot: SupportBot) -> None:
        self._bot, self._charter = bot, bot.feature(Charter)
        self._behind: dict[GuildId, tuple[int, set[Tag]]] = {}

    async def pressed(self, interaction: discord.Interaction[Any]) -> None:
        """A listener; the press itself goes its way beside it."""
        member = interaction.user
        if not isinstance(member, discord.Member) or not self._bot.allowed(member.guild.id):
            return
        guild = GuildId(member.guild.id)
        role = self._charter.chosen(guild).role
        if role is None or member.get_role(role) is None or not self._charter.overdue(guild):
            return
        if _agrees(interaction):
            return
        try:
            await self._correct(interaction, guild, UserId(member.id))
        except StorageDown:
            log.warning("guidelines.not_corrected", extra={"guild": guild, "status": 0})

    async def _correct(
        self, interaction: discord.Interaction[Any], guild: GuildId, user: UserId
    ) -> None:
        material, tag = self._charter.chosen(guild).material, self._bot.people.tag(guild, user)
        known = self._behind.get(guild)
        if known is None or known[0] != material:
            known = self._behind[guild] = material, {*await self._charter.behind(guild)}
        if tag not in known[1]:
            return
        # They may have answered since.
        holds = self._charter.holds(guild, await self._charter.agreed(guild, user))
        if holds or await take(interaction, guild) in ("taken", "none"):
            known[1].discard(tag)


def _agrees(interaction: discord.Interaction[Any]) -> bool:
    """Whether this is the press that agrees: it sees to the role itself."""
    return str((interaction.data or {}).get("custom_id", "")).startswith("guidelines:yes")
