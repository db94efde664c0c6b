"""A world for each test, set up as a finished wizard leaves it; and a terminal beside it."""

import os
import sys
from collections.abc import AsyncGenerator, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from bot.charts import worker
from bot.process.cli import run
from tests.behaviour.test_process import Ended
from tests.world import World, open_world

STAND_IN = Path(__file__).with_name("draws_a_dot.py")


@pytest.fixture(autouse=True)
def quick_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that answers with a dot: the drawing library costs a second in every world."""
    monkeypatch.setattr(worker, "DRAWING", (sys.executable, "-I", "-S", str(STAND_IN)))


@pytest_asyncio.fixture
async def world(tmp_path: Path) -> AsyncGenerator[World]:
    async with open_world(tmp_path) as opened:
        await opened.set_up()
        yield opened


@pytest.fixture
def say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ended]:
    """What a command of the program answers, without a process of its own."""

    def command(*arguments: str, **values: str) -> Ended:
        with monkeypatch.context() as there:
            there.chdir(tmp_path)
            for name in [each for each in os.environ if each.startswith(("HEARTH_", "DISCORD_"))]:
                there.delenv(name)
            for name, value in {"HEARTH_HOME": str(tmp_path / "var"), **values}.items():
                there.setenv(name, value)
            code = run(arguments)
        said = capsys.readouterr()
        return Ended(code, said.out, said.err)

    return command
