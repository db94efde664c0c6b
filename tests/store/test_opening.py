"""One row that no key opens holds none of the others back."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from bot.clock import SystemClock
from bot.ids import ChannelId, GuildId, Tag, UserId
from bot.keyring import Keyring
from bot.services.copying import UNREADABLE, Copying
from bot.services.erasing import Erasing
from bot.services.guideline_lines import Spot
from bot.services.parting import Partings
from bot.services.people import People
from bot.storage.case_files import QUIET_FROM, CaseFiles
from bot.storage.cases import CaseRow, NewCase
from bot.storage.database import Database
from bot.storage.opening import opened
from bot.storage.outbox import Order, OutboxEntries, State
from bot.storage.unopened import end_unopened
from cogs.guidelines.spoken import SpokenLines
from tests.fakes import START, FakeClock

HERE, JUNE, SOL = GuildId(7), UserId(80351110224678912), UserId(80351110224678999)
LOST = Keyring([b"l" * 32])


async def a_case(database: Database, tag: Tag, hidden: tuple[UserId, ...] = ()) -> int:
    new = NewCase(
        guild=HERE,
        kind="crisis",
        tag=tag,
        person=JUNE,
        place=None,
        source_index=None,
        level="high",
        category="suicide",
        rules=(),
        excerpt=None,
        reached="line",
        at=START,
    )
    async with database.write() as tx:
        return await CaseFiles(tx).add(new, hidden)


def spoil(file: Path, table: str, column: str, number: int) -> None:
    """As if it had been sealed with a key that is lost."""
    lost = LOST.seal(f"{table}.{column}", b"[]")
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        raw.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (lost, number))  # noqa: S608 - our own names


async def test_cases_that_open_are_listed_in_order_and_the_others_counted(
    database: Database, database_file: Path
) -> None:
    numbers = [await a_case(database, Tag(bytes([each]) * 16)) for each in range(5)]
    quiet = await a_case(database, Tag(b"q" * 16), hidden=(SOL,))
    assert quiet >= QUIET_FROM
    for ill in (numbers[1], numbers[3], quiet):
        spoil(database_file, "case_file", "hidden", ill)
    async with database.read() as tx:
        files = CaseFiles(tx)
        live, shut = await files.live_and_shut(HERE)
        assert [case.id for case in live] == [numbers[0], numbers[2], numbers[4]]
        assert shut == 2  # of a quiet one nobody can say from whom it is kept
        assert [case.id for case in await files.since(HERE, START)] == [5, 3, 1]
        assert await files.live_about(HERE, Tag(bytes([1]) * 16), "crisis") is None
        found = await opened(tx, select(CaseRow.id, CaseRow.hidden).order_by(CaseRow.id).limit(2))
        assert ([row["id"] for row in found.rows], found.shut) == ([1], [(2,)])


async def test_what_is_read_at_a_start_is_not_stopped_by_a_row_that_does_not_open(
    database: Database, database_file: Path
) -> None:
    orders = [Order(f"quiet:{n}", "x", HERE, START, {"at": n}) for n in range(3)]
    spots = [Spot(ChannelId(40 + n), f"room:{n}") for n in range(3)]
    async with database.write() as tx:
        for order, spot in zip(orders, spots, strict=True):
            await OutboxEntries(tx).put(order)
            await SpokenLines(tx).keep(HERE, spot, START, START)
    spoil(database_file, "outbox", "ids", 2)
    spoil(database_file, "spoken", "channel", 2)
    async with database.read() as tx:
        found = await OutboxEntries(tx).beginning("quiet:")
        lines = await SpokenLines(tx).all()
    assert [entry.ids["at"] for entry in found] == [0, 2]
    assert [spot for spot, _ in lines] == [spots[0], spots[2]]


async def test_an_erasure_and_a_copy_are_not_stopped_by_rows_that_do_not_open(
    database: Database, database_file: Path
) -> None:
    people = People(database, SystemClock())
    await people.meet(HERE)
    tags = [people.tag(HERE, JUNE), people.tag(HERE, SOL), people.tag(HERE, JUNE)]
    numbers = [await a_case(database, tag) for tag in tags]
    orders = [Order(f"k{n}", "x", HERE, START + timedelta(n), {"to": int(JUNE)}) for n in range(4)]
    async with database.write() as tx:
        for order in orders:
            await OutboxEntries(tx).put(order)
    for ill in (numbers[1], numbers[2]):
        spoil(database_file, "case_file", "category", ill)
        spoil(database_file, "case_file", "company", ill)
    for ill in (3, 4):
        spoil(database_file, "outbox", "ids", ill)
    with closing(sqlite3.connect(database_file, isolation_level=None)) as raw:
        raw.execute("UPDATE outbox SET state = 'sent' WHERE id = 4")
    files = await Copying(database, people).copy(HERE, JUNE, str)
    text = next(each.content.decode() for each in files if each.name.endswith(".txt"))
    assert f"{UNREADABLE}: 1" in text
    assert "suicide" in text
    receipt = await Erasing(database, people, FakeClock(START), Partings()).erase(HERE, JUNE)
    assert sum(each.count for each in receipt.erased) >= 2
    with closing(sqlite3.connect(database_file)) as raw:
        assert raw.execute("SELECT id FROM case_file").fetchall() == [(numbers[1],)]
        assert raw.execute("SELECT id FROM outbox").fetchall() == [(3,), (4,)]
    # Nobody can say whose it is: it ends now, as undelivered, and not on its day.
    async with database.write() as tx:
        was_sent = await OutboxEntries(tx).numbered(4)
        assert was_sent is not None
        assert (was_sent.ids, was_sent.channel, was_sent.message) == ({}, None, None)
        (ended,) = await end_unopened(tx, START)
    assert (ended.key, ended.state, dict(ended.ids)) == ("k2", State.FAILED, {})
