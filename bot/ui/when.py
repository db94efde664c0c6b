"""Times of day, zones and days, as somebody types them into a form."""

import asyncio
from datetime import date, time
from zoneinfo import available_timezones

from bot.errors import Refusal
from bot.schedule.days import LAST_DAY, MOST_DAYS
from bot.schedule.typed import read_time, zones_like
from bot.ui.cards import plain


class NotATime(Refusal):
    """A time of day that cannot be read; `written` is what was typed."""

    key = "refusal.not-a-time"


class NotAZone(Refusal):
    """Nothing among the zones of the world is like it."""

    key = "refusal.not-a-zone"


class NotADay(Refusal):
    """A number of weeks, a day of the month or a date that cannot be read."""

    key = "refusal.not-a-day"


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


def number_of(written: str, most: int) -> int:
    """A number from 1 to `most`.

    Raises:
        NotADay: it is none.
    """
    plainly = written.strip().rstrip(".")
    if not (plainly.isascii() and plainly.isdigit() and 1 <= int(plainly) <= most):
        raise NotADay(written=plain(written))
    return int(plainly)


def monthday_of(written: str, last: str) -> int:
    """A day of the month; `last` is the word by which people name the last.

    Raises:
        NotADay: it is none.
    """
    if written.strip().casefold() == last.casefold():
        return LAST_DAY
    return number_of(written, MOST_DAYS)


def date_of(written: str) -> date:
    """A day of the calendar, as 2026-03-02.

    Raises:
        NotADay: there is none like it.
    """
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise NotADay(written=plain(written)) from None
