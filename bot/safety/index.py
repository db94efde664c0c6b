"""Which phrases a text could hold at all, told from its words alone.

Every phrase needs some words: one of this set, one of that. Phrases lie in numbered places, and
each word knows, as one whole number, for which places it is the first, second, third or fourth
need. The numbers of a text's words, laid over one another, say in a few operations which places
have all they need, however many phrases there are.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from itertools import repeat
from operator import or_  # pyright: ignore[reportUnknownVariableType]  # typed for any pair
from typing import Generic, TypeVar, cast

from bot.safety.phrase import Phrase
from bot.safety.rule import Cue, Rule
from bot.safety.vocabulary import HARD, Vocabulary
from bot.safety.wants import Need, Wants

Owner = TypeVar("Owner", Rule, Cue)

_LAYERS = 4  # needs of a phrase that the numbers ask for
_PLACES = 4_096  # the longer the numbers, the dearer to lay over one another
_ALONE = _PLACES * 7 // 8  # the likely phrases have a place each; the others share the rest
_SHORT = 40  # symbols that are searched sooner than cut into sentences
FREE = 2
"""Places that hold no phrase: their bits are for who uses the numbers."""
OVER = cast("Callable[[int, int], int]", or_)
"""One number laid over another."""
_NONE = repeat(0)


class Index(Generic[Owner]):
    """Phrases by the words that they need. Not changed after it is made."""

    def __init__(self, owners: Iterable[Owner], words: Vocabulary, wants: Wants) -> None:
        # What a reading adds after an owner's name: no text is out for want of it.
        free = words.table.get("s", "")
        self._pairs = [(owner, phrase) for owner in owners for phrase in owner.phrases]
        asked = [_asked(phrase, free) for _, phrase in self._pairs]
        self._places = [()] * FREE + _places(asked, wants)
        self._width = len(self._places)
        self._given, self._serves = _served(self._places, asked)

    def serves(self, symbols: str) -> int:
        """The number of a word, here with its symbols, or of several words together."""
        if len(symbols) == 1:
            return self._serves.get(symbols, 0)
        return reduce(OVER, map(self._serves.get, symbols, _NONE), 0)

    def over(self, numbers: Iterable[int]) -> int:
        """The numbers of a text's words laid over one another, and over what every text has."""
        return reduce(OVER, numbers, self._given)

    def met(self, laid: int) -> int:
        """The places that have all they need of what is laid over one another, a bit each."""
        width = self._width
        both = laid & laid >> width + width  # the first and second layer over the last two
        return both & both >> width

    def where(self, wanted: Callable[[Owner], bool]) -> int:
        """The places that hold a phrase of a wanted owner, a bit each."""
        return sum(
            1 << number
            for number, place in enumerate(self._places)
            if any(wanted(self._pairs[at][0]) for at in place)
        )

    def at(self, met: int) -> Iterable[tuple[Owner, Phrase]]:
        """The phrases that lie at these places, and whose they are."""
        pairs, places = self._pairs, self._places
        while met:
            number = met.bit_length() - 1
            met ^= 1 << number
            for at in places[number]:
                yield pairs[at]

    def by_sentence(self, symbols: str, met: int) -> Iterable[tuple[str, int]]:
        """Each sentence with the places that have all they need in it, of those that are met."""
        if len(symbols) < _SHORT or HARD not in symbols:
            yield symbols, met
            return
        for sentence in symbols.split(HARD):
            here = met & self.met(self.over(map(self._serves.get, sentence, _NONE)))
            if here:
                yield sentence, here

    def candidates(self, symbols: str) -> list[tuple[Owner, Phrase]]:
        """Phrases that find all they need within one sentence of these symbols, in order."""
        met = 0
        for sentence in symbols.split(HARD):
            met |= self.met(self.over(map(self._serves.get, set(sentence), _NONE)))
        found: list[int] = []
        while met:
            number = met.bit_length() - 1
            met ^= 1 << number
            found += self._places[number]
        return [self._pairs[at] for at in sorted(found)]


def _asked(phrase: Phrase, free: str) -> tuple[Need, ...]:
    needs = tuple(need for need in phrase.needs if free not in need)
    return (needs or phrase.needs)[:_LAYERS]


def _places(asked: Sequence[tuple[Need, ...]], wants: Wants) -> list[tuple[int, ...]]:
    """Which phrases lie together: the likely ones alone, the others beside their like."""
    likely = [wants.chance(needs) for needs in asked]
    order = sorted(range(len(asked)), key=lambda at: -likely[at])
    if len(order) <= _PLACES:
        return [(at,) for at in order]
    rest = sorted(order[_ALONE:], key=lambda at: asked[at][0])
    size = -(-len(rest) // (_PLACES - _ALONE))
    shared = [tuple(rest[at : at + size]) for at in range(0, len(rest), size)]
    return [(at,) for at in order[:_ALONE]] + shared


def _served(
    places: Sequence[Sequence[int]], asked: Sequence[tuple[Need, ...]]
) -> tuple[int, Mapping[str, int]]:
    """What every text is given, and the number of each symbol."""
    given, serves = 0, dict[str, int]()
    for number, place in enumerate(places):
        for layer in range(_LAYERS):
            # Rare words come last, so that the numbers of common ones are short.
            bit = 1 << (_LAYERS - 1 - layer) * len(places) + number
            if any(len(asked[at]) <= layer for at in place):
                given |= bit
                continue
            for symbol in set[str]().union(*(asked[at][layer] for at in place)):
                serves[symbol] = serves.get(symbol, 0) | bit
    same: dict[int, int] = {}  # words of a slot share one
    return given, {symbol: same.setdefault(number, number) for symbol, number in serves.items()}
