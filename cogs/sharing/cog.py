"""`/share`."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.ui.explain import door
from cogs.sharing.mine import open_share


class Share(commands.Cog):
    """The one command of sharing."""

    @app_commands.command(name="share", description="sharing.command")
    @app_commands.guild_only()
    async def share(self, interaction: discord.Interaction[Any]) -> None:
        """Write something without your name, or see what is yours."""
        async with door(interaction):
            await open_share(interaction)
