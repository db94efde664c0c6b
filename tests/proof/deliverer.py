"""What one mortal process does: plan, deliver, and be killed at any moment."""

import asyncio
import os
import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from bot.clock import Clock, SystemClock
from bot.ids import GuildId
from bot.keyring import Keyring
from bot.services.courier import Parcel, Posted
from bot.services.outbox import Outbox
from bot.storage.database import Database
from bot.storage.outbox import Order
from tests.fakes import Fault, History, StandInDiscord

KINDS = ("cases:alert", "checkins:prompt")
GUILDS = (GuildId(4000), GuildId(5000))
SLOWEST_CALL = 0.004  # seconds: several times a commit, so that kills fall into calls as well


@dataclass(frozen=True, slots=True)
class Site:
    """Where a row of processes works, one after another.

    Args:
        folder: holds the database, the journal of the stand-in and the list of what was planned.
        key: seals the columns.
        began: when the first of them started.
        rate: how many times faster than the machine's their clock goes, so that backoffs, leases
            and the memory of nonces pass while the test runs.
        memory: how long nonces are remembered. Without any, history must be readable always.
    """

    folder: Path
    key: bytes
    began: datetime
    rate: int
    memory: timedelta

    @property
    def journal(self) -> Path:
        return self.folder / "discord.jsonl"

    @property
    def planned(self) -> Path:
        return self.folder / "planned.txt"

    def database(self) -> Database:
        return Database(f"sqlite+aiosqlite:///{self.folder / 'hearth.db'}", Keyring([self.key]))

    def discord(self, clock: Clock) -> StandInDiscord:
        return StandInDiscord(clock, self.memory, self.journal)


class FastClock:
    """The machine's clock, speeded up; every process of a site agrees on the time."""

    def __init__(self, site: Site) -> None:
        self._began, self._rate, self._real = site.began, site.rate, SystemClock()

    def now(self) -> datetime:
        return self._began + (self._real.now() - self._began) * self._rate


class Weather:
    """A courier in bad weather: slow, now and then a lost reply, a 503, or an unreadable history.

    Args:
        discord: who posts.
        seed: decides what fails when.
        fog: how often the history cannot be read.
    """

    def __init__(self, discord: StandInDiscord, seed: int, fog: float) -> None:
        self._discord, self._fog = discord, fog
        self._dice = random.Random(seed)  # noqa: S311 - no secret

    async def send(self, parcel: Parcel) -> Posted:
        lot = self._dice.random()
        if lot < 0.1:
            self._discord.faults.append(Fault.REPLY_LOST)
        elif lot < 0.15:
            self._discord.faults.append(Fault.UNAVAILABLE)
        await self._pause()
        posted = await self._discord.send(parcel)
        await self._pause()
        return posted

    async def find(self, parcel: Parcel, since: datetime) -> Posted | None:
        self._discord.history = History.DOWN if self._dice.random() < self._fog else History.UP
        await self._pause()
        return await self._discord.find(parcel, since)

    async def _pause(self) -> None:
        await asyncio.sleep(self._dice.random() * SLOWEST_CALL)


def live(site: Site, number: int, ready: Connection) -> None:
    """Plan and deliver until somebody kills this process."""
    asyncio.run(_live(site, number, ready))


def finish(site: Site) -> None:
    """Deliver in calm weather until nothing is left to do."""
    asyncio.run(_finish(site))


async def _live(site: Site, number: int, ready: Connection) -> None:
    clock: Clock = FastClock(site)
    discord = site.discord(clock)
    database = site.database()
    weather = Weather(discord, number, fog=0.1 if site.memory else 0)
    outbox = Outbox(database, weather, clock, again=frozenset({KINDS[0]}))
    sheet = os.open(site.planned, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    assert discord.messages is not None  # the journal is read before the clock of death starts
    turn = 0
    while True:
        orders = [_order(f"{number}:{turn}:{piece}", clock) for piece in range(3)]
        await outbox.put(orders)
        os.write(sheet, "".join(f"{order.key}\n" for order in orders).encode())
        if turn == 0:
            # On a busy machine the first plan takes longer than a life, and nothing would be tried.
            ready.send_bytes(b"ready")
        await outbox.deliver()
        turn += 1


async def _finish(site: Site) -> None:
    clock: Clock = FastClock(site)
    database = site.database()
    discord = site.discord(clock)
    outbox = Outbox(database, discord, clock, again=frozenset({KINDS[0]}))
    while (due := await outbox.next_due()) is not None:
        await outbox.deliver()
        wait = max(due - clock.now(), timedelta(milliseconds=200)) / site.rate
        await asyncio.sleep(wait.total_seconds())
    await database.close()


def _order(name: str, clock: Clock) -> Order:
    lot = sum(map(int, name.split(":")))
    kind, guild = KINDS[lot % 2], GUILDS[lot // 2 % 2]
    return Order(f"{kind}:{name}", kind, guild, clock.now(), ids={"lot": lot}, lane=lot % 2)
