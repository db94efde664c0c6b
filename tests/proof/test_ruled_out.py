"""The walk of `tests/behaviour/test_kept_from.py` behind every door there is, and as another."""

from pathlib import Path

from tests.behaviour.test_kept_from import (
    about_staff,
    asks_without,
    find_the_same,
    reports_staff,
)


async def test_whoever_a_case_is_about_finds_what_they_would_find_if_it_were_not_there(
    tmp_path: Path,
) -> None:
    await find_the_same(tmp_path, "mara", about_staff)


async def test_whoever_is_ruled_out_finds_what_they_would_find_if_it_were_not_there(
    tmp_path: Path,
) -> None:
    await find_the_same(tmp_path, "ada", asks_without)


async def test_whoever_is_reported_finds_what_they_would_find_if_nobody_had(
    tmp_path: Path,
) -> None:
    await find_the_same(tmp_path, "mara", reports_staff)
