"""What the buttons of a report carry comes back as it was, and what nobody wrote is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ui.explain import OldButton
from cogs.guidelines.begun import MOST_PEOPLE, Begun
from cogs.guidelines.reports import REASONS

IDS = st.integers(1, 2**63 - 1)
PEOPLE = st.lists(IDS, unique=True, max_size=MOST_PEOPLE)


@given(
    people=PEOPLE, message=st.just(0) | IDS, reason=st.sampled_from(REASONS), named=st.booleans()
)
def test_it_comes_back_as_it_went(
    people: list[int], message: int, reason: str, *, named: bool
) -> None:
    begun = Begun((*people,), message, reason, named)
    assert Begun.of_token(begun.token) == begun
    if len(people) < 2:
        assert Begun.of_ids(*begun.ids) == begun


@given(st.text("ABCyz019_-", min_size=16, max_size=84))
def test_what_nobody_wrote_is_an_old_button_or_a_report(token: str) -> None:
    try:
        begun = Begun.of_token(token)
    except OldButton:
        return
    assert begun.reason in REASONS
    assert len(begun.people) <= MOST_PEOPLE


def test_a_reason_that_is_no_more_is_an_old_button() -> None:
    with pytest.raises(OldButton):
        Begun.of_ids(1, 2, 2 * len(REASONS))
    with pytest.raises(OldButton):
        Begun.of_token("A" * 67)


def test_nobody_is_twice_in_it_and_no_more_than_fit() -> None:
    assert Begun.about([7, 0, 7, 8], 1, "staff").people == (7, 8)
    assert len(Begun.about(range(1, 9), 1, "staff").people) == MOST_PEOPLE
