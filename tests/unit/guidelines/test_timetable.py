"""Lines by schedule follow one another: no line is left out, and none comes twice in a row."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.ids import GuildId
from bot.schedule.recurrence import next_slots
from bot.storage.recurring import Schedule
from cogs.guidelines.timetable import LATE, REMINDER, changed, fresh, turn_of

DAYS = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))
FIRSTS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@given(DAYS, FIRSTS, st.sampled_from(["UTC", "Europe/London", "America/St_Johns"]))
def test_each_time_is_the_next_turn(days: tuple[int, ...], first: date, zone: str) -> None:
    plan = fresh(zone, first)
    now = datetime(first.year, first.month, first.day, tzinfo=UTC) - timedelta(days=2)
    schedule = Schedule(GuildId(1), REMINDER, plan.rule, zone, LATE, now, plan.choices)
    chosen = changed(days=days)(schedule)
    slots = next_slots(chosen.rule, chosen.wall, now, 20)
    turns = [turn_of(days, first, slot.day) for slot in slots]
    assert turns == list(range(turns[0], turns[0] + 20))
    assert {slot.day.weekday() for slot in slots} == set(days)
