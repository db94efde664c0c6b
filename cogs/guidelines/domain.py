"""What a guideline is, what a community has published, and what differs between two of them."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from bot.content.guidelines import Guidelines
from bot.ids import ChannelId, RoleId
from bot.sections import Section

# Characters. With title and buttons, one guideline in full still fits one card.
TITLE, REMINDER, TEXT, NUDGE = 100, 140, 2500, 400
MOST = 50  # guidelines: as many as two selects hold
SHORT_PAGE, FULL_PAGE = 900, 2900  # characters on one page; more is hard to read in one go
LEAVES = (7, 14, 30)  # days in which somebody can answer a material change
AGES = (13, 16, 18, 21)  # Discord itself takes nobody under 13

PlaceKind = Literal["sharing", "venting", "social", "staff"]
# What matters in each kind of channel, in the words of the guidelines' own contexts.
KINDS: Mapping[PlaceKind, frozenset[str]] = {
    "sharing": frozenset({"sharing"}),
    "venting": frozenset({"venting"}),
    "social": frozenset({"replying", "celebration"}),
    "staff": frozenset({"moderation"}),
}
# Never in a public line: it could say that somebody here is in danger (product 0.9).
UNSAID = "crisis"


class Rule(BaseModel):
    """One guideline. `nudge` is what a private reminder of it says."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    title: str
    reminder: str
    text: str
    nudge: str
    contexts: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """A number that stands for it in rows and buttons; it never depends on the order."""
        return zlib.crc32(self.id.encode())


class GuidelineSettings(Section):
    """What a community decided about its guidelines.

    `published` is empty until somebody agreed or something was published: then the shipped
    guidelines hold. `material` is the latest version that asks everybody again, `leave_days` after
    how many days the role leaves whoever has not answered; None: it stays. `places` names the
    channels in which a reminder may stand, and of which kind they are.
    """

    section: ClassVar[str] = "guidelines"

    published: tuple[Rule, ...] = ()
    draft: tuple[Rule, ...] | None = None
    version: int = 1
    material: int = 1
    material_at: datetime | None = None
    leave_days: int | None = None
    role: RoleId | None = None
    panel: ChannelId | None = None
    age: int = 18
    places: Mapping[ChannelId, PlaceKind] = {}

    def overdue(self, now: datetime) -> bool:
        """Whether the time to answer the latest material change is over."""
        if self.role is None or self.leave_days is None or self.material_at is None:
            return False
        return now >= self.material_at + timedelta(days=self.leave_days)


@dataclass(frozen=True, slots=True)
class Change:
    """One guideline that is new (`before` is None), gone (`after` is None), or reads otherwise."""

    before: Rule | None
    after: Rule | None

    @property
    def kind(self) -> str:
        """`added`, `removed` or `changed`."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"

    @property
    def rule(self) -> Rule:
        """The guideline as it will be, or as it was."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - a change without both is never made
        return found


def rules_of(shipped: Guidelines) -> tuple[Rule, ...]:
    """The guidelines that ship, as rules of a community."""
    return tuple(
        Rule(
            id=each.id,
            title=each.title,
            reminder=each.reminder,
            text=each.text,
            nudge=each.nudge,
            contexts=each.contexts,
        )
        for each in shipped.guideline
    )


def find(rules: Sequence[Rule], number: int) -> Rule | None:
    """A rule by its number."""
    return next((each for each in rules if each.number == number), None)


def fitting(rules: Sequence[Rule], kind: PlaceKind) -> list[Rule]:
    """The rules that a line in a kind of channel may remind of, in their order."""
    wanted = KINDS[kind]
    return [
        each
        for each in rules
        if not wanted.isdisjoint(each.contexts) and UNSAID not in each.contexts
    ]


def sum_of(rules: Sequence[Rule]) -> int:
    """A check sum of what rules say: a button carries it, so that it acts on what was shown."""
    return zlib.crc32("\n".join(each.model_dump_json() for each in rules).encode())


def changes(before: Sequence[Rule], after: Sequence[Rule]) -> list[Change]:
    """What differs, in the order of what will be; what is gone comes last."""
    old, new = {each.id: each for each in before}, {each.id for each in after}
    found = [Change(old.get(each.id), each) for each in after if old.get(each.id) != each]
    return found + [Change(each, None) for each in before if each.id not in new]


def marked(before: str, after: str) -> list[tuple[str, str]]:
    """What was said and what will be, in pieces: (`same`, `gone` or `new`, words)."""
    old, new = before.split(), after.split()
    pieces: list[tuple[str, str]] = []
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    for name, a, b, c, d in matcher.get_opcodes():
        if name == "equal":
            pieces.append(("same", " ".join(old[a:b])))
            continue
        pieces += [("gone", " ".join(old[a:b]))] if a < b else []
        pieces += [("new", " ".join(new[c:d]))] if c < d else []
    return pieces


def paged(lengths: Sequence[int], room: int) -> list[range]:
    """Which pieces stand together on a page: as many as fit, and never none."""
    pages: list[range] = []
    start, filled = 0, 0
    for place, length in enumerate(lengths):
        if place > start and filled + length > room:
            pages.append(range(start, place))
            start, filled = place, 0
        filled += length
    return [*pages, range(start, len(lengths))] if lengths else []
