"""Brings the database to this program's schema, or says why it cannot.

Revisions are numbered files, so the newest is known without loading Alembic, which costs more
time and memory than everything else here; it is loaded only when there is something to do.
"""

import sqlite3
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy import Connection, delete, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import StartRefused
from bot.keyring import Keyring, Unopenable, WrongKey
from bot.storage.database import Database, StorageDown
from bot.storage.ledger import CHECK, NEWEST, VaultRow

MIGRATIONS = Path(__file__).parent / "migrations"


class UnreadableDatabase(StartRefused):
    """The file is not a database, or this account may not read and write it."""

    exit_code: ClassVar[int] = 6

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The database cannot be used ({why}). Check DATABASE_URL, the file's owner and the "
            "free space, or restore a backup. Nothing was changed."
        )


class NewerDatabase(StartRefused):
    """A newer program made this database."""

    exit_code: ClassVar[int] = 8

    def __init__(self, found: str, known: str) -> None:
        super().__init__(
            f"The database is newer than this program (schema {found}, known up to {known}). "
            "Install the newer version of Hearth. Nothing was changed."
        )


def newest_revision() -> str:
    """The number of the last migration that this program brings."""
    return max(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


async def prepare(database: Database, keyring: Keyring) -> bool:
    """Check the key, bring the schema up to date; answers whether the database was new.

    Raises:
        UnreadableDatabase: it cannot be opened or written.
        NewerDatabase: a newer program made it.
        WrongKey: it was sealed under another key.
    """
    try:
        async with database.write() as tx:
            found = await tx.run_sync(_revision)
            await _check_key(tx, keyring, found)
            if found is not None and found > newest_revision():
                raise NewerDatabase(found, newest_revision())
            if found != newest_revision():
                await tx.run_sync(_upgrade)
            # SQLite opens a file that may only be read without a word, and reads on.
            await tx.execute(delete(VaultRow).where(VaultRow.name.is_(None)))
            await _note_keys(tx, keyring)
    except (StorageDown, DBAPIError, sqlite3.Error, OSError) as problem:
        raise UnreadableDatabase(str(problem) or type(problem).__name__) from None
    return found is None


async def _check_key(tx: AsyncConnection, keyring: Keyring, found: str | None) -> None:
    if found is None:
        return
    rows = await tx.execute(text("SELECT name, sealed FROM vault"))
    sealed = {row.name: row.sealed for row in rows}
    if CHECK not in sealed:
        raise WrongKey
    try:
        for name, value in sealed.items():
            keyring.open(name, value)
    except Unopenable:
        raise WrongKey from None


async def _note_keys(tx: AsyncConnection, keyring: Keyring) -> None:
    """The check values, where there are none; and the newest key, where it is a newer one."""
    rows = await tx.execute(select(VaultRow.name, VaultRow.sealed))
    known = {row.name: row.sealed for row in rows}
    if CHECK not in known:
        sealed = keyring.seal(CHECK, b"hearth")
        await tx.execute(insert(VaultRow).values(name=CHECK, sealed=sealed))
    if not known.get(NEWEST, b"").startswith(keyring.newest):
        await tx.execute(delete(VaultRow).where(VaultRow.name == NEWEST))
        sealed = keyring.seal(NEWEST, b"hearth")
        await tx.execute(insert(VaultRow).values(name=NEWEST, sealed=sealed))


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - loaded only when there is something to migrate

    command.upgrade(alembic_settings(connection), "head")


def alembic_settings(connection: Connection | None = None) -> Any:
    """Alembic's configuration, bound to a connection that is already open."""
    from alembic.config import Config  # noqa: PLC0415 - as above

    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    settings.attributes["connection"] = connection
    return settings
