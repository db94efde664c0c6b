"""The driver as it is asked here: once for a statement.

SQLAlchemy asks it four times (for a cursor, to run the statement, for the rows, to close the
cursor), and each time it walks to the file's thread and back, which costs more than most
statements do.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Self

import aiosqlite

CHUNK = 64  # aiosqlite's own default


@dataclass(frozen=True, slots=True)
class _Told:
    """What a statement answered, read to its end."""

    rows: list[Any]
    description: Any = None
    rowcount: int = -1
    lastrowid: int | None = None


class SwiftConnection(aiosqlite.Connection):
    """A connection whose cursors walk to its thread once a statement."""

    def __init__(self, path: str, **settings: Any) -> None:
        super().__init__(lambda: sqlite3.connect(path, **settings), CHUNK)
        self._thread.daemon = True  # as SQLAlchemy has it: no thread holds up the program's end
        self._begins = False
        self._ending: asyncio.Future[Any] | None = None

    async def _connect(self) -> aiosqlite.Connection:
        try:
            return await super()._connect()
        except BaseException:
            if self._ending is not None:
                await self._ending  # else it would answer a loop that may have closed meanwhile
            raise

    def stop(self) -> asyncio.Future[Any] | None:
        """End the thread; what is answered is done when it has ended."""
        self._ending = super().stop()  # pyright: ignore[reportUnknownMemberType] - it names no result
        return self._ending

    def cursor(self) -> Any:
        """A cursor, made when and where its statement is run."""
        return _Cursor(self)

    def begin_with_the_next(self) -> None:
        """Begin a transaction that reads: it sees nothing before its first statement anyway."""
        self._begins = True

    async def commit(self) -> None:
        if not self._none_begun():
            await super().commit()

    async def rollback(self) -> None:
        if not self._none_begun():
            await super().rollback()

    def _none_begun(self) -> bool:
        waiting, self._begins = self._begins, False
        return waiting

    async def tell(self, sql: str, values: Sequence[Any], *, many: bool) -> _Told:
        """Run a statement once, or once for each row of values."""
        walk: Callable[..., Awaitable[_Told]] = self._execute  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] - it says no types
        begins = self._none_begun()
        return await walk(_tell, self._conn, sql, values, many=many, begins=begins)


class _Cursor:
    """As much of a cursor as SQLAlchemy asks for; it answers from what was read already."""

    def __init__(self, connection: SwiftConnection) -> None:
        self._connection = connection
        self._told = _Told([])

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, values: Sequence[Any] = ()) -> None:
        self._told = await self._connection.tell(sql, values, many=False)

    async def executemany(self, sql: str, values: Sequence[Any]) -> None:
        self._told = await self._connection.tell(sql, values, many=True)

    async def fetchall(self) -> list[Any]:
        return self._told.rows

    async def close(self) -> None:
        """Nothing is open."""

    @property
    def description(self) -> Any:
        return self._told.description

    @property
    def rowcount(self) -> int:
        return self._told.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._told.lastrowid


def _tell(
    connection: sqlite3.Connection, sql: str, values: Sequence[Any], *, many: bool, begins: bool
) -> _Told:
    cursor = connection.cursor()
    try:
        if begins:
            cursor.execute("BEGIN DEFERRED")
        (cursor.executemany if many else cursor.execute)(sql, values)
        rows = [] if cursor.description is None else cursor.fetchall()
        return _Told(rows, cursor.description, cursor.rowcount, cursor.lastrowid)
    finally:
        cursor.close()
