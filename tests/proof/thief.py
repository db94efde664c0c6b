"""The thief's program: guesses who wrote each share, in every way that the loot allows.

It knows the program's source. Ways that lead to one person (an id in the open, a tag that can be
made again, a line of the log) go before those that only make one likelier (times, order of rows,
names of the thread).
"""

import hashlib
import hmac
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import comb
from pathlib import Path

from bot.epochs.key import EpochKey, read_key
from bot.ids import GuildId, UserId
from bot.keyring import Keyring, Unopenable, person_tag
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
        database: which file: the present one, or a backup.
        epoch_keys: whether the folder of epoch keys was taken too.
    """
    files = _read(loot.folder, database)
    if not epoch_keys:
        files.keys.clear()
    known = _Known(loot, files, None if hearth_key is None else Keyring([hearth_key]))
    found = Findings()
    found.by["ids and tags"] = dict(known.by_brute_force())
    found.by["ids beside a share"] = dict(known.by_neighbourhood())
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


def _read(folder: Path, database: str) -> _Files:
    paths = [folder / database, folder / f"{database}-wal"]
    raw = b"".join(path.read_bytes() for path in paths if path.exists())
    copy = folder / "thief.db"
    for path in paths:
        if path.exists():
            copy.with_name(path.name.replace(database, copy.name)).write_bytes(path.read_bytes())
    with sqlite3.connect(copy) as connection:
        connection.row_factory = sqlite3.Row
        listed = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        names = [row[0] for row in listed]
        rows = {
            name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')]  # noqa: S608 - names of tables
            for name in names
        }
    connection.close()
    for path in folder.glob("thief.db*"):
        path.unlink()
    files = sorted(folder.glob("epochs/*.key"))
    keys = [key for path in files if (key := read_key(path.read_bytes())) is not None]
    return _Files(rows, raw, (folder / "hearth.log").read_bytes(), keys)


class _Known:
    """What the thief can work out of the files before guessing."""

    def __init__(self, loot: Loot, files: _Files, keyring: Keyring | None) -> None:
        self.loot, self.files, self.keyring = loot, files, keyring
        self.shares = [row for row in files.rows["share"] if row["edits"] is None]
        self.meanings = dict(self._meanings())
        self.order = {row["id"]: place for place, row in enumerate(self.shares)}
        self.doings = sorted(self._doings())

    def _meanings(self) -> Iterator[tuple[bytes, int]]:
        """Every value that can be made from a member's id with what is known: whose it is."""
        secrets_known = [b"", b"person\0", str(HERE).encode(), HERE.to_bytes(8, "big")]
        if self.keyring is not None:
            for row in self.files.rows["community"]:
                opened = self._opened("community.tag_key", row["tag_key"])
                secrets_known.append(bytes.fromhex(opened))
        for member in self.loot.members:
            plain = (member.to_bytes(8, "big"), member.to_bytes(8, "little"), str(member).encode())
            for form in plain:
                yield form, member
                for salt in secrets_known:
                    yield hashlib.sha256(salt + form).digest()[:16], member
                    yield hmac.digest(salt, form, "sha256")[:16], member
            for salt in secrets_known[4:]:
                yield person_tag(salt, UserId(member)), member
            for key in self.files.keys:
                yield key.tag(GuildId(HERE), UserId(member)), member

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
