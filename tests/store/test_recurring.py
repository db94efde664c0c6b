"""A schedule is planned once a local day, whatever restarts, clocks and second planners do."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import update

from bot.ids import GuildId
from bot.schedule.recurrence import Rule, UnusableRule
from bot.services.outbox import Outbox
from bot.services.recurring import MOST, NoSuchSchedule, Plan, Recurring, TooManySchedules
from bot.storage.database import Database
from bot.storage.outbox import OutboxEntries
from bot.storage.recurring import RecurringRow, Schedule, Standing
from tests.fakes import FakeClock, StandInDiscord

HERE, KIND = GuildId(7), "checkins:prompt"
DAILY = Plan(
    Rule("FREQ=DAILY", date(2026, 1, 1), time(9)), "Europe/Berlin", timedelta(hours=2), {"deck": 1}
)


@pytest.fixture
def recurring(database: Database, clock: FakeClock) -> Recurring:
    return Recurring(database, clock)


async def started(recurring: Recurring, plan: Plan = DAILY) -> Schedule:
    made = await recurring.draft(HERE, KIND, plan)
    return await recurring.switch(HERE, KIND, made.id, Standing.ON)


async def rows(database: Database) -> dict[str, tuple[str, str | None]]:
    async with database.read() as tx:
        found = await OutboxEntries(tx).beginning(f"{KIND}:")
    return {each.key.rpartition(":")[2]: (each.state, each.reason) for each in found}


async def test_eight_planners_at_once_plan_one_row(
    database: Database, clock: FakeClock, recurring: Recurring
) -> None:
    schedule = await started(recurring)
    clock.set(datetime(2026, 3, 2, 8, 0, 30, tzinfo=UTC))
    planners = [Recurring(database, clock) for _ in range(8)]
    await asyncio.gather(*(each.work() for each in planners))
    async with database.read() as tx:
        (row,) = await OutboxEntries(tx).beginning(f"{KIND}:{schedule.id}:")
    assert row.key == f"{KIND}:{schedule.id}:2026-03-02"
    assert row.ids == {"schedule": schedule.id, "day": date(2026, 3, 2).toordinal()}
    assert row.late_after == datetime(2026, 3, 2, 10, tzinfo=UTC)
    assert await recurring.next_due() == datetime(2026, 3, 3, 8, tzinfo=UTC)


async def test_in_the_night_of_the_change_it_comes_once(
    database: Database, clock: FakeClock, recurring: Recurring
) -> None:
    at = replace(DAILY.rule, at=time(2, 30))
    clock.set(datetime(2026, 3, 28, 12, tzinfo=UTC))
    await started(recurring, replace(DAILY, rule=at))
    for _ in range(24 * 4):
        await recurring.work()
        clock.advance(minutes=15)
    assert set(await rows(database)) == {"2026-03-29"}
    clock.set(datetime(2026, 10, 24, 12, tzinfo=UTC))
    await recurring.work()
    before = set(await rows(database))
    for _ in range(24 * 4):
        clock.advance(minutes=15)
        await recurring.work()
    assert set(await rows(database)) - before == {"2026-10-25"}


async def test_a_week_away_ends_in_one_notice_and_not_in_seven_prompts(
    database: Database, clock: FakeClock, recurring: Recurring, discord: StandInDiscord
) -> None:
    await started(recurring)
    outbox = Outbox(database, discord, clock, frozenset())
    clock.set(datetime(2026, 3, 9, 11, tzinfo=UTC))
    await recurring.work()
    await outbox.deliver()
    assert await rows(database) == {"2026-03-09": ("expired", "late")}
    clock.set(datetime(2026, 3, 12, 9, tzinfo=UTC))
    await recurring.work()
    await outbox.deliver()
    found = await rows(database)
    assert found["2026-03-11"] == ("expired", "late")
    assert found["2026-03-12"] == ("sent", None)
    assert "2026-03-10" not in found
    assert len(discord.messages) == 1


async def test_what_is_paused_or_a_draft_plans_nothing_and_is_not_made_up_for(
    database: Database, clock: FakeClock, recurring: Recurring
) -> None:
    await recurring.draft(HERE, KIND, DAILY)
    schedule = await started(recurring)
    await recurring.switch(HERE, KIND, schedule.id, Standing.PAUSED)
    clock.advance(days=3)
    assert await recurring.work() == 0
    assert await recurring.next_due() is None
    await recurring.switch(HERE, KIND, schedule.id, Standing.ON)
    assert await recurring.work() == 0
    assert await rows(database) == {}


async def test_an_earlier_time_on_the_same_day_does_not_post_twice(
    database: Database, clock: FakeClock, recurring: Recurring
) -> None:
    schedule = await started(recurring)
    clock.set(datetime(2026, 3, 2, 8, tzinfo=UTC))
    await recurring.work()
    later = replace(schedule.rule, at=time(18))
    changed = await recurring.change(HERE, KIND, schedule.id, lambda now: replace(now, rule=later))
    assert [slot.day.day for slot in recurring.upcoming(changed, 6)] == [3, 4, 5, 6, 7, 8]
    clock.advance(hours=12)
    await recurring.work()
    assert set(await rows(database)) == {"2026-03-02"}


async def test_a_rule_that_never_happens_waits_for_nothing(recurring: Recurring) -> None:
    never = Rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", date(2026, 1, 1), time(9))
    schedule = await started(recurring, replace(DAILY, rule=never))
    assert schedule.next_at is None
    assert recurring.upcoming(schedule, 6) == []
    assert await recurring.work() == 0


async def test_a_zone_that_is_gone_pauses_its_schedule_and_no_other(
    database: Database, clock: FakeClock, recurring: Recurring
) -> None:
    schedule, other = await started(recurring), await started(recurring)
    async with database.write() as tx:
        gone = update(RecurringRow).where(RecurringRow.id == schedule.id)
        await tx.execute(gone.values(zone="Mars/Base"))
    clock.advance(days=1)
    assert await recurring.work() == 2
    assert (await recurring.get(HERE, KIND, schedule.id)).state is Standing.PAUSED
    assert (await recurring.get(HERE, KIND, other.id)).state is Standing.ON
    assert len(await rows(database)) == 1


async def test_only_its_own_community_finds_it_and_none_has_too_many(recurring: Recurring) -> None:
    schedule = await started(recurring)
    for guild, kind in ((GuildId(8), KIND), (HERE, "guidelines:reminder")):
        with pytest.raises(NoSuchSchedule):
            await recurring.get(guild, kind, schedule.id)
        await recurring.remove(guild, kind, schedule.id)
    assert (await recurring.get(HERE, KIND, schedule.id)).choices == {"deck": 1}
    with pytest.raises(UnusableRule):
        await recurring.draft(HERE, KIND, replace(DAILY, rule=Rule("X", date.min, time(1))))
    for _ in range(MOST - 1):
        await recurring.draft(HERE, KIND, DAILY)
    with pytest.raises(TooManySchedules):
        await recurring.draft(HERE, KIND, DAILY)
    await recurring.remove(HERE, KIND, schedule.id)
    assert len(await recurring.of(HERE, KIND)) == MOST - 1
