"""Help for somebody who types into the bot itself: the house has one screen and one card for it."""

from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.ids import GuildId
from bot.safety.signal import Signal
from bot.ui.answers import answer
from bot.ui.cards import Card

Read = Callable[[GuildId, str], Signal | None]
Draw = Callable[[discord.Interaction[Any], Signal], Awaitable[Card]]
Offer = Callable[[discord.Interaction[Any], str], Awaitable[Card | None]]


class Support:
    """Reads as a community reads, and draws the private card; whoever has the cards provides it.

    Nothing is kept and nobody is told: a form that wants staff to hear of it says so before typing.

    Args:
        read: what a text sounds like, or None.
        card: the card for the one who wrote it; its way to a human says first what staff see.
        offer: that card for what was typed; None where no help is asked for, or quiet was.
    """

    def __init__(self, read: Read, card: Draw, offer: Offer) -> None:
        self.read, self.card, self._offer = read, card, offer

    async def first(self, interaction: discord.Interaction[Any], words: str) -> None:
        """Show the person who typed a private card with help, where their words ask for it."""
        card = await self._offer(interaction, words)
        if card is not None:
            await answer(interaction, card)
