"""What failed together does not come back together, and never too early or too late."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.services.backoff import LOOK_AT_LEAST_EVERY, STEPS, wait_before, wait_to_look

rows = st.integers(1, 2**63 - 1)
attempts = st.integers(0, 1000)


@given(rows, attempts)
def test_a_wait_is_never_shorter_than_its_step_and_at_most_half_longer(row: int, n: int) -> None:
    step = STEPS[min(max(n, 1), len(STEPS)) - 1]
    assert step <= wait_before(row, n) < step * 1.5 + timedelta(microseconds=1)
    assert wait_before(row, n) == wait_before(row, n)


@given(rows, attempts)
def test_each_attempt_waits_longer_than_the_one_before_until_the_last_step(
    row: int, n: int
) -> None:
    if 1 <= n < len(STEPS):
        assert wait_before(row, n) < wait_before(row, n + 1)


@given(rows, attempts)
def test_a_history_that_cannot_be_read_is_looked_at_every_minute_at_least(row: int, n: int) -> None:
    assert STEPS[0] <= wait_to_look(row, n) <= LOOK_AT_LEAST_EVERY


@given(st.integers(1, 2**40), st.integers(1, 8))
def test_what_failed_at_one_moment_comes_back_spread_over_the_whole_half(
    start: int, n: int
) -> None:
    """A thousand neighbours: in no tenth of the half are there more than twice its share."""
    step = STEPS[min(n, len(STEPS)) - 1]
    tenths = [0] * 10
    for row in range(start, start + 1000):
        tenths[int((wait_before(row, n) - step) / (step / 2) * 10)] += 1
    assert max(tenths) < 200
    assert min(tenths) > 40
