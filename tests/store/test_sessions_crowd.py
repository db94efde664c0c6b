"""The line of those who wish to speak, under many hands; tests/proof has the long form."""

from bot.services.people import People
from bot.storage.database import Database
from tests.fakes import FakeClock
from tests.store.session_crowd import crowd
from tests.store.session_house import GUILD, FakeRooms, House, services


async def test_the_line_stays_fair_over_leaves_kicks_and_restarts(
    database: Database, clock: FakeClock
) -> None:
    people, rooms = People(database, clock), FakeRooms()
    await people.meet(GUILD)

    def reborn() -> House:
        return services(database, clock, rooms, people)

    assert await crowd(reborn(), reborn, people, 40, seed=6) > 2
