"""A community that shares for days over the real services: what a thief takes, and the truth.

Everything that could help a thief goes on around the shares: people are offered help, ask for
things and tell staff, each under their own tag and to the second. Every random number follows from
the seed, so that one run is like the next.
"""

import logging
import random
import secrets
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

from bot.epochs.keeper import EpochKeys
from bot.ids import ChannelId, GuildId, UserId
from bot.keyring import Keyring
from bot.logs import set_up
from bot.sections import CommunitySettings
from bot.services.cases import Cases
from bot.services.outbox import Outbox
from bot.services.people import People
from bot.services.settings import Settings
from bot.services.signposting import Signposting
from bot.storage.backups import make
from bot.storage.cases import NewCase
from bot.storage.database import Database
from bot.storage.schema import prepare
from bot.storage.signposts import Offer
from cogs.sharing.domain import Review, SharingSettings
from cogs.sharing.journal import Journal
from cogs.sharing.orders import GONE, LETTER, NEWS, POST
from cogs.sharing.planner import Planner
from cogs.sharing.rows import Shares
from cogs.sharing.sealing import Author, Typed
from cogs.sharing.service import Sharing
from tests.fakes import START, FakeClock, StandInDiscord
from tests.world import WORDS

HERE = GuildId(40_000_000_000_000_001)
HEARTH_KEY = b"k" * 32
MEMBERS = 20_000
ACTIVE = 20  # people in each hour: among them a thief has to find who shared
SHARES = 10  # in each hour
HOUR = timedelta(hours=1)
SEALED = "sealed.backup"

Leak = Callable[["Community", Author, int], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Seen:
    """A share as everybody in the channel saw it."""

    share: int
    alias: str
    at: datetime


@dataclass(slots=True)
class Loot:
    """What the thief has; `truth` is what they would like to know."""

    folder: Path
    members: list[int]
    history: list[Seen] = field(default_factory=list[Seen])
    active: dict[datetime, list[int]] = field(default_factory=dict[datetime, list[int]])
    truth: dict[int, int] = field(default_factory=dict[int, int])


class Community:
    """The services over one folder, and people who use them."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.dice, self.clock = dice, FakeClock()
        self.keyring = Keyring([HEARTH_KEY])
        address = f"sqlite+aiosqlite:///{folder / 'hearth.db'}"
        self.database = Database(address, self.keyring)
        self.settings, self.epochs = Settings(self.database), EpochKeys(folder / "epochs")
        self.people = People(self.database, self.clock)
        self.cases = Cases(self.database, self.people, self.settings, self.clock)
        self.signposting = Signposting(self.database, self.clock)
        self.discord = StandInDiscord(self.clock)
        self.outbox = Outbox(self.database, self.discord, self.clock, frozenset())
        self.planner = Planner(self.database, self.clock, self.cases, self.people)
        self.outbox.endings.on_end(POST, self.planner.post_ended)
        self.outbox.endings.on_end(GONE, self.planner.gone_ended)
        self.outbox.endings.on_end(LETTER, self.planner.letter_ended)
        self.outbox.endings.on_end(NEWS, self.planner.news_ended, quiet=True)
        self.journal = Journal(self.database, self.clock)
        self.services = SimpleNamespace(
            database=self.database, settings=self.settings, epochs=self.epochs, clock=self.clock
        )
        aliases = WORDS.content.aliases
        self.sharing = Sharing(
            self.services, lambda *_: None, lambda _: aliases["en"], chance=dice.random
        )

    async def open(self) -> None:
        await prepare(self.database, self.keyring)
        await self.people.meet(HERE)
        await self.settings.change(HERE, CommunitySettings, staff_channel=ChannelId(5))
        await self.settings.change(HERE, SharingSettings, channel=ChannelId(7), review=Review.OFF)

    async def beat(self) -> None:
        await self.planner.work()
        await self.outbox.deliver()
        await self.journal.work()

    async def live(self, who: int) -> None:
        """Somebody does something that is kept under their own tag, to the second."""
        user, now = UserId(who), self.clock.now()
        tag, index = self.people.tag(HERE, user), secrets.token_bytes(16)
        await self.signposting.keep(Offer(HERE, tag, "concern", "suicide", index, now), None)
        if self.dice.random() < 0.3:
            await self.people.wish(HERE, user, country="GB")
        if self.dice.random() < 0.3:
            await self.cases.open(
                NewCase(
                    HERE, "crisis", tag, user, None, index, "high", "suicide", (), None, "x", now
                )
            )

    async def share(self, who: int) -> tuple[Author, int]:
        """Somebody writes, looks, and presses *Post*."""
        author = Author(HERE, UserId(who))
        number = await self.sharing.begin(author, Typed("a few words of mine"))
        await self.sharing.post(author, number)
        return author, number


async def gather(
    folder: Path, shares: int, seed: int, members: int = MEMBERS, leak: Leak | None = None
) -> Loot:
    """Let a community share; answers what a thief finds while its keys live.

    Args:
        folder: database, write-ahead log, epoch keys and log file come to lie here.
        shares: how many.
        seed: everything random follows from it.
        members: how many names the thief has to try.
        leak: what a worse program would do beside each share.
    """
    dice = random.Random(seed)  # noqa: S311 - a test that runs the same twice
    ids = [80_000_000_000_000_000 + dice.getrandbits(59) for _ in range(members)]
    loot = Loot(folder, ids)
    with _dice_for_all(dice), _logged(folder / "hearth.log"):
        community = Community(folder, dice)
        await community.open()
        while len(loot.truth) < shares:
            await _hour(community, loot, leak)
        for _ in range(12):
            community.clock.advance(minutes=1)
            await community.beat()
        await _note_history(community, loot)
        (folder / "backup.db").write_bytes((folder / "hearth.db").read_bytes())
        for tail in ("-wal",):  # as it lies there while the bot runs
            (folder / f"backup.db{tail}").write_bytes((folder / f"hearth.db{tail}").read_bytes())
        made = make(folder / "hearth.db", community.keyring, folder, community.clock.now())
        made.path.rename(folder / SEALED)
        await community.database.close()
    return loot


async def _hour(community: Community, loot: Loot, leak: Leak | None) -> None:
    dice, began = community.dice, community.clock.now()
    active = dice.sample(loot.members, ACTIVE)
    loot.active[began] = active
    doings = [(dice.random(), who, False) for who in active]
    doings += [(dice.random() * 0.75, who, True) for who in dice.sample(active, SHARES)]
    for part, who, is_share in sorted(doings):
        community.clock.set(began + HOUR * part)
        if is_share:
            author, number = await community.share(who)
            loot.truth[number] = who
            if leak is not None:
                await leak(community, author, number)
        else:
            await community.live(who)
        await community.beat()
    community.clock.set(began + HOUR - timedelta(seconds=1))
    await community.beat()
    community.clock.set(began + HOUR)


async def _note_history(community: Community, loot: Loot) -> None:
    async with community.database.read() as tx:
        rows = Shares(tx)
        for message in community.discord.messages:
            if message.key.startswith(f"{POST}:"):
                number = int(message.key.split(":")[2])
                share = await rows.get(HERE, number)
                assert share is not None
                loot.history.append(Seen(number, share.alias or "", message.at))


async def let_keys_die(folder: Path) -> None:
    """A month later: the keys are destroyed, and the program has swept up behind them."""
    community = Community(folder, random.Random(0))  # noqa: S311 - nothing is drawn
    community.clock.set(START + timedelta(days=60))
    community.epochs.destroy_due(community.clock.now())
    await community.planner.work()
    await community.database.close()


@contextmanager
def _dice_for_all(dice: random.Random) -> Iterator[None]:
    """Whatever asks the machine for chance gets it from the seed."""
    was = secrets.token_bytes, secrets.randbits
    secrets.token_bytes = lambda n=32: dice.randbytes(n or 32)
    secrets.randbits = dice.getrandbits
    try:
        yield
    finally:
        secrets.token_bytes, secrets.randbits = was


@contextmanager
def _logged(path: Path) -> Iterator[None]:
    """Every line that the program writes at its most talkative, as `HEARTH_LOG_LEVEL=DEBUG`."""
    root = logging.getLogger()
    handlers, level, raising = root.handlers[:], root.level, logging.raiseExceptions
    with path.open("w", encoding="utf-8") as file:
        set_up("DEBUG", "text", file)
        try:
            yield
        finally:
            root.handlers[:], logging.raiseExceptions = handlers, raising
            root.setLevel(level)
