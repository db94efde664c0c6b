"""Cards of the way in: whether I may write to you, and what waits for you."""

from typing import Any

import discord

from bot.ids import GuildId
from bot.sections import CommunitySettings
from bot.services.reach import Reach
from bot.storage.database import StorageDown
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.explain import OldButton
from bot.ui.home import Door, HomePanel
from bot.ui.house import guild_of, house_of, user_of, voice_of
from bot.ui.notices import Notices
from bot.ui.routes import Route
from cogs.home.about import About, AboutPage


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


async def show_home(interaction: discord.Interaction[Any]) -> None:
    """First what waits for this person, then the panel."""
    await thinking(interaction)
    house, voice, guild = house_of(interaction), voice_of(interaction), guild_of(interaction)
    if guild is not None:
        await show_waiting(interaction)
        await _tell_admin(interaction, guild)
    await answer(interaction, house.feature(HomePanel).card(voice))


async def show_waiting(interaction: discord.Interaction[Any]) -> None:
    """Show every waiting card once; with the database down they go on waiting.

    Whoever has stepped back is shown none of them until they return.
    """
    house, voice, guild = house_of(interaction), voice_of(interaction), guild_of(interaction)
    if guild is None:
        return
    reach, notices = house.feature(Reach), house.feature(Notices)
    try:
        if await reach.away_until(guild, user_of(interaction)):
            return
        waiting = await reach.waiting(guild, user_of(interaction))
        for each in waiting:
            card = notices.card(each.kind, voice, each.ids)
            if card is not None and await notices.wanted(each.kind, guild, each.ids):
                await answer(interaction, card)
            await reach.seen(each)
    except StorageDown:
        return


async def _tell_admin(interaction: discord.Interaction[Any], guild: GuildId) -> None:
    """Whoever may set up learns that no staff can be told: there is no channel to say it in."""
    if interaction.guild is None or not interaction.permissions.manage_guild:
        return
    voice = voice_of(interaction)
    chosen = house_of(interaction).settings.of(guild, CommunitySettings).staff_channel
    if chosen is None or interaction.guild.get_channel(chosen) is None:
        key = "setup.doctor-no-staff" if chosen is None else "setup.doctor-staff-gone"
        await answer(interaction, Card(voice("setup.step-1"), (voice(key),), tone=Tone.STAFF))


DOORS = (Door(80, Messages.button), Door(90, About.button))
ROUTES = (About, AboutPage, Messages, Allow)
