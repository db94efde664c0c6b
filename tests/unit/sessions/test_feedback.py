"""Feedback is told as counts of which none points at somebody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.sessions.domain.feedback import told


@pytest.mark.parametrize(
    ("tally", "expected"),
    [
        ((9, 0, 0), [((0,), 9), ((1,), 0), ((2,), 0)]),
        ((6, 5, 7), [((0,), 6), ((1,), 5), ((2,), 7)]),
        ((6, 3, 3), [((0,), 6), ((1, 2), 6)]),
        ((3, 3, 6), [((0, 1), 6), ((2,), 6)]),
        ((3, 2, 1), [((0, 1, 2), 6)]),
        ((2, 1, 1), None),
        ((0, 0, 0), None),
    ],
)
def test_small_numbers_are_told_together(tally: tuple[int, int, int], expected: object) -> None:
    assert told(tally) == expected


@given(st.tuples(*[st.integers(0, 40)] * 3))
def test_no_count_of_one_to_four_is_ever_told_and_none_is_lost(tally: tuple[int, ...]) -> None:
    counts = told(tally)
    if counts is None:
        assert sum(tally) < 5
    else:
        assert not [count for _, count in counts if 0 < count < 5]
        assert sum(count for _, count in counts) == sum(tally)
