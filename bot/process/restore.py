"""`hearth restore`: a backup becomes the database where there is none, and what that means."""

import asyncio
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar

from bot.clock import Clock
from bot.config import Config
from bot.errors import StartRefused
from bot.keyring import Keyring, Unopenable
from bot.process.keys import keyring_there
from bot.storage.backups import head_of, unpack
from bot.storage.database import Database, ensure_folder
from bot.storage.inspection import Sick, ask_if_whole
from bot.storage.restored import Inherited, begin_anew
from bot.storage.schema import newest_revision, prepare
from bot.storage.sealed_file import Damaged, Foreign
from bot.storage.workroom import RoomTaken, name_for_good, workroom


class NotRestored(StartRefused):
    """Nothing was restored, and nothing was changed."""

    exit_code: ClassVar[int] = 11

    def __init__(self, why: str) -> None:
        super().__init__(f"Nothing was restored, and nothing was changed: {why}")


class OtherKey(StartRefused):
    """The backup was sealed under another key."""

    exit_code: ClassVar[int] = 5

    def __init__(self) -> None:
        super().__init__(
            "The key does not open this backup. Nothing was changed. Put the key of that time into "
            "HEARTH_KEY (or HEARTH_HOME/key), beside the present one if there is one, and say it "
            "again."
        )


class NewerBackup(StartRefused):
    """A newer program made the backup."""

    exit_code: ClassVar[int] = 8

    def __init__(self, found: str) -> None:
        super().__init__(
            f"The backup is newer than this program (schema {found}, known up to "
            f"{newest_revision()}). Install the newer version of Hearth. Nothing was changed."
        )


@dataclass(frozen=True, slots=True)
class Account:
    """What was restored."""

    made_at: datetime
    revision: str
    inherited: Inherited


def restore(config: Config, backup: Path, clock: Clock) -> int:
    """Put a backup in the place of a database that is not there, and tell what to check.

    Raises:
        NotRestored, OtherKey, NewerBackup, WrongKey: one sentence that says why not.
    """
    database = config.database_file
    if database is None:
        raise NotRestored("DATABASE_URL names no file.")
    _refuse_to_overwrite(database)
    if not backup.is_file():
        raise NotRestored(f"there is no file {backup}.")
    keyring, now = keyring_there(config), clock.now()
    try:
        account = _restore(database, backup, keyring, now)
    except FileExistsError:
        _refuse_to_overwrite(database)
        raise NotRestored(f"{database} appeared meanwhile.") from None
    except OSError as problem:
        why = f"{problem.filename or database} cannot be used ({problem.strerror})."
        raise NotRestored(why) from None
    for line in _told(database, backup, account, now):
        print(line)  # noqa: T201 - the answer of the command
    return 0


def _refuse_to_overwrite(database: Path) -> None:
    for ending in ("", "-wal", "-journal", "-shm"):
        path = database.with_name(database.name + ending)
        if path.exists():
            raise NotRestored(
                f"{path} is there, and a restore never writes over anything. Stop the bot, move "
                "that file to another place, and say it again."
            )


def _restore(database: Path, backup: Path, keyring: Keyring, now: datetime) -> Account:
    try:
        says = head_of(backup, keyring).says
        if says["revision"] > newest_revision():
            raise NewerBackup(says["revision"])
        ensure_folder(database.parent)
        with workroom(database.parent) as room:
            plain = room / "plain"
            unpack(backup, keyring, plain)
            ask_if_whole(plain)
            inherited = asyncio.run(_bring_up_to_date(plain, keyring, now))
            name_for_good(plain, database)
    except Foreign:
        raise NotRestored(f"{backup} is not a backup that Hearth made.") from None
    except Unopenable:
        raise OtherKey from None
    except (Damaged, Sick, sqlite3.Error):
        raise NotRestored(f"{backup} is damaged: it was cut or changed. Take another.") from None
    except RoomTaken:
        raise NotRestored("a backup or a restore is going on at this moment.") from None
    return Account(datetime.fromisoformat(says["made_at"]), says["revision"], inherited)


async def _bring_up_to_date(plain: Path, keyring: Keyring, now: datetime) -> Inherited:
    database = Database(f"sqlite+aiosqlite:///{plain}", keyring)
    try:
        await prepare(database, keyring)
        async with database.write() as tx:
            return await begin_anew(tx, now)
    finally:
        await database.close()


def _told(database: Path, backup: Path, account: Account, now: datetime) -> Iterator[str]:
    then, brought = account.made_at, account.inherited
    hours = max(timedelta(0), now - then) // timedelta(hours=1)
    yield f"{database} is restored from {backup.name},"
    yield f"which was made {then:%Y-%m-%d %H:%M} UTC, {hours} hours ago."
    if account.revision != newest_revision():
        yield f"Its schema {account.revision} was brought to {newest_revision()}."
    if brought.over:
        kinds = ", ".join(f"{kind} {count}" for kind, count in brought.over.items())
        count = sum(brought.over.values())
        yield f"Posts that were due before now and will not be posted, {count} in all: {kinds}."
    yield f"Posts that are due later and stay planned: {brought.later}."
    yield "What to check:"
    yield "  `python -m bot doctor`, then start the bot, then `/setup doctor` in Discord."
    yield f"  Cases that were open then: {brought.cases}. Nobody is called to them again; staff"
    yield "  find them in `/cases list`."
    yield f"  What was said, set or decided after {then:%Y-%m-%d %H:%M} UTC is not in it."
    yield "  Whoever erased something after that stands in it again. Tell your members, so that"
    yield "  they can erase it once more."
