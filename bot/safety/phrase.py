"""One pattern made ready: the words it cannot do without, and its regular expression."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from bot.safety.pattern import Alt, Bar, Edge, Gap, Grammar, Maybe, Node, Number, Seq, Word
from bot.safety.vocabulary import HARD, NUMBER, SOFT, YEAR, Vocabulary
from bot.safety.wants import Need, Wants

_NEGATING = (
    "not",
    "never",
    "no",
    "nor",
    "without",
    "neither",
    "zero",
    "0",
    "nicht",
    "ne",
    "pas",
    "non",
    "nao",
    "niet",
    "nie",
)
"""Words that no gap steps over: "i am not suicidal" is not "i am ... suicidal"."""


class Script:
    """How the patterns of one language are read and written."""

    def __init__(self, grammar: Grammar, wants: Wants) -> None:
        self.grammar = grammar
        self._wants = wants
        self._needs: dict[str, tuple[Need, ...]] = {}

    def needs(self, pattern: str) -> tuple[Need, ...]:
        """The words that a pattern cannot do without."""
        known = self._needs.get(pattern)
        if known is None:
            known = self._needs[pattern] = self._wants.rarest(self.grammar.parse(pattern))
        return known

    def forget(self) -> None:
        """Let go of what was only kept to compile quickly."""
        self.grammar.forget()
        self._needs.clear()

    @cached_property
    def writer(self) -> "_Writer":
        """Made when all words are known."""
        return _Writer(self.grammar.words)


class Phrase:
    """A pattern over symbols. Its expression is written and compiled when it is first needed.

    Compiling all of them at start would cost more than the rest of the start (decision 0020), and
    a pattern in pieces takes ten times the room of its text: so it is read again.
    """

    def __init__(self, pattern: str, script: Script) -> None:
        self._pattern = pattern
        self._script = script
        script.needs(pattern)  # a pattern that cannot be read fails here

    @property
    def needs(self) -> tuple[Need, ...]:
        """Sets of symbols of which a match must hold one each, the rarest first."""
        return self._script.needs(self._pattern)

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """The compiled pattern's `finditer`."""
        return re.compile(self.source).finditer

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """The compiled pattern's `search`."""
        return re.compile(self.source).search

    def ready(self) -> bool:
        """Compile it now rather than when it is first needed."""
        return self.search is not None and self.finditer is not None

    @property
    def source(self) -> str:
        """The regular expression over symbols."""
        return self._script.writer.write(self._script.grammar.parse(self._pattern))


class _Writer:
    def __init__(self, words: Vocabulary) -> None:
        self._filler = words.filler
        self._join = f"[{self._filler}]{{0,3}}"
        lead = "".join(
            sorted(words.symbols[word] for word in words.breaks if word in words.symbols)
        )
        self._lead = f"[{self._filler}{lead}{words.symbols.get('and', '')}]{{0,3}}"
        self._barred = HARD + "".join(words.symbols.get(word, "") for word in _NEGATING)
        numbers = "".join(
            sorted({words.table[word] for word in words.numbers if word in words.table})
        )
        self._number = f"[{NUMBER}{YEAR}{numbers}]"

    def write(self, node: Node) -> str:  # noqa: PLR0911 - one answer for each kind of node
        if isinstance(node, Word):
            return self._join.join(node.symbols)
        if isinstance(node, Number):
            return YEAR if node.year else self._number
        if isinstance(node, Seq):
            return self._seq(node)
        if isinstance(node, Alt):
            return self._alt(node)
        if isinstance(node, Maybe):
            return f"(?:{self.write(node.part)})?"
        if isinstance(node, Gap):
            return f"[^{self._barred}]{{0,{node.words}}}?"
        if isinstance(node, Edge):
            return self._edge(node)
        return self._bar(node)

    def _seq(self, node: Seq) -> str:
        out: list[str] = []
        last = len(node.parts) - 1
        for at, part in enumerate(node.parts):
            if isinstance(part, Maybe) and at < last:
                out.append(f"(?:{self.write(part.part)}{self._join})?")
                continue
            out.append(self.write(part))
            following = node.parts[at + 1] if at < last else None
            if following is None or isinstance(part, Edge | Bar):
                continue
            if isinstance(following, Bar) or (
                isinstance(following, Edge) and following.sign == "$"
            ):
                continue
            out.append(self._join)
        return "".join(out)

    def _alt(self, node: Alt) -> str:
        single = sorted(
            {o.symbols for o in node.options if isinstance(o, Word) and len(o.symbols) == 1}
        )
        longer = [
            self.write(o) for o in node.options if not (isinstance(o, Word) and len(o.symbols) == 1)
        ]
        if not longer:
            return f"[{''.join(single)}]"
        if single:
            longer.append(f"[{''.join(single)}]")
        return f"(?:{'|'.join(dict.fromkeys(longer))})"

    def _edge(self, node: Edge) -> str:
        if node.sign == "^":
            return f"(?<![^{HARD}{SOFT}]){self._lead}"
        if node.sign == ":":
            return SOFT
        return f"(?={self._join}(?:[{HARD}{SOFT}]|$))"

    def _bar(self, node: Bar) -> str:
        if not node.behind:
            return f"(?!{self._join}{self.write(node.part)})"
        options = node.part.options if isinstance(node.part, Alt) else (node.part,)
        barred = "".join(sorted({o.symbols[-1] for o in options if isinstance(o, Word)}))
        return f"(?<![{barred}])(?<![{barred}][{self._filler}])"
