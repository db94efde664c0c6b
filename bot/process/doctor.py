"""`hearth doctor`: checks what can be checked without Discord; changes nothing."""

import os
import sqlite3
from collections.abc import Callable, Iterator

from bot.app import Words
from bot.clock import SystemClock
from bot.config import Config
from bot.epochs.files import KeysUnusable
from bot.epochs.keeper import EpochKeys
from bot.errors import StartRefused
from bot.keyring import Unopenable
from bot.process.backup import told_by_doctor
from bot.process.keys import keyring_for
from bot.storage.inspection import Sick, Unfinished, ask_if_whole, opens
from bot.storage.schema import newest_revision


def examine(config: Config) -> int:
    """Print a line per finding; answers 0 where all is well, else 1."""
    failed = False
    for name, check in _checks(config):
        try:
            said = check()
            mark = "ok  "
        except StartRefused as problem:
            said, mark, failed = str(problem), "FAIL", True
        print(f"{mark} {name}: {said}")  # noqa: T201 - the answer of the command
    return int(failed)


def _checks(config: Config) -> Iterator[tuple[str, Callable[[], str]]]:
    yield "settings", lambda: "live" if config.token else "no DISCORD_TOKEN: a rehearsal"
    yield "content", _content
    yield "key", lambda: _key(config)
    yield "database", lambda: _database(config)
    yield "epochs", lambda: _epochs(config)
    yield "backups", lambda: told_by_doctor(config, SystemClock().now())


def _content() -> str:
    words = Words.load()
    countries = len(words.content.helplines.country_)
    return f"{countries} countries, languages: {', '.join(words.texts.locales)}"


def _key(config: Config) -> str:
    if config.keys:
        return f"{len(config.keys)} from HEARTH_KEY"
    path = config.home / "key"
    if not path.exists():
        return "none yet; the first start makes one"
    if path.stat().st_mode & 0o077:
        raise StartRefused(f"others on this machine can read {path}: chmod 600 {path}")
    return f"from {path}; keep a copy apart from the database"


def _database(config: Config) -> str:
    file = config.database_file
    if file is None or not file.exists():
        return "none yet; the first start makes one"
    try:
        ask_if_whole(file)
        found = opens(file, keyring_for(config))
    except sqlite3.Error as problem:
        raise StartRefused(f"{file} cannot be read ({problem})") from None
    except Sick as verdict:
        raise StartRefused(f"{file} is damaged ({verdict}); restore a backup") from None
    except Unfinished:
        raise StartRefused(
            f"{file} was begun and never finished; the next start finishes it"
        ) from None
    except Unopenable:
        raise StartRefused("the key does not open the database") from None
    return f"schema {found} of {newest_revision()}, opens with the key"


def _epochs(config: Config) -> str:
    file = config.database_file
    if file is None or not file.parent.exists() or not config.epochs.exists():
        return "no epoch keys yet"
    try:
        found = EpochKeys(config.epochs).examine(SystemClock().now())
    except KeysUnusable as problem:
        raise StartRefused(f"{config.epochs}: {problem.why}") from None
    if found.overdue:
        raise StartRefused(
            f"{found.overdue} in {config.epochs} past their day; the start destroys them"
        )
    if found.behind:
        raise StartRefused(f"this clock is behind what {config.epochs} has seen; set it right")
    if found.others_can_read:
        raise StartRefused(f"others on this machine can see {config.epochs}: chmod 700 it")
    same = os.stat(file.parent).st_dev == os.stat(config.epochs).st_dev  # noqa: PTH116 - devices are compared
    where = "on the database's volume; another one, outside snapshots, is better"
    return f"{found.living} alive, {where if same else 'apart'}"
