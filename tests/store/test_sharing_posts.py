"""A share on its way through crashes: posted once, its words gone with it, never half kept."""

import random
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from bot.ids import UserId
from bot.storage.outbox import OutboxEntries
from cogs.sharing.domain import CutOff, NotYours, Review, SharingSettings
from cogs.sharing.keeping import Keeping
from cogs.sharing.moderation import Moderation
from cogs.sharing.orders import GONE
from cogs.sharing.rows import Shares
from cogs.sharing.sealing import Author
from cogs.sharing.store import Share, Stage
from tests.fakes import Fault, Killed
from tests.proof.anonymity import HERE, Community

JUNE = 80_000_000_000_000_001
WORDS = "a few words of mine"


def community_in(folder: Path, before: Community | None = None) -> Community:
    """A process over the folder; a later one sees the same Discord at the same time."""
    opened = Community(folder, random.Random(1))  # noqa: S311 - the same each time
    if before is not None:
        opened.discord = before.discord
        opened.clock.set(before.clock.now())
        opened.outbox._courier = before.discord  # noqa: SLF001 - the one Discord outlives a process
    return opened


async def row(community: Community, number: int) -> Share:
    async with community.database.read() as tx:
        found = await Shares(tx).get(HERE, number)
    assert found is not None
    return found


async def on_its_way(folder: Path) -> tuple[Community, int]:
    community = community_in(folder)
    await community.open()
    _, number = await community.share(JUNE)
    community.clock.advance(minutes=11)
    return community, number


@pytest.mark.parametrize("fault", [Fault.CRASH_BEFORE, Fault.CRASH_AFTER])
async def test_a_process_that_dies_while_it_posts_posts_once(tmp_path: Path, fault: Fault) -> None:
    first, number = await on_its_way(tmp_path)
    first.discord.faults.append(fault)
    with pytest.raises(Killed):
        await first.beat()
    assert (await row(first, number)).words is not None
    await first.database.close()
    second = community_in(tmp_path, first)
    await second.settings.load()
    for _ in range(4):
        await second.beat()
        second.clock.advance(minutes=1)
    assert len(second.discord.messages) == 1
    share = await row(second, number)
    assert share.stage is Stage.POSTED
    assert share.words is None
    assert share.place is not None
    await second.database.close()


async def test_taken_back_while_it_is_on_its_way_it_is_deleted_when_it_stands(
    tmp_path: Path,
) -> None:
    first, number = await on_its_way(tmp_path)
    first.discord.faults += [Fault.CRASH_AFTER]
    with pytest.raises(Killed):
        await first.beat()
    await first.database.close()
    second = community_in(tmp_path, first)
    await second.settings.load()
    keeping = Keeping(second.services)
    mine = Author(HERE, UserId(JUNE))
    await keeping.withdraw(mine, number)
    assert (await row(second, number)).words is None
    for _ in range(3):
        await second.beat()
        second.clock.advance(minutes=1)
    assert f"{GONE}:{number}" in second.discord.sends
    async with second.database.read() as tx:  # its time would be that of the author's press
        assert await OutboxEntries(tx).get(f"{GONE}:{number}") is None
    assert (await row(second, number)).stage is Stage.WITHDRAWN
    await second.database.close()


@pytest.mark.parametrize("fault", [Fault.FORBIDDEN, Fault.GONE, Fault.UNWANTED])
async def test_what_cannot_be_posted_is_a_draft_again_and_goes_out_the_next_time(
    tmp_path: Path, fault: Fault
) -> None:
    community, number = await on_its_way(tmp_path)
    community.discord.faults.append(fault)
    await community.beat()
    share = await row(community, number)
    assert share.stage is Stage.DRAFT
    assert share.trouble == "not-posted"
    assert community.sharing.typed(share).body == WORDS
    mine = Author(HERE, UserId(JUNE))
    await community.sharing.post(mine, number)
    community.clock.advance(minutes=11)
    await community.beat()
    assert (await row(community, number)).stage is Stage.POSTED
    assert len(community.discord.messages) == 1
    await community.database.close()


async def test_nothing_in_the_file_is_exact_or_in_order_and_no_word_stays(tmp_path: Path) -> None:
    community = community_in(tmp_path)
    await community.open()
    numbers = [(await community.share(JUNE + n))[1] for n in range(40)]
    community.clock.advance(minutes=11)
    await community.beat()
    await community.database.close()
    with sqlite3.connect(tmp_path / "hearth.db") as connection:
        rows = connection.execute("SELECT id, at, words, due, until FROM share").fetchall()
    connection.close()
    assert {each[0] for each in rows} == set(numbers)
    assert numbers not in (sorted(numbers), sorted(numbers, reverse=True))
    assert all(each[1].endswith(":00:00.000000") for each in rows)
    assert {each[2:] for each in rows} == {(None, None, None)}
    assert WORDS.encode() not in (tmp_path / "hearth.db").read_bytes()


async def test_when_the_key_is_dead_nothing_leads_to_anybody(tmp_path: Path) -> None:
    community, number = await on_its_way(tmp_path)
    await community.beat()
    community.clock.advance(days=40)
    community.epochs.destroy_due(community.clock.now())
    await community.beat()
    share = await row(community, number)
    assert (share.tag, share.address, share.words) == (None, None, None)
    keeping = Keeping(community.services)
    moderation = Moderation(community.services, community.people)
    author = Author(HERE, UserId(JUNE))
    assert await keeping.mine(author) == []
    with pytest.raises(NotYours):
        await keeping.withdraw(author, number)
    with pytest.raises(CutOff):
        await moderation.pause(HERE, UserId(7), number, timedelta(days=1))
    await moderation.remove(HERE, UserId(7), number, "it names somebody")
    assert (await row(community, number)).stage is Stage.REMOVED
    await community.database.close()


async def test_what_nobody_looked_at_in_a_week_is_its_authors_again(tmp_path: Path) -> None:
    community = community_in(tmp_path)
    await community.open()
    await community.settings.change(HERE, SharingSettings, review=Review.ALL)
    _, number = await community.share(JUNE)
    community.clock.advance(days=8)
    await community.beat()
    share = await row(community, number)
    assert (share.stage, share.trouble) == (Stage.DRAFT, "unreviewed")
    assert community.sharing.typed(share).body == WORDS
    community.clock.advance(days=1)
    await community.beat()
    assert await Keeping(community.services).mine(Author(HERE, UserId(JUNE))) == []
    await community.database.close()
