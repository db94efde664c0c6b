"""`/about`, in short pages: who runs this, what is kept, who can see what, shares, a problem."""

from importlib.metadata import PackageNotFoundError, version
from typing import Any

import discord

from bot.ids import GuildId
from bot.sections import CommunitySettings
from bot.ui.answers import answer, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.house import House, Voice, guild_of, house_of, voice_of
from bot.ui.routes import Route

PAGES = ("who", "kept", "seen", "shares", "problem")


class About(Route, address="home:about", label="home.about-button"):
    """Says what is kept and who can see it."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await answer(interaction, about_card(interaction))


class AboutPage(Route, address="home:page", label="home.about-next", ids=1):
    """Another page of the same."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await turn(interaction, about_card(interaction, self.ids[0]))


def about_card(interaction: discord.Interaction[Any], page: int = 0) -> Card:
    """One page: one idea."""
    voice, page = voice_of(interaction), min(page, len(PAGES) - 1)
    ways: list[Control] = []
    if page:
        ways.append(AboutPage.button(voice, page - 1, label=voice("home.about-before")))
    if page < len(PAGES) - 1:
        ways.append(AboutPage.button(voice, page + 1))
    body = _said(interaction, PAGES[page])
    title = voice(f"home.about-page-{PAGES[page]}", page=page + 1, pages=len(PAGES))
    small = voice("home.about-version", version=program_version())
    return Card(title, body, (tuple(ways),), tone=Tone.CALM, small=small)


def _said(interaction: discord.Interaction[Any], page: str) -> tuple[str, ...]:
    house, voice, guild = house_of(interaction), voice_of(interaction), guild_of(interaction)
    contact = plain(house.contact) if house.contact else voice("home.about-no-contact")
    if page == "who":
        said = voice("home.about-what"), voice("home.about-operator", contact=contact)
        return tuple(filter(None, (*said, voice("home.about-translation"))))
    if page == "kept":
        return (voice("home.about-read"), voice("home.about-kept"), voice("home.about-yours"))
    if page == "seen":
        return (_seen(house, voice, guild), voice("home.about-key"), voice("home.about-discord"))
    if page == "shares":
        return (voice("home.about-shares"),)
    return (voice("home.about-problem"), voice("home.about-contact", contact=contact))


def _seen(house: House, voice: Voice, guild: GuildId | None) -> str:
    """What staff see here; in a direct message it depends on where somebody writes."""
    if guild is None:
        return voice("home.about-staff-elsewhere")
    staffed = house.settings.of(guild, CommunitySettings).staff_channel
    return voice("home.about-staff" if staffed else "home.about-no-staff")


def program_version() -> str:
    """The version of this program, as installed or as the source tree says."""
    try:
        return version("hearth")
    except PackageNotFoundError:
        return "0.1.0"
