"""What somebody holds in sessions when they step back or are erased: hosting, places, drafts."""

from contextlib import suppress

from bot.clock import Clock
from bot.ids import GuildId, UserId
from bot.services.parting import Part, Partings
from bot.services.reach import Reach
from bot.storage.database import Database
from bot.storage.outbox import Order, OutboxEntries
from cogs.sessions.service.coming import Coming
from cogs.sessions.service.covering import ask_in
from cogs.sessions.service.handing import hand_on
from cogs.sessions.service.planning import Planning
from cogs.sessions.service.ports import NEEDED, IsOver, NoSuchSession, NotInside, NotOpenYet
from cogs.sessions.service.running import Running
from cogs.sessions.store.asides import Cover, Covers
from cogs.sessions.store.meeting import Meeting
from cogs.sessions.store.meetings import Meetings
from cogs.sessions.store.plans import Session, Sessions


class Leaving:
    """Lets the others know that somebody is needed, and frees what was held."""

    def __init__(self, database: Database, clock: Clock, reach: Reach) -> None:
        self._database, self._clock, self._reach = database, clock, reach

    def name_parts(
        self, partings: Partings, planning: Planning, coming: Coming, running: Running
    ) -> None:
        """Name them to the house."""
        self._planning, self._coming, self._running = planning, coming, running
        partings.add(Part("sessions.parting-hosting", self._hosted, self._give_up, self._ask))
        partings.add(Part("sessions.parting-places", self._places, self._free, self._leave_rooms))
        partings.add(Part("sessions.parting-drafts", self._drafts, self._discard))

    async def _of(self, guild: GuildId, user: UserId) -> list[Session]:
        return [each for each in await self._planning.live(guild) if user in each.hosts]

    async def _covered(self, guild: GuildId, user: UserId) -> tuple[list[Cover], list[Meeting]]:
        """Dates ahead that somebody took over, and rooms that they hold now in place of a host."""
        now = self._clock.now()
        async with self._database.read() as tx:
            ahead = await Covers(tx).by(guild, self._coming.tag(guild, user), now)
            rooms = await Meetings(tx).open_now(guild, now)
        return ahead, [each for each in rooms if each.cover == user]

    async def _hosted(self, guild: GuildId, user: UserId) -> int:
        ahead, rooms = await self._covered(guild, user)
        mine = {each.id for each in await self._of(guild, user)}
        return len(mine | {each.session for each in (*ahead, *rooms)})

    async def _ask(self, guild: GuildId, user: UserId) -> None:
        """Where no other host is at hand, the others are asked, once a session and a day."""
        for session in await self._of(guild, user):
            others = [each for each in session.hosts if each != user]
            away = [await self._reach.away_until(guild, each) for each in others]
            if all(away):
                await self._needs(session, user)
        ahead, rooms = await self._covered(guild, user)
        for cover in ahead:
            await self._uncover(cover)
        for meeting in rooms:
            async with self._database.write() as tx:
                held = await Sessions(tx).get(guild, meeting.session)
                if held is not None:
                    await hand_on(tx, held, meeting, self._clock.now())

    async def _needs(self, session: Session, user: UserId) -> None:
        now, rooms = self._clock.now(), False
        async with self._database.write() as tx:
            meeting = await Meetings(tx).of(session.id)
            if meeting is not None and meeting.cover in (None, user):
                rooms = await hand_on(tx, session, meeting, now)
            # Of a session that happens once, nothing is left to host but the room.
            if session.plan.repeat or not rooms:
                key = f"{NEEDED}:{session.id}:{now.date().isoformat()}"
                order = Order(key, NEEDED, session.guild, now, {"session": session.id})
                await OutboxEntries(tx).put(order)

    async def _uncover(self, cover: Cover) -> None:
        async with self._database.write() as tx:
            meeting = await Meetings(tx).of(cover.session)
            if meeting is not None and meeting.day == cover.day:
                await Meetings(tx).change(meeting.id, cover=None, cover_tag=None)
            date_at = cover.day, cover.starts
            await ask_in(tx, cover.guild, cover.session, date_at, self._clock.now())
            await Sessions(tx).changed(cover.session)

    async def _give_up(self, guild: GuildId, user: UserId) -> None:
        await self._ask(guild, user)
        for session in await self._of(guild, user):
            others = [each for each in session.hosts if each != user]
            tag = self._coming.tag(guild, others[0]) if others else None
            async with self._database.write() as tx:
                sessions = Sessions(tx)
                await sessions.change(session.id, people=others or None, host_tag=tag)
                await sessions.changed(session.id)

    async def _places(self, guild: GuildId, user: UserId) -> int:
        return len(await self._coming.mine(guild, user))

    async def _free(self, guild: GuildId, user: UserId) -> None:
        await self._leave_rooms(guild, user)  # no card there names them any more
        for meeting in await self._coming.mine(guild, user):
            with suppress(IsOver, NoSuchSession):
                await self._coming.cannot(meeting, guild, user)

    async def _leave_rooms(self, guild: GuildId, user: UserId) -> None:
        """Their turn and their hand go on without them; their place stays theirs."""
        for meeting in await self._coming.mine(guild, user):
            with suppress(IsOver, NoSuchSession, NotInside, NotOpenYet):
                await self._running.leave(meeting, guild, user)

    async def _drafts(self, guild: GuildId, user: UserId) -> int:
        return len(await self._planning.drafts(guild, user))

    async def _discard(self, guild: GuildId, user: UserId) -> None:
        for each in await self._planning.drafts(guild, user):
            with suppress(NoSuchSession):
                await self._planning.discard(guild, each.id, user)
