"""A process that runs sessions, and is killed at any moment; its clock goes on only while it lives.

So nothing is ever late for its window, and every planned action has to happen exactly once.
"""

import asyncio
import os
import random
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import uuid4

from bot.ids import ChannelId, GuildId, UserId
from bot.keyring import Keyring
from bot.services.outbox import Outbox
from bot.services.people import People
from bot.storage.database import Database
from bot.storage.schema import prepare
from cogs.sessions.domain.plan import Absent
from cogs.sessions.domain.seats import Answer
from tests.fakes import StandInDiscord
from tests.proof.deliverer import SLOWEST_CALL, Weather
from tests.store.session_house import CHANNEL, GUILD, HOST, PLAN, House, services

BEGAN = datetime.fromisoformat("2026-03-01T12:00+00:00")
TICK = timedelta(seconds=50)
MEMBERS = [UserId(7000 + each) for each in range(3)]


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a row of processes works, one after another."""

    folder: Path
    key: bytes

    @property
    def rooms(self) -> Path:
        return self.folder / "rooms"

    def database(self) -> Database:
        return Database(f"sqlite+aiosqlite:///{self.folder / 'hearth.db'}", Keyring([self.key]))


class Hourglass:
    """The time that was lived so far, kept in a file."""

    def __init__(self, stage: Stage) -> None:
        self._path = stage.folder / "now.txt"

    def now(self) -> datetime:
        if not self._path.exists():
            return BEGAN
        return datetime.fromisoformat(self._path.read_text())

    def turn(self) -> None:
        fresh = self._path.with_suffix(".new")
        fresh.write_text((self.now() + TICK).isoformat())
        fresh.replace(self._path)


class RoomsOnDisk:
    """Threads as Discord has them: only the look keeps a second one from being made."""

    def __init__(self, stage: Stage, seed: int) -> None:
        self._folder = stage.rooms
        self._dice = random.Random(seed)  # noqa: S311 - no secret

    def lacking(self, guild: GuildId, channel: ChannelId, *, thread: bool) -> tuple[str, ...]:
        return ()

    async def present(
        self, guild: GuildId, room: ChannelId, people: Collection[UserId], since: datetime
    ) -> bool:
        return False

    async def here(self, guild: GuildId, user: UserId) -> bool:
        return True

    async def open(self, guild: GuildId, channel: ChannelId, number: int) -> ChannelId:
        await self._pause()
        if not any(self._folder.glob(f"{number}-*")):
            (self._folder / f"{number}-{uuid4().hex}").touch()
        await self._pause()
        return ChannelId(90_000 + number)

    async def admit(self, room: ChannelId, user: UserId) -> None: ...

    async def lock(self, room: ChannelId) -> None:
        await self._pause()

    async def remove(self, room: ChannelId) -> None:
        await self._pause()
        (self._folder / f"removed-{room - 90_000}").touch()
        await self._pause()

    async def _pause(self) -> None:
        await asyncio.sleep(self._dice.random() * SLOWEST_CALL)


async def plan(stage: Stage, sessions: int) -> None:
    """A database with that many sessions, each once, a few minutes apart."""
    stage.rooms.mkdir()
    database = stage.database()
    await prepare(database, Keyring([stage.key]))
    people = People(database, Hourglass(stage))
    await people.meet(GUILD)
    house = _house(stage, database, people, 0)
    for number in range(1, sessions + 1):
        start = (BEGAN + timedelta(hours=26, minutes=7 * number)).replace(tzinfo=None)
        once = PLAN.but(repeat="", start=start, absent=Absent.LEADERLESS, minutes=30, kept_hours=1)
        draft = await house.planning.begin(GUILD, HOST, "UTC")
        await house.planning.change(GUILD, draft.id, HOST, lambda _, once=once: once)
        await house.planning.publish(GUILD, draft.id, HOST, lambda _: CHANNEL)
        await house.clockwork.work()
        for who in MEMBERS:
            await house.coming.say(number, GUILD, who, Answer.COMING)
            await house.coming.wish(number, GUILD, who, remind=True)
    await database.close()


def live(stage: Stage, number: int, ready: Connection) -> None:
    """Do what is due until somebody kills this process."""
    asyncio.run(_live(stage, number, ready))


def finish(stage: Stage, until: datetime) -> None:
    """Do what is due in calm weather, to the end."""
    asyncio.run(_finish(stage, until))


async def _live(stage: Stage, number: int, ready: Connection) -> None:
    glass, database = Hourglass(stage), stage.database()
    people = People(database, glass)
    await people.load()
    house = _house(stage, database, people, number)
    discord = StandInDiscord(glass, timedelta(minutes=3), stage.folder / "discord.jsonl")
    assert discord.messages is not None
    outbox = Outbox(database, Weather(discord, number, fog=0.1), glass, again=frozenset())
    ready.send_bytes(b"ready")
    while True:
        await house.clockwork.work()
        await outbox.deliver()
        glass.turn()


async def _finish(stage: Stage, until: datetime) -> None:
    glass, database = Hourglass(stage), stage.database()
    people = People(database, glass)
    await people.load()
    house = _house(stage, database, people, os.getpid())
    discord = StandInDiscord(glass, timedelta(minutes=3), stage.folder / "discord.jsonl")
    outbox = Outbox(database, discord, glass, again=frozenset())
    while glass.now() < until:
        await house.clockwork.work()
        await outbox.deliver()
        glass.turn()
    await database.close()


def _house(stage: Stage, database: Database, people: People, seed: int) -> House:
    rooms, glass = RoomsOnDisk(stage, seed), Hourglass(stage)
    return services(database, glass, rooms, people)
