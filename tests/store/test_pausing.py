"""A pause hits exactly one author among thousands; tests/proof asks every one of them."""

import random
from datetime import timedelta
from pathlib import Path

from bot.ids import UserId
from cogs.sharing.domain import Paused
from cogs.sharing.moderation import Moderation
from cogs.sharing.rows import Shares
from cogs.sharing.sealing import Author
from cogs.sharing.service import Sharing
from tests.proof.anonymity import HERE, Community

MODERATOR = UserId(70_000_000_000_000_007)
EVERYBODY = 20_000
SAMPLE = 40  # of those who are not paused: each asks through the service


async def opened(folder: Path) -> tuple[Community, Moderation]:
    community = Community(folder, random.Random(3))  # noqa: S311 - the same each time
    await community.open()
    return community, Moderation(community.services, community.people)


async def is_paused(sharing: Sharing, user: UserId) -> bool:
    try:
        await sharing.check(Author(HERE, user))
    except Paused:
        return True
    return False


async def test_a_pause_hits_exactly_that_author_in_this_week_and_the_next(tmp_path: Path) -> None:
    community, moderation = await opened(tmp_path)
    people = [UserId(80_000_000_000_000_000 + n) for n in range(EVERYBODY)]
    author, number = await community.share(people[777])
    await moderation.pause(HERE, MODERATOR, number, timedelta(days=7))
    for _ in range(2):
        assert await is_paused(community.sharing, author.user)
        others = [each for each in people[:SAMPLE] if each != author.user]
        assert not any([await is_paused(community.sharing, each) for each in others])
        community.clock.advance(days=6)
        community.epochs.current(community.clock.now())
    keys = community.epochs.living(community.clock.now())
    tags = {key.tag(HERE, who) for key in keys for who in people}
    assert len(tags) == EVERYBODY * len(keys) == EVERYBODY * 3
    community.clock.advance(days=2)
    assert not await is_paused(community.sharing, author.user)
    await community.database.close()


async def test_a_pause_ends_with_the_key_at_the_latest(tmp_path: Path) -> None:
    community, moderation = await opened(tmp_path)
    author, number = await community.share(5)
    key = community.epochs.current(community.clock.now())
    community.clock.set(key.dies_at - timedelta(hours=2))
    await moderation.pause(HERE, MODERATOR, number, timedelta(days=7))
    async with community.database.read() as tx:
        tags = [key.tag(HERE, author.user)]
        until = await Shares(tx).paused_until(HERE, tags, community.clock.now())
    assert until == key.dies_at
    await community.database.close()
