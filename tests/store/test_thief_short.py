"""A thief with database, log and history guesses no better than chance; tests/proof asks longer."""

import asyncio
import logging
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.storage.outbox import Order
from cogs.sharing.sealing import Author
from cogs.sharing.store import ShareRow
from tests.proof.anonymity import (
    HEARTH_KEY,
    HERE,
    SEALED,
    Community,
    Leak,
    Loot,
    gather,
    let_keys_die,
)
from tests.proof.thief import attack, bound

SHARES = 40
SEED = 5  # as the long form; by chance alone one seed in some is above the bound
FEW_MEMBERS = 2_000  # enough where a leak is planted; the others try 20,000


@pytest.fixture(scope="module")
def loot(tmp_path_factory: pytest.TempPathFactory) -> Loot:
    return asyncio.run(gather(tmp_path_factory.mktemp("loot"), SHARES, SEED))


@pytest.mark.parametrize(
    ("database", "hearth_key"),
    [
        ("hearth.db", None),
        ("hearth.db", HEARTH_KEY),
        ("backup.db", HEARTH_KEY),  # with the journal, as it lay there while the bot ran
        (SEALED, None),
        (SEALED, HEARTH_KEY),
    ],
)
def test_without_the_epochs_key_a_thief_guesses(
    loot: Loot, hearth_key: bytes | None, database: str
) -> None:
    found = attack(loot, hearth_key, database)
    assert len(loot.history) == len(loot.truth) == len(found.by["all together"]) == SHARES
    hits = found.hits(loot.truth)
    assert max(hits.values()) <= bound(SHARES), hits


def test_with_the_living_key_a_thief_knows(loot: Loot) -> None:
    found = attack(loot, None, epoch_keys=True)
    assert found.hits(loot.truth)["all together"] == SHARES


@pytest.mark.parametrize("database", ["hearth.db", "backup.db", SEALED])
def test_when_the_keys_are_dead_nobody_knows_with_an_old_backup_either(
    loot: Loot, tmp_path: Path, database: str
) -> None:
    later = replace(loot, folder=Path(shutil.copytree(loot.folder, tmp_path / "later")))
    asyncio.run(let_keys_die(later.folder))
    assert list(later.folder.glob("epochs/*.key")) == []
    found = attack(later, HEARTH_KEY, database, epoch_keys=True)
    hits = found.hits(loot.truth)
    assert max(hits.values()) <= bound(SHARES), hits


async def a_tag_of_ones_own(community: Community, author: Author, share: int) -> None:
    tag = community.people.tag(HERE, author.user)
    async with community.database.write() as tx:
        await tx.execute(update(ShareRow).where(ShareRow.id == share).values(tag=tag))


async def an_offer_beside_it(community: Community, author: Author, _share: int) -> None:
    community.clock.advance(seconds=1)
    await community.live(author.user)


async def a_line_in_the_log(_community: Community, author: Author, share: int) -> None:
    logging.getLogger("hearth.sharing").info("shared %s %s", author.user, share)


async def an_id_in_an_order(community: Community, author: Author, share: int) -> None:
    now = community.clock.now() + timedelta(days=9)
    order = Order(f"x:{share}", "x", HERE, now, {"to": author.user})
    await community.outbox.put([order])


async def a_journal_never_folded(community: Community, author: Author, _share: int) -> None:
    community.journal = NoJournal()
    await community.live(author.user)


class NoJournal:
    """A worse program's duty."""

    async def work(self) -> None:
        """Does nothing."""


@pytest.mark.parametrize(
    ("leak", "way", "database"),
    [
        (a_tag_of_ones_own, "ids and tags", "hearth.db"),
        (an_offer_beside_it, "by_time", "hearth.db"),
        (a_line_in_the_log, "ids beside a share", "hearth.db"),
        (an_id_in_an_order, "ids beside a share", SEALED),
        (a_journal_never_folded, "by_journal", "backup.db"),
    ],
)
def test_a_planted_leak_is_found(tmp_path: Path, leak: Leak, way: str, database: str) -> None:
    few = 40 if way == "by_time" else 10  # delays are random: the rest of the noise
    leaking = asyncio.run(gather(tmp_path, few, SEED, FEW_MEMBERS, leak))
    hits = attack(leaking, HEARTH_KEY, database).hits(leaking.truth)
    assert hits[way] > bound(few), hits
