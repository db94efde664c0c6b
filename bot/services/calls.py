"""Who is called to a case, and when the next circle is: on duty, all moderators, admins.

Each call is a row of the outbox, planned in the transaction that makes the case wait: it comes
once, whatever restarts come between, and is dropped at the moment of sending if somebody went.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from enum import IntEnum

from bot.ids import GuildId
from bot.services.case_rules import is_quiet
from bot.services.reach import DIRECT, THREAD
from bot.storage.cases import Case
from bot.storage.outbox import Entry, Order, State

ALERT = "cases:alert"
CALL = "cases:call"
MANY = "cases:many"
QUIET = "cases:quiet"
FOLLOW_QUIETLY = "cases:follow_quietly"
# So many alerts in a minute stand alone; what follows is told in one card (a raid, or a bad night).
ALONE_A_MINUTE = 5
MINUTE = timedelta(minutes=1)
GATHER = timedelta(seconds=10)


class Circle(IntEnum):
    """Who is asked, each wider than the one before."""

    ON_DUTY = 0
    MODERATORS = 1
    ADMINS = 2


URGENT = frozenset({ALERT, CALL, MANY, QUIET})
"""Kinds that go before all else, and are sent again where nobody can know if they arrived."""

UNTOLD = frozenset({QUIET, FOLLOW_QUIETLY, DIRECT, THREAD})
"""Kinds whose trouble is told to no staff: it would tell of a case, or of one person's notice."""


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
    if is_quiet(case):
        return _quiet(case.guild, case.id, now, circle, now, pressed=1)
    return _call(case.guild, case.id, now, circle, now, pressed=1)


def quiet_calls(
    case: tuple[GuildId, int], since: datetime, patience: timedelta, first: Circle, **why: int
) -> Iterator[Order]:
    """As the alert and the calls of a case, for one that stands in no channel.

    Args:
        case: its community and its number.
        since: since when it waits.
        patience: how long until the next circle is told.
        first: whom the first row tells.
        why: of the first row: `opening`, wanted while nobody goes; `pressed`, wanted while the case
            lives; whatever else makes it another row than one that was planned before.
    """
    for step, circle in enumerate(range(first, len(Circle))):
        told = why if step == 0 else {}
        yield _quiet(*case, since, Circle(circle), since + patience * step, **told)


def key_of(number: int, since: datetime, circle: Circle) -> str:
    """The key of one circle's call for one time of waiting."""
    return f"{CALL}:{number}:{stamp(since)}:{int(circle)}"


def _call(
    guild: GuildId, number: int, since: datetime, circle: Circle, due: datetime, **why: int
) -> Order:
    ids = {"case": number, "circle": int(circle), "since": stamp(since), **why}
    key = ":".join([key_of(number, since, circle), *why])
    return Order(key, CALL, guild, due, ids, lane=0)


def _quiet(
    guild: GuildId, number: int, since: datetime, circle: Circle, due: datetime, **why: int
) -> Order:
    ids = {"case": number, "circle": int(circle), "since": stamp(since), **why}
    told = (f"{name}{value}" for name, value in why.items())
    key = ":".join([QUIET, str(number), str(stamp(since)), str(int(circle)), *told])
    return Order(key, QUIET, guild, due, ids, lane=0)


def many_calls(
    guild: GuildId, due: datetime, patience: timedelta, first: Circle
) -> Iterator[Order]:
    """One card for all cases that wait when it is sent, and its wider circles."""
    for step, circle in enumerate(range(first, len(Circle))):
        key = f"{MANY}:{guild}:{stamp(due)}:{step}"
        yield Order(key, MANY, guild, due + patience * step, {"circle": circle}, lane=0)


def many_due(planned: Sequence[Entry], now: datetime) -> datetime | None:
    """When the next card for many cases is due; None: one waits that will show this case too.

    Whoever comes after a card was sent is told in the next one, at most a minute later.

    Args:
        planned: every row of such cards that is kept, in the order in which they were planned.
        now: when the case opened.
    """
    if not planned:
        return now + GATHER
    card = planned[-1].key.rpartition(":")[0]
    if any(row.key == f"{card}:0" and row.state is State.PENDING for row in planned):
        return None
    sent = datetime.fromtimestamp(int(card.rpartition(":")[2]) / 1000, UTC)
    return max(now + GATHER, sent + MINUTE)


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
