"""Repeats in local time, held against a walk over days and a search for wall times."""

import time as stopwatch
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.schedule.recurrence import Rule, Slot, UnusableRule, check, due_slots, next_slots

ZONES = sorted(available_timezones() - {"localtime", "Factory"})
EVERY = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
DAY = timedelta(days=1)

zones = st.sampled_from(ZONES).map(ZoneInfo)
times = st.times().map(lambda each: each.replace(second=0, microsecond=0))
# Both changes of both halves of the world lie in these months.
days = st.builds(
    date,
    st.integers(2005, 2035),
    st.sampled_from([3, 4, 9, 10, 11]),
    st.integers(1, 30),
)


def instant_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The first instant that shows this wall time; in a gap, as far after it as it was inside."""
    wall = datetime.combine(day, at)
    noon = wall.replace(tzinfo=UTC)
    offsets = {(noon + timedelta(hours=h)).astimezone(zone).utcoffset() for h in range(-36, 37)}
    candidates = [noon - offset for offset in offsets if offset is not None]
    fitting = [each for each in candidates if each.astimezone(zone).replace(tzinfo=None) == wall]
    if fitting:
        return min(fitting)
    before = (noon - timedelta(hours=36)).astimezone(zone).utcoffset()
    assert before is not None
    return noon - before


def walked(text: str, first: date, day: date) -> bool:
    """Whether a rule of the four kinds tried here happens on a day, in the plainest way."""
    parts = dict(part.split("=") for part in text.split(";"))
    every = int(parts.get("INTERVAL", "1"))
    if day < first:
        return False
    if parts["FREQ"] == "DAILY":
        return (day - first).days % every == 0
    if parts["FREQ"] == "WEEKLY":
        monday = first - timedelta(days=first.weekday())
        return (day - monday).days // 7 % every == 0 and WEEK[day.weekday()] in parts["BYDAY"]
    if (day.year * 12 + day.month - first.year * 12 - first.month) % every:
        return False
    if "BYMONTHDAY" in parts:
        last = monthrange(day.year, day.month)[1]
        return int(parts["BYMONTHDAY"]) in (day.day, day.day - last - 1)
    return WEEK[day.weekday()] == parts["BYDAY"][2:] and (day + 7 * DAY).month != day.month


rules = st.one_of(
    st.integers(1, 9).map(lambda n: f"FREQ=DAILY;INTERVAL={n}"),
    st.builds(
        lambda n, names: f"FREQ=WEEKLY;INTERVAL={n};BYDAY={','.join(sorted(names))}",
        st.integers(1, 5),
        st.sets(st.sampled_from(WEEK), min_size=1),
    ),
    st.builds(
        lambda n, day: f"FREQ=MONTHLY;INTERVAL={n};BYMONTHDAY={day}",
        st.integers(1, 4),
        st.integers(-31, 31).filter(bool),
    ),
    st.sampled_from(WEEK).map(lambda name: f"FREQ=MONTHLY;BYDAY=-1{name}"),
)


@settings(max_examples=250, deadline=None)
@given(zone=zones, text=rules, first=days, at=times, data=st.data())
def test_in_every_zone_a_rule_happens_when_a_walk_over_the_days_says(
    zone: ZoneInfo, text: str, first: date, at: time, data: st.DataObject
) -> None:
    age = data.draw(st.integers(-20, 4000))
    after = datetime.combine(first + age * DAY, data.draw(times), UTC)
    until = after + timedelta(hours=data.draw(st.integers(1, 24 * 45)))
    near = [after.date() + each * DAY for each in range(-3, (until - after).days + 4)]
    expected = [
        Slot(day, instant)
        for day in near
        if walked(text, first, day) and after < (instant := instant_of(day, at, zone)) <= until
    ]
    assert due_slots(Rule(text, first, at), zone, after, until) == expected


@settings(max_examples=150, deadline=None)
@given(zone=zones, at=times, start=days)
def test_a_daily_rule_names_every_day_once_across_any_change_of_clocks(
    zone: ZoneInfo, at: time, start: date
) -> None:
    found = due_slots(
        Rule("FREQ=DAILY", start, at),
        zone,
        datetime.combine(start - 2 * DAY, time(0), UTC),
        datetime.combine(start + 40 * DAY, time(0), UTC),
    )
    named = [slot.day for slot in found]
    assert named == [start + each * DAY for each in range(len(named))]
    assert len(named) >= 38


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;BYMONTH=3,11;BYDAY=-1SU",
        "FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYDAY=2TU,-2TU",
        "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=31",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO",
        "FREQ=WEEKLY;INTERVAL=3",
        "FREQ=DAILY;INTERVAL=2;BYMONTH=1,12;BYDAY=SA",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=DAILY;COUNT=400",
        "FREQ=MONTHLY;COUNT=17;BYMONTHDAY=30",
        "FREQ=WEEKLY;UNTIL=20280229",
    ],
)
def test_the_rarer_rules_agree_with_a_library(text: str) -> None:
    first = date(2024, 1, 1)
    library = rrulestr(text, dtstart=datetime.combine(first, time(0)))
    last = datetime(2040, 1, 1)  # noqa: DTZ001 - a wall time
    expected = [each.date() for each in takewhile(last.__gt__, library)]
    rule = Rule(text, first, time(9))
    early, end = datetime(2023, 1, 1, tzinfo=UTC), datetime(2039, 12, 31, 22, tzinfo=UTC)
    whole = due_slots(rule, BERLIN, early, end)
    assert [slot.day for slot in whole] == expected
    later = datetime(2027, 6, 15, tzinfo=UTC)
    rest = due_slots(rule, BERLIN, later, end)
    assert rest == [slot for slot in whole if slot.at > later]


def local(slot: Slot, zone: ZoneInfo) -> str:
    return slot.at.astimezone(zone).isoformat(timespec="minutes")


def test_half_past_two_in_a_gap_becomes_half_past_three() -> None:
    rule = Rule("FREQ=DAILY", date(2026, 1, 1), time(2, 30))
    found = next_slots(rule, BERLIN, datetime(2026, 3, 28, 12, tzinfo=UTC), 2)
    assert [local(each, BERLIN) for each in found] == [
        "2026-03-29T03:30+02:00",
        "2026-03-30T02:30+02:00",
    ]
    assert found[0].day == date(2026, 3, 29)


def test_a_midnight_that_came_before_clocks_went_back_to_the_day_before_is_not_lost() -> None:
    st_johns = ZoneInfo("America/St_Johns")  # there 00:01 on 7 November 2010 became 23:01
    midnight = datetime(2010, 11, 7, 2, 30, tzinfo=UTC)
    until = midnight + timedelta(minutes=30)
    assert until.astimezone(st_johns).date() == date(2010, 11, 6)
    rule = Rule("FREQ=DAILY", date(2010, 1, 1), time(0))
    found = due_slots(rule, st_johns, midnight - timedelta(hours=1), until)
    assert found == [Slot(date(2010, 11, 7), midnight)]


def test_half_past_one_in_a_fold_happens_once_at_the_first_of_the_two() -> None:
    rule = Rule("FREQ=DAILY", date(2026, 1, 1), time(1, 30, fold=1))
    found = next_slots(rule, NEW_YORK, datetime(2026, 10, 31, 12, tzinfo=UTC), 2)
    assert [local(each, NEW_YORK) for each in found] == [
        "2026-11-01T01:30-04:00",
        "2026-11-02T01:30-05:00",
    ]


@given(st.integers(0, 72 * 4), st.integers(0, 72 * 4))
def test_asked_in_pieces_no_slot_is_missed_and_none_comes_twice(one: int, two: int) -> None:
    start = datetime(2026, 10, 30, tzinfo=UTC)
    cuts = [start, *sorted(start + timedelta(minutes=15 * each) for each in (one, two))]
    cuts.append(start + timedelta(days=4))
    rule = Rule("FREQ=DAILY", date(2026, 1, 1), time(1, 30))
    pieces = [due_slots(rule, NEW_YORK, cuts[at], cuts[at + 1]) for at in range(3)]
    assert [*pieces[0], *pieces[1], *pieces[2]] == due_slots(rule, NEW_YORK, cuts[0], cuts[-1])


def test_an_excepted_day_is_left_out_and_still_counts() -> None:
    first = date(2026, 6, 1)
    without = frozenset({date(2026, 6, 2)})
    rule = Rule("FREQ=DAILY;COUNT=3", first, time(9), without)
    found = next_slots(rule, BERLIN, datetime(2026, 5, 1, tzinfo=UTC), 9)
    assert [slot.day.day for slot in found] == [1, 3]


@pytest.mark.parametrize(
    "text",
    [
        *(f"FREQ={every};BYMONTH=2;BYMONTHDAY=30" for every in EVERY),
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29",
    ],
)  # fmt: skip
def test_a_rule_that_never_happens_says_so_at_once(text: str) -> None:
    rule = Rule(text, date(2025, 1, 1), time(9))
    began = stopwatch.thread_time()
    assert next_slots(rule, BERLIN, datetime(2026, 1, 1, tzinfo=UTC), 3) == []
    assert stopwatch.thread_time() - began < 0.5  # a library looks until the year 9999: up to 28 s


@pytest.mark.parametrize(
    "text",
    [
        *(f"FREQ={every}" for every in ("SECONDLY", "MINUTELY", "HOURLY", "", "FORTNIGHTLY")),
        *(f"FREQ=DAILY;BY{part}=1" for part in ("HOUR", "MINUTE", "SECOND", "EASTER", "WEEKNO")),
        *(f"FREQ=DAILY;INTERVAL={n}" for n in ("0", "-1", "²", "1.5", "", "9" * 15, "9" * 150)),
        *(f"FREQ=DAILY;COUNT={n}" for n in ("0", "-1", "1000000000", "x")),
        *(f"FREQ=WEEKLY;BYDAY={day}" for day in ("XX", "2MO", "", "MO,", "MO TU", "0MO")),
        *(f"FREQ=MONTHLY;BYDAY={day}" for day in ("6MO", "-6MO", "0MO", "99MO")),
        *(f"FREQ=MONTHLY;BYMONTHDAY={day}" for day in ("0", "32", "-32", "1,,2")),
        *(f"FREQ=YEARLY;BYMONTH={month}" for month in ("0", "13", "-1")),
        *(f"FREQ=DAILY;UNTIL={day}" for day in ("20260230", "soon", "20270101T000000Z")),
        "", ";", "FREQ", "FREQ=DAILY;", "FREQ=DAILY;FREQ=DAILY", "RRULE:FREQ=DAILY",
        "FREQ=DAILY\nRRULE:FREQ=DAILY", "FREQ=DAILY;BYDAY=MO DTSTART:20200101T000000Z",
        "FREQ=WEEKLY;WKST=XX", "every tuesday", "FREQ=DAILY" + ";" * 9990, "x" * 10_000,
    ],
)  # fmt: skip
def test_a_rule_that_cannot_be_used_is_refused(text: str) -> None:
    with pytest.raises(UnusableRule):
        check(Rule(text, date(2026, 1, 1), time(9)))


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(max_size=250),
        st.text(alphabet="FREQ=DAILYWKMOTUBN;0129-+,", max_size=60).map("FREQ=WEEKLY;".__add__),
    )
)
def test_whatever_is_typed_is_used_or_refused(text: str) -> None:
    rule = Rule(text, date(2026, 1, 1), time(9))
    try:
        check(rule)
    except UnusableRule:
        return
    found = next_slots(rule, BERLIN, datetime(2026, 1, 1, tzinfo=UTC), 5)
    assert len({slot.day for slot in found}) == len(found) <= 5


@pytest.mark.parametrize("text", [f"FREQ={every}" for every in EVERY])
def test_a_rule_from_the_year_one_costs_no_more_than_a_new_one(text: str) -> None:
    after = datetime(2026, 1, 1, tzinfo=UTC)

    def cost(first: date) -> float:
        rule, tries = Rule(text, first, time(9)), []
        for _ in range(5):
            began = stopwatch.thread_time()
            for _ in range(40):
                due_slots(rule, BERLIN, after, after + 30 * DAY)
            tries.append(stopwatch.thread_time() - began)
        return min(tries)

    # Counting from the first day would make it thousands of times dearer.
    assert cost(date(1, 1, 1)) < 8 * cost(date(2025, 12, 1)) + 0.01
