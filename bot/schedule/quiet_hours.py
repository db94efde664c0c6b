"""Hours in which nothing is sent to somebody, in their own zone and across midnight."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo


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
    local = now.astimezone(zone)
    day = local.date() if local.time() < hours.end else local.date() + timedelta(days=1)
    end = datetime.combine(day, hours.end, tzinfo=zone).astimezone(UTC)
    # In an autumn fold the first of two equal wall times may already be over: take the second.
    if end <= now.astimezone(UTC):
        end = datetime.combine(day, hours.end.replace(fold=1), tzinfo=zone).astimezone(UTC)
    return max(end, now.astimezone(UTC))
