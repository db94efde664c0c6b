"""Check-ins open once a day, close on time, and rest where nobody answers."""

from datetime import date
from pathlib import Path

import pytest

from bot.epochs.files import KeysUnusable
from bot.ids import GuildId, UserId
from bot.storage.database import Database
from bot.storage.outbox import OutboxEntries
from bot.storage.recurring import Standing
from cogs.checkins.domain import RATHER_NOT, Ended
from cogs.checkins.service import CLOSING, PROMPT, QUIET
from tests.fakes import FakeClock
from tests.store.checkin_room import HERE, PEOPLE, Room, furnish


@pytest.fixture
async def room(database: Database, clock: FakeClock, tmp_path: Path) -> Room:
    return await furnish(database, clock, tmp_path / "keys")


async def test_a_crash_between_the_close_and_the_key_leaves_no_key(
    room: Room, database: Database, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkin = await room.checkins.open(room.schedule, date(2026, 3, 1))

    def no(_living: set[int]) -> None:
        raise KeysUnusable("the disk is away")

    monkeypatch.setattr(room.keys, "sweep", no)
    clock.advance(hours=2)
    await room.checkins.work()
    assert room.keys.numbers() == {checkin.id}
    monkeypatch.undo()
    await room.checkins.work()
    assert room.keys.numbers() == set()


async def test_three_silent_ones_and_it_rests_and_admins_are_told_once(
    room: Room, database: Database, clock: FakeClock
) -> None:
    async def day(number: int, *people: UserId) -> None:
        checkin = await room.checkins.open(room.schedule, date(2026, 3, number))
        for who in people:
            await room.checkins.answer(HERE, checkin.id, who, RATHER_NOT)
        clock.advance(hours=3)
        await room.checkins.work()

    async def standing() -> Standing:
        return (await room.recurring.get(HERE, PROMPT, room.schedule.id)).state

    await day(1)
    await day(2)
    await day(3, PEOPLE[0])  # whoever looks in breaks the silence, also without an answer
    await day(4)
    await day(5)
    assert await standing() is Standing.ON
    await day(6)
    assert await standing() is Standing.PAUSED
    async with database.read() as tx:
        assert len(await OutboxEntries(tx).beginning(f"{QUIET}:")) == 1
        assert await OutboxEntries(tx).beginning(f"{CLOSING}:") == []
    await room.checkins.resume(HERE, room.schedule.id)
    await day(7)
    assert await standing() is Standing.ON


async def test_one_check_in_a_day_and_numbers_are_never_used_again(
    room: Room, database: Database, clock: FakeClock
) -> None:
    first = await room.checkins.open(room.schedule, date(2026, 3, 1))
    assert await room.checkins.open(room.schedule, date(2026, 3, 1)) == first
    own = await room.checkins.own(HERE)
    assert await room.checkins.own(HERE) == own
    clock.advance(days=200)
    await room.checkins.work()
    await room.checkins.tidy()
    with pytest.raises(Ended):
        await room.checkins.get(HERE, first.id)
    later = await room.checkins.open(room.schedule, date(2026, 9, 17))
    assert later.id > own.id
    with pytest.raises(Ended):
        await room.checkins.answer(GuildId(1), later.id, PEOPLE[0], 3)
