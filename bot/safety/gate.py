"""The first look at every message: one probe a word, and most messages are done with."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from functools import lru_cache, partial
from itertools import repeat

from bot.safety.index import FREE, Index
from bot.safety.rule import Rule, Together
from bot.safety.signal import Level
from bot.safety.vocabulary import Vocabulary

_KNOWN = 4_096  # sets of families that are remembered; everyday chat meets the same few
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
        self.statements = index.where(lambda rule: rule.level is not Level.NONE)
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
        self.opened = _opened(together)
        self._openings = self.index.where(lambda rule: rule.family in self.opened)
        self.worth = self.statements | self._openings
        self.may_add_up: Callable[[frozenset[str]], bool] = lru_cache(_KNOWN)(
            partial(_may_add_up, self.opened)
        )
        """Whether signs of these families could make a level together."""

    def beginning(self, together: Iterable[Together]) -> "Gate":
        """The same gate where other signs add up."""
        other = copy(self)
        other._begin(together)  # noqa: SLF001 - its own kind
        return other

    def look(self, words: Sequence[str]) -> int:
        """The numbers of these words laid over one another."""
        return self.index.over(map(self._numbers.get, words, self._unknown))

    def opens(self, looked: int) -> int:
        """The places that are met in a text that could matter, by its words alone; 0 in others."""
        met = self.index.met(looked)
        return met if met & self.statements or self.adds_up(met) else 0

    def adds_up(self, met: int) -> bool:
        """Whether there may be signs at these places that make a level together."""
        return met & self._openings != 0 and self.may_add_up(
            frozenset([rule.family for rule, _ in self.index.at(met)])
        )

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


def _may_add_up(opened: Mapping[str, tuple[Together, ...]], families: frozenset[str]) -> bool:
    return any(each.may_hold(families) for family in families for each in opened.get(family, ()))


def _strange(word: str) -> bool:
    return not (word.isascii() and word.isalpha()) or _TRIPLE.search(word) is not None
