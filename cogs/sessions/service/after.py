"""Afterwards, for hosts: what they bring to supervision is kept; how it was for them is not."""

from bot.clock import Clock
from bot.ids import GuildId, UserId
from bot.services.people import People
from bot.storage.database import Database
from cogs.sessions.service.coming import Coming
from cogs.sessions.service.inside import hosted
from cogs.sessions.service.ports import NoSuchSession, NotTheHost
from cogs.sessions.store.asides import Matter, Matters


class Supervision:
    """Matters on their way to supervision: seen by who brings them, and by who hosts that."""

    def __init__(self, database: Database, people: People, clock: Clock) -> None:
        self._database = database
        self._people = people
        self._clock = clock

    async def bring(self, number: int, user: UserId, words: str) -> None:
        """Keep a matter of a meeting for supervision; saying it again replaces it.

        Raises:
            NotTheHost: they did not host that meeting.
        """
        async with self._database.write() as tx:
            view = await Coming.look(tx, number, None)
            if view.meeting is None:
                raise NoSuchSession
            if user not in view.hosts:
                raise NotTheHost
            person = user, self._people.tag(view.meeting.guild, user)
            await Matters(tx).bring(view.meeting, person, words, self._clock.now())

    async def own(self, guild: GuildId, user: UserId) -> list[Matter]:
        """What somebody brings."""
        async with self._database.read() as tx:
            return await Matters(tx).of(guild, self._people.tag(guild, user))

    async def take_back(self, guild: GuildId, user: UserId, matter: int) -> bool:
        """Somebody takes back what they brought; False: it was not there any more."""
        async with self._database.write() as tx:
            return await Matters(tx).drop(guild, matter, self._people.tag(guild, user))

    async def brought(self, number: int, guild: GuildId, user: UserId) -> list[Matter]:
        """Everything that was brought, for who hosts a meeting of supervision that goes on."""
        async with self._database.read() as tx:
            view, _ = await hosted(tx, number, guild, user)
            if not view.session.plan.for_hosts:
                raise NotTheHost
            return await Matters(tx).of(guild)

    async def talked_about(self, number: int, guild: GuildId, user: UserId, matter: int) -> None:
        """It was talked about, so it goes."""
        async with self._database.write() as tx:
            view, _ = await hosted(tx, number, guild, user)
            if not view.session.plan.for_hosts:
                raise NotTheHost
            await Matters(tx).drop(guild, matter)
