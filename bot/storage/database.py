"""The database behind two doors: writers one at a time, readers beside them.

The driver's default lost updates without an error; `BEGIN IMMEDIATE` on a pool of one does not
(docs/decisions/0003).
"""

import sqlite3
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import HearthError
from bot.keyring import Keyring
from bot.storage.driver import SwiftConnection
from bot.storage.types import give_keyring

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "foreign_keys=ON",
    "secure_delete=ON",  # what is erased is overwritten, in the file and in its free pages
)
# 5 s: above the longest write measured, below what a person would wait (docs/decisions/0003).
BUSY = timedelta(seconds=5)
READERS = 3
SHORTLY = 50  # milliseconds


class StorageDown(HearthError):
    """The database cannot be read or written now: locked, full, read-only, broken or gone."""


class _RawConnection(Protocol):
    isolation_level: str | None

    def execute(self, sql: str, /) -> object: ...

    def close(self) -> None: ...


class Database:
    """One SQLite file, opened twice: `write()` is serial, `read()` is not.

    Args:
        url: an SQLAlchemy address, such as `sqlite+aiosqlite:///var/hearth.db`.
        keyring: seals and opens the sealed columns.
        busy: how long a statement waits for another process's lock.
    """

    def __init__(self, url: str, keyring: Keyring, busy: timedelta = BUSY) -> None:
        pragmas = (f"busy_timeout={int(busy / timedelta(milliseconds=1))}", *PRAGMAS)
        wait = busy.total_seconds() * 2
        self._busy = pragmas[0]
        self._writer = _engine(
            url, _at_once, pragmas, pool_size=1, max_overflow=0, pool_timeout=wait
        )
        self._readers = _engine(
            url, _deferred, pragmas, pool_size=READERS, max_overflow=0, pool_timeout=wait
        )
        for engine in (self._writer, self._readers):
            give_keyring(engine.dialect, keyring)

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[AsyncConnection]:
        """A transaction that commits when the block ends and rolls back when it raises.

        Raises:
            StorageDown: the database could not be opened, written or committed.
        """
        async with _calm(), self._writer.begin() as tx:
            yield tx

    @asynccontextmanager
    async def read(self) -> AsyncGenerator[AsyncConnection]:
        """A consistent view that never waits for a writer.

        Raises:
            StorageDown: the database could not be opened or read.
        """
        async with _calm(), self._readers.begin() as tx:
            yield tx

    async def fold(self) -> bool:
        """Write the journal into the file and empty it: it holds the order and the earlier state.

        Answers False where somebody reads an earlier state: then it stays until the next time.

        Raises:
            StorageDown: the database could not be opened or written.
        """
        async with _calm(), self._writer.connect() as connection:
            driver: Any = (await connection.get_raw_connection()).driver_connection
            # Fetched to the end: a statement left open on this connection would stop every commit.
            # Not for as long as a write may wait: everybody who writes would wait behind it.
            await driver.execute_fetchall(f"PRAGMA busy_timeout={SHORTLY}")
            try:
                told = await driver.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.Error:
                raise StorageDown("the journal was not folded") from None
            finally:
                await driver.execute_fetchall(f"PRAGMA {self._busy}")
        return not next(iter(told))[0]

    async def close(self) -> None:
        """Close every connection; the write-ahead log is folded into the file."""
        await self._readers.dispose()
        await self._writer.dispose()


@asynccontextmanager
async def _calm() -> AsyncGenerator[None]:
    """Turns whatever the driver says of a sick database into one error of ours.

    The driver's own text may quote a statement's values: it goes no further than `__cause__`'s
    class, which is why the chain is cut.
    """
    try:
        yield
    except DBAPIError as problem:
        if isinstance(problem, OperationalError) or _is_damage(problem):
            raise StorageDown(_first_words(problem)) from None
        raise
    except PoolTimeout:
        raise StorageDown("no connection became free") from None


def _is_damage(problem: DBAPIError) -> bool:
    origin = problem.orig
    damaged = isinstance(origin, sqlite3.DatabaseError)
    return damaged and not isinstance(
        origin, sqlite3.IntegrityError | sqlite3.ProgrammingError | sqlite3.DataError
    )


def _first_words(problem: DBAPIError) -> str:
    return str(problem.orig).partition(":")[0][:80]


def _at_once(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _deferred(connection: Connection) -> None:
    driver: Any = connection.connection.driver_connection
    driver.begin_with_the_next()


def _engine(
    url: str, begin: Callable[[Connection], None], pragmas: tuple[str, ...], **pool: Any
) -> AsyncEngine:
    ours = {"async_creator_fn": SwiftConnection}
    engine = create_async_engine(url, hide_parameters=True, connect_args=ours, **pool)

    @event.listens_for(engine.sync_engine, "connect")
    def _connect(connection: _RawConnection, _record: object) -> None:  # pyright: ignore[reportUnusedFunction] - registered by the decorator
        try:
            connection.isolation_level = None  # we say BEGIN ourselves
            for pragma in pragmas:
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()  # nobody else has it yet, and its thread would stay
            raise

    event.listen(engine.sync_engine, "begin", begin)
    return engine


def ensure_folder(path: Path) -> None:
    """Make the folder of a state file, readable by this account alone."""
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
