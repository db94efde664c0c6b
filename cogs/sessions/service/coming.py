"""Who comes: a place, the waiting list in order, what hosts may see, reminders asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.ids import GuildId, Tag, UserId
from bot.services.people import People
from bot.services.reach import Notice, Reach
from bot.storage.database import Database
from cogs.sessions.domain.plan import Absent, Kind
from cogs.sessions.domain.seats import OFFER, Answer, Seat, Standing, has_room, places, to_offer
from cogs.sessions.domain.steps import Step
from cogs.sessions.service.ports import NOTICES, OFFERED, IsOver, NoSuchSession
from cogs.sessions.store.meeting import AHEAD, Meeting, MeetingState
from cogs.sessions.store.meetings import Meetings
from cogs.sessions.store.plans import Session, Sessions
from cogs.sessions.store.seating import Seats

LOOKED_THROUGH = 100  # meetings: more than a community can have ahead


@dataclass(frozen=True, slots=True)
class View:
    """A session, the meeting that comes next, and who comes to it; None: no meeting is planned."""

    session: Session
    meeting: Meeting | None
    seats: Sequence[Seat]

    @property
    def hosts(self) -> tuple[UserId, ...]:
        """Who hosts this meeting: whoever covers it, and those who planned to."""
        cover = self.meeting.cover if self.meeting else None
        return self.session.hosts if cover is None else (cover, *self.session.hosts)

    @property
    def leads(self) -> tuple[UserId, ...]:
        """Who is there for this meeting: whoever covers it, else who planned to host."""
        cover = self.meeting.cover if self.meeting else None
        return self.session.hosts if cover is None else (cover,)

    @property
    def asks_back(self) -> bool:
        """Whether those who were there are asked how it was: from the goodbye to the tidying."""
        meeting, plan = self.meeting, self.session.plan
        if meeting is None or meeting.state is not MeetingState.OVER:
            return False
        hosted = meeting.host_seen or plan.kind is Kind.LEADERLESS
        return meeting.step is Step.REMOVE and (hosted or plan.absent is not Absent.CANCEL)


class Coming:
    """What members say of a meeting."""

    def __init__(self, database: Database, people: People, clock: Clock, reach: Reach) -> None:
        self._database = database
        self._people = people
        self._clock = clock
        self._reach = reach

    def tag(self, guild: GuildId, user: UserId) -> Tag:
        """How rows know a person."""
        return self._people.tag(guild, user)

    async def view(self, guild: GuildId, number: int) -> View:
        """A session with the meeting that comes next.

        Raises:
            NoSuchSession: there is none with that number here.
        """
        async with self._database.read() as tx:
            session = await Sessions(tx).get(guild, number)
            if session is None:
                raise NoSuchSession
            meeting = await Meetings(tx).of(number)
            seats = [] if meeting is None else await Seats(tx).of(meeting.id)
        return View(session, meeting, seats)

    async def at(self, number: int, guild: GuildId | None = None) -> View:
        """A meeting and its session; `guild` where the press came from a community.

        Raises:
            NoSuchSession: there is none with that number here.
        """
        async with self._database.read() as tx:
            return await self.look(tx, number, guild)

    async def coming(self, guild: GuildId, limit: int, *, to_hosts: bool = False) -> list[View]:
        """What lies ahead in a community, by time: what everybody may see, or also `to_hosts`."""
        views: list[View] = []
        async with self._database.read() as tx:
            # Which are for hosts alone is sealed with the plan, so the database cannot say it.
            for each in await Meetings(tx).coming(guild, self._clock.now(), LOOKED_THROUGH):
                view = await self.look(tx, each.id, guild)
                if to_hosts or not view.session.plan.for_hosts:
                    views.append(view)
                if len(views) == limit:
                    break
        return views

    async def mine(self, guild: GuildId, user: UserId) -> dict[int, Seat]:
        """One person's places, by meeting."""
        async with self._database.read() as tx:
            return await Seats(tx).mine(guild, self.tag(guild, user))

    async def to_look_back_on(self, guild: GuildId, user: UserId) -> View | None:
        """The latest meeting somebody was at and has not said of how it was, while they can."""
        async with self._database.read() as tx:
            seats = await Seats(tx).mine(guild, self.tag(guild, user))
            asked = [each.meeting for each in seats.values() if each.came and not each.said]
            for number in sorted(asked, reverse=True):
                view = await self.look(tx, number, guild)
                if view.asks_back:
                    return view
        return None

    async def say(
        self, number: int, guild: GuildId | None, user: UserId, answer: Answer
    ) -> tuple[View, Seat]:
        """Somebody comes: with a place, or on the waiting list; saying it again confirms it.

        Raises:
            NoSuchSession: as `at`.
            IsOver: it has ended.
        """
        async with self._database.write() as tx:
            view, meeting, tag = await self._open(tx, number, guild, user)
            seats = Seats(tx)
            known = await seats.get(number, tag)
            free = has_room(view.session.plan.capacity, view.seats)
            if known is None:
                standing = Standing.IN if free else Standing.WAITING
                await seats.add(meeting, (user, tag), answer, standing)
            else:
                keeps = known.standing is not Standing.WAITING
                await seats.keep(
                    replace(
                        known,
                        answer=answer,
                        confirmed=True,
                        standing=Standing.IN if keeps else Standing.WAITING,
                        offered_until=None,
                        hand=None if answer is Answer.LISTENING else known.hand,
                    )
                )
            view = await self._after(tx, view, number)
        return view, next(seat for seat in view.seats if seat.tag == tag)

    async def cannot(self, number: int, guild: GuildId | None, user: UserId) -> View:
        """Somebody does not come; a place that this frees is offered to the next."""
        async with self._database.write() as tx:
            view, _, tag = await self._open(tx, number, guild, user)
            if await Seats(tx).drop(number, tag):
                await self.offer(tx, number)
            return await self._after(tx, view, number)

    async def wish(
        self, number: int, guild: GuildId | None, user: UserId, **wishes: bool
    ) -> tuple[View, Seat]:
        """What hosts may see, and whether to be reminded."""
        async with self._database.write() as tx:
            _, _, tag = await self._open(tx, number, guild, user)
            seat = await Seats(tx).get(number, tag)
            if seat is None:
                raise NoSuchSession
            changed = replace(
                seat,
                seen=wishes.get("seen", seat.seen),
                remind=wishes.get("remind", seat.remind),
            )
            await Seats(tx).keep(changed)
            return await self.look(tx, number, guild), changed

    async def lapse(self) -> None:
        """Offers that nobody took in time go to the next in the list."""
        async with self._database.write() as tx:
            for seat in await Seats(tx).lapsed(self._clock.now()):
                await Seats(tx).drop(seat.meeting, seat.tag)
                await self.offer(tx, seat.meeting)
                meeting = await Meetings(tx).get(seat.meeting)
                if meeting is not None:
                    await Sessions(tx).changed(meeting.session)

    async def offer(self, tx: AsyncConnection, number: int) -> None:
        """Offer every free place to whoever waits longest; each is told once."""
        view, now = await self.look(tx, number, None), self._clock.now()
        meeting = view.meeting
        if meeting is None or meeting.state not in AHEAD or meeting.times.ends <= now:
            return
        until = min(now + OFFER, meeting.times.ends)
        for seat in to_offer(view.session.plan.capacity, view.seats):
            await Seats(tx).keep(replace(seat, standing=Standing.OFFERED, offered_until=until))
            ids = {
                "meeting": number,
                "until": int(until.timestamp()),
                "start": int(meeting.times.starts.timestamp()),
            }
            notice = Notice(meeting.guild, seat.person, OFFERED, ids, until)
            await self._reach.tell_in(tx, notice, NOTICES)

    async def next_lapse(self) -> datetime | None:
        """When the next offer ends."""
        async with self._database.read() as tx:
            return await Seats(tx).next_lapse()

    async def _after(self, tx: AsyncConnection, before: View, number: int) -> View:
        """What is so now; the card follows only where its word of places changes.

        An edit for each answer would show everybody when somebody answers.
        """
        after, capacity = await self.look(tx, number, None), before.session.plan.capacity
        if places(capacity, before.seats) != places(capacity, after.seats):
            await Sessions(tx).changed(before.session.id)
        return after

    async def _open(
        self, tx: AsyncConnection, number: int, guild: GuildId | None, user: UserId
    ) -> tuple[View, Meeting, Tag]:
        view = await self.look(tx, number, guild)
        meeting = view.meeting
        if meeting is None or meeting.state not in AHEAD:
            raise IsOver
        if meeting.times.ends <= self._clock.now():
            raise IsOver
        return view, meeting, self.tag(meeting.guild, user)

    @staticmethod
    async def look(tx: AsyncConnection, number: int, guild: GuildId | None) -> View:
        """A meeting and its session within a transaction."""
        meeting = await Meetings(tx).get(number)
        if meeting is None or guild not in (None, meeting.guild):
            raise NoSuchSession
        session = await Sessions(tx).get(meeting.guild, meeting.session)
        if session is None:
            raise NoSuchSession
        return View(session, meeting, await Seats(tx).of(number))
