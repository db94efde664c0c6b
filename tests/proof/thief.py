"""The thief's program: guesses who wrote each share, in every way that the loot allows.

It knows the program's source. Ways that lead to one person (an id in the open, a tag that can be
made again, a line of the log) go before those that only make one likelier (times, order of rows,
names of the thread).
"""

import bisect
import hashlib
import hmac
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from math import comb
from pathlib import Path

from bot.epochs.key import EpochKey, read_key
from bot.ids import GuildId, UserId
from bot.keyring import Keyring, Unopenable, person_tag
from bot.storage.backups import unpack
from tests.proof.anonymity import ACTIVE, HERE, HOUR, Loot, Seen

NUMBER = re.compile(rb"\d{17,20}")
USUAL_DELAY = timedelta(minutes=3)  # from a press to the post, on average


@dataclass(slots=True)
class Findings:
    """A guess for each share by each way, and by all of them together."""

    by: dict[str, dict[int, int]] = field(default_factory=dict[str, dict[int, int]])

    def hits(self, truth: dict[int, int]) -> dict[str, int]:
        """How many guesses of each way are right."""
        return {
            way: sum(truth[share] == who for share, who in guesses.items())
            for way, guesses in self.by.items()
        }


@dataclass(slots=True)
class _Files:
    rows: dict[str, list[dict[str, object]]]
    raw: bytes
    journal: bytes
    log: bytes
    keys: list[EpochKey]


def bound(shares: int) -> int:
    """As many hits as guessing among the people of an hour stays below in 99 of 100 tries."""
    chance, below = 1 / ACTIVE, 0.0
    for hits in range(shares + 1):
        below += comb(shares, hits) * chance**hits * (1 - chance) ** (shares - hits)
        if below >= 0.99:
            return hits
    return shares


def attack(
    loot: Loot,
    hearth_key: bytes | None,
    database: str = "hearth.db",
    *,
    epoch_keys: bool = False,
) -> Findings:
    """Everything that can be tried.

    Args:
        loot: what was taken.
        hearth_key: today's key of the database, where that was taken too.
        database: which file: the present one, one copied as it lay there, or a sealed backup.
        epoch_keys: whether the folder of epoch keys was taken too.
    """
    keyring = None if hearth_key is None else Keyring([hearth_key])
    files = _read(loot.folder, database, keyring)
    if not epoch_keys:
        files.keys.clear()
    known = _Known(loot, files, keyring)
    found = Findings()
    found.by["ids and tags"] = dict(known.by_brute_force())
    found.by["ids beside a share"] = dict(known.by_neighbourhood())
    found.by["numbers beside a share"] = dict(known.by_bytes(files.raw, known.numbers(files.raw)))
    marks = known.numbers(files.journal) + known.marks(files.journal)
    found.by["by_journal"] = dict(known.by_bytes(files.journal, sorted(marks)))
    for way in (known.by_time, known.by_row, known.by_outbox, known.by_alias):
        found.by[way.__name__] = {seen.share: way(seen) for seen in loot.history}
    found.by["all together"] = {seen.share: _together(found, seen.share) for seen in loot.history}
    return found


def _together(found: Findings, share: int) -> int:
    for sure in ("ids and tags", "ids beside a share"):
        if share in found.by[sure]:
            return found.by[sure][share]
    guesses = [guesses[share] for guesses in found.by.values() if share in guesses]
    return Counter(guesses).most_common(1)[0][0]


def _read(folder: Path, database: str, keyring: Keyring | None) -> _Files:
    paths = [folder / database, folder / f"{database}-wal"]
    pieces = [path.read_bytes() if path.exists() else b"" for path in paths]
    copy = folder / "thief.db"
    files = sorted(folder.glob("epochs/*.key"))
    keys = [key for path in files if (key := read_key(path.read_bytes())) is not None]
    log = (folder / "hearth.log").read_bytes()
    if database.endswith(".backup"):
        if keyring is None:
            return _Files(defaultdict(list), pieces[0], b"", log, keys)
        unpack(paths[0], keyring, copy)
        pieces[0] = copy.read_bytes()
    else:
        for path, piece in zip(paths, pieces, strict=True):
            copy.with_name(path.name.replace(database, copy.name)).write_bytes(piece)
    rows = _rows(copy)
    for path in folder.glob("thief.db*"):
        path.unlink()
    return _Files(rows, b"".join(pieces), pieces[1], log, keys)


def _rows(copy: Path) -> dict[str, list[dict[str, object]]]:
    with sqlite3.connect(copy) as connection:
        connection.row_factory = sqlite3.Row
        listed = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        names = [row[0] for row in listed]
        rows = {
            name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')]  # noqa: S608 - names of tables
            for name in names
        }
    connection.close()
    return rows


def _row_number(number: int) -> bytes:
    """A row's number as SQLite writes it: seven bits a byte, and eight in the ninth."""
    if number >= 1 << 56:
        head, last = number >> 8, bytes((number & 0xFF,))
        return bytes((head >> 7 * place) & 0x7F | 0x80 for place in range(7, -1, -1)) + last
    places = range((max(number.bit_length(), 1) - 1) // 7, -1, -1)
    return bytes((number >> 7 * place) & 0x7F | (0x80 if place else 0) for place in places)


def _salted(members: Iterable[int], salt: bytes) -> Iterator[tuple[bytes, int]]:
    for member in members:
        for form in _forms(member):
            yield hashlib.sha256(salt + form).digest()[:16], member
            yield hmac.digest(salt, form, "sha256")[:16], member


def _forms(member: int) -> tuple[bytes, ...]:
    return member.to_bytes(8, "big"), member.to_bytes(8, "little"), str(member).encode()


@lru_cache(maxsize=2)
def _open_meanings(members: tuple[int, ...]) -> dict[bytes, int]:
    """What needs no key: ids in the open, and hashes over what everybody knows."""
    known = {form: member for member in members for form in _forms(member)}
    for salt in (b"", b"person\0", str(HERE).encode(), HERE.to_bytes(8, "big")):
        known |= dict(_salted(members, salt))
    return known


class _Known:
    """What the thief can work out of the files before guessing."""

    def __init__(self, loot: Loot, files: _Files, keyring: Keyring | None) -> None:
        self.loot, self.files, self.keyring = loot, files, keyring
        self.shares = [row for row in files.rows["share"] if row["edits"] is None]
        self.meanings = self._meanings()
        self.order = {row["id"]: place for place, row in enumerate(self.shares)}
        self.doings = sorted(self._doings())

    def _meanings(self) -> dict[bytes, int]:
        """Every value that can be made from a member's id with what is known: whose it is."""
        known, members = dict(_open_meanings(tuple(self.loot.members))), self.loot.members
        for row in self.files.rows["community"] if self.keyring is not None else ():
            salt = bytes.fromhex(self._opened("community.tag_key", row["tag_key"]))
            known |= dict(_salted(members, salt))
            known |= {person_tag(salt, UserId(member)): member for member in members}
        for key in self.files.keys:
            known |= {key.tag(GuildId(HERE), UserId(member)): member for member in members}
        return known

    def _opened(self, purpose: str, value: object) -> str:
        if self.keyring is None or not isinstance(value, bytes):
            return ""
        try:
            return self.keyring.open(purpose, value).decode().strip('"')
        except Unopenable:
            return ""

    def by_brute_force(self) -> Iterator[tuple[int, int]]:
        """A value in the row of a share, or sealed in it, that only one member explains."""
        for row in self.shares:
            for column, value in row.items():
                pieces = [value] if isinstance(value, bytes) else []
                pieces += NUMBER.findall(self._opened(f"share.{column}", value).encode())
                for piece in pieces:
                    who = self.meanings.get(bytes(piece[:16])) or self.meanings.get(bytes(piece))
                    if who is not None:
                        yield int(str(row["id"])), who

    def by_neighbourhood(self) -> Iterator[tuple[int, int]]:
        """A line of the log, or a row of any table, that names a share and a member."""
        shares, members = set(self.loot.truth), set(self.loot.members)
        places = self.files.log.splitlines()
        for table, rows in self.files.rows.items():
            for row in rows:
                plain = [str(value) for value in row.values() if not isinstance(value, bytes)]
                opened = [self._opened(f"{table}.{name}", value) for name, value in row.items()]
                blobs = [value for value in row.values() if isinstance(value, bytes)]
                whose = [str(self.meanings.get(value[:16], "")) for value in blobs]
                places.append(" ".join((*plain, *opened, *whose)).encode())
        for place in places:
            numbers = {int(each) for each in NUMBER.findall(place)}
            for share in numbers & shares:
                for who in numbers & members:
                    yield share, who

    def numbers(self, whole: bytes) -> list[tuple[int, int]]:
        """Where members' ids stand in the open, in a row or in none."""
        found = ((each.start(), self.meanings.get(each[0])) for each in NUMBER.finditer(whole))
        return [(at, who) for at, who in found if who is not None]

    def marks(self, whole: bytes) -> list[tuple[int, int]]:
        """Where anything stands that only one member explains."""
        known = self.meanings.get
        found = (
            (at, known(whole[at : at + 16]) or known(whole[at : at + 8]))
            for at in range(len(whole) - 15)
        )
        return [(at, who) for at, who in found if who is not None]

    def by_bytes(self, whole: bytes, marks: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Whoever's mark stands nearest to a share's number; in the journal: was written next."""
        for seen in self.loot.history:
            at = whole.find(_row_number(seen.share))
            if at >= 0 and marks:
                place = bisect.bisect(marks, (at, 0))
                beside = marks[max(place - 1, 0) : place + 1]
                yield seen.share, min(beside, key=lambda each: abs(each[0] - at))[1]

    def _doings(self) -> Iterator[tuple[datetime, int, int]]:
        """What members did under their own tag: when, the number of the row, who."""
        columns = {"signpost": "offered_at", "case_file": "opened_at", "audit": "at"}
        for table, column in columns.items():
            for row in self.files.rows[table]:
                tag = row.get("tag")
                who = self.meanings.get(tag) if isinstance(tag, bytes) else None
                if who is not None:
                    at = datetime.fromisoformat(str(row[column])).replace(tzinfo=UTC)
                    yield at, int(str(row["id"])), who

    def _active(self, seen: Seen) -> list[int]:
        began = max(hour for hour in self.loot.active if hour <= seen.at)
        return sorted(self.loot.active[began])

    def _fallback(self, seen: Seen) -> int:
        active = self._active(seen)
        return active[seen.share % len(active)]

    def by_time(self, seen: Seen) -> int:
        """Whoever did something else nearest to the moment at which *Post* was likely pressed."""
        pressed = seen.at - USUAL_DELAY
        near = [each for each in self.doings if abs(each[0] - pressed) < HOUR]
        if not near:
            return self._fallback(seen)
        return min(near, key=lambda each: abs(each[0] - pressed))[2]

    def by_row(self, seen: Seen) -> int:
        """The n-th share of its hour in the file is of the n-th who did something in it."""
        began = max(hour for hour in self.loot.active if hour <= seen.at)
        beside = [each for each in self.loot.history if began <= each.at < began + HOUR]
        ranked = sorted(beside, key=lambda each: self.order.get(each.share, 0))
        doers = [who for at, _, who in self.doings if began <= at < began + HOUR]
        place = ranked.index(seen)
        return doers[place * len(doers) // len(ranked)] if doers else self._fallback(seen)

    def by_outbox(self, seen: Seen) -> int:
        """Whoever did something in the minutes before the order of the post was written."""
        key = f"sharing:post:{seen.share}:"
        rows = (row for row in self.files.rows["outbox"] if str(row["key"]).startswith(key))
        row = next(rows, None)
        if row is None:
            return self._fallback(seen)
        due = datetime.fromisoformat(str(row["due"])).replace(tzinfo=UTC)
        before = [who for at, _, who in self.doings if due - 2 * USUAL_DELAY < at <= due]
        return before[-1] if before else self._fallback(seen)

    def by_alias(self, seen: Seen) -> int:
        """A name of the thread that would follow from the member's id."""
        active = self._active(seen)
        mixed = int.from_bytes(hashlib.sha256(seen.alias.encode()).digest()[:8], "big")
        return active[mixed % len(active)]
