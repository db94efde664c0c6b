"""What is typed into any form of the house is screened as a message is; help is for them alone."""

import secrets
from typing import Any

import discord

from bot.ids import MessageId
from bot.safety.screen import screen
from bot.safety.signal import Level, Signal
from bot.services.signposting import Concern, seal
from bot.ui.cards import Card
from bot.ui.house import guild_of, house_of, user_of
from cogs.crisis.more import first_card
from cogs.crisis.tuning import Lexicons


async def card_for(interaction: discord.Interaction[Any], words: str) -> Card | None:
    """The private card with help; None where there is no danger in them, or a wish for quiet."""
    house, guild, user = house_of(interaction), guild_of(interaction), user_of(interaction)
    lexicon = house.lexicon if guild is None else house.feature(Lexicons).of(guild)
    signal = screen(words, lexicon)
    if signal is None:
        return None
    if guild is not None and signal.level is not Level.IMMINENT:
        hushed = (await house.people.wishes(guild, user)).hushed
        now = house.clock.now()
        if hushed.get(signal.category.value, now) > now:
            return None
    return await support_card(interaction, signal)


async def support_card(interaction: discord.Interaction[Any], signal: Signal) -> Card:
    """The private card for somebody who wrote this to the bot itself; nothing is kept of it."""
    # No message stands behind it: a number of its own, so that nothing can be joined by it.
    nowhere = MessageId(secrets.randbits(62))
    concern = Concern(user_of(interaction), nowhere, signal.level, signal.category)
    return await first_card(interaction, concern, seal(house_of(interaction).keyring, concern))
