"""A card is a value; this file alone decides how Discord shows it."""

import io
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

import discord

Control = discord.ui.Item[Any]

# A Components V2 message carries at most 4,000 characters of text in all (Discord's own limit).
ROOM = 4000
# The courier adds a small line where a post has no button to carry its marker.
FOR_THE_MARKER = 24
_CUT = "…"
MOST_ALT = 1024  # characters that describe a picture (Discord's own limit)
PICTURE, CHART = "picture.jpg", "picture.png"  # names that tell nothing
_PNG = b"\x89PNG"
WORDS_ID = 77  # marks somebody's own words in a message, so that they are found in it again


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
class Picture:
    """A picture and what is on it; without `body` it is one that stands on the message already."""

    alt: str = field(repr=False)
    body: bytes = field(default=b"", repr=False)

    @property
    def file(self) -> str:
        """What it is called beside the message."""
        return CHART if self.body.startswith(_PNG) else PICTURE


@dataclass(frozen=True, slots=True)
class Card:
    """One idea: a title, a few short paragraphs, buttons in rows, a line of small print.

    `words` are somebody's own and stand by themselves; `veiled`: they open at a press.
    Whoever sends a card with a picture sends `files_of` it along.
    """

    title: str
    body: tuple[str, ...] = ()
    rows: tuple[tuple[Control, ...], ...] = ()
    tone: Tone = Tone.CALM
    small: str = ""
    words: str = field(default="", repr=False)
    veiled: bool = False
    picture: Picture | None = None

    def with_rows(self, *rows: tuple[Control, ...]) -> "Card":
        """The same card with other buttons."""
        return replace(self, rows=rows)

    def saying(self, line: str) -> "Card":
        """The same card with one more paragraph, where there is one."""
        return replace(self, body=(*self.body, line)) if line else self


def layout(card: Card) -> discord.ui.LayoutView:
    """The card as a Components V2 message; text beyond Discord's room is cut, never refused."""
    box: discord.ui.Container[Any] = discord.ui.Container(accent_colour=card.tone.value)
    for text in _texts(card):
        box.add_item(discord.ui.TextDisplay(text))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(box)
    below: Any = box
    if card.words:
        words = discord.ui.TextDisplay[Any](card.words, id=WORDS_ID)
        if card.veiled:
            # Not by two bars: what somebody writes could end those. The buttons stand outside.
            view.add_item(discord.ui.Container[Any](words, spoiler=True))
            below = view
        else:
            box.add_item(words)
    if card.picture is not None:
        below.add_item(_gallery(card.picture, veiled=card.veiled))
    for row in card.rows:
        if row:
            below.add_item(discord.ui.ActionRow(*row))
    if card.small:
        below.add_item(discord.ui.TextDisplay(f"-# {card.small}"))
    return view


def _gallery(picture: Picture, *, veiled: bool) -> Any:
    shown = discord.MediaGalleryItem(
        f"attachment://{picture.file}", description=picture.alt[:MOST_ALT] or None, spoiler=veiled
    )
    return discord.ui.MediaGallery[Any](shown)


def files_of(card: Card) -> list[discord.File]:
    """What has to be sent beside a card: its picture, under a name that says nothing."""
    if card.picture is None or not card.picture.body:
        return []
    return [discord.File(io.BytesIO(card.picture.body), card.picture.file)]


def picture_of(message: discord.Message) -> Picture | None:
    """The picture that stands on a message that was made from a card."""
    view = discord.ui.LayoutView.from_message(message, timeout=None)
    for item in view.walk_children():
        if isinstance(item, discord.ui.MediaGallery) and item.items:
            return Picture(item.items[0].description or "")
    return None


def keep_pictures(view: discord.ui.LayoutView) -> None:
    """Let a view that was read from a message show the message's own pictures when it is edited."""
    for item in view.walk_children():
        if isinstance(item, discord.ui.MediaGallery):
            for shown in item.items:
                shown.media = f"attachment://{PICTURE}"


def words_of(message: discord.Message) -> str:
    """Somebody's own words on a message that was made from a card."""
    view = discord.ui.LayoutView.from_message(message, timeout=None)
    found = view.find_item(WORDS_ID)
    return found.content if isinstance(found, discord.ui.TextDisplay) else ""


def _texts(card: Card) -> list[str]:
    left = ROOM - len(card.small) - len(card.words) - 8 - FOR_THE_MARKER
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
