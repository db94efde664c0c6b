"""The first look at every message: one probe a word, and most messages are done with."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from copy import copy
from itertools import repeat

from bot.safety.index import FREE, Index
from bot.safety.rule import Rule, Together
from bot.safety.signal import Level
from bot.safety.vocabulary import Vocabulary

_TRIPLE = re.compile(r"(.)\1\1")


class Gate:
    """Every word of a vocabulary with its number in the index of rules, and what is odd about it.

    A text is worth a second look when it may hold a statement, or signs that could add up.
    """

    # Places that the index leaves free, so that the numbers of most words are its very own.
    STRANGE = 1 << 0
    """Not in the vocabulary, or written as no word is: it may be another word in disguise."""
    ALONE = STRANGE << 1
    """A letter that nobody writes alone."""

    def __init__(
        self,
        words: Vocabulary,
        index: Index[Rule],
        together: Iterable[Together],
        alone: Iterable[str],
    ) -> None:
        self.index = index
        self._statements = index.where(lambda rule: rule.level is not Level.NONE)
        self._begin(together)
        same: dict[int, int] = {}  # words of a slot share one
        self._numbers: dict[str, int] = {}
        for word, symbols in words.table.items():
            number = index.serves(symbols)
            if _strange(word):
                number |= self.STRANGE
            self._numbers[word] = same.setdefault(number, number)
        for letter in alone:
            self._numbers[letter] = self._numbers.get(letter, self.STRANGE) | self.ALONE
        self._unknown = repeat(self.STRANGE)

    def _begin(self, together: Iterable[Together]) -> None:
        self._opened = _opened(together)
        self._openings = self.index.where(lambda rule: rule.family in self._opened)

    def beginning(self, together: Iterable[Together]) -> "Gate":
        """The same gate where other signs add up."""
        other = copy(self)
        other._begin(together)  # noqa: SLF001 - its own kind
        return other

    def look(self, words: Sequence[str]) -> int:
        """The numbers of these words laid over one another."""
        return self.index.over(map(self._numbers.get, words, self._unknown))

    def opens(self, looked: int) -> bool:
        """Whether a text that was looked at could matter, by its words alone."""
        met = self.index.met(looked)
        if met & self._statements:
            return True
        return met & self._openings != 0 and self.may_add_up(
            {rule.family for rule in self.index.owners(met)}
        )

    def may_add_up(self, families: Set[str]) -> bool:
        """Whether signs of these families could make a level together."""
        for family in families:  # noqa: SIM110 - `any` costs half as much again
            if self.completed_by(family, families):
                return True
        return False

    def completed_by(self, opening: str, families: Set[str]) -> list[Together]:
        """What begins with a sign of this family and could hold with signs of those."""
        return [each for each in self._opened.get(opening, ()) if each.may_hold(families)]

    @property
    def openers(self) -> frozenset[str]:
        """Words that something needs."""
        return frozenset(word for word, number in self._numbers.items() if number >> FREE)


def _opened(together: Iterable[Together]) -> Mapping[str, tuple[Together, ...]]:
    opened: dict[str, tuple[Together, ...]] = {}
    for entry in together:
        for family in entry.needs[0] if entry.needs else entry.of:
            opened[family] = (*opened.get(family, ()), entry)
    return opened


def _strange(word: str) -> bool:
    return not (word.isascii() and word.isalpha()) or _TRIPLE.search(word) is not None
