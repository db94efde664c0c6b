"""What a check-in is: its days, its deck, its five answers, and what of them may be published.

**The publishing rule.** Five answers are counted in three bands. What is published of a check-in
is one closing card, made once and never brought up to date: at most three cells, each of whole
neighbouring bands, and each of at least five people. Where the bands do not allow that they are
merged, the finest way that holds first; where even all of them together are fewer than five,
nothing is published but that. An empty band is merged like a small one: "nobody in the other two"
would tell the answer of everybody who is known to have answered.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.errors import Refusal
from bot.ids import ChannelId
from bot.schedule.days import monthly, weekly

# As the levels of a scale in data/prompts: 5 is the lightest to carry.
LEVELS = (5, 4, 3, 2, 1)
RATHER_NOT = 0
FEWEST = 5  # people in a published cell (product 4.3)
BANDS: tuple[tuple[int, ...], ...] = ((5, 4), (3,), (2, 1))
# Which bands stand together in one cell, the finest way first.
_MERGED: tuple[tuple[tuple[int, ...], ...], ...] = (
    ((0,), (1,), (2,)),
    ((0, 1), (2,)),
    ((0,), (1, 2)),
    ((0, 1, 2),),
)
MAX_WORDS = 1000  # characters (product 4.3)
SILENT = 3  # prompts without an answer, and it pauses itself (product 4.3)
# What the day that words a prompt is drawn from: kind and depth of data/prompts. Nothing deep.
DECKS: Mapping[str, tuple[str, Literal["light", "medium"]]] = {
    "daily": ("checkin_daily", "light"),
    "weekly": ("checkin_weekly", "medium"),
    "gratitude": ("gratitude", "light"),
    "wins": ("wins", "light"),
    "connection": ("connection", "light"),
    "creative": ("creative", "light"),
    "affirmation": ("affirmation", "light"),
    "reflective": ("reflective", "medium"),
}
OPEN_HOURS = (2, 4, 8, 12, 24, 48, 72)
LATEST = timedelta(hours=3)  # after its time a prompt belongs to another part of the day


class Ended(Refusal):
    """The check-in has closed; nothing can be counted any more."""

    key = "refusal.checkin-ended"


@dataclass(frozen=True, slots=True)
class Cell:
    """Some neighbouring bands (0 is the lightest), and how many people answered in them."""

    bands: tuple[int, ...]
    people: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody has said to one check-in so far. `level` None: nothing was pressed yet."""

    level: int | None = None
    words: str = ""


class Days(BaseModel):
    """On which days. `monthday` is 1 to 31, or LAST_DAY; weekdays count from Monday, 0."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    every: Literal["daily", "weekdays", "chosen", "weeks", "month"] = "daily"
    weekdays: tuple[Annotated[int, Field(ge=0, le=6)], ...] = ()
    weeks: Annotated[int, Field(ge=1, le=52)] = 2
    monthday: Annotated[int, Field(ge=-1, le=31)] = 1


class Choices(BaseModel):
    """What an admin chose for a schedule, beside the hour."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    channel: ChannelId | None = None
    deck: str = "daily"
    open_hours: Annotated[int, Field(ge=1, le=168)] = 24
    thread: bool = False
    days: Days = Days()


def publish(tally: Mapping[int, int]) -> tuple[Cell, ...]:
    """What a closing card may show of the counts by level; nothing means "fewer than 5"."""
    counts = [sum(tally.get(level, 0) for level in band) for band in BANDS]
    for merged in _MERGED:
        cells = tuple(Cell(bands, sum(counts[each] for each in bands)) for bands in merged)
        if all(cell.people >= FEWEST for cell in cells):
            return cells
    return ()


def pulse(cards: Sequence[Sequence[Cell]]) -> tuple[Cell, ...]:
    """Several closing cards as one; those that show nothing add nothing."""
    passing = [cell for card in cards for cell in card]
    for merged in _MERGED:
        held = [[cell.people for cell in passing if set(cell.bands) <= set(m)] for m in merged]
        if passing and sum(map(len, held)) == len(passing):
            return tuple(Cell(m, sum(each)) for m, each in zip(merged, held, strict=True))
    return ()


def rule_text(days: Days, first_day: date) -> str:
    """The days as an RFC 5545 rule; day 31 of a shorter month is its last day."""
    if days.every == "weekdays":
        return weekly(range(5))
    if days.every == "chosen" and days.weekdays:
        return weekly(days.weekdays)
    if days.every == "weeks":
        return weekly((first_day.weekday(),), days.weeks)
    if days.every == "month":
        return monthly(days.monthday)
    return "FREQ=DAILY"


def late_by(open_hours: int) -> timedelta:
    """How long after its time a prompt is still posted."""
    return min(timedelta(hours=open_hours) / 2, LATEST)


def next_card(deck: Sequence[str], used: Sequence[str], seed: int) -> str | None:
    """The next card of a deck: each once before any twice, in an order of the schedule's own.

    Args:
        deck: the cards there are; an empty one has none to give.
        used: what was given before, the newest last.
        seed: the schedule's number.
    """
    lately = set(used[-(len(deck) - 1) :]) if len(deck) > 1 else set[str]()
    left = [card for card in deck if card not in lately] or list(deck)
    return min(left, key=lambda card: _place(seed, card), default=None)


def _place(seed: int, card: str) -> bytes:
    return hashlib.sha256(f"{seed}:{card}".encode()).digest()
