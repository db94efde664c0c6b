"""How two versions differ, as an admin reads it before anything is published."""

from collections.abc import Iterator, Sequence

from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.house import Voice
from cogs.guidelines.domain import FULL_PAGE, Change, Rule, marked, paged
from cogs.guidelines.paging import folded, pieces, size

NEAR = 5  # words of what stays the same, on either side of what differs
FIELDS = ("title", "reminder", "text", "nudge")


def pages_of(voice: Voice, changed: Sequence[Change]) -> list[tuple[str, ...]]:
    """What differs, a few guidelines to a page; a long one goes on on the next."""
    said = [block for each in changed for block in _said(voice, each)]
    return [
        tuple(said[place] for place in page)
        for page in paged([size(each) for each in said], FULL_PAGE)
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


def _said(voice: Voice, change: Change) -> list[str]:
    head = voice(f"charter.differs-{change.kind}", title=plain(change.rule.title))
    if change.after is None:
        return [head]
    if change.before is None:
        return folded((head, plain(change.after.reminder), *pieces(change.after.text)), "\n")
    return folded((head, *_fields(voice, change.before, change.after)), "\n")


def _fields(voice: Voice, before: Rule, after: Rule) -> Iterator[str]:
    for field in FIELDS:
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            yield from folded((f"{voice(f'charter.part-{field}')}:", *_marked(old, new)))


def _marked(before: str, after: str) -> Iterator[str]:
    """What goes is struck through and what comes is bold; the rest is shortened."""
    for kind, words in marked(before, after):
        if kind == "same":
            yield from pieces(_shortened(words), FULL_PAGE)
        else:
            sign = "~~" if kind == "gone" else "**"
            yield from (f"{sign}{piece}{sign}" for piece in pieces(words, FULL_PAGE - 4))


def _shortened(words: str) -> str:
    several = words.split()
    if len(several) <= 2 * NEAR + 1:
        return words
    return " ".join((*several[:NEAR], "…", *several[-NEAR:]))
