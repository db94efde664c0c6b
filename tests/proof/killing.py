"""Starts the deliverer, kills it at a random moment, again and again, and counts what became."""

import asyncio
import multiprocessing
import random
import secrets
import sqlite3
import time
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from bot.clock import SystemClock
from bot.keyring import Keyring
from bot.storage.outbox import OutboxRow, State
from bot.storage.schema import prepare
from tests.fakes import NONCE_MEMORY, FakeClock, StandInDiscord
from tests.proof import deliverer
from tests.proof.deliverer import Site

RATE = 60
LONGEST_LIFE = 0.1  # seconds: some twenty rows
EARLY = 0.1  # how often a process dies before it has begun to work
PATIENCE = 120  # seconds that a process may take to start, and the last one to finish


@dataclass(frozen=True, slots=True)
class Account:
    """What became of everything that was planned."""

    kills: int
    planned: int
    sent: int
    doubled: tuple[str, ...]
    lost: tuple[str, ...]
    in_flight: int
    made_unmarked: int

    def __str__(self) -> str:
        return (
            f"planned {self.planned}, sent {self.sent}, doubled {len(self.doubled)}, "
            f"lost {len(self.lost)}, kills {self.kills} "
            f"(rows in flight at a kill {self.in_flight}, "
            f"of them already posted {self.made_unmarked})"
        )


def kill_often(folder: Path, kills: int, memory: timedelta = NONCE_MEMORY) -> Account:
    """Kill that many deliverers over one database, let a last one finish, and count.

    Args:
        folder: an empty one.
        kills: how many.
        memory: how long nonces are remembered; zero leaves history as the only witness.
    """
    site = Site(folder, secrets.token_bytes(32), SystemClock().now(), RATE, memory)
    asyncio.run(_prepare(site))
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.proof.deliverer"])
    dice = random.Random(kills)  # noqa: S311 - no secret
    flying: Counter[bool] = Counter()
    for number in range(kills):
        mine, theirs = processes.Pipe(duplex=False)
        process = processes.Process(target=deliverer.live, args=(site, number, theirs))
        process.start()
        theirs.close()
        if dice.random() >= EARLY:
            assert mine.poll(PATIENCE), "the deliverer did not start"
            mine.recv_bytes()
        time.sleep(dice.random() * LONGEST_LIFE)
        assert process.is_alive(), "the deliverer fell by itself"
        process.kill()
        process.join()
        mine.close()
        flying += _in_flight(site)
    last = processes.Process(target=deliverer.finish, args=(site,))
    last.start()
    last.join(PATIENCE)
    assert last.exitcode == 0, "the last deliverer did not finish"
    return asyncio.run(_account(site, kills, flying))


async def _prepare(site: Site) -> None:
    database = site.database()
    await prepare(database, Keyring([site.key]))
    await database.close()


def _in_flight(site: Site) -> Counter[bool]:
    """How many rows were claimed when the process died, by whether their post already stood."""
    connection = sqlite3.connect(site.folder / "hearth.db")
    rows = connection.execute("SELECT key FROM outbox WHERE state = 'claimed'").fetchall()
    connection.close()
    standing = set(_posts(site))
    return Counter(key in standing for (key,) in rows)


def _posts(site: Site) -> Counter[str]:
    return Counter(StandInDiscord(FakeClock(), journal=site.journal).keys())


async def _account(site: Site, kills: int, flying: Counter[bool]) -> Account:
    database = site.database()
    async with database.read() as tx:
        found = await tx.execute(select(OutboxRow.key, OutboxRow.state, OutboxRow.message))
        rows = {row.key: (row.state, row.message) for row in found}
    await database.close()
    posts = StandInDiscord(FakeClock(), journal=site.journal).messages
    times = Counter(post.key for post in posts)
    marked = {(post.key, post.number) for post in posts}
    told = set(rows) | set(site.planned.read_text().split())
    lost = [key for key in told if (key, rows.get(key, ("", 0))[1]) not in marked]
    return Account(
        kills=kills,
        planned=len(told),
        sent=sum(state == State.SENT for state, _message in rows.values()),
        doubled=tuple(key for key, count in times.items() if count > 1),
        lost=tuple(lost),
        in_flight=flying.total(),
        made_unmarked=flying[True],
    )
