"""Which words the lexicon knows, and the one-character symbol that stands for each.

A text becomes a string of symbols, one a word, and rules become regular expressions over such
strings. A slot of many words is then one character class, and a gap of three words is `.{0,3}`:
short, linear and the same whatever the words are.
"""

import re
from collections.abc import Iterable

from bot.safety.fold import fold

HARD = "\x01"
"""A sentence ends here; no phrase reaches across."""
SOFT = "\x02"
"""A clause ends here; phrases may reach across, cues of context may not."""
UNKNOWN = "\x03"
NUMBER = "\x04"
YEAR = "\x05"
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th|x|mg|g|ml|k)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIRST, _LAST = 0x3400, 0xD7FF
_SHORTEST_KEY = 5  # letters; one slip in a shorter word is too often another word
_NEAR = {
    "q": "wa", "w": "qes", "e": "wrdi", "r": "etf", "t": "ryg", "y": "tuh", "u": "yijo",
    "i": "uoke", "o": "ipla", "p": "ol", "a": "sqwzeo", "s": "adwxz", "d": "sfecx", "f": "dgrcv",
    "g": "fhtvb", "h": "gjybn", "j": "hkunm", "k": "jlim", "l": "kop", "z": "xas", "x": "zcsd",
    "c": "xvdfs", "v": "cbfg", "b": "vngh", "n": "bmhj", "m": "njk",
}  # fmt: skip
"""Keys beside each key, and vowels that are taken for each other."""


class Vocabulary:
    """Words and their symbols. Built while the lexicon is compiled, and not changed after."""

    def __init__(self) -> None:
        self.symbols: dict[str, str] = {}
        self.table: dict[str, str] = {}
        self.filler_end = _FIRST
        self.breaks: frozenset[str] = frozenset()
        self.keys: frozenset[str] = frozenset()
        self.in_runs: frozenset[str] = frozenset()

    def copy(self) -> "Vocabulary":
        """A vocabulary that may grow without changing this one."""
        other = Vocabulary()
        other.symbols, other.table = dict(self.symbols), dict(self.table)
        other.filler_end = self.filler_end
        other.breaks, other.keys, other.in_runs = self.breaks, self.keys, self.in_runs
        return other

    def symbol(self, word: str) -> str:
        """The symbol of a word, made when it is new.

        Raises:
            OverflowError: more words than symbols; about forty thousand fit.
        """
        known = self.symbols.get(word)
        if known is None:
            code = _FIRST + len(self.symbols)
            if code > _LAST:
                raise OverflowError("the lexicon has too many words")
            known = self.symbols[word] = chr(code)
            self.table.setdefault(word, known)
        return known

    def add_filler(self, words: Iterable[str]) -> None:
        """Words that may stand anywhere between others; must come before all other words."""
        for word in words:
            self.symbol(word)
        self.filler_end = _FIRST + len(self.symbols)

    @property
    def filler(self) -> str:
        """The inside of a character class: filler words and clause marks."""
        if self.filler_end == _FIRST:
            return SOFT
        return f"{SOFT}{chr(_FIRST)}-{chr(self.filler_end - 1)}"

    def expand(self, word: str, into: Iterable[str]) -> None:
        """Read `word` as the several words `into`: "gonna" as "going to"."""
        self.table[word] = "".join(self.symbol(part) for part in into)

    def unlisted(self, word: str) -> str:
        """The symbols of a word that the table does not hold as it stands.

        `don't` is `dont`; `dad's`, which might also be a plural without its sign, is `dad s`.
        """
        if "'" not in word:
            if word[0].isdecimal():
                return (
                    YEAR
                    if _YEAR.fullmatch(word)
                    else NUMBER
                    if _NUMBER.fullmatch(word)
                    else UNKNOWN
                )
            return UNKNOWN
        plain = word.replace("'", "")
        symbols = self.table.get(plain)
        if word.endswith("'s") and (symbols is None or len(symbols) == 1):
            owner = self.table.get(word[:-2])
            if owner is not None and "s" in self.table:
                return owner + self.table["s"]
        if symbols is not None:
            return symbols
        return self.unlisted(plain) if plain else UNKNOWN

    @property
    def numbers(self) -> Iterable[str]:
        """The words that are numbers in figures."""
        return (word for word in self.symbols if word.isdecimal())

    def encode(self, word: str) -> str:
        """The symbols of a word as a rule writes it."""
        found = self.table.get(word)
        return found if found is not None else self.symbol(word)

    def pieces(self, word: str) -> list[str]:
        """A word of a rule as the reading would cut it: folded, ideographs one by one."""
        return _WORD.findall("".join(map(fold, word)).replace("'", ""))

    def seal(self, breaks: Iterable[str], keys: Iterable[str], real: frozenset[str]) -> None:
        """Settle which words begin a clause and which are keys, and read slips of the keys.

        Called when all rules are read. `real` words stay themselves though a key lies near.
        """
        self.breaks, self.keys = frozenset(breaks), frozenset(keys)
        self.in_runs = frozenset(
            word for word in self.table if word.isascii() and (len(word) > 1 or word == "i")
        )
        table = self.table
        for key in sorted(self.keys):
            if len(key) < _SHORTEST_KEY:
                continue
            meant = self.encode(key)
            for slip in slips(key):
                if slip not in real:
                    table.setdefault(slip, meant)


def slips(word: str) -> set[str]:
    """One slip of the fingers away from `word`: two letters swapped, one lost, doubled or beside.

    The first letter stays, because it nearly always does and because that keeps real words out.
    """
    found: set[str] = set()
    for at in range(1, len(word)):
        head, char, tail = word[:at], word[at], word[at + 1 :]
        found.add(head + tail)
        found.add(head + char + char + tail)
        if tail:
            found.add(head + tail[0] + char + tail[1:])
        for near in _NEAR.get(char, ""):
            found.add(head + near + tail)
            found.add(head + near + char + tail)
            found.add(head + char + near + tail)
    found.discard(word)
    return found
