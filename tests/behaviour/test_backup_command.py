"""`hearth backup` as an operator meets it: beside a database in use, and when the disk says no."""

import asyncio
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import SupportBot, Words
from bot.clock import SystemClock
from bot.errors import StartRefused
from bot.keyring import Keyring, new_key, read_keys
from bot.process.backup import told_by_doctor
from bot.process.start import live
from bot.storage.backups import KEPT, found_in, make
from bot.storage.database import Database
from bot.storage.ledger import Moments
from tests.behaviour.test_process import NOBODYS, Ended, live_database, one_line, settings
from tests.world import WORDS, config_in

Say = Callable[..., Ended]


@pytest.fixture
def key() -> str:
    return new_key()


@pytest.fixture
def file(tmp_path: Path, key: str) -> Path:
    made = tmp_path / "var" / "hearth.db"
    asyncio.run(live_database(made, key))
    return made


def named(age: timedelta) -> str:
    return f"hearth-{SystemClock().now() - age:%Y%m%dT%H%M%S}Z.backup"


def test_a_backup_is_made_told_and_seen_by_the_doctor(
    say: Say, tmp_path: Path, file: Path, key: str
) -> None:
    ended = say("backup", HEARTH_KEY=key)
    assert (ended.code, ended.err) == (0, "")
    (made,) = found_in(file.parent / "backups")
    assert str(made.path.relative_to(tmp_path)) in ended.out or str(made.path) in ended.out
    assert "keep a copy of the key" in ended.out
    assert doctor(tmp_path, key) == "1, the newest 0 hours old, opens with the key"


def test_a_backup_goes_where_it_is_asked_to_and_ends_what_is_a_week_old_there(
    say: Say, tmp_path: Path, file: Path, key: str
) -> None:
    there = tmp_path / "elsewhere"
    there.mkdir()
    (there / named(KEPT + timedelta(hours=1))).touch()
    (there / named(KEPT - timedelta(hours=1))).touch()
    (there / "letters.txt").touch()
    ended = say("backup", "--to", str(there), HEARTH_KEY=key)
    assert ended.code == 0
    assert "1 older than 7 days went" in ended.out
    assert len(found_in(there)) == 2
    assert (there / "letters.txt").exists()
    assert not (file.parent / "backups").exists()


def test_without_a_database_there_is_nothing_to_copy_and_nothing_is_made(
    say: Say, tmp_path: Path
) -> None:
    ended = say("backup")
    assert ended.code == 10
    assert "there is no database" in one_line(ended)
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("values", [{}, {"HEARTH_KEY": new_key()}])
def test_a_key_that_does_not_open_the_database_stops_it(
    say: Say, tmp_path: Path, file: Path, values: dict[str, str]
) -> None:
    ended = say("backup", **values)
    assert ended.code == 5
    assert "HEARTH_KEY" in one_line(ended)
    assert found_in(file.parent / "backups") == []


def test_epoch_keys_are_no_place_for_a_backup(
    say: Say, tmp_path: Path, file: Path, key: str
) -> None:
    inside = file.parent / "epochs" / "copies"
    ended = say("backup", "--to", str(inside), HEARTH_KEY=key)
    assert ended.code == 10
    assert "never copied" in one_line(ended)
    assert not inside.exists()


def test_a_disk_that_takes_no_more_is_one_line_and_leaves_nothing(
    tmp_path: Path, file: Path, key: str
) -> None:
    def little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(
        [sys.executable, "-m", "bot", "backup"],
        cwd=tmp_path,
        env=settings(tmp_path, HEARTH_KEY=key),
        capture_output=True,
        preexec_fn=little,
        timeout=30,
        check=False,
    )
    assert done.returncode == 10, done.stderr
    assert b"No backup was made" in done.stderr
    assert b"Traceback" not in done.stderr
    assert list((file.parent / "backups").iterdir()) == []
    assert [each.name for each in (file.parent / ".copying").iterdir()] == [".lock"]


def test_the_running_bot_makes_one_without_being_asked(
    tmp_path: Path, file: Path, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def beat_until_made(self: SupportBot, _token: str) -> None:
        await self.heartbeat.beat()
        for _ in range(200):
            await asyncio.sleep(0.02)
            if found_in(file.parent / "backups"):
                return

    monkeypatch.setattr(SupportBot, "start", beat_until_made)
    monkeypatch.setattr(Words, "load", lambda: WORDS)
    asyncio.run(live(config_in(tmp_path, DISCORD_TOKEN=NOBODYS, HEARTH_KEY=key)))
    assert len(found_in(file.parent / "backups")) == 1


async def listened(file: Path, key: str) -> None:
    database = Database(f"sqlite+aiosqlite:///{file}", Keyring(read_keys(key)))
    async with database.write() as tx:
        await Moments(tx).note("alive", datetime(2026, 11, 9, tzinfo=UTC))
    await database.close()


def doctor(tmp_path: Path, key: str) -> str:
    return told_by_doctor(config_in(tmp_path, HEARTH_KEY=key), SystemClock().now())


def test_the_doctor_misses_backups_only_where_a_bot_has_been_at_work(
    tmp_path: Path, file: Path, key: str
) -> None:
    assert doctor(tmp_path, key).startswith("none yet")
    asyncio.run(listened(file, key))
    with pytest.raises(StartRefused, match="none in"):
        doctor(tmp_path, key)


def test_the_doctor_tells_of_old_ones_and_of_those_that_do_not_open(
    tmp_path: Path, file: Path, key: str
) -> None:
    folder = file.parent / "backups"
    make(file, Keyring(read_keys(key)), folder, SystemClock().now() - timedelta(days=2))
    with pytest.raises(StartRefused, match="2 days old"):
        doctor(tmp_path, key)
    make(file, Keyring(read_keys(key)), folder, SystemClock().now())
    assert doctor(tmp_path, key).startswith("2, the newest 0 hours old")
    with pytest.raises(StartRefused, match="does not open with the key"):
        doctor(tmp_path, new_key())
