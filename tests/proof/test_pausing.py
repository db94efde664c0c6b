"""The long form: a pause among 20,000 people, each of whom asks; and how long staff wait for it."""

import random
import time
from datetime import timedelta
from pathlib import Path
from statistics import median

from bot.ids import UserId
from cogs.sharing.moderation import Moderation
from cogs.sharing.sealing import Author
from tests.proof.anonymity import HERE, MEMBERS, Community
from tests.store.test_pausing import MODERATOR, is_paused

ROUNDS = 1_000
AN_HOUR = timedelta(hours=1)
BOUND = 0.001  # seconds, between the medians (issue: less than 1 ms over 1,000)


async def opened(folder: Path) -> tuple[Community, Moderation]:
    community = Community(folder, random.Random(7))  # noqa: S311 - the same each time
    await community.open()
    return community, Moderation(community.services, community.people)


async def test_of_twenty_thousand_who_ask_exactly_the_author_is_paused(tmp_path: Path) -> None:
    community, moderation = await opened(tmp_path)
    dice = random.Random(8)  # noqa: S311 - the same each time
    people = [UserId(80_000_000_000_000_000 + dice.getrandbits(59)) for _ in range(MEMBERS)]
    shares = [await community.share(who) for who in people[:50]]  # each with a share of their own
    author, number = shares[17]
    await moderation.pause(HERE, MODERATOR, number, timedelta(days=7))
    paused = [who for who in people if await is_paused(community.sharing, who)]
    assert paused == [author.user]
    community.clock.advance(days=5)  # another week and another key
    await community.share(people[60])
    assert [who for who in people if await is_paused(community.sharing, who)] == [author.user]
    await community.database.close()


async def test_staff_wait_as_long_whoever_wrote_it(tmp_path: Path) -> None:
    """The order is dealt anew in each round, so that no one is always first."""
    community, moderation = await opened(tmp_path)
    dice = random.Random(9)  # noqa: S311 - the same each time
    gone = Author(HERE, UserId(80_000_000_000_000_002))
    shares = {
        "a member": (await community.share(80_000_000_000_000_001))[1],
        "somebody who left": (await community.share(gone.user))[1],
        "themselves": (await community.share(MODERATOR))[1],
    }
    waits: dict[str, list[float]] = {who: [] for who in shares}
    for turn in range(ROUNDS + 20):
        for who, number in dice.sample(sorted(shares.items()), len(shares)):
            began = time.perf_counter()
            await moderation.pause(HERE, MODERATOR, number, AN_HOUR)
            if turn >= 20:  # warm by then
                waits[who].append(time.perf_counter() - began)
    medians = {who: median(each) for who, each in waits.items()}
    told = {who: f"{each * 1000:.3f} ms" for who, each in medians.items()}
    print(f"\n{told}")  # noqa: T201 - the figures are what this is run for
    assert max(medians.values()) - min(medians.values()) < BOUND, told
    await community.database.close()
