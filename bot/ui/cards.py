"""A card is a value; this file alone decides how Discord shows it."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

import discord

Control = discord.ui.Item[Any]

# A Components V2 message carries at most 4,000 characters of text in all (Discord's own limit).
ROOM = 4000
# The courier adds a small line where a post has no button to carry its marker.
FOR_THE_MARKER = 24
_CUT = "…"


class Tone(Enum):
    """The colour of a card's edge. It decorates: the words alone carry the meaning.

    Muted colours that keep their contrast on Discord's dark and light themes.
    """

    CALM = 0x7C9CBF
    WARM = 0xC89B6D
    CARE = 0x8A7FB8
    STAFF = 0x5F8F86
    URGENT = 0xB5654A


@dataclass(frozen=True, slots=True)
class Card:
    """One idea: a title, a few short paragraphs, buttons in rows, a line of small print."""

    title: str
    body: tuple[str, ...] = ()
    rows: tuple[tuple[Control, ...], ...] = ()
    tone: Tone = Tone.CALM
    small: str = ""

    def with_rows(self, *rows: tuple[Control, ...]) -> "Card":
        """The same card with other buttons."""
        return replace(self, rows=rows)


def layout(card: Card) -> discord.ui.LayoutView:
    """The card as a Components V2 message; text beyond Discord's room is cut, never refused."""
    box: discord.ui.Container[Any] = discord.ui.Container(accent_colour=card.tone.value)
    for text in _texts(card):
        box.add_item(discord.ui.TextDisplay(text))
    for row in card.rows:
        if row:
            box.add_item(discord.ui.ActionRow(*row))
    if card.small:
        box.add_item(discord.ui.TextDisplay(f"-# {card.small}"))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(box)
    return view


def _texts(card: Card) -> list[str]:
    left = ROOM - len(card.small) - 8 - FOR_THE_MARKER
    pieces: list[str] = []
    for piece in (f"### {card.title}" if card.title else "", "\n\n".join(card.body)):
        if piece and left > len(_CUT):
            kept = piece if len(piece) <= left else piece[: left - len(_CUT)] + _CUT
            pieces.append(kept)
            left -= len(kept)
    return pieces


def link(label: str, url: str) -> Control:
    """A button that opens an address."""
    return discord.ui.Button(label=label, url=url, style=discord.ButtonStyle.link)


def plain(text: str) -> str:
    """Text from outside (a name, a setting) that must not act as markdown or mention anybody."""
    return discord.utils.escape_mentions(discord.utils.escape_markdown(text))
