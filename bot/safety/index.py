"""Which phrases a text could hold at all, told from its words alone.

Every phrase needs some words: one of this set and one of that. Each such set is a bit; the bits of
a text's words, or-ed together, say at once which phrases are out. The rarest set of a phrase is
its anchor: a text with no anchor word costs one set operation, however many rules there are.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Generic, TypeVar

from bot.safety.phrase import Phrase
from bot.safety.rule import Cue, Rule
from bot.safety.vocabulary import Vocabulary

Owner = TypeVar("Owner", Rule, Cue)


class Index(Generic[Owner]):
    """Phrases by the words that they need. Not changed after it is made.

    Those `asleep` are found in a text that is read, but no text is read because of them.
    """

    def __init__(self, rules: Iterable[Owner], words: Vocabulary, asleep: Collection[Owner] = ()) -> None:
        self._bits: dict[frozenset[str], int] = {}
        by_symbol: dict[str, list[tuple[int, Owner, Phrase]]] = {}
        for rule in rules:
            for phrase in rule.phrases:
                mask = sum(self._bit(need) for need in phrase.needs)
                for symbol in phrase.needs[0]:
                    by_symbol.setdefault(symbol, []).append((mask, rule, phrase))
        self._by_symbol = {symbol: tuple(entries) for symbol, entries in by_symbol.items()}
        self._symbol_set = frozenset(by_symbol)
        self._symbol_masks = _masks_of(self._bits)
        self._word_masks: dict[str, tuple[int, int]] = {}
        self._by_word: dict[str, tuple[tuple[int, int, Phrase], ...]] = {}
        self._of_words(words, frozenset(asleep))
        self.anchors: frozenset[str] = frozenset(self._by_word)
        """Raw words of which a text must hold one to be worth reading."""

    def _bit(self, need: frozenset[str]) -> int:
        return self._bits.setdefault(need, 1 << len(self._bits))

    def _of_words(self, words: Vocabulary, asleep: frozenset[Owner]) -> None:
        anchored: dict[str, dict[Phrase, int]] = {}
        awake = {
            symbol: {phrase: mask for mask, owner, phrase in entries if owner not in asleep}
            for symbol, entries in self._by_symbol.items()
        }
        seconds: dict[frozenset[str], int] = {}
        for phrase in chain.from_iterable(awake.values()):
            seconds.setdefault(_second(phrase), 1 << len(seconds))
        second_of = _masks_of(seconds)
        for word, symbols in words.spellings():
            for symbol in symbols:
                mask, second = self._word_masks.get(word, (0, 0))
                mask |= self._symbol_masks.get(symbol, 0)
                if mask:
                    self._word_masks[word] = (mask, second | second_of.get(symbol, 0))
                if awake.get(symbol):
                    anchored[word] = anchored.get(word, {}) | awake[symbol]
        for word, found in anchored.items():
            self._by_word[word] = tuple(
                (seconds[_second(phrase)], mask, phrase) for phrase, mask in found.items()
            )

    def phrases(self, words: Collection[str]) -> list[Phrase]:
        """Those that are awake and find all that they need among these raw words."""
        here = likely = 0
        masks = self._word_masks
        for word in words:
            if word in masks:
                mask, second = masks[word]
                here |= mask
                likely |= second
        return [
            phrase
            for word in self.anchors.intersection(words)
            for second, mask, phrase in self._by_word[word]
            if likely & second and here & mask == mask
        ]

    def candidates(self, symbols: str) -> Iterator[tuple[Owner, Phrase]]:
        """Phrases that find all they need among these symbols, each once."""
        present = set(symbols)
        here = 0
        masks = self._symbol_masks
        for symbol in present:
            here |= masks.get(symbol, 0)
        seen: set[Phrase] = set()
        for symbol in present & self._symbol_set:
            for mask, rule, phrase in self._by_symbol[symbol]:
                if here & mask == mask and phrase not in seen:
                    seen.add(phrase)
                    yield rule, phrase


def _second(phrase: Phrase) -> frozenset[str]:
    """What to ask for next when the anchor is there."""
    return phrase.needs[min(1, len(phrase.needs) - 1)]


def _masks_of(bits: Mapping[frozenset[str], int]) -> dict[str, int]:
    masks: dict[str, int] = {}
    for need, bit in bits.items():
        for symbol in need:
            masks[symbol] = masks.get(symbol, 0) | bit
    return masks
