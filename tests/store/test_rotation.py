"""Everything sealed finds its way to the newest key: beside a running bot, and after a kill."""

import asyncio
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.ids import GuildId
from bot.keyring import Keyring, Unopenable, WrongKey, new_key, read_keys
from bot.storage.database import Database
from bot.storage.inspection import opens
from bot.storage.rotation import BATCH, Rotated, Rotation, Table, question, tables_of
from bot.storage.schema import prepare
from bot.storage.settings import SettingDocuments
from tests.full import fill, sealed_columns, tables
from tests.store.conftest import KEY, address

NEW = b"n" * 32
BOTH = Keyring([NEW, KEY])
ROOT = Path(__file__).parents[2]


async def fill_up(database: Database, rows: int) -> None:
    async with database.write() as tx:
        await fill(tx, rows)


async def opened_with(file: Path, keyring: Keyring) -> int:
    """Every sealed value of every table, opened; answers how many there were."""
    database, count = Database(address(file), keyring), 0
    await prepare(database, keyring)
    columns = {table.name: table.c for table in tables()}
    async with database.read() as tx:
        for table, column in sealed_columns():
            found = await tx.execute(select(columns[table][column]))
            count += sum(value is not None for value in found.scalars())
    await database.close()
    return count


def quiet(_table: str, _done: int, _count: int) -> None:
    """Says nothing."""


def rotated(file: Path, keyring: Keyring = BOTH) -> Rotated:
    with closing(Rotation(file, keyring, quiet)) as run:
        return run.run()


def begins(file: Path) -> dict[bytes, int]:
    """How many sealed values there are under each key."""
    found: dict[bytes, int] = {}
    with closing(sqlite3.connect(file)) as database:
        for table, column in [*sealed_columns(), ("vault", "sealed")]:
            for (value,) in database.execute(f"SELECT {column} FROM {table}"):  # noqa: S608 - our own names
                found[value[:4]] = found.get(value[:4], 0) + 1
    return found


async def test_every_sealed_column_of_every_table_opens_with_the_new_key_alone(
    database: Database, database_file: Path
) -> None:
    await fill_up(database, 3)
    told: list[tuple[str, int, int]] = []
    with closing(Rotation(database_file, BOTH, lambda *each: told.append(each))) as run:
        done = run.run()
    assert done.values == 3 * len(sealed_columns())
    assert done.lost == {}
    assert {name for name, _, _ in told} == {name for name, _ in sealed_columns()}
    assert all(here <= count for _, here, count in told)
    assert set(begins(database_file)) == {BOTH.newest}
    assert await opened_with(database_file, Keyring([NEW])) == 3 * len(sealed_columns())
    with pytest.raises(Unopenable):
        opens(database_file, Keyring([KEY]))
    assert rotated(database_file).values == 0


async def test_the_old_values_are_gone_from_the_file_and_its_log(
    database: Database, database_file: Path
) -> None:
    await fill_up(database, 3)
    old = [
        value
        for table, column in sealed_columns()
        for (value,) in sqlite3.connect(database_file).execute(f"SELECT {column} FROM {table}")  # noqa: S608 - our own names
    ]
    rotated(database_file)
    left = b"".join(each.read_bytes() for each in database_file.parent.glob("hearth.db*"))
    assert old
    assert not [value for value in old if value[4:] in left]


async def test_a_table_whose_feature_has_gone_is_not_forgotten(
    database: Database, database_file: Path, keyring: Keyring
) -> None:
    with closing(sqlite3.connect(database_file, isolation_level=None)) as raw:
        raw.execute(
            "CREATE TABLE gone (a BLOB, b BLOB, note BLOB, PRIMARY KEY (a, b)) WITHOUT ROWID"
        )
        for number in range(500):
            key = (bytes([number % 7]), number.to_bytes(2, "big"))
            raw.execute(
                "INSERT INTO gone VALUES (?, ?, ?)", (*key, keyring.seal("gone.note", b"x"))
            )
    assert rotated(database_file).values == 500
    with closing(sqlite3.connect(database_file)) as raw:
        notes = raw.execute("SELECT note FROM gone").fetchall()
    assert {Keyring([NEW]).open("gone.note", note) for (note,) in notes} == {b"x"}


async def test_what_no_key_opens_is_left_alone_and_told(
    database: Database, database_file: Path
) -> None:
    await fill_up(database, 3)
    with closing(sqlite3.connect(database_file, isolation_level=None)) as raw:
        raw.execute("UPDATE person SET wishes = substr(wishes, 1, 40) WHERE rowid = 2")
        raw.execute(
            "UPDATE case_note SET words = ? WHERE id = 1",
            (Keyring([b"l" * 32]).seal("case_note.words", b"x"),),
        )
    assert rotated(database_file).lost == {"person.wishes": 1, "case_note.words": 1}


async def test_what_the_bot_changes_meanwhile_is_never_lost(
    database: Database, database_file: Path, keyring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading and writing a row, a bot writes another column's and this column's value."""
    await fill_up(database, 5)
    changed = iter(range(1, 3))

    class Rude(Rotation):
        def _seal_anew(self, table: Table, rows: object) -> int:
            if table.name == "case_file" and (number := next(changed, None)) is not None:
                with closing(sqlite3.connect(database_file, isolation_level=None)) as raw:
                    fresh = BOTH.seal("case_file.excerpt", b'"newer"')
                    raw.execute("UPDATE case_file SET excerpt = ? WHERE id = ?", (fresh, number))
            return super()._seal_anew(table, rows)

    with closing(Rude(database_file, BOTH, quiet)) as run:
        run.run()
    assert set(begins(database_file)) == {BOTH.newest}
    with closing(sqlite3.connect(database_file)) as raw:
        found = raw.execute("SELECT excerpt FROM case_file WHERE id = 1").fetchone()[0]
    assert BOTH.open("case_file.excerpt", found) == b'"newer"'


async def test_the_next_rows_are_searched_for_and_never_walked_to(
    database: Database, database_file: Path
) -> None:
    """So the cost is linear: no batch reads again what an earlier one read."""
    with closing(sqlite3.connect(database_file)) as raw:
        found = list(tables_of(raw))
        assert {each.name for each in found} >= {name for name, _ in sealed_columns()}
        for table in found:
            statement, marks = question(table, BOTH.older, [0] * len(table.key))
            plan = raw.execute(f"EXPLAIN QUERY PLAN {statement}", marks).fetchall()
            assert [line[3][:6] for line in plan] == ["SEARCH"], (table.name, plan)


def surroundings(file: Path, line: str) -> dict[str, str]:
    return {"PYTHONPATH": str(ROOT), "HEARTH_HOME": str(file.parent), "HEARTH_KEY": line}


async def test_a_kill_in_the_middle_is_taken_up_and_the_bot_waits_for_nothing(
    tmp_path: Path,
) -> None:
    await killed_and_taken_up(tmp_path, rows=BATCH + 50)


async def killed_and_taken_up(tmp_path: Path, rows: int) -> None:
    """Beside a bot that writes: killed after the first words, said again, and everything opens."""
    old, new = new_key(), new_key()
    both = Keyring(read_keys(f"{new},{old}"))
    file = tmp_path / "hearth.db"
    database = Database(address(file), Keyring(read_keys(old)))
    await prepare(database, Keyring(read_keys(old)))
    await fill_up(database, rows)
    await database.close()
    database = Database(address(file), both)  # the bot, started again with both keys
    await prepare(database, both)

    async def begin() -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "keys", "rotate"),
            cwd=tmp_path,
            env=surroundings(file, f"{new},{old}"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    first = await begin()
    assert first.stdout is not None
    assert f" of {rows} rows".encode() in await first.stdout.readline()
    first.kill()
    await first.wait()
    halfway = begins(file)
    assert min(halfway[both.newest], halfway[both.older[0]]) > BATCH // 2
    await opened_with(file, both)

    second, waits = await begin(), list[float]()
    while second.returncode is None:
        before = time.monotonic()
        async with database.write() as tx:
            await SettingDocuments(tx).put(GuildId(7), "asked", {"said": len(waits)})
        waits.append(time.monotonic() - before)
        await asyncio.sleep(0.005)
    await database.close()
    assert second.returncode == 0, await second.stderr.read()
    assert len(waits) > 20
    assert max(waits) < 1
    assert await opened_with(file, Keyring(read_keys(new))) == rows * len(sealed_columns()) + 1


async def test_a_bot_that_does_not_know_the_newest_key_does_not_start_any_more(
    database: Database, database_file: Path, keyring: Keyring
) -> None:
    """Neither once a bot has been started with it, nor once a rotation has begun."""
    await prepare(database, BOTH)
    with pytest.raises(WrongKey):
        await prepare(database, keyring)
    with pytest.raises(WrongKey):  # nothing is sealed anew yet: the old key is still needed
        await prepare(database, Keyring([NEW]))
    rotated(database_file)
    await prepare(database, Keyring([NEW]))
