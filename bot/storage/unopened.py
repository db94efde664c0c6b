"""Rows of the outbox that no key of ours opens: ended, so that they keep no other post back."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.keyring import Unopenable
from bot.storage.outbox import Entry, OutboxEntries, OutboxRow, State


async def end_unopened(tx: AsyncConnection, now: datetime) -> list[Entry]:
    """End every due row that does not open; answers them, without the ids that nobody can read."""
    entries, ended = OutboxEntries(tx), list[Entry]()
    due = await tx.execute(
        select(OutboxRow.key)
        .where(OutboxRow.state.in_((State.PENDING, State.CLAIMED)))
        .where(OutboxRow.next_at <= now)
    )
    for key in due.scalars().all():
        try:
            await entries.get(key)
        except Unopenable:
            await tx.execute(
                update(OutboxRow)
                .where(OutboxRow.key == key)
                .values(state=State.FAILED, reason="unopenable", ids={}, channel=None, message=None)
            )
            found = await entries.get(key)
            ended += [found] if found is not None else []
    return ended
