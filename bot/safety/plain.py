"""A first look at a text: its symbols without their places, many times quicker to have.

It reads more generously than the full reading: whatever that would find is found here. What is
found here is looked at again in full, with places, quotations and code.
"""

import re

from bot.safety.vocabulary import HARD, SOFT, UNKNOWN, Vocabulary

_DOTS = re.compile(r"\.\.+")
_ENDS, _STOPS, _SIGNS = b"!?", b';:()"`>\n-', b"#$%&*+/=@[\\]^_{|}~\t\r"
_MARKS = bytes.maketrans(
    _ENDS + _STOPS + _SIGNS, b"." * len(_ENDS) + b"," * len(_STOPS) + b" " * len(_SIGNS)
)
_NO_WORD = re.compile(r"[^\w\x00-\x7f]+")
_PAIRS = (HARD + HARD, HARD + SOFT, SOFT + HARD, SOFT + SOFT)
_RUN = re.compile(f"[{HARD}{SOFT}]{{2,}}")


class Plain(dict[str, str]):
    """Every word with its symbols, as a first look reads it; also of words that are not listed."""

    def __init__(self, words: Vocabulary) -> None:
        super().__init__(words.table)
        self |= {word: SOFT + self[word] for word in words.breaks if word in self}
        self |= {".": HARD, ",": SOFT}
        self._words = words

    def __missing__(self, word: str) -> str:
        if word.isalpha():
            return UNKNOWN
        bare = word.strip("'")
        return self._words.table.get(bare) or self._words.unlisted(bare) if bare else SOFT


def plain_symbols(low: str, plain: Plain) -> str | None:
    """The symbols of a folded text, or None when only the full reading can tell."""
    if "<" in low or "//" in low or "www" in low:
        return None
    if ".." in low:
        low = _DOTS.sub(" , ", low)
    # Over bytes: a table of characters costs five times as much.
    coding = "ascii"
    if not low.isascii():
        low, coding = _NO_WORD.sub(" ", low), "utf-8"
    marked = low.encode(coding).translate(_MARKS)
    marked = marked.replace(b".", b" . ").replace(b",", b" , ")
    symbols = "".join(map(plain.__getitem__, marked.decode(coding).split()))
    return _RUN.sub(_gravest, symbols) if any(map(symbols.__contains__, _PAIRS)) else symbols


def _gravest(match: re.Match[str]) -> str:
    return HARD if HARD in match[0] else SOFT
