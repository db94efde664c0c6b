"""A first look at a text: its symbols without their places, many times quicker to have.

It reads more generously than the full reading: whatever that would find is found here. What is
found here is looked at again in full, with places, quotations and code.
"""

import re

from bot.safety.vocabulary import HARD, SOFT, UNKNOWN, Vocabulary

_NOT_PLAIN = re.compile(r"[<]|//|www")
_DOTS = re.compile(r"\.\.+")
_ENDS, _STOPS, _SIGNS = b"!?", b';:()"`>\n-', b"#$%&*+/=@[\\]^_{|}~\t\r"
_MARKS = bytes.maketrans(
    _ENDS + _STOPS + _SIGNS, b"." * len(_ENDS) + b"," * len(_STOPS) + b" " * len(_SIGNS)
)
_NO_WORD = re.compile(r"[^\w\x00-\x7f]+")
_RUN = re.compile(f"[{HARD}{SOFT}]{{2,}}")


def plain_symbols(low: str, words: Vocabulary) -> str | None:
    """The symbols of a folded text, or None when only the full reading can tell."""
    if _NOT_PLAIN.search(low):
        return None
    if ".." in low:
        low = _DOTS.sub(" , ", low)
    table, breaks = words.table, words.breaks
    out: list[str] = []
    # Over bytes: a table of characters costs five times as much.
    coding = "ascii"
    if not low.isascii():
        low, coding = _NO_WORD.sub(" ", low), "utf-8"
    marked = low.encode(coding).translate(_MARKS)
    marked = marked.replace(b".", b" . ").replace(b",", b" , ")
    for word in marked.decode(coding).split():
        symbols = table.get(word)
        if symbols is None:
            out.append(UNKNOWN if word.isalpha() else _mark(word, words))
            continue
        if word in breaks:
            out.append(SOFT)
        out.append(symbols)
    return _RUN.sub(_gravest, "".join(out))


def _mark(word: str, words: Vocabulary) -> str:
    if word == ".":
        return HARD
    if word == ",":
        return SOFT
    bare = word.strip("'")
    return words.table.get(bare) or words.unlisted(bare) if bare else SOFT


def _gravest(match: re.Match[str]) -> str:
    return HARD if HARD in match[0] else SOFT
