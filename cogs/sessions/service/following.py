"""A plan that changes is followed by its meeting, and whoever wanted to come is told once."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.ids import UserId
from bot.services.reach import Notice, Reach
from cogs.sessions.domain.plan import Occurrence, Plan, occurrences
from cogs.sessions.service.coming import Coming
from cogs.sessions.service.ports import MOVED, NOTICES, OFF
from cogs.sessions.store.meeting import Meeting, MeetingState, times_of
from cogs.sessions.store.meetings import Meetings
from cogs.sessions.store.plans import Session, Sessions
from cogs.sessions.store.seating import Seats

LOOKED_AHEAD = 30  # dates among which a meeting finds its new place


class Following:
    """What a change means for the meeting that is planned, in the transaction of the change."""

    def __init__(self, clock: Clock, reach: Reach, coming: Coming) -> None:
        self._clock = clock
        self._reach = reach
        self._coming = coming

    async def call_off(self, tx: AsyncConnection, meeting: Meeting) -> None:
        """A meeting that nobody has come to yet does not happen; its people are told once."""
        ended = {"state": MeetingState.CANCELLED, "due": None, "version": meeting.version + 1}
        await Meetings(tx).change(meeting.id, **ended)
        for person in await _people_of(tx, meeting):
            ids = {"meeting": meeting.id, "start": int(meeting.times.starts.timestamp())}
            notice = Notice(meeting.guild, person, OFF, ids, meeting.times.ends)
            await self._reach.tell_in(tx, notice, NOTICES)

    async def follow(self, tx: AsyncConnection, live: Session, plan: Plan) -> None:
        """Keep a changed plan; a meeting that is planned follows it, and its people are told."""
        sessions, meetings, now = Sessions(tx), Meetings(tx), self._clock.now()
        await sessions.change(live.id, plan=plan, version=live.version + 1, next_look=now)
        await sessions.changed(live.id)
        meeting = await meetings.of(live.id)
        if meeting is not None and meeting.state is MeetingState.PLANNED:
            taken = await meetings.days(live.id) - {meeting.day}
            free = [each for each in occurrences(plan, now, LOOKED_AHEAD) if each.day not in taken]
            same = [each for each in free if each.day == meeting.day]
            if meeting.day in plan.skipped or not free:
                await self.call_off(tx, meeting)
            else:
                await self._follow_to(tx, meeting, plan, (same or free)[0])
                await self._coming.offer(tx, meeting.id)  # there may be more places now

    async def _follow_to(
        self, tx: AsyncConnection, meeting: Meeting, plan: Plan, to: Occurrence
    ) -> None:
        times, meetings, seats = times_of(plan, to.at), Meetings(tx), Seats(tx)
        if times == meeting.times and to.day == meeting.day:
            return
        await meetings.change(meeting.id, day=to.day)
        await meetings.retime(meeting, times, self._clock.now())
        await seats.end_at(meeting.id, times.ends)
        if times.starts == meeting.times.starts:
            return
        await seats.ask_again(meeting.id)
        for person in await _people_of(tx, meeting):
            ids = {
                "meeting": meeting.id,
                "version": meeting.version + 1,
                "start": int(times.starts.timestamp()),
            }
            notice = Notice(meeting.guild, person, MOVED, ids, times.starts)
            await self._reach.tell_in(tx, notice, NOTICES)


async def _people_of(tx: AsyncConnection, meeting: Meeting) -> list[UserId]:
    """Who said that they come, and whoever took the date over; each once."""
    people = [seat.person for seat in await Seats(tx).of(meeting.id)]
    return list(dict.fromkeys([*people, *([meeting.cover] if meeting.cover else [])]))
