"""A room goes on when whoever hosts it goes: others are asked, and the circle holds meanwhile."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.outbox import Order, OutboxEntries
from cogs.sessions.domain.plan import Kind
from cogs.sessions.domain.steps import Step
from cogs.sessions.service.deeds import say
from cogs.sessions.service.ports import COVER
from cogs.sessions.store.meeting import Meeting, MeetingState
from cogs.sessions.store.meetings import Meetings
from cogs.sessions.store.plans import Session


async def hand_on(tx: AsyncConnection, session: Session, meeting: Meeting, now: datetime) -> bool:
    """Nobody hosts a meeting from now on; doing it twice is doing it once.

    Answers whether its room is open, so that others are asked to come in now.
    """
    await Meetings(tx).change(meeting.id, host_seen=False, cover=None, cover_tag=None)
    await Meetings(tx).changed(meeting.id)
    if meeting.state is not MeetingState.OPEN:
        return False
    # In its first minutes the beat still comes, and does what the series says.
    beat_comes = meeting.step <= Step.ABSENT
    if meeting.host_seen and not beat_comes and session.plan.kind is not Kind.LEADERLESS:
        await say(tx, meeting, "without")
        key, ids = f"{COVER}:{meeting.id}:{int(now.timestamp())}", {"meeting": meeting.id}
        until = meeting.times.ends
        await OutboxEntries(tx).put(Order(key, COVER, meeting.guild, now, ids, until, lane=0))
    return True
