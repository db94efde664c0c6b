"""`keys rotate` as an operator meets it; what it does to the rows is told in tests/store."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.keyring import Keyring, new_key, read_keys
from bot.storage.database import Database
from bot.storage.inspection import opens
from bot.storage.ledger import Moments
from bot.storage.schema import prepare
from tests.behaviour.test_process import Ended, live_database, one_line

Say = Callable[..., Ended]
OLD, NEW = new_key(), new_key()
LINE = f"{NEW},{OLD}"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "var" / "hearth.db"
    asyncio.run(live_database(made, OLD))
    return made


async def at_work(file: Path, line: str) -> None:
    """A bot was started with that line and is listening."""
    keyring = Keyring(read_keys(line))
    database = Database(f"sqlite+aiosqlite:///{file}", keyring)
    await prepare(database, keyring)
    async with database.write() as tx:
        await Moments(tx).note("alive", SystemClock().now())
    await database.close()


@pytest.mark.parametrize("running", [True, False])
def test_after_it_the_new_key_is_enough(say: Say, file: Path, running: bool) -> None:  # noqa: FBT001 - one case each
    if running:
        asyncio.run(at_work(file, LINE))
    ended = say("keys", "rotate", HEARTH_KEY=LINE)
    assert (ended.code, ended.err) == (0, "")
    assert "community: 1 of 1 rows" in ended.out
    assert "Keep the older keys on the line until" in ended.out
    assert opens(file, Keyring(read_keys(NEW)))
    assert "0 values" in say("keys", "rotate", HEARTH_KEY=LINE).out


def test_a_bot_that_does_not_know_the_new_key_is_not_left_behind(say: Say, file: Path) -> None:
    asyncio.run(at_work(file, OLD))
    ended = say("keys", "rotate", HEARTH_KEY=LINE)
    assert ended.code == 12
    assert "Start it again" in one_line(ended)
    assert opens(file, Keyring(read_keys(OLD)))


def test_one_key_is_nothing_to_do(say: Say, file: Path) -> None:
    ended = say("keys", "rotate", HEARTH_KEY=OLD)
    assert (ended.code, ended.err) == (0, "")
    assert "one key" in ended.out
    assert opens(file, Keyring(read_keys(OLD)))


def test_without_the_key_that_made_it_nothing_is_changed(say: Say, file: Path) -> None:
    before = file.read_bytes()
    assert say("keys", "rotate", HEARTH_KEY=f"{NEW},{new_key()}").code == 5
    assert file.read_bytes() == before


def test_without_a_database_there_is_nothing_to_seal(say: Say, tmp_path: Path) -> None:
    ended = say("keys", "rotate", HEARTH_KEY=LINE)
    assert ended.code == 12
    assert "no database" in one_line(ended)
    assert not (tmp_path / "var").exists()
