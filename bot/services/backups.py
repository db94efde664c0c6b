"""A backup a day by the running bot, and the end of those whose week is over."""

import asyncio
import logging
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import Clock
from bot.errors import StartRefused
from bot.keyring import Keyring
from bot.storage.backups import KEPT, end_old, found_in, make

log = logging.getLogger("hearth.backups")

# After the nightly round of 03:00 UTC: what was erased is no longer in it.
AT = timedelta(hours=3, minutes=20)
TRY_AGAIN = timedelta(hours=1)


class DailyBackups:
    """A duty of the heartbeat. The copying is done beside it: no beat waits for a disk.

    Args:
        database: the file that is copied.
        keyring: seals the copies.
        folder: where they lie; its files' names are the only memory.
        clock: tells the time.
    """

    def __init__(self, database: Path, keyring: Keyring, folder: Path, clock: Clock) -> None:
        self._database, self._keyring = database, keyring
        self._folder, self._clock = folder, clock
        self._next: datetime | None = None
        self._running: asyncio.Task[None] | None = None

    async def work(self) -> None:
        """Begin what is due, unless it is still going on."""
        now = self._clock.now()
        busy = self._running is not None and not self._running.done()
        if busy or (self._next is not None and now < self._next):
            return
        self._running = asyncio.create_task(self._round(now))

    async def next_due(self) -> datetime | None:
        """When the next copy is due, or the next one ends."""
        return self._next

    async def finished(self) -> None:
        """Wait for what is going on."""
        if self._running is not None:
            await self._running

    async def _round(self, now: datetime) -> None:
        self._next = now + TRY_AGAIN
        try:
            self._next = await asyncio.to_thread(self._look_after, now)
        except (StartRefused, OSError) as problem:
            log.error(  # noqa: TRY400 - `why` is the whole of it
                "backups.failed", extra={"why": str(problem), "again_at": self._next.isoformat()}
            )

    def _look_after(self, now: datetime) -> datetime:
        ended = end_old(self._folder, now)
        if ended:
            log.info("backups.ended", extra={"count": ended})
        found = found_in(self._folder)
        if not found or found[0].made_at < _last_slot(now):
            made = make(self._database, self._keyring, self._folder, now)
            log.info("backups.made", extra={"file": made.path.name})
            found.insert(0, made)
        return min(_last_slot(now) + timedelta(days=1), found[-1].made_at + KEPT)


def _last_slot(now: datetime) -> datetime:
    """The latest instant before now at which a copy was due."""
    slot = now.replace(hour=0, minute=0, second=0, microsecond=0) + AT
    return slot if slot <= now else slot - timedelta(days=1)
