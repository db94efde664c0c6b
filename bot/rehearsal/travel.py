"""Moves the rehearsal through time, so that what is due happens when it is due."""

import asyncio
import logging
import time as machine
from datetime import datetime, time, timedelta

from bot.errors import HearthError
from bot.rehearsal.stage import Stage

log = logging.getLogger("hearth.rehearsal")

TICK_SECONDS = 1.0
# SimCord lets a step take 5 s of real time; a quarter of a day stays far below that.
LONGEST_STEP = timedelta(hours=6)
SHORTEST_STEP = timedelta(seconds=1)
# What somebody will wait for without wondering whether the page has broken.
PATIENCE_SECONDS = 20.0


class NoSuchTime(HearthError):
    """A way to move time was asked for that the rehearsal does not know."""


class Traveller:
    """The rehearsal's hands of the clock."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.next_due: tuple[datetime, str] | None = None

    async def tick(self) -> None:
        """Let time pass as it passes outside, until cancelled; one failed tick ends nothing."""
        before = machine.monotonic()
        told: type[Exception] | None = None
        while True:
            await asyncio.sleep(TICK_SECONDS)
            async with self._stage.lock:
                now = machine.monotonic()
                elapsed, before = now - before, now
                try:
                    await self._pass(timedelta(seconds=elapsed))
                    await self._stage.refresh()
                    told = None
                except Exception as problem:  # a door: the rehearsal goes on without this tick
                    if type(problem) is not told:  # the same trouble every second is told once
                        log.error(  # noqa: TRY400 - the log's filter prints frames without words
                            "rehearsal.tick_failed", exc_info=problem
                        )
                    told = type(problem)

    async def skip(self, to: str) -> None:
        """Move on: `due` (the next due thing), `hour`, `morning` or `week`.

        Raises:
            NoSuchTime: it is none of those.
        """
        async with self._stage.lock:
            target = await self._target(to)
            if target is None:
                self._stage.tell("Nothing is planned. You can move an hour or a day instead.")
                return
            arrived = await self._travel(target)
            await self._stage.refresh()
            now = spoken(self._stage.env.now())
            late = "" if arrived else " A lot happened on the way, so time stopped here."
            self._stage.tell(f"It is now {now}.{late}")

    async def look_ahead(self) -> None:
        """Ask the bot what is due next; the page shows it. Needs the lock."""
        with self._stage.env.time_context():
            self.next_due = await self._stage.bot.next_due()

    async def _pass(self, amount: timedelta) -> None:
        await self._stage.env.advance_time(amount.total_seconds())
        await self._stage.beat()
        await self.look_ahead()

    async def _travel(self, target: datetime) -> bool:
        patience = machine.monotonic() + PATIENCE_SECONDS
        while (now := self._stage.env.now()) < target:
            if machine.monotonic() > patience:
                return False
            await self._pass(self._step(now, target))
        return True

    def _step(self, now: datetime, target: datetime) -> timedelta:
        due = self.next_due[0] if self.next_due is not None else target
        if due <= now:  # what could not be done just now is not waited for
            due = target
        return max(min(due, target, now + LONGEST_STEP) - now, SHORTEST_STEP)

    async def _target(self, to: str) -> datetime | None:
        now = self._stage.env.now()
        if to == "due":
            await self.look_ahead()
            return max(self.next_due[0], now + SHORTEST_STEP) if self.next_due else None
        if to == "hour":
            return now + timedelta(hours=1)
        if to == "week":
            return now + timedelta(weeks=1)
        if to == "morning":
            return next_morning(now, self._stage.script.community.morning)
        raise NoSuchTime("Time can move to: due, hour, morning, week.")


def next_morning(now: datetime, morning: time) -> datetime:
    """The first `morning` that is still to come, in the same zone as `now`."""
    today = datetime.combine(now.date(), morning, tzinfo=now.tzinfo)
    return today if today > now else today + timedelta(days=1)


def spoken(moment: datetime) -> str:
    """A moment in words, the same for every locale of the machine."""
    return f"{DAYS[moment.weekday()]}, {moment.day} {MONTHS[moment.month - 1]}, {moment:%H:%M}"


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
