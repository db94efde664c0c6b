"""A database of an older program is brought up to date, and loses nothing on the way."""

from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import Connection, text

from bot.keyring import Keyring
from bot.storage.database import Database
from bot.storage.schema import alembic_settings, newest_revision, prepare
from tests.store.conftest import KEY, address

OLD_CASE = {
    **dict.fromkeys(("person", "category", "rules"), b"sealed"),
    **dict.fromkeys(("kind", "state", "level", "reached"), "open"),
    **dict.fromkeys(("opened_at", "changed_at"), "2026-01-01 00:00:00"),
    "id": 1,
    "guild_id": 1,
    "tag": b"t" * 16,
}


def first_revision(connection: Connection) -> None:
    command.upgrade(alembic_settings(connection), "0001")


def row_of(table: str, values: dict[str, Any]) -> str:
    return f"INSERT INTO {table} ({', '.join(values)}) VALUES (:{', :'.join(values)})"  # noqa: S608 - our own names


async def test_a_case_of_the_first_revision_keeps_its_steps_and_waits_since_it_opened(
    tmp_path: Path,
) -> None:
    keyring = Keyring([KEY])
    database = Database(address(tmp_path / "hearth.db"), keyring)
    step = {"case_id": 1, "at": "2026-01-01 00:00:00", "step": "opened"}
    vault = {"name": "vault.check", "sealed": keyring.seal("vault.check", b"hearth")}
    async with database.write() as tx:
        await tx.run_sync(first_revision)
        for table, values in (("case_file", OLD_CASE), ("case_step", step), ("vault", vault)):
            await tx.execute(text(row_of(table, values)), values)
    await prepare(database, keyring)
    async with database.read() as tx:
        found = await tx.execute(text("SELECT opened_at, waiting_since, called FROM case_file"))
        assert found.one() == ("2026-01-01 00:00:00", "2026-01-01 00:00:00", 1)
        steps = await tx.execute(text("SELECT count(*) FROM case_step"))
        assert steps.scalar_one() == 1
        revision = await tx.execute(text("SELECT version_num FROM alembic_version"))
        assert revision.scalar_one() == newest_revision()
    await database.close()
