"""Who is on duty: kept by staff themselves, asked whenever somebody is called."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.errors import Refusal
from bot.ids import GuildId, UserId
from bot.schedule.duty import Hours
from bot.services.load import fresh
from bot.services.people import People
from bot.services.reach import away_of
from bot.storage.database import Database
from bot.storage.rota import Rota, Shift
from bot.storage.staff import KnownStaff
from bot.storage.swaps import Answer, Gone, RotaSwaps, Swap

MOST_SHIFTS = 60  # of one community; above what any has, below what a card can be asked to show


class TooManyShifts(Refusal):
    """The community keeps as many hours as it may."""

    key = "refusal.too-many-shifts"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What can truly be said of duty now: whether hours are kept at all, and who is on.

    `fresh` are those of them who are asked first; the others come from a hard case.
    """

    kept: bool
    on: tuple[UserId, ...]
    fresh: tuple[UserId, ...]


async def coverage(tx: AsyncConnection, guild: GuildId, now: datetime) -> Coverage:
    """Who is on duty, in a transaction that is open already."""
    rota = Rota(tx)
    shifts = await rota.all(guild)
    if not shifts:
        return Coverage(kept=False, on=(), fresh=())
    away, resting = await rota.who_is_away(guild, now), await rota.who_rests(guild, now)
    taken = {
        each.shift: each
        for each in await RotaSwaps(tx).ahead(guild, now)
        if each.state is Answer.TAKEN and each.starts_at <= now
    }
    holding = [each for each in shifts if each.hours.hold(now)]
    serving = [_by_whom(each, taken.get(each.id)) for each in holding]
    stepped_back = await away_of(tx, guild, {each.tag for each in serving}, now)
    missing = away | stepped_back | frozenset(await Gone(tx).all(guild))
    on = [each for each in serving if each.tag not in missing]
    return Coverage(kept=True, on=fresh(on, frozenset()), fresh=fresh(on, resting))


def _by_whom(shift: Shift, taken: Swap | None) -> Shift:
    """A shift as it is served now: by whoever took it for once, else by whoever has it."""
    return shift if taken is None else replace(shift, person=taken.person, tag=taken.tag)


class Duty:
    """Keeps hours and absences."""

    def __init__(self, database: Database, people: People, clock: Clock) -> None:
        self._database = database
        self._people = people
        self._clock = clock

    async def coverage(self, guild: GuildId) -> Coverage:
        """Who is on duty now, without those who are away.

        Raises:
            StorageDown: nobody knows.
        """
        async with self._database.read() as tx:
            return await coverage(tx, guild, self._clock.now())

    async def shifts(self, guild: GuildId) -> list[Shift]:
        """Every shift of a community."""
        async with self._database.read() as tx:
            return await Rota(tx).all(guild)

    async def known(self, guild: GuildId) -> tuple[UserId, ...]:
        """Everybody whom the house has met as staff: who keeps hours, who took part in cases.

        It is no list of all staff, and their roles are to be asked anew.
        """
        async with self._database.read() as tx:
            hours = [each.person for each in await Rota(tx).all(guild)]
            took_part = await KnownStaff(tx).all(guild)
        return tuple(dict.fromkeys([*hours, *took_part]))

    async def remember(self, guild: GuildId, person: UserId) -> None:
        """Somebody of the staff wants to be told of what stands in no channel."""
        tag, now = self._people.tag(guild, person), self._clock.now()
        async with self._database.write() as tx:
            await KnownStaff(tx).seen(guild, tag, person, now)

    async def add(self, guild: GuildId, person: UserId, hours: Hours) -> None:
        """Somebody is on duty in these hours, from now on.

        Raises:
            TooManyShifts: the community has as many as it may.
        """
        async with self._database.write() as tx:
            rota = Rota(tx)
            if len(await rota.all(guild)) >= MOST_SHIFTS:
                raise TooManyShifts
            tag = self._people.tag(guild, person)
            await rota.add(guild, person, tag, hours, self._clock.now())

    async def drop(self, guild: GuildId, shift: int) -> None:
        """Take hours back; hours that are gone already are no trouble."""
        async with self._database.write() as tx:
            await Rota(tx).drop(guild, shift)

    async def away(self, guild: GuildId, person: UserId, days: int) -> None:
        """Call somebody in none of their hours for so many days; 0: they are back."""
        until = self._clock.now() + timedelta(days=days) if days else None
        async with self._database.write() as tx:
            await Rota(tx).away(guild, self._people.tag(guild, person), until)

    async def as_usual(self, guild: GuildId, person: UserId) -> None:
        """Somebody who comes from a hard case chooses to be asked in their turn all the same."""
        async with self._database.write() as tx:
            await Rota(tx).rest(guild, self._people.tag(guild, person), None)
