"""`/guidelines` and `/report`."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.ui.answers import answer
from cogs.guidelines.reading import here, look
from cogs.guidelines.reporting import start_card


class GuidelinesCog(commands.Cog):
    """What members type."""

    @app_commands.command(name="guidelines", description="guidelines.command")
    @app_commands.guild_only()
    async def guidelines(self, interaction: discord.Interaction[Any]) -> None:
        """The guidelines, only for whoever asks."""
        await look(interaction)

    @app_commands.command(name="report", description="report.command")
    @app_commands.guild_only()
    async def report(self, interaction: discord.Interaction[Any]) -> None:
        """Tell staff privately about something."""
        here(interaction)
        await answer(interaction, start_card(interaction, 0, 0))
