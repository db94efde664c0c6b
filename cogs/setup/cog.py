"""`/setup wizard` and `/setup doctor`."""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import SupportBot
from bot.sections import CommunitySettings
from bot.ui.answers import answer, thinking
from bot.ui.gates import Right, require
from bot.ui.house import voice_of
from cogs.setup.doctor import doctor_card
from cogs.setup.wizard import first_open_step, step_card


class Setup(commands.Cog):
    """Commands for admins."""

    def __init__(self, bot: SupportBot) -> None:
        self.bot = bot

    group = app_commands.Group(
        name="setup",
        description="setup.command",
        guild_only=True,
        default_permissions=discord.Permissions(manage_guild=True),
    )

    @group.command(name="wizard", description="setup.command-wizard")
    async def wizard(self, interaction: discord.Interaction[Any]) -> None:
        """The first question that has no answer yet."""
        guild = require(interaction, Right.ADMINISTER)
        await self.bot.people.meet(guild)
        step = first_open_step(self.bot.settings.of(guild, CommunitySettings))
        await answer(interaction, step_card(interaction, guild, step))

    @group.command(name="doctor", description="setup.command-doctor")
    async def doctor(self, interaction: discord.Interaction[Any]) -> None:
        """What is missing, why it matters, how to mend it."""
        require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        if interaction.guild is not None:
            card = await doctor_card(self.bot, interaction.guild, voice_of(interaction))
            await answer(interaction, card)
