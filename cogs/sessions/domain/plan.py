"""A session as planned: what, where, when and how often, and what happens without a host."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import islice
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field

from bot.ids import ChannelId
from bot.schedule.recurrence import HORIZON, Rule, UnusableRule, due_slots

TITLE, PURPOSE, NOTES, TYPED = 80, 600, 400, 60  # characters
MINUTES = (10, 480)
CAPACITY = (2, 500)
KEPT_HOURS = (1, 168)
ONCE = "FREQ=DAILY;COUNT=1"
SHOWN_AHEAD = 6
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LAST = 5  # the fifth of a weekday is not in every month: the last one is meant


class Kind(StrEnum):
    """What kind of meeting it is."""

    FACILITATED = "facilitated"
    SOCIAL = "social"
    LEADERLESS = "leaderless"
    CREATIVE = "creative"
    SUPERVISION = "supervision"


class Room(StrEnum):
    """Where it is: in a channel that exists, or in a private thread made for it."""

    THREAD = "thread"
    CHANNEL = "channel"


class Absent(StrEnum):
    """What happens when no host has come five minutes after the start."""

    COVER = "cover"
    LEADERLESS = "leaderless"
    CANCEL = "cancel"


class Plan(BaseModel):
    """One session or series.

    `start` and the moved times are wall times in `zone`. `typed` is the start as the host wrote it,
    also where it could not be read.
    `skipped` and `moved` name dates by the local day that the rule gives them.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    title: str = Field(default="", max_length=TITLE)
    purpose: str = Field(default="", max_length=PURPOSE)
    notes: str = Field(default="", max_length=NOTES)
    kind: Kind = Kind.FACILITATED
    room: Room = Room.THREAD
    channel: ChannelId | None = None
    start: datetime | None = None
    typed: str = Field(default="", max_length=TYPED)
    zone: str = "UTC"
    minutes: int = Field(default=60, ge=MINUTES[0], le=MINUTES[1])
    repeat: str = ""
    skipped: frozenset[date] = frozenset()
    moved: Mapping[date, datetime] = {}
    capacity: int | None = Field(default=None, ge=CAPACITY[0], le=CAPACITY[1])
    absent: Absent = Absent.COVER
    kept_hours: int = Field(default=24, ge=KEPT_HOURS[0], le=KEPT_HOURS[1])

    @property
    def length(self) -> timedelta:
        """From the start to the end."""
        return timedelta(minutes=self.minutes)

    @property
    def for_hosts(self) -> bool:
        """Whether only those see it who host or moderate: they speak of what members told them."""
        return self.kind is Kind.SUPERVISION

    @property
    def missing(self) -> tuple[str, ...]:
        """What has to be said before it can be shown to anybody."""
        needed = {
            "words": self.title and self.purpose,
            "start": self.start,
            "channel": self.channel,
        }
        return tuple(name for name, said in needed.items() if not said)

    def but(self, **fields: object) -> "Plan":
        """The same plan with some of it changed, checked again."""
        return Plan.model_validate({**self.model_dump(), **fields})


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One time the session happens: the instant, and the day by which the rule names it."""

    at: datetime
    day: date


def rule_of(plan: Plan) -> Rule:
    """The plan's repeat as a rule.

    Raises:
        UnusableRule: there is no start yet.
    """
    if plan.start is None:
        raise UnusableRule
    days = plan.skipped | frozenset(plan.moved)
    return Rule(plan.repeat or ONCE, plan.start.date(), plan.start.time(), days)


def occurrences(plan: Plan, after: datetime, count: int) -> list[Occurrence]:
    """The next times it happens after an instant, at most `count`, in order of time."""
    return list(islice(_in_order(plan, after), count))


def _in_order(plan: Plan, after: datetime) -> Iterator[Occurrence]:
    zone, rule, end = ZoneInfo(plan.zone), rule_of(plan), after + HORIZON
    waiting = sorted(
        found
        for day, wall in plan.moved.items()
        if day not in plan.skipped and (found := Occurrence(instant(wall, zone), day)).at > after
    )
    step = timedelta(days=62)
    while after < end:
        until = min(after + step, end)
        found = [Occurrence(slot.at, slot.day) for slot in due_slots(rule, zone, after, until)]
        found += [each for each in waiting if each.at <= until]
        waiting = [each for each in waiting if each.at > until]
        yield from sorted(found)
        after, step = until, step * 2
    yield from waiting


def instant(wall: datetime, zone: ZoneInfo) -> datetime:
    """A wall time as an instant: in a gap as long after it as it was inside, in a fold the first.

    The same reading as a repeat's (decision 0014).
    """
    return wall.replace(tzinfo=zone, fold=0).astimezone(ZoneInfo("UTC"))


def every_weeks(weeks: int) -> str:
    """The same weekday every so many weeks."""
    return f"FREQ=WEEKLY;INTERVAL={weeks}"


def monthly_by_weekday(first: date) -> str:
    """The same weekday of every month: the second Thursday; a fifth one is the last."""
    which = (first.day - 1) // 7 + 1
    return f"FREQ=MONTHLY;BYDAY={-1 if which >= _LAST else which}{_WEEK[first.weekday()]}"


def monthly_by_date(first: date) -> str:
    """The same day of every month; a day that not every month has is the last of the month."""
    return f"FREQ=MONTHLY;BYMONTHDAY={first.day if first.day <= 28 else -1}"  # noqa: PLR2004 - the days of the shortest month
