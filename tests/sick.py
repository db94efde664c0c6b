"""Databases that fall ill while the bot runs, and get well again.

Each is a context: inside it the database of the running bot is sick, after it the file is as it
was. `locked`, `read_only` and `damaged` are SQLite's own doing; a full disk shows itself when the
write-ahead log is written, which is at the commit, and is played there.
"""

import sqlite3
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.util import greenlet_spawn

from bot.storage.database import Database

Sickness = Callable[[Database, Path], AbstractAsyncContextManager[None]]
PAGE = 4096


def _hurry(connection: Any, *_: object) -> None:
    """Nobody wants to wait five seconds in a test, each time anew."""
    connection.execute("PRAGMA busy_timeout=30")


@asynccontextmanager
async def locked(database: Database, file: Path) -> AsyncGenerator[None]:
    """Another process writes and does not end."""
    writer = _writer(database).sync_engine
    event.listen(writer, "checkout", _hurry)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()
        event.remove(writer, "checkout", _hurry)
        await _tell_writer(database, "busy_timeout=5000")


@asynccontextmanager
async def read_only(database: Database, _file: Path) -> AsyncGenerator[None]:
    """The volume may only be read; its mode would mean nothing to the superuser."""
    await _tell_writer(database, "query_only=ON")
    yield
    await _tell_writer(database, "query_only=OFF")


@asynccontextmanager
async def full(database: Database, _file: Path) -> AsyncGenerator[None]:
    """No commit finds room."""

    def no_room(_connection: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_writer(database).dialect, "do_commit", no_room)
        yield


@asynccontextmanager
async def damaged(_database: Database, file: Path) -> AsyncGenerator[None]:
    """Every page but the first is garbage: "database disk image is malformed"."""
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    well = _spoil(file)
    other.execute("PRAGMA user_version=1")  # whatever others have read of the file is stale now
    try:
        yield
    finally:
        _overwrite(file, well)
        other.execute("PRAGMA user_version=2")
        other.close()


ILLNESSES: dict[str, Sickness] = {
    "locked": locked,
    "read-only": read_only,
    "full": full,
    "damaged": damaged,
}


def _writer(database: Database) -> Any:
    return database._writer  # noqa: SLF001 - the one door that falls ill


async def _tell_writer(database: Database, pragma: str) -> None:
    connection = await _writer(database).raw_connection()
    await connection.driver_connection.execute(f"PRAGMA {pragma}")
    await greenlet_spawn(connection.close)


def _spoil(file: Path) -> bytes:
    well = file.read_bytes()
    _overwrite(file, well[:PAGE] + b"\xff" * (len(well) - PAGE))
    return well


def _overwrite(file: Path, content: bytes) -> None:
    with file.open("r+b") as opened:
        opened.write(content)
