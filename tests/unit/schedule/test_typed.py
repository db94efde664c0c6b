"""Times and zones, as people type them."""

from datetime import time
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.typed import MOST, read_time, zones_like

NAMES = frozenset(available_timezones())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("09:00", time(9)),
        ("9", time(9)),
        (" 9.30 ", time(9, 30)),
        ("0930", time(9, 30)),
        ("7pm", time(19)),
        ("7:15 p.m.", time(19, 15)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("19h30", time(19, 30)),
        ("19h", time(19)),
        ("18 Uhr", time(18)),
        ("noon", time(12)),
        ("24:00", time(0)),
    ],
)
def test_a_time_is_read_as_it_is_meant(written: str, meant: time) -> None:
    assert read_time(written) == meant


@pytest.mark.parametrize("written", ["", "25:00", "9:60", "13pm", "0am", "soon", "٩:٠٠", "24:30"])
def test_what_is_no_time_is_none(written: str) -> None:
    assert read_time(written) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Europe/Berlin", ["Europe/Berlin"]),
        ("europe/berlin", ["Europe/Berlin"]),
        ("new york", ["America/New_York"]),
        ("America/new york", ["America/New_York"]),
        ("EST", ["America/New_York"]),
        ("uk", ["Europe/London"]),
        ("utc", ["UTC"]),
        ("Sao Paulo", ["America/Sao_Paulo"]),
    ],
)
def test_one_zone_where_there_is_no_doubt(written: str, meant: list[str]) -> None:
    assert zones_like(written, NAMES) == meant


def test_several_where_there_is_doubt_and_none_where_nothing_is_like_it() -> None:
    assert zones_like("cet", NAMES)[0] == "Europe/Berlin"
    assert zones_like("Berln", NAMES)[0] == "Europe/Berlin"
    assert len(zones_like("america", NAMES)) == MOST
    assert zones_like("", NAMES) == []
    assert zones_like("xxqqzz", NAMES) == []


@given(st.text(max_size=200))
def test_whatever_is_typed_is_answered(written: str) -> None:
    read_time(written)
    assert set(zones_like(written, NAMES)) <= NAMES
