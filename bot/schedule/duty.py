"""Weekly hours of duty, each in its own zone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEK = 7


@dataclass(frozen=True, slots=True)
class Hours:
    """Duty on some days of the week, from a wall time to another, which may be the next morning.

    `days` counts from Monday, which is 0. From a time to the same time is a whole day.
    """

    days: frozenset[int]
    start: time
    end: time
    zone: ZoneInfo

    def hold(self, at: datetime) -> bool:
        """Whether it is within these hours: as the clock on the wall shows, whatever it does."""
        local = at.astimezone(self.zone)
        now, day = local.time(), local.weekday()
        if self.start < self.end:
            return day in self.days and self.start <= now < self.end
        began_today = day in self.days and now >= self.start
        before = (local.date() - timedelta(days=1)).weekday()
        return began_today or (before in self.days and now < self.end)


def mask_of(days: Iterable[int]) -> int:
    """Days of the week as one number: a bit each, Monday the lowest."""
    return sum(1 << day for day in set(days) if 0 <= day < WEEK)


def days_of(mask: int) -> frozenset[int]:
    """The days of such a number."""
    return frozenset(day for day in range(WEEK) if mask >> day & 1)
