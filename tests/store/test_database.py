"""The two doors to the file: no update is lost, and a sick file is one error of ours."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from bot.ids import ChannelId, GuildId, MessageId
from bot.keyring import Keyring, Unopenable
from bot.logs import set_up
from bot.storage.database import Database, StorageDown
from bot.storage.ledger import MomentRow, VaultRow
from bot.storage.outbox import Entry, Order, OutboxEntries
from tests.fakes import START
from tests.store.conftest import KEY, address

BRIEFLY = timedelta(milliseconds=50)
SECRET = "my-dog-is-called-Biscuit"  # noqa: S105 - words of a member, not a password


async def count(database: Database) -> int:
    async with database.read() as tx:
        return (await tx.execute(text("SELECT count(*) FROM moment"))).scalar_one()


async def note(database: Database, name: str = "beat") -> None:
    async with database.write() as tx:
        await tx.execute(insert(MomentRow).values(name=name, at=START))


async def fill(database: Database) -> None:
    async with database.write() as tx:
        await tx.execute(insert(VaultRow).values(name="big", sealed=b"\0" * 1_000_000))


def spoil(path: Path, keep: int) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:keep] + b"\xff" * (len(whole) - keep))


async def test_a_thousand_concurrent_increments_end_at_a_thousand(
    open_database: Callable[..., Database], database_file: Path
) -> None:
    processes = [open_database(database_file, timedelta(seconds=30)) for _ in range(2)]
    async with processes[0].write() as tx:
        await tx.execute(insert(VaultRow).values(name="counter", sealed=b"0"))
    this = VaultRow.name == "counter"

    async def count_up(database: Database) -> None:
        for _ in range(100):
            async with database.write() as tx:
                found = (await tx.execute(select(VaultRow.sealed).where(this))).scalar_one()
                await asyncio.sleep(0)  # whoever may come in between, comes now
                more = str(int(found) + 1).encode()
                await tx.execute(update(VaultRow).where(this).values(sealed=more))

    await asyncio.gather(*(count_up(processes[number % 2]) for number in range(10)))
    async with processes[1].read() as tx:
        assert (await tx.execute(select(VaultRow.sealed).where(this))).scalar_one() == b"1000"


async def test_what_raises_inside_a_transaction_leaves_no_trace(database: Database) -> None:
    async def note_and_fall() -> None:
        async with database.write() as tx:
            await tx.execute(insert(MomentRow).values(name="half", at=START))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await note_and_fall()
    assert await count(database) == 0


async def test_a_cancelled_writer_leaves_the_door_open_and_no_trace(database: Database) -> None:
    inside = asyncio.Event()

    async def slow() -> None:
        async with database.write() as tx:
            await tx.execute(insert(MomentRow).values(name="half", at=START))
            inside.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(slow())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.wait_for(note(database), timeout=5)
    assert await count(database) == 1


async def test_a_reader_neither_waits_for_a_writer_nor_sees_half_of_it(database: Database) -> None:
    async with database.write() as tx:
        await tx.execute(insert(MomentRow).values(name="half", at=START))
        assert await asyncio.wait_for(count(database), timeout=1) == 0
    assert await count(database) == 1


async def test_a_locked_database_is_storage_down_and_heals(
    open_database: Callable[..., Database], database_file: Path
) -> None:
    database = open_database(database_file, BRIEFLY)
    await note(database, "before")
    other = sqlite3.connect(database_file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageDown):
        await note(database)
    other.execute("ROLLBACK")
    other.close()
    await note(database)


async def test_a_lock_that_also_keeps_readers_out_is_storage_down(
    open_database: Callable[..., Database], database_file: Path
) -> None:
    other = sqlite3.connect(database_file, isolation_level=None)
    other.execute("PRAGMA journal_mode=DELETE")  # without the log an exclusive lock stops readers
    other.execute("BEGIN EXCLUSIVE")
    database = open_database(database_file, BRIEFLY)
    for door in (count, note):
        with pytest.raises(StorageDown):
            await door(database)
    other.close()


async def test_a_door_that_stays_occupied_is_storage_down(
    open_database: Callable[..., Database], database_file: Path
) -> None:
    database = open_database(database_file, BRIEFLY)
    async with database.write():
        with pytest.raises(StorageDown):
            await note(database)
    await note(database)


async def test_a_file_that_may_only_be_read_is_read_and_not_written(
    open_database: Callable[..., Database], database_file: Path
) -> None:
    # By its address, for the mode of a file means nothing to the superuser.
    database = open_database(Path(f"file:{database_file}?mode=ro&uri=true"), BRIEFLY)
    assert await count(database) == 0
    with pytest.raises(StorageDown):
        await note(database)


@pytest.mark.parametrize("keep", [0, 200, 5000])
async def test_a_file_full_of_garbage_is_storage_down(
    open_database: Callable[..., Database], database_file: Path, keep: int
) -> None:
    spoil(database_file, keep)
    database = open_database(database_file, BRIEFLY)
    with pytest.raises(StorageDown):
        await note(database)


async def test_a_full_disk_is_storage_down_and_keeps_what_was_there(database: Database) -> None:
    await note(database)
    async with database.write() as tx:
        pages = (await tx.execute(text("PRAGMA page_count"))).scalar_one()
        await tx.execute(text(f"PRAGMA max_page_count={pages}"))
    with pytest.raises(StorageDown):
        await fill(database)
    assert await count(database) == 1


async def test_a_folder_that_is_not_there_is_storage_down(
    open_database: Callable[..., Database], tmp_path: Path
) -> None:
    database = open_database(tmp_path / "nowhere" / "hearth.db")
    for door in (count, note):
        with pytest.raises(StorageDown):
            await door(database)


async def test_a_broken_promise_of_a_table_is_no_matter_of_storage(database: Database) -> None:
    await note(database)
    with pytest.raises(IntegrityError):
        await note(database)


async def test_foreign_keys_and_overwriting_are_on_behind_both_doors(database: Database) -> None:
    wanted = {"foreign_keys": 1, "secure_delete": 1, "journal_mode": "wal", "synchronous": 1}
    for door in (database.read, database.write):
        async with door() as tx:
            found = {
                name: (await tx.execute(text(f"PRAGMA {name}"))).scalar_one() for name in wanted
            }
        assert found == wanted


async def test_a_naive_moment_is_refused(database: Database) -> None:
    naive = datetime(2026, 3, 1)  # noqa: DTZ001 - the very thing that is refused
    with pytest.raises(StatementError, match="naive"):
        async with database.write() as tx:
            await tx.execute(insert(MomentRow).values(name="beat", at=naive))


async def test_a_moment_comes_back_in_utc_whatever_zone_it_was_said_in(database: Database) -> None:
    said = datetime.fromisoformat("2026-03-01T23:30:00+05:30")
    async with database.write() as tx:
        await tx.execute(insert(MomentRow).values(name="beat", at=said))
        found = (await tx.execute(select(MomentRow.at))).scalar_one()
    assert found == said
    assert found.utcoffset() == timedelta(0)


async def _entry(database: Database) -> Entry | None:
    async with database.read() as tx:
        return await OutboxEntries(tx).get("a")


async def _posted(database: Database) -> None:
    async with database.write() as tx:
        entries = OutboxEntries(tx)
        await entries.put(Order("a", "checkins:prompt", GuildId(4000), START, ids={"slot": 7}))
        (entry,) = await entries.claim(START, 1)
        await entries.sent(entry, ChannelId(41), MessageId(42))


async def test_a_sealed_value_moved_to_another_column_does_not_open(database: Database) -> None:
    await _posted(database)
    async with database.write() as tx:
        await tx.execute(text("UPDATE outbox SET channel = message"))
    with pytest.raises(Unopenable):
        await _entry(database)


async def test_a_sealed_value_opens_in_its_own_column_and_with_its_own_key(
    database: Database, database_file: Path
) -> None:
    await _posted(database)
    entry = await _entry(database)
    assert entry is not None
    assert (entry.ids, entry.channel, entry.message) == ({"slot": 7}, 41, 42)
    stranger = Database(address(database_file), Keyring([b"x" * len(KEY)]))
    with pytest.raises(Unopenable):
        await _entry(stranger)
    await stranger.close()


async def _breaks(database: Database, statement: str) -> BaseException:
    with pytest.raises((StorageDown, DBAPIError, StatementError)) as caught:
        async with database.write() as tx:
            await tx.execute(text(statement), {"name": SECRET, "words": SECRET.encode()})
    return caught.value


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO vault VALUES (:name, :words), (:name, :words)",  # unique
        "INSERT INTO vault VALUES (:name, NULL)",  # not null
        "INSERT INTO nowhere VALUES (:name, :words)",
        "INSERT INTO vault VALUES (:name, :words, :missing)",
        "INSERT INTO vault VALUE (:name, :words)",  # syntax
    ],
)
async def test_values_of_a_statement_appear_in_no_error_and_no_log(
    database: Database, statement: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = logging.root.handlers[:], logging.root.level
    set_up("DEBUG", "text")
    try:
        problem = await _breaks(database, statement)
        logging.getLogger("hearth.test").error("test.broke", exc_info=problem)
    finally:
        logging.root.handlers[:], logging.root.level = before
    shown = capsys.readouterr().err
    assert "test.broke" in shown
    for said in (str(problem), repr(problem), str(problem.__cause__), shown):
        assert SECRET not in said
