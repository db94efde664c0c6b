"""What several presses share: the beat that follows them, rooms, a day in a button."""

from datetime import date
from typing import Any

import discord

from bot.errors import Refusal
from bot.ids import GuildId
from bot.services.heartbeat import Heartbeat
from bot.ui.explain import NotYourRight
from bot.ui.gates import Right, require
from bot.ui.house import guild_of, house_of
from cogs.sessions.domain.plan import Plan
from cogs.sessions.service.ports import NoSuchSession, Rooms


class NoCommunity(Refusal):
    """The press came from a direct message, where there is no list and no room."""

    key = "sessions.only-in-a-community"


def community(interaction: discord.Interaction[Any]) -> GuildId:
    """Where the press happened.

    Raises:
        NoCommunity: in a direct message.
    """
    guild = guild_of(interaction)
    if guild is None:
        raise NoCommunity
    return guild


class ForHosts(Refusal):
    """A circle of supervision, where hosts speak of what members told them."""

    key = "sessions.for-hosts"


class RoomsAtDiscord:
    """The one adapter to Discord's rooms, to be found by its type."""

    def __init__(self, rooms: Rooms) -> None:
        self.rooms = rooms


def day_of(ordinal: int) -> date:
    """The day of a number, as a button carries it."""
    if not 1 <= ordinal <= date.max.toordinal():
        raise NoSuchSession
    return date.fromordinal(ordinal)


def hosts_here(interaction: discord.Interaction[Any]) -> bool:
    """Whether somebody hosts or moderates in this community, now."""
    try:
        require(interaction, Right.FACILITATE)
    except NotYourRight:
        return False
    return True


def check_welcome(interaction: discord.Interaction[Any], plan: Plan) -> None:
    """Everybody is welcome, and at a circle of supervision everybody who hosts or moderates.

    Raises:
        ForHosts: this person does neither.
    """
    if plan.for_hosts and not hosts_here(interaction):
        raise ForHosts


async def beat(interaction: discord.Interaction[Any]) -> None:
    """Do what the press made due; presses that come together are one beat."""
    await house_of(interaction).feature(Heartbeat).beat()
