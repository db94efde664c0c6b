"""Hours in which nothing is sent to somebody, in their own zone and across midnight."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_MINUTE = timedelta(minutes=1)
# Days: a gap may swallow an end, and a zone may skip a whole day.
_LOOK_AHEAD = 4


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `start` until `end`, local wall time; `end` itself is loud. Equal ends mean never."""

    start: time
    end: time


def is_quiet(hours: QuietHours, zone: ZoneInfo, now: datetime) -> bool:
    """Whether an instant lies in the quiet hours."""
    local = now.astimezone(zone).time()
    if hours.start <= hours.end:
        return hours.start <= local < hours.end
    return local >= hours.start or local < hours.end


def quiet_until(hours: QuietHours, zone: ZoneInfo, now: datetime) -> datetime | None:
    """The instant (UTC) at which the quiet ends, or None where it is loud now.

    Where the end falls into a spring gap it comes with the first minute after it.
    """
    if not is_quiet(hours, zone, now):
        return None
    start = now.astimezone(UTC)
    today = start.astimezone(zone).date()
    for ahead in range(_LOOK_AHEAD):
        for end in _ends(hours, zone, today + timedelta(days=ahead)):
            if end >= start and not is_quiet(hours, zone, end):
                return end
    return start  # no zone has nights without an end; if one had, nothing may wait for ever


def _ends(hours: QuietHours, zone: ZoneInfo, day: date) -> list[datetime]:
    """The instants at which the quiet may end on a day: one, two in a fold, many in a gap."""
    first, second = (
        datetime.combine(day, hours.end.replace(fold=fold), tzinfo=zone).astimezone(UTC)
        for fold in (0, 1)
    )
    # zoneinfo reads a time inside a gap as after it with fold 0 and as before it with fold 1.
    minutes = max(0, int((first - second) / _MINUTE))
    return [second + each * _MINUTE for each in range(minutes)] + [first, second]
