"""What people here are called, as far as the bot may know it: in memory alone, and not for long."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import aiohttp
import discord

from bot.clock import Clock

REMEMBERED = timedelta(minutes=10)
ROOMS = 3  # the liveliest: whom somebody writes of, they mostly met there
MESSAGES = 100  # one request to a room
PATIENCE = 2.0  # seconds: the preview does not wait longer for a warning


@dataclass(frozen=True, slots=True)
class _Known:
    at: datetime
    names: frozenset[str]


class Called:
    """Knows names: of all members with the members intent, else of whoever wrote lately.

    Args:
        clock: tells the time.
        everybody: whether the members intent is there.
    """

    def __init__(self, clock: Clock, *, everybody: bool) -> None:
        self._clock, self._everybody = clock, everybody
        self._lately: dict[int, _Known] = {}

    async def names(self, guild: discord.Guild, asking: discord.abc.User) -> set[str]:
        """Names and nicknames; of whoever asks, always."""
        if self._everybody:
            return set(_of(asking)).union(*(_of(each) for each in guild.members if not each.bot))
        known, now = self._lately.get(guild.id), self._clock.now()
        if known is None or now - known.at >= REMEMBERED:
            known = _Known(now, await self._read(guild))
            self._lately[guild.id] = known
        return {*_of(asking), *known.names}

    async def _read(self, guild: discord.Guild) -> frozenset[str]:
        """Without the intent nobody tells who is here; what was said lately names its authors."""
        readable = [each for each in guild.text_channels if _may_read(each)]
        liveliest = sorted(readable, key=lambda each: each.last_message_id or 0)[-ROOMS:]
        found: set[str] = set()
        try:
            async with asyncio.timeout(PATIENCE):
                for room in liveliest:
                    async for message in room.history(limit=MESSAGES):
                        for person in (message.author, *message.mentions):
                            found.update(() if person.bot else _of(person))
        except (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError):
            pass  # a warning less; nothing waits for it
        return frozenset(found)


def _may_read(room: discord.TextChannel) -> bool:
    mine = room.permissions_for(room.guild.me)
    return mine.view_channel and mine.read_message_history


def _of(person: discord.abc.User) -> Iterator[str]:
    for name in (person.name, person.global_name, getattr(person, "nick", None)):
        if name:
            yield name
