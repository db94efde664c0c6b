"""Rules of cases: what each act changes, what is refused, how much of the words is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.errors import Refusal
from bot.ids import Tag, UserId
from bot.storage.cases import LIVE, Case, CaseState

# Characters of what was written that staff may see: enough to understand, never a copy (4.2).
EXCERPT_CHARS = 200
RANK = {"none": 0, "third_party": 1, "concern": 1, "high": 2, "imminent": 3}
MOST_COMPANY = 8  # who is named on a card; a case is no crowd
OF_ANOTHER = frozenset({"worry", "report"})  # kinds in which somebody else speaks of the person


class NoSuchCase(Refusal):
    """The case is gone, or was never of this community."""

    key = "refusal.no-such-case"


class CaseTaken(Refusal):
    """Somebody else has it; names them."""

    key = "refusal.case-taken"


class CaseOver(Refusal):
    """The case has ended."""

    key = "refusal.case-over"


class NotForThem(Refusal):
    """The one to whom a case would be handed must not know of it."""

    key = "refusal.not-for-them"


class SomebodyElse(Refusal):
    """Somebody other than this one was asked for: they gave the first look, or wrote the note."""

    key = "refusal.somebody-else"


class TooOften(Refusal):
    """Somebody told staff of others as often as they may today."""

    key = "refusal.too-often"


class NobodyTold(Refusal):
    """From whom of the staff to keep it, no key opens any more; of the person, nothing is said."""

    key = "refusal.nobody-told"


class ChoiceShut(NobodyTold):
    """The same, and the choice is that of whoever asks."""

    key = "refusal.choice-shut"


@dataclass(frozen=True, slots=True)
class Opened:
    """What became of the wish to open a case; `at_once`: its own alert is due now.

    `released` had it and may not go any more.
    """

    number: int
    joined: bool
    risen: bool
    at_once: bool = False
    released: UserId | None = None


def may_see(case: Case, staff: UserId) -> bool:
    """Whether somebody of the staff may know of a case at all: the one place that decides it.

    A case is *kept from* the staff whom it is about, from those whom the person does not want,
    from those whom a teller does not want, and, where somebody else speaks of a person, from that
    person. For them it does not exist: not its number, its level or its count, in no list, card,
    button, call or figure, and whoever asks for it by number reads what they read for a number
    that was never given. Whether somebody is staff at all is asked in `bot/ui/gates.py`.

    `CaseDesk` asks this for everything that it reads for somebody, `refuse` for every act, and the
    calls for everybody whom they would reach. Whatever reads a case must come by one of these.
    """
    if staff in case.hidden:
        return False
    return not (case.kind in OF_ANOTHER and case.person == staff)


def is_quiet(case: Case) -> bool:
    """Whether a case stands in no channel: somebody who could read there must not know of it."""
    return bool(case.hidden)


@dataclass(frozen=True, slots=True)
class Move:
    """An act of somebody of the staff. `to` is whom a case is handed to."""

    act: str
    staff: UserId
    tag: Tag
    at: datetime
    to: UserId | None = None
    to_tag: Tag | None = None


# Acts that anybody of the staff may do, whoever has the case.
OF_ANYBODY = frozenset({"joined", "called", "declined"})
# Acts that are left to somebody who may not go.
OF_BARRED = frozenset({"called", "declined"})


def refuse(case: Case | None, move: Move) -> Case:
    """The case, where the act is possible.

    Raises:
        NoSuchCase, CaseOver: as they say; for whoever must not know of it, it is not there.
        CaseTaken: somebody else has it, and the act is its owner's.
        SomebodyElse: they may not go, for it asks about what they settled.
        NotForThem: the one who would get it may not go, or must not know of it.
    """
    if case is None or not may_see(case, move.staff):
        raise NoSuchCase
    if case.state not in LIVE:
        raise CaseOver
    if move.staff in case.barred and move.act not in OF_BARRED:
        raise SomebodyElse
    if move.act not in OF_ANYBODY and case.owner is not None and case.owner != move.staff:
        raise CaseTaken(owner=f"<@{case.owner}>")
    if move.to is not None and (move.to in case.barred or not may_see(case, move.to)):
        raise NotForThem
    return case


def without(case: Case, staff: frozenset[UserId], at: datetime) -> dict[str, object]:
    """What changes in the row of a case that these people must not know of from now on.

    If one of them has it, it waits for somebody else.
    """
    company = [int(each) for each in case.company if each not in staff]
    fields: dict[str, object] = {"hidden": sorted(case.hidden | staff), "company": company}
    if case.state in LIVE and case.owner in staff:
        fields |= {**_FREE, "waiting_since": at, "called": 0}
    return fields


def barring(case: Case, staff: frozenset[UserId], at: datetime) -> dict[str, object]:
    """What changes in the row of a case to which these people may not go from now on.

    If one of them has it, it waits for somebody else.
    """
    fields: dict[str, object] = {"barred": sorted(case.barred | staff)}
    if case.owner in staff:
        fields |= {**_FREE, "waiting_since": at, "called": 0}
    return fields


def changes(case: Case, move: Move, circle: int) -> dict[str, object] | None:
    """What an act changes in the row; None where it was done already.

    Args:
        case: as it stands.
        move: who does what.
        circle: the widest circle that has been called after this act.
    """
    made = _MADE.get(move.act, _ended)(case, move)
    if move.act == "called":
        made = {"called": circle}
    return None if made is None else {"changed_at": move.at, **made}


Made = dict[str, object] | None
_FREE: dict[str, object] = {
    "state": CaseState.OPEN,
    "owner": None,
    "owner_tag": None,
    "claimed_at": None,
}


def _claimed(case: Case, move: Move) -> Made:
    return None if case.owner == move.staff else _owned(move.staff, move.tag, move.at)


def _handed_over(case: Case, move: Move) -> Made:
    owned = _owned(move.to or move.staff, move.to_tag or move.tag, move.at)
    return owned | {"company": _with(case, move.staff)}


def _handed_back(_case: Case, move: Move) -> Made:
    return {**_FREE, "waiting_since": move.at, "called": 0}


def _joined(case: Case, move: Move) -> Made:
    known = move.staff == case.owner or move.staff in case.company
    return None if known else {"company": _with(case, move.staff)}


def _nothing(_case: Case, _move: Move) -> Made:
    return {}


def _ended(case: Case, move: Move) -> Made:
    state = CaseState.FALSE_ALARM if move.act == "false_alarm" else CaseState.RESOLVED
    owned = _owned(move.staff, move.tag, case.claimed_at or move.at)
    return owned | {"state": state, "ended_at": move.at, "outcome": move.act}


_MADE: dict[str, Callable[[Case, Move], Made]] = {
    "claimed": _claimed,
    "handed_over": _handed_over,
    "handed_back": _handed_back,
    "joined": _joined,
    "called": _nothing,
    "declined": _nothing,
}


def _owned(owner: UserId, tag: Tag, at: datetime) -> dict[str, object]:
    return {"state": CaseState.CLAIMED, "owner": owner, "owner_tag": tag, "claimed_at": at}


def _with(case: Case, staff: UserId) -> list[int]:
    others = [int(each) for each in case.company if each != staff]
    return [*others, int(staff)][-MOST_COMPANY:]


def excerpt(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """At most 200 characters around what was found, so that staff understand."""
    if len(text) <= EXCERPT_CHARS:
        return text
    start = max(0, min((span[0] for span in spans), default=0) - EXCERPT_CHARS // 4)
    piece = text[start : start + EXCERPT_CHARS - 2]
    head, tail = "…" if start else "", "…" if start + len(piece) < len(text) else ""
    return f"{head}{piece}{tail}"
