"""Recurring local times as instants: RFC 5545 rules, right across daylight-saving changes.

A rule is expanded in local wall time and each hit is converted on its own. A 02:30 rule becomes
03:30 in a spring gap and fires once, at the first 02:30, in an autumn fold (decision 0014).
Periods are walked here and not by a library: a rule that never happens ("30 February") must
cost as little as any other, and libraries look for it until the year 9999.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, takewhile
from typing import ClassVar
from zoneinfo import ZoneInfo

from bot.errors import Refusal

MAX_RULE_CHARS = 200
# The largest INTERVAL and COUNT: nearly three years of every day.
MAX_NUMBER = 1000
# A rule that has not happened for this long never will, as far as a community is concerned.
HORIZON = timedelta(days=366 * 8)
_DAY = timedelta(days=1)
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PART = re.compile(r"([A-Z]+)=([A-Z0-9,+-]+)")
_NAMES = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"}
)
_WEEKDAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"([0-9]{8})(?:T[0-9]{6})?")
# How often a weekday can come within the period: 0 where it has no number.
_ORDINALS = {"DAILY": 0, "WEEKLY": 0, "MONTHLY": 5, "YEARLY": 53}


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


@dataclass(frozen=True, slots=True)
class _Reading:
    """A rule's text, understood. `weekdays` are (which one, 0 for every; Monday is 0)."""

    every: str
    interval: int
    count: int | None
    until: date
    week_start: int
    weekdays: tuple[tuple[int, int], ...]
    monthdays: tuple[int, ...]
    months: tuple[int, ...]
    positions: tuple[int, ...]


def check(rule: Rule) -> None:
    """Refuse a rule that cannot be used.

    Raises:
        UnusableRule: it cannot be read, or repeats within a day.
    """
    _read(rule)


def due_slots(rule: Rule, zone: ZoneInfo, after: datetime, until: datetime) -> list[Slot]:
    """Every time the rule happens after `after`, up to and including `until`, in order.

    Raises:
        UnusableRule: as `check`.
    """
    reading = _read(rule)
    start = after.astimezone(zone).date() - _DAY
    end = min(until.astimezone(zone).date() + _DAY, reading.until)
    if reading.count is None:
        days = _days(reading, rule.first_day, max(start, rule.first_day), end)
    else:
        # What is counted is counted from the first day.
        days = islice(_days(reading, rule.first_day, rule.first_day, end), reading.count)
    slots = (_slot(day, rule.at, zone) for day in days if day not in rule.exdates)
    return [slot for slot in slots if after < slot.at <= until]


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


def _read(rule: Rule) -> _Reading:
    text = rule.text.strip().upper()
    written = [_PART.fullmatch(part) for part in text[: MAX_RULE_CHARS + 1].split(";")]
    parts = {match[1]: match[2] for match in written if match}
    if len(text) > MAX_RULE_CHARS or len(parts) != len(written) or not parts.keys() <= _NAMES:
        raise UnusableRule
    every = parts.get("FREQ", "")
    if every not in _ORDINALS:
        raise UnusableRule
    weekdays, monthdays = _weekdays(parts, every), _numbers(parts, "BYMONTHDAY", 31)
    months, first = _numbers(parts, "BYMONTH", 12), rule.first_day
    if min(months, default=1) < 1:
        raise UnusableRule
    if not weekdays and not monthdays:  # what the rule leaves open, the first day says
        weekdays = ((0, first.weekday()),) if every == "WEEKLY" else ()
        monthdays = (first.day,) if every in ("MONTHLY", "YEARLY") else ()
        months = months or ((first.month,) if every == "YEARLY" else ())
    return _Reading(
        every=every,
        interval=_number(parts, "INTERVAL") or 1,
        count=_number(parts, "COUNT"),
        until=_until(parts),
        week_start=_week_start(parts),
        weekdays=weekdays,
        monthdays=monthdays,
        months=months,
        positions=_numbers(parts, "BYSETPOS", 366),
    )


def _number(parts: dict[str, str], name: str) -> int | None:
    if name not in parts:
        return None
    written = parts[name]
    if not written.isdigit() or not 1 <= int(written) <= MAX_NUMBER:
        raise UnusableRule
    return int(written)


def _numbers(parts: dict[str, str], name: str, most: int) -> tuple[int, ...]:
    if name not in parts:
        return ()
    try:
        numbers = tuple(int(each) for each in parts[name].split(","))
    except ValueError:
        raise UnusableRule from None
    if not all(1 <= abs(each) <= most for each in numbers):
        raise UnusableRule
    return numbers


def _weekdays(parts: dict[str, str], every: str) -> tuple[tuple[int, int], ...]:
    if "BYDAY" not in parts:
        return ()
    found: list[tuple[int, int]] = []
    for written in parts["BYDAY"].split(","):
        match = _WEEKDAY.fullmatch(written)
        if match is None:
            raise UnusableRule
        which = int(match[1] or 0)
        if match[1] is not None and not 1 <= abs(which) <= _ORDINALS[every]:
            raise UnusableRule
        found.append((which, _WEEK.index(match[2])))
    return tuple(found)


def _week_start(parts: dict[str, str]) -> int:
    written = parts.get("WKST", "MO")
    if written not in _WEEK:
        raise UnusableRule
    return _WEEK.index(written)


def _until(parts: dict[str, str]) -> date:
    if "UNTIL" not in parts:
        return date.max
    match = _UNTIL.fullmatch(parts["UNTIL"])
    try:
        return date.fromisoformat(match[1] if match else "")
    except ValueError:
        raise UnusableRule from None


def _days(reading: _Reading, first: date, start: date, end: date) -> Iterator[date]:
    """The days on which a rule with that first day happens, from `start` to `end`."""
    origin = _period(reading, first)
    skipped = (_period(reading, start) - origin) // reading.interval
    number = origin + skipped * reading.interval
    while True:
        period = list(takewhile(lambda day: day <= end, _days_of(reading, number)))
        if not period:
            return
        # A place within the period is counted over the whole of it, also past the end.
        whole = list(_days_of(reading, number)) if reading.positions else period
        happens = [day for day in whole if _fits(reading, day)]
        yield from (day for day in _placed(reading, happens) if start <= day <= end)
        number += reading.interval


def _period(reading: _Reading, day: date) -> int:
    """The number of the day's own day, week, month or year, counted from the year 1."""
    counted = {
        "DAILY": day.toordinal(),
        "WEEKLY": (day.toordinal() - 1 - reading.week_start) // 7,
        "MONTHLY": day.year * 12 + day.month - 1,
        "YEARLY": day.year,
    }
    return counted[reading.every]


def _days_of(reading: _Reading, number: int) -> Iterator[date]:
    """The days of a period, without those that the calendar does not have."""
    if reading.every == "DAILY":
        first, last = number, number
    elif reading.every == "WEEKLY":
        first = number * 7 + 1 + reading.week_start
        last = first + 6
    else:
        years, month = divmod(number, 12) if reading.every == "MONTHLY" else (number, 0)
        if years > date.max.year:
            return
        first = date(years, month + 1, 1).toordinal()
        months = 1 if reading.every == "MONTHLY" else 12
        last = first - 1 + sum(monthrange(years, month + 1 + each)[1] for each in range(months))
    for day in range(max(first, 1), min(last, date.max.toordinal()) + 1):
        yield date.fromordinal(day)


def _fits(reading: _Reading, day: date) -> bool:
    if reading.months and day.month not in reading.months:
        return False
    length = monthrange(day.year, day.month)[1]
    if reading.monthdays and not {day.day, day.day - length - 1} & set(reading.monthdays):
        return False
    if not reading.weekdays:
        return True
    place, size = day.day, length
    if reading.every == "YEARLY" and not reading.months:
        place, size = day.timetuple().tm_yday, date(day.year, 12, 31).timetuple().tm_yday
    which = {0, (place - 1) // 7 + 1, -((size - place) // 7 + 1)}
    return any(number in which and day.weekday() == name for number, name in reading.weekdays)


def _placed(reading: _Reading, days: list[date]) -> list[date]:
    if not reading.positions:
        return days
    places = {each - 1 if each > 0 else len(days) + each for each in reading.positions}
    return [day for place, day in enumerate(days) if place in places]
