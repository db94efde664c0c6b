"""Dates of a series, held against a walk over days and against the file that calendars read."""

from bisect import bisect_right
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import pytest
from dateutil.rrule import rrulestr
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cogs.sessions.domain.ics import Entry, calendar
from cogs.sessions.domain.plan import (
    Plan,
    every_weeks,
    monthly_by_date,
    monthly_by_weekday,
    occurrences,
)

ZONES = sorted(available_timezones() - {"localtime", "Factory"})
WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY = timedelta(days=1)
NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
# Both changes of both halves of the world lie in these months.
firsts = st.builds(
    date, st.integers(2024, 2030), st.sampled_from([3, 4, 9, 10, 11]), st.integers(1, 30)
)
clocks = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))


def clock_of(zone: ZoneInfo) -> Callable[[datetime], timedelta]:
    """The offset of a zone at an instant."""

    def offset(at: datetime) -> timedelta:
        found = at.astimezone(zone).utcoffset()
        assert found is not None
        return found

    return offset


def first_instant(wall: datetime, offset: Callable[[datetime], timedelta]) -> datetime:
    """The first instant that shows this wall time; in a gap, as far after it as it was inside."""
    noon = wall.replace(tzinfo=UTC)
    # No zone changes its clocks twice within six hours.
    offsets = {offset(noon + timedelta(hours=h)) for h in range(-36, 37, 6)}
    fitting = [noon - each for each in offsets if offset(noon - each) == each]
    return min(fitting, default=noon - offset(noon - timedelta(hours=36)))


def happens(repeat: str, first: date, day: date) -> bool:
    """Whether a repeat of the panel's kinds happens on a day, in the plainest way."""
    if day < first or not repeat:
        return day == first
    name, _, value = repeat.split(";")[1].partition("=")
    if name == "INTERVAL":
        return (day - first).days % (7 * int(value)) == 0
    if name == "BYMONTHDAY":
        return day.day == int(value) if int(value) > 0 else (day + DAY).day == 1
    if WEEK[day.weekday()] != value[-2:]:
        return False
    return (
        (day + 7 * DAY).month != day.month
        if value[0] == "-"
        else (day.day + 6) // 7 == int(value[0])
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    first, at = draw(firsts), draw(clocks)
    repeat = draw(
        st.sampled_from(
            [
                "",
                *(every_weeks(weeks) for weeks in (1, 2, 3, 5)),
                monthly_by_weekday(first),
                monthly_by_date(first),
            ]
        )
    )
    named = [
        first + each * DAY for each in range(400) if happens(repeat, first, first + each * DAY)
    ]
    skipped = draw(st.sets(st.sampled_from(named), max_size=3)) if repeat else set()
    chosen = draw(st.sets(st.sampled_from(named), max_size=2))
    moved = {
        day: datetime.combine(day + draw(st.integers(0, 6)) * DAY, draw(clocks)) for day in chosen
    }
    return Plan(
        start=datetime.combine(first, at),
        zone=draw(st.sampled_from(ZONES)),
        repeat=repeat,
        skipped=frozenset(skipped),
        moved=moved,
        minutes=draw(st.sampled_from([30, 60, 95])),
    )


def walked(plan: Plan, days: int) -> list[tuple[datetime, date]]:
    """Every date of a plan, day by day, without the rule's code."""
    assert plan.start is not None
    clock, first = clock_of(ZoneInfo(plan.zone)), plan.start.date()
    found: list[tuple[datetime, date]] = []
    for each in range(days):
        day = first + each * DAY
        if happens(plan.repeat, first, day) and day not in plan.skipped:
            wall = plan.moved.get(day, datetime.combine(day, plan.start.time()))
            found.append((first_instant(wall, clock), day))
    return sorted(found)


@settings(max_examples=100, deadline=None)
@given(plan=plans())
def test_dates_agree_with_a_walk_over_the_days(plan: Plan) -> None:
    assert plan.start is not None
    after = first_instant(plan.start, clock_of(ZoneInfo(plan.zone))) - 8 * DAY
    expected = walked(plan, 700)[:6]
    got = [(each.at, each.day) for each in occurrences(plan, after, 6)]
    assert got == expected
    if len(expected) > 2:  # from the middle on, the rest is the same
        later = occurrences(plan, expected[1][0], 4)
        assert [(each.at, each.day) for each in later][: len(expected) - 2] == [
            each for each in expected if each[0] > expected[1][0]
        ][:4]


def clock_in(file: icalendar.Calendar, name: str) -> Callable[[datetime], timedelta]:
    """The offset at an instant as the file's own table of the zone has it, and nothing else."""
    (table,) = [each for each in file.walk("VTIMEZONE") if each["TZID"] == name]
    onsets: list[tuple[datetime, timedelta]] = []
    for part in table.subcomponents:
        more = part.get("RDATE", [])
        more = more if isinstance(more, list) else [more]
        walls = [part["DTSTART"].dt, *(each.dt for group in more for each in group.dts)]
        before, after = part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td
        onsets += [(wall.replace(tzinfo=UTC) - before, after) for wall in walls]
    onsets.sort()
    instants = [at for at, _ in onsets]
    return lambda at: onsets[max(bisect_right(instants, at) - 1, 0)][1]


def read_back(file: bytes) -> list[list[datetime]]:
    """What a calendar makes of the entries of a file, over two years."""
    read = icalendar.Calendar.from_ical(file)
    assert isinstance(read, icalendar.Calendar)
    events: dict[str, list[icalendar.Event]] = {}
    for event in read.walk("VEVENT"):
        events.setdefault(event["UID"], []).append(event)
    return [_starts(read, of_one) for of_one in events.values()]


def _starts(read: icalendar.Calendar, events: list[icalendar.Event]) -> list[datetime]:
    (main,) = [each for each in events if "RECURRENCE-ID" not in each]
    zone = main["DTSTART"].dt.tzinfo
    in_utc = "TZID" not in main["DTSTART"].params
    clock = clock_of(zone) if in_utc else clock_in(read, main["DTSTART"].params["TZID"])
    wall = main["DTSTART"].dt.replace(tzinfo=None)
    walls = [wall]
    if "RRULE" in main:
        text = main["RRULE"].to_ical().decode()
        walls = list(rrulestr(text, dtstart=wall).between(wall, wall + 720 * DAY, inc=True))
    exdates = main.get("EXDATE", [])
    exdates = exdates if isinstance(exdates, list) else [exdates]
    out = {each.dt.replace(tzinfo=None) for group in exdates for each in group.dts}
    starts = {each: each for each in walls if each not in out}
    for event in (each for each in events if each is not main):
        original = event["RECURRENCE-ID"].dt.replace(tzinfo=None)
        assert original in starts
        starts[original] = event["DTSTART"].dt.replace(tzinfo=None)
    return sorted(first_instant(each, clock) for each in starts.values())


@settings(max_examples=50, deadline=None)
@given(plan=plans())
def test_the_calendar_file_says_the_same_dates(plan: Plan) -> None:
    file = calendar([Entry(1, 2, 3, plan)], "Meeting", NOW)
    expected = [at for at, _ in walked(plan, 650)][:8]
    assert read_back(file)[0][: len(expected)] == expected


def test_the_file_has_a_stable_uid_its_time_zone_and_says_nothing() -> None:
    plan = Plan(
        title="Leaving him", purpose="secret", start=datetime(2027, 3, 4, 19), zone="Europe/Berlin",
        repeat=every_weeks(1),
    )  # fmt: skip
    first = calendar([Entry(77, 5, 1, plan)], "Meeting", NOW).decode()
    later = calendar([Entry(77, 5, 2, plan.but(minutes=90))], "Meeting", NOW).decode()
    uid = next(line for line in first.splitlines() if line.startswith("UID:"))
    assert uid in later
    assert "SEQUENCE:2" in later
    assert "BEGIN:VTIMEZONE" in first
    assert "TZID:Europe/Berlin" in first
    for word in ("Leaving", "secret", "UID:77"):
        assert word not in first


@given(title=st.text(min_size=1, max_size=80))
@example(title="Circle\r\nEND:VEVENT\r\nBEGIN:VEVENT; \\n, @everyone")
def test_a_title_that_somebody_chose_is_one_title_whatever_stands_in_it(title: str) -> None:
    plan = Plan(start=datetime(2027, 3, 4, 19), zone="UTC")
    file = calendar([Entry(77, 5, 1, plan, title=title)], "Meeting", NOW)
    (event,) = icalendar.Calendar.from_ical(file).walk("VEVENT")
    assert event["UID"] == Entry(77, 5, 2, plan).uid  # it takes the neutral one's place
    assert "Meeting" not in event["SUMMARY"] or "Meeting" in title
    assert len(event.subcomponents) == 0


def test_a_cancelled_session_is_taken_out_of_calendars() -> None:
    plan = Plan(start=datetime(2027, 3, 4, 19), zone="UTC")
    file = calendar([Entry(77, 5, 3, plan, cancelled=True)], "Meeting", NOW).decode()
    assert "METHOD:CANCEL" in file
    assert "STATUS:CANCELLED" in file


@pytest.mark.parametrize("until", ["20270401", "20270401T235959"])
def test_a_rule_with_an_end_ends_in_the_file_too(until: str) -> None:
    plan = Plan(
        start=datetime(2027, 3, 4, 19), zone="America/New_York", repeat=f"FREQ=WEEKLY;UNTIL={until}"
    )
    assert len(occurrences(plan, NOW, 9)) == 5
    file = calendar([Entry(1, 1, 1, plan)], "Meeting", NOW).decode()
    assert "UNTIL=20270402T035959Z" in file


def test_a_rule_that_never_happens_costs_nothing_and_makes_no_entry() -> None:
    plan = Plan(start=datetime(2027, 3, 4, 19), repeat="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
    assert occurrences(plan, NOW, 6) == []
    assert b"VEVENT" not in calendar([Entry(1, 1, 1, plan)], "Meeting", NOW)
