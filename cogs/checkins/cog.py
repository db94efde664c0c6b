"""`/checkin`, and the rounds in which check-ins close."""

from datetime import date, datetime
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import SupportBot
from bot.storage.outbox import Entry, OutboxEntries
from cogs.checkins import ui
from cogs.checkins.posts import retire
from cogs.checkins.service import PROMPT, CheckIns


class CheckInCog(commands.Cog):
    """The member's command."""

    def __init__(self, bot: SupportBot) -> None:
        self.bot = bot

    @app_commands.command(name="checkin", description="checkins.command")
    @app_commands.guild_only()
    async def checkin(self, interaction: discord.Interaction[Any]) -> None:
        """A check-in of one's own."""
        await ui.show_own(interaction)


class Rounds:
    """A duty of the heartbeat: closes what is over, and takes its buttons off."""

    def __init__(self, bot: SupportBot, checkins: CheckIns) -> None:
        self._bot, self._checkins = bot, checkins

    async def work(self) -> None:
        """Close what is over."""
        for closed in await self._checkins.work():
            await retire(self._bot, await self._posted(closed.schedule, closed.day))

    async def next_due(self) -> datetime | None:
        """When the next one closes."""
        return await self._checkins.next_due()

    async def _posted(self, schedule: int, day: date) -> Entry | None:
        async with self._bot.database.read() as tx:
            return await OutboxEntries(tx).get(f"{PROMPT}:{schedule}:{day.isoformat()}")
