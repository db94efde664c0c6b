"""Nights in which nothing is sent, in every zone and across both changes of clocks."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.schedule.quiet_hours import QuietHours, is_quiet, quiet_until

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
NIGHT = QuietHours(time(22), time(8))
MINUTE = timedelta(minutes=1)
zones = st.sampled_from(sorted(available_timezones() - {"localtime", "Factory"})).map(ZoneInfo)
times = st.times().map(lambda each: each.replace(second=0, microsecond=0))
instants = st.datetimes(
    datetime(2005, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2035, 1, 1),  # noqa: DTZ001 - the same
    timezones=st.just(UTC),
)


def at(zone: ZoneInfo, written: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=zone, fold=fold).astimezone(UTC)


@pytest.mark.parametrize(
    ("clock", "quiet"),
    [("21:59", False), ("22:00", True), ("23:59", True), ("00:00", True), ("07:59", True),
     ("08:00", False), ("12:00", False)],
)  # fmt: skip
def test_a_night_across_midnight_begins_on_time_and_its_end_is_loud(
    clock: str, quiet: bool  # noqa: FBT001 - a column of the table
) -> None:  # fmt: skip
    assert is_quiet(NIGHT, BERLIN, at(BERLIN, f"2026-06-10T{clock}")) is quiet


def test_quiet_hours_within_one_day_do_not_touch_the_night() -> None:
    nap = QuietHours(time(13), time(15))
    assert is_quiet(nap, BERLIN, at(BERLIN, "2026-06-10T14:00"))
    assert not is_quiet(nap, BERLIN, at(BERLIN, "2026-06-10T02:00"))
    assert quiet_until(nap, BERLIN, at(BERLIN, "2026-06-10T14:00")) == at(
        BERLIN, "2026-06-10T15:00"
    )


@given(zone=zones, same=times, now=instants)
def test_equal_ends_mean_never(zone: ZoneInfo, same: time, now: datetime) -> None:
    assert not is_quiet(QuietHours(same, same), zone, now)
    assert quiet_until(QuietHours(same, same), zone, now) is None


@pytest.mark.parametrize(
    ("now", "end"),
    [
        ("2026-06-10T23:30", "2026-06-11T08:00"),
        ("2026-06-10T00:30", "2026-06-10T08:00"),
        ("2026-03-28T23:30", "2026-03-29T08:00"),
        ("2026-10-24T23:30", "2026-10-25T08:00"),
        ("2026-12-31T23:30", "2027-01-01T08:00"),
    ],
)
def test_the_quiet_ends_at_the_local_hour_also_in_a_night_of_changed_clocks(
    now: str, end: str
) -> None:
    assert quiet_until(NIGHT, BERLIN, at(BERLIN, now)) == at(BERLIN, end)


def test_an_end_inside_a_gap_comes_with_the_first_minute_after_it() -> None:
    hours = QuietHours(time(22), time(2, 30))
    found = quiet_until(hours, BERLIN, at(BERLIN, "2026-03-28T23:00"))
    assert found == at(BERLIN, "2026-03-29T03:00")


def test_where_a_gap_swallows_the_only_loud_minutes_the_quiet_lasts_until_the_next_night() -> None:
    hours = QuietHours(time(3), time(2, 30))
    found = quiet_until(hours, BERLIN, at(BERLIN, "2026-03-28T23:00"))
    assert found == at(BERLIN, "2026-03-30T02:30")


def test_in_a_fold_each_of_the_two_equal_hours_has_its_own_end() -> None:
    hours = QuietHours(time(22), time(1, 30))
    first, second = at(NEW_YORK, "2026-11-01T01:30"), at(NEW_YORK, "2026-11-01T01:30", fold=1)
    assert second - first == timedelta(hours=1)
    assert quiet_until(hours, NEW_YORK, first - 10 * MINUTE) == first
    assert quiet_until(hours, NEW_YORK, first + 10 * MINUTE) is None
    assert quiet_until(hours, NEW_YORK, second - 10 * MINUTE) == second


def test_a_zone_that_skips_a_day_has_one_long_night_and_not_two() -> None:
    apia = ZoneInfo("Pacific/Apia")  # there was no 30 December 2011
    now = at(apia, "2011-12-29T23:00")
    assert quiet_until(NIGHT, apia, now) == now + timedelta(hours=9)


@settings(max_examples=300, deadline=None)
@given(zone=zones, start=times, end=times, now=instants)
def test_the_end_of_the_quiet_is_loud_and_not_before_now(
    zone: ZoneInfo, start: time, end: time, now: datetime
) -> None:
    hours = QuietHours(start, end)
    found = quiet_until(hours, zone, now)
    assert (found is None) is not is_quiet(hours, zone, now)
    if found is not None:
        assert found >= now
        assert found - now <= timedelta(hours=49)
        assert not is_quiet(hours, zone, found)


@settings(max_examples=60, deadline=None)
@given(
    zone=st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]),
    change=st.sampled_from([date(2026, 3, 28), date(2026, 3, 7), date(2026, 10, 3)]),
    end=times,
    minutes=st.integers(0, 60 * 36),
)
def test_in_a_spring_night_the_end_is_the_first_loud_minute(
    zone: str, change: date, end: time, minutes: int
) -> None:
    place, hours = ZoneInfo(zone), QuietHours(end.replace(hour=(end.hour + 9) % 24), end)
    now = datetime.combine(change, time(0), UTC) + minutes * MINUTE
    found = quiet_until(hours, place, now)
    walk = now
    while is_quiet(hours, place, walk):
        walk += MINUTE
    assert found == (None if walk == now else walk)
