"""Who may know of a case: one rule, and nothing that reads cases goes around it."""

import inspect
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ids import GuildId, Tag, UserId
from bot.services.case_desk import CaseDesk
from bot.services.case_rules import (
    Move,
    NoSuchCase,
    NotForThem,
    SomebodyElse,
    changes,
    may_see,
    refuse,
    without,
)
from bot.storage.cases import Case, CaseState
from tests.house.house import SOURCES, where

NOW = datetime(2026, 1, 1, tzinfo=UTC)
MARA, THEO, JUNE = UserId(1), UserId(2), UserId(3)
CASE = Case(
    id=7, guild=GuildId(9), kind="crisis", state=CaseState.OPEN, tag=Tag(b"t"), person=JUNE,
    place=None, level="high", category="suicide", rules=(), excerpt=None, reached="offered",
    opened_at=NOW, waiting_since=NOW, called=0, company=(), owner=None, claimed_at=None,
    ended_at=None, outcome=None,
)  # fmt: skip
ACTS = ("claimed", "joined", "handed_back", "handed_over", "declined", "called", "talked")
# What the house reads for itself: the calls, and what may stand where all staff read.
FOR_ITSELF = {"in_the_open", "in_public", "for_calls", "of_their_own"}


def by(staff: UserId, act: str, to: UserId | None = None) -> Move:
    return Move(act, staff, Tag(b"s"), NOW, to, None if to is None else Tag(b"o"))


def test_a_case_is_seen_by_all_but_those_from_whom_it_is_kept() -> None:
    kept = replace(CASE, hidden=frozenset({MARA}))
    assert may_see(CASE, MARA)
    assert not may_see(kept, MARA)
    assert may_see(kept, THEO)


def test_whoever_is_spoken_of_does_not_see_it_also_if_they_became_staff_since() -> None:
    assert may_see(CASE, JUNE)
    assert not may_see(replace(CASE, kind="worry"), JUNE)


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("state", list(CaseState))
def test_for_every_act_it_is_not_there(act: str, state: CaseState) -> None:
    kept = replace(CASE, hidden=frozenset({MARA}), state=state, owner=THEO)
    with pytest.raises(NoSuchCase):
        refuse(kept, by(MARA, act))


@pytest.mark.parametrize("act", ACTS)
def test_whoever_settled_what_it_asks_about_may_call_others_and_nothing_else(act: str) -> None:
    second = replace(CASE, barred=frozenset({MARA}))
    assert may_see(second, MARA)
    assert refuse(second, by(THEO, act)) is second
    if act in ("called", "declined"):
        assert refuse(second, by(MARA, act)) is second
    else:
        with pytest.raises(SomebodyElse):
            refuse(second, by(MARA, act))
    with pytest.raises(NotForThem):
        refuse(second, by(THEO, "handed_over", MARA))


def test_nobody_hands_it_to_them() -> None:
    kept = replace(CASE, hidden=frozenset({MARA}), owner=THEO, state=CaseState.CLAIMED)
    with pytest.raises(NotForThem):
        refuse(kept, by(THEO, "handed_over", MARA))
    assert refuse(kept, by(THEO, "handed_over", JUNE)) is kept


@given(st.frozensets(st.integers(1, 6).map(UserId)), st.lists(st.integers(1, 6).map(UserId)))
def test_whoever_must_not_know_has_it_no_more_and_goes_along_no_more(
    staff: frozenset[UserId], acts: list[UserId]
) -> None:
    case = CASE
    for each in acts:
        fields = changes(case, by(each, "joined" if case.owner else "claimed"), 0) or {}
        case = replace(case, **{k: v for k, v in fields.items() if hasattr(case, k)})
    kept = without(case, staff, NOW)
    assert staff <= frozenset(kept["hidden"])
    assert staff.isdisjoint(kept["company"])
    assert kept.get("owner", case.owner) not in staff


def test_whatever_is_read_of_cases_is_read_for_somebody() -> None:
    verbs = inspect.getmembers(CaseDesk, inspect.iscoroutinefunction)
    reading = {
        name: set(inspect.signature(verb).parameters)
        for name, verb in verbs
        if "Case" in str(inspect.signature(verb).return_annotation) and name not in FOR_ITSELF
    }
    assert len(reading) >= 4
    assert [name for name, parameters in reading.items() if "staff" not in parameters] == []


def test_nothing_but_the_services_of_cases_reads_their_table() -> None:
    reading = [where(path) for path in SOURCES if "CaseFiles" in path.read_text(encoding="utf-8")]
    assert reading
    assert [
        name for name in reading if not name.startswith(("bot/services/case", "bot/storage/"))
    ] == []
