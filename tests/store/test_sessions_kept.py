"""What sessions leave behind: nothing readable, and nothing at all when its time is over."""

import shutil
from pathlib import Path

from sqlalchemy import func, select

from bot.ids import ChannelId, GuildId, UserId
from bot.services.courier import Parcel, Posted
from bot.services.outbox import Outbox
from bot.services.people import People
from bot.services.privacy import Retention
from bot.services.settings import Settings
from bot.storage.database import Database
from bot.storage.people import WaitingRow
from cogs.sessions.domain.seats import Answer
from cogs.sessions.service.deeds import GOODBYES
from cogs.sessions.service.mirror import Mirror
from cogs.sessions.service.ports import CARD, card_key
from cogs.sessions.store.tables import MeetingRow, SeatRow, SessionRow
from tests.fakes import FakeClock, StandInDiscord
from tests.store.session_house import PLAN, FakeRooms, House, services, starts
from tests.traces import find_traces

GUILD = GuildId(10)
HOST, COVER = UserId(301234567890123456), UserId(302234567890123456)
MEMBERS = [UserId(303234567890123456 + each) for each in range(6)]
WORDS = ("marmaladecircle", "zebrapurpose", "quokkanotes")


async def lived(house: House) -> None:
    """A session from the draft to the end, with everything that a row can hold."""
    plan = PLAN.but(title=WORDS[0], purpose=WORDS[1], notes=WORDS[2], capacity=4)
    draft = await house.planning.begin(GUILD, HOST, "UTC")
    await house.planning.change(GUILD, draft.id, HOST, lambda _: plan)
    await house.planning.publish(GUILD, draft.id, HOST, lambda _: ChannelId(20))
    await house.clockwork.work()
    for who in MEMBERS:
        await house.coming.say(1, GUILD, who, Answer.COMING)
        await house.coming.wish(1, GUILD, who, remind=True, seen=True)
    await house.coming.cannot(1, GUILD, MEMBERS[0])
    await house.to_the_door()
    await house.at(starts())
    for who in MEMBERS[1:4]:
        await house.running.enter(1, GUILD, who)
        await house.running.raise_hand(1, GUILD, who)
    await house.running.cover(1, GUILD, COVER)
    await house.running.call_next(1, GUILD, COVER)
    assert await house.running.felt(1, GUILD, MEMBERS[1], 2)
    assert not await house.running.felt(1, GUILD, MEMBERS[1], 2)


async def built(database: Database, clock: FakeClock) -> House:
    people = People(database, clock)
    await people.meet(GUILD)
    return services(database, clock, FakeRooms(), people)


async def test_a_stolen_file_names_nobody_and_holds_no_word(
    database: Database, database_file: Path, clock: FakeClock, tmp_path: Path
) -> None:
    await lived(await built(database, clock))
    stolen = tmp_path / "stolen"
    stolen.mkdir()
    for path in database_file.parent.glob("hearth.db*"):
        shutil.copy(path, stolen)
    assert find_traces(stolen, [HOST, COVER, *MEMBERS], WORDS) == []


async def test_everything_goes_on_its_day(database: Database, clock: FakeClock) -> None:
    house = await built(database, clock)
    await lived(house)
    await house.planning.cancel(GUILD, 1)
    await house.at(starts(1) + GOODBYES)
    retention = Retention(database, clock)

    async def left(*tables: type) -> list[int]:
        await retention.sweep()
        async with database.read() as tx:
            return [
                (await tx.execute(select(func.count()).select_from(each))).scalar_one()
                for each in tables
            ]

    assert await left(SeatRow) == [3]  # two let an offer lapse
    await house.at(starts(26))
    assert await left(SeatRow, MeetingRow, SessionRow) == [0, 1, 1]
    await house.at(starts(24 * 42))
    assert await left(SeatRow, MeetingRow, SessionRow, WaitingRow) == [0] * 4


async def test_a_forgotten_draft_goes_after_thirty_days_and_a_living_series_stays(
    database: Database, clock: FakeClock
) -> None:
    house = await built(database, clock)
    await house.planned()
    await house.planning.begin(GUILD, HOST, "UTC")
    for days in (1, 15, 29, 31, 39):
        await house.at(starts(24 * days))
        await Retention(database, clock).sweep()
    assert await house.planning.drafts(GUILD, HOST) == []
    assert len(await house.planning.live(GUILD)) == 1


async def test_a_card_that_stands_for_months_is_not_forgotten_by_the_night(
    database: Database, clock: FakeClock
) -> None:
    house, shown = await built(database, clock), list[str]()
    await house.planned(PLAN.but(repeat="FREQ=YEARLY"))

    async def show(parcel: Parcel, posted: Posted) -> bool:
        shown.append(parcel.key)
        return True

    mirror = Mirror(database, Settings(database), clock, show)
    await Outbox(database, StandInDiscord(clock), clock, again=frozenset()).deliver()
    await mirror.work()
    for days in (20, 40, 60):
        clock.set(starts(24 * days))
        await mirror.remember()
        await Retention(database, clock).sweep()
    shown.clear()
    edit = await house.planning.edit(GUILD, 1, HOST)
    await house.planning.change(GUILD, edit.id, HOST, lambda plan: plan.but(notes="Quiet"))
    await house.planning.publish(GUILD, edit.id, HOST, lambda _: ChannelId(20))
    await mirror.work()
    assert shown == [card_key(1, 0)]
    await house.planning.cancel(GUILD, 1)
    await mirror.work()
    clock.advance(days=31)
    await mirror.remember()
    await Retention(database, clock).sweep()
    assert await house.keys(CARD) == []  # what is over is forgotten in its time
