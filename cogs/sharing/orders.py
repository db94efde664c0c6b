"""What becomes a row of the outbox: its kinds, and how something is taken down."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.outbox import Order, OutboxEntries
from cogs.sharing.rows import Shares
from cogs.sharing.store import Share, Stage

POST, EDIT, GONE = "sharing:post", "sharing:edit", "sharing:gone"
REVIEW, LETTER, NEWS = "sharing:review", "sharing:letter", "sharing:news"
NEWS_FOR = timedelta(hours=12)


async def take_down(tx: AsyncConnection, share: Share, stage: Stage, now: datetime) -> None:
    """Take a share back or down: its words go, and so does its post, once."""
    shares = Shares(tx)
    begun = await shares.edit_of(share.id)
    if begun is not None:
        await shares.drop(begun.id)
    await shares.change(
        share.id, stage=stage, words=None, due=None, until=None, level=None, minutes=0
    )
    if share.place is not None:
        await OutboxEntries(tx).put(gone(share, now))


async def tell(tx: AsyncConnection, share: Share, name: int, now: datetime) -> None:
    """Let an author who allowed it be told that something waits in `/share`; once by that name."""
    if share.address is not None and share.tag is not None:
        key = f"{NEWS}:{share.id}:{name}"
        order = Order(key, NEWS, share.guild, now, {"share": share.id}, now + NEWS_FOR)
        await OutboxEntries(tx).put(order)


def gone(share: Share, now: datetime) -> Order:
    """The order to delete the post of a share."""
    return Order(f"{GONE}:{share.id}", GONE, share.guild, now, {"share": share.id})
