"""Posts that were planned and are not to be made after all."""

from sqlalchemy import update
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
