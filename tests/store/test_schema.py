"""Start-up brings any file to this program's tables, or says why it cannot and changes nothing."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.errors import StartRefused
from bot.keyring import Keyring, WrongKey
from bot.storage.base import Base
from bot.storage.database import Database
from bot.storage.schema import (
    NewerDatabase,
    UnreadableDatabase,
    alembic_settings,
    newest_revision,
    prepare,
)
from bot.storage.types import Sealed, UtcDateTime
from tests.store.conftest import KEY, address

Open = Callable[..., Database]


async def start(path: Path, key: bytes = KEY) -> bool:
    """What the process does first, in a process of its own."""
    keyring = Keyring([key])
    database = Database(address(path), keyring)
    try:
        return await prepare(database, keyring)
    finally:
        await database.close()


def files(path: Path) -> dict[str, bytes]:
    """The database and whatever lies beside it, byte by byte."""
    return {each.name: each.read_bytes() for each in path.parent.iterdir()}


async def refusal(path: Path, key: bytes = KEY) -> StartRefused:
    """Why the start is refused; the file has not a byte changed."""
    before = files(path)
    with pytest.raises(StartRefused) as caught:
        await start(path, key)
    assert files(path) == before
    return caught.value


def tables(path: Path) -> set[str]:
    with sqlite3.connect(path) as connection:
        found = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    connection.close()
    return found


def write(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()


async def test_a_new_file_gets_every_table_and_says_that_it_was_new(tmp_path: Path) -> None:
    path = tmp_path / "hearth.db"
    assert await start(path) is True
    assert set(Base.metadata.tables) <= tables(path)


async def test_starting_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "hearth.db"
    await start(path)
    first = files(path)
    assert await start(path) is False
    assert files(path) == first


async def test_an_older_key_of_the_ring_still_opens_the_database(database_file: Path) -> None:
    keyring = Keyring([b"n" * len(KEY), KEY])
    database = Database(address(database_file), keyring)
    assert await prepare(database, keyring) is False
    await database.close()


async def test_a_wrong_key_is_refused_and_changes_no_byte(database_file: Path) -> None:
    assert isinstance(await refusal(database_file, b"x" * len(KEY)), WrongKey)
    assert await start(database_file) is False


async def test_a_wrong_key_is_noticed_before_any_migration(database_file: Path) -> None:
    write(database_file, "UPDATE alembic_version SET version_num = '0000'")
    assert isinstance(await refusal(database_file, b"x" * len(KEY)), WrongKey)


async def test_a_database_without_its_check_value_counts_as_a_wrong_key(
    database_file: Path,
) -> None:
    write(database_file, "DELETE FROM vault")
    assert isinstance(await refusal(database_file), WrongKey)


async def test_a_newer_database_is_refused_and_changes_no_byte(database_file: Path) -> None:
    write(database_file, "UPDATE alembic_version SET version_num = '9999'")
    problem = await refusal(database_file)
    assert isinstance(problem, NewerDatabase)
    assert "9999" in str(problem)
    assert newest_revision() in str(problem)


@pytest.mark.parametrize("garbage", [b"garbage " * 2000, b"SQLite format 3\0" + b"\xff" * 9000])
async def test_a_file_that_is_no_database_is_refused_and_changes_no_byte(
    tmp_path: Path, garbage: bytes
) -> None:
    path = tmp_path / "hearth.db"
    path.write_bytes(garbage)
    assert isinstance(await refusal(path), UnreadableDatabase)


async def test_a_folder_that_is_not_there_is_refused_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "hearth.db"
    with pytest.raises(UnreadableDatabase):
        await start(path)
    assert not path.parent.exists()


@pytest.mark.parametrize("place", ["file/hearth.db", "folder"])
async def test_a_place_where_no_file_can_be_made_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnreadableDatabase):
        await start(tmp_path / place)


async def test_a_file_that_may_only_be_read_is_refused(database_file: Path) -> None:
    # By its address, for the mode of a file means nothing to the superuser.
    with pytest.raises(UnreadableDatabase):
        await start(Path(f"file:{database_file}?mode=ro&uri=true"))


async def test_a_migration_that_breaks_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "hearth.db"
    last = sorted(Base.metadata.tables)[-1]
    write(path, f"CREATE TABLE {last} (something_else)")
    with pytest.raises(UnreadableDatabase):
        await start(path)
    assert tables(path) == {last}


async def test_migrations_end_at_the_declared_tables(database: Database) -> None:
    async with database.write() as tx:
        assert await tx.run_sync(_differences) == []


async def test_a_column_that_no_migration_makes_is_noticed(database: Database) -> None:
    async with database.write() as tx:
        await tx.execute(text("ALTER TABLE moment ADD COLUMN surplus INTEGER"))
        assert await tx.run_sync(_differences) != []
        await tx.execute(text("ALTER TABLE moment DROP COLUMN surplus"))
        await tx.execute(text("ALTER TABLE moment DROP COLUMN at"))
        await tx.execute(text("ALTER TABLE moment ADD COLUMN at TEXT NOT NULL DEFAULT ''"))
        assert await tx.run_sync(_differences) != []


def _differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": _types_differ})
    return compare_metadata(context, Base.metadata)


def _types_differ(
    _context: object, _found: object, _declared: object, found: Any, declared: Any
) -> bool:
    """As the migrations write them: moments and sealed values in their plain form."""
    plain: Any = declared
    if isinstance(declared, UtcDateTime):
        plain = sa.DateTime()
    elif isinstance(declared, Sealed):
        plain = sa.LargeBinary()
    plain = plain.dialect_impl(sa.create_engine("sqlite://").dialect)
    return _family(plain) is not _family(found)


def _family(kind: Any) -> type:
    families = (sa.Integer, sa.String, sa.Date, sa.DateTime, sa.LargeBinary, sa.Boolean, sa.Float)
    return next(family for family in families if isinstance(kind, family))


def test_there_is_one_head_and_its_number_is_known_without_alembic() -> None:
    scripts = ScriptDirectory.from_config(alembic_settings())
    assert scripts.get_heads() == [newest_revision()]
    numbers = [script.revision for script in scripts.walk_revisions()]
    assert numbers == sorted(numbers, reverse=True)
