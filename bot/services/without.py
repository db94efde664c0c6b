"""Staff whom a member does not want on their cases: kept sealed, and known without the database."""

from bot.clock import Clock
from bot.errors import Refusal
from bot.ids import GuildId, Tag, UserId
from bot.services.cases import Cases
from bot.services.people import People
from bot.storage.database import Database
from bot.storage.staff import UnwantedStaff

MOST = 10  # of one member; a community's staff is seldom larger


class TooManyNamed(Refusal):
    """The member named as many as can be kept."""

    key = "refusal.too-many-named"


class Without:
    """Keeps whom members do not want. A copy in memory answers when the database cannot."""

    def __init__(self, database: Database, people: People, cases: Cases, clock: Clock) -> None:
        self._database, self._people = database, people
        self._cases, self._clock = cases, clock
        self._chosen: dict[tuple[GuildId, Tag], frozenset[UserId]] = {}

    async def load(self) -> None:
        """Read every choice.

        Raises:
            StorageDown: the database cannot be read.
        """
        async with self._database.read() as tx:
            self._chosen = await UnwantedStaff(tx).all()

    def chosen_by(self, guild: GuildId, person: UserId) -> frozenset[UserId]:
        """Whom somebody does not want on their cases."""
        return self._chosen.get((guild, self._people.tag(guild, person)), frozenset())

    def forget(self, guild: GuildId, person: UserId) -> None:
        """Nothing of somebody's choice stays in memory."""
        self._chosen.pop((guild, self._people.tag(guild, person)), None)

    async def choose(self, guild: GuildId, person: UserId, staff: UserId) -> frozenset[UserId]:
        """`staff` learns nothing of this person's cases from now on; of those that are, no more.

        Answers everybody whom the person chose.

        Raises:
            TooManyNamed: as it says.
            StorageDown: nothing was changed.
        """
        tag, now = self._people.tag(guild, person), self._clock.now()
        async with self._database.write() as tx:
            kept = UnwantedStaff(tx)
            wanted = await kept.of(guild, tag) | {staff}
            if len(wanted) > MOST:
                raise TooManyNamed
            await kept.put(guild, tag, wanted, now)
            await self._cases.keep_from(tx, (guild, tag), wanted, now)
        self._chosen[guild, tag] = wanted
        return wanted

    async def take_back(self, guild: GuildId, person: UserId, staff: UserId) -> frozenset[UserId]:
        """`staff` may see cases of this person again that open from now on.

        Raises:
            StorageDown: nothing was changed.
        """
        tag, now = self._people.tag(guild, person), self._clock.now()
        async with self._database.write() as tx:
            kept = UnwantedStaff(tx)
            wanted = await kept.of(guild, tag) - {staff}
            await kept.put(guild, tag, wanted, now)
        self._chosen[guild, tag] = wanted
        return wanted
