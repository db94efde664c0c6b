"""What changes at Discord by hand: somebody leaves, a channel or a room is deleted."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.ids import ChannelId, GuildId, UserId
from bot.services.people import People
from bot.services.reach import Reach
from bot.storage.database import Database
from cogs.sessions.service.again import lose
from cogs.sessions.service.coming import Coming, View
from cogs.sessions.service.covering import ask_in
from cogs.sessions.service.deeds import tell_hosts
from cogs.sessions.service.handing import hand_on
from cogs.sessions.service.inside import set_timer
from cogs.sessions.service.ports import CHANNEL_GONE, ROOM_GONE
from cogs.sessions.store.meeting import AHEAD, Meeting, MeetingState
from cogs.sessions.store.meetings import Meetings
from cogs.sessions.store.plans import Session, Sessions
from cogs.sessions.store.seating import Seats


class Noticing:
    """Puts right what can be put right, and tells hosts of the rest.

    Every verb answers whether something is left to do with the next beat, and raises StorageDown.
    """

    def __init__(
        self, database: Database, people: People, clock: Clock, coming: Coming, reach: Reach
    ) -> None:
        self._database = database
        self._people = people
        self._clock = clock
        self._coming = coming
        self._reach = reach

    async def left(self, guild: GuildId, user: UserId) -> bool:
        """Somebody left the community, was kicked or banned: places, turns and dates go on."""
        tag = self._people.tag(guild, user)
        async with self._database.write() as tx:
            for number, seat in (await Seats(tx).mine(guild, tag)).items():
                meeting = await Meetings(tx).get(number)
                await Seats(tx).drop(number, tag)
                if meeting is None or meeting.state not in AHEAD:
                    continue
                if meeting.speaker == seat.id:
                    await Meetings(tx).change(number, speaker=None)
                    if meeting.going.turn_minutes is not None:
                        await set_timer(tx, meeting, None)
                await self._coming.offer(tx, number)
                await Meetings(tx).changed(number)
                await Sessions(tx).changed(meeting.session)
            for session in await Sessions(tx).live(guild):
                await self._host_left(tx, session, user)
        return True

    async def channel_gone(self, guild: GuildId, channel: ChannelId) -> bool:
        """A channel was deleted: hosts of what was to be there are told at once."""
        async with self._database.write() as tx:
            for session in await Sessions(tx).live(guild):
                meeting = await Meetings(tx).of(session.id)
                if session.plan.channel == channel and meeting is not None:
                    planned = meeting.state is MeetingState.PLANNED
                    why = CHANNEL_GONE if planned else ROOM_GONE
                    await tell_hosts(tx, self._reach, View(session, meeting, ()), why)
        return True

    async def room_gone(self, guild: GuildId, room: ChannelId) -> bool:
        """A thread was deleted; where it was a room that is open, it is made again."""
        now = self._clock.now()
        async with self._database.write() as tx:
            for meeting in await Meetings(tx).open_now(guild, now):
                session = await Sessions(tx).get(guild, meeting.session)
                if meeting.room == room and session is not None:
                    await lose(tx, self._reach, session, meeting, now)
        return True

    async def message_gone(self, guild: GuildId, channel: ChannelId) -> bool:
        """A message was deleted; where a room is open, it may have been its card."""
        async with self._database.read() as tx:
            found = await Meetings(tx).open_now(guild, self._clock.now())
        here = [meeting for meeting in found if meeting.room == channel]
        for meeting in here:
            async with self._database.write() as tx:
                await Meetings(tx).changed(meeting.id)
        return bool(here)

    async def _host_left(self, tx: AsyncConnection, session: Session, user: UserId) -> None:
        meeting = await Meetings(tx).of(session.id)
        view = View(session, meeting, ())
        if user not in view.leads:
            return
        others = [each for each in session.hosts if each != user]
        if user in session.hosts and others:
            tag = self._people.tag(session.guild, others[0])
            await Sessions(tx).change(session.id, people=others, host_tag=tag)
            await Sessions(tx).changed(session.id)
        elif meeting is not None and meeting.state is MeetingState.PLANNED:
            await self._ask(tx, session, meeting)
        elif meeting is not None:
            await hand_on(tx, session, meeting, self._clock.now())

    async def _ask(self, tx: AsyncConnection, session: Session, meeting: Meeting) -> None:
        await Meetings(tx).change(meeting.id, cover=None, cover_tag=None)
        date_at = meeting.day, meeting.times.starts
        await ask_in(tx, session.guild, session.id, date_at, self._clock.now())
        await Sessions(tx).changed(session.id)
