"""Posts whose rows are not to take their usual way: not made after all, or never forgotten."""

from collections.abc import Set as AbstractSet
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.outbox import OutboxRow, State


async def drop_planned(tx: AsyncConnection, prefix: str) -> None:
    """What was planned under keys that begin so, and was not taken yet, is not posted."""
    after = prefix[:-1] + chr(ord(prefix[-1]) + 1)
    await tx.execute(
        update(OutboxRow)
        .where(OutboxRow.key >= prefix, OutboxRow.key < after)
        .where(OutboxRow.state == State.PENDING)
        .values(state=State.DROPPED)
    )


async def take_back(tx: AsyncConnection, key: str) -> None:
    """As if a post had never been planned; one that was taken already goes its way."""
    planned = (OutboxRow.key == key, OutboxRow.state == State.PENDING)
    await tx.execute(delete(OutboxRow).where(*planned))


async def keep_in_mind(
    tx: AsyncConnection, kind: str, now: datetime, keys: AbstractSet[str] | None = None
) -> None:
    """Posts that stand and are edited in place stay known, however long ago they were made.

    Args:
        tx: the transaction.
        kind: of which posts.
        now: from when their rows age anew.
        keys: which of them; None: all of the kind.
    """
    standing = (OutboxRow.kind == kind, OutboxRow.state == State.SENT)
    found = await tx.execute(select(OutboxRow.id, OutboxRow.key).where(*standing))
    for number in [row.id for row in found if keys is None or row.key in keys]:
        await tx.execute(update(OutboxRow).where(OutboxRow.id == number).values(due=now))
