"""Who is called to a case, and when the next circle is: on duty, all moderators, admins.

Each call is a row of the outbox, planned in the transaction that makes the case wait: it comes
once, whatever restarts come between, and is dropped at the moment of sending if somebody went.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from enum import IntEnum

from bot.ids import GuildId
from bot.storage.cases import Case
from bot.storage.outbox import Order

ALERT = "cases:alert"
CALL = "cases:call"
MANY = "cases:many"
# So many alerts in a minute stand alone; what follows is told in one card (a raid, or a bad night).
ALONE_A_MINUTE = 5
MINUTE = timedelta(minutes=1)
GATHER = timedelta(seconds=10)


class Circle(IntEnum):
    """Who is asked, each wider than the one before."""

    ON_DUTY = 0
    MODERATORS = 1
    ADMINS = 2


URGENT = frozenset({ALERT, CALL, MANY})
"""Kinds that go before all else, and are sent again where nobody can know if they arrived."""


def first_circle(fresh: Collection[object]) -> Circle:
    """Who is asked at once: whoever is on duty and not from a hard case, else all moderators."""
    return Circle.ON_DUTY if fresh else Circle.MODERATORS


def alert(guild: GuildId, number: int, rank: int, now: datetime, first: Circle) -> Order:
    """The card of a case; one for each level that it rises to."""
    ids = {"case": number, "circle": int(first)}
    return Order(f"{ALERT}:{number}:{rank}", ALERT, guild, now, ids, lane=0)


def later_calls(
    guild: GuildId, number: int, since: datetime, patience: timedelta, first: Circle
) -> Iterator[Order]:
    """The wider circles, one after another, if nobody goes."""
    for step, circle in enumerate(range(first + 1, len(Circle)), start=1):
        yield _call(guild, number, since, Circle(circle), since + patience * step)


def opening_call(guild: GuildId, number: int, since: datetime, first: Circle) -> Order:
    """A case waits again: the first circle is asked at once."""
    return _call(guild, number, since, first, since, opening=1)


def pressed_call(case: Case, circle: Circle, now: datetime) -> Order:
    """Somebody asked for more people: they are called although somebody may be there."""
    return _call(case.guild, case.id, now, circle, now, pressed=1)


def key_of(number: int, since: datetime, circle: Circle) -> str:
    """The key of one circle's call for one time of waiting."""
    return f"{CALL}:{number}:{stamp(since)}:{int(circle)}"


def _call(
    guild: GuildId, number: int, since: datetime, circle: Circle, due: datetime, **why: int
) -> Order:
    ids = {"case": number, "circle": int(circle), "since": stamp(since), **why}
    key = ":".join([key_of(number, since, circle), *why])
    return Order(key, CALL, guild, due, ids, lane=0)


def many_calls(
    guild: GuildId, now: datetime, patience: timedelta, first: Circle
) -> Iterator[Order]:
    """One card for all cases of a minute in which too many opened, and its wider circles."""
    minute = int(now.timestamp()) // 60
    for step, circle in enumerate(range(first, len(Circle))):
        key = f"{MANY}:{guild}:{minute}:{circle}"
        due = now + GATHER + patience * step
        yield Order(key, MANY, guild, due, {"circle": circle, "minute": minute}, lane=0)


def stamp(at: datetime) -> int:
    """A moment as it is kept in rows of numbers: milliseconds."""
    return int(at.timestamp() * 1000)


def still_wanted(case: Case, ids: Mapping[str, int]) -> bool:
    """Whether a call makes sense at the moment of sending.

    A pressed one does while the case lives; any other while the case waits as it did when the
    call was planned, and no such wide circle was called since.
    """
    if case.ended_at is not None:
        return False
    if "pressed" in ids:
        return True
    waits = case.owner is None and stamp(case.waiting_since) == ids["since"]
    return waits and ("opening" in ids or case.called < ids["circle"])
