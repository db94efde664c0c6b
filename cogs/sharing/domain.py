"""Rules of sharing without a name: what a share is, and how exactly it is told."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import groupby, islice
from typing import ClassVar

from bot.errors import Refusal
from bot.ids import ChannelId
from bot.sections import Section

MAX_LENGTH = 3500  # characters; a card holds 4,000, and note, wish and buttons need theirs
MAX_NOTE = 100  # characters
MAX_ALT = 200  # characters, of what is on a picture
DELAYS = range(1, 11)  # minutes (product 4.5)
SHOWN_FROM = 3  # product 4.5: a smaller number of people who feel the same is a hint at who
ROUNDED_TO = timedelta(hours=1)  # product 5: an author is one of those active in that hour
_HOURS_BEGAN = datetime(1970, 1, 1, tzinfo=UTC)
SHARES_AN_HOUR = 5  # product 4.5
REPLIES_AN_HOUR = 20  # a conversation, and no flood
DRAFT_KEPT = timedelta(hours=24)  # product 4.5
SMALL_AUDIENCE = 20  # people; among fewer, how somebody writes may be enough to know them
PAUSES = (timedelta(hours=1), timedelta(days=1), timedelta(days=7))  # product 4.5
_MENTION = re.compile(r"@(?=everyone|here)|(?<=<)@(?=[!&]?\d)")
_EMPTY_LINES = 2  # as many as a poem needs; more only push what others wrote away
# Letters and signs by their category, and yet nothing is seen: fillers, an empty Braille cell.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")


class Empty(Refusal):
    """Nothing that anybody could see was written."""

    key: ClassVar[str] = "sharing.empty"


class TooLong(Refusal):
    """More was written than Discord can carry; `kept` is all of it, to be given back."""

    key: ClassVar[str] = "sharing.too-long"

    def __init__(self, kept: str, limit: int) -> None:
        super().__init__(limit=limit, over=len(kept) - limit)
        self.kept = kept


class NotADelay(Refusal):
    """A share waits for one to ten minutes."""

    key: ClassVar[str] = "sharing.not-a-delay"

    def __init__(self) -> None:
        super().__init__(least=DELAYS[0], most=DELAYS[-1])


class NotOpen(Refusal):
    """This community has no place for shares, or has closed it."""

    key: ClassVar[str] = "sharing.not-open"


class Paused(Refusal):
    """Whoever wrote something before is not to share or reply until then."""

    key: ClassVar[str] = "sharing.paused"

    def __init__(self, until: datetime) -> None:
        super().__init__(until=f"<t:{int(until.timestamp())}:f>")


class TooMany(Refusal):
    """As many shares in an hour as there may be."""

    key: ClassVar[str] = "sharing.too-many"


class NotYours(Refusal):
    """It is not there, not theirs, or was cut off from whoever wrote it."""

    key: ClassVar[str] = "sharing.not-yours"


class Over(Refusal):
    """The share was taken back or taken down."""

    key: ClassVar[str] = "sharing.over"


class NoReplies(Refusal):
    """Whoever shared asked for no replies."""

    key: ClassVar[str] = "sharing.no-replies"


class NotPosted(Refusal):
    """It does not stand in the channel (yet), so this cannot be done with it."""

    key: ClassVar[str] = "sharing.not-posted"


class NobodyToLook(Refusal):
    """Staff are to look first, and there is no channel in which they could be told."""

    key: ClassVar[str] = "sharing.nobody-to-look"


class Changed(Refusal):
    """What staff decided about is not what stands there now."""

    key: ClassVar[str] = "sharing.changed"


class MayNotWrite(Refusal):
    """Whoever shared does not want messages from staff, or can no longer be reached."""

    key: ClassVar[str] = "sharing.may-not-write"


class CutOff(Refusal):
    """Nothing ties the share to whoever wrote it any more."""

    key: ClassVar[str] = "sharing.cut-off"


class Review(StrEnum):
    """Which shares staff see before they are posted. The values are stored."""

    OFF = "off"
    FLAGGED = "flagged"
    """Those that the screen answers to."""
    ALL = "all"

    def holds(self, *, heard: bool) -> bool:
        """Whether a share waits for staff; `heard`: the screen answered to it."""
        return self is Review.ALL or (self is Review.FLAGGED and heard)


class SharingSettings(Section):
    """What a community decided about sharing."""

    section: ClassVar[str] = "sharing"

    channel: ChannelId | None = None
    review: Review = Review.FLAGGED
    is_open: bool = True
    images: bool = False

    @property
    def place(self) -> ChannelId:
        """Where shares are posted.

        Raises:
            NotOpen: nowhere.
        """
        if self.channel is None or not self.is_open:
            raise NotOpen
        return self.channel


class Wish(StrEnum):
    """What the author would like back. The values are stored."""

    LISTEN = "listen"
    """To be heard; no ideas, no advice."""
    IDEAS = "ideas"
    CLOSED = "closed"
    """No replies at all."""

    @property
    def takes_replies(self) -> bool:
        """Whether others may reply."""
        return self is not Wish.CLOSED


@dataclass(frozen=True, slots=True)
class Draft:
    """A share before it is posted. Made by `draft`; its words show in no log and no traceback.

    `note` says what it is about, before the words; `veiled`: the words open at a press.
    """

    body: str = field(repr=False)
    wish: Wish
    note: str = field(default="", repr=False)
    veiled: bool = False
    staff_may_write: bool = False
    delay: timedelta = timedelta(minutes=DELAYS[0])


def draft(body: str, wish: Wish, note: str = "", minutes: int = DELAYS[0]) -> Draft:
    """A draft of what somebody wrote.

    Raises:
        Empty, TooLong, NotADelay: as they say; what was written is never lost by it.
    """
    return Draft(tidy(body), wish, tidy_note(note), delay=delay_of(minutes))


def tidy(body: str) -> str:
    """The words without what nobody sees: control characters, spaces at ends, heaps of empty lines.

    Raises:
        Empty: nothing is left.
        TooLong: it does not fit; `kept` is what would have been posted.
    """
    lines = ["".join(filter(_carried, line)).rstrip() for line in body.splitlines()]
    kept: list[str] = []
    for is_empty, run in groupby(lines, key=lambda line: not line):
        kept += islice(run, _EMPTY_LINES if is_empty else None)
    whole = "\n".join(kept).strip("\n")
    if not any(map(_seen, whole)):
        raise Empty
    if len(whole) > MAX_LENGTH:
        raise TooLong(whole, MAX_LENGTH)
    return whole


def tidy_note(note: str) -> str:
    """The note on one line; nothing where nothing is to be seen.

    Raises:
        TooLong: it does not fit.
    """
    line = " ".join("".join(filter(_carried, " ".join(note.split()))).split())
    if not any(map(_seen, line)):
        return ""
    if len(line) > MAX_NOTE:
        raise TooLong(line, MAX_NOTE)
    return line


def delay_of(minutes: int) -> timedelta:
    """How long a share waits before it is posted, so that its time says less about its author.

    Raises:
        NotADelay: it is not among those that can be chosen.
    """
    if minutes not in DELAYS:
        raise NotADelay
    return timedelta(minutes=minutes)


def rounded(at: datetime) -> datetime:
    """The hour in which something happened: as exact as anything about a share is kept."""
    return at - (at - _HOURS_BEGAN) % ROUNDED_TO


def post_delay(minutes: int, chance: float) -> timedelta:
    """How long it takes until a share is posted: from a minute to as many as were chosen.

    Args:
        minutes: at most so many.
        chance: from 0 to 1, drawn anew for each share.
    """
    return timedelta(minutes=1) + (delay_of(minutes) - timedelta(minutes=1)) * chance


def harmless(words: str) -> str:
    """The words with no mention in them that Discord would know; not a character longer."""
    return _MENTION.sub("\uff20", words)


def shown(count: int) -> int | None:
    """How many said *Me too*, where that may be shown."""
    return count if count >= SHOWN_FROM else None


def _carried(char: str) -> bool:
    """Whether a character can be sent at all: no control characters, no half of a pair."""
    return char == "\t" or unicodedata.category(char) not in {"Cc", "Cs"}


def _seen(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNPS" and char not in _BLANK
