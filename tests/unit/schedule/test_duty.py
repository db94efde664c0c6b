"""Weekly hours, held against a walk through the hours of real weeks."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.duty import Hours, days_of, mask_of

BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = Hours(frozenset({4}), time(22), time(2), BERLIN)  # Friday night
times = st.times().map(lambda each: each.replace(second=0, microsecond=0))
days = st.frozensets(st.integers(0, 6))


def at(local: str) -> datetime:
    return datetime.fromisoformat(local).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("local", "on"),
    [
        ("2026-11-20T21:59", False),
        ("2026-11-20T22:00", True),
        ("2026-11-21T01:59", True),
        ("2026-11-21T02:00", False),
        ("2026-11-21T22:30", False),
    ],
)
def test_a_night_goes_over_midnight_and_no_further(local: str, on: bool) -> None:  # noqa: FBT001 - a column of the table
    assert NIGHT.hold(at(local)) is on


def test_the_clock_on_the_wall_decides_when_clocks_change() -> None:
    early = Hours(frozenset({6}), time(2), time(4), BERLIN)
    spring = datetime(2026, 3, 29, 1, 0, tzinfo=UTC)  # 03:00 there; an hour before it was 01:00
    assert not early.hold(spring - timedelta(minutes=1))
    assert early.hold(spring)
    autumn = datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )  # the first 02:30; the second comes an hour later
    assert early.hold(autumn)
    assert early.hold(autumn + timedelta(hours=1))


@given(days, times, times, st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)))  # noqa: DTZ001 - made aware below
def test_on_duty_exactly_where_a_wall_clock_would_say_so(
    chosen: frozenset[int], start: time, end: time, naive: datetime
) -> None:
    hours, now = Hours(chosen, start, end, BERLIN), naive.replace(tzinfo=UTC)
    local = now.astimezone(BERLIN).replace(tzinfo=None)
    lasts = timedelta(hours=end.hour - start.hour, minutes=end.minute - start.minute)
    lasts = lasts if lasts > timedelta(0) else lasts + timedelta(days=1)
    begins = [
        datetime.combine(local.date() - timedelta(days=ago), start)
        for ago in (0, 1)
        if (local.date() - timedelta(days=ago)).weekday() in chosen
    ]
    assert hours.hold(now) is any(begin <= local < begin + lasts for begin in begins)


@given(days)
def test_days_are_kept_as_a_number_and_come_back(chosen: frozenset[int]) -> None:
    assert days_of(mask_of(chosen)) == chosen
    assert 0 <= mask_of(chosen) < 128


@given(
    days=st.sets(st.integers(0, 6), min_size=1),
    start=st.times(),
    end=st.times(),
    at=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - hypothesis wants them bare
)
def test_the_next_time_is_now_while_on_duty_and_else_begins_later(
    days: set[int], start: time, end: time, at: datetime
) -> None:
    hours = Hours(frozenset(days), start, end, ZoneInfo("UTC"))
    times = hours.next_time(at)
    assert times is not None
    begins, ends = times
    assert at < ends <= begins + timedelta(days=1)
    assert hours.hold(begins)
    assert (begins <= at) is hours.hold(at)
    assert begins - at <= timedelta(days=7)


def test_no_day_has_no_next_time_and_a_night_reaches_into_the_morning() -> None:
    at = datetime(2026, 5, 5, 0, 30, tzinfo=UTC)  # a Tuesday; half past one in London
    night = Hours(frozenset({0}), time(22), time(2), ZoneInfo("Europe/London"))
    began = datetime(2026, 5, 4, 21, tzinfo=UTC)
    assert night.next_time(at) == (began, began + timedelta(hours=4))
    later = night.next_time(at + timedelta(hours=1))
    assert later == (began + timedelta(days=7), began + timedelta(days=7, hours=4))
    assert Hours(frozenset(), time(1), time(2), ZoneInfo("UTC")).next_time(at) is None
