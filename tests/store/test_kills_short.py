"""The short form of the proof with real processes; `make proof` runs the long one."""

from pathlib import Path

import pytest

from tests.proof.test_kills import test_killed_at_random_moments as killed_at_random_moments


def test_a_dozen_kills_double_and_lose_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARTH_KILLS", "12")
    killed_at_random_moments(tmp_path)
