"""A dozen real processes die while they deliver; tests/proof kills hundreds."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import NONCE_MEMORY
from tests.proof.killing import kill_often

ROUNDS = 4  # on a machine that is busy elsewhere, a dozen kills may all come between two rows


@pytest.mark.parametrize(
    "memory",
    [
        pytest.param(NONCE_MEMORY, id="nonce-and-history-remember"),
        pytest.param(timedelta(0), id="history-alone-remembers"),
    ],
)
def test_a_dozen_kills_double_nothing_and_lose_nothing(tmp_path: Path, memory: timedelta) -> None:
    for again in range(ROUNDS):
        folder = tmp_path / str(again)
        folder.mkdir()
        account = kill_often(folder, kills=12, memory=memory)
        assert (account.doubled, account.lost) == ((), ())
        assert account.sent == account.planned > 0
        if account.in_flight:
            return
    pytest.fail("no kill met a row in flight: nothing was tried")
