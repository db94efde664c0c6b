"""Keeps the database's journal short: it tells in which order, and beside what, was written."""

import logging
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.storage.database import Database, StorageDown

log = logging.getLogger("hearth.sharing")

EVERY = timedelta(minutes=1)


class Journal:
    """A duty of the heartbeat: the journal holds the order of a minute or so, and no more.

    At its own time and not after each share, for then its beginning would tell when that was.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock
        self._last: datetime | None = None

    async def work(self) -> None:
        """Fold it into the database, once a minute."""
        now = self._clock.now()
        if self._last is None or not timedelta() <= now - self._last < EVERY:
            await fold(self._database)
            self._last = now

    async def next_due(self) -> datetime | None:
        """Nothing wakes for it: there is a beat several times a minute."""
        return None


async def fold(database: Database) -> None:
    """Fold the journal into the database; where that fails, the next minute tries again."""
    try:
        await database.fold()
    except StorageDown:
        log.warning("sharing.journal_not_folded")
