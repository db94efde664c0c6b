"""What a hard case is, and who is asked after one."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ids import GuildId, Tag, UserId
from bot.schedule.duty import Hours
from bot.services.calls import Circle, first_circle
from bot.services.load import LONG, fresh, was_hard
from bot.storage.cases import Case, CaseState
from bot.storage.rota import Shift

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
ALWAYS = Hours(frozenset(range(7)), time(0), time(0), ZoneInfo("UTC"))


def settled(
    level: str, held: timedelta, kind: str = "crisis", state: CaseState = CaseState.RESOLVED
) -> Case:
    return Case(
        id=1,
        guild=GuildId(1),
        kind=kind,
        state=state,
        tag=Tag(b"t" * 16),
        person=UserId(2),
        place=None,
        level=level,
        category="suicide",
        rules=(),
        excerpt=None,
        reached="offered",
        opened_at=NOW - timedelta(days=1),
        waiting_since=NOW - timedelta(days=1),
        called=0,
        company=(),
        owner=UserId(3),
        claimed_at=NOW - held,
        ended_at=NOW,
        outcome="talked",
    )


@pytest.mark.parametrize(
    ("case", "hard"),
    [
        (settled("imminent", timedelta(0)), True),
        (settled("high", LONG + timedelta(seconds=1)), True),
        (settled("high", LONG), False),
        (settled("high", timedelta(minutes=2)), False),
        (settled("concern", timedelta(hours=9)), False),
        (settled("imminent", timedelta(hours=9), state=CaseState.FALSE_ALARM), False),
        (settled("imminent", timedelta(hours=9), kind="contact"), False),
        (settled("imminent", timedelta(hours=9), state=CaseState.CLAIMED), False),
    ],
)
def test_which_case_was_hard(case: Case, hard: object) -> None:
    assert was_hard(case) is hard


people = st.lists(st.integers(1, 9), max_size=12)


@given(on=people, resting=st.sets(st.integers(1, 9)))
def test_whoever_rests_is_not_first_and_somebody_is_always_asked(
    on: list[int], resting: set[int]
) -> None:
    shifts = [Shift(n, UserId(p), Tag(bytes([p]) * 16), ALWAYS) for n, p in enumerate(on)]
    first = fresh(shifts, frozenset(bytes([p]) * 16 for p in resting))
    assert set(first) == set(on) - resting
    assert len(first) == len(set(first))
    assert first_circle(first) is (Circle.ON_DUTY if set(on) - resting else Circle.MODERATORS)
