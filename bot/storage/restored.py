"""What a restored database must know: until when everything that was due is over.

The outbox ends such a row as `expired`, also one that is planned only later for an instant before
the restore, so that nothing old is ever posted a second time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.cases import LIVE, CaseRow
from bot.storage.ledger import Moments
from bot.storage.outbox import OutboxRow, State

RESTORED = "restored"
WAITING = (State.PENDING, State.CLAIMED)


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a restored database brings along: posts by kind that are over, later ones, cases."""

    over: Mapping[str, int]
    later: int
    cases: int


async def begin_anew(tx: AsyncConnection, now: datetime) -> Inherited:
    """Note that the database was restored now, and count what that means."""
    await Moments(tx).note(RESTORED, now)
    waiting = select(OutboxRow.kind, func.count()).where(OutboxRow.state.in_(WAITING))
    over = await tx.execute(
        waiting.where(OutboxRow.due <= now).group_by(OutboxRow.kind).order_by(OutboxRow.kind)
    )
    later = await tx.execute(
        select(func.count())
        .select_from(OutboxRow)
        .where(OutboxRow.state.in_(WAITING), OutboxRow.due > now)
    )
    cases = await tx.execute(
        select(func.count()).select_from(CaseRow).where(CaseRow.state.in_(LIVE))
    )
    return Inherited({row[0]: row[1] for row in over}, later.scalar_one(), cases.scalar_one())
