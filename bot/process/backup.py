"""`hearth backup`: a sealed, proven copy of the database, also while the bot runs."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import Clock
from bot.config import Config
from bot.errors import StartRefused
from bot.keyring import Unopenable
from bot.process.keys import keyring_there
from bot.storage.backups import KEPT, NoBackup, end_old, found_in, head_of, make
from bot.storage.inspection import reading
from bot.storage.sealed_file import Damaged, Foreign

# A day and a night's grace: one missed night is told, before the last good copy ends.
STALE = timedelta(hours=36)


def backups_of(config: Config) -> Path:
    """Where the running bot keeps its copies."""
    return config.home / "backups"


def backup(config: Config, to: Path | None, clock: Clock) -> int:
    """Make one and say where it is.

    Raises:
        NoBackup, WrongKey: one sentence that says why not.
    """
    database = config.database_file
    if database is None or not database.is_file():
        raise NoBackup(f"there is no database at {database}.")
    folder = to or backups_of(config)
    if folder.resolve().is_relative_to(config.epochs.resolve()):
        raise NoBackup(f"{folder} is for keys that are never copied; name another folder.")
    now = clock.now()
    made = make(database, keyring_there(config), folder, now)
    print(f"{made.path} is made, sealed under the newest key, and was opened again.")  # noqa: T201 - the answer
    print("It does not open without the key: keep a copy of the key in another place.")  # noqa: T201 - as above
    ended = _end_old(folder, now)
    if ended:
        print(f"{ended} older than {KEPT.days} days went: they held what was erased since.")  # noqa: T201 - as above
    return 0


def _end_old(folder: Path, now: datetime) -> int:
    try:
        return end_old(folder, now)
    except OSError as problem:
        raise StartRefused(
            f"The backup is made, but one older than {KEPT.days} days could not be removed "
            f"({problem.strerror}). Remove it by hand: it holds what was erased since."
        ) from None


def told_by_doctor(config: Config, now: datetime) -> str:
    """How old the newest backup is.

    Raises:
        StartRefused: there is none of a bot that has been at work, or it is old, or it would not
            open.
    """
    folder = backups_of(config)
    try:
        found = found_in(folder)
    except OSError as problem:
        raise StartRefused(f"{folder} cannot be read ({problem.strerror})") from None
    if not found:
        if _at_work(config.database_file):
            raise StartRefused(f"none in {folder}; `python -m bot backup` makes one")
        return "none yet; the running bot makes one a day"
    age = now - found[0].made_at
    if age > STALE:
        raise StartRefused(
            f"the newest in {folder} is {age.days} days old; the log of the bot says why"
        )
    try:
        head_of(found[0].path, keyring_there(config))
    except (Unopenable, Damaged, Foreign):
        raise StartRefused(f"{found[0].path} does not open with the key") from None
    except OSError as problem:
        raise StartRefused(f"{found[0].path} cannot be read ({problem.strerror})") from None
    hours = max(0, int(age.total_seconds()) // 3600)
    return f"{len(found)}, the newest {hours} hours old, opens with the key"


def _at_work(database: Path | None) -> bool:
    """Whether a bot has listened over this database for longer than one night."""
    if database is None or not database.is_file():
        return False
    try:
        with closing(reading(database)) as opened:
            met = "SELECT 1 FROM community, moment WHERE name = 'alive'"
            long = " AND julianday(at) - julianday(met_at) > 1.5"
            return opened.execute(met + long).fetchone() is not None
    except sqlite3.Error:
        return False  # the doctor's look at the database says what is the matter
