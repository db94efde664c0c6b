"""What is declared beside the tables, carried out: the nightly sweep of what was kept its time."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table, delete, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.storage.base import Base, personal_tables
from bot.storage.communities import Communities, Community
from bot.storage.database import Database
from bot.storage.outbox import OutboxEntries

# Ended rows of the outbox help to answer "what happened last month", and nobody after that.
OUTBOX_KEPT = timedelta(days=30)
# Removed from a community: its data goes after 30 days.
COMMUNITY_KEPT = timedelta(days=30)
BATCH = 300  # rows in one transaction: a few milliseconds, in which writers wait


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
        for name, declared in personal_tables().items():
            table = Base.metadata.tables[name]
            gone += await self._go(table, table.c[declared.until] < now - declared.keep)
        async with self._database.write() as tx:
            gone += await OutboxEntries(tx).prune(now - OUTBOX_KEPT)
            gone += await self._left(tx, now - COMMUNITY_KEPT)
        await self._database.fold()
        return gone

    async def _go(self, table: Table, over: ColumnElement[bool]) -> int:
        """Delete what is over, a little at a time: whoever presses meanwhile waits for no more.

        What is over is read once, beside the writers; killed in between, the next night goes on.
        """
        key, gone = list(table.primary_key.columns), 0
        async with self._database.read() as tx:
            found = (await tx.execute(select(*key).where(over))).all()
        for place in range(0, len(found), BATCH):
            these = tuple_(*key).in_([tuple(row) for row in found[place : place + BATCH]])
            async with self._database.write() as tx:
                gone += (await tx.execute(delete(table).where(these, over))).rowcount
        return gone

    @staticmethod
    async def _left(tx: AsyncConnection, before: datetime) -> int:
        """Everything about communities that removed the bot before then, their key last."""
        left = [each.guild for each in await Communities(tx).all() if _before(each, before)]
        tables = [table for table in Base.metadata.sorted_tables if "guild_id" in table.c]
        gone = 0
        for table in reversed(tables):
            over = table.c["guild_id"].in_(left)
            gone += (await tx.execute(delete(table).where(over))).rowcount if left else 0
        return gone


def _before(community: Community, moment: datetime) -> bool:
    return community.removed_at is not None and community.removed_at < moment
