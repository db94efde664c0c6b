"""Cards of the way in: what the bot keeps, who can see what, what waits for you."""

from importlib.metadata import PackageNotFoundError, version
from typing import Any

import discord

from bot.sections import CommunitySettings
from bot.services.reach import Reach
from bot.storage.database import StorageDown
from bot.ui.answers import answer, thinking
from bot.ui.cards import Card, Tone, plain
from bot.ui.home import Door, HomePanel
from bot.ui.house import guild_of, house_of, user_of, voice_of
from bot.ui.notices import Notices
from bot.ui.routes import Route


class About(Route, address="home:about", label="home.about-button"):
    """Says what is kept and who can see it."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await answer(interaction, about_card(interaction))


def about_card(interaction: discord.Interaction[Any]) -> Card:
    """Who runs this, what is kept, what staff and operator can see, version and licence."""
    house, voice, guild = house_of(interaction), voice_of(interaction), guild_of(interaction)
    staffed = guild is not None and house.settings.of(guild, CommunitySettings).staff_channel
    contact = plain(house.contact) if house.contact else voice("home.about-no-contact")
    body = (
        voice("home.about-what"),
        voice("home.about-kept"),
        voice("home.about-staff" if staffed else "home.about-no-staff"),
        voice("home.about-operator", contact=contact),
        voice("home.about-shares"),
        voice("home.about-discord"),
        voice("home.about-problem"),
    )
    small = voice("home.about-version", version=program_version())
    return Card(voice("home.about-title"), body, tone=Tone.CALM, small=small)


async def show_home(interaction: discord.Interaction[Any]) -> None:
    """First what waits for this person, then the panel."""
    await thinking(interaction)
    house, voice, guild = house_of(interaction), voice_of(interaction), guild_of(interaction)
    if guild is not None:
        await show_waiting(interaction)
    await answer(interaction, house.feature(HomePanel).card(voice))


async def show_waiting(interaction: discord.Interaction[Any]) -> None:
    """Show every waiting card once; with the database down they go on waiting."""
    house, voice, guild = house_of(interaction), voice_of(interaction), guild_of(interaction)
    if guild is None:
        return
    reach, notices = house.feature(Reach), house.feature(Notices)
    try:
        waiting = await reach.waiting(guild, user_of(interaction))
        for each in waiting:
            card = notices.card(each.kind, voice, each.ids)
            if card is not None and await notices.wanted(each.kind, guild, each.ids):
                await answer(interaction, card)
            await reach.seen(each)
    except StorageDown:
        return


def program_version() -> str:
    """The version of this program, as installed or as the source tree says."""
    try:
        return version("hearth")
    except PackageNotFoundError:
        return "0.1.0"


DOOR = Door(90, About.button)
ROUTES = (About,)
