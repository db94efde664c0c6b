"""A meeting while it goes on: the way in, turns, close, cover, and what people felt of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.ids import GuildId, UserId
from bot.services.people import People
from bot.services.reach import Reach
from bot.storage.database import Database
from cogs.sessions.domain.seats import Answer, Seat, Standing, has_room
from cogs.sessions.domain.steps import Step
from cogs.sessions.domain.turns import Circle, Hand, circle_of
from cogs.sessions.service.coming import Coming, View
from cogs.sessions.service.deeds import look_back
from cogs.sessions.service.inside import hosted, inside, set_timer, the_open
from cogs.sessions.service.ports import IsFull, IsOver, NotInside, NotTheHost
from cogs.sessions.store.meeting import Meeting, MeetingState
from cogs.sessions.store.meetings import Meetings
from cogs.sessions.store.plans import Sessions
from cogs.sessions.store.seating import Seats

FEELINGS = 3  # three taps to choose from


class Running:
    """What is pressed in a room. Every press is one transaction, so two at once are two."""

    def __init__(
        self, database: Database, people: People, clock: Clock, coming: Coming, reach: Reach
    ) -> None:
        self._reach = reach
        self._database = database
        self._people = people
        self._clock = clock
        self._coming = coming

    async def enter(self, number: int, guild: GuildId, user: UserId) -> View:
        """Somebody agrees to the guidelines and comes in; without a place, if one is free.

        Raises:
            NotOpenYet, IsOver, IsFull: as they say.
        """
        async with self._database.write() as tx:
            view, meeting = await the_open(tx, number, guild)
            hosts, seats, tag = user in view.hosts, Seats(tx), self._people.tag(guild, user)
            seat = next((each for each in view.seats if each.tag == tag), None)
            if seat is None or seat.standing is not Standing.IN:
                offered = seat is not None and seat.standing is Standing.OFFERED
                if not (hosts or offered or has_room(view.session.plan.capacity, view.seats)):
                    raise IsFull
                await seats.add(meeting, (user, tag), Answer.COMING, Standing.IN)
                await Sessions(tx).changed(view.session.id)
                seat = await seats.get(number, tag)
            if seat is not None:
                entered = replace(seat, standing=Standing.IN, offered_until=None, inside=True)
                await seats.keep(replace(entered, came=True))
            if hosts:
                await Meetings(tx).change(number, host_seen=True)
            await Meetings(tx).changed(number)
            return await self._again(tx, number)

    async def raise_hand(self, number: int, guild: GuildId, user: UserId) -> tuple[View, Seat]:
        """Ask for a turn."""
        return await self._mine(number, guild, user, Circle.raise_hand)

    async def pass_on(self, number: int, guild: GuildId, user: UserId) -> tuple[View, Seat]:
        """Lower the hand, or end the own turn."""
        return await self._mine(number, guild, user, Circle.pass_on)

    async def leave(self, number: int, guild: GuildId, user: UserId) -> None:
        """Somebody goes; their hand goes with them, and they may come back."""
        async with self._database.write() as tx:
            view, meeting = await the_open(tx, number, guild)
            seat = inside(view, self._people.tag(guild, user))
            await Seats(tx).keep(replace(seat, inside=False, hand=None))
            if meeting.speaker == seat.id:
                await self._speaks(tx, meeting, None)
            await Meetings(tx).changed(number)

    async def start(self, number: int, guild: GuildId, user: UserId) -> View:
        """The host begins the round."""
        return await self._host(number, guild, user, started=True)

    async def look_in(self, number: int, guild: GuildId, user: UserId) -> View:
        """Somebody opens the host's panel; where they host what goes on, they are there.

        Raises:
            NoSuchSession: there is none with that number here.
        """
        async with self._database.write() as tx:
            view = await self._coming.look(tx, number, guild)
            meeting = view.meeting
            if meeting is not None and meeting.state is MeetingState.OPEN and user in view.hosts:
                await Meetings(tx).change(number, host_seen=True)
            return view

    async def call_next(self, number: int, guild: GuildId, user: UserId) -> View:
        """The host gives the next turn."""
        async with self._database.write() as tx:
            view, meeting = await hosted(tx, number, guild, user)
            await self._write(tx, view, meeting, circle(view).call_next())
            await Meetings(tx).change(number, host_seen=True, started=True)
            return await self._again(tx, number)

    async def close(self, number: int, guild: GuildId, user: UserId) -> View:
        """The host ends it now."""
        async with self._database.write() as tx:
            view, meeting = await hosted(tx, number, guild, user)
            await Meetings(tx).change(number, host_seen=True)
            return await self._end(tx, view, meeting, user)

    async def end(self, number: int, guild: GuildId, user: UserId) -> View:
        """Staff end it now, whoever hosts it."""
        async with self._database.write() as tx:
            view, meeting = await the_open(tx, number, guild)
            return await self._end(tx, view, meeting, user)

    async def cover(self, number: int, guild: GuildId, user: UserId) -> View:
        """Somebody hosts in place of whoever did not come; the first one does.

        Raises:
            NotTheHost: somebody hosts already.
        """
        async with self._database.write() as tx:
            view, meeting = await the_open(tx, number, guild)
            if meeting.cover not in (None, user) or meeting.host_seen:
                raise NotTheHost
            tag = self._people.tag(guild, user)
            await Meetings(tx).change(number, cover=user, cover_tag=tag, host_seen=True)
            await Meetings(tx).changed(number)
            await Sessions(tx).changed(view.session.id)
            return await self._again(tx, number)

    async def felt(self, number: int, guild: GuildId, user: UserId, feeling: int) -> bool:
        """One tap of feedback, counted once and linked to nobody; False: it was counted before."""
        tag = self._people.tag(guild, user)
        async with self._database.write() as tx:
            seat, meeting = await Seats(tx).get(number, tag), await Meetings(tx).get(number)
            if meeting is None or seat is None or seat.standing is not Standing.IN:
                raise NotInside
            if meeting.step is Step.DONE:
                raise IsOver  # what hosts can read by now does not change any more
            if seat.said or not 0 <= feeling < FEELINGS:
                return False
            counts = list(meeting.tally)
            counts[feeling] += 1
            await Meetings(tx).change(number, tally=counts)
            await Seats(tx).keep(replace(seat, said=True))
            return True

    async def _end(self, tx: AsyncConnection, view: View, meeting: Meeting, user: UserId) -> View:
        others = [each for each in view.leads if each != user]
        await look_back(tx, self._reach, others, meeting)  # whoever closes is asked at once
        now = self._clock.now()
        ended = {"ends_at": now, "kept_until": now + meeting.times.kept}
        await Meetings(tx).change(meeting.id, step=Step.CLOSE, due=now, **ended)
        return await self._again(tx, meeting.id)

    async def _mine(
        self,
        number: int,
        guild: GuildId,
        user: UserId,
        act: Callable[[Circle, int], Circle],
    ) -> tuple[View, Seat]:
        async with self._database.write() as tx:
            view, meeting = await the_open(tx, number, guild)
            seat = inside(view, self._people.tag(guild, user))
            await self._write(tx, view, meeting, act(circle(view), seat.id))
            view = await self._again(tx, number)
        return view, next(each for each in view.seats if each.id == seat.id)

    async def _host(self, number: int, guild: GuildId, user: UserId, **columns: object) -> View:
        async with self._database.write() as tx:
            await hosted(tx, number, guild, user)
            await Meetings(tx).change(number, host_seen=True, **columns)
            await Meetings(tx).changed(number)
            return await self._again(tx, number)

    async def _write(
        self, tx: AsyncConnection, view: View, meeting: Meeting, after: Circle
    ) -> None:
        for seat in view.seats:
            hand = after.hands.get(seat.id)
            if hand is not None and (hand.raised, hand.turns) != (seat.hand, seat.turns):
                await Seats(tx).keep(replace(seat, hand=hand.raised, turns=hand.turns))
        if after.speaker != meeting.speaker:
            await self._speaks(tx, meeting, after.speaker)
        await Meetings(tx).changed(meeting.id)

    async def _speaks(self, tx: AsyncConnection, meeting: Meeting, seat: int | None) -> None:
        """Whose turn it is now; a timer for each turn begins with it, or rests."""
        await Meetings(tx).change(meeting.id, speaker=seat)
        if meeting.going.turn_minutes is not None:
            ends = self._clock.now() + timedelta(minutes=meeting.going.turn_minutes)
            await set_timer(tx, meeting, None if seat is None else ends)

    async def _again(self, tx: AsyncConnection, number: int) -> View:
        return await self._coming.look(tx, number, None)


def circle(view: View) -> Circle:
    """Who is in the room, with their hands. People are known here by the number of their seat."""
    hands = [
        Hand(seat.id, seat.answer is Answer.LISTENING, seat.hand, seat.turns)
        for seat in view.seats
        if seat.inside
    ]
    return circle_of(hands, view.meeting.speaker if view.meeting else None)
