"""What the screen answers: a level, a category, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How soon a human is needed. Compare by `rank`, not by name."""

    NONE = "none"
    THIRD_PARTY = "third_party"
    CONCERN = "concern"
    HIGH = "high"
    IMMINENT = "imminent"

    @property
    def rank(self) -> int:
        """Place in the order none < third_party = concern < high < imminent."""
        return _RANKS[self.value]


_RANKS = {"none": 0, "third_party": 1, "concern": 1, "high": 2, "imminent": 3}


class Category(StrEnum):
    """What a statement is about; it chooses the helplines and the words of the card."""

    SUICIDE = "suicide"
    SELF_HARM = "self_harm"
    ABUSE_DANGER = "abuse_danger"
    SEXUAL_VIOLENCE = "sexual_violence"
    OVERDOSE = "overdose"
    EATING = "eating"
    PANIC_DISSOCIATION = "panic_dissociation"
    CHILD_SAFETY = "child_safety"


Span = tuple[int, int]
"""Start and end in the raw text, as in `text[start:end]`."""


@dataclass(frozen=True, slots=True)
class Signal:
    """What a text says, and which rules read it so.

    `rules` are the ids that made the level, strongest first; `spans` are their places in the raw
    text, in order; `lowered_by` names the cues that took something down, here or elsewhere in the
    text.
    """

    level: Level
    category: Category
    rules: tuple[str, ...]
    spans: tuple[Span, ...]
    lowered_by: tuple[str, ...] = ()
