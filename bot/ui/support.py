"""Help for somebody who typed into a form what sounds like danger: before anything else."""

from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.ui.answers import answer
from bot.ui.cards import Card

Offer = Callable[[discord.Interaction[Any], str], Awaitable[Card | None]]


class Support:
    """The house's one screen for what is typed into forms; whoever has the cards provides it.

    Nothing is kept and nobody is told: a form that wants staff to hear of it says so before typing.
    """

    def __init__(self, offer: Offer) -> None:
        self._offer = offer

    async def first(self, interaction: discord.Interaction[Any], words: str) -> None:
        """Show the person who typed a private card with help, where their words ask for it."""
        card = await self._offer(interaction, words)
        if card is not None:
            await answer(interaction, card)
