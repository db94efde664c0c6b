"""Which phrases a text could hold at all, told from its words alone.

Every phrase needs some words: one of this set and one of that. Each such set is a bit; the bits of
a text's words, or-ed together, say at once which phrases are out. The rarest set of a phrase is
its anchor: a text with no anchor word costs one set operation, however many rules there are.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from bot.safety.phrase import Phrase, Wants
from bot.safety.rule import Cue, Rule
from bot.safety.vocabulary import Vocabulary

Owner = TypeVar("Owner", Rule, Cue)


class Index(Generic[Owner]):
    """Phrases by the words that they need. Not changed after it is made.

    Those `asleep` are found in a text that is read, but no text is read because of them.
    """

    def __init__(
        self,
        rules: Iterable[Owner],
        words: Vocabulary,
        wants: Wants,
        asleep: Collection[Owner] = (),
    ) -> None:
        self._bits: dict[frozenset[str], int] = {}
        by_symbol: dict[str, list[tuple[int, Owner, Phrase]]] = {}
        pairs = [(owner, phrase) for owner in rules for phrase in owner.phrases]
        pairs.sort(key=lambda pair: wants.cost(pair[1].needs[0]))
        chosen: set[str] = set()
        self._seconds: dict[Phrase, frozenset[str]] = {}
        for owner, phrase in pairs:
            anchor = min(
                phrase.needs, key=lambda need: wants.cost(need - chosen) + wants.cost(need) / 8
            )
            chosen |= anchor
            self._seconds[phrase] = next((n for n in phrase.needs if n != anchor), anchor)
            mask = sum(self._bit(need) for need in phrase.needs)
            for symbol in anchor:
                by_symbol.setdefault(symbol, []).append((mask, owner, phrase))
        self._by_symbol = {symbol: tuple(entries) for symbol, entries in by_symbol.items()}
        self._symbol_set = frozenset(by_symbol)
        self._symbol_masks = _masks_of(self._bits)
        self._word_masks: dict[str, tuple[int, int]] = {}
        self._by_word: dict[str, tuple[tuple[int, int, Phrase], ...]] = {}
        if any(owner not in asleep for owner, _ in pairs):
            self._of_words(words, frozenset(asleep))
        self.anchors: frozenset[str] = frozenset(self._by_word)
        """Raw words of which a text must hold one to be worth reading."""

    def _bit(self, need: frozenset[str]) -> int:
        return self._bits.setdefault(need, 1 << len(self._bits))

    def _of_words(self, words: Vocabulary, asleep: frozenset[Owner]) -> None:
        seconds: dict[frozenset[str], int] = {}
        entries: dict[str, tuple[tuple[int, int, Phrase], ...]] = {}
        for symbol, held in self._by_symbol.items():
            awake = tuple(
                (
                    seconds.setdefault(self._seconds[phrase], 1 << len(seconds)),
                    mask,
                    phrase,
                )
                for mask, owner, phrase in held
                if owner not in asleep
            )
            if awake:
                entries[symbol] = awake
        second_of = _masks_of(seconds)
        for word, symbols in words.spellings():
            mask, second = self._word_masks.get(word, (0, 0))
            for symbol in symbols:
                mask |= self._symbol_masks.get(symbol, 0)
                second |= second_of.get(symbol, 0)
            if not mask:
                continue
            self._word_masks[word] = (mask, second)
            for symbol in symbols:
                if symbol in entries:
                    before = self._by_word.get(word, ())
                    self._by_word[word] = before + entries[symbol] if before else entries[symbol]

    def phrases(self, words: Collection[str]) -> list[Phrase]:
        """Those that are awake and find all that they need among these raw words."""
        masks = self._word_masks
        known = [masks[word] for word in words if word in masks]
        likely = 0
        for _, second in known:
            likely |= second
        found = [
            (mask, phrase)
            for word in self.anchors.intersection(words)
            for second, mask, phrase in self._by_word[word]
            if likely & second
        ]
        if not found:
            return []
        here = 0
        for mask, _ in known:
            here |= mask
        return [phrase for mask, phrase in found if here & mask == mask]

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


def _masks_of(bits: Mapping[frozenset[str], int]) -> dict[str, int]:
    masks: dict[str, int] = {}
    for need, bit in bits.items():
        for symbol in need:
            masks[symbol] = masks.get(symbol, 0) | bit
    return masks
