"""Which words patterns cannot do without, and how rare those are in everyday chat."""

from collections.abc import Iterable, Mapping
from itertools import chain

from bot.safety.pattern import Alt, Node, Seq, Word

Need = str
"""Symbols of which a text must hold one, in order: a set of them would take five times the room."""

_RARE = 0.0005
_TELLING = 5  # needs of a phrase that are kept, the rarest; the rest turn hardly any text away
_DEPTH = 4  # words of each option that are asked for


class Wants:
    """Finds what patterns need; the weight of a symbol is how often it stands in a message."""

    def __init__(self, weight: Mapping[str, float]) -> None:
        self._weight = weight
        self._known: dict[int, tuple[Node, list[Need]]] = {}
        self._same: dict[Need, Need] = {}

    def forget(self) -> None:
        """Let go of what was only kept to compile quickly."""
        self._known.clear()
        self._same.clear()

    def cost(self, need: Need) -> float:
        """How often some word of the need stands in everyday chat, roughly."""
        weight = self._weight
        if len(need) == 1:  # nearly all
            return weight.get(need, _RARE)
        return sum([weight.get(symbol, _RARE) for symbol in need])

    def chance(self, needs: Iterable[Need]) -> float:
        """How often all of them stand in one message, roughly."""
        chance = 1.0
        for need in needs:
            chance *= min(1.0, self.cost(need))
        return chance

    def rarest(self, node: Node) -> tuple[Need, ...]:
        """The rarest sets of symbols of which a match must hold one each, the rarest first."""
        needs = dict.fromkeys(sorted(self.of(node), key=self.cost))
        return tuple(self._same.setdefault(need, need) for need in list(needs)[:_TELLING])

    def of(self, node: Node) -> list[Need]:
        """Sets of symbols of which a match must hold one each."""
        if isinstance(node, Word):
            return list(node.symbols)
        if isinstance(node, Seq):
            return [need for part in node.parts for need in self.of(part)]
        if isinstance(node, Alt):
            if not node.shared:
                return self._of_any(node)
            known = self._known.get(id(node))
            if known is None:
                known = self._known[id(node)] = (node, self._of_any(node))
            return known[1]
        return []

    def _of_any(self, node: Alt) -> list[Need]:
        """The rarest word of each option, then the second rarest of each, and so on."""
        options = [sorted(self.of(option), key=self.cost) for option in node.options]
        if not all(options):
            return []
        depth = min(max(map(len, options)), _DEPTH)
        return [
            "".join(sorted({*chain.from_iterable(n[min(at, len(n) - 1)] for n in options)}))
            for at in range(depth)
        ]
