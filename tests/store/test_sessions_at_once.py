"""Two things at once: what changes while something is done is neither lost nor overwritten."""

import asyncio
from datetime import timedelta

import pytest

from bot.ids import ChannelId, UserId
from bot.services.courier import Unclear, Undeliverable
from bot.services.people import People
from bot.services.reach import Reach
from bot.storage.database import Database
from cogs.sessions.service.again import lose
from cogs.sessions.service.agenda import Agenda
from cogs.sessions.service.covering import Covering
from cogs.sessions.service.ports import ASK, MISSED, ROOM, WORDS, AlreadyCovered, IsOver, NoRoom
from cogs.sessions.store.meeting import MeetingState
from cogs.sessions.store.meetings import Meetings
from cogs.sessions.store.plans import Sessions
from tests.fakes import FakeClock, Killed
from tests.store.session_house import GUILD, HOST, PEOPLE, START, FakeRooms, House, services, starts


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


async def losing(house: House) -> None:
    """The room of the meeting that goes on is deleted by hand."""
    async with house.database.write() as tx:
        (meeting,) = await Meetings(tx).open_now(GUILD, house.clock.now())
        session = await Sessions(tx).get(GUILD, 1)
        assert session is not None
        reach = Reach(house.database, People(house.database, house.clock), house.clock)
        await lose(tx, reach, session, meeting, house.clock.now())
    house.rooms.made[1] = ChannelId(700)


async def test_a_lost_room_is_made_again_over_a_kill_and_a_minute_without_discord(
    house: House,
) -> None:
    await house.planned()
    await house.to_the_door()
    await house.at(starts())
    await losing(house)
    agenda = Agenda(house.database, People(house.database, house.clock), house.clock)
    with pytest.raises(NoRoom):  # and nothing counts as shown
        await agenda.show_own(1, GUILD, HOST, "What helps?")
    house.rooms.after = Killed()
    with pytest.raises(Killed):
        await house.at(starts(0.2))
    house.rooms.after, house.rooms.trouble = None, Unclear()
    await house.clockwork.work()
    assert await house.keys(ROOM) == [f"{ROOM}:1"]
    assert await house.clockwork.next_due() == starts(0.2) + timedelta(seconds=30)
    house.rooms.trouble = None
    for hours in (0.21, 0.21, 0.5):
        await house.at(starts(hours))
    meeting = (await house.coming.at(1)).meeting
    assert meeting is not None
    assert meeting.room == 700
    assert await house.keys(ROOM) == [f"{ROOM}:1", f"{ROOM}:1:1"]
    assert f"{WORDS}:1:5" in await house.keys(WORDS)
    assert await house.waiting() == 1  # the host was told
    await house.at(starts(30))
    assert house.rooms.gone == [700]


async def test_a_lost_room_that_cannot_be_made_is_told_and_the_series_goes_on(
    house: House,
) -> None:
    await house.planned()
    await house.to_the_door()
    await house.at(starts())
    await losing(house)
    house.rooms.trouble = Undeliverable("forbidden")
    for hours in (0.01, 0.02, 0.5, 1.5, 30):
        await house.at(starts(hours))
    assert await house.waiting() == 1
    assert await house.keys(ROOM) == [f"{ROOM}:1"]
    assert await house.keys(MISSED) == []
    view = await house.coming.view(GUILD, 1)
    assert view.meeting is not None
    assert view.meeting.times.starts == starts(7 * 24)


async def test_a_meeting_closed_while_its_room_is_made_again_leaves_no_room_behind(
    house: House,
) -> None:
    await house.planned()
    await house.to_the_door()
    await house.at(starts())
    await losing(house)
    house.rooms.meanwhile = lambda: house.running.close(1, GUILD, HOST)
    await house.at(starts(0.1))
    assert house.rooms.gone == [700]
    assert await house.keys(ROOM) == [f"{ROOM}:1"]


async def test_two_who_end_a_meeting_at_once_end_it_once(house: House) -> None:
    await house.planned()
    await house.to_the_door()
    await house.at(starts())
    before = await house.waiting()
    await asyncio.gather(*(house.running.end(1, GUILD, UserId(each)) for each in PEOPLE[:2]))
    await house.clockwork.work()
    assert await house.waiting() == before + 1  # the host is asked once how it was
    assert await house.keys(WORDS) == [f"{WORDS}:1:3"]
    with pytest.raises(IsOver):
        await house.running.end(1, GUILD, HOST)
