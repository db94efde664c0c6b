"""What happens at one meeting, in order: each step once, or reported as missed.

    DAY ─► HOUR ─► MINUTES ─► OPEN ─► ABSENT ─► CLOSE ─► FEEDBACK ─► REMOVE ─► DONE

A row stands at the step that comes next and knows when it is due; the beat alone moves it on, in
the transaction in which the step is done. A step later than its window is not done: the row moves
on and notes it as missed. CLOSE and REMOVE have no window: they are right however late.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum


class Step(IntEnum):
    """What comes next at a meeting."""

    DAY = 0
    HOUR = 1
    MINUTES = 2
    OPEN = 3
    ABSENT = 4
    CLOSE = 5
    FEEDBACK = 6
    REMOVE = 7
    DONE = 8


# How late a step still makes sense. A reminder of a day is worth little six hours later.
WINDOWS = {
    Step.DAY: timedelta(hours=6),
    Step.HOUR: timedelta(minutes=30),
    Step.MINUTES: timedelta(minutes=10),
    Step.ABSENT: timedelta(minutes=15),
    Step.FEEDBACK: timedelta(hours=6),
}
REMINDERS = (Step.DAY, Step.HOUR, Step.MINUTES)
GOODBYES = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Times:
    """When a meeting begins and ends, and how long its room is kept afterwards."""

    starts: datetime
    ends: datetime
    kept: timedelta


def due(step: Step, times: Times) -> datetime:
    """When a step is to be done."""
    return {
        Step.DAY: times.starts - timedelta(days=1),
        Step.HOUR: times.starts - timedelta(hours=1),
        Step.MINUTES: times.starts - timedelta(minutes=10),
        Step.OPEN: times.starts,
        Step.ABSENT: times.starts + timedelta(minutes=5),
        Step.CLOSE: times.ends,
        Step.FEEDBACK: times.ends + GOODBYES,
        Step.REMOVE: times.ends + max(times.kept, GOODBYES),
    }[step]


def too_late(step: Step, times: Times, now: datetime) -> bool:
    """Whether doing it now would be noise."""
    if step is Step.OPEN:
        return now >= times.ends
    window = WINDOWS.get(step)
    return window is not None and now > due(step, times) + window


def first_step(times: Times, now: datetime) -> Step:
    """Where a meeting that is planned now begins: what is already past was never promised."""
    ahead = (step for step in Step if step is not Step.DONE and due(step, times) > now)
    return next(ahead, Step.CLOSE)
