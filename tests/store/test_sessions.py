"""Sessions on a real file: steps over kills and sleep, and sixty people at once."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.ids import UserId
from bot.services.courier import Unclear, Undeliverable
from bot.services.people import People
from bot.storage.database import Database
from cogs.sessions.domain.seats import Answer, Standing
from cogs.sessions.domain.spoken import InAFold, InAGap, Past, StartRefused
from cogs.sessions.service.ports import MISSED, ROOM, WORDS, IsFull
from cogs.sessions.service.running import circle
from cogs.sessions.store.meeting import MeetingState
from cogs.sessions.store.tables import MeetingRow
from tests.fakes import FakeClock, Killed
from tests.store.session_house import (
    CHANNEL,
    GUILD,
    HOST,
    PEOPLE,
    PLAN,
    START,
    FakeRooms,
    House,
    services,
    starts,
)


@pytest.fixture
async def house(database: Database, clock: FakeClock) -> House:
    people = People(database, clock)
    await people.meet(GUILD)
    return services(database, clock, FakeRooms(), people)


async def test_a_kill_at_any_step_neither_doubles_nor_loses_it(house: House) -> None:
    await house.planned()
    await house.coming.say(1, GUILD, PEOPLE[0], Answer.COMING)
    await house.coming.wish(1, GUILD, PEOPLE[0], remind=True)
    for kill in ("trouble", "after"):  # before the room is made, and before it is remembered
        setattr(house.rooms, kill, Killed())
        with pytest.raises(Killed):
            await house.at(starts())
        setattr(house.rooms, kill, None)
        assert (await house.coming.at(1)).meeting.state is MeetingState.PLANNED
    for _ in range(3):
        await house.at(starts())
    assert house.rooms.made == {1: 501}
    assert await house.keys(ROOM) == [f"{ROOM}:1"]
    for hours in (0.1, 0.1, 1, 1, 1.3, 1.3, 30, 30):
        await house.at(starts(hours))
    assert await house.keys(WORDS) == [f"{WORDS}:1:1", f"{WORDS}:1:3", f"{WORDS}:1:4"]
    assert house.rooms.gone == [501]


async def test_discord_down_for_a_minute_only_delays_the_room(house: House) -> None:
    await house.planned()
    await house.to_the_door()
    house.rooms.trouble = Unclear()
    await house.at(starts())
    assert (await house.clockwork.next_due()) == starts() + timedelta(seconds=30)
    house.rooms.trouble = None
    await house.at(starts() + timedelta(seconds=30))
    assert (await house.coming.at(1)).meeting.state is MeetingState.OPEN
    assert await house.keys(MISSED) == []


async def test_a_room_that_discord_refuses_is_reported_and_the_series_goes_on(house: House) -> None:
    await house.planned()
    await house.to_the_door()
    assert await house.keys(MISSED) == []
    house.rooms.trouble = Undeliverable("forbidden")
    await house.at(starts())
    assert len(await house.keys(MISSED)) == 1
    assert await house.waiting() == 1  # the host is told what to mend
    await house.at(starts(1))
    house.rooms.trouble = None
    view = await house.coming.view(GUILD, 1)
    assert view.meeting.times.starts == starts(7 * 24)


async def test_asleep_for_weeks_is_one_report_and_no_burst(house: House) -> None:
    await house.planned(PLAN.but(repeat="FREQ=DAILY"))
    for who in PEOPLE[:5]:
        await house.coming.say(1, GUILD, who, Answer.COMING)
        await house.coming.wish(1, GUILD, who, remind=True)
    await house.at(starts(24 * 5 + 2))
    assert len(await house.keys(MISSED)) == 1
    assert await house.keys(ROOM) == []
    assert await house.waiting() == 0
    async with house.database.read() as tx:
        passed = await tx.execute(
            select(func.count()).select_from(MeetingRow).where(MeetingRow.missed > 0)
        )
        assert passed.scalar_one() == 6  # the one that was planned, and five that came and went
    view = await house.coming.view(GUILD, 1)
    assert view.meeting.times.starts == starts(24 * 6)


async def test_a_changed_time_tells_forty_people_once(house: House) -> None:
    await house.planned()
    for who in PEOPLE[:40]:
        await house.coming.say(1, GUILD, who, Answer.COMING)
    edit = await house.planning.edit(GUILD, 1, HOST)
    later = START + timedelta(hours=1)
    await house.planning.change(GUILD, edit.id, HOST, lambda plan: plan.but(start=later))
    await house.planning.publish(GUILD, edit.id, HOST, lambda _: CHANNEL)
    await house.clockwork.work()
    assert await house.waiting() == 40
    view = await house.coming.view(GUILD, 1)
    assert view.meeting.times.starts == starts(1)
    assert not any(seat.confirmed for seat in view.seats)
    _, seat = await house.coming.say(1, GUILD, PEOPLE[0], Answer.COMING)
    assert seat.confirmed
    words = await house.planning.edit(GUILD, 1, HOST)  # words and length tell nobody
    await house.planning.change(
        GUILD, words.id, HOST, lambda plan: plan.but(notes="Quiet", minutes=90)
    )
    await house.planning.publish(GUILD, words.id, HOST, lambda _: CHANNEL)
    assert await house.waiting() == 40


async def test_sixty_people_press_at_once_and_turns_stay_fair_over_restarts(house: House) -> None:
    await house.planned(PLAN.but(capacity=60))
    await house.at(starts())
    await asyncio.gather(*(house.running.enter(1, GUILD, who) for who in PEOPLE))
    with pytest.raises(IsFull):
        await house.running.enter(1, GUILD, UserId(9))
    await asyncio.gather(*(house.running.raise_hand(1, GUILD, who) for who in PEOPLE * 2))
    order = circle(await house.coming.at(1)).order()
    assert len(order) == len(set(order)) == 60
    await asyncio.gather(*(house.running.leave(1, GUILD, who) for who in PEOPLE[50:]))
    left = {seat.id for seat in (await house.coming.at(1)).seats if not seat.inside}
    called: list[int | None] = []
    for turn in range(50):
        again = PEOPLE[turn]  # whoever has spoken or not raises a hand again: nobody overtakes
        view = await house.running.call_next(1, GUILD, HOST)
        called.append(view.meeting.speaker)
        await house.running.raise_hand(1, GUILD, again)
    assert called == [each for each in order if each not in left]
    for who in PEOPLE[:2]:
        await house.running.raise_hand(1, GUILD, who)
    await house.running.enter(1, GUILD, PEOPLE[50])  # who left before a turn came
    _, seat = await house.running.raise_hand(1, GUILD, PEOPLE[50])
    view = await house.running.call_next(1, GUILD, HOST)
    assert view.meeting.speaker == seat.id  # before anyone twice


async def test_places_never_exceed_the_capacity_however_many_press(house: House) -> None:
    await house.planned(PLAN.but(capacity=7))
    await asyncio.gather(
        *(house.coming.say(1, GUILD, who, Answer.COMING) for who in PEOPLE for _ in range(2))
    )
    seats = (await house.coming.at(1)).seats
    assert len(seats) == 60
    assert sum(seat.standing is Standing.IN for seat in seats) == 7
    first = next(seat for seat in seats if seat.standing is Standing.WAITING)
    await house.coming.cannot(1, GUILD, seats[0].person)
    await house.clockwork.work()
    offered = [s for s in (await house.coming.at(1)).seats if s.standing is Standing.OFFERED]
    assert [each.id for each in offered] == [first.id]
    assert await house.waiting() == 1
    house.clock.advance(minutes=29)
    await house.clockwork.work()
    assert first.id in {s.id for s in (await house.coming.at(1)).seats if s.offered_until}
    house.clock.advance(minutes=2)
    await house.clockwork.work()
    offered = [s for s in (await house.coming.at(1)).seats if s.standing is Standing.OFFERED]
    assert len(offered) == 1
    assert offered[0].id != first.id


async def test_more_places_are_offered_and_fewer_send_nobody_away(house: House) -> None:
    await house.planned(PLAN.but(capacity=2))
    for who in PEOPLE[:6]:
        await house.coming.say(1, GUILD, who, Answer.COMING)
    for capacity, offered in ((3, 1), (2, 1)):
        edit = await house.planning.edit(GUILD, 1, HOST)
        plan = edit.plan.but(capacity=capacity)
        await house.planning.change(GUILD, edit.id, HOST, lambda _, plan=plan: plan)
        await house.planning.publish(GUILD, edit.id, HOST, lambda _: CHANNEL)
        seats = (await house.coming.at(1)).seats
        assert sum(each.standing is Standing.OFFERED for each in seats) == offered
        assert sum(each.standing is Standing.IN for each in seats) == 2


@pytest.mark.parametrize(
    ("wall", "why"),
    [("2026-01-01 19:00", Past), ("2026-03-29 01:30", InAGap), ("2026-10-25 01:30", InAFold)],
)
async def test_no_date_is_moved_to_where_nobody_could_come(
    house: House, wall: str, why: type[StartRefused]
) -> None:
    made = await house.planned(PLAN.but(zone="Europe/London", repeat=""))
    (ahead,) = house.planning.ahead(made, 1)
    with pytest.raises(why):
        await house.planning.move(GUILD, 1, ahead.day, datetime.fromisoformat(wall))
    assert house.planning.ahead(await house.planning.session(GUILD, 1), 1) == [ahead]
