"""The long form of the made-up language: every door of the house, for a member and for all rights.

Nothing may be said that no file of sentences holds, and nothing may lose its end.
"""

from pathlib import Path

import pytest

from tests.behaviour.listening import TOLD, Listener, open_abroad


@pytest.mark.parametrize("who", ["june", "vera"])
async def test_every_door_speaks_the_language_of_whoever_opens_it(
    who: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_abroad(tmp_path, monkeypatch) as world:
        listener = Listener(world, who, 1)
        # A case's number is no number of minutes; SimCord does not send it.
        await listener.everything(but=("/care quiet",))
        assert len(listener.heard) > 1000
        assert not listener.strangers(TOLD)
