"""Days, months and lists, as each language writes them."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton


@cache
def known_locale(locale: str) -> Locale:
    """The language as babel knows it; English where it knows none."""
    try:
        return Locale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


def own_name(locale: str) -> str:
    """What a language calls itself."""
    name = known_locale(locale).get_display_name() or locale
    return name[:1].upper() + name[1:]


def day_in(locale: str, day: date) -> str:
    """A day: 2 March 2026."""
    return format_date(day, "long", locale=known_locale(locale))


def month_in(locale: str, month: str) -> str:
    """A month that is written 2026-03: March 2026."""
    return format_skeleton("yMMMM", date.fromisoformat(f"{month}-01"), locale=known_locale(locale))


def list_in(locale: str, parts: Iterable[str]) -> str:
    """Several things, one after the other: a, b, c."""
    pattern = str(known_locale(locale).list_patterns["standard"]["middle"])
    comma = pattern.removeprefix("{0}").removesuffix("{1}")
    return comma.join(parts)
