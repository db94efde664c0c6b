"""How many posts were planned, and what could not be posted."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import GuildId
from bot.storage.outbox import OutboxRow, State

_FAILED = (State.FAILED, State.UNKNOWN, State.EXPIRED)


async def planned_since(tx: AsyncConnection, guild: GuildId, kind: str, since: datetime) -> int:
    """How many posts of a kind became due in a community since then."""
    found = await tx.execute(
        select(func.count())
        .select_from(OutboxRow)
        .where(OutboxRow.guild_id == guild, OutboxRow.kind == kind, OutboxRow.due > since)
    )
    return found.scalar_one()


async def not_posted(
    tx: AsyncConnection, guild: GuildId, since: datetime
) -> Sequence[tuple[str, str, int]]:
    """What could not be posted since then: kind, reason, how many."""
    rows = await tx.execute(
        select(OutboxRow.kind, OutboxRow.reason, func.count())
        .where(OutboxRow.guild_id == guild, OutboxRow.due >= since)
        .where(OutboxRow.state.in_(_FAILED))
        .group_by(OutboxRow.kind, OutboxRow.reason)
    )
    return [(row[0], row[1] or "", row[2]) for row in rows]
