"""The small language in which rules are written, read into trees.

    word            that word (contractions are read open: `dont` is `do not`)
    {slot}          any phrase of that slot
    {number}        any number in figures; {year} a year
    ( a b | c )     one of several
    x?              may be missing (a word, slot or bracket)
    ~3              up to three words of any kind, inside the sentence
    ^  $  :         a clause begins, ends here; a comma, colon or the like stands here
    !x  <!x         the next, the previous word is not x (a word or slot)

Filler words ("really", "just") and commas may stand between any two.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.safety.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Word:
    """One written word as its symbols."""

    symbols: str


@dataclass(frozen=True, slots=True)
class Number:
    """Any number in figures, or only a year."""

    year: bool


@dataclass(frozen=True, slots=True)
class Seq:
    """One after another."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Alt:
    """One of several. A slot is shared by many patterns."""

    options: tuple["Node", ...]
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Maybe:
    """May be missing."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to so many words of any kind."""

    words: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A clause begins (`^`) or ends (`$`), or its mark must be here (`:`)."""

    sign: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The next (or, with `behind`, the previous) word is none of these."""

    part: "Node"
    behind: bool


Node = Word | Number | Seq | Alt | Maybe | Gap | Edge | Bar
_NUMBER, _YEAR = "{number}", "{year}"
_TOKEN = re.compile(r"[()|^$:]|\)\?|~\d\d?|<?!?(?:\{[a-z_]+\}|[^\s(){}|?~!<^$:]+)|\?")


class PatternError(ValueError):
    """A pattern cannot be read; `str()` says why."""


class Grammar:
    """Reads patterns against one language's slots, into one vocabulary, `words`."""

    def __init__(self, slots: Mapping[str, tuple[str, ...]], words: Vocabulary) -> None:
        self._slots = slots
        self.words = words
        self._read: dict[str, Node] = {}
        self._written: dict[str, Node] = {}
        self._open: set[str] = set()

    def forget(self) -> None:
        """Let go of the slots and words that were read; they are read again when needed."""
        self._read.clear()
        self._written.clear()

    def parse(self, pattern: str) -> Node:
        """The tree of a pattern.

        Raises:
            PatternError: a slot is unknown or names itself, or brackets do not close.
        """
        tokens = _TOKEN.findall(pattern)
        if "".join(tokens) != "".join(pattern.split()):
            raise PatternError(f"cannot read {pattern!r}")
        node, at = self._alternatives(tokens, 0)
        if at != len(tokens):
            raise PatternError(f"a bracket closes that never opened in {pattern!r}")
        return node

    def _alternatives(self, tokens: list[str], at: int) -> tuple[Node, int]:
        options: list[Node] = []
        parts: list[Node] = []
        while at < len(tokens) and tokens[at] != ")":
            token = tokens[at]
            at += 1
            if token == "|":
                options.append(_seq(parts))
                parts = []
                continue
            if token == "(":
                part, at = self._alternatives(tokens, at)
                if at >= len(tokens):
                    raise PatternError("a bracket does not close")
                at += 1
            else:
                part = self._atom(token)
            if at < len(tokens) and tokens[at] == "?":
                part, at = Maybe(part), at + 1
            parts.append(part)
        options.append(_seq(parts))
        return (options[0] if len(options) == 1 else Alt(tuple(options))), at

    def _atom(self, token: str) -> Node:
        if token.isalpha():
            return self._word(token)
        return self._sign(token)

    def _word(self, token: str) -> Node:
        known = self._written.get(token)
        if known is None:
            known = self._written[token] = self._words_of(token)
        return known

    def _sign(self, token: str) -> Node:
        if token in "^$:":
            return Edge(token)
        if token.startswith("~"):
            return Gap(int(token[1:]))
        if token.startswith(("<!", "!")):
            return Bar(self._atom(token.lstrip("<!")), behind=token.startswith("<"))
        if token.startswith("{"):
            return Number(token == _YEAR) if token in {_NUMBER, _YEAR} else self._slot(token[1:-1])
        if not token[0].isalnum():
            raise PatternError(f"{token!r} is not a word")
        return self._word(token)

    def _slot(self, name: str) -> Node:
        if name in self._read:
            return self._read[name]
        if name not in self._slots:
            raise PatternError(f"no slot {{{name}}}")
        if name in self._open:
            raise PatternError(f"slot {{{name}}} names itself")
        self._open.add(name)
        node = Alt(tuple(_flat(self.parse(each) for each in self._slots[name])), shared=True)
        self._open.discard(name)
        self._read[name] = node
        return node

    def _words_of(self, word: str) -> Node:
        if word.isascii():
            return Word(self.words.encode(word.replace("'", "")))
        pieces = self.words.pieces(word)
        return _seq([Word(self.words.encode(piece)) for piece in pieces])


def _flat(nodes: Iterable[Node]) -> Iterable[Node]:
    for node in nodes:
        if isinstance(node, Alt):
            yield from node.options
        else:
            yield node


def _seq(parts: list[Node]) -> Node:
    if not parts:
        raise PatternError("an empty alternative")
    return parts[0] if len(parts) == 1 else Seq(tuple(parts))
