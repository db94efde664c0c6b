"""Reminders by schedule: on which days a line stands, which one it is, and all of that in words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.ids import ChannelId
from bot.schedule.days import EVERY_MONTH_HAS, LAST_DAY, MOST_DAYS, MOST_WEEKS, monthly, weekly
from bot.schedule.recurrence import Rule
from bot.services.recurring import Plan, Recurring
from bot.storage.recurring import Schedule, Standing
from bot.ui.house import House, Voice

REMINDER = "guidelines:reminder"
PREVIEWED = 6  # product 4.3, which these follow
# After its time a line belongs to another part of the day.
LATE = timedelta(minutes=30)
MORNING = time(9)
A_WEEK = 7


class Times(BaseModel):
    """What an admin chose beside hour and zone.

    On `days` of the week (Monday is 0), every so many `weeks`; or, where there is one, on
    `monthday`, which is 1 to 31 or LAST_DAY.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    channel: ChannelId | None = None
    days: tuple[Annotated[int, Field(ge=0, le=6)], ...] = (0,)
    weeks: Annotated[int, Field(ge=1, le=MOST_WEEKS)] = 1
    monthday: Annotated[int, Field(ge=LAST_DAY, le=MOST_DAYS)] | None = None


Change = Callable[[Schedule], Schedule]


def fresh(zone: str, today: date) -> Plan:
    """A schedule to begin with: Monday mornings, in no channel yet."""
    times = Times()
    rule = Rule(_text(times), today, MORNING)
    return Plan(rule, zone, LATE, times.model_dump(mode="json"))


def changed(
    *,
    at: time | None = None,
    zone: str | None = None,
    first: date | None = None,
    **chosen: object,
) -> Change:
    """A change of a schedule: its hour, its zone, its first day, its channel or its days."""

    def change(now: Schedule) -> Schedule:
        times = Times.model_validate({**now.choices, **chosen})
        hour = now.rule.at if at is None else at  # midnight is a time like any other
        day = _first(times, first or now.rule.first_day)
        rule = replace(now.rule, text=_text(times), first_day=day, at=hour)
        body = times.model_dump(mode="json")
        return replace(now, rule=rule, zone=zone or now.zone, choices=body)

    return change


def turn_of(times: Times, first: date, day: date) -> int:
    """Which time a day is, counted from the first day on: lines follow one another by it."""
    if times.monthday is not None:
        return (day.year - first.year) * 12 + day.month - first.month
    monday = first - timedelta(days=first.weekday())
    weeks, weekday = divmod((day - monday).days, A_WEEK)
    days = times.days
    return weeks // times.weeks * len(days) + sum(each < weekday for each in days)


def said(voice: Voice, schedule: Schedule) -> str:
    """A schedule in words."""
    times = Times.model_validate(schedule.choices)
    room = f"<#{times.channel}>" if times.channel else voice("charter.times-nowhere")
    lines = (
        voice("charter.times-where", channel=room),
        voice("charter.times-when", at=f"{schedule.rule.at:%H:%M}", zone=schedule.zone),
        voice("charter.times-days", days=days_said(voice, times)),
    )
    return "\n".join(lines)


def brief(voice: Voice, schedule: Schedule) -> str:
    """A schedule in one line."""
    times = Times.model_validate(schedule.choices)
    soon = f" · <t:{int(schedule.next_at.timestamp())}:R>" if schedule.next_at else ""
    room = f"<#{times.channel}>" if times.channel else voice("charter.times-nowhere")
    state = voice(f"charter.times-{schedule.state}")
    when = f"{days_said(voice, times)}, {schedule.rule.at:%H:%M}"
    return f"{schedule.id} · {state} · {room} · {when}{soon}"


def preview(house: House, voice: Voice, schedule: Schedule) -> str:
    """The next six, in the reader's own time."""
    slots = house.feature(Recurring).upcoming(schedule, PREVIEWED)
    if not slots:
        return voice("charter.times-never")
    lines = [f"• <t:{int(slot.at.timestamp())}:F>" for slot in slots]
    runs = schedule.state is Standing.ON
    head = voice("charter.times-next" if runs else "charter.times-next-if")
    return "\n".join((head, *lines))


def days_said(voice: Voice, times: Times) -> str:
    """The days in words."""
    if times.monthday == LAST_DAY:
        return voice("charter.times-month-last")
    if times.monthday is not None:
        key = "short" if times.monthday > EVERY_MONTH_HAS else "day"
        return voice(f"charter.times-month-{key}", day=times.monthday)
    every = voice("charter.times-daily")
    if len(times.days) < A_WEEK:
        every = voice.several(voice(f"schedule.day-{day}") for day in times.days)
    if times.weeks == 1:
        return every
    return voice("charter.times-weeks", days=every, weeks=times.weeks)


def _first(times: Times, day: date) -> date:
    """Every few weeks count from the first chosen weekday, and not from the week of the day."""
    if times.weeks == 1 or times.monthday is not None:
        return day
    week = range(day.toordinal(), min(day.toordinal() + A_WEEK, date.max.toordinal() + 1))
    near = (date.fromordinal(each) for each in week)
    return next((each for each in near if each.weekday() in times.days), day)


def _text(times: Times) -> str:
    return weekly(times.days, times.weeks) if times.monthday is None else monthly(times.monthday)
