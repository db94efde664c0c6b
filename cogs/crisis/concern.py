"""Reading a sealed token, choosing the words that fit it, taking the neutral line down."""

import logging
from typing import Any

import aiohttp
import discord

from bot.ids import GuildId
from bot.safety.signal import Level
from bot.services.signposting import Concern, Signposting, unseal
from bot.ui.house import guild_of, house_of, user_of
from cogs.crisis.domain import ASK_FIRST

log = logging.getLogger("hearth.more")

BARRIERS = (
    "chat",
    "big",
    "bad-enough",
    "send",
    "wont-help",
    "myself",
    "aloud",
    "phone",
    "cost",
    "before",
)
HUSH_DAYS = (1, 7, 30)


def concern_of(interaction: discord.Interaction[Any], token: str) -> Concern | None:
    """What a token says, if the person who pressed is the one it speaks of."""
    concern = unseal(house_of(interaction).keyring, token)
    return concern if concern is not None and concern.user == user_of(interaction) else None


def guild_in(interaction: discord.Interaction[Any], token: str) -> GuildId | None:
    """The community of a private card: where it is pressed.

    In a direct message it is where that person wrote what the card answers.
    """
    guild, concern = guild_of(interaction), concern_of(interaction, token)
    if guild is not None or concern is None:
        return guild
    house = house_of(interaction)
    signposting, served = house.feature(Signposting), interaction.client.guilds
    for place in (GuildId(each.id) for each in served):
        if signposting.knows(house.people.message_index(place, concern.message)):
            return place
    return None


async def take_down(message: discord.Message | discord.PartialMessage) -> None:
    """Remove a neutral line; one that is gone, or cannot be reached, ends by itself."""
    try:
        await message.delete()
    except (discord.HTTPException, aiohttp.ClientError, OSError) as problem:
        log.info("more.line_stays", extra={"status": getattr(problem, "status", 0)})


def variant(concern: Concern) -> str:
    """Which words fit: danger now, worry about somebody else, or the category's own."""
    if concern.level is Level.THIRD_PARTY:
        return "other"
    if concern.level is Level.IMMINENT and concern.category not in ASK_FIRST:
        return "overdose" if concern.category.value == "overdose" else "now"
    return concern.category.value.replace("_", "-")
