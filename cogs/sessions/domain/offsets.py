"""When a zone changes its clocks, as a calendar file tells it (RFC 5545, VTIMEZONE).

A library's own table is an hour late where clocks go forward: it gives the hand of the clock after
the change, and a calendar reads it as the hand before.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Change:
    """From `wall` on, read with the offset `before`, a zone keeps the offset `after`."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


def changes(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[Change]:
    """What the zone keeps at `first`, and every change until `last`."""
    at = first.astimezone(UTC)
    yield _change(zone, at, _offset(zone, at))
    while at < last:
        following = at + _DAY
        before = _offset(zone, at)
        if _offset(zone, following) != before:
            yield _change(zone, _first_with_another(zone, at, following), before)
        at = following


def _first_with_another(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The second in which the offset changes, halved out of a day."""
    offset = _offset(zone, before)
    while after - before > _SECOND:
        middle = before + timedelta(seconds=(after - before) // _SECOND // 2)
        if _offset(zone, middle) == offset:
            before = middle
        else:
            after = middle
    return after


def _change(zone: ZoneInfo, at: datetime, before: timedelta) -> Change:
    there = at.astimezone(zone)
    wall = (at + before).replace(tzinfo=None)
    return Change(
        wall, before, _offset(zone, at), there.tzname() or zone.key, summer=bool(there.dst())
    )


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta(0)
