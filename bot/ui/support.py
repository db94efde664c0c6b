"""Help for whoever is writing somewhere else: the house has one screen and one card for it."""

from collections.abc import Awaitable, Callable
from typing import Any

import discord

from bot.ids import GuildId
from bot.safety.signal import Signal
from bot.ui.cards import Card

Read = Callable[[GuildId, str], Signal | None]
Draw = Callable[[discord.Interaction[Any], Signal], Awaitable[Card]]


class Support:
    """Reads as a community reads, and draws the private card. Keeps nothing, tells nobody.

    Args:
        read: what a text sounds like, or None.
        card: the card for the one who wrote it; its way to a human says first what staff see.
    """

    def __init__(self, read: Read, card: Draw) -> None:
        self.read, self.card = read, card
