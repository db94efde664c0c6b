"""Posts what cannot wait for the outbox: at once, tried again for a while, and standing once."""

import asyncio
import secrets
from typing import Any

import aiohttp
import discord

from bot.ids import ChannelId, MessageId
from bot.ui.cards import Card, layout

# What may come of a call to Discord.
LOST = (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError)
# Seconds before each further try, after what discord.py tries by itself. All of them lie well
# within the few minutes for which Discord remembers a nonce (decisions/0006).
WAITS = (1, 4, 10)


async def post_now(bot: discord.Client, channel: ChannelId, card: Card, **how: Any) -> MessageId:
    """Post a card; answers its id. A try whose answer was lost is not made a second post.

    Raises:
        discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError: it could not be posted.
    """
    place = bot.get_partial_messageable(channel)
    view, nonce = layout(card), secrets.token_hex(12)
    for wait in WAITS:
        try:
            return MessageId((await place.send(view=view, nonce=nonce, **how)).id)
        except LOST as problem:
            if not _passes(problem):
                raise
        await asyncio.sleep(wait)
    return MessageId((await place.send(view=view, nonce=nonce, **how)).id)


def status_of(problem: BaseException) -> int:
    """What Discord answered, as a log may say it; 0 where it did not answer."""
    return getattr(problem, "status", 0)


def _passes(problem: BaseException) -> bool:
    """Whether it is Discord's trouble of the moment, and not its no."""
    status = status_of(problem)
    return status in {0, 429} or status >= 500  # noqa: PLR2004 - HTTP's own numbers
