"""A first look at a plain text: its symbols without their places, many times quicker to have.

What it finds is found again by the full reading, which also knows the places and quotations.
"""

import re

from bot.safety.vocabulary import HARD, SOFT, Vocabulary

_NOT_PLAIN = re.compile(r"""["`<>\n]|\.\.|(?<!\w)'|'(?!\w)|[.!?](?![\s.!?]|$)|(?<!\S)-+(?!\S)|www|//""")
_MARKS = str.maketrans(
    {
        **dict.fromkeys(".!?", " . "),
        **dict.fromkeys(",;:()", " , "),
        **dict.fromkeys("#$%&*+-/=@[\\]^_{|}~\t\r", " "),
    }
)
_RUN = re.compile(f"[{HARD}{SOFT}]{{2,}}")


def plain_symbols(low: str, words: Vocabulary) -> str | None:
    """The symbols of a folded text, or None when it is not plain enough to tell."""
    if not low.isascii() or _NOT_PLAIN.search(low):
        return None
    table, breaks = words.table, words.breaks
    out: list[str] = []
    for word in low.translate(_MARKS).split():
        if word in breaks:
            out.append(SOFT)
        out.append(table.get(word) or _mark(word) or words.unlisted(word))
    return _RUN.sub(_gravest, "".join(out))


def _mark(word: str) -> str | None:
    return HARD if word == "." else SOFT if word == "," else None


def _gravest(match: re.Match[str]) -> str:
    return HARD if HARD in match[0] else SOFT
