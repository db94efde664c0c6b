"""`hearth restore`: over nothing that is there, under the right key, and nothing old is posted."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, text

from bot.clock import SystemClock
from bot.ids import GuildId
from bot.keyring import Keyring, new_key, read_keys
from bot.services.outbox import Outbox
from bot.storage.backups import make
from bot.storage.database import Database
from bot.storage.inspection import opens
from bot.storage.outbox import Order, OutboxEntries, State
from bot.storage.schema import alembic_settings, newest_revision, prepare
from tests.behaviour.test_process import Ended, live_database, one_line
from tests.fakes import FakeClock, StandInDiscord
from tests.full import fill, tables

NOW = SystemClock().now()
HERE = GuildId(42)
Say = Callable[..., Ended]


def opened(file: Path, key: str) -> Database:
    return Database(f"sqlite+aiosqlite:///{file}", Keyring(read_keys(key)))


@pytest.fixture
def key() -> str:
    return new_key()


def order(name: str, due: datetime) -> Order:
    return Order(name, "house:note", HERE, due, {"n": 1})


async def filled(file: Path, key: str) -> None:
    """A database with rows everywhere, and posts that are over, in flight and yet to come."""
    await live_database(file, key)
    database = opened(file, key)
    async with database.write() as tx:
        await fill(tx, 3)
        entries = OutboxEntries(tx)
        await entries.put(order("flying", NOW - timedelta(hours=30)))
        await entries.claim(NOW - timedelta(hours=29), 10)
        await entries.put(order("over", NOW - timedelta(hours=2)))
        await entries.put(order("later", NOW + timedelta(days=2)))
    await database.close()


@pytest.fixture
def backup(tmp_path: Path, key: str) -> Path:
    """A backup of a day ago, on a machine without the database."""
    asyncio.run(filled(tmp_path / "old" / "hearth.db", key))
    ring = Keyring(read_keys(key))
    return make(tmp_path / "old" / "hearth.db", ring, tmp_path, NOW - timedelta(hours=25)).path


def rows(file: Path) -> dict[str, list[str]]:
    left_out = {"moment", "outbox"}
    with closing(sqlite3.connect(file)) as database:
        return {
            each.name: sorted(map(repr, database.execute(f"SELECT * FROM {each.name}")))  # noqa: S608 - our own names
            for each in tables()
            if each.name not in left_out
        }


def test_what_was_backed_up_is_there_again_and_the_operator_reads_what_to_check(
    say: Say, tmp_path: Path, backup: Path, key: str
) -> None:
    ended = say("restore", str(backup), HEARTH_KEY=key)
    assert (ended.code, ended.err) == (0, "")
    file = tmp_path / "var" / "hearth.db"
    assert rows(file) == rows(tmp_path / "old" / "hearth.db")
    assert file.stat().st_mode & 0o077 == 0
    assert {each.name for each in file.parent.iterdir()} == {"hearth.db", ".copying"}
    assert "25 hours ago" in ended.out
    assert "will not be posted, 2 in all: house:note 2" in ended.out
    assert "stay planned: 1" in ended.out
    assert "can erase it once more" in ended.out
    assert opens(file, Keyring(read_keys(key))) == newest_revision()


async def deliver(file: Path, key: str, clock: FakeClock) -> tuple[dict[str, str], list[str]]:
    """A bot at work over the restored database: the end of each row, and what was posted."""
    database, discord = opened(file, key), StandInDiscord(clock)
    outbox = Outbox(database, discord, clock, again=frozenset())
    await outbox.deliver()
    # Planned only now, for an instant before the restore: a planner with an old watermark.
    await outbox.put([order("planned-again", NOW - timedelta(minutes=1))])
    for _ in range(3):
        clock.advance(minutes=10)
        await outbox.deliver()
    clock.advance(days=3)
    await outbox.deliver()
    async with database.read() as tx:
        names = ("flying", "over", "planned-again", "later")
        found = {name: await OutboxEntries(tx).get(name) for name in names}
    await database.close()
    return {name: str(each and each.state) for name, each in found.items()}, discord.keys()


def test_nothing_that_was_due_before_the_restore_is_ever_posted(
    say: Say, tmp_path: Path, backup: Path, key: str
) -> None:
    say("restore", str(backup), HEARTH_KEY=key)
    file = tmp_path / "var" / "hearth.db"
    clock = FakeClock(SystemClock().now() + timedelta(minutes=5))
    ends, posted = asyncio.run(deliver(file, key, clock))
    assert ends == {
        "flying": State.EXPIRED,
        "over": State.EXPIRED,
        "planned-again": State.EXPIRED,
        "later": State.SENT,
    }
    assert posted == ["later"]


@pytest.mark.parametrize("there", ["hearth.db", "hearth.db-wal"])
def test_what_is_there_is_never_written_over(
    say: Say, tmp_path: Path, backup: Path, key: str, there: str
) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / there).write_bytes(b"mine")
    ended = say("restore", str(backup), HEARTH_KEY=key)
    assert ended.code == 11
    assert there in one_line(ended)
    assert (tmp_path / "var" / there).read_bytes() == b"mine"
    assert [each.name for each in (tmp_path / "var").iterdir()] == [there]


@pytest.mark.parametrize("values", [{}, {"HEARTH_KEY": new_key()}])
def test_another_key_or_none_is_named_and_none_is_made(
    say: Say, tmp_path: Path, backup: Path, values: dict[str, str]
) -> None:
    ended = say("restore", str(backup), **values)
    assert ended.code == 5
    assert "HEARTH_KEY" in one_line(ended)
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("harm", ["missing", "foreign", "cut", "changed", "a folder"])
def test_what_is_no_whole_backup_becomes_no_database(
    say: Say, tmp_path: Path, backup: Path, key: str, harm: str
) -> None:
    content = backup.read_bytes()
    backup.unlink()
    if harm == "a folder":
        backup.mkdir()
    elif harm != "missing":
        middle = len(content) // 2
        changed = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
        spoilt = {"foreign": b"a letter", "cut": content[:-1], "changed": changed}
        backup.write_bytes(spoilt[harm])
    ended = say("restore", str(backup), HEARTH_KEY=key)
    assert ended.code == 11
    assert "Nothing was restored" in one_line(ended)
    assert not (tmp_path / "var" / "hearth.db").exists()
    left = [each for each in tmp_path.glob("var/**/*") if each.is_file()]
    assert [each.name for each in left] in ([], [".lock"])


def first_revision(connection: Connection) -> None:
    command.upgrade(alembic_settings(connection), "0001")


async def of_revision(file: Path, key: str, revision: str | None) -> None:
    """An empty database of the first schema, or of one that nobody knows yet."""
    file.parent.mkdir(exist_ok=True)
    ring, database = Keyring(read_keys(key)), opened(file, key)
    vault = {"name": "vault.check", "sealed": ring.seal("vault.check", b"hearth")}
    if revision is None:
        async with database.write() as tx:
            await tx.run_sync(first_revision)
            await tx.execute(text("INSERT INTO vault VALUES (:name, :sealed)"), vault)
    else:
        await prepare(database, ring)
        async with database.write() as tx:
            await tx.execute(text("UPDATE alembic_version SET version_num = :n"), {"n": revision})
    await database.close()


def test_a_backup_of_an_older_schema_is_brought_up_to_date(
    say: Say, tmp_path: Path, key: str
) -> None:
    old = tmp_path / "old" / "hearth.db"
    asyncio.run(of_revision(old, key, None))
    made = make(old, Keyring(read_keys(key)), tmp_path, datetime(2026, 11, 1, tzinfo=UTC))
    ended = say("restore", str(made.path), HEARTH_KEY=key)
    assert ended.code == 0
    assert f"schema 0001 was brought to {newest_revision()}" in ended.out
    ring = Keyring(read_keys(key))
    assert opens(tmp_path / "var" / "hearth.db", ring) == newest_revision()


def test_a_backup_of_a_newer_schema_waits_for_its_program(
    say: Say, tmp_path: Path, key: str
) -> None:
    newer = tmp_path / "old" / "hearth.db"
    asyncio.run(of_revision(newer, key, "9999"))
    made = make(newer, Keyring(read_keys(key)), tmp_path, NOW)
    ended = say("restore", str(made.path), HEARTH_KEY=key)
    assert ended.code == 8
    assert "schema 9999" in one_line(ended)
    assert not (tmp_path / "var" / "hearth.db").exists()
