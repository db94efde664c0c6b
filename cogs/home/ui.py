"""Cards of the way in: what the bot keeps, who can see what, what waits for you."""

from importlib.metadata import PackageNotFoundError, version
from typing import Any

import discord

from bot.sections import CommunitySettings
from bot.services.reach import Reach
from bot.storage.database import StorageDown
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.explain import OldButton
from bot.ui.home import Door, HomePanel
from bot.ui.house import guild_of, house_of, user_of, voice_of
from bot.ui.notices import Notices
from bot.ui.routes import Route


class About(Route, address="home:about", label="home.about-button"):
    """Says what is kept and who can see it."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await answer(interaction, about_card(interaction))


class Messages(Route, address="home:messages", label="home.messages"):
    """Whether the bot may write to this person directly."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        house, guild, allowed = house_of(interaction), guild_of(interaction), False
        if guild is not None:
            allowed = (await house.people.wishes(guild, user_of(interaction))).direct_messages
        await turn(interaction, messages_card(interaction, allowed=allowed))


class Allow(Route, address="home:write", label="home.messages-yes", ids=1):
    """Yes (1) or no (0); it can be changed at any time."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        house, guild, allowed = house_of(interaction), guild_of(interaction), self.ids[0] == 1
        if guild is None:
            raise OldButton
        await house.people.wish(guild, user_of(interaction), direct_messages=allowed)
        await turn(interaction, messages_card(interaction, allowed=allowed))


def messages_card(interaction: discord.Interaction[Any], *, allowed: bool) -> Card:
    """What is so now, what it means, and the other choice."""
    voice = voice_of(interaction)
    now = voice("home.messages-on" if allowed else "home.messages-off")
    label = voice("home.messages-no" if allowed else "home.messages-yes")
    row: tuple[Control, ...] = (Allow.button(voice, 0 if allowed else 1, label=label),)
    body = (now, voice("home.messages-what"), voice("home.messages-safe"))
    return Card(voice("home.messages-title"), body, (row,), tone=Tone.CALM)


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
        voice("home.about-translation"),
    )
    small = voice("home.about-version", version=program_version())
    said = tuple(each for each in body if each)
    return Card(voice("home.about-title"), said, tone=Tone.CALM, small=small)


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


DOORS = (Door(80, Messages.button), Door(90, About.button))
ROUTES = (About, Messages, Allow)
