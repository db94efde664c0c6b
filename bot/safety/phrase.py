"""One pattern made ready: the words it cannot do without, and its regular expression."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from bot.safety.pattern import Alt, Bar, Edge, Gap, Maybe, Node, Number, Seq, Word
from bot.safety.vocabulary import HARD, NUMBER, SOFT, YEAR, Vocabulary

Needs = list[frozenset[str]]
_RARE = 0.0005
_TELLING = 4  # needs of a phrase that are asked for, the rarest; the rest turn hardly any text away
_DEPTH = 2  # words of each option that are asked for
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


class Phrase:
    """A pattern over symbols. The expression is compiled when it is first needed.

    Compiling all of them at start would cost more than the rest of the start (decision 0020).
    """

    def __init__(self, node: Node, words: Vocabulary, wants: "Wants") -> None:
        self._node = node
        self._words = words
        needs = sorted(wants.of(node), key=wants.cost)
        self.needs: tuple[frozenset[str], ...] = tuple(dict.fromkeys(needs))[:_TELLING]

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
        return _Writer(self._words).write(self._node)


class Wants:
    """Which words patterns cannot do without, and how rare those are in everyday chat."""

    def __init__(self, weight: Mapping[str, float]) -> None:
        self._weight = weight
        self._costs: dict[frozenset[str], float] = {}
        self._known: dict[int, tuple[Node, Needs]] = {}
        self._same: dict[frozenset[str], frozenset[str]] = {}

    def forget(self) -> None:
        """Let go of what was only kept to compile quickly."""
        self._costs.clear()
        self._known.clear()
        self._same.clear()

    def cost(self, need: frozenset[str]) -> float:
        """How often some word of the need stands in everyday chat, roughly."""
        known = self._costs.get(need)
        if known is None:
            weight = self._weight
            known = self._costs[need] = sum([weight.get(symbol, _RARE) for symbol in need])
        return known

    def of(self, node: Node) -> Needs:
        """Sets of symbols of which a match must hold one each."""
        if isinstance(node, Word):
            return [self._one(frozenset(char)) for char in node.symbols]
        if isinstance(node, Seq):
            return [need for part in node.parts for need in self.of(part)]
        if isinstance(node, Alt):
            known = self._known.get(id(node))
            if known is None:
                known = self._known[id(node)] = (node, self._of_any(node))
            return known[1]
        return []

    def _of_any(self, node: Alt) -> Needs:
        """The rarest word of each option, then the second rarest of each, and so on."""
        options = [sorted(self.of(option), key=self.cost) for option in node.options]
        if not all(options):
            return []
        depth = min(max(map(len, options)), _DEPTH)
        return [
            self._one(
                frozenset(chain.from_iterable(needs[min(at, len(needs) - 1)] for needs in options))
            )
            for at in range(depth)
        ]

    def _one(self, need: frozenset[str]) -> frozenset[str]:
        """The same set for the same words: there are tens of thousands."""
        return self._same.setdefault(need, need)


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
