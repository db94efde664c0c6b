"""Copies of the database: taken while the bot runs, sealed, and believed only after opening them.

A copy is one sealed file. It holds what the database held at one instant and nothing else: keys
that have to die lie outside the database, and so outside every copy.
"""

import re
import secrets
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from errno import EDQUOT, EFBIG, ENOSPC
from pathlib import Path
from typing import ClassVar

from bot.errors import StartRefused
from bot.keyring import Keyring, Unopenable, WrongKey
from bot.storage.database import ensure_folder
from bot.storage.inspection import Sick, Unfinished, ask_if_whole, opens, reading
from bot.storage.sealed_file import Damaged, Foreign, Head, open_head, open_stream, seal_stream
from bot.storage.workroom import RoomTaken, private, sync_folder, workroom

# Product 4.7: older backups end within 7 days.
KEPT = timedelta(days=7)
# What stays free beside a copy: a full disk would stop the bot that is being copied.
SPARE = 64 << 20  # bytes
_MAKING = ".making-hearth-"
_STALE = timedelta(hours=1)  # no copy takes so long: a killed process left it
_NAME = re.compile(r"hearth-(\d{8}T\d{6})Z\.backup")
_STAMP = "%Y%m%dT%H%M%S"
_FULL = (ENOSPC, EDQUOT, EFBIG)


class NoBackup(StartRefused):
    """No backup was made, and nothing of it was left behind."""

    exit_code: ClassVar[int] = 10

    def __init__(self, why: str) -> None:
        super().__init__(f"No backup was made: {why}")


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy, as its file's name tells."""

    path: Path
    made_at: datetime


def make(database: Path, keyring: Keyring, folder: Path, now: datetime) -> Backup:
    """Copy a database, seal the copy, open it again, and only then give it its name.

    The database may be in use: nobody waits, and the copy is of one instant.

    Raises:
        NoBackup: no database, no space, no right to write, or what was written does not open.
        WrongKey: the key does not open the database, so the copy would be of no use.
    """
    if not database.is_file():
        raise NoBackup(f"there is no database at {database}.")
    try:
        ensure_folder(folder)
        with workroom(database.parent) as room:
            says = {"made_at": now.isoformat(), "revision": opens(database, keyring)}
            _ask_for_space(database, room, folder)
            made = _copy(database, keyring, room, folder, says)
            path = folder / f"hearth-{now.astimezone(UTC).strftime(_STAMP)}Z.backup"
            made.replace(path)
            sync_folder(folder)
    except Unopenable:
        raise WrongKey from None
    except RoomTaken:
        raise NoBackup("another one is being made at this moment.") from None
    except Unfinished:
        raise NoBackup(f"{database} was begun and never finished; nothing is in it.") from None
    except (OSError, sqlite3.Error) as problem:
        raise NoBackup(_told(problem)) from None
    return Backup(path, now)


def _copy(
    database: Path, keyring: Keyring, room: Path, folder: Path, says: Mapping[str, str]
) -> Path:
    """A sealed copy that has been opened again; it lies in `folder` under no name yet."""
    plain, making = room / "plain", folder / f"{_MAKING}{secrets.token_hex(8)}"
    with closing(reading(database)) as opened:
        opened.execute("VACUUM INTO ?", (str(plain),))  # one instant, and no free pages
    try:
        with plain.open("rb") as source, private(making) as sink:
            seal_stream(keyring, says, source, sink)
        plain.unlink()
        _prove(making, keyring, room / "opened", says)
    except BaseException:
        making.unlink(missing_ok=True)
        raise
    return making


def _prove(made: Path, keyring: Keyring, opened: Path, says: Mapping[str, str]) -> None:
    try:
        told = unpack(made, keyring, opened)
        ask_if_whole(opened)
        good = told == says and opens(opened, keyring) == says["revision"]
    except (Foreign, Damaged, Unopenable, Unfinished, Sick):
        good = False
    if not good:
        raise NoBackup("what was written does not open again. Is the disk sound?")


def unpack(path: Path, keyring: Keyring, plain: Path) -> Mapping[str, str]:
    """Open a copy into a new plain file; answers what the copy says of itself.

    Raises:
        Foreign: the file is no copy.
        Unopenable: it was sealed under another key.
        Damaged: it was cut or changed.
        OSError: one of the two cannot be read or written.
    """
    with path.open("rb") as source:
        head = open_head(keyring, source)
        with private(plain) as sink:
            open_stream(head, source, sink)
    return head.says


def head_of(path: Path, keyring: Keyring) -> Head:
    """What a copy says of itself; only its beginning is read.

    Raises:
        Foreign, Unopenable, Damaged, OSError: as `unpack` says.
    """
    with path.open("rb") as source:
        return open_head(keyring, source)


def found_in(folder: Path) -> list[Backup]:
    """The copies in a folder, newest first; every other file is none.

    Raises:
        OSError: the folder cannot be read.
    """
    found: list[Backup] = []
    for path in folder.iterdir() if folder.is_dir() else ():
        named = _NAME.fullmatch(path.name)
        with suppress(ValueError):  # digits that are no date
            if named is not None and path.is_file():
                made_at = datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(path, made_at))
    return sorted(found, key=lambda each: each.made_at, reverse=True)


def end_old(folder: Path, now: datetime) -> int:
    """Remove copies whose time is over, and what killed processes left; answers how many copies.

    They hold what people have erased since. A week is the promise, also where no newer copy could
    be made.

    Raises:
        OSError: one of them is still there.
    """
    over = [each.path for each in found_in(folder) if now - each.made_at >= KEPT]
    left = folder.glob(f"{_MAKING}*") if folder.is_dir() else ()
    stale = [each for each in left if now.timestamp() - each.stat().st_mtime > _STALE.seconds]
    for path in (*over, *stale):
        path.unlink(missing_ok=True)
    return len(over)


def _ask_for_space(database: Path, room: Path, folder: Path) -> None:
    wal = database.with_name(f"{database.name}-wal")
    size = database.stat().st_size + (wal.stat().st_size if wal.exists() else 0)
    # The plain copy and the sealed one beside each other, then the sealed one and its opening.
    for place, needed in ((room, 2 * size), (folder, size)):
        if shutil.disk_usage(place).free < needed + SPARE:
            mib = (needed + SPARE) // (1 << 20) + 1
            raise NoBackup(f"too little space at {place.absolute()}; {mib} MiB have to be free.")


def _told(problem: OSError | sqlite3.Error) -> str:
    full = isinstance(problem, OSError) and problem.errno in _FULL
    if full or "full" in str(problem):
        return "the disk is full. Make room and say it again."
    if isinstance(problem, OSError):
        return f"{problem.filename or 'a file'} cannot be used ({problem.strerror})."
    return f"SQLite says: {problem}. Is the disk full, or the database damaged?"
