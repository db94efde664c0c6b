"""A database of any older program is brought up to date, and loses nothing on the way.

One walk through every revision: at each, a row of its own goes into every table that is there, so
at the end every table holds a row of each program that ever wrote it, upgraded all the way.
"""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, MetaData, Table, create_engine, insert, inspect, select
from sqlalchemy.pool import NullPool

from bot.keyring import Keyring
from bot.storage.base import Base
from bot.storage.database import Database
from bot.storage.ledger import CHECK, NEWEST
from bot.storage.schema import alembic_settings, newest_revision, prepare
from bot.storage.types import Sealed, give_keyring
from tests.full import row_of, tables
from tests.store.conftest import KEY, address

# Columns in which a revision wrote what older rows could not know.
FILLED_IN = {("case_file", "waiting_since"), ("case_file", "called")}


def revisions() -> list[str]:
    """Every revision, the oldest first."""
    with create_engine("sqlite://").begin() as connection:
        scripts = ScriptDirectory.from_config(alembic_settings(connection))
    return [each.revision for each in scripts.walk_revisions()][::-1]


def as_it_was(connection: Connection) -> list[Table]:
    """The tables of this moment, with the columns of then, typed as they are now; parents first."""
    there, then = inspect(connection), MetaData()
    tables()
    for now in Base.metadata.sorted_tables:
        if there.has_table(now.name) and now.name != "vault":
            names = {each["name"] for each in there.get_columns(now.name)}
            kept = [each.copy() for each in now.columns if each.name in names]
            assert {each.name for each in kept} == names, f"{now.name} lost a column"
            Table(now.name, then, *kept)
    return [
        then.tables[each.name] for each in Base.metadata.sorted_tables if each.name in then.tables
    ]


def written(connection: Connection, number: int) -> dict[str, dict[str, Any]]:
    """A row in every table, whose keys and sealed words are of this number; answers them."""
    made = {each.name: row_of(each, number) for each in as_it_was(connection)}
    for table in as_it_was(connection):
        connection.execute(insert(table), [made[table.name]])
    return made


def engine_of(file: Path, keyring: Keyring) -> Engine:
    engine = create_engine(f"sqlite:///{file}", poolclass=NullPool)
    give_keyring(engine.dialect, keyring)
    return engine


async def test_a_row_of_every_revision_in_every_table_is_whole_at_the_end(tmp_path: Path) -> None:
    keyring, file = Keyring([KEY]), tmp_path / "hearth.db"
    history: list[dict[str, dict[str, Any]]] = []
    engine = engine_of(file, keyring)
    for number, revision in enumerate(revisions(), start=1):
        with engine.begin() as connection:
            connection.exec_driver_sql("PRAGMA foreign_keys=ON")
            command.upgrade(alembic_settings(connection), revision)
            history.append(written(connection, number))
    with engine.begin() as connection:
        for name in (CHECK, NEWEST):
            sealed = keyring.seal(name, b"hearth")
            connection.exec_driver_sql("INSERT INTO vault VALUES (?, ?)", (name, sealed))
    database = Database(address(file), keyring)
    await prepare(database, keyring)
    async with database.read() as tx:
        for table in tables():
            found = [dict(row) for row in (await tx.execute(select(table))).mappings()]
            assert_whole(table, found, [then[table.name] for then in history if table.name in then])
    await database.close()
    assert len(history[-1]) == len(tables())
    assert newest_revision() == revisions()[-1]


def assert_whole(table: Table, found: list[dict[str, Any]], wrote: list[dict[str, Any]]) -> None:
    """Every row that was ever written stands there: each value of then, each sealed one opened."""
    key = [each.name for each in table.primary_key.columns]
    rows = {tuple(row[name] for name in key): row for row in found}
    assert len(rows) == len(wrote), table.name
    for then in wrote:
        now = rows[tuple(then[name] for name in key)]
        for name, value in then.items():
            assert now[name] == value, (table.name, name)
        for name in now.keys() - then.keys():
            column = table.c[name]
            assert now[name] is None or not isinstance(column.type, Sealed)
            assert column.nullable or now[name] is not None, (table.name, name)
