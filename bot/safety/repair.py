"""Undoing what hides words: leet, spaced letters, marks inside words, stretched letters.

Nothing is changed that does not become a word of the lexicon by it, so that "5pm" stays "5pm".
"""

import re
from collections.abc import Callable, Sequence
from itertools import product

from bot.safety.fold import LOOK_ALIKE
from bot.safety.mapped import Mapped
from bot.safety.vocabulary import Vocabulary

_SCRIPT = r"\u0370-\u03ff\u0400-\u052f"
_HINT = re.compile(r"[013457@$!|*~_.+](?:(?<=[a-z].)(?<![.!*~_|+])|(?<!@)[a-z])")
_SCRIPTS = re.compile(rf"[{_SCRIPT}](?:(?<=[a-z].)|[a-z])")
_TRIPLE = re.compile(r"(.)\1\1")  # half the price of asking for a letter at once
_DOTTED = re.compile(r"(?<![a-z])[a-z][._\-][a-z][._\-][a-z](?![a-z])")
ALONE = frozenset("bcefhjlqvwz")
"""Letters that chat does not write alone, of which every spelled-out key word has one."""
_LONG = 14  # letters; joined phrases that the lexicon does not list are at least so long
_FEW = 6  # words; joined phrases stand in short messages


# What a text gives reason to repair. Plain numbers: members of an enum cost a microsecond each.
MARKS, SPACED, STRETCHED, JOINED, SCRIPTS = 1, 2, 4, 8, 16


def hints(low: str, words: Sequence[str], *, strange: bool, alone: bool) -> int:
    """Which repairs may find a hidden word in a folded text, here with its words.

    `strange` says that one of them may not be a word, `alone` that one is a letter of `ALONE`.
    """
    found = 0
    if _HINT.search(low):
        found = MARKS | SPACED if _DOTTED.search(low) else MARKS
    if alone:
        found |= SPACED
    if not strange:
        return found
    if (_TRIPLE.search(low) and _STRETCHED.search(low)) or "sa'd" in low:
        found |= STRETCHED
    if len(words) <= _FEW and len(low) >= _LONG and len(max(words, key=len, default="")) >= _LONG:
        found |= JOINED
    if not low.isascii() and _SCRIPTS.search(low):
        found |= SCRIPTS
    return found


_MARKUP = re.compile(r"[*~|`]+|_{2,}")
_MIXED = re.compile(rf"[a-z{_SCRIPT}]*[{_SCRIPT}][a-z{_SCRIPT}]*")
_SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?:[ ._\-,/\n]{1,4}[^\W\d_](?![^\W_])){2,60}")
_PIECE = re.compile(r"(?<![^\s\"(),;:?])[^\s\"(),;:?0-9@$!|+*#]*[0-9@$!|+*#][^\s\"(),;:?]*")
_INNER = re.compile(r"(?<=[a-z])[._/\\-](?=[a-z])")
_TORN = re.compile(r"(?<![a-z])[a-z]+(?:[._/\\-][a-z]+)+")
_STRETCH = re.compile(r"([^\W\d_])\1{2,}")
_STRETCHED = re.compile(r"[a-z]*([a-z])\1\1[a-z]*")
_RUN = re.compile(r"[a-z]{10,48}")
_DOUBLE = re.compile(r"([^\W\d_])\1+")
_LEET = {
    "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g", "@": "a",
    "$": "s", "!": "il", "|": "li", "+": "t", "#": "h",
}  # fmt: skip
Change = Callable[[re.Match[str]], str]
_MAX_GUESSES = 16
_LONGEST_RUN = 48  # letters of a joined or spaced run that are tried
_ALWAYS, _OFTEN, _SELDOM = 4_000, 120, 24  # repairs of a kind in one text; bounds the worst case
_SPELLED = 9  # letters
_SHORTEST_RUN = 6  # letters; shorter ones fall apart by chance
_LONGEST_WORD = 14


class Repair:
    """Repairs against one vocabulary."""

    def __init__(self, words: Vocabulary) -> None:
        self._table = words.table
        self._keys = words.keys
        self._in_runs = words.in_runs
        self._steps: tuple[tuple[int, re.Pattern[str], Change, int], ...] = (
            (SCRIPTS, _MIXED, self._mixed, _OFTEN),
            (MARKS, _PIECE, self._leet, _SELDOM),
            (MARKS, _MARKUP, _gone, _ALWAYS),
            (SPACED, _SPACED, self._spaced, _SELDOM),
            (MARKS, _TORN, self._torn, _SELDOM),
            (STRETCHED, _STRETCHED, self._stretched, _OFTEN),
            (JOINED, _RUN, self._run, _SELDOM),
        )

    def mend(self, text: Mapped, hint: int) -> Mapped:
        """The repairs that are hinted at; places are kept."""
        for reason, pattern, change, most in self._steps:
            if reason & hint:
                text = text.sub(pattern, change, most)
        return text

    def mend_text(self, low: str, hint: int) -> str:
        """The same without places, for a first look."""
        for reason, pattern, change, most in self._steps:
            if reason & hint:
                low = pattern.sub(change, low, count=most)
        return low

    def parts(self, run: str) -> list[str] | None:
        """Cut a run of letters into the fewest known words, of which one at least is a key."""
        whole = self._cut(run)
        return whole if whole and not self._keys.isdisjoint(whole) else None

    def _cut(self, run: str) -> list[str] | None:
        """The fewest known words that make up the run."""
        if len(run) > _LONGEST_RUN:
            return None
        best: list[list[str] | None] = [None] * (len(run) + 1)
        best[0] = []
        for start, before in enumerate(best):
            if before is None:
                continue
            for end in range(start + 1, min(start + _LONGEST_WORD, len(run)) + 1):
                word = run[start:end]
                if word not in self._in_runs:
                    continue
                found = best[end]
                if found is None or len(before) + 1 < len(found):
                    best[end] = [*before, word]
        return best[-1]

    def _keyed(self, run: str) -> bool:
        return len(run) >= _SHORTEST_RUN and self.parts(run) is not None

    def _mixed(self, match: re.Match[str]) -> str:
        word = match[0]
        if word in self._table:
            return word
        plain = "".join(LOOK_ALIKE.get(char, char) for char in word)
        if plain.isascii() and (plain in self._table or (not word.isascii() and _has_latin(word))):
            return plain
        return word

    def _leet(self, match: re.Match[str]) -> str:
        piece = match[0]
        core = piece.rstrip(".!'*~|_").lstrip("*~|_'#")
        if not core or core in self._table or core.isdecimal():
            return piece
        at = piece.index(core)
        found = self._guess(core)
        return piece[:at] + found + piece[at + len(core) :] if found else piece

    def _guess(self, core: str) -> str | None:
        """The first reading of a word with figures and signs in it that is a known word."""
        if core.count("*") == 1 and core[0] != "*" and core[-1] != "*":
            masked = self._masked(core)
            if masked:
                return masked
        core = core.replace("*", "")
        options = [_LEET.get(char, char) for char in core if char not in "._-~'"]
        signs = sum(len(option) > 1 for option in options)
        if 2**signs > _MAX_GUESSES or len(options) > _LONGEST_RUN:
            options = [option[0] for option in options]
        for letters in product(*options):
            word = "".join(letters)
            if word in self._table:
                return word if word in self._table else None
            if word.isalpha() and self._keyed(word):
                return word
        return None

    def _masked(self, core: str) -> str | None:
        """`k*ll`: the only key word that fits, with vowels tried first."""
        for letter in "iauoe" + "lrstcdn":
            word = core.replace("*", letter)
            if word in self._keys:
                return word
        return None

    def _spaced(self, match: re.Match[str]) -> str:
        letters = [char for char in match[0] if char.isalpha()]
        run = "".join(letters)
        if run in self._keys:
            return run
        # A whole sentence spelled letter by letter is no accident, whatever words it holds.
        parts = self._cut(run) if len(run) >= _SPELLED else self.parts(run)
        return " ".join(parts) if parts else match[0]

    def _stretched(self, match: re.Match[str]) -> str:
        word = match[0]
        if len(word) > _LONGEST_RUN:
            return word
        for form in (_STRETCH.sub(r"\1\1", word), _STRETCH.sub(r"\1", word)):
            if form in self._table:
                return form
        bare = _DOUBLE.sub(r"\1", word)
        return bare if bare in self._table else word

    def _run(self, match: re.Match[str]) -> str:
        word = match[0]
        parts = None if word in self._table else self.parts(word)
        return " ".join(parts) if parts else word

    def _torn(self, match: re.Match[str]) -> str:
        piece = match[0]
        run = "".join(char for char in piece if char.isalpha())
        if run in self._keys or self._keyed(run):
            known = all(part in self._table for part in re.split(r"[._/\\-]", piece))
            return _INNER.sub(" ", piece) if known else run
        return _INNER.sub(" ", piece)


def _has_latin(word: str) -> bool:
    return any(char.isascii() for char in word)


def _gone(_: re.Match[str]) -> str:
    return ""
