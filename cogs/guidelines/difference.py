"""How two versions differ, as an admin reads it before anything is published."""

from collections.abc import Sequence

from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.house import Voice
from cogs.guidelines.domain import FULL_PAGE, Change, Rule, marked, paged

NEAR = 5  # words of what stays the same, on either side of what differs
FIELDS = ("title", "reminder", "text", "nudge")


def pages_of(voice: Voice, changed: Sequence[Change]) -> list[tuple[str, ...]]:
    """What differs, a few guidelines to a page."""
    said = [_said(voice, each)[:FULL_PAGE] for each in changed]
    return [
        tuple(said[place] for place in page)
        for page in paged([len(each) for each in said], FULL_PAGE)
    ]


def difference_card(
    voice: Voice, pages: Sequence[tuple[str, ...]], number: int, ways: tuple[Control, ...]
) -> Card:
    """One page of it; the last one has the buttons that publish."""
    last = number + 1 == len(pages)
    body = (*pages[number], *((voice("charter.which"),) if last else ()))
    title = voice("charter.difference-title", page=number + 1, pages=len(pages))
    small = voice("charter.difference-small")
    return Card(title, body, (ways,), tone=Tone.STAFF, small=small)


def _said(voice: Voice, change: Change) -> str:
    head = voice(f"charter.differs-{change.kind}", title=plain(change.rule.title))
    if change.before is None or change.after is None:
        words = change.rule
        return f"{head}\n{plain(words.reminder)}\n{plain(words.text)}" if change.after else head
    return "\n".join((head, *_fields(voice, change.before, change.after)))


def _fields(voice: Voice, before: Rule, after: Rule) -> list[str]:
    words = [(field, getattr(before, field), getattr(after, field)) for field in FIELDS]
    return [
        f"{voice(f'charter.part-{field}')}: {_marked(old, new)}"
        for field, old, new in words
        if old != new
    ]


def _marked(before: str, after: str) -> str:
    """What goes is struck through and what comes is bold; the rest is shortened."""
    pieces: list[str] = []
    for kind, words in marked(before, after):
        if kind == "same":
            pieces.append(_shortened(words))
        else:
            sign = "~~" if kind == "gone" else "**"
            pieces.append(f"{sign}{plain(words)}{sign}")
    return " ".join(pieces)


def _shortened(words: str) -> str:
    several = words.split()
    if len(several) <= 2 * NEAR + 1:
        return plain(words)
    return plain(" ".join((*several[:NEAR], "…", *several[-NEAR:])))
