"""`/setup wizard` and `/setup doctor`."""

from typing import Any

import discord

from bot.app import SupportBot
from bot.sections import CommunitySettings
from bot.ui.answers import answer, thinking
from bot.ui.gates import Right, require
from bot.ui.house import voice_of
from bot.ui.setup_menu import SetupMenu
from cogs.setup.doctor import doctor_card
from cogs.setup.people import features_card, people_card
from cogs.setup.wizard import first_open_step, step_card


def add_commands(bot: SupportBot) -> None:
    """Put the wizard and the doctor on the admins' menu."""
    menu = bot.feature(SetupMenu)

    @menu.command(name="wizard", description="setup.command-wizard")
    async def wizard(interaction: discord.Interaction[Any]) -> None:
        """The first question that has no answer yet."""
        guild = require(interaction, Right.ADMINISTER)
        await bot.people.meet(guild)
        chosen = bot.settings.of(guild, CommunitySettings)
        step = first_open_step(interaction.guild, chosen) if interaction.guild else 1
        await answer(interaction, step_card(interaction, guild, step))

    @menu.command(name="people", description="setup.command-people")
    async def people(interaction: discord.Interaction[Any]) -> None:
        """Who may do what."""
        guild = require(interaction, Right.ADMINISTER)
        await answer(interaction, people_card(interaction, guild))

    @menu.command(name="features", description="setup.command-features")
    async def features(interaction: discord.Interaction[Any]) -> None:
        """What is switched on, and where each thing is decided."""
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await answer(interaction, await features_card(interaction, guild))

    @menu.command(name="doctor", description="setup.command-doctor")
    async def doctor(interaction: discord.Interaction[Any]) -> None:
        """What is missing, why it matters, how to mend it."""
        require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        if interaction.guild is not None:
            card = await doctor_card(bot, interaction.guild, voice_of(interaction))
            await answer(interaction, card)
