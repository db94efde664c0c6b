"""`/setup privacy`: what staff can see, how long things are kept, what there is to publish."""

from typing import Any

import discord

from bot.app import SupportBot
from bot.sections import CommunitySettings
from bot.storage.base import personal_tables
from bot.ui.answers import answer
from bot.ui.cards import Card, Tone, plain
from bot.ui.gates import Right, require
from bot.ui.house import house_of, voice_of
from bot.ui.setup_menu import SetupMenu

# Days: what lasts until it is taken back is declared so.
TEN_YEARS = 3650


def add_command(bot: SupportBot) -> None:
    """Put it on the admins' menu."""

    @bot.feature(SetupMenu).command(name="privacy", description="me.command-setup")
    async def privacy(interaction: discord.Interaction[Any]) -> None:  # pyright: ignore[reportUnusedFunction] - registered by the decorator
        """What is true here, to tell members and to publish."""
        guild = require(interaction, Right.ADMINISTER)
        house, voice = house_of(interaction), voice_of(interaction)
        staffed = house.settings.of(guild, CommunitySettings).staff_channel
        longest = max(
            each.keep.days for each in personal_tables().values() if each.keep.days < TEN_YEARS
        )
        body = (
            voice("me.setup-what", count=len(personal_tables()), days=longest),
            voice("home.about-staff" if staffed else "home.about-no-staff"),
            voice("me.setup-leaving-on" if bot.config.members else "me.setup-leaving-off"),
            voice("me.setup-contact", contact=plain(house.contact))
            if house.contact
            else voice("me.setup-no-contact"),
            voice("me.setup-publish"),
        )
        await answer(interaction, Card(voice("me.setup-title"), body, tone=Tone.STAFF))
