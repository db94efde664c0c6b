"""While keys are rotated or a night's retention runs, presses are acknowledged as on any day.

Presses come as raw gateway frames, forty a second, and are timed from the moment at which the
frame was planned to arrive, so that whatever holds the loop up counts, to the first answer handed
to Discord. A third answers at once and reads, a third answers at once and writes, a third has to
read before it can answer, for it opens a form. What runs beside them runs twice, over a little and
over four times as much, to see that it costs four times as much and not sixteen.
"""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

from bot.app import ROOT, SupportBot
from bot.ids import GuildId
from bot.keyring import Keyring, new_key, read_keys
from bot.services.alarm import SilentAlarm
from bot.services.privacy import Retention
from bot.storage.database import Database
from bot.storage.rotation import BATCH
from tests.bench.test_promises import CHANNEL, GUILD, furnished
from tests.bench.test_signpost_latency import ANSWERED
from tests.fakes import FakeClock
from tests.full import MADE, fill
from tests.world import WORDS, config_in

A_SECOND = 40
LITTLE, MORE = 1, 4
ROWS = BATCH  # of every table, in the smaller run
P99 = 1000  # milliseconds: product 5
CALM = 250  # milliseconds, at the same, of presses with nothing beside them
STEEPEST = 2.0  # times the share of work: a cost that grows with the square would be 4
PRESSED = ("me", "me:switch:0:1", "me:topics")
TEN_YEARS = timedelta(days=3651)


class Answers(AsyncWebhookAdapter):
    """Takes what is answered to interactions and notes when; Discord itself answers at once."""

    def __init__(self) -> None:
        super().__init__()
        self.planned: dict[int, float] = {}
        self.waited: dict[int, float] = {}

    async def request(self, route: Any, *_how: Any, **_options: Any) -> Any:
        number = int(route.webhook_id or 0) if route.url.endswith("/callback") else 0
        if number in self.planned:
            took = 1000 * (time.perf_counter() - self.planned[number])
            self.waited.setdefault(number, took)
            return {"interaction": {"id": str(number), "type": 2}}
        return {**ANSWERED, "id": "1", "channel_id": str(CHANNEL)}

    def at(self, share: float) -> float:
        """Milliseconds within which that share was acknowledged."""
        found = sorted(self.waited.values())
        return found[int(share * (len(found) - 1))]


def frame(number: int) -> bytes:
    """One press or command, as the gateway brings it."""
    named = PRESSED[number % len(PRESSED)]
    press: dict[str, Any] = {"custom_id": named, "component_type": 2}
    button = {"type": 2, "style": 2, "label": "x", "custom_id": named, "id": 2}
    row = {"type": 1, "id": 1, "components": [button]}
    message = {**ANSWERED, "id": "9", "channel_id": str(CHANNEL), "flags": 32768 | 64}
    who = {"id": str(7000 + number % 50), "username": "somebody", "discriminator": "0"}
    joined = "2026-01-01T00:00:00+00:00"
    member = {"roles": [], "joined_at": joined, "deaf": False, "mute": False, "flags": 0}
    command = {"id": "77", "name": named, "type": 1}
    body = {
        "id": str(number),
        "application_id": "1",
        "type": 3 if ":" in named else 2,
        "data": press if ":" in named else command,
        "guild_id": str(GUILD),
        "channel_id": str(CHANNEL),
        "channel": {"id": str(CHANNEL), "type": 0, "name": "lounge", "position": 0},
        "member": {**member, "permissions": "0", "user": {**who, "avatar": None}},
        "token": f"token{number}",
        "version": 1,
        "attachment_size_limit": 10_000_000,
        "locale": "en-GB",
        "entitlements": [],
        "authorizing_integration_owners": {},
        **({"message": {**message, "components": [row]}} if ":" in named else {}),
    }
    return json.dumps(body).encode()


async def pressing(bot: SupportBot, answers: Answers, until: asyncio.Task[Any]) -> None:
    """Press and press until something has ended."""
    parse = bot._connection.parsers["INTERACTION_CREATE"]  # noqa: SLF001 - the gateway's door
    begun, first = time.perf_counter(), len(answers.planned) + 1
    for number in count(first):
        planned = begun + (number - first) / A_SECOND
        await asyncio.sleep(max(0.0, planned - time.perf_counter()))
        if until.done():
            break
        answers.planned[number] = planned
        parse(json.loads(frame(number)))


async def beside(bot: SupportBot, answers: Answers, work: Awaitable[Any]) -> float:
    """Do something while presses come; answers how many seconds it took."""
    begun = time.perf_counter()
    running = asyncio.ensure_future(work)
    running.add_done_callback(lambda _: ended.append(time.perf_counter()))
    ended: list[float] = []
    await pressing(bot, answers, running)
    await running
    for _ in range(100):  # the last ones are answered
        if len(answers.waited) == len(answers.planned):
            break
        await asyncio.sleep(0.05)
    return ended[0] - begun


async def built(folder: Path, keyring: Keyring) -> SupportBot:
    """The whole bot over a real database, with one community."""
    bot = SupportBot(config_in(folder), WORDS, keyring, FakeClock(), SilentAlarm())
    await furnished(bot)
    bot._connection.application_id = 1  # noqa: SLF001 - what the login would tell

    async def nothing(*_: Any, **__: Any) -> list[Any]:
        return []

    bot.http.request = nothing  # pyright: ignore[reportAttributeAccessIssue] - a stand-in
    await bot.setup_hook()
    await bot.people.meet(GuildId(GUILD))
    return bot


async def full(file: Path, keyring: Keyring, rows: int) -> None:
    """So many rows in every table, sealed with these keys."""
    database = Database(f"sqlite+aiosqlite:///{file}", keyring)
    async with database.write() as tx:
        await fill(tx, rows)
    await database.close()


async def rotated(home: Path, line: str) -> None:
    """`keys rotate`, as an operator says it beside a running bot."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "keys", "rotate"),
        cwd=home,
        env={"PYTHONPATH": str(ROOT), "HEARTH_HOME": str(home), "HEARTH_KEY": line},
        stdout=asyncio.subprocess.DEVNULL,
    )
    assert await process.wait() == 0


@pytest.mark.parametrize("what", ["rotation", "retention"])
async def test_presses_are_acknowledged_meanwhile_and_the_cost_is_linear(
    tmp_path: Path, what: str
) -> None:
    alone, answers, took = Answers(), Answers(), dict[int, float]()
    async_context.set(alone)
    old, new = new_key(), new_key()
    for share in (LITTLE, MORE):
        folder = tmp_path / str(share)
        folder.mkdir()
        line = f"{new},{old}"
        bot = await built(folder, Keyring(read_keys(line)))
        file = bot.config.database_file
        assert file is not None
        await full(file, Keyring(read_keys(old)), share * ROWS)
        if what == "rotation":
            work = rotated(bot.config.home, line)
        else:
            work = Retention(bot.database, FakeClock(MADE + TEN_YEARS)).sweep()
        await beside(bot, alone, asyncio.sleep(2))
        async_context.set(answers)
        took[share] = await beside(bot, answers, work)
        async_context.set(alone)
        await bot.database.close()
    steep = took[MORE] / took[LITTLE] / (MORE / LITTLE)
    half, most, calm = answers.at(0.5), answers.at(0.99), alone.at(0.99)
    print(  # noqa: T201 - what this is run for
        f"{what}: {took[LITTLE]:.1f} and {took[MORE]:.1f} s ({steep:.1f} of linear); "
        f"{len(answers.planned)} presses, median {half:.0f} ms, p99 {most:.0f} ms; "
        f"with nothing beside them p99 {calm:.0f} ms"
    )
    assert len(answers.waited) == len(answers.planned) > A_SECOND
    if calm > CALM:
        pytest.skip("so busy a machine, on which presses wait by themselves, tells nothing of this")
    assert steep < STEEPEST
    assert most < P99
