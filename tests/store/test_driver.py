"""The driver: one walk to the file's thread a statement, and whatever a statement answers."""

import sqlite3
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.storage.driver import SwiftConnection


class Walks:
    """What is asked of the thread passes here and is counted."""

    def __init__(self, connection: SwiftConnection) -> None:
        self.taken = 0
        door: Any = connection
        self._queue, door._tx = door._tx, self  # noqa: SLF001 - the driver's own queue

    def put_nowait(self, asked: object) -> None:
        self.taken += 1
        self._queue.put_nowait(asked)


@pytest_asyncio.fixture
async def connection(tmp_path: Path) -> AsyncGenerator[SwiftConnection]:
    async with SwiftConnection(str(tmp_path / "a.db"), isolation_level=None) as opened:
        await opened.cursor().execute("CREATE TABLE pot (id INTEGER PRIMARY KEY, n INTEGER)")
        yield opened


async def test_a_statement_is_one_walk(connection: SwiftConnection) -> None:
    walks = Walks(connection)
    cursor = await connection.cursor().__aenter__()
    await cursor.execute("SELECT ? UNION SELECT 2 ORDER BY 1", (1,))
    assert await cursor.fetchall() == [(1,), (2,)]
    assert [column[0] for column in cursor.description] == ["?"]
    await cursor.close()
    assert walks.taken == 1


async def test_it_answers_what_a_statement_did(connection: SwiftConnection) -> None:
    cursor = connection.cursor()
    await cursor.execute("INSERT INTO pot (n) VALUES (?)", (7,))
    assert (cursor.rowcount, cursor.lastrowid, cursor.description) == (1, 1, None)
    await cursor.executemany("INSERT INTO pot (n) VALUES (?)", [(8,), (9,)])
    assert cursor.rowcount == 2
    await cursor.execute("UPDATE pot SET n = n + 1 WHERE n > 7 RETURNING n")
    assert sorted(await cursor.fetchall()) == [(9,), (10,)]
    assert cursor.rowcount == 2
    await cursor.execute("DELETE FROM pot WHERE n > 100")
    assert (cursor.rowcount, await cursor.fetchall()) == (0, [])


async def test_what_fails_leaves_nothing_open(connection: SwiftConnection) -> None:
    cursor = connection.cursor()
    await cursor.execute("INSERT INTO pot VALUES (1, 1), (2, 2)")
    with pytest.raises(sqlite3.IntegrityError):
        await cursor.execute("INSERT INTO pot VALUES (3, 3), (2, 2) RETURNING n")
    await cursor.execute("SELECT n FROM pot")
    assert await cursor.fetchall() == [(1,), (2,)]
    # A statement left open would keep its table from being dropped.
    await cursor.execute("DROP TABLE pot")
    with pytest.raises(sqlite3.OperationalError):
        await cursor.execute("SELECT n FROM pot")


async def test_a_read_begins_with_its_first_statement_and_sees_one_state(
    connection: SwiftConnection, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    other.execute("PRAGMA journal_mode=WAL")
    walks, cursor = Walks(connection), connection.cursor()
    connection.begin_with_the_next()
    await cursor.execute("SELECT count(*) FROM pot")
    assert (connection.in_transaction, await cursor.fetchall()) == (True, [(0,)])
    other.execute("INSERT INTO pot (n) VALUES (1)")
    await cursor.execute("SELECT count(*) FROM pot")
    assert await cursor.fetchall() == [(0,)]
    await connection.commit()
    assert (connection.in_transaction, walks.taken) == (False, 3)
    await cursor.execute("SELECT count(*) FROM pot")
    assert (connection.in_transaction, await cursor.fetchall()) == (False, [(1,)])
    other.close()


async def test_a_read_of_nothing_takes_no_walk(connection: SwiftConnection) -> None:
    walks = Walks(connection)
    for end in (connection.commit, connection.rollback):
        connection.begin_with_the_next()
        await end()
    assert walks.taken == 0
    await connection.cursor().execute("SELECT 1")
    assert not connection.in_transaction


async def test_a_read_that_fails_is_rolled_back(connection: SwiftConnection) -> None:
    connection.begin_with_the_next()
    with pytest.raises(sqlite3.OperationalError):
        await connection.cursor().execute("SELECT 1 FROM nowhere")
    assert connection.in_transaction
    await connection.rollback()
    assert not connection.in_transaction


async def test_a_file_that_cannot_be_opened_leaves_no_thread(tmp_path: Path) -> None:
    connection = SwiftConnection(str(tmp_path / "nowhere" / "a.db"))
    with pytest.raises(sqlite3.OperationalError):
        await connection
    connection._thread.join(1)  # noqa: SLF001 - the driver's own
    assert not connection._thread.is_alive()  # noqa: SLF001 - as above
