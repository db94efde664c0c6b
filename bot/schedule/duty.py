"""Weekly hours of duty, each in its own zone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
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

    def next_time(self, at: datetime) -> tuple[datetime, datetime] | None:
        """From when to when duty is now, or else next; None where no day is chosen."""
        today = at.astimezone(self.zone).date()
        for ahead in range(-1, WEEK + 1):
            day = today + timedelta(days=ahead)
            last = day if self.start < self.end else day + timedelta(days=1)
            # In UTC, for within one zone Python compares clocks and not instants.
            end = datetime.combine(last, self.end, self.zone).astimezone(UTC)
            if day.weekday() in self.days and end > at:
                return datetime.combine(day, self.start, self.zone).astimezone(UTC), end
        return None


def mask_of(days: Iterable[int]) -> int:
    """Days of the week as one number: a bit each, Monday the lowest."""
    return sum(1 << day for day in set(days) if 0 <= day < WEEK)


def days_of(mask: int) -> frozenset[int]:
    """The days of such a number."""
    return frozenset(day for day in range(WEEK) if mask >> day & 1)
