"""`/checkin`, and the rounds in which check-ins close."""

from datetime import datetime, timedelta
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import SupportBot
from bot.charts.worker import Charts
from cogs.checkins import ui
from cogs.checkins.posts import retire
from cogs.checkins.service import CheckIns

# A little before a check-in closes, so that its picture need not wait for a cold start.
SOON = timedelta(minutes=1)


class CheckInCog(commands.Cog):
    """The member's command."""

    def __init__(self, bot: SupportBot) -> None:
        self.bot = bot

    async def cog_unload(self) -> None:
        """The process that draws ends with the bot."""
        self.bot.feature(Charts).close()

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
            await retire(self._bot, await self._checkins.post_of(closed))
        soon = await self._checkins.next_due()
        if soon is not None and soon - self._bot.clock.now() <= SOON:
            self._bot.feature(Charts).warm()

    async def next_due(self) -> datetime | None:
        """When the next one closes."""
        return await self._checkins.next_due()
