"""The promises with numbers that the foundation makes. Run with `make bench`.

Figures are printed; each is held against its promise, as a ratio in the same run wherever speed
is meant, so that a slow or a busy machine changes nothing.
"""

import asyncio
import gc
import gzip
import json
import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

import discord

from bot.app import ROOT, SupportBot
from bot.ids import GuildId
from bot.keyring import Keyring
from bot.services.alarm import SilentAlarm
from bot.services.outbox import Outbox
from bot.storage.database import Database
from bot.storage.outbox import OutboxEntries, OutboxRow, State
from bot.storage.schema import prepare
from bot.ui.ear import intents
from tests.fakes import START, FakeClock, StandInDiscord
from tests.world import WORDS, config_in

KEY = bytes(range(32))
GUILD, CHANNEL = 4000, 5000
BENIGN = ROOT.parent / "shared" / "crisis" / "benign_dev.txt.gz"
ORDINARY = ("good morning all", "that film was great", "who is up for tea later?", "lol same here")


def lines() -> list[str]:
    """Ordinary chat: the development set where it is, else a few lines of our own."""
    if BENIGN.is_file():
        with gzip.open(BENIGN, "rt", encoding="utf-8") as file:
            return [line.rstrip("\n") for line in file][:4000]
    return list(ORDINARY) * 1000


def frames() -> list[bytes]:
    """Gateway frames as Discord sends them."""
    member = {"roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False}
    return [
        json.dumps(
            {
                "op": 0,
                "t": "MESSAGE_CREATE",
                "d": {
                    "id": str(10**18 + number),
                    "channel_id": str(CHANNEL),
                    "guild_id": str(GUILD),
                    "author": {
                        "id": str(7000 + number % 50),
                        "username": "somebody",
                        "discriminator": "0",
                        "avatar": None,
                    },
                    "member": member,
                    "content": text,
                    "timestamp": "2026-01-01T00:00:00+00:00",
                    "edited_timestamp": None,
                    "tts": False,
                    "mention_everyone": False,
                    "mentions": [],
                    "mention_roles": [],
                    "attachments": [],
                    "embeds": [],
                    "pinned": False,
                    "type": 0,
                },
            }
        ).encode()
        for number, text in enumerate(lines())
    ]


class Bare(discord.Client):
    """A client that does nothing with a message."""

    async def on_message(self, message: discord.Message) -> None:
        """Nothing."""


async def furnished(client: discord.Client) -> None:
    await client._async_setup_hook()  # noqa: SLF001 - what `login` does before the first request
    state: Any = client._connection  # noqa: SLF001 - the door through which the gateway comes
    state.user = discord.ClientUser(
        state=state, data={"id": "1", "username": "bot", "discriminator": "0", "avatar": None}
    )
    channel = {"id": str(CHANNEL), "type": 0, "name": "lounge", "position": 0}
    state._add_guild_from_data(  # noqa: SLF001 - as above
        {"id": str(GUILD), "name": "Room", "channels": [channel], "roles": [], "members": []}
    )


async def fed(client: discord.Client, raw: list[bytes]) -> float:
    """Seconds of CPU for decoding, parsing, dispatching and everything that follows."""
    state: Any = client._connection  # noqa: SLF001 - as above
    parse = state.parsers["MESSAGE_CREATE"]
    gc.collect()
    start = time.process_time()
    for number, frame in enumerate(raw):
        parse(json.loads(frame)["d"])
        if number % 20 == 0:
            await asyncio.sleep(0)
    others = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.gather(*others)
    return time.process_time() - start


async def test_the_message_path_keeps_seven_tenths_of_a_bare_client(tmp_path: Path) -> None:
    config = config_in(tmp_path)
    bot = SupportBot(config, WORDS, Keyring([KEY]), FakeClock(), SilentAlarm())
    bare = Bare(intents=intents(members=False))
    for client in (bot, bare):
        await furnished(client)
    from cogs.crisis.cog import Crisis  # noqa: PLC0415 - after the bot exists

    bot.router.watch(Crisis(bot).heard)
    raw, ratios = frames(), list[float]()
    for _ in range(7):
        one, other = await fed(bare, raw), await fed(bot, raw)
        ratios.append(one / other)
    each = 1e6 * other / len(raw)
    print(f"message path: {median(ratios):.2f} of a bare client ({each:.1f} µs a message)")  # noqa: T201
    await bot.database.close()
    assert median(ratios) >= 0.70


async def test_a_beat_with_a_hundred_thousand_planned_rows(tmp_path: Path) -> None:
    keyring, clock = Keyring([KEY]), FakeClock()
    times: dict[int, float] = {}
    for count in (1_000, 100_000):
        database = Database(f"sqlite+aiosqlite:///{tmp_path / str(count)}", keyring)
        await prepare(database, keyring)
        await plan(database, count)
        outbox = Outbox(database, StandInDiscord(clock), clock, again=frozenset())
        await outbox.deliver()
        taken: list[float] = []
        for _ in range(20):
            start = time.perf_counter()
            await outbox.deliver()
            await outbox.next_due()
            taken.append(time.perf_counter() - start)
        times[count] = median(taken)
        await database.close()
    ratio = times[100_000] / times[1_000]
    print(f"beat: {1000 * times[100_000]:.1f} ms at 100,000 rows, {ratio:.2f} x that of 1,000")  # noqa: T201
    assert times[100_000] < 0.05
    assert ratio < 3


async def plan(database: Database, count: int) -> None:
    due = START + timedelta(days=30)
    rows = [
        {
            "key": f"checkins:prompt:{number}",
            "kind": "checkins:prompt",
            "guild_id": GuildId(GUILD),
            "lane": number % 3,
            "ids": {"slot": number},
            "due": due,
            "next_at": due + timedelta(seconds=number),
            "state": State.PENDING,
            "attempts": 0,
            "blind_looks": 0,
        }
        for number in range(count)
    ]
    async with database.write() as tx:
        await tx.execute(OutboxRow.__table__.insert(), rows)
        assert await OutboxEntries(tx).next_due() is not None


BUILD = """
import asyncio, os, sys
from pathlib import Path
from bot.app import SupportBot, Words, feature_names
from bot.clock import SystemClock
from bot.keyring import Keyring
from bot.services.alarm import SystemAlarm
from bot.storage.schema import prepare
from tests.bench.test_promises import KEY
from bot.config import read_config
import importlib

async def build():
    config = read_config({"HEARTH_HOME": sys.argv[1]})
    bot = SupportBot(config, Words.load(), Keyring([KEY]), SystemClock(), SystemAlarm())
    await prepare(bot.database, bot.keyring)
    for name in feature_names():
        await importlib.import_module(f"cogs.{name}").setup(bot)
    await bot.database.close()

asyncio.run(build())
"""


def built(folder: Path) -> tuple[float, float]:
    """CPU seconds and peak megabytes of a process that builds the whole bot and ends."""
    code = BUILD.replace("from tests.bench.test_promises import KEY", f"KEY = {KEY!r}")
    code = code.replace("asyncio.run(build())", "asyncio.run(build())\n" + REPORT)
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    cpu, kilobytes = done.stdout.split()[-2:]
    return float(cpu), int(kilobytes) / 1024


REPORT = """
import resource

used = resource.getrusage(resource.RUSAGE_SELF)
# Not ru_maxrss: a child inherits its parent's peak in it.
status = Path("/proc/self/status").read_text().split()
print(used.ru_utime + used.ru_stime, status[status.index("VmHWM:") + 1])
"""


def test_start_and_memory(tmp_path: Path) -> None:
    built(tmp_path)  # the first start makes the database
    figures = [built(tmp_path) for _ in range(3)]
    cpu, megabytes = median(f[0] for f in figures), median(f[1] for f in figures)
    print(f"start: {cpu:.2f} s of CPU; memory: {megabytes:.0f} MB at its peak")  # noqa: T201
    assert megabytes <= 120
    assert cpu <= 1.5
