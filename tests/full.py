"""Rows in every table, made from the tables themselves: a new one is filled without being told."""

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Boolean, Date, Integer, LargeBinary, String, Table, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.base import Base
from bot.storage.ledger import VaultRow
from bot.storage.types import Sealed, UtcDateTime
from tests.house.house import modules

MADE = datetime(2026, 11, 1, 12, tzinfo=UTC)
WORDS = "what nobody else may read"


def tables() -> list[Table]:
    """Every declared table but the key's own check value, parents first."""
    modules()
    return [each for each in Base.metadata.sorted_tables if each.name != VaultRow.__tablename__]


def sealed_columns() -> list[tuple[str, str]]:
    """Table and column of everything that is sealed under the key."""
    return [
        (table.name, column.name)
        for table in tables()
        for column in table.columns
        if isinstance(column.type, Sealed)
    ]


async def fill(tx: AsyncConnection, rows: int) -> None:
    """Put that many rows into every table; each sealed column holds `WORDS`."""
    for table in tables():
        made = [row_of(table, number) for number in range(1, rows + 1)]
        await tx.execute(insert(table), made)


def row_of(table: Table, number: int) -> dict[str, Any]:
    """One row of a table, made from its columns."""
    return {column.name: _value(column, number) for column in table.columns}


def _value(column: Any, number: int) -> object:  # noqa: PLR0911 - one answer for each kind
    kind = column.type
    if isinstance(kind, Sealed):
        # The one sealed column whose reader wants a certain form.
        return "ab" * 32 if kind.purpose == "community.tag_key" else [WORDS, number]
    if isinstance(kind, UtcDateTime):
        return MADE + timedelta(seconds=number)
    if isinstance(kind, LargeBinary):
        return number.to_bytes(kind.length or 16, "big") if column.primary_key else _random(kind)
    if isinstance(kind, String):
        return f"{number}"
    if isinstance(kind, Date):
        return MADE.date()
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, Integer | BigInteger):
        return number
    return None


def _random(kind: LargeBinary) -> bytes:
    return secrets.token_bytes(kind.length or 40)
