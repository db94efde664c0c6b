"""Rules of signposting: who is alerted at which level, what is read together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from bot.ids import ChannelId
from bot.safety.signal import Category, Level
from bot.sections import Section

# A person is the danger here: numbers wait for "Is it safe to read this here?" (product 4.2).
ASK_FIRST = frozenset({Category.ABUSE_DANGER, Category.SEXUAL_VIOLENCE, Category.CHILD_SAFETY})
# How a signpost comes: the neutral line where it was written, or a neutral direct message to who
# allowed it. Where a person is the danger it is never a message (product 4.2): they may read it.
IN_CHANNEL, DIRECTLY = "channel", "dm"
DELIVERIES = (IN_CHANNEL, DIRECTLY)
# Messages of one member read together (product 4.1), and how many words such a piece may have: it
# is the middle of a sentence that somebody broke up. What is longer was screened by itself.
TOGETHER = 3
TOGETHER_WITHIN = timedelta(seconds=90).total_seconds()
PIECE_WORDS = 4
PEOPLE_REMEMBERED = 2000


class OwnPhrase(BaseModel):
    """A phrase of a community's own, and what it means to them."""

    model_config = ConfigDict(frozen=True)

    id: int
    phrase: str
    level: str = Level.CONCERN.value
    category: str = Category.SUICIDE.value


class CrisisSettings(Section):
    """What a community decided about signposts."""

    section: ClassVar[str] = "crisis"

    alert_at_concern: bool = False
    alert_at_third_party: bool = False
    not_read: frozenset[ChannelId] = frozenset()
    cooldown_hours: int = 6
    delivery: str = IN_CHANNEL
    phrases: tuple[OwnPhrase, ...] = ()
    off: frozenset[str] = frozenset()

    def alerts(self, level: Level) -> bool:
        """Whether staff are told of a level; `imminent` and `high` always."""
        if level is Level.CONCERN:
            return self.alert_at_concern
        if level is Level.THIRD_PARTY:
            return self.alert_at_third_party
        return level in (Level.IMMINENT, Level.HIGH)

    def may_write(self, category: Category) -> bool:
        """Whether a signpost of a category may come as a direct message to who allowed them."""
        return self.delivery == DIRECTLY and category not in ASK_FIRST

    @property
    def cooldown(self) -> timedelta:
        """How long one person is not offered the same again."""
        return timedelta(hours=self.cooldown_hours)


@dataclass(slots=True)
class _Pieces:
    texts: list[str]
    last: float


class LastPieces:
    """The last short messages of each member, in memory alone, for a minute and a half."""

    def __init__(self) -> None:
        self._by_person: dict[tuple[int, int], _Pieces] = {}

    def add(self, place: tuple[int, int], text: str, at: float) -> Sequence[str]:
        """Remember a message; answers what is to be read together with it, itself included.

        Args:
            place: channel and person.
            text: what was written.
            at: when, in seconds of any steady clock.
        """
        pieces = self._by_person.pop(place, None)
        if pieces is not None and at - pieces.last > TOGETHER_WITHIN:
            pieces = None
        if text.count(" ") >= PIECE_WORDS:
            return (*pieces.texts[1 - TOGETHER :], text) if pieces is not None else ()
        if pieces is None:
            pieces = _Pieces([], at)
        pieces.texts.append(text)
        del pieces.texts[:-TOGETHER]
        pieces.last = at
        self._by_person[place] = pieces
        if len(self._by_person) > PEOPLE_REMEMBERED:
            del self._by_person[next(iter(self._by_person))]
        return pieces.texts if len(pieces.texts) > 1 else ()
