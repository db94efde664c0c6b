"""What several presses share: the beat that follows them, rooms, a day in a button."""

from datetime import date
from typing import Any

import discord

from bot.errors import Refusal
from bot.services.heartbeat import Heartbeat
from bot.ui.house import house_of
from cogs.sessions.service.ports import NoSuchSession, Rooms


class NoCommunity(Refusal):
    """The press came from a direct message, where there is no list and no room."""

    key = "sessions.only-in-a-community"


class RoomsAtDiscord:
    """The one adapter to Discord's rooms, to be found by its type."""

    def __init__(self, rooms: Rooms) -> None:
        self.rooms = rooms


def day_of(ordinal: int) -> date:
    """The day of a number, as a button carries it."""
    if not 1 <= ordinal <= date.max.toordinal():
        raise NoSuchSession
    return date.fromordinal(ordinal)


async def beat(interaction: discord.Interaction[Any]) -> None:
    """Do what the press made due; presses that come together are one beat."""
    await house_of(interaction).feature(Heartbeat).beat()
