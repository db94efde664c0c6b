"""What an author did beside sharing leaves no row, no order and no time that leads back to them."""

import random
import sqlite3
from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.ids import UserId
from cogs.sharing.keeping import Keeping
from cogs.sharing.moderation import Moderation
from cogs.sharing.sealing import Author, Typed
from cogs.sharing.store import Stage
from tests.proof.anonymity import HERE, Community

JUNE, MARA = UserId(80_000_000_000_000_001), UserId(70_000_000_000_000_007)
AUTHOR = Author(HERE, JUNE)


@pytest.fixture
async def community(tmp_path: Path) -> AsyncGenerator[Community]:
    opened = Community(tmp_path, random.Random(2))  # noqa: S311 - the same each time
    await opened.open()
    yield opened
    await opened.database.close()


async def posted(community: Community, root: int | None = None, words: str = "words") -> int:
    typed = Typed(words, staff_may_write=True)
    number = await community.sharing.begin(AUTHOR, typed, root)
    await community.sharing.post(AUTHOR, number)
    community.clock.advance(minutes=11)
    await community.beat()
    return number


def everything(folder: Path) -> bytes:
    """The database and its journal, as a thief copies them while the bot runs."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("hearth.db*")))


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(folder / "hearth.db") as connection:
        found = connection.execute(query).fetchall()
    connection.close()
    return found


async def test_cut_off_takes_what_stands_beside_it_under_the_same_name_and_the_journal(
    community: Community, tmp_path: Path
) -> None:
    share = await posted(community)
    reply = await posted(community, share)
    begun = await community.sharing.begin(AUTHOR, Typed("another"), share)
    await community.sharing.begin_edit(AUTHOR, reply, Typed("changed"))
    keeping = Keeping(community.services)
    tag = community.epochs.current(community.clock.now()).tag(HERE, JUNE)
    assert everything(tmp_path).count(tag) >= 4
    await keeping.unlink(AUTHOR, share)
    left = await keeping.mine(AUTHOR)
    assert [(each.id, each.stage, each.alias) for each in left] == [(begun, Stage.DRAFT, None)]
    await keeping.withdraw(AUTHOR, begun)
    await community.database.fold()
    assert tag not in everything(tmp_path)
    again = await posted(community, share)
    names = {each[0] for each in rows(tmp_path, "SELECT count(*) FROM share WHERE tag IS NULL")}
    assert names == {2}
    fresh, old = await keeping.get(AUTHOR, again), share
    assert fresh.alias is not None
    moderation = Moderation(community.services, community.people)
    assert fresh.alias != (await moderation.get(HERE, old)).alias


async def test_no_row_of_the_outbox_keeps_the_time_or_the_wishes_of_an_author(
    community: Community, tmp_path: Path
) -> None:
    share = await posted(community)
    keeping, moderation = (
        Keeping(community.services),
        Moderation(community.services, community.people),
    )
    await moderation.write(HERE, MARA, share, "Would you like company?")
    await community.beat()
    await keeping.answer(AUTHOR, share, "Yes.")
    community.clock.advance(minutes=3)
    await community.beat()
    await keeping.withdraw(AUTHOR, share)
    await community.beat()
    kinds = {":".join(key.split(":")[:2]) for key in community.discord.sends}
    assert {"sharing:news", "sharing:letter", "sharing:gone"} <= kinds
    assert rows(tmp_path, "SELECT DISTINCT kind FROM outbox") == [("sharing:post",)]
    assert rows(tmp_path, "SELECT minutes FROM share") == [(0,)]


async def test_the_minutes_that_somebody_chose_are_gone_when_it_stands(
    community: Community, tmp_path: Path
) -> None:
    await posted(community)
    assert rows(tmp_path, "SELECT stage, minutes, due, until FROM share") == [
        ("posted", 0, None, None)
    ]


async def test_a_pause_that_is_over_leaves_no_row(community: Community, tmp_path: Path) -> None:
    share = await posted(community)
    moderation = Moderation(community.services, community.people)
    await moderation.pause(HERE, MARA, share, timedelta(hours=1))
    due = await community.planner.next_due()
    assert due == community.clock.now() + timedelta(hours=1)
    community.clock.advance(hours=1)
    await community.beat()
    assert rows(tmp_path, "SELECT * FROM share_pause") == []


async def test_the_journal_holds_a_minute_and_not_the_order_of_a_day(
    community: Community, tmp_path: Path
) -> None:
    journal = tmp_path / "hearth.db-wal"
    await community.share(JUNE)
    await community.live(JUNE)
    assert journal.stat().st_size > 0
    community.clock.advance(minutes=1)
    await community.beat()
    assert journal.stat().st_size == 0
    async with community.database.read() as tx:  # who reads an earlier state is not waited for
        await tx.exec_driver_sql("SELECT count(*) FROM share")
        await community.live(JUNE)
        community.clock.advance(minutes=1)
        await community.beat()
        assert journal.stat().st_size > 0
    community.clock.advance(minutes=1)
    await community.beat()
    assert journal.stat().st_size == 0
