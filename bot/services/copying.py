"""A copy of everything that is kept of one person: for programs, for reading, for a spreadsheet.

The three say the same. Marks and indexes (bytes) mean nothing to anybody and are left out, and so
is whatever names somebody else. Parts are cut between rows, so that each one opens by itself.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.ids import GuildId, UserId
from bot.services.people import People
from bot.storage.base import personal_tables
from bot.storage.belongings import Belongings
from bot.storage.database import Database

# Discord takes 10 MB from anybody; a little room is left for the rest of the message.
LARGEST = 10_000_000 - 100_000
LEFT_OUT = ("guild_id",)
# What stands in a copy for rows that no key opens any more: how many.
UNREADABLE = "rows_that_no_key_opens"
# What a spreadsheet would read as a formula, also behind blanks (OWASP: CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")

# Says a text key.
Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Piece:
    """One row: of which table, why it is kept, for how many days, and what stands in it."""

    table: str
    why: str
    days: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CopyFile:
    """A file as it is handed over."""

    name: str
    content: bytes


class Copying:
    """Makes copies. Nothing is written to a disk."""

    def __init__(self, database: Database, people: People, largest: int = LARGEST) -> None:
        self._database, self._people = database, people
        self.largest = largest

    async def copy(self, guild: GuildId, user: UserId, say: Say) -> list[CopyFile]:
        """Everything that is theirs, in as many files as are needed; empty where nothing is kept.

        Args:
            guild: the community.
            user: whose copy it is.
            say: words the purposes in their language; names of tables and columns stay.

        Raises:
            StorageDown: it cannot be read now.
        """
        tag = self._people.tag(guild, user)
        pieces: list[Piece] = []
        async with self._database.read() as tx:
            belongings, declared = Belongings(tx), personal_tables()
            for kept in await belongings.kept(tag):
                why, days = say(declared[kept.table].why), declared[kept.table].keep.days
                rows, shut = await belongings.rows(kept.table, tag)
                pieces += [Piece(kept.table, why, days, _told(row)) for row in rows]
                pieces += [Piece(kept.table, why, days, {UNREADABLE: shut})] if shut else []
        return [*files_of(pieces, self.largest)]


def files_of(pieces: Sequence[Piece], largest: int) -> Iterator[CopyFile]:
    """The three kinds, each in parts that are no larger than that; one row is never cut."""
    kinds: tuple[tuple[str, Callable[[Sequence[Piece]], bytes]], ...] = (
        ("json", as_json),
        ("txt", as_text),
        ("csv", as_csv),
    )
    for ending, write in kinds:
        parts = [*_parts(pieces, write, largest)]
        for place, content in enumerate(parts, start=1):
            which = "" if len(parts) == 1 else f"-{place}-of-{len(parts)}"
            yield CopyFile(f"hearth-about-me{which}.{ending}", content)


def _parts(
    pieces: Sequence[Piece], write: Callable[[Sequence[Piece]], bytes], largest: int
) -> Iterator[bytes]:
    """Halved until each half fits: each row is written a few times, whatever their number."""
    if not pieces:
        return
    whole = write(pieces)
    if len(whole) <= largest or len(pieces) == 1:
        yield whole
        return
    middle = len(pieces) // 2
    yield from _parts(pieces[:middle], write, largest)
    yield from _parts(pieces[middle:], write, largest)


def as_json(pieces: Sequence[Piece]) -> bytes:
    """For programs."""
    tables: dict[str, dict[str, Any]] = {}
    for piece in pieces:
        begun = {"why": piece.why, "kept_days": piece.days, "rows": list[Any]()}
        tables.setdefault(piece.table, begun)["rows"].append(piece.values)
    return json.dumps(tables, ensure_ascii=False, indent=2).encode("utf-8", "replace")


def as_text(pieces: Sequence[Piece]) -> bytes:
    """For reading: each table under its purpose, a blank line between two rows."""
    lines: list[str] = []
    last = ""
    for piece in pieces:
        if piece.table != last:
            lines += ["", f"== {piece.table}: {piece.why} ({piece.days} d) =="]
            last = piece.table
        lines.append("")
        lines += [f"{name}: {_flat(value)}" for name, value in piece.values.items()]
    return "\n".join(lines).strip().encode("utf-8", "replace") + b"\n"


def as_csv(pieces: Sequence[Piece]) -> bytes:
    """For a spreadsheet: a line for each value; nothing in it is read as a formula."""
    written = io.StringIO()
    table = csv.writer(written, quoting=csv.QUOTE_ALL)
    table.writerow(("kept_in", "row", "what", "value"))
    for number, piece in enumerate(pieces, start=1):
        for name, value in piece.values.items():
            table.writerow((piece.table, number, name, harmless(_flat(value))))
    return "\ufeff".encode() + written.getvalue().encode("utf-8", "replace")


def harmless(value: str) -> str:
    """A value that a spreadsheet shows as it is."""
    risky = value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA)
    return f"'{value}" if risky else value


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: _plain(value)
        for name, value in row.items()
        if name not in LEFT_OUT and not isinstance(value, bytes)
    }


def _plain(value: Any) -> Any:
    # A Discord id is larger than what many programs hold in a number.
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool) and value > 2**53:
        return str(value)
    if isinstance(value, list):
        return [_plain(each) for each in value]  # pyright: ignore[reportUnknownVariableType] - what was sealed is any JSON
    return value


def _flat(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
