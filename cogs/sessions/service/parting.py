"""What somebody holds in sessions when they step back or are erased: hosting, places, drafts."""

from contextlib import suppress

from bot.clock import Clock
from bot.ids import GuildId, UserId
from bot.services.parting import Part, Partings
from bot.services.reach import Reach
from bot.storage.database import Database
from bot.storage.outbox import Order, OutboxEntries
from cogs.sessions.service.coming import Coming
from cogs.sessions.service.planning import Planning
from cogs.sessions.service.ports import NEEDED, IsOver, NoSuchSession, NotInside, NotOpenYet
from cogs.sessions.service.running import Running
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

    async def _hosted(self, guild: GuildId, user: UserId) -> int:
        return len(await self._of(guild, user))

    async def _ask(self, guild: GuildId, user: UserId) -> None:
        """Where no other host is at hand, the others are asked, once a session and a day."""
        now = self._clock.now()
        for session in await self._of(guild, user):
            others = [each for each in session.hosts if each != user]
            away = [await self._reach.away_until(guild, each) for each in others]
            if all(away):
                key = f"{NEEDED}:{session.id}:{now.date().isoformat()}"
                async with self._database.write() as tx:
                    await OutboxEntries(tx).put(
                        Order(key, NEEDED, guild, now, {"session": session.id})
                    )

    async def _give_up(self, guild: GuildId, user: UserId) -> None:
        await self._ask(guild, user)
        for session in await self._of(guild, user):
            others = [int(each) for each in session.hosts if each != user]
            async with self._database.write() as tx:
                sessions = Sessions(tx)
                await sessions.change(session.id, people=others or None, host_tag=None)
                await sessions.changed(session.id)

    async def _places(self, guild: GuildId, user: UserId) -> int:
        return len(await self._coming.mine(guild, user))

    async def _free(self, guild: GuildId, user: UserId) -> None:
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
