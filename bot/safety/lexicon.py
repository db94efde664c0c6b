"""The lexicon as the screen uses it: rules by anchor word, cues, and what adds up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from bot.content.lexicon import CueEntry, Pack, RuleEntry
from bot.safety.gate import Gate
from bot.safety.index import Index
from bot.safety.pattern import Grammar, PatternError
from bot.safety.phrase import Phrase, Script
from bot.safety.plain import Plain
from bot.safety.repair import ALONE, Repair
from bot.safety.rule import Cue, Rule, Together
from bot.safety.signal import Category, Level
from bot.safety.vocabulary import Vocabulary
from bot.safety.wants import Wants

_SEVERAL = 2
_HALF = 8  # ranks; after so many a word is half as frequent as the first
_SHARE = 1.8  # so that the first stands in two of nine messages, as counted in everyday chat


class LexiconError(ValueError):
    """A rule or cue cannot be used: `entry` and `field` say where, `str()` says why."""

    def __init__(self, entry: str, field_name: str, why: str) -> None:
        super().__init__(why)
        self.entry, self.field = entry, field_name


@dataclass(frozen=True, slots=True)
class ExtraPhrase:
    """A phrase that a community adds: plain words, read as they stand."""

    id: str
    phrase: str
    category: Category
    level: Level


@dataclass(frozen=True, slots=True)
class Tuning:
    """What a community changes: phrases of its own, and rules that it switches off."""

    extra: tuple[ExtraPhrase, ...] = ()
    off: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Everything compiled, never changed after; `tune` answers with another one."""

    packs: tuple[Pack, ...]
    words: Vocabulary
    plain: Plain
    repair: Repair
    rules: Mapping[str, Rule]
    cues: Mapping[str, Cue]
    together: tuple[Together, ...]
    gate: Gate
    cue_index: Index[Cue]
    wants: Wants
    tuning: Tuning = field(default_factory=Tuning)
    own: Gate | None = None

    def candidates(self, symbols: str) -> list[tuple[Rule, Phrase]]:
        """Phrases of rules that find all the words that they need, a community's own last."""
        found = self.gate.index.candidates(symbols)
        if self.tuning.off:
            found = [pair for pair in found if pair[0].id not in self.tuning.off]
        if self.own is not None:
            found += self.own.index.candidates(symbols)
        return found

    @property
    def rule_ids(self) -> frozenset[str]:
        """Ids of all that can be switched off: rules, and what several signs make together."""
        return frozenset(self.rules) | {entry.id for entry in self.together}


def compile_lexicon(packs: Iterable[Pack]) -> Lexicon:
    """Compile packs, checking their structure (not their examples: see `bot.safety.proof`).

    Raises:
        LexiconError: an id or pattern stands twice, a pattern cannot be read or has no word that
            could anchor it, or something names what does not exist.
    """
    packs = tuple(packs)
    words = Vocabulary()
    words.add_filler(sorted({word for pack in packs for word in pack.filler}))
    for pack in packs:
        for word, meaning in pack.expand.items():
            words.expand(word, meaning.split())
    wants = Wants(_weights(packs, words))
    rules: dict[str, Rule] = {}
    cues: dict[str, Cue] = {}
    compilers = [_Compiler(pack, words, wants) for pack in packs]
    for compiler in compilers:
        compiler.into(rules, cues)
    _seal(words, packs)
    together = _together(packs, rules)
    index, cue_index = Index(rules.values(), words, wants), Index(cues.values(), words, wants)
    lexicon = Lexicon(
        packs,
        words,
        Plain(words),
        Repair(words),
        rules,
        cues,
        together,
        Gate(words, index, together, ALONE),
        cue_index,
        wants,
    )
    wants.forget()
    for compiler in compilers:
        compiler.script.forget()
    return lexicon


class _Compiler:
    def __init__(self, pack: Pack, words: Vocabulary, wants: Wants) -> None:
        self._pack = pack
        self._words = words
        self.script = Script(Grammar(pack.slots, words), wants)

    def into(self, rules: dict[str, Rule], cues: dict[str, Cue]) -> None:
        seen: dict[str, str] = {}
        for entry in self._pack.rules:
            if entry.id in rules:
                raise LexiconError(entry.id, "id", "stands twice")
            for pattern in entry.patterns:
                if pattern in seen:
                    raise LexiconError(entry.id, "patterns", f"also in {seen[pattern]}: {pattern}")
                seen[pattern] = entry.id
            rules[entry.id] = self._rule(entry)
        for cue in self._pack.cues:
            if cue.id in cues:
                raise LexiconError(cue.id, "id", "stands twice")
            cues[cue.id] = self._cue(cue)

    def _rule(self, entry: RuleEntry) -> Rule:
        phrases = self._phrases(entry.id, entry.patterns)
        for phrase, pattern in zip(phrases, entry.patterns, strict=True):
            if not phrase.needs:
                raise LexiconError(entry.id, "patterns", f"no word must be there: {pattern}")
        return Rule(
            entry.id,
            self._pack.language,
            Category(entry.category),
            Level(entry.level),
            entry.mood,
            entry.family,
            frozenset(entry.ignores),
            phrases,
        )

    def _cue(self, entry: CueEntry) -> Cue:
        lowers = {mood: Level(level) for mood, level in entry.lowers.items()}
        phrases = self._phrases(entry.id, entry.patterns)
        return Cue(
            entry.id,
            self._pack.language,
            entry.scope,
            entry.within,
            lowers,
            frozenset(entry.cancels),
            frozenset(self._words.encode(word) for word in entry.spares),
            phrases,
        )

    def _phrases(self, entry: str, patterns: Sequence[str]) -> tuple[Phrase, ...]:
        try:
            return tuple(Phrase(pattern, self.script) for pattern in patterns)
        except PatternError as broken:
            raise LexiconError(entry, "patterns", str(broken)) from broken


def _weights(packs: Sequence[Pack], words: Vocabulary) -> dict[str, float]:
    """How often each common word's symbols stand in a message, by their rank."""
    weights: dict[str, float] = {}
    for pack in packs:
        for rank, word in enumerate(pack.common):
            for symbol in words.encode(word):  # "dont" is a "do" and a "not" as well
                weights[symbol] = weights.get(symbol, 0.0) + _SHARE / (rank + _HALF)
    return weights


def _seal(words: Vocabulary, packs: Sequence[Pack]) -> None:
    words.seal(
        (word for pack in packs for word in pack.breaks),
        (word for pack in packs for word in pack.typos),
        frozenset(word for pack in packs for word in pack.not_typos),
    )
    for pack in packs:
        for phrase in pack.joined:
            parts = phrase.split()
            words.table["".join(parts)] = "".join(words.encode(part) for part in parts)


def _together(packs: Sequence[Pack], rules: Mapping[str, Rule]) -> tuple[Together, ...]:
    families = {rule.family for rule in rules.values()}
    found: dict[str, Together] = {}
    for entry in (entry for pack in packs for entry in pack.together):
        if entry.id in rules or entry.id in found:
            raise LexiconError(entry.id, "id", "stands twice")
        for family in (*entry.of, *chain.from_iterable(entry.needs)):
            if family not in families:
                raise LexiconError(entry.id, "needs", f"no rule is of the family {family!r}")
        if len(entry.needs) + (entry.least if entry.of else 0) < _SEVERAL:
            raise LexiconError(entry.id, "needs", "one family alone adds up to nothing")
        found[entry.id] = Together(
            entry.id,
            Category(entry.category),
            Level(entry.level),
            tuple(frozenset(need) for need in entry.needs),
            frozenset(entry.of),
            entry.least if entry.of else 0,
            entry.apart,
        )
    return tuple(found.values())


def tune(lexicon: Lexicon, tuning: Tuning) -> Lexicon:
    """The lexicon with a community's own phrases added and some rules switched off.

    Raises:
        LexiconError: an extra phrase has no word in it, or its id is taken; a rule that is to be
            off does not exist.
    """
    unknown = sorted(tuning.off - lexicon.rule_ids)
    if unknown:
        raise LexiconError(unknown[0], "id", "no such rule")
    words, wants = lexicon.words.copy(), lexicon.wants
    rules = {key: rule for key, rule in lexicon.rules.items() if key not in tuning.off}
    own: list[Rule] = []
    for extra in tuning.extra:
        if extra.id in lexicon.rule_ids or extra.id in rules:
            raise LexiconError(extra.id, "id", "stands twice")
        own.append(_extra(extra, words, wants))
        rules[extra.id] = own[-1]
    together = tuple(entry for entry in lexicon.together if entry.id not in tuning.off)
    return replace(
        lexicon,
        words=words,
        plain=Plain(words),
        repair=Repair(words),
        rules=rules,
        together=together,
        gate=lexicon.gate.beginning(together),
        tuning=tuning,
        own=Gate(words, Index(own, words, wants), (), ALONE) if own else None,
    )


def _extra(extra: ExtraPhrase, words: Vocabulary, wants: Wants) -> Rule:
    plain = "".join(char if char.isalnum() or char == "'" else " " for char in extra.phrase)
    pieces = [piece for word in plain.split() for piece in words.pieces(word)]
    if not pieces:
        raise LexiconError(extra.id, "phrase", "no word in it")
    phrase = Phrase(" ".join(pieces), Script(Grammar({}, words), wants))
    return Rule(extra.id, "en", extra.category, extra.level, "plain", "", frozenset(), (phrase,))
