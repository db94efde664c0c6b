"""Rules, cues and what adds up, as the lexicon compiles them."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from bot.safety.phrase import Phrase
from bot.safety.signal import Category, Level


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule, compiled. Level none makes it a sign, which counts only together with others."""

    id: str
    language: str
    category: Category
    level: Level
    mood: str
    family: str
    ignores: frozenset[str]
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """One cue of context, compiled."""

    id: str
    language: str
    scope: str
    within: int
    lowers: Mapping[str, Level]
    cancels: frozenset[str]
    spares: frozenset[str]
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Families that make a level when all needs, and `least` of the families `of`, are met."""

    id: str
    category: Category
    level: Level
    needs: tuple[frozenset[str], ...]
    of: frozenset[str]
    least: int
    apart: bool

    def may_hold(self, families: Set[str]) -> bool:
        """Whether signs of these families are enough."""
        for need in self.needs:
            if families.isdisjoint(need):
                return False
        return not self.least or len(families & self.of) >= self.least
