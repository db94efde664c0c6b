"""Helplines and emergency numbers by country, each with its source and the date it was seen."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field

from bot.content.countries import FAR, NEAR, country_name, find_codes, fold, names_of
from bot.content.line import ALWAYS, KINDS, Country, Directory, Line, Meta, Origin, kinds_for
from bot.content.reading import Piece, check_known, check_unique, read_toml
from bot.errors import BrokenContent

__all__ = [
    "KINDS",
    "Country",
    "Directory",
    "Helplines",
    "Line",
    "both_ways",
    "country_name",
    "is_stale",
    "read_helplines",
]

# A number whose evidence is older than this is shown to admins as stale.
STALE_MONTHS = 12


class Helplines(Piece):
    """Everything in `data/helplines.toml`, with the questions that the bot asks of it."""

    meta: Meta
    source: dict[str, Origin]
    country_: Annotated[tuple[Country, ...], Field(alias="country")]
    line: tuple[Line, ...]
    international_: Annotated[tuple[Directory, ...], Field(alias="international")]

    @cached_property
    def _countries(self) -> dict[str, Country]:
        return {each.code: each for each in self.country_}

    @cached_property
    def _lines(self) -> dict[str, list[Line]]:
        found: dict[str, list[Line]] = {}
        for line in self.line:
            found.setdefault(line.country, []).append(line)
        return found

    @cached_property
    def _ranked(self) -> dict[tuple[str, str], tuple[Line, ...]]:
        return {}

    @cached_property
    def _names(self) -> dict[str, str]:
        own = {fold(each.name): each.code for each in self.country_}
        return names_of(self._countries, NEAR) | own

    @cached_property
    def _far_names(self) -> dict[str, str]:
        return names_of(self._countries, FAR)

    def country(self, code: str | None) -> Country | None:
        """A country by its code, or None."""
        return None if code is None else self._countries.get(code.upper())

    def countries(self) -> tuple[Country, ...]:
        """Every country, in the order of the file."""
        return self.country_

    def sorted_countries(self, locale: str) -> tuple[tuple[str, str], ...]:
        """Every country as (name in that language, code), by the letters of its name."""
        named = [(country_name(each.code, locale), each.code) for each in self.country_]
        return tuple(sorted(named, key=lambda pair: fold(pair[0])))

    def find_country(self, text: str, locale: str) -> tuple[Country, ...]:
        """The countries that somebody may have meant, the likeliest first; at most five."""
        names = self._names | names_of(self._countries, (locale,))
        if fold(text) not in names and fold(text) in self._far_names:
            names = self._far_names
        return tuple(self._countries[code] for code in find_codes(text, names))

    def lines_for(self, country_code: str, category: str, limit: int = 3) -> tuple[Line, ...]:
        """The lines to show for a category, best first: one to speak to and one to type to."""
        return both_ways(self.ranked(country_code, category), limit)

    def ranked(self, country_code: str, category: str) -> tuple[Line, ...]:
        """Every line for a category, best first.

        Lines for everybody come before lines for some, then the whole country before a part of
        it, lines that serve the category, round the clock before others, those that are for it
        above all, and two sources and free before others.
        """
        place = (country_code.upper(), category if category in KINDS else "general")
        ranked = self._ranked.get(place)
        if ranked is None:
            lines = self._lines.get(place[0])
            if lines is None:
                return ()
            ranked = self._ranked[place] = _rank(lines, place[1])
        return ranked

    def emergency_line(self, line: Line) -> bool:
        """Whether a line of this file answers under an emergency number of its country."""
        country = self.country(line.country)
        urgent = country is not None and not {*line.phone}.isdisjoint(country.emergency)
        return urgent and line in self._lines[line.country]

    def international(self, category: str) -> tuple[Directory, ...]:
        """The international directories for a category."""
        kinds = set(kinds_for(category))
        fitting = [each for each in self.international_ if kinds & set(each.kind)]
        return tuple(fitting or self.international_)

    def stale(self, today: date) -> tuple[Line, ...]:
        """The lines whose evidence is older than a year, or undated."""
        return tuple(line for line in self.line if is_stale(line, today))


def is_stale(line: Line, today: date) -> bool:
    """Whether a line's evidence is older than a year, or undated."""
    now = today.year * 12 + today.month
    return (
        line.seen == "undated"
        or now - (int(line.seen[:4]) * 12 + int(line.seen[5:])) > STALE_MONTHS
    )


def read_helplines(path: Path) -> Helplines:
    """The file, checked.

    Raises:
        BrokenContent: an entry is wrong, stands twice, or names what the file does not know.
    """
    found = read_toml(path, Helplines)
    meta, lines, abroad = found.meta, found.line, found.international_
    check_unique(path, [each.code for each in found.country_], "code")
    check_unique(path, [each.id for each in (*lines, *abroad)])
    countries = [each.code for each in found.country_]
    check_known(path, "country", countries, [(each.id, (each.country,)) for each in lines])
    kinds = [(each.id, (each.kind, *each.also)) for each in lines]
    check_known(path, "kind", meta.kinds, kinds + [(each.id, each.kind) for each in abroad])
    cited = [(each.code, each.sources) for each in found.country_]
    cited += [(each.id, each.sources) for each in (*lines, *abroad)]
    keys = {key for _, sources in cited for key in sources if ":" in key or key == "founders"}
    check_known(path, "sources", keys | found.source.keys(), cited)
    for line in lines:
        _check_line(path, line, meta)
    return found


def _check_line(path: Path, line: Line, meta: Meta) -> None:
    if not (line.spoken or line.typed or line.email or line.url):
        raise BrokenContent(path, line.id, "phone", "there is no way to reach this line")
    if line.text_keyword and not line.text_number:
        raise BrokenContent(path, line.id, "text_keyword", "there is no number to text it to")
    if line.seen != "undated" and line.seen > meta.compiled.isoformat():
        raise BrokenContent(path, line.id, "seen", "is later than the file itself")


def _rank(lines: list[Line], category: str) -> tuple[Line, ...]:
    kinds = kinds_for(category)

    def place(line: Line) -> tuple[object, ...]:
        nearest = min(kinds.index(kind) for kind in (line.kind, *line.also) if kind in kinds)
        return (
            line.for_some(category),
            bool(line.area),
            nearest,
            not line.hours.startswith(ALWAYS),  # the worst hour is mostly at night
            line.kind != kinds[nearest],
            -line.confirmed,
            not line.free,
            not line.typed,
        )

    return tuple(sorted((each for each in lines if {each.kind, *each.also} & {*kinds}), key=place))


def both_ways(ranked: tuple[Line, ...], limit: int) -> tuple[Line, ...]:
    """The first ones; one gives way to a later one so that one can speak, and one can type."""
    chosen = list(ranked[: max(limit, 0)])
    ways: tuple[Callable[[Line], bool], ...] = (lambda one: one.spoken, lambda one: one.typed)
    for has, other in (ways, ways[::-1]):
        kept = next((each for each in chosen if other(each)), None)
        given_up = next((each for each in reversed(chosen) if each is not kept), None)
        if given_up is None or any(has(each) for each in chosen):
            continue
        later = (e for e in ranked[limit:] if has(e) and (given_up.area or not e.area))
        found = next(later, None)
        if found is not None:
            chosen = [*(each for each in chosen if each is not given_up), found]
    return tuple(chosen)
