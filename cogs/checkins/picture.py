"""Check-ins as pictures, each with words that say the same; no line, no trend, no good or bad."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton

from bot.charts.worker import Charts, Counts, Days
from bot.ui.cards import MOST_ALT, Picture
from bot.ui.house import House, Voice
from cogs.checkins import cards
from cogs.checkins.domain import LEVELS, Cell
from cogs.checkins.kept import Entry

SPANS = (30, 90)  # days (product 4.3)
TICKS = 5  # days named under the picture
# Whoever pressed waits for a cold start; a post that others wait behind does not.
PATIENCE, BRIEFLY = 10.0, 2.0  # seconds
Marks = Counter[tuple[int, int]]


def marks(kept: Sequence[Entry], today: date, span: int) -> Marks:
    """How often which answer (its row from the top) was kept on which day, 0 being the first."""
    first = today - timedelta(days=span - 1)
    found = [(each.day.date() - first, each.said.level) for each in kept]
    return Counter(
        (after.days, LEVELS.index(level))
        for after, level in found
        if level in LEVELS and 0 <= after.days < span
    )


def days_chart(house: House, voice: Voice, seen: Marks, today: date, span: int) -> Days:
    """What the picture of a history shows."""
    first = today - timedelta(days=span - 1)
    named = [round(place * (span - 1) / (TICKS - 1)) for place in range(TICKS)]
    return Days(
        title=_between(voice, first, today),
        rows=[cards.label_of(house, level) for level in LEVELS],
        span=span,
        points=[(day, row, count) for (day, row), count in sorted(seen.items())],
        ticks=[(day, day_said(voice, first + timedelta(days=day))) for day in named],
    )


def days_said(house: House, voice: Voice, seen: Marks, today: date, span: int) -> str:
    """The same in words: the days of every answer, or how often where those are too many."""
    first = today - timedelta(days=span - 1)
    whole, brief = [_between(voice, first, today)], [_between(voice, first, today)]
    for row, level in enumerate(LEVELS):
        mine = sorted((day, count) for (day, at), count in seen.items() if at == row)
        if not mine:
            continue
        said = cards.label_of(house, level)
        names = ", ".join(_often(voice, first + timedelta(days=day), n) for day, n in mine)
        whole.append(voice("checkins.chart-row", answer=said, days=names))
        often = sum(count for _, count in mine)
        brief.append(voice("checkins.chart-row-many", answer=said, count=often))
    if not seen:
        whole.append(voice("checkins.chart-none"))
    said = "\n".join(whole)
    return said if len(said) <= MOST_ALT else "\n".join(brief)


def cells_chart(voice: Voice, cells: Sequence[Cell], title: str) -> Counts:
    """What the picture of published counts shows."""
    return Counts(title, [(cell_said(voice, cell), cell.people) for cell in cells])


def cell_said(voice: Voice, cell: Cell) -> str:
    """What the people of a cell have answered."""
    return voice(f"checkins.band-{'-'.join(str(band) for band in cell.bands)}")


def cells_said(voice: Voice, cells: Sequence[Cell]) -> str:
    """The same in words."""
    return "\n".join(f"**{cell.people}** · {cell_said(voice, cell)}" for cell in cells)


async def drawn(house: House, wanted: Days | Counts, said: str, patience: float) -> Picture | None:
    """The picture with the words that say the same, or None where it cannot be drawn now."""
    png = await house.feature(Charts).draw(wanted, patience)
    return None if png is None else Picture(said.replace("**", ""), png)


def day_said(voice: Voice, day: date) -> str:
    """A day as one reads it in the reader's language: 3 Mar."""
    try:
        spoken: Any = Locale.parse(voice.locale, sep="-")
    except (UnknownLocaleError, ValueError):
        spoken = Locale.parse("en")
    return str(format_skeleton("MMMd", day, locale=spoken))


def _between(voice: Voice, first: date, last: date) -> str:
    return voice("checkins.chart-title", first=day_said(voice, first), last=day_said(voice, last))


def _often(voice: Voice, day: date, count: int) -> str:
    named = day_said(voice, day)
    return named if count == 1 else voice("checkins.chart-twice", day=named, count=count)
