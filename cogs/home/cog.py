"""`/home` and `/about`."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import SupportBot
from bot.ui.answers import answer
from cogs.home.about import about_card
from cogs.home.ui import show_home


class Home(commands.Cog):
    """The two commands of the way in."""

    def __init__(self, bot: SupportBot) -> None:
        self.bot = bot

    @app_commands.command(name="home", description="home.command")
    @app_commands.guild_only()
    async def home(self, interaction: discord.Interaction[Any]) -> None:
        """Everything that a member can do, in one private card."""
        await show_home(interaction)

    @app_commands.command(name="about", description="home.about-command")
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def about(self, interaction: discord.Interaction[Any]) -> None:
        """What is kept, and who can see it."""
        await answer(interaction, about_card(interaction))
