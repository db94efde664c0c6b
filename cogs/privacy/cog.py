"""`/me`."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.ui.explain import door
from cogs.privacy.panel import open_me


class Privacy(commands.Cog):
    """The command by which somebody sees and changes what is theirs."""

    @app_commands.command(name="me", description="me.command")
    @app_commands.guild_only()
    async def me(self, interaction: discord.Interaction[Any]) -> None:
        """How you like to be treated, stepping back, and what is kept of you."""
        async with door(interaction):
            await open_me(interaction)
