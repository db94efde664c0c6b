"""Staff whom a member does not want on their cases: kept sealed, and known without the database."""

from bot.clock import Clock
from bot.errors import Refusal
from bot.ids import GuildId, Tag, UserId
from bot.keyring import Unopenable
from bot.services.cases import Cases
from bot.services.people import People
from bot.storage.database import Database
from bot.storage.staff import Chooser, UnwantedStaff

MOST = 10  # of one member; a community's staff is seldom larger


class TooManyNamed(Refusal):
    """The member named as many as can be kept."""

    key = "refusal.too-many-named"


class Without:
    """Keeps whom members do not want. A copy in memory answers when the database cannot."""

    def __init__(self, database: Database, people: People, cases: Cases, clock: Clock) -> None:
        self._database, self._people = database, people
        self._cases, self._clock = cases, clock
        self._chosen: dict[Chooser, frozenset[UserId]] = {}
        self._shut: set[Chooser] = set()

    async def load(self) -> None:
        """Read every choice.

        Raises:
            StorageDown: the database cannot be read.
        """
        async with self._database.read() as tx:
            self._chosen, self._shut = await UnwantedStaff(tx).all()

    def chosen_by(self, guild: GuildId, person: UserId) -> frozenset[UserId]:
        """Whom somebody does not want on their cases."""
        return self._chosen.get((guild, self._people.tag(guild, person)), frozenset())

    def unreadable(self, guild: GuildId, person: UserId) -> bool:
        """Whether somebody chose, and no key opens whom: then nobody can be told safely."""
        return (guild, self._people.tag(guild, person)) in self._shut

    def unreadable_here(self, guild: GuildId) -> int:
        """For how many members of a community that is so."""
        return sum(place == guild for place, _ in self._shut)

    def forget(self, guild: GuildId, person: UserId) -> None:
        """Nothing of somebody's choice stays in memory."""
        chooser = (guild, self._people.tag(guild, person))
        self._chosen.pop(chooser, None)
        self._shut.discard(chooser)

    def unreadable_somewhere(self) -> set[GuildId]:
        """In which communities that is so of anybody."""
        return {place for place, _ in self._shut}

    async def give_up(self, guild: GuildId, person: UserId) -> None:
        """A choice that no key opens goes, at the wish of whoever made it; any other one stays.

        Raises:
            StorageDown: it goes for as long as this process runs.
        """
        chooser = (guild, self._people.tag(guild, person))
        if chooser not in self._shut:
            return
        self._shut.discard(chooser)
        async with self._database.write() as tx:
            await UnwantedStaff(tx).put(*chooser, (), self._clock.now())

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
            wanted = await _before(kept, guild, tag) | {staff}
            if len(wanted) > MOST:
                raise TooManyNamed
            await kept.put(guild, tag, wanted, now)
            await self._cases.keep_from(tx, (guild, tag), wanted, now)
        self._chosen[guild, tag] = wanted
        self._shut.discard((guild, tag))
        return wanted

    async def take_back(self, guild: GuildId, person: UserId, staff: UserId) -> frozenset[UserId]:
        """`staff` may see cases of this person again that open from now on.

        Raises:
            StorageDown: nothing was changed.
        """
        tag, now = self._people.tag(guild, person), self._clock.now()
        async with self._database.write() as tx:
            kept = UnwantedStaff(tx)
            wanted = await _before(kept, guild, tag) - {staff}
            await kept.put(guild, tag, wanted, now)
        self._chosen[guild, tag] = wanted
        self._shut.discard((guild, tag))
        return wanted


async def _before(kept: UnwantedStaff, guild: GuildId, tag: Tag) -> frozenset[UserId]:
    """Whom somebody chose so far; what no key opens makes way for what they choose now."""
    try:
        return await kept.of(guild, tag)
    except Unopenable:
        return frozenset()
