"""A small community for tests: the real bot, a real SQLite file, SimCord's Discord, our clock."""

import asyncio
from collections.abc import AsyncGenerator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import discord
import simcord

from bot.app import SupportBot
from bot.config import Config, read_config
from bot.keyring import Keyring
from bot.services.alarm import SilentAlarm
from bot.services.gaps import Nightly
from bot.storage.database import Database
from bot.storage.ledger import Moments
from bot.storage.schema import prepare
from bot.storage.types import give_keyring, keyring_of
from tests.shipped import WORDS

KEY = bytes(range(32))
SIMCORD_BEGINS = datetime(2026, 1, 1, tzinfo=UTC)
LONG = 3 * 24 * 3600
STATEMENTS: dict[str, Any] = {}


class WorldClock:
    """Tells SimCord's time."""

    def __init__(self) -> None:
        self.env: simcord.Env | None = None

    def now(self) -> datetime:
        assert self.env is not None
        return self.env.backend.clock.now()


def config_in(folder: Path, **values: str) -> Config:
    """Settings whose state lives in one folder."""
    home = folder / "var"
    home.mkdir(exist_ok=True)
    return read_config({"HEARTH_HOME": str(home), "HEARTH_CONTACT": "ops@example.org", **values})


@dataclass
class World:
    """Rooms, people and the bot of one test."""

    env: simcord.Env
    config: Config
    clock: WorldClock
    guild: Any
    rooms: dict[str, Any] = field(default_factory=dict)
    roles: dict[str, Any] = field(default_factory=dict)
    people: dict[str, Any] = field(default_factory=dict)
    users: dict[str, Any] = field(default_factory=dict)

    @property
    def bot(self) -> SupportBot:
        assert isinstance(self.env.bot, SupportBot)
        return self.env.bot

    def build(self) -> SupportBot:
        """A fresh bot over the same database and the same Discord."""
        return _bot(self.config, self.clock)

    async def set_up(self) -> None:
        """As a finished wizard leaves it."""
        await self.bot.adopt_rehearsal(
            self.guild.id,
            {name: room.id for name, room in self.rooms.items()},
            {name: role.id for name, role in self.roles.items()},
        )
        await self.env.settle()

    async def restart(self) -> None:
        """The process ends and a new one starts."""
        old = self.bot
        await self.env.restart_bot(self.build())
        await old.database.close()

    async def later(self, seconds: float) -> None:
        """Time passes, and the heartbeat beats: every six hours, in long spans once a day."""
        stride = 6 * 3600 if seconds <= LONG else 24 * 3600
        while seconds > 0:
            step = min(seconds, stride)
            await self.env.advance_time(step)
            await self.bot.beat()
            seconds -= step


@asynccontextmanager
async def open_world(folder: Path, **settings: str) -> AsyncGenerator[World]:
    """A community of four rooms and five people; the bot is in it and not yet set up."""
    clock = WorldClock()
    config = config_in(folder, **settings)
    file = config.home / "hearth.db"
    if not file.exists() and "DATABASE_URL" not in settings:
        file.touch(0o600)
        file.write_bytes(_migrated())
    env = simcord.Env(_bot(config, clock))
    clock.env = env
    await env.start()
    try:
        yield _furnish(env, config, clock)
    finally:
        await env.shutdown()
        await env.bot.close()  # SimCord never does, and the database's threads would stay
    env.raise_errors()


def _bot(config: Config, clock: WorldClock) -> SupportBot:
    bot = SupportBot(config, WORDS, Keyring([KEY]), clock, SilentAlarm())
    _share_statements(bot.database)
    return bot


def _share_statements(database: Database) -> None:
    """One memory of compiled statements for every world: compiling was a third of its price."""
    doors: Any = database
    for engine in (doors._writer.sync_engine, doors._readers.sync_engine):  # noqa: SLF001 - no other way in
        keyring, kept = keyring_of(engine.dialect), STATEMENTS.setdefault("kept", engine)
        engine.dialect = engine.pool._dialect = kept.dialect  # noqa: SLF001
        engine._compiled_cache = kept._compiled_cache  # noqa: SLF001
        give_keyring(engine.dialect, keyring)


@cache
def _migrated() -> bytes:
    """An empty database, migrated once: it was half of the price of each of hundreds of worlds."""
    with TemporaryDirectory() as folder, ThreadPoolExecutor(1) as aside:
        path, keyring = Path(folder) / "hearth.db", Keyring([KEY])

        async def make() -> None:
            database = Database(f"sqlite+aiosqlite:///{path}", keyring)
            await prepare(database, keyring)
            async with database.write() as tx:
                # As of one that has lived: a first night at every start costs as much as the start.
                await Moments(tx).note(Nightly.NAME, SIMCORD_BEGINS)
            await database.close()

        aside.submit(lambda: asyncio.run(make())).result()
        return path.read_bytes()


def _furnish(env: simcord.Env, config: Config, clock: WorldClock) -> World:
    guild = env.create_guild(name="Willow Room")
    world = World(env, config, clock, guild)
    world.roles["moderator"] = guild.create_role(
        "Moderators", permissions=discord.Permissions(moderate_members=True)
    )
    world.roles["facilitator"] = guild.create_role(
        "Hosts", permissions=discord.Permissions(manage_events=True)
    )
    admin = guild.create_role("Admin", permissions=discord.Permissions(manage_guild=True))
    for name in ("welcome", "lounge"):
        world.rooms[name] = guild.create_text_channel(name)
    world.rooms["staff"] = guild.create_text_channel("staff")
    for name, roles in {
        "june": [],
        "sol": [],
        "mara": [world.roles["moderator"]],
        "theo": [world.roles["moderator"]],
        "ada": [admin],
    }.items():
        world.users[name] = env.create_user(name)
        world.people[name] = guild.add_member(world.users[name], roles=roles)
    return world


def texts_of(message: Any) -> str:
    """Every word that a message shows, buttons included."""
    view = discord.ui.LayoutView.from_message(message, timeout=None)
    pieces = [message.content or ""]
    for item in view.walk_children():
        pieces.append(getattr(item, "content", None) or "")
        pieces.append(getattr(item, "label", None) or "")
    return "\n".join(piece for piece in pieces if piece)


def button(message: Any, address: str) -> str:
    """The custom_id of the button with an address."""
    view = discord.ui.LayoutView.from_message(message, timeout=None)
    for item in view.walk_children():
        custom_id = str(getattr(item, "custom_id", "") or "")
        if custom_id == address or custom_id.startswith((f"{address}:", f"{address}~")):
            return custom_id
    raise AssertionError(f"no {address} on the message")
