"""Taking something back, and cutting it off from oneself."""

from typing import Any

import discord

from bot.services.heartbeat import Heartbeat
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Tone
from bot.ui.house import guild_of, house_of, user_of, voice_of
from bot.ui.routes import Route
from cogs.sharing.cards import Rows
from cogs.sharing.domain import NotOpen
from cogs.sharing.keeping import Keeping
from cogs.sharing.sealing import Author


def author_of(interaction: discord.Interaction[Any]) -> Author:
    """Whoever pressed, as somebody who writes here.

    Raises:
        NotOpen: it is not in a community.
    """
    guild = guild_of(interaction)
    if guild is None:
        raise NotOpen
    return Author(guild, user_of(interaction))


class Discard(Route, address="sharing:discard", label="sharing.discard", ids=1):
    """Throws a draft away, or takes back what stands."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        await withdrawn(interaction, self.ids[0])


class Withdraw(Route, address="sharing:withdraw", label="sharing.withdraw", ids=1):
    """Takes a share back."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        await withdrawn(interaction, self.ids[0])


async def withdrawn(interaction: discord.Interaction[Any], number: int) -> None:
    """Take something back, and say what became of it."""
    house, voice = house_of(interaction), voice_of(interaction)
    share = await house.feature(Keeping).withdraw(author_of(interaction), number)
    await house.feature(Heartbeat).beat()
    key = "sharing.withdrawn" if share.place is not None else "sharing.discarded"
    card = Card(voice("sharing.withdrawn-title"), (voice(key),), tone=Tone.CALM)
    await turn(interaction, card)


class Unlink(Route, address="sharing:unlink", label="sharing.unlink", ids=1):
    """Asks first: it cannot be undone."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        voice = voice_of(interaction)
        rows: Rows = ((UnlinkNow.button(voice, self.ids[0]),),)
        body = (voice("sharing.unlink-what"), voice("sharing.unlink-cost"))
        await answer(interaction, Card(voice("sharing.unlink-title"), body, rows))


class UnlinkNow(Route, address="sharing:cut", label="sharing.unlink-now", ids=1):
    """Cuts a share off from whoever wrote it, for good."""

    style = discord.ButtonStyle.danger

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        voice = voice_of(interaction)
        await house_of(interaction).feature(Keeping).unlink(author_of(interaction), self.ids[0])
        await turn(interaction, Card(voice("sharing.unlink-title"), (voice("sharing.unlinked"),)))


ROUTES = (Discard, Withdraw, Unlink, UnlinkNow)
