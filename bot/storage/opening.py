"""Rows of a list, of which one may not open: it holds none of the others back.

A value that no key of ours opens (its key was lost, or the bytes are spoilt) fails the whole
statement that reads it. So where that happens, the rows are read one by one, and those that do not
open are left out and counted.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, RowMapping, Select, and_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.keyring import Unopenable

log = logging.getLogger("hearth.storage")


@dataclass(frozen=True, slots=True)
class Opened:
    """What opened, in the order asked for, and the keys of what did not."""

    rows: Sequence[RowMapping]
    shut: Sequence[tuple[Any, ...]]


async def opened(tx: AsyncConnection, asked: Select[*tuple[Any, ...]], **values: object) -> Opened:
    """What a statement over one table answers, as far as it opens.

    Args:
        tx: the transaction.
        asked: columns of one table, with whatever conditions, order and limit.
        values: what its parameters stand for, where it was written beforehand.
    """
    try:
        return Opened((await tx.execute(asked, values)).mappings().all(), ())
    except Unopenable:
        key = _key_of(asked)
    rows, shut = list[RowMapping](), list[tuple[Any, ...]]()
    numbers = (await tx.execute(asked.with_only_columns(*key), values)).all()
    for each in numbers:
        here = and_(*(column == value for column, value in zip(key, each, strict=True)))
        try:
            rows += (await tx.execute(asked.where(here), values)).mappings().all()
        except Unopenable:
            shut.append(tuple(each))
    log.warning("storage.unopened", extra={"table": key[0].table.name, "rows": len(shut)})
    return Opened(rows, shut)


def _key_of(asked: Select[*tuple[Any, ...]]) -> list[Column[Any]]:
    (table,) = {each.table for each in asked.selected_columns if isinstance(each, Column)}
    return list(table.primary_key.columns)
