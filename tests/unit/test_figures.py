"""A month of cases in figures: about the community, never about one person."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.ids import GuildId, Tag, UserId
from bot.storage.cases import Case, CaseState
from cogs.crisis.figures import FEW, WRONG_CASES, figures

START = datetime(2026, 1, 1, tzinfo=UTC)


def case(
    state: CaseState = CaseState.RESOLVED, waited: int | None = 60, rules: tuple[str, ...] = ("a",)
) -> Case:
    return Case(
        id=1,
        guild=GuildId(1),
        kind="crisis",
        state=state,
        tag=Tag(b"t" * 16),
        person=UserId(2),
        place=None,
        level="high",
        category="suicide",
        rules=rules,
        excerpt=None,
        reached="offered",
        opened_at=START,
        waiting_since=START,
        called=1,
        company=(),
        owner=None,
        claimed_at=None if waited is None else START + timedelta(seconds=waited),
        ended_at=None,
        outcome=None,
    )


def test_of_nothing_nothing_is_claimed() -> None:
    told = figures([])
    assert (told.opened, told.waiting, told.false_alarms, told.to_claim) == (0, 0, 0, None)


def test_a_median_needs_some_cases_and_those_that_still_wait_are_not_in_it() -> None:
    open_ = [case(CaseState.OPEN, None)] * 9
    few = [case(waited=60)] * (FEW - 1)
    assert figures([*few, *open_]).to_claim is None
    enough = [case(waited=60), *few, *open_]
    assert figures(enough).to_claim == timedelta(minutes=1)
    assert figures(enough).waiting == 9


def test_a_rule_that_misled_often_is_named_and_one_that_did_so_twice_is_not() -> None:
    wrong = [case(CaseState.FALSE_ALARM, rules=("bad", "fine"))] * 10
    right = [case(rules=("fine",))] * 40 + [case(rules=("bad",))] * (WRONG_CASES - 10)
    assert figures([*wrong, *right]).wrong == (("bad", 10, WRONG_CASES),)
    assert figures([case(CaseState.FALSE_ALARM, rules=("rare",))] * 2).wrong == ()


@given(st.lists(st.sampled_from(CaseState), max_size=60))
def test_counts_add_up(states: list[CaseState]) -> None:
    told = figures([case(state, None) for state in states])
    assert told.opened == len(states)
    assert told.waiting == states.count(CaseState.OPEN)
    assert told.false_alarms == states.count(CaseState.FALSE_ALARM)
