"""Notices when the bot was away, so that staff are told and recent messages are read once.

A sign of life is written every twenty seconds. At a start, or when Discord gives a fresh session
after one was lost, the last sign says from when nobody was listening.
"""

import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.ids import GuildId
from bot.storage.database import Database, StorageDown
from bot.storage.ledger import Moments
from bot.storage.outbox import Order

log = logging.getLogger("hearth.gaps")

GAP = "house:gap"
ALIVE = "alive"
EVERY = timedelta(seconds=20)
# Product 2: told when longer than a minute; messages younger than 30 minutes are read once.
TOLD_ABOVE = timedelta(minutes=1)
READ_BACK = timedelta(minutes=30)
SKEW = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Gap:
    """From when to when nobody was listening."""

    start: datetime
    end: datetime

    @property
    def read_from(self) -> datetime:
        """From when messages are read once more."""
        # A little before the last sign of life: what was read then is recognised and left alone.
        return max(self.start - SKEW, self.end - READ_BACK)


class SignOfLife:
    """A duty of the heartbeat: writes that the bot is listening, while it is."""

    def __init__(self, database: Database, clock: Clock, listening: Callable[[], bool]) -> None:
        self._database = database
        self._clock = clock
        self._listening = listening
        self._written: datetime | None = None

    async def work(self) -> None:
        """Write a sign of life where the last one is old enough."""
        now = self._clock.now()
        fresh = self._written is not None and now - self._written < EVERY
        if fresh or not self._listening():
            return
        async with self._database.write() as tx:
            await Moments(tx).note(ALIVE, now)
        self._written = now

    async def next_due(self) -> datetime | None:
        """It rides on the net of the alarm and asks for no beat of its own."""
        return None

    async def back(self) -> Gap | None:
        """The gap that has just ended, or None where there was none worth telling."""
        now, last = self._clock.now(), self._written
        try:
            async with self._database.write() as tx:
                moments = Moments(tx)
                last = await moments.last(ALIVE)
                await moments.note(ALIVE, now)
        except StorageDown:
            log.warning("gaps.not_kept")  # this process remembers its own last sign
        else:
            self._written = now
        if last is None or now - last <= TOLD_ABOVE:
            return None
        return Gap(last, now)


def notices(gap: Gap, guilds: Iterable[GuildId]) -> list[Order]:
    """What tells the staff of each community; once a gap."""
    ids = {"start": int(gap.start.timestamp()), "end": int(gap.end.timestamp())}
    return [
        Order(
            key=f"{GAP}:{guild}:{ids['start']}",
            kind=GAP,
            guild=guild,
            due=gap.end,
            ids=ids,
            late_after=gap.end + timedelta(days=1),
        )
        for guild in guilds
    ]


class Nightly:
    """A duty of the heartbeat: what is kept too long goes, once a night (at 03:00 UTC)."""

    NAME = "nightly"
    HOUR = 3

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._rounds: list[Callable[[], Awaitable[object]]] = []

    def add(self, work: Callable[[], Awaitable[object]]) -> None:
        """Give the night one more thing to do; doing it twice must change nothing."""
        self._rounds.append(work)

    async def work(self) -> None:
        """Do the round if it is due."""
        due = await self.next_due()
        if due is None or due > self._clock.now():
            return
        for work in self._rounds:
            await work()
        async with self._database.write() as tx:
            await Moments(tx).note(self.NAME, self._clock.now())

    async def next_due(self) -> datetime | None:
        """The next night's round."""
        async with self._database.read() as tx:
            last = await Moments(tx).last(self.NAME)
        now = self._clock.now()
        if last is None:
            return now
        round_ = last.replace(hour=self.HOUR, minute=0, second=0, microsecond=0)
        return round_ if round_ > last else round_ + timedelta(days=1)
