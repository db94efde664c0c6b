"""The long form: everything that a large community has sealed, killed in the middle."""

from pathlib import Path

from tests.store.test_rotation import killed_and_taken_up


async def test_a_kill_in_the_middle_of_a_large_database_is_taken_up(tmp_path: Path) -> None:
    await killed_and_taken_up(tmp_path, rows=1500)
