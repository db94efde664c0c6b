"""A beat with nothing due is cheap, and no dearer with a hundred thousand planned rows.

The gate is ours: under 50 ms, flat from 1,000 to 100,000 rows, memory flat.
"""

import asyncio
import statistics
import time
import tracemalloc
from collections.abc import Callable, Generator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from sqlalchemy import insert

from bot.ids import GuildId
from bot.keyring import Keyring
from bot.services.alarm import SilentAlarm
from bot.services.heartbeat import Heartbeat
from bot.services.outbox import Outbox
from bot.storage.database import Database
from bot.storage.outbox import OutboxRow, State
from bot.storage.schema import prepare
from tests.fakes import START, FakeClock, StandInDiscord

FEW, MANY = 1_000, 100_000
CHUNK = 10_000
LONGEST = timedelta(milliseconds=50)
STEEPEST = 3  # a scan would make it a hundred
GROWTH = 300_000  # bytes over 200 beats: a leak of two kilobytes a beat is seen


class Posts:
    """The outbox as a duty of the heartbeat."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    async def work(self) -> int:
        return await self._outbox.deliver()

    async def next_due(self) -> datetime | None:
        return await self._outbox.next_due()


class Beat:
    """A heartbeat over a file with many planned rows, none of them due."""

    def __init__(self, path: Path, rows: int) -> None:
        keyring = Keyring([b"k" * 32])
        self._loop = asyncio.Runner()
        self._database = Database(f"sqlite+aiosqlite:///{path}", keyring)
        clock = FakeClock()
        self.discord = StandInDiscord(clock)
        self._heart = Heartbeat(clock, SilentAlarm())
        self._heart.add(
            "posts", Posts(Outbox(self._database, self.discord, clock, again=frozenset()))
        )
        self._loop.run(prepare(self._database, keyring))
        self._loop.run(self._plan(rows))
        self()

    def __call__(self) -> None:
        self._loop.run(self._heart.beat())

    def planned(self) -> datetime | None:
        found = self._loop.run(self._heart.next_due())
        return None if found is None else found[0]

    def close(self) -> None:
        self._loop.run(self._database.close())
        self._loop.close()

    async def _plan(self, rows: int) -> None:
        for first in range(0, rows, CHUNK):
            chunk = [_row(number) for number in range(first, min(first + CHUNK, rows))]
            async with self._database.write() as tx:
                await tx.execute(insert(OutboxRow), chunk)


def _row(number: int) -> dict[str, object]:
    due = START + timedelta(hours=1, seconds=number)
    return {
        "key": f"checkins:prompt:{number}", "kind": "checkins:prompt", "lane": number % 3,
        "guild_id": GuildId(4000 + number % 50), "ids": {"slot": number}, "due": due,
        "next_at": due, "late_after": due + timedelta(hours=2), "state": State.PENDING,
        "attempts": 0, "blind_looks": 0,
    }  # fmt: skip


@pytest.fixture(scope="module")
def beats(tmp_path_factory: pytest.TempPathFactory) -> Generator[Callable[[int], Beat]]:
    made: dict[int, Beat] = {}

    def with_rows(rows: int) -> Beat:
        if rows not in made:
            made[rows] = Beat(tmp_path_factory.mktemp("beat") / "hearth.db", rows)
        return made[rows]

    yield with_rows
    for beat in made.values():
        beat.close()


def cost(beat: Beat) -> float:
    began = time.perf_counter()
    beat()
    return time.perf_counter() - began


def test_a_beat_with_a_hundred_thousand_rows_takes_less_than_50_ms(
    beats: Callable[[int], Beat], benchmark: BenchmarkFixture
) -> None:
    beat = beats(MANY)
    benchmark.pedantic(beat, rounds=50)
    costs = sorted(cost(beat) for _ in range(50))
    figures = f"median {costs[25] * 1000:.1f} ms, most {costs[-1] * 1000:.1f} ms"
    print(f"\na beat over {MANY} rows: {figures}")  # noqa: T201 - what this is run for
    assert costs[45] < LONGEST.total_seconds()  # 9 in 10: the machine has other things to do
    assert beat.planned() == START + timedelta(hours=1)  # the rows were there
    assert beat.discord.sends == []


def test_the_cost_of_a_beat_does_not_grow_with_the_rows(beats: Callable[[int], Beat]) -> None:
    few, many = beats(FEW), beats(MANY)
    pairs = [(cost(few), cost(many)) for _ in range(60)]  # taken in turns, in the same weather
    ratio = statistics.median(b for _, b in pairs) / statistics.median(a for a, _ in pairs)
    print(f"\n{MANY} rows cost {ratio:.2f} times what {FEW} cost")  # noqa: T201 - as above
    assert ratio < STEEPEST


def test_a_beat_leaves_no_memory_behind_and_takes_none_for_more_rows(
    beats: Callable[[int], Beat],
) -> None:
    peaks: dict[int, int] = {}
    for rows in (FEW, MANY):
        beat = beats(rows)
        for _ in range(20):
            beat()
        tracemalloc.start()
        try:
            beat()
            before, _ = tracemalloc.get_traced_memory()
            tracemalloc.reset_peak()
            for _ in range(200):
                beat()
            after, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        peaks[rows] = peak - before
        assert after - before < GROWTH
    print(f"\npeaks of 200 beats above their start, in bytes: {peaks}")  # noqa: T201 - as above
    assert peaks[MANY] < peaks[FEW] + GROWTH
