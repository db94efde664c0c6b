"""When whoever settled a case is asked about the next day, and when not at all."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.case_follow_up import MORNING, NIGHT, LookIn, follow_up, next_morning
from bot.storage.cases import CaseState
from tests.unit.crisis.test_load import settled

ZONES = ("UTC", "Europe/London", "America/New_York", "Pacific/Kiritimati", "Asia/Kathmandu")
EVENING = settled("high", timedelta(0))


@pytest.mark.parametrize(
    ("ended", "due"),
    [
        ((2026, 5, 4, 12, 0), (2026, 5, 5, 10, 0)),
        ((2026, 5, 4, 23, 30), (2026, 5, 5, 10, 0)),
        ((2026, 5, 5, 3, 0), (2026, 5, 5, 10, 0)),
        ((2026, 5, 5, 4, 1), (2026, 5, 6, 10, 0)),
    ],
)
def test_it_is_the_morning_after_a_night(ended: tuple[int, ...], due: tuple[int, ...]) -> None:
    at = datetime(*ended, tzinfo=UTC)
    assert next_morning(at, ZoneInfo("UTC")) == datetime(*due, tzinfo=UTC)


@given(
    at=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - hypothesis wants them bare
    zone=st.sampled_from(ZONES),
)
def test_everywhere_it_is_ten_in_the_morning_and_never_too_soon(at: datetime, zone: str) -> None:
    due = next_morning(at, ZoneInfo(zone))
    assert due.timetz().replace(tzinfo=None) == MORNING == time(10)
    wait = due.astimezone(UTC) - at
    assert NIGHT - timedelta(hours=1) <= wait <= NIGHT + timedelta(hours=25)


def test_only_who_wished_it_and_only_after_a_case_that_was_settled() -> None:
    zone, wished = ZoneInfo("UTC"), replace(EVENING, look_in=LookIn.WISHED)
    order = follow_up(wished, zone)
    assert order is not None
    assert order.late_after is not None
    assert order.late_after - order.due == timedelta(hours=10)
    assert follow_up(EVENING, zone) is None
    assert follow_up(replace(wished, look_in=LookIn.ASKED), zone) is None
    assert follow_up(replace(wished, state=CaseState.FALSE_ALARM), zone) is None
    assert follow_up(replace(wished, state=CaseState.CLAIMED, ended_at=None), zone) is None
