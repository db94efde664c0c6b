"""Times and zones as people type them: "7pm", "19h30", "berlin", "EST"."""

import re
from collections.abc import Collection
from datetime import time
from difflib import get_close_matches

MOST = 25  # as many as a menu can show
LONGEST = 64  # characters; the longest zone has 32
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]?\s*([0-5]\d))?\s*h?\s*(am|pm)?")
_NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
# What people call their clock, which the zone of that name often is not (EST keeps no summer time).
_CALLED = {
    **dict.fromkeys(("et", "est", "edt", "eastern"), ("America/New_York",)),
    **dict.fromkeys(("ct", "cdt", "central"), ("America/Chicago",)),
    "cst": ("America/Chicago", "Asia/Shanghai"),
    **dict.fromkeys(("mt", "mst", "mdt", "mountain"), ("America/Denver", "America/Phoenix")),
    **dict.fromkeys(("pt", "pst", "pdt", "pacific"), ("America/Los_Angeles",)),
    **dict.fromkeys(("bst", "uk", "gb", "england"), ("Europe/London",)),
    "gmt": ("Europe/London", "UTC"),
    **dict.fromkeys(("cet", "cest", "mez", "mesz"), ("Europe/Berlin", "Europe/Paris")),
    **dict.fromkeys(("eet", "eest"), ("Europe/Athens", "Europe/Helsinki")),
    "ist": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    **dict.fromkeys(("aest", "aedt"), ("Australia/Sydney", "Australia/Brisbane")),
    **dict.fromkeys(("z", "zulu", "utc"), ("UTC",)),
}


def read_time(written: str) -> time | None:
    """A time of day, or None where it cannot be read."""
    plain = written.strip().casefold().replace("a.m.", "am").replace("p.m.", "pm")
    if plain in _NAMED:
        return _NAMED[plain]
    match = _TIME.fullmatch(plain.removesuffix("uhr").strip())
    if match is None or not plain.isascii():
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if half is not None:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - the hours of half a day
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    # 24:00 is how some write the midnight at a day's end.
    if hour == 24 and not minute:  # noqa: PLR2004
        return time(0)
    return time(hour, minute) if hour < 24 else None  # noqa: PLR2004 - the hours of a day


def zones_like(written: str, names: Collection[str]) -> list[str]:
    """The zones that may be meant, the likeliest first; one alone where there is no doubt.

    Args:
        written: a zone, a city, a region or what a clock is called.
        names: every zone of the IANA database.
    """
    wanted = re.sub(r"[\s-]+", "_", written.strip().casefold()[:LONGEST])
    if not wanted:
        return []
    if called := [name for name in _CALLED.get(wanted, ()) if name in names]:
        return called
    by_name = {name.casefold(): name for name in sorted(names)}
    if wanted in by_name:
        return [by_name[wanted]]
    cities: dict[str, list[str]] = {}
    for low, name in by_name.items():
        if "/" in low and not low.startswith("etc/"):
            cities.setdefault(low.rpartition("/")[2], []).append(name)
    if wanted in cities:
        return _areas_first(cities[wanted])
    holding = [name for low, name in by_name.items() if wanted in low and "/" in low]
    near = [each for city in get_close_matches(wanted, cities, n=5) for each in cities[city]]
    return list(dict.fromkeys([*_areas_first(holding), *near]))[:MOST]


def _areas_first(names: list[str]) -> list[str]:
    """Zones named after an area before the older names that countries have."""
    areas = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe")
    return sorted(names, key=lambda name: name.partition("/")[0] not in (*areas, "Pacific"))
