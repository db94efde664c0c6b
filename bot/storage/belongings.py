"""What belongs to one person, in every table that declares it: counted, read, erased.

Nothing here knows a table. Whatever a declaration says beside a table is what happens to it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Table, delete, func, not_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import GuildId, Tag
from bot.storage.base import Base, PersonalData, personal_tables
from bot.storage.opening import opened
from bot.storage.outbox import OVER, OutboxRow
from bot.storage.types import Sealed

PAGE = 500  # rows: read and written at once, so that nobody waits long for their turn
IsThem = Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Kept:
    """Rows of somebody's in one table: why they are kept, how many, until when at the latest."""

    table: str
    declared: PersonalData
    count: int
    until: datetime | None


def declared_tables() -> list[tuple[Table, PersonalData]]:
    """Every table that knows people by their tag; children before their parents."""
    known = personal_tables()
    ordered = reversed(Base.metadata.sorted_tables)
    return [(each, known[each.name]) for each in ordered if _has_tag(known.get(each.name))]


def _has_tag(declared: PersonalData | None) -> bool:
    return declared is not None and declared.tag is not None


class Belongings:
    """Repository of what is somebody's, of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def kept(self, tag: Tag) -> list[Kept]:
        """What is kept of somebody, by table; without what others told of them."""
        found: list[Kept] = []
        for table, declared in declared_tables():
            newest = func.max(table.c[declared.until])
            row = await self._tx.execute(
                select(func.count(), newest).select_from(table).where(*_own(table, declared, tag))
            )
            count, last = row.one()
            if count:
                until = None if last is None else last + declared.keep
                found.append(Kept(table.name, declared, count, until))
        return found

    async def rows(self, table: str, tag: Tag) -> tuple[list[Mapping[str, Any]], int]:
        """Somebody's own rows of a table, without what names anybody else.

        Answers also how many of them no key opens.
        """
        there, declared = Base.metadata.tables[table], personal_tables()[table]
        others = (*declared.mentions, *declared.keeps)
        shown = [each for each in there.columns if each.name not in others]
        found = await opened(
            self._tx,
            select(*shown).where(*_own(there, declared, tag)).order_by(*there.primary_key.columns),
        )
        return [dict(row) for row in found.rows], len(found.shut)

    async def staying(self, tag: Tag) -> int:
        """How many rows outlive an erasure because somebody else told of this person."""
        found = 0
        for table, declared in declared_tables():
            if declared.stays is not None:
                mine = (table.c[str(declared.tag)] == tag, declared.stays())
                rows = await self._tx.execute(select(func.count()).select_from(table).where(*mine))
                found += rows.scalar_one()
        return found

    async def erase(self, tag: Tag) -> int:
        """Somebody's own rows go, or name nobody any more, as declared; answers how many."""
        gone = 0
        for table, declared in declared_tables():
            mine = _own(table, declared, tag)
            if declared.erase == "unname":
                nobody = dict.fromkeys(declared.names)
                done = await self._tx.execute(update(table).where(*mine).values(**nobody))
            else:
                done = await self._tx.execute(delete(table).where(*mine))
            gone += done.rowcount
        return gone

    async def unmention(self, tag: Tag) -> None:
        """Their tag leaves every column of other people's rows that may hold it."""
        for table, declared in declared_tables():
            for name in declared.mentions:
                column = table.c[name]
                if not isinstance(column.type, Sealed):
                    await self._tx.execute(update(table).where(column == tag).values({name: None}))


@dataclass(frozen=True, slots=True)
class Mention:
    """Sealed columns of one table that may name somebody; read page by page."""

    table: Table
    columns: tuple[str, ...]

    async def page(
        self, tx: AsyncConnection, guild: GuildId, after: tuple[Any, ...] | None
    ) -> tuple[Sequence[Mapping[str, Any]], tuple[Any, ...] | None]:
        """The next rows in the order of the primary key, and the last key: None at the end.

        What no key opens is passed over: nobody can read in it whom it names.
        """
        key = list(self.table.primary_key.columns)
        shown = [*key, *(self.table.c[name] for name in self.columns)]
        where: list[ColumnElement[bool]] = []
        if "guild_id" in self.table.c:
            where.append(self.table.c["guild_id"] == guild)
        if after is not None:
            where.append(tuple_(*key) > after)
        found = await opened(tx, select(*shown).where(*where).order_by(*key).limit(PAGE))
        keys = [*found.shut, *(tuple(row[each.name] for each in key) for row in found.rows)]
        return [dict(row) for row in found.rows], max(keys, default=None)

    async def without(self, tx: AsyncConnection, row: Mapping[str, Any], is_them: IsThem) -> None:
        """Take somebody out of a row where they are named in it."""
        changed: dict[str, Any] = {}
        for name in self.columns:
            value = row[name]
            if isinstance(value, list):
                named = cast("list[object]", value)
                left = [each for each in named if not _is(each, is_them)]
                changed |= {name: left} if len(left) < len(named) else {}
            elif _is(value, is_them):
                changed[name] = None if self.table.c[name].nullable else 0
        if changed:
            key = self.table.primary_key.columns
            where = [column == row[column.name] for column in key]
            await tx.execute(update(self.table).where(*where).values(**changed))


def sealed_mentions() -> list[Mention]:
    """Every sealed column in which somebody else than the row's own person may be named."""
    found: list[Mention] = []
    for table, declared in declared_tables():
        sealed = [n for n in declared.mentions if isinstance(table.c[n].type, Sealed)]
        if sealed:
            found.append(Mention(table, tuple(sealed)))
    return found


@dataclass(frozen=True, slots=True)
class Planned:
    """A page of the outbox: rows that hold somebody's id, rows that do not open, the last row."""

    theirs: list[int]
    shut: list[int]
    last: int | None


async def planned_for(tx: AsyncConnection, guild: GuildId, after: int, is_them: IsThem) -> Planned:
    """Rows of the outbox that hold somebody's id, in one page; and where the next one begins."""
    found = await opened(
        tx,
        select(OutboxRow.id, OutboxRow.ids)
        .where(OutboxRow.guild_id == guild, OutboxRow.id > after)
        .order_by(OutboxRow.id)
        .limit(PAGE),
    )
    theirs = [row["id"] for row in found.rows if any(is_them(e) for e in row["ids"].values())]
    shut = [number for (number,) in found.shut]
    numbers = [*shut, *(row["id"] for row in found.rows)]
    return Planned(theirs, shut, max(numbers, default=None))


async def hasten_unopened(tx: AsyncConnection, numbers: Sequence[int], now: datetime) -> None:
    """Of rows that no key opens nobody can say whose they are: let them fail now.

    What is planned ends as undelivered with the next beat; what is over keeps no ids.
    """
    here = OutboxRow.id.in_(numbers)
    over = OutboxRow.state.in_(OVER)
    await tx.execute(update(OutboxRow).where(here, not_(over)).values(next_at=now))
    nothing: dict[str, Any] = {"ids": {}, "channel": None, "message": None}
    await tx.execute(update(OutboxRow).where(here, over).values(nothing))


async def unplan(tx: AsyncConnection, numbers: Sequence[int]) -> None:
    """These rows of the outbox go."""
    await tx.execute(delete(OutboxRow).where(OutboxRow.id.in_(numbers)))


def _own(table: Table, declared: PersonalData, tag: Tag) -> list[ColumnElement[bool]]:
    mine: list[ColumnElement[bool]] = [table.c[str(declared.tag)] == tag]
    return mine if declared.stays is None else [*mine, not_(declared.stays())]


def _is(value: object, is_them: IsThem) -> bool:
    return isinstance(value, int) and is_them(value)
