"""A session as a calendar file (RFC 5545).

The title is neutral unless somebody chose its own: a shared calendar tells nobody.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.schedule.recurrence import Rule, next_slots
from cogs.sessions.domain.offsets import changes
from cogs.sessions.domain.plan import Plan, rule_of

PRODUCT = "-//Hearth//Sessions//EN"
_UNTIL = re.compile(r"UNTIL=(\d{8})(?:T\d{6}Z?)?", re.IGNORECASE)
_DAY = timedelta(days=1)
TOLD_AHEAD = timedelta(days=3660)  # changes of clocks that a file tells of


@dataclass(frozen=True, slots=True)
class Entry:
    """One session for a calendar. `version` rises with every change, so that calendars follow.

    `title` stands in place of the neutral one.
    """

    guild: int
    session: int
    version: int
    plan: Plan
    cancelled: bool = False
    title: str = ""

    @property
    def uid(self) -> str:
        """Stable as long as the session lives, and no Discord id."""
        digest = hashlib.sha256(f"{self.guild}:{self.session}".encode()).hexdigest()
        return f"{digest[:32]}@hearth.invalid"


def calendar(entries: list[Entry], title: str, now: datetime) -> bytes:
    """The file: every session with its repeat, skipped and moved dates and time zone."""
    import icalendar  # noqa: PLC0415 - loaded for whoever asks for a file

    made: Any = icalendar.Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    gone = bool(entries) and all(entry.cancelled for entry in entries)
    made.add("method", "CANCEL" if gone else "PUBLISH")
    for entry in entries:
        for event in _events(icalendar, entry, title, now):
            made.add_component(event)
    starts = [event["dtstart"].dt for event in made.subcomponents]
    for name in sorted(made.get_missing_tzids()):
        made.subcomponents.insert(0, _timezone(icalendar, name, min(starts), now))
    return bytes(made.to_ical())


def _timezone(icalendar: Any, name: str, first: datetime, now: datetime) -> Any:
    """What the clocks of a zone do, from the first entry on for as long as anybody plans."""
    made = icalendar.Timezone()
    made.add("tzid", name)
    begin = datetime.combine(first.date() - _DAY, time(0), UTC)
    told: dict[tuple[timedelta, timedelta, str, bool], list[datetime]] = {}
    for each in changes(ZoneInfo(name), begin, max(begin, now) + TOLD_AHEAD):
        alike = (each.before, each.after, each.name, each.summer)
        told.setdefault(alike, []).append(each.wall)
    for (before, after, called, summer), walls in told.items():
        part = icalendar.TimezoneDaylight() if summer else icalendar.TimezoneStandard()
        part.add("dtstart", walls[0])
        if walls[1:]:
            part.add("rdate", walls[1:])
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", called)
        made.add_component(part)
    return made


def _events(icalendar: Any, entry: Entry, title: str, now: datetime) -> list[Any]:
    plan, zone = entry.plan, ZoneInfo(entry.plan.zone)
    first = _first_day(plan, zone)
    if first is None:
        return []
    at = rule_of(plan).at
    main = _event(icalendar, entry, title, now)
    _when(main, datetime.combine(first, at, zone), plan.length)
    if not plan.repeat:
        return [_once(main, plan, first, zone)]
    main.add("rrule", icalendar.vRecur.from_ical(_rule_text(plan.repeat, zone)))
    out = sorted(day for day in plan.skipped if day >= first)
    if out:
        main.add("exdate", [datetime.combine(day, at, zone) for day in out])
    events = [main]
    for day, wall in sorted(plan.moved.items()):
        if day not in plan.skipped:
            moved = _event(icalendar, entry, title, now)
            moved.add("recurrence-id", datetime.combine(day, at, zone))
            _when(moved, wall.replace(tzinfo=zone), plan.length)
            events.append(moved)
    return events


def _once(event: Any, plan: Plan, day: date, zone: ZoneInfo) -> Any:
    if day in plan.moved:
        for name in ("dtstart", "dtend"):
            del event[name]
        _when(event, plan.moved[day].replace(tzinfo=zone), plan.length)
    return event


def _event(icalendar: Any, entry: Entry, title: str, now: datetime) -> Any:
    event = icalendar.Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now)
    event.add("sequence", entry.version)
    event.add("summary", entry.title or title)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    return event


def _when(event: Any, start: datetime, length: timedelta) -> None:
    event.add("dtstart", start)
    # By the clock, not by the wall: an hour over a change of clocks is an hour.
    event.add("dtend", (start.astimezone(UTC) + length).astimezone(start.tzinfo))


def _first_day(plan: Plan, zone: ZoneInfo) -> date | None:
    """The first day that the rule itself names: where the calendar's own counting begins."""
    rule = rule_of(plan)
    whole = Rule(rule.text, rule.first_day, rule.at)
    before = datetime.combine(rule.first_day - 2 * _DAY, time(0), UTC)
    found = next_slots(whole, zone, before, 1)
    return found[0].day if found else None


def _rule_text(text: str, zone: ZoneInfo) -> str:
    """The rule with its end as RFC 5545 wants it: an instant, where the start has a zone."""

    def ended(match: re.Match[str]) -> str:
        last = datetime.combine(date.fromisoformat(match[1]), time(23, 59, 59), zone)
        return f"UNTIL={last.astimezone(UTC):%Y%m%dT%H%M%SZ}"

    return _UNTIL.sub(ended, text.strip().upper())
