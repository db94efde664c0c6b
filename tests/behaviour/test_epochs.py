"""Epoch keys die on their day while the bot runs, and at its start before Discord is asked."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.config import Config
from bot.epochs.grid import LENGTH
from bot.epochs.keeper import EpochKeys
from bot.epochs.key import new_key
from bot.process.doctor import examine
from bot.process.start import live
from tests.behaviour.test_process import NOBODYS
from tests.world import World, config_in

DEAD = 2900


def key_files(config: Config) -> set[str]:
    return {path.name for path in config.epochs.glob("*.key")}


async def test_a_key_dies_on_its_day_and_stays_dead_when_it_is_put_back(world: World) -> None:
    made = world.bot.epochs.current(world.clock.now())
    path = world.config.epochs / f"{made.number}.key"
    copied = path.read_bytes()
    await world.later((made.dies_at - world.clock.now() - timedelta(hours=1)).total_seconds())
    assert path.exists()
    await world.later(timedelta(hours=1, seconds=1).total_seconds())
    assert not path.exists()
    path.write_bytes(copied)
    await world.restart()
    await world.bot.beat()
    assert not path.exists()


async def test_the_next_death_is_among_what_is_due(world: World) -> None:
    made = world.bot.epochs.current(world.clock.now())
    heart = world.bot.heartbeat
    await world.later((made.dies_at - world.clock.now() - timedelta(minutes=1)).total_seconds())
    due = await heart.next_due()
    assert due is not None
    assert due[0] <= made.dies_at


async def test_a_folder_that_cannot_be_used_stops_no_other_duty(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    world.config.epochs.write_text("a file where the folder belongs")
    await world.later(60)
    assert "heartbeat.duty_failed" in caplog.text
    assert world.bot.sign_of_life._written == world.clock.now()  # noqa: SLF001 - the last duty of the beat


def test_a_start_destroys_what_is_due_even_if_it_comes_to_nothing(tmp_path: Path) -> None:
    config = replace(config_in(tmp_path), token=NOBODYS, keys=(bytes(32),))
    config.epochs.mkdir()
    (config.epochs / f"{DEAD}.key").write_bytes(new_key(DEAD).written())
    broken = config.database_file
    assert broken is not None
    broken.write_bytes(b"not a database" * 300)
    with pytest.raises(Exception, match="Nothing was changed"):
        asyncio.run(live(config))
    assert key_files(config) == set()


def test_the_doctor_tells_of_keys_alive_overdue_open_and_of_a_wrong_clock(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = config_in(tmp_path)
    config.epochs.mkdir(mode=0o700)

    def told() -> str:
        examine(config)
        lines = capsys.readouterr().out.splitlines()
        return next(line for line in lines if "epochs" in line)

    now = SystemClock().now()
    EpochKeys(config.epochs).current(now)
    assert told().startswith("ok   epochs: 1 alive")
    config.epochs.chmod(0o755)
    assert "chmod 700" in told()
    config.epochs.chmod(0o700)
    (config.epochs / f"{DEAD}.key").write_bytes(new_key(DEAD).written())
    assert "FAIL epochs: 1 in" in told()
    (config.epochs / f"{DEAD}.key").unlink()
    EpochKeys(config.epochs).current(now + 4 * LENGTH)
    assert "FAIL epochs" in told()
