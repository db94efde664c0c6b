"""Seals everything anew under the newest key, beside a running bot.

What is sealed is found in the database itself: every value of a BLOB column that begins with an
older key of the ring and opens under `table.column`. So no table can be forgotten, not even one
whose feature has gone.

    read some rows (nobody waits) ──► seal them anew ──► write them if they are unchanged

A row that the bot changed meanwhile is left for the next pass. There is nothing to remember: what
is done begins with the newest key's id, so a killed run is taken up by simply running again. The
check values of the key come last, all at once: until then the older key is still asked for.
"""

import sqlite3
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.errors import HearthError
from bot.keyring import SHORTEST, Keyring, Unopenable
from bot.storage.ledger import NEWEST, VaultRow

# Rows at a time, and the pause after them: the writer's lock is held for a few milliseconds and
# then left to the bot. On two busy cores the slowest of 250 writes beside a run took 0.3 s.
BATCH = 200
PAUSE = 0.02  # seconds
_BUSY = 10_000  # milliseconds
# A pass finds what the bot changed during the one before; a third is hardly ever needed.
_PASSES = 10

Tell = Callable[[str, int, int], None]


class StillWritten(HearthError):
    """Something goes on writing under an older key."""


@dataclass(frozen=True, slots=True)
class Rotated:
    """What a run did: values sealed anew, and columns with values that no key of the ring opens."""

    values: int
    lost: dict[str, int]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that may hold something sealed: its primary key, its BLOB columns."""

    name: str
    key: tuple[str, ...]
    columns: tuple[str, ...]

    def purpose(self, column: str) -> str:
        return f"{self.name}.{column}"


class Rotation:
    """One run over one database.

    Args:
        file: the database.
        keyring: its newest key is the one that stays.
        tell: called now and then with a table, how many rows of it are done, and how many there
            were to do.
    """

    def __init__(self, file: Path, keyring: Keyring, tell: Tell) -> None:
        self._keyring, self._tell = keyring, tell
        self._db = sqlite3.connect(file, isolation_level=None, timeout=_BUSY / 1000)
        self._db.execute("PRAGMA secure_delete=ON")  # the old value is overwritten, not left
        self._values = 0

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def may_begin(self, recently: datetime) -> bool:
        """Whether nobody who knows only an older key is at work.

        Args:
            recently: a bot that has given a sign of life since then is at work.
        """
        known = self._one("SELECT sealed FROM vault WHERE name = ?", NEWEST)
        alive = self._one(
            "SELECT at FROM moment WHERE name = 'alive' AND at > ?", _written(recently)
        )
        return alive is None or (known is not None and known.startswith(self._keyring.newest))

    def _one(self, question: str, value: str) -> Any:
        row = self._db.execute(question, (value,)).fetchone()
        return None if row is None else row[0]

    def run(self) -> Rotated:
        """Seal everything anew.

        Raises:
            StillWritten: a bot runs with an older key as its newest.
            sqlite3.Error: the database cannot be read or written.
        """
        # From now on a bot that does not know the newest key refuses to start.
        self._note_newest()
        tables = list(tables_of(self._db))
        for table in tables:
            self._all_of(table)
        lost = {
            table.purpose(column): count
            for table in tables
            for column in table.columns
            if (count := self._lost(table, column))
        }
        self._seal_vault()
        self._fold_log()
        return Rotated(self._values, lost)

    def _all_of(self, table: Table) -> None:
        for _ in range(_PASSES):
            if not self._pass_over(table):
                return
        raise StillWritten

    def _pass_over(self, table: Table) -> int:
        """Seal anew what is there; answers how many rows somebody changed meanwhile."""
        stale, marks = _stale(table.columns, self._keyring.older)
        asked = f"SELECT count(*) FROM {_q(table.name)} WHERE {stale}"  # noqa: S608 - names of the database's own tables
        count = self._db.execute(asked, marks).fetchone()[0]
        missed, done, after = 0, 0, None
        while rows := self._next(table, after):
            after = rows[-1][: len(table.key)]
            missed += self._seal_anew(table, rows)
            done += len(rows)
            self._tell(table.name, done, max(count, done))
            time.sleep(PAUSE)
        return missed

    def _next(self, table: Table, after: Sequence[Any] | None) -> list[Sequence[Any]]:
        """The next rows with something under an older key, in the order of the primary key."""
        statement, marks = question(table, self._keyring.older, after)
        return self._db.execute(statement, marks).fetchall()

    def _seal_anew(self, table: Table, rows: Sequence[Sequence[Any]]) -> int:
        changes = [change for row in rows if (change := self._change(table, row)) is not None]
        missed = 0
        with _writing(self._db):
            for statement, marks, values in changes:
                if self._db.execute(statement, marks).rowcount == 1:
                    self._values += values
                else:
                    missed += 1
        return missed

    def _change(self, table: Table, row: Sequence[Any]) -> tuple[str, list[Any], int] | None:
        """The statement that seals one row anew if nobody has changed it since it was read."""
        keys, held = row[: len(table.key)], row[len(table.key) :]
        fresh = {
            column: (value, sealed)
            for column, value in zip(table.columns, held, strict=True)
            if (sealed := self._fresh(table.purpose(column), value)) is not None
        }
        if not fresh:
            return None
        sets = ", ".join(f"{_q(column)} = ?" for column in fresh)
        same = " AND ".join(f"{_q(column)} = ?" for column in (*table.key, *fresh))
        statement = f"UPDATE {_q(table.name)} SET {sets} WHERE {same}"  # noqa: S608 - as above
        new, old = [each[1] for each in fresh.values()], [each[0] for each in fresh.values()]
        return statement, [*new, *keys, *old], len(fresh)

    def _fresh(self, purpose: str, value: object) -> bytes | None:
        if not isinstance(value, bytes) or not value.startswith(self._keyring.older):
            return None
        try:
            return self._keyring.seal(purpose, self._keyring.open(purpose, value))
        except Unopenable:  # other bytes that begin so by chance, or a value that is spoilt
            return None

    def _lost(self, table: Table, column: str) -> int:
        """Values of a sealed column (one where the newest key is met) that are under another."""
        name, newest = _q(column), self._keyring.newest
        counted = (
            f"SELECT count(*) FILTER (WHERE substr({name}, 1, 4) = ?), count({name}) "  # noqa: S608 - as above
            f"FROM {_q(table.name)} WHERE length({name}) >= {SHORTEST}"
        )
        under, all_ = self._db.execute(counted, (newest,)).fetchone()
        return all_ - under if under else 0

    def _fold_log(self) -> None:
        """What was overwritten stands in the write-ahead log until this; nobody waits for it."""
        self._db.execute("PRAGMA busy_timeout=100")
        for _ in range(_PASSES):
            if not self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                return
            time.sleep(PAUSE)

    def _note_newest(self) -> None:
        with _writing(self._db):
            note = "INSERT OR REPLACE INTO vault (name, sealed) VALUES (?, ?)"
            self._db.execute(note, (NEWEST, self._keyring.seal(NEWEST, b"hearth")))

    def _seal_vault(self) -> None:
        with _writing(self._db):
            for name, sealed in self._db.execute("SELECT name, sealed FROM vault").fetchall():
                fresh = self._fresh(name, sealed)
                if fresh is not None:
                    self._db.execute("UPDATE vault SET sealed = ? WHERE name = ?", (fresh, name))


def tables_of(db: sqlite3.Connection) -> Iterator[Table]:
    """Every table with a BLOB column, but the vault."""
    names = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    for (name,) in names.fetchall():
        if name == VaultRow.__tablename__ or name.startswith("sqlite_"):
            continue
        columns = db.execute(f"PRAGMA table_info({_q(name)})").fetchall()
        key = sorted((each for each in columns if each[5]), key=lambda each: each[5])
        blobs = tuple(
            each[1] for each in columns if each[2].upper().startswith("BLOB") and not each[5]
        )
        if blobs:
            yield Table(name, tuple(each[1] for each in key) or ("rowid",), blobs)


def question(
    table: Table, older: Sequence[bytes], after: Sequence[Any] | None
) -> tuple[str, list[Any]]:
    """What is asked for the next rows: a search in the primary key, never a walk up to them."""
    stale, marks = _stale(table.columns, older)
    key = ", ".join(map(_q, table.key))
    beyond = "" if after is None else f"({key}) > ({', '.join('?' * len(after))}) AND "
    statement = (
        f"SELECT {', '.join(map(_q, (*table.key, *table.columns)))} FROM {_q(table.name)} "  # noqa: S608 - as above
        f"WHERE {beyond}({stale}) ORDER BY {key} LIMIT {BATCH}"
    )
    return statement, [*(after or ()), *marks]


def _stale(columns: Sequence[str], older: Sequence[bytes]) -> tuple[str, list[bytes]]:
    one = f"substr({{}}, 1, 4) IN ({', '.join('?' * len(older))})"
    return " OR ".join(one.format(_q(column)) for column in columns), [*older] * len(columns)


@contextmanager
def _writing(db: sqlite3.Connection) -> Generator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _written(moment: datetime) -> str:
    """An instant as `UtcDateTime` writes it."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def _q(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
