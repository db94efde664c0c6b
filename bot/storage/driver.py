"""The driver as it is asked here: once for a statement.

SQLAlchemy asks it four times (for a cursor, to run the statement, for the rows, to close the
cursor), and each time it walks to the file's thread and back, which costs more than most
statements do.
"""

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

    def cursor(self) -> Any:
        """A cursor, made when and where its statement is run."""
        return _Cursor(self)

    async def tell(self, sql: str, values: Sequence[Any], *, many: bool) -> _Told:
        """Run a statement once, or once for each row of values."""
        walk: Callable[..., Awaitable[_Told]] = self._execute  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] - it says no types
        return await walk(_tell, self._conn, sql, values, many=many)


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


def _tell(connection: sqlite3.Connection, sql: str, values: Sequence[Any], *, many: bool) -> _Told:
    cursor = connection.cursor()
    try:
        (cursor.executemany if many else cursor.execute)(sql, values)
        rows = [] if cursor.description is None else cursor.fetchall()
        return _Told(rows, cursor.description, cursor.rowcount, cursor.lastrowid)
    finally:
        cursor.close()
