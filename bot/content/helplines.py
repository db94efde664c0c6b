"""Helplines and emergency numbers by country, each with its source and the date it was seen."""

import difflib
import unicodedata
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from babel import Locale, UnknownLocaleError
from pydantic import Field

from bot.content.reading import Piece, check_unique, read_toml
from bot.errors import BrokenContent

Code = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Url = Annotated[str, Field(pattern=r"^https?://\S+$")]
Seen = Annotated[str, Field(pattern=r"^(?:undated|20\d\d-(?:0[1-9]|1[0-2]))$")]
Confirmed = Literal[0, 1, 2]
ALWAYS = "24/7"
# A number whose evidence is older than this is shown to admins as stale.
STALE_MONTHS = 12

# Which kinds of line serve which category; earlier kinds first.
KINDS: dict[str, tuple[str, ...]] = {
    "general": ("emotional_support", "suicide", "urgent_mental_health"),
    "suicide": ("suicide", "emotional_support", "urgent_mental_health"),
    "self_harm": ("suicide", "emotional_support", "urgent_mental_health"),
    "abuse_danger": ("domestic_abuse",),
    "sexual_violence": ("sexual_violence", "domestic_abuse"),
    "overdose": ("poison", "urgent_mental_health", "suicide"),
    "eating": ("eating_disorder", "emotional_support"),
    "panic_dissociation": ("emotional_support", "urgent_mental_health", "suicide"),
    "child_safety": ("child",),
}


class Source(Piece):
    """A large source, named once."""

    ref: str
    what: str
    date: str


class Country(Piece):
    """A country's emergency numbers, the one to show first."""

    code: Code
    name: str
    emergency: Annotated[tuple[str, ...], Field(min_length=1)]
    emergency_note: str = ""
    emergency_text: str = ""
    directory: Url
    sources: Annotated[tuple[str, ...], Field(min_length=1)]
    confirmed: Confirmed


class Line(Piece):
    """A service that answers people. Absent facts are unknown, not "no"."""

    id: str
    country: Code
    name: str
    kind: str
    also: tuple[str, ...] = ()
    phone: tuple[str, ...]
    phone_then: str = ""
    text_number: str = ""
    text_keyword: str = ""
    whatsapp: str = ""
    chat: str = ""
    email: str = ""
    url: str = ""
    hours: str
    free: bool = False
    languages: tuple[str, ...] = ()
    audience: str = ""
    area: str = ""
    note: str = ""
    sources: Annotated[tuple[str, ...], Field(min_length=1)]
    confirmed: Confirmed
    seen: Seen

    @property
    def typed(self) -> bool:
        """Whether one can type instead of speaking."""
        return bool(self.text_number or self.whatsapp or self.chat)


class Directory(Piece):
    """An international directory to fall back on; `country_url` has `{cc}` in it."""

    id: str
    name: str
    kind: tuple[str, ...]
    url: Url
    country_url: str = ""
    covers: str = ""
    sources: tuple[str, ...]
    confirmed: Confirmed
    seen: Seen


class Meta(Piece):
    """What the file says of itself."""

    schema_: Annotated[int, Field(alias="schema")]
    compiled: date
    review_by: date
    kinds: tuple[str, ...]
    prefer_order: tuple[str, ...]
    emergency_rule: str
    country_required: str
    unknown_country: str


class Helplines(Piece):
    """Everything in `data/helplines.toml`, with the questions that the bot asks of it."""

    meta: Meta
    source: dict[str, Source]
    country_: Annotated[tuple[Country, ...], Field(alias="country")]
    line: tuple[Line, ...]
    international_: Annotated[tuple[Directory, ...], Field(alias="international")]

    @cached_property
    def _countries(self) -> dict[str, Country]:
        return {each.code: each for each in self.country_}

    @cached_property
    def _lines(self) -> dict[str, tuple[Line, ...]]:
        found: dict[str, list[Line]] = {}
        for line in self.line:
            found.setdefault(line.country, []).append(line)
        return {code: tuple(lines) for code, lines in found.items()}

    @cached_property
    def _names(self) -> dict[str, str]:
        """Folded name (English, and in the languages most asked for) to country code."""
        names = {each.code.casefold(): each.code for each in self.country_}
        for locale in ("en", "de", "es", "fr", "it", "nl", "pl", "pt"):
            names |= {_fold(country_name(c.code, locale)): c.code for c in self.country_}
        names |= {_fold(each.name): each.code for each in self.country_}
        return names | {_fold(said): code for said, code in _SAID.items()}

    def country(self, code: str | None) -> Country | None:
        """A country by its code, or None."""
        return None if code is None else self._countries.get(code.upper())

    def sorted_countries(self, locale: str) -> tuple[tuple[str, str], ...]:
        """Every country as (name in that language, code), in that language's order of letters."""
        named = [(country_name(each.code, locale), each.code) for each in self.country_]
        return tuple(sorted(named, key=lambda pair: _fold(pair[0])))

    def find_country(self, written: str, locale: str) -> tuple[Country, ...]:
        """The countries that somebody may have meant, the likeliest first; at most five."""
        wanted = _fold(written)
        if not wanted:
            return ()
        names = {**self._names, **{_fold(n): code for n, code in self.sorted_countries(locale)}}
        if wanted in names:
            return (self._countries[names[wanted]],)
        starts = [code for name, code in names.items() if len(name) > 2 and name.startswith(wanted)]  # noqa: PLR2004 - codes match whole only
        near = difflib.get_close_matches(wanted, names, n=8, cutoff=0.72)
        codes = dict.fromkeys([*starts, *(names[name] for name in near)])
        return tuple(self._countries[code] for code in codes)[:5]

    def lines_for(self, code: str, category: str, limit: int = 3) -> tuple[Line, ...]:
        """The lines to show for a category, best first: one to speak to, one to type to.

        Country-wide and for everybody before regional or for some; confirmed by two sources,
        round the clock and free first.
        """
        kinds = KINDS.get(category, KINDS["general"])
        lines = self._lines.get(code.upper(), ())
        fitting = [line for line in lines if {line.kind, *line.also} & set(kinds)]
        ranked = sorted(fitting, key=lambda line: _rank(line, kinds))
        chosen = ranked[:limit]
        if ranked and not any(line.typed for line in chosen):
            typed = next((line for line in ranked[limit:] if line.typed and not line.area), None)
            if typed is not None:
                chosen = [*chosen[: limit - 1], typed]
        return tuple(chosen)

    def international(self, category: str) -> tuple[Directory, ...]:
        """The international directories for a category."""
        kinds = set(KINDS.get(category, KINDS["general"]))
        fitting = [each for each in self.international_ if kinds & set(each.kind)]
        return tuple(fitting or self.international_)

    def stale(self, today: date) -> tuple[Line, ...]:
        """The lines whose evidence is older than a year, or undated."""
        now = today.year * 12 + today.month
        return tuple(
            line
            for line in self.line
            if line.seen == "undated"
            or now - (int(line.seen[:4]) * 12 + int(line.seen[5:])) > STALE_MONTHS
        )


# What people write for a country and no list of names holds.
_SAID = {"uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "britain": "GB"} | {
    "usa": "US",
    "america": "US",
    "holland": "NL",
    "korea": "KR",
}


def read_helplines(path: Path) -> Helplines:
    """The file, checked.

    Raises:
        BrokenContent: an entry is wrong, stands twice, or names an unknown country or kind.
    """
    found = read_toml(path, Helplines)
    check_unique(path, [each.code for each in found.country_])
    check_unique(path, [line.id for line in found.line])
    known = {each.code for each in found.country_}
    for line in found.line:
        if line.country not in known:
            raise BrokenContent(path, line.id, "country", f"{line.country} is not in the file")
        if unknown := {line.kind, *line.also} - set(found.meta.kinds):
            raise BrokenContent(path, line.id, "kind", f"{sorted(unknown)[0]} is unknown")
        if not (line.phone or line.typed or line.email or line.url):
            raise BrokenContent(path, line.id, "phone", "there is no way to reach this line")
    return found


def country_name(code: str, locale: str) -> str:
    """A country's name in a language; in English where that language is not known."""
    names = _territories(locale)
    return names.get(code, code)


@cache
def _territories(locale: str) -> dict[str, str]:
    try:
        spoken = Locale.parse(locale, sep="-")
    except (UnknownLocaleError, ValueError):
        spoken = Locale.parse("en")
    names: Any = spoken.territories
    return {str(code): str(names[code]) for code in names}


def _rank(line: Line, kinds: tuple[str, ...]) -> tuple[object, ...]:
    place = min(kinds.index(kind) for kind in (line.kind, *line.also) if kind in kinds)
    return (
        bool(line.audience),
        place,
        bool(line.area),
        -line.confirmed,
        line.hours != ALWAYS,
        not line.free,
        not line.typed,
    )


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in plain if each.isalnum())
