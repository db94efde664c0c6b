"""Copies of a database in use: whole, sealed, proven; a week long; and never in the bot's way."""

import asyncio
import errno
import logging
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.epochs.keeper import EpochKeys
from bot.keyring import Keyring, WrongKey
from bot.services.backups import DailyBackups
from bot.storage import backups, workroom
from bot.storage.backups import KEPT, NoBackup, end_old, found_in, make, unpack
from bot.storage.database import Database
from bot.storage.inspection import ask_if_whole
from tests.fakes import START, FakeClock
from tests.full import WORDS, fill, tables
from tests.traces import find_traces


@pytest.fixture
async def full(database: Database, database_file: Path) -> Path:
    async with database.write() as tx:
        await fill(tx, 3)
    return database_file


def rows(file: Path) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(file)) as opened:
        names = [each.name for each in tables()]
        asked = {name: opened.execute(f"SELECT * FROM {name}") for name in names}  # noqa: S608 - our own names
        return {name: sorted(found.fetchall(), key=repr) for name, found in asked.items()}


def test_a_copy_holds_every_row_and_lies_alone(
    full: Path, keyring: Keyring, tmp_path: Path
) -> None:
    made = make(full, keyring, tmp_path / "copies", START)
    assert made.path.name == "hearth-20260301T120000Z.backup"
    assert made.path.stat().st_mode & 0o077 == 0
    assert [each.name for each in (tmp_path / "copies").iterdir()] == [made.path.name]
    assert [each.name for each in (tmp_path / workroom.NAME).iterdir()] == [".lock"]
    unpack(made.path, keyring, tmp_path / "plain")
    ask_if_whole(tmp_path / "plain")
    assert rows(tmp_path / "plain") == rows(full)


def test_a_copy_shows_no_table_no_words_and_no_key_that_has_to_die(
    full: Path, keyring: Keyring, tmp_path: Path
) -> None:
    folder = full.parent / "epochs"
    keys = EpochKeys(folder)
    keys.current(START)
    secrets_ = [each.read_bytes() for each in folder.iterdir() if each.stat().st_size >= 16]
    made = make(full, keyring, tmp_path / "copies", START)
    assert find_traces(tmp_path / "copies", [], ["case_file", WORDS]) == []
    unpack(made.path, keyring, tmp_path / "plain")
    assert secrets_
    assert not [each for each in secrets_ if each in (tmp_path / "plain").read_bytes()]


async def test_a_copy_is_of_one_instant_while_others_write(
    database: Database, full: Path, keyring: Keyring, tmp_path: Path
) -> None:
    async def write_on() -> int:
        count = 0
        while not copying.done():
            async with database.write() as tx:
                await tx.exec_driver_sql("UPDATE outbox SET attempts = attempts + 1")
            count += 1
        return count

    copying = asyncio.create_task(
        asyncio.to_thread(make, full, keyring, tmp_path / "copies", START)
    )
    written = await write_on()
    unpack((await copying).path, keyring, tmp_path / "plain")
    assert written > 0
    with closing(sqlite3.connect(tmp_path / "plain")) as opened:
        attempts = opened.execute("SELECT DISTINCT attempts - id FROM outbox").fetchall()
    assert len(attempts) == 1  # each transaction whole, or not there


@pytest.mark.parametrize("problem", [OSError(errno.ENOSPC, "No space left"), OSError(13, "No")])
def test_where_the_disk_says_no_nothing_is_left(
    full: Path, keyring: Keyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: OSError
) -> None:
    def pour(*_: object) -> None:
        raise problem

    monkeypatch.setattr(backups, "seal_stream", pour)
    with pytest.raises(NoBackup, match="disk is full" if problem.errno != 13 else "cannot be used"):
        make(full, keyring, tmp_path / "copies", START)
    assert list((tmp_path / "copies").iterdir()) == []
    assert [each.name for each in (tmp_path / workroom.NAME).iterdir()] == [".lock"]


def test_the_last_free_space_is_left_to_the_bot(
    full: Path, keyring: Keyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    little = shutil.disk_usage(tmp_path)._replace(free=backups.SPARE)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: little)
    with pytest.raises(NoBackup, match="MiB have to be free"):
        make(full, keyring, tmp_path / "copies", START)


def test_what_does_not_open_again_is_not_kept(
    full: Path, keyring: Keyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(made: Path, keyring: Keyring, plain: Path) -> object:
        content = bytearray(made.read_bytes())
        content[-1] ^= 1
        made.write_bytes(content)
        return unpack(made, keyring, plain)

    monkeypatch.setattr(backups, "unpack", spoil)
    with pytest.raises(NoBackup, match="does not open again"):
        make(full, keyring, tmp_path / "copies", START)
    assert list((tmp_path / "copies").iterdir()) == []


def test_no_copy_is_made_under_a_key_that_opens_nothing(full: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongKey):
        make(full, Keyring([b"w" * 32]), tmp_path / "copies", START)
    assert list((tmp_path / "copies").iterdir()) == []


@pytest.mark.parametrize("content", [None, b"", b"no database" * 500])
def test_no_database_is_one_sentence(
    keyring: Keyring, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "hearth.db"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(NoBackup):
        make(file, keyring, tmp_path / "copies", START)


def test_two_at_once_are_one(full: Path, keyring: Keyring, tmp_path: Path) -> None:
    with workroom.workroom(tmp_path), pytest.raises(NoBackup, match="another one"):
        make(full, keyring, tmp_path / "copies", START)


def test_what_a_killed_copy_left_is_gone_with_the_next(
    full: Path, keyring: Keyring, tmp_path: Path
) -> None:
    (tmp_path / workroom.NAME).mkdir()
    (tmp_path / workroom.NAME / "plain").write_bytes(full.read_bytes())
    copies = tmp_path / "copies"
    copies.mkdir()
    (copies / ".making-hearth-0").write_bytes(b"half")
    os.utime(copies / ".making-hearth-0", (0, 0))
    make(full, keyring, copies, START)
    assert end_old(copies, START) == 0
    assert not (copies / ".making-hearth-0").exists()
    assert not (tmp_path / workroom.NAME / "plain").exists()


def test_copies_end_with_their_week_and_nothing_else_does(tmp_path: Path) -> None:
    for name in ("hearth-20260222T120000Z.backup", "hearth-20260222T120001Z.backup", "mine.backup",
                 "hearth-20269922T120000Z.backup", "hearth.db"):  # fmt: skip
        (tmp_path / name).touch()
    assert end_old(tmp_path, START) == 1
    assert START - found_in(tmp_path)[0].made_at == KEPT - timedelta(seconds=1)
    assert len(list(tmp_path.iterdir())) == 4
    assert end_old(tmp_path / "nowhere", START) == 0


async def one_beat(daily: DailyBackups) -> None:
    await daily.work()
    await daily.finished()


async def test_the_running_bot_keeps_a_week_of_days(
    full: Path, keyring: Keyring, tmp_path: Path
) -> None:
    clock, folder = FakeClock(), tmp_path / "copies"
    for hour in range(0, 24 * 9, 4):
        clock.set(START + timedelta(hours=hour))
        # A restart at every look: the folder is the only memory.
        await one_beat(DailyBackups(full, keyring, folder, clock))
    found = found_in(folder)
    assert len(found) == 7
    assert all(clock.now() - each.made_at < KEPT for each in found)
    gaps = {later.made_at - earlier.made_at for later, earlier in pairwise(found)}
    assert gaps == {timedelta(days=1)}


async def test_it_wakes_for_the_next_copy_and_for_the_end_of_the_oldest(
    full: Path, keyring: Keyring, tmp_path: Path
) -> None:
    clock = FakeClock()
    daily = DailyBackups(full, keyring, tmp_path / "copies", clock)
    assert await daily.next_due() is None
    await one_beat(daily)
    due = await daily.next_due()
    assert due == START.replace(hour=3, minute=20) + timedelta(days=1)
    (tmp_path / "copies" / "hearth-20260222T121500Z.backup").touch()
    await one_beat(DailyBackups(full, keyring, tmp_path / "copies", clock))
    clock.advance(minutes=20)
    again = DailyBackups(full, keyring, tmp_path / "copies", clock)
    await one_beat(again)
    assert len(found_in(tmp_path / "copies")) == 1


async def test_a_copy_that_fails_is_logged_and_tried_again_within_the_hour(
    database_file: Path,
    keyring: Keyring,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    clock = FakeClock()
    daily = DailyBackups(tmp_path / "later.db", keyring, tmp_path / "copies", clock)
    with caplog.at_level(logging.ERROR):
        await one_beat(daily)
        await one_beat(daily)
    assert [each.getMessage() for each in caplog.records] == ["backups.failed"]
    shutil.copy(database_file, tmp_path / "later.db")
    clock.advance(hours=1)
    await one_beat(daily)
    assert len(found_in(tmp_path / "copies")) == 1
