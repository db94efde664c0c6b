"""Recurring local times as instants: RFC 5545 rules, right across daylight-saving changes.

A rule is expanded in local wall time and each hit is converted on its own. A 02:30 rule becomes
03:30 in a spring gap and fires once, at the first 02:30, in an autumn fold (decision 0014).
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import ClassVar
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

from bot.errors import Refusal

MAX_RULE_CHARS = 200
# A rule that has not happened for this long never will, as far as a community is concerned.
HORIZON = timedelta(days=366 * 8)
# Months and years have no fixed length: they are always counted from the first day.
_PERIODS = {
    "DAILY": timedelta(days=1),
    "WEEKLY": timedelta(days=7),
    "MONTHLY": timedelta(0),
    "YEARLY": timedelta(0),
}
_FINE = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})


class UnusableRule(Refusal):
    """The repeat cannot be read, or would come more often than once a day."""

    key: ClassVar[str] = "schedule.unusable-rule"


@dataclass(frozen=True, slots=True)
class Slot:
    """One time a rule happens: the local day that names it, and the instant."""

    day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Rule:
    """A repeat: `FREQ=WEEKLY;BYDAY=TU`, from a first day on, at a local time of day.

    `exdates` are local days on which it does not happen.
    """

    text: str
    first_day: date
    at: time
    exdates: frozenset[date] = field(default_factory=frozenset[date])


def check(rule: Rule) -> None:
    """Refuse a rule that cannot be used.

    Raises:
        UnusableRule: it cannot be read, or repeats within a day.
    """
    _expanded(rule, rule.first_day)


def due_slots(rule: Rule, zone: ZoneInfo, after: datetime, until: datetime) -> list[Slot]:
    """Every time the rule happens after `after`, up to and including `until`, in order.

    Raises:
        UnusableRule: as `check`.
    """
    start = after.astimezone(zone).date() - timedelta(days=1)
    end = until.astimezone(zone).replace(tzinfo=None) + timedelta(days=1)
    slots: list[Slot] = []
    for hit in _expanded(rule, start).xafter(datetime.combine(start, time.min), inc=True):
        if hit > end:
            break
        slot = _slot(hit.date(), rule.at, zone)
        if after < slot.at <= until and slot.day not in rule.exdates:
            slots.append(slot)
    return slots


def next_slots(rule: Rule, zone: ZoneInfo, after: datetime, count: int) -> list[Slot]:
    """The next times the rule happens, at most `count`; fewer where it ends or never happens."""
    found: list[Slot] = []
    step, end = timedelta(days=62), after + HORIZON
    while len(found) < count and after < end:
        found += due_slots(rule, zone, after, min(after + step, end))
        after, step = after + step, step * 2
    return list(islice(found, count))


def _slot(day: date, at: time, zone: ZoneInfo) -> Slot:
    local = datetime.combine(day, at.replace(fold=0), tzinfo=zone)
    instant = local.astimezone(UTC)
    # zoneinfo reads a time inside a gap with the offset from before it, which lands after it.
    return Slot(day, instant)


def _expanded(rule: Rule, near: date) -> rrule:
    text = rule.text.strip().upper()
    parts: dict[str, str] = {}
    for part in text.split(";"):
        name, _, value = part.partition("=")
        parts[name] = value
    every = parts.get("INTERVAL", "1")
    fits = len(text) <= MAX_RULE_CHARS and parts.get("FREQ") in _PERIODS and every.isdigit()
    if not fits or not parts.keys().isdisjoint(_FINE) or int(every) < 1:
        raise UnusableRule
    start = datetime.combine(rule.first_day, time.min)
    # Counted from a start near the question, so that an old rule costs no more than a new one.
    period = _PERIODS[parts["FREQ"]] * int(every)
    if period and "COUNT" not in parts:
        whole = int((datetime.combine(near, time.min) - start) / period) - 2
        start += period * max(0, whole)
    try:
        parsed = rrulestr(text, dtstart=start)
    except (ValueError, TypeError, IndexError, OverflowError):
        raise UnusableRule from None
    if not isinstance(parsed, rrule):
        raise UnusableRule
    return parsed
