"""`/checkin`, and the rounds in which check-ins close."""

from datetime import datetime
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import SupportBot
from cogs.checkins import ui
from cogs.checkins.posts import retire
from cogs.checkins.service import CheckIns


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
            await retire(self._bot, await self._checkins.post_of(closed))

    async def next_due(self) -> datetime | None:
        """When the next one closes."""
        return await self._checkins.next_due()
