"""Lines by schedule follow one another: no line is left out, and none comes twice in a row."""

from calendar import monthrange
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ids import GuildId
from bot.schedule.days import LAST_DAY, WEEKDAYS
from bot.schedule.recurrence import next_slots
from bot.storage.recurring import Schedule
from cogs.guidelines.timetable import LATE, REMINDER, Times, changed, fresh, turn_of

DAYS = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))
FIRSTS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


ZONES = st.sampled_from(["UTC", "Europe/London", "America/St_Johns"])


def schedule_of(zone: str, first: date) -> Schedule:
    plan = fresh(zone, first)
    now = datetime(first.year, first.month, first.day, tzinfo=UTC) - timedelta(days=2)
    return Schedule(GuildId(1), REMINDER, plan.rule, zone, LATE, now, plan.choices)


# No deadline: the first use of a zone reads it from the disk.
@settings(deadline=None)
@given(DAYS, st.integers(1, 52), FIRSTS, ZONES)
def test_each_time_is_the_next_turn(
    days: tuple[int, ...], weeks: int, first: date, zone: str
) -> None:
    chosen = changed(days=days, weeks=weeks)(schedule_of(zone, first))
    slots = next_slots(chosen.rule, chosen.wall, chosen.planned_to, 7)
    times = Times.model_validate(chosen.choices)
    began = chosen.rule.first_day
    turns = [turn_of(times, began, slot.day) for slot in slots]
    assert turns == list(range(turns[0], turns[0] + 7))
    assert 0 <= (slots[0].day - first).days < 7  # it begins in the days after the first
    assert {slot.day.weekday() for slot in slots} == set(days)
    monday = began - timedelta(days=began.weekday())
    assert {(slot.day - monday).days // 7 % weeks for slot in slots} == {0}


@settings(deadline=None)
@given(st.integers(1, 31) | st.just(LAST_DAY), FIRSTS, ZONES)
def test_a_day_of_the_month_comes_in_every_month(day: int, first: date, zone: str) -> None:
    chosen = changed(monthday=day)(schedule_of(zone, first))
    slots = next_slots(chosen.rule, chosen.wall, chosen.planned_to, 15)
    months = [slot.day.year * 12 + slot.day.month for slot in slots]
    assert months == list(range(months[0], months[0] + 15))
    for slot in slots:
        length = monthrange(slot.day.year, slot.day.month)[1]
        assert slot.day.day == (length if day == LAST_DAY else min(day, length))
        assert slot.at.astimezone(chosen.wall).hour in (9, 10)
    times = Times.model_validate(chosen.choices)
    turns = [turn_of(times, first, slot.day) for slot in slots]
    assert turns == list(range(turns[0], turns[0] + 15))


@settings(deadline=None)
@given(DAYS, FIRSTS, ZONES)
def test_what_was_chosen_before_there_were_weeks_and_months_means_the_same(
    days: tuple[int, ...], first: date, zone: str
) -> None:
    old = replace(schedule_of(zone, first), choices={"channel": 7, "days": list(days)})
    later = changed(at=time(18))(old)
    assert later.rule.text == f"FREQ=WEEKLY;BYDAY={','.join(WEEKDAYS[each] for each in days)}"
    assert changed(weeks=2)(later).rule.text.startswith("FREQ=WEEKLY;INTERVAL=2;BYDAY=")
    assert changed(monthday=31)(later).choices["days"] == list(days)  # kept for another week
