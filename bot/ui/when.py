"""A time of day and a zone, as somebody types them into a form."""

import asyncio
from datetime import time
from zoneinfo import available_timezones

from bot.errors import Refusal
from bot.schedule.typed import read_time, zones_like
from bot.ui.cards import plain


class NotATime(Refusal):
    """A time of day that cannot be read; `written` is what was typed."""

    key = "refusal.not-a-time"


class NotAZone(Refusal):
    """Nothing among the zones of the world is like it."""

    key = "refusal.not-a-zone"


def time_of(written: str) -> time:
    """A time of day.

    Raises:
        NotATime: nobody can tell which.
    """
    at = read_time(written)
    if at is None:
        raise NotATime(written=plain(written))
    return at


async def zones_of(written: str) -> list[str]:
    """The zones that may be meant; one alone where there is no doubt.

    Raises:
        NotAZone: there is none like it.
    """
    # Reading the names of all zones goes to the disk.
    zones = zones_like(written, await asyncio.to_thread(available_timezones))
    if not zones:
        raise NotAZone(written=plain(written))
    return zones


async def zone_chosen(value: str) -> str:
    """A zone that a select offered.

    Raises:
        NotAZone: no client offers that.
    """
    if value not in await asyncio.to_thread(available_timezones):
        raise NotAZone(written=plain(value))
    return value
