"""What is declared beside the tables, carried out: the nightly sweep of what was kept its time."""

from datetime import timedelta

from sqlalchemy import delete

from bot.clock import Clock
from bot.storage.base import Base, personal_tables
from bot.storage.database import Database
from bot.storage.outbox import OutboxEntries

# Ended rows of the outbox help to answer "what happened last month", and nobody after that.
OUTBOX_KEPT = timedelta(days=30)


class Retention:
    """Deletes every row about a person whose time is over, as its table declares."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def sweep(self) -> int:
        """Answers how many rows went; doing it twice changes nothing more.

        Raises:
            StorageDown: nothing was deleted; the next night tries again.
        """
        now, gone = self._clock.now(), 0
        async with self._database.write() as tx:
            for name, declared in personal_tables().items():
                table = Base.metadata.tables[name]
                over = table.c[declared.until] < now - declared.keep
                gone += (await tx.execute(delete(table).where(over))).rowcount
            gone += await OutboxEntries(tx).prune(now - OUTBOX_KEPT)
        return gone
