"""Countries by name: what a member calls theirs, in any language that is at hand."""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from bot.content.wording import known_locale

# The languages in which a country is looked for first, beside the member's own.
NEAR = ("de", "es", "fr", "it", "nl", "pl", "pt", "en")
# Looked at only where those know nothing: each costs some milliseconds once.
FAR = (
    *("ar", "cs", "da", "el", "fi", "fil", "he", "hi", "hu", "id", "ja", "ko", "nb", "ro", "ru"),
    *("sv", "th", "tr", "uk", "vi", "zh", "zh-Hant"),
)
MOST = 5
# Nobody's country is longer, in any language.
LONGEST_CHARS = 80
# How like a name a misspelt one must be; found by trying transposed and dropped letters.
_LIKE = 0.72
_SHORTEST_BEGINNING = 3
# What people write for a country and no list of names holds.
_SAID = {
    "uk": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "britain": "GB",
    "usa": "US",
    "america": "US",
    "holland": "NL",
    "korea": "KR",
}


def country_name(code: str, locale: str) -> str:
    """A country's name in a language; in English where that language is not known."""
    return _territories(locale).get(code, code)


def fold(text: str) -> str:
    """The letters and digits of a text, without case, accents, spaces and signs."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in plain if each.isalnum())


def names_of(codes: Iterable[str], locales: Iterable[str]) -> dict[str, str]:
    """Folded names and codes of countries, each with its code; later languages win."""
    known = {code.casefold(): code for code in codes}
    names = dict(known)
    for locale in locales:
        names |= {fold(country_name(code, locale)): code for code in known.values()}
    names |= {fold(said): code for said, code in _SAID.items() if code in known.values()}
    return names


def find_codes(text: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The codes that somebody may have meant, the likeliest first; one where it is plain."""
    wanted = fold(text[:LONGEST_CHARS])
    if not wanted:
        return ()
    if wanted in names:
        return (names[wanted],)
    begun = [
        code
        for name, code in names.items()
        if len(wanted) >= _SHORTEST_BEGINNING and name.startswith(wanted)
    ]
    near = difflib.get_close_matches(wanted, names, n=8, cutoff=_LIKE)
    return tuple(dict.fromkeys([*begun, *(names[name] for name in near)]))[:MOST]


@cache
def _territories(locale: str) -> dict[str, str]:
    names: Any = known_locale(locale).territories  # babel's own mapping, without types
    return {str(code): str(names[code]) for code in names}
