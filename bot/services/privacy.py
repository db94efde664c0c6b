"""What is declared beside the tables, carried out: the nightly sweep of what was kept its time."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table, and_, delete, not_, select, tuple_

from bot.clock import Clock
from bot.ids import GuildId
from bot.storage.base import Base, personal_tables
from bot.storage.communities import Communities, CommunityRow, parted_before
from bot.storage.database import Database
from bot.storage.outbox import OVER, OutboxRow, State

# Ended rows of the outbox help to answer "what happened last month", and nobody after that.
OUTBOX_KEPT = timedelta(days=30)
# Removed from a community: its data goes after 30 days.
COMMUNITY_KEPT = timedelta(days=30)
BATCH = 300  # rows in one transaction: a few milliseconds, in which writers wait


class Retention:
    """Deletes every row about a person whose time is over, as its table declares.

    Args:
        database: where the rows live.
        clock: tells the time.
        forget: what else drops a community from memory once its data has gone.
        stay: kinds of posts that stand for months; their rows say where.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *forget: Callable[[GuildId], None],
        stay: Collection[str] = (),
    ) -> None:
        self._database = database
        self._clock = clock
        self._forget, self._stay = forget, stay

    async def sweep(self) -> int:
        """Answers how many rows went; doing it twice changes nothing more.

        Raises:
            StorageDown: what is left to delete, the next night does.
        """
        now, gone = self._clock.now(), 0
        for name, declared in personal_tables().items():
            table = Base.metadata.tables[name]
            gone += await self._go(table, table.c[declared.until] < now - declared.keep)
        stands = and_(OutboxRow.state == State.SENT, OutboxRow.kind.in_(self._stay))
        old = OutboxRow.due < now - OUTBOX_KEPT
        ended = and_(OutboxRow.state.in_(OVER), old, not_(stands))
        gone += await self._go(Base.metadata.tables[OutboxRow.__tablename__], ended)
        gone += await self._part(now - COMMUNITY_KEPT)
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

    async def _part(self, before: datetime) -> int:
        """Everything about communities that removed the bot before then, their key last.

        Asked again with each delete: one that adds the bot back meanwhile keeps what is left.
        """
        async with self._database.read() as tx:
            parted = await Communities(tx).parted(before)
        if not parted:
            return 0
        still = parted_before(before)
        of_theirs = [each for each in Base.metadata.sorted_tables if "guild_id" in each.c]
        of_theirs.sort(key=lambda each: each.name == CommunityRow.__tablename__)
        gone = sum([await self._go(each, each.c["guild_id"].in_(still)) for each in of_theirs])
        async with self._database.read() as tx:
            left = {each.guild for each in await Communities(tx).all()}
        for guild in parted - left:
            for forget in self._forget:
                forget(guild)
        return gone
