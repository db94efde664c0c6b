"""A start as people type it: "thu 19:00". What could be two things is asked again."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo, available_timezones

from bot.errors import Refusal

MAX_CHARS = 60
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}(?:[:.]\d{2})?\s*[ap]\.?m\b|\bnoon\b|\bmidnight\b|\bin \d",
    re.I,
)
# A full stop in a time would be read as one in a date.
_DOTTED = re.compile(r"\b(\d{1,2})[.h](\d{2})(?=\s*(?:[ap]\.?m\b|$))", re.I)
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})\b")
_MONTHS = 12
_WEEK = timedelta(days=7)
_WEEKDAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)", re.I)
_FARTHEST = timedelta(days=730)


class StartRefused(Refusal):
    """A start that cannot be used; the draft keeps what was typed."""

    key = "sessions.start-unreadable"


class TwoMeanings(StartRefused):
    """An hour without morning or evening, or a day and a month that could be either."""

    key = "sessions.start-two-meanings"


class Past(StartRefused):
    """It lies behind us."""

    key = "sessions.start-past"


class Far(StartRefused):
    """It lies more than two years ahead: a slip of the finger."""

    key = "sessions.start-far"


class InAGap(StartRefused):
    """The clocks go forward over it: no clock shows it on that day."""

    key = "sessions.start-gap"


class InAFold(StartRefused):
    """The clocks go back over it: they show it twice on that day."""

    key = "sessions.start-fold"


class UnknownZone(Refusal):
    """No time zone has that name."""

    key = "sessions.no-such-zone"


def read_zone(written: str) -> str:
    """The IANA name of a zone, whatever the case and with spaces.

    Raises:
        UnknownZone: there is none.
    """
    wanted = written.strip().replace(" ", "_").casefold()
    for name in available_timezones():
        if name.casefold() == wanted:
            return name
    raise UnknownZone


def read_start(written: str, zone: ZoneInfo, now: datetime, locale: str = "en") -> datetime:
    """The wall time that somebody typed, in their zone; in their language, or in English.

    Raises:
        StartRefused: it cannot be read, has two meanings, lies behind us, or no clock shows it.
    """
    text = written.strip()
    if not text or len(text) > MAX_CHARS:
        raise StartRefused
    slashed = _SLASHED.search(text)
    if _CLOCK.search(text) is None or (
        slashed is not None
        and slashed[1] != slashed[2]
        and max(map(int, slashed.groups())) <= _MONTHS
    ):
        raise TwoMeanings
    local_now = now.astimezone(zone).replace(tzinfo=None)
    found = _parsed(_DOTTED.sub(r"\1:\2", text), local_now, locale.partition("-")[0])
    if found is None:
        raise StartRefused
    if _names_only_a_weekday(text) and found - _WEEK > local_now:
        found -= _WEEK  # "thu 19:00" on a Thursday morning is today
    if found.tzinfo is not None:
        found = found.astimezone(zone).replace(tzinfo=None)
    wall = found.replace(second=0, microsecond=0)
    check_wall(wall, zone, now)
    return wall


def check_wall(wall: datetime, zone: ZoneInfo, now: datetime) -> None:
    """Refuse a wall time that nobody could come to.

    Raises:
        StartRefused: it is past, too far, or the clocks change over it.
    """
    first, second = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first.astimezone(zone).replace(tzinfo=None) != wall:
        raise InAGap
    if first != second:
        raise InAFold
    if first <= now:
        raise Past
    if first > now + _FARTHEST:
        raise Far


def _names_only_a_weekday(text: str) -> bool:
    rest = _CLOCK.sub("", text)
    named = _WEEKDAY.search(rest) is not None and "next" not in rest.casefold()
    return named and not any(each.isdigit() for each in rest)


def _parsed(text: str, local_now: datetime, language: str) -> datetime | None:
    import dateparser  # noqa: PLC0415 - 6 MB and 0.1 s, for whoever plans a session
    from dateparser.data.languages_info import language_order  # noqa: PLC0415 - as above

    parse, known = cast("Any", dateparser.parse), language_order
    return parse(
        text,
        languages=list(dict.fromkeys([language if language in known else "en", "en"])),
        settings={
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": local_now,
            "DATE_ORDER": "DMY",
            "PARSERS": ["relative-time", "absolute-time"],
        },
    )
