"""Looks at a database file from outside, changing nothing: whole, finished, and under our key?"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.errors import HearthError
from bot.keyring import Keyring


class Sick(HearthError):
    """SQLite finds the file damaged; `str()` is what it says."""


class Unfinished(HearthError):
    """The file was begun and never finished."""


def reading(file: Path) -> sqlite3.Connection:
    """A connection that cannot write."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def opens(file: Path, keyring: Keyring) -> str:
    """The schema's number of a database that the key opens.

    Raises:
        Unfinished: there is nothing in it yet.
        Unopenable: the key does not open it.
        sqlite3.Error: it cannot be read, or is none.
    """
    with closing(reading(file)) as opened:
        found = _first(opened, "SELECT version_num FROM alembic_version")
        rows = opened.execute("SELECT name, sealed FROM vault").fetchall()
    if found is None or not rows:
        raise Unfinished
    for name, sealed in rows:
        keyring.open(name, sealed)
    return str(found)


def ask_if_whole(file: Path) -> None:
    """Let SQLite read all of it.

    Raises:
        Sick: something is damaged.
        sqlite3.Error: it cannot be read, or is none.
    """
    with closing(reading(file)) as opened:
        verdict = _first(opened, "PRAGMA quick_check(1)")
    if verdict != "ok":
        raise Sick(str(verdict))


def _first(opened: sqlite3.Connection, question: str) -> Any:
    row = opened.execute(question).fetchone()
    return None if row is None else row[0]
