"""Words of any length and kind, made harmless and cut into pieces that fit: nothing is left out."""

from collections.abc import Iterable

from bot.ui.cards import plain
from cogs.guidelines.domain import FULL_PAGE

GOES_ON = "…"  # a piece that another one follows
_NEAR = 5  # a cut may stand before the last space of this share of a piece


def size(words: str) -> int:
    """How much room words take, counted as the strictest of Discord's clients does."""
    return len(words.encode("utf-16-le")) // 2


def pieces(words: str, room: int = FULL_PAGE) -> list[str]:
    """Words that cannot act as markdown, in pieces of at most `room`; cut between words if any."""
    found: list[str] = []
    while size(shown := plain(words)) > room:
        end = _fitting(words, room - len(GOES_ON))
        space = max(words.rfind(each, end - end // _NEAR, end) for each in (" ", "\n"))
        end = space + 1 if space > 0 else end
        found.append(plain(words[:end]) + GOES_ON)
        words = words[end:]
    return [*found, shown]


def folded(parts: Iterable[str], between: str = " ", room: int = FULL_PAGE) -> list[str]:
    """Parts put together again in their order, as few as fit."""
    found: list[str] = []
    for part in parts:
        if found and size(found[-1]) + size(between) + size(part) <= room:
            found[-1] += between + part
        else:
            found.append(part)
    return found


def _fitting(words: str, room: int) -> int:
    """How many characters fit, made harmless; one at least."""
    low, high = 1, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if size(plain(words[:middle])) <= room:
            low = middle
        else:
            high = middle - 1
    return low
