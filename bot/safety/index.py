"""Which phrases a text could hold at all, told from its words alone.

Every phrase needs some words: one of this set and one of that. Its rarest set is its anchor, the
next its partner. A text with no anchor word, or with none of the partners of those it has, is done
with after a few operations on sets, however many rules there are.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Generic, TypeVar

from bot.safety.phrase import Phrase, Wants
from bot.safety.rule import Cue, Rule
from bot.safety.vocabulary import Vocabulary

Owner = TypeVar("Owner", Rule, Cue)
Need = frozenset[str]


# Tuples, because this is on the path of every message: whose it is, the phrase, the partner, what
# else must be there; and all under one anchor, with the partners of any of them.
_Entry = tuple[Owner, Phrase, Need, tuple[Need, ...]]
_Bundle = tuple[Need, tuple[_Entry[Owner], ...]]


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
        self._words = words
        wider = _Wider(words)
        held: dict[str, list[_Entry[Owner]]] = {}
        pairs = [(owner, phrase) for owner in rules for phrase in owner.phrases]
        pairs.sort(key=lambda pair: wants.cost(pair[1].needs[0]))
        chosen: set[str] = set()
        for owner, phrase in pairs:
            anchor = min(
                phrase.needs, key=lambda need: wants.cost(need - chosen) + wants.cost(need) / 2
            )
            chosen |= anchor
            here = wider.need(anchor) or anchor
            rest = (wider.need(need) for need in phrase.needs if need is not anchor)
            partner, *others = [need for need in rest if need] or [here]
            for key in here:
                held.setdefault(key, []).append((owner, phrase, partner, tuple(others)))
        self._every = {key: tuple(entries) for key, entries in held.items()}
        self._keys = frozenset(self._every)
        bundles: dict[tuple[_Entry[Owner], ...], _Bundle[Owner]] = {}  # words of a slot share one
        self._awake: dict[str, _Bundle[Owner]] = {}
        for key, entries in held.items():
            awake = tuple(entry for entry in entries if entry[0] not in asleep)
            if awake:
                self._awake[key] = _bundle(awake, bundles)
        self._awake_keys = frozenset(self._awake)

    @property
    def anchors(self) -> frozenset[str]:
        """Raw words of which a text must hold one to be worth reading."""
        found = self._words.table.items()
        return frozenset(word for word, key in found if key in self._awake_keys)

    def phrases(self, words: Iterable[str]) -> list[Phrase]:
        """Those that are awake and find all that they need among these raw words."""
        present = set(map(self._words.table.get, words))
        found: list[Phrase] = []
        for key in self._awake_keys.intersection(present):
            partners, entries = self._awake[key]
            if partners.isdisjoint(present):
                continue
            for _, phrase, partner, others in entries:
                if not partner.isdisjoint(present) and _all_met(others, present):
                    found.append(phrase)
        return found

    def candidates(self, symbols: str) -> Iterator[tuple[Owner, Phrase]]:
        """Phrases that find all they need among these symbols, each once."""
        present: set[str | None] = set(symbols)
        seen: set[Phrase] = set()
        for key in self._keys.intersection(present):
            for owner, phrase, partner, others in self._every[key]:
                if partner.isdisjoint(present) or phrase in seen:
                    continue
                if _all_met(others, present):
                    seen.add(phrase)
                    yield owner, phrase


def _all_met(needs: tuple[Need, ...], present: set[str | None]) -> bool:
    for need in needs:  # noqa: SIM110 - `all` costs more than everything else here
        if need.isdisjoint(present):
            return False
    return True


def _bundle(
    entries: tuple[_Entry[Owner], ...], known: dict[tuple[_Entry[Owner], ...], _Bundle[Owner]]
) -> _Bundle[Owner]:
    if entries not in known:
        every = {partner for _, _, partner, _ in entries}
        # Most bundles have one phrase, or one set of partners: it is not copied.
        partners = every.pop() if len(every) == 1 else frozenset[str]().union(*every)
        known[entries] = (partners, entries)
    return known[entries]


class _Wider:
    """Needs in which a word that stands for several ("wanna") counts for each of them."""

    def __init__(self, words: Vocabulary) -> None:
        self._several: dict[str, set[str]] = {}
        for key in set(words.table.values()):
            if len(key) > 1:
                for symbol in key:
                    self._several.setdefault(symbol, set()).add(key)
        # What a reading adds after an owner's name: no text is out for want of it.
        self._free = words.table.get("s", "")
        self._known: dict[Need, Need] = {}

    def need(self, need: Need) -> Need:
        """The need as words of a text may meet it; empty where every text does."""
        known = self._known.get(need)
        if known is None:
            several = (self._several[symbol] for symbol in need if symbol in self._several)
            known = need.union(*several) if self._free not in need else Need()
            self._known[need] = known
        return known
