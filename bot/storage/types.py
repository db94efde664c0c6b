"""Column types: sealed words, sealed numbers, instants that know their zone."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, BindParameter, DateTime, Dialect, Integer, LargeBinary, bindparam
from sqlalchemy.types import TypeDecorator

from bot.keyring import Keyring

# SQLite numbers rows by itself only where the column is called INTEGER.
RowId = BigInteger().with_variant(Integer, "sqlite")


class UtcDateTime(TypeDecorator[datetime]):
    """An instant, kept in UTC; a naive value is a programming error."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime has no place in the database")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


# What every beat asks is written once, where a module begins, with these two for what changes:
# to build a statement anew costs more than to run it.
NOW: BindParameter[datetime] = bindparam("now", type_=UtcDateTime())
MOST: BindParameter[int] = bindparam("most", type_=Integer())


class Sealed(TypeDecorator[Any]):
    """Any JSON value, sealed for one column; nobody without the key can read it.

    Args:
        purpose: `table.column`; part of the key, so a value moved elsewhere does not open.
    """

    impl = LargeBinary
    cache_ok = True

    def __init__(self, purpose: str) -> None:
        super().__init__()
        self.purpose = purpose

    def process_bind_param(self, value: object, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        plain = json.dumps(value, separators=(",", ":")).encode()
        return keyring_of(dialect).seal(self.purpose, plain)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> object:
        if value is None:
            return None
        return json.loads(keyring_of(dialect).open(self.purpose, value))


def give_keyring(dialect: Dialect, keyring: Keyring) -> None:
    """Hand the keyring to one engine; its columns find it there, so that none is global."""
    vars(dialect)["hearth_keyring"] = keyring


def keyring_of(dialect: Dialect) -> Keyring:
    """The keyring of the engine that is binding or reading a value."""
    keyring = vars(dialect)["hearth_keyring"]
    assert isinstance(keyring, Keyring)  # noqa: S101 - one writer, `give_keyring`
    return keyring
