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


# Tuples, because this is on the path of every message: whose it is, the phrase, the partner, and
# what else must be there.
_Entry = tuple[Owner, Phrase, Need, tuple[Need, ...]]
# Where many phrases share a common anchor, they are found by their partners instead.
_Crowd = tuple[Need, dict[str, list[tuple[Phrase, tuple[Need, ...]]]]]
_CROWDED = 9  # phrases
_SELDOM = 0.001  # how often the anchor stands in a message


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
        # Words that stand for several ("wanna"): each of those is there too.
        self._several = frozenset(key for key in words.table.values() if len(key) > 1)
        held: dict[str, list[_Entry[Owner]]] = {}
        pairs = [(owner, phrase) for owner in rules for phrase in owner.phrases]
        pairs.sort(key=lambda pair: wants.cost(pair[1].needs[0]))
        # What a reading adds after an owner's name: no text is out for want of it.
        free = words.table.get("s", "")
        chosen: set[str] = set()
        for owner, phrase in pairs:
            anchor = min(
                phrase.needs, key=lambda need: wants.cost(need - chosen) + wants.cost(need) / 2
            )
            chosen |= anchor
            rest = (need for need in phrase.needs if need is not anchor and free not in need)
            partner, *others = tuple(rest) or (anchor,)
            for key in anchor:
                held.setdefault(key, []).append((owner, phrase, partner, tuple(others)))
        same: dict[tuple[_Entry[Owner], ...], tuple[_Entry[Owner], ...]] = {}
        self._every: dict[str, tuple[_Entry[Owner], ...]] = {}
        self._awake: dict[str, tuple[_Entry[Owner], ...]] = {}
        for key, found in held.items():
            entries = tuple(found)
            self._every[key] = same.setdefault(entries, entries)  # words of a slot share one
            awake = tuple(entry for entry in entries if entry[0] not in asleep)
            if awake:
                self._awake[key] = same.setdefault(awake, awake)
        self._keys, self._awake_keys = frozenset(self._every), frozenset(self._awake)
        crowds: dict[tuple[_Entry[Owner], ...], _Crowd] = {}
        self._crowds: dict[str, _Crowd] = {}
        for key, entries in self._awake.items():
            if len(entries) >= _CROWDED and wants.cost(frozenset(key)) > _SELDOM:
                if entries not in crowds:
                    crowds[entries] = _crowd(entries)
                self._crowds[key] = crowds[entries]

    @property
    def anchors(self) -> frozenset[str]:
        """Raw words of which a text must hold one to be worth reading."""
        found = self._words.table.items()
        return frozenset(
            word for word, key in found if not self._awake_keys.isdisjoint((key, *key))
        )

    def phrases(self, words: Iterable[str]) -> list[Phrase]:
        """Those that are awake and find all that they need among these raw words."""
        present = self._present(words)
        found: list[Phrase] = []
        for key in self._awake_keys.intersection(present):
            crowd = self._crowds.get(key)
            if crowd is None:
                for _, phrase, partner, others in self._awake[key]:
                    if not partner.isdisjoint(present) and _all_met(others, present):
                        found.append(phrase)
                continue
            partners, by_partner = crowd
            for symbol in partners.intersection(present):
                for phrase, others in by_partner[symbol]:
                    if _all_met(others, present):
                        found.append(phrase)
        return found

    def _present(self, words: Iterable[str]) -> set[str | None]:
        present = set(map(self._words.table.get, words))
        if not self._several.isdisjoint(present):
            present.update(*self._several.intersection(present))
        return present

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


def _crowd(entries: Iterable[_Entry[Owner]]) -> _Crowd:
    by_partner: dict[str, list[tuple[Phrase, tuple[Need, ...]]]] = {}
    for _, phrase, partner, others in entries:
        for symbol in partner:
            by_partner.setdefault(symbol, []).append((phrase, others))
    return frozenset(by_partner), by_partner


def _all_met(needs: tuple[Need, ...], present: set[str | None]) -> bool:
    for need in needs:  # noqa: SIM110 - `all` costs more than everything else here
        if need.isdisjoint(present):
            return False
    return True
