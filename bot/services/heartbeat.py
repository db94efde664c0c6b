"""Asks what is due and does it; woken by the alarm, and by whoever has just changed a plan."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Protocol

from bot.clock import Clock
from bot.errors import HearthError

log = logging.getLogger("hearth.heartbeat")

# Above the cost of a beat by far, below the minute after which a gap is told to staff.
NET = timedelta(seconds=20)


class Alarm(Protocol):
    """Wakes the heartbeat. Knows nothing of what is due."""

    def arm(self, at: datetime) -> None:
        """Ring at that instant; the last call counts."""
        ...

    def start(self, ring: Callable[[], Awaitable[None]]) -> None:
        """From now on, call `ring` when it is time, and every now and then as a safety net."""
        ...

    def stop(self) -> None:
        """Ring no more."""
        ...


class Duty(Protocol):
    """Something that has work at certain times."""

    async def work(self) -> object:
        """Do what is due now; doing it twice changes nothing."""
        ...

    async def next_due(self) -> datetime | None:
        """When there is work next."""
        ...


class Heartbeat:
    """Runs every duty when it is due, one beat at a time."""

    def __init__(self, clock: Clock, alarm: Alarm) -> None:
        self._clock = clock
        self._alarm = alarm
        self._duties: dict[str, Duty] = {}
        self._beating = False
        self._once_more = False

    def add(self, name: str, duty: Duty) -> None:
        """Give the heartbeat one more duty; they run in the order in which they were added."""
        self._duties[name] = duty

    def start(self) -> None:
        """Let the alarm ring."""
        self._alarm.start(self.beat)

    def stop(self) -> None:
        """Silence the alarm; a beat that runs goes on to its end."""
        self._alarm.stop()

    async def beat(self) -> None:
        """Do what is due. A beat asked for during a beat follows it; none is lost."""
        if self._beating:
            self._once_more = True
            return
        self._beating = True
        try:
            while True:
                self._once_more = False
                await self._round()
                if not self._once_more:
                    break
        finally:
            self._beating = False
        await self._arm()

    async def next_due(self) -> tuple[datetime, str] | None:
        """The next instant at which a duty has work, and the duty's name."""
        found: list[tuple[datetime, str]] = []
        for name, duty in self._duties.items():
            try:
                at = await duty.next_due()
            except HearthError:
                continue  # the beat itself has told of it
            if at is not None:
                found.append((at, name))
        return min(found, default=None)

    async def _round(self) -> None:
        for name, duty in self._duties.items():
            try:
                await duty.work()
            except asyncio.CancelledError:
                raise
            except Exception as problem:  # a door: one duty's trouble stops no other
                log.error(  # noqa: TRY400 - the filter prints frames without words
                    "heartbeat.duty_failed", extra={"duty": name}, exc_info=problem
                )

    async def _arm(self) -> None:
        now = self._clock.now()
        due = await self.next_due()
        if due is not None and due[0] < now + NET:
            self._alarm.arm(max(due[0], now + timedelta(milliseconds=200)))
