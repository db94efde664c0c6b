"""Starts as people type them, and those that are asked again."""

from contextlib import suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.sessions.domain.spoken import (
    Far,
    InAFold,
    InAGap,
    Past,
    StartRefused,
    TwoMeanings,
    UnknownZone,
    read_start,
    read_zone,
)

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)  # a Saturday, 09:00 in Berlin


@pytest.mark.parametrize(
    ("written", "wall"),
    [
        ("thu 19:00", datetime(2026, 11, 26, 19)),
        ("Thursday at 7pm", datetime(2026, 11, 26, 19)),
        ("sat 19:00", datetime(2026, 11, 21, 19)),
        ("sat 8:00", datetime(2026, 11, 28, 8)),
        ("next saturday 19:00", datetime(2026, 11, 28, 19)),
        ("sat 28 nov 19:00", datetime(2026, 11, 28, 19)),
        ("2026-12-03 7pm", datetime(2026, 12, 3, 19)),
        ("2026-12-03 19.30", datetime(2026, 12, 3, 19, 30)),
        ("3 dec 7.30 pm", datetime(2026, 12, 3, 19, 30)),
        ("tomorrow noon", datetime(2026, 11, 22, 12)),
        ("tomorrow 19h30", datetime(2026, 11, 22, 19, 30)),
        ("25/12 19:00", datetime(2026, 12, 25, 19)),
        ("in 2 hours", datetime(2026, 11, 21, 11)),
        ("2026-12-03 19:00 UTC", datetime(2026, 12, 3, 20)),
    ],
)
def test_a_start_is_read(written: str, wall: datetime) -> None:
    assert read_start(written, BERLIN, NOW) == wall


@pytest.mark.parametrize(
    ("written", "locale", "wall"),
    [
        ("donnerstag 19:00", "de", datetime(2026, 11, 26, 19)),
        ("3. Dezember 19:30", "de", datetime(2026, 12, 3, 19, 30)),
        ("jueves 19:00", "es-ES", datetime(2026, 11, 26, 19)),
        ("jeudi 19h30", "fr", datetime(2026, 11, 26, 19, 30)),
        ("thu 19:00", "pl", datetime(2026, 11, 26, 19)),
        ("thu 19:00", "xx-XX", datetime(2026, 11, 26, 19)),
    ],
)
def test_a_start_is_read_in_the_own_language_or_in_english(
    written: str, locale: str, wall: datetime
) -> None:
    assert read_start(written, BERLIN, NOW, locale) == wall


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("7", TwoMeanings),
        ("thu 7", TwoMeanings),
        ("thursday", TwoMeanings),
        ("03/04 19:00", TwoMeanings),
        ("2026-11-20 19:00", Past),
        ("2026-11-21 08:59", Past),
        ("2031-01-01 19:00", Far),
        ("2027-03-28 02:30", InAGap),
        ("2027-10-31 02:30", InAFold),
        ("thu 25:00", StartRefused),
        ("31 feb 2027 19:00", StartRefused),
        ("", StartRefused),
        ("x" * 4000 + " 19:00", StartRefused),
        ("'; DROP TABLE session; -- 19:00", StartRefused),
    ],
)
def test_what_cannot_be_meant_is_asked_again(written: str, why: type[StartRefused]) -> None:
    with pytest.raises(why) as raised:
        read_start(written, BERLIN, NOW)
    assert type(raised.value) is why


@given(written=st.text(max_size=70))
def test_nothing_that_is_typed_breaks_it(written: str) -> None:
    with suppress(StartRefused):
        assert read_start(written, BERLIN, NOW).tzinfo is None


def test_zones_are_read_as_people_write_them() -> None:
    assert read_zone(" europe/london ") == "Europe/London"
    assert read_zone("america/new york") == "America/New_York"
    with pytest.raises(UnknownZone):
        read_zone("Mars")
