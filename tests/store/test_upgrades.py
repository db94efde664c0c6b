"""A database of any older program is brought up to date, and loses nothing on the way.

One walk through every revision: at each, a row of its own goes into every table that is there, so
at the end every table holds a row of each program that ever wrote it, upgraded all the way.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import (
    Column,
    Connection,
    Engine,
    MetaData,
    Table,
    create_engine,
    insert,
    inspect,
    select,
)
from sqlalchemy.pool import NullPool

from bot.keyring import Keyring
from bot.storage.cases import CaseRow
from bot.storage.database import Database
from bot.storage.ledger import CHECK, NEWEST
from bot.storage.schema import alembic_settings, newest_revision, prepare
from bot.storage.types import Sealed, give_keyring
from tests.full import row_of, tables
from tests.store.conftest import KEY, address


def steps(connection: Connection) -> Iterator[str]:
    """Brings the database from nothing to the newest revision, and answers after each."""
    scripts = ScriptDirectory.from_config(alembic_settings(connection))
    context = MigrationContext.configure(connection)
    for each in [*scripts.walk_revisions()][::-1]:
        with Operations.context(context):
            each.module.upgrade()
        yield each.revision
    context.stamp(scripts, newest_revision())


def as_it_was(connection: Connection) -> list[Table]:
    """The tables of this moment, with the columns of then, typed as they are now; parents first."""
    there, then, made = inspect(connection), MetaData(), list[Table]()
    for now in tables():
        if there.has_table(now.name):
            names = {each["name"] for each in there.get_columns(now.name)}
            assert names <= {each.name for each in now.columns}, f"{now.name} lost a column"
            kept = [each for each in now.columns if each.name in names]
            fresh = [Column(each.name, each.type, primary_key=each.primary_key) for each in kept]
            made.append(Table(now.name, then, *fresh))
    return made


def written(connection: Connection, number: int) -> dict[str, dict[str, Any]]:
    """A row in every table, whose keys and sealed words are of this number; answers them."""
    made = {table: row_of(table, number) for table in as_it_was(connection)}
    for table, row in made.items():
        connection.execute(insert(table), [row])
    return {table.name: row for table, row in made.items()}


def engine_of(file: Path, keyring: Keyring) -> Engine:
    engine = create_engine(f"sqlite:///{file}", poolclass=NullPool)
    give_keyring(engine.dialect, keyring)
    return engine


async def test_a_row_of_every_revision_in_every_table_is_whole_at_the_end(tmp_path: Path) -> None:
    keyring, file = Keyring([KEY]), tmp_path / "hearth.db"
    history: list[dict[str, dict[str, Any]]] = []
    with engine_of(file, keyring).begin() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
        for number, _ in enumerate(steps(connection), start=1):
            history.append(written(connection, number))
        for name in (CHECK, NEWEST):
            sealed = keyring.seal(name, b"hearth")
            connection.exec_driver_sql("INSERT INTO vault VALUES (?, ?)", (name, sealed))
    database = Database(address(file), keyring)
    await prepare(database, keyring)
    async with database.read() as tx:
        for table in tables():
            found = [dict(row) for row in (await tx.execute(select(table))).mappings()]
            assert_whole(table, found, [then[table.name] for then in history if table.name in then])
        first = select(CaseRow.opened_at, CaseRow.waiting_since, CaseRow.called).where(
            CaseRow.id == 1
        )
        opened, waiting, called = (await tx.execute(first)).one()
    assert (waiting, called) == (opened, 1)  # it has waited since it opened
    await database.close()
    assert len(history[-1]) == len(tables())


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
