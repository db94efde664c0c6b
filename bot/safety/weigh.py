"""Finding what a reading says, and what its surroundings take back."""

import re
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from bot.safety.lexicon import Lexicon
from bot.safety.phrase import Phrase
from bot.safety.reading import Reading
from bot.safety.rule import Cue, Rule, Together
from bot.safety.signal import Level
from bot.safety.vocabulary import HARD, SOFT

_EACH = 6  # places that one phrase is looked at in one text
_ALL = 32  # places that are weighed in one text
_FAR, _NEAR = 80, 24  # symbols; bounds sentences without an end


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule holds, and what it is worth after its context."""

    rule: Rule
    first: int
    last: int
    level: Level
    lowered_by: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """A sign or statement that nothing took down to nothing."""
        return self.level.rank > 0 or (self.rule.level is Level.NONE and not self.lowered_by)


def weigh(reading: Reading, lexicon: Lexicon) -> list[Hit]:
    """Every place where a rule holds, with its context applied; none where none can matter."""
    found: list[tuple[Rule, int, int]] = []
    for rule, phrase in lexicon.candidates(reading.symbols):
        found += _found((rule, phrase), reading.symbols)
    found = _spread(found)
    if not _could_matter(found, lexicon):
        return []
    context = _Context(reading, lexicon)
    return [context.weigh(*place) for place in found]


def _could_matter(found: Sequence[tuple[Rule, int, int]], lexicon: Lexicon) -> bool:
    """Whether any of it is a statement, or signs of families that could add up."""
    if any(rule.level is not Level.NONE for rule, _, _ in found):
        return True
    return lexicon.gate.may_add_up(frozenset(rule.family for rule, _, _ in found))


def matters(symbols: str, lexicon: Lexicon, met: int, ours: int = 0) -> bool:
    """Whether symbols hold a statement, or signs that add up, before any context is asked.

    `met` and `ours` are the places that its words met, in the lexicon and in a community's own.
    """
    gate, own, off = lexicon.gate, lexicon.own, lexicon.tuning.off
    stands = False
    for sentence, here in gate.index.by_sentence(symbols, met):
        for rule, phrase in gate.index.at(here & gate.worth):
            if phrase.search(sentence) and rule.id not in off:
                if rule.level is not Level.NONE:
                    return True
                stands = stands or rule.family in gate.opened
    if own and any(phrase.search(symbols) for _, phrase in own.index.at(ours)):
        return True
    return stands and _add_up(met, symbols, lexicon)


def _add_up(met: int, symbols: str, lexicon: Lexicon) -> bool:
    """Whether signs at these places stand, and make a level together."""
    signs: dict[str, list[tuple[Rule, Phrase]]] = {}
    for rule, phrase in lexicon.gate.index.at(met):
        if rule.level is Level.NONE and rule.id not in lexicon.tuning.off:
            signs.setdefault(rule.family, []).append((rule, phrase))
    if not lexicon.gate.may_add_up(frozenset(signs)):
        return False
    standing = [pair for pairs in signs.values() for pair in pairs if pair[1].search(symbols)]
    if not lexicon.gate.may_add_up(frozenset(rule.family for rule, _ in standing)):
        return False
    found = _spread([place for pair in standing for place in _found(pair, symbols)])
    if len(found) == _ALL:
        return True
    return bool(complete([Hit(*place, Level.NONE, ()) for place in found], lexicon))


def _found(pair: tuple[Rule, Phrase], symbols: str) -> list[tuple[Rule, int, int]]:
    rule, phrase = pair
    return [(rule, *match.span()) for match in islice(phrase.finditer(symbols), _EACH)]


def _spread(found: list[tuple[Rule, int, int]]) -> list[tuple[Rule, int, int]]:
    """The gravest first, each rule once before any twice, and no more than time allows."""
    times: dict[Rule, int] = {}
    ranked: list[tuple[int, int, tuple[Rule, int, int]]] = []
    for place in dict.fromkeys(found):
        rule = place[0]
        times[rule] = times.get(rule, 0) + 1
        ranked.append((-rule.level.rank, times[rule], place))
    ranked.sort(key=lambda each: each[:2])
    return [place for _, _, place in ranked[:_ALL]]


class _Context:
    """Cues of one reading; each is looked for at most once a stretch."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._symbols = reading.symbols
        self._quotes = reading.quotes
        self._cues: dict[Cue, list[Phrase]] = {}
        for cue, phrase in lexicon.cue_index.candidates(reading.symbols):
            self._cues.setdefault(cue, []).append(phrase)
        if reading.quotes:
            self._cues |= {cue: [] for cue in lexicon.cues.values() if cue.scope == "inside_quotes"}
        self._seen: dict[tuple[str, int, int], bool] = {}

    def weigh(self, rule: Rule, first: int, last: int) -> Hit:
        holding: list[Cue] = []
        for cue in self._cues:
            if rule.mood not in cue.lowers and not cue.cancels:
                continue
            if (
                cue.language == rule.language
                and cue.id not in rule.ignores
                and self._holds(cue, first, last)
            ):
                holding.append(cue)
        cancelled = {name for cue in holding for name in cue.cancels}
        level = rule.level
        lowered: list[str] = []
        for cue in holding:
            floor = cue.lowers.get(rule.mood)
            if floor is None or cue.id in cancelled:
                continue
            if floor.rank < max(level.rank, 1) or (floor.rank == level.rank and floor != level):
                level = floor
                lowered.append(cue.id)
        return Hit(rule, first, last, level, tuple(lowered))

    def _holds(self, cue: Cue, first: int, last: int) -> bool:
        if not cue.spares.isdisjoint(self._symbols[first:last]):
            return False
        if cue.scope == "inside_quotes":
            return any(a <= first < b for a, b in self._quotes)
        begin, end = self._stretch(cue.scope, first, last)
        key = (cue.id, begin, end)
        if key not in self._seen:
            self._seen[key] = _stands(cue, self._cues[cue], self._symbols[begin:end])
        return self._seen[key]

    def _stretch(self, scope: str, first: int, last: int) -> tuple[int, int]:
        """Where a cue of this scope may stand, never further off than it could be meant."""
        symbols = self._symbols
        if scope == "message":
            return 0, len(symbols)
        begin = max(symbols.rfind(HARD, 0, first) + 1, first - _FAR)
        end = symbols.find(HARD, last, last + _FAR)
        end = min(len(symbols), last + _FAR) if end < 0 else end
        if scope == "sentence":
            return begin, end
        if scope == "after":
            return last, min(end, last + _NEAR)
        begin = max(begin, symbols.rfind(SOFT, begin, first) + 1)
        if scope == "before":
            return max(begin, first - _NEAR), first
        stop = symbols.find(SOFT, last, end)
        return begin, end if stop < 0 else stop


def _stands(cue: Cue, phrases: Sequence[Phrase], stretch: str) -> bool:
    """The cue stands in the stretch; before or after, near enough to what it bears on."""
    for phrase in phrases:
        match = phrase.search(stretch)
        while match is not None:
            if _near(cue, match, len(stretch)):
                return True
            match = phrase.search(stretch, match.start() + 1)
    return False


def _near(cue: Cue, match: re.Match[str], size: int) -> bool:
    if cue.scope == "before":
        return size - match.end() <= cue.within
    if cue.scope == "after":
        return match.start() <= cue.within
    return True


def complete(hits: Sequence[Hit], lexicon: Lexicon) -> list[tuple[str, Level, list[Hit]]]:
    """What adds up: id and level of each `together` that holds, and by which hits."""
    # In the order in which they end, the longer before the shorter: so the most fit side by side.
    signs = sorted(
        (hit for hit in hits if hit.rule.family and hit.counts),
        key=lambda hit: (hit.last, hit.first, hit.rule.id),
    )
    if not signs:
        return []
    met: list[tuple[str, Level, list[Hit]]] = []
    families = {hit.rule.family for hit in signs}
    for entry in lexicon.together:
        if not entry.may_hold(families):
            continue
        parts = _fit([*entry.needs, *[entry.of] * entry.least], entry, signs, ())
        if parts:
            met.append((entry.id, entry.level, parts))
    return met


def _fit(
    wanted: Sequence[Set[str]], entry: Together, signs: Sequence[Hit], chosen: tuple[Hit, ...]
) -> list[Hit]:
    """The chosen hits and one for each that is wanted; where one fails, the next is tried."""
    if not wanted:
        return list(chosen)
    had = {hit.rule.family for hit in chosen[len(entry.needs) :]}  # of `of`, each but once
    for hit in signs:
        if hit.rule.family not in wanted[0] or hit.rule.family in had:
            continue
        if entry.apart and _overlaps(hit, chosen):
            continue
        found = _fit(wanted[1:], entry, signs, (*chosen, hit))
        if found:
            return found
    return []


def _overlaps(hit: Hit, others: Collection[Hit]) -> bool:
    return any(hit.first < other.last and other.first < hit.last for other in others)
