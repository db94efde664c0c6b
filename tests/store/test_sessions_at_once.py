"""Two things at once: what changes while something is done is neither lost nor overwritten."""

import asyncio
from datetime import timedelta

import pytest

from bot.services.people import People
from bot.services.reach import Reach
from bot.storage.database import Database
from cogs.sessions.service.covering import Covering
from cogs.sessions.service.ports import ASK, ROOM, AlreadyCovered
from cogs.sessions.store.meeting import MeetingState
from cogs.sessions.store.meetings import Meetings
from cogs.sessions.store.plans import Sessions
from tests.fakes import FakeClock
from tests.store.session_house import GUILD, PEOPLE, START, FakeRooms, House, services, starts


@pytest.fixture
async def house(database: Database, clock: FakeClock) -> House:
    people = People(database, clock)
    await people.meet(GUILD)
    return services(database, clock, FakeRooms(), people)


async def test_a_session_cancelled_while_its_room_is_made_stays_cancelled(house: House) -> None:
    await house.planned()
    await house.to_the_door()
    house.rooms.meanwhile = lambda: house.planning.cancel(GUILD, 1)
    await house.at(starts())
    meeting = (await house.coming.at(1)).meeting
    assert meeting is not None
    assert meeting.state is MeetingState.CANCELLED
    assert await house.keys(ROOM) == []
    assert house.rooms.gone == list(house.rooms.made.values())
    await house.at(starts(100))
    assert await house.keys(ROOM) == []


async def test_what_changes_while_a_card_is_drawn_is_drawn_too(house: House) -> None:
    await house.planned()
    async with house.database.write() as tx:
        (seen,) = await Sessions(tx).stale(5)
        await Sessions(tx).changed(1)
        await Sessions(tx).shown(seen)
        (again,) = await Sessions(tx).stale(5)
        await Sessions(tx).shown(again)
        assert await Sessions(tx).stale(5) == []
        await Meetings(tx).changed(1)
        (room,) = await Meetings(tx).stale(5)
        await Meetings(tx).changed(1)
        await Meetings(tx).shown(room)
        assert len(await Meetings(tx).stale(5)) == 1


async def test_two_processes_open_one_room_and_neither_takes_it_from_the_other(
    house: House,
) -> None:
    await house.planned()
    await house.to_the_door()

    async def the_other() -> None:
        house.rooms.meanwhile = None
        await house.clockwork.work()

    house.rooms.meanwhile = the_other
    await house.at(starts())
    assert house.rooms.meanwhile is None
    meeting = (await house.coming.at(1)).meeting
    assert meeting is not None
    assert meeting.state is MeetingState.OPEN
    assert house.rooms.gone == []
    assert await house.keys(ROOM) == [f"{ROOM}:1"]


async def test_of_two_hosts_who_say_yes_at_once_one_has_the_date_and_the_hosts_are_told_once(
    house: House, clock: FakeClock
) -> None:
    await house.planned()
    people = People(house.database, clock)
    await people.load()
    reach = Reach(house.database, people, clock)
    covering = Covering(house.database, people, clock, reach)
    day = START.date() + timedelta(days=7)  # the date after the one that is planned
    await asyncio.gather(*(covering.ask(GUILD, 1, day) for _ in range(3)))
    assert await house.keys(ASK) == [f"{ASK}:1"]
    yes = await asyncio.gather(
        *(covering.take(GUILD, 1, who) for who in PEOPLE[:10]), return_exceptions=True
    )
    assert sum(isinstance(each, AlreadyCovered) for each in yes) == 9
    assert await house.waiting() == 1
    cover, _ = await covering.get(GUILD, 1)
    await house.at(starts(2))
    view = await house.coming.view(GUILD, 1)
    assert view.meeting is not None
    assert view.meeting.day == day
    assert view.leads == (cover.person,)
