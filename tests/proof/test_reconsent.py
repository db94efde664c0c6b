"""The story of `tests/behaviour/test_agreeing_again.py`, with 5,000 people."""

from pathlib import Path

from tests.behaviour.test_agreeing_again import asked_again


async def test_five_thousand_are_asked_again_over_kills_and_nobody_is_locked_out(
    tmp_path: Path,
) -> None:
    await asked_again(tmp_path, people=5000, kills=12)
