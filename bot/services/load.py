"""Who has carried enough for now: what a hard case is, and who is asked last after one."""

from collections.abc import Iterable
from datetime import timedelta

from bot.ids import UserId
from bot.storage.cases import Case, CaseState
from bot.storage.rota import Shift

# Longer than most talks: what holds somebody for an hour has taken something.
LONG = timedelta(hours=1)
# A day and a night: somebody else goes first for so long.
RESTED_AFTER = timedelta(hours=24)
HARD_KIND = "crisis"


def was_hard(case: Case) -> bool:
    """Whether a case is one that stays with whoever settled it.

    It is a crisis that was settled and no false alarm, and it either sounded like *right now*, or
    was serious and in somebody's hands for longer than an hour. The time before anybody went does
    not count: waiting weighs on the person, not on whoever came.
    """
    if case.kind != HARD_KIND or case.state is not CaseState.RESOLVED or case.ended_at is None:
        return False
    held = case.ended_at - (case.claimed_at or case.ended_at)
    return case.level == "imminent" or (case.level == "high" and held > LONG)


def fresh(on: Iterable[Shift], resting: frozenset[bytes]) -> tuple[UserId, ...]:
    """Of those on duty, who is asked first: whoever does not come from a hard case.

    It may be nobody; then the next circle, in which everybody is, is asked at once.
    """
    return tuple(dict.fromkeys(each.person for each in on if each.tag not in resting))
