"""The long form: hundreds of SIGKILLs (HEARTH_KILLS, 500 by default) over one database."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import NONCE_MEMORY
from tests.proof.killing import kill_often

KILLS = int(os.environ.get("HEARTH_KILLS", "500"))


@pytest.mark.parametrize(
    "memory",
    [
        pytest.param(NONCE_MEMORY, id="nonce-and-history-remember"),
        pytest.param(timedelta(0), id="history-alone-remembers"),
    ],
)
def test_hundreds_of_kills_double_nothing_and_lose_nothing(
    tmp_path: Path, memory: timedelta
) -> None:
    account = kill_often(tmp_path, KILLS, memory)
    print(f"\n{account}")  # noqa: T201 - the figures are what this is run for
    assert (account.doubled, account.lost) == ((), ())
    assert account.sent == account.planned >= KILLS
    # Not worth the name unless the kills fell between claim and mark, on both sides of the post.
    assert account.in_flight >= KILLS // 10
    assert account.made_unmarked >= KILLS // 50
