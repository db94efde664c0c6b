"""Details that could tell who somebody is: found so that the author can look again, never to block.

Every pattern is bounded and begins where no other begins, so that the cost grows with the length
of the text and with nothing else. What is found is a hint: dates may look like numbers, and a
village that everybody knows is found by nobody but the author.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cogs.sharing.names import Names


class Kind(StrEnum):
    """What a detail is."""

    NAME = "name"
    PHONE = "phone"
    MAIL = "mail"
    LINK = "link"
    HANDLE = "handle"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Finding:
    """One detail: what it is and where it stands in the text."""

    kind: Kind
    start: int
    end: int


_I = re.IGNORECASE
_MAIL = (
    re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"),
    # "jo at gmail dot com": people know that a bot looks for the sign.
    re.compile(
        r"(?<![\w.+-])[\w.+-]{1,64}\s?[(\[]?\s?at\s?[)\]]?\s?"
        r"(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|proton(?:mail)?|gmx|live|aol|web|mail)"
        r"\s?(?:\.|[(\[]?\s?dot\s?[)\]]?)\s?[a-z]{2,4}\b",
        _I,
    ),
)
_LINK = (
    re.compile(r"\b(?:https?|ftp)://\S{1,2000}|(?<![\w.])www\.\S{1,2000}", _I),
    re.compile(r"(?<![\w.@-])(?:[\w-]{1,63}\.){1,5}(?:[a-z]{2,12})/\S{1,500}", _I),
    # Endings that are no words: "it hurt.It still does" has none of them.
    re.compile(
        r"(?<![\w.@-])(?:[\w-]{1,63}\.){1,5}(?:com|org|net|gg|io|info|app|dev|xyz|tv|site|online"
        r"|edu|gov|eu|uk|ca|au|nz|ie|nl|pl|de|fr|ch|se|blog|social|community)(?![\w-])",
        _I,
    ),
)
_HANDLE = (
    re.compile(r"<@[!&]?\d{15,20}>|(?<![\w.])\d{17,20}(?![\w.])"),
    re.compile(r"(?<![\w@/.])@(?!(?:everyone|here)\b)[\w.-]{1,31}\w"),
    re.compile(r"(?<![\w.])[\w.]{2,32}#\d{4}(?!\w)"),
    re.compile(r"(?<![\w/])/?u/[\w-]{3,20}"),
    re.compile(
        r"\b(?:insta(?:gram)?|ig|snap(?:chat)?|tiktok|telegram|whatsapp|discord|kik|twitter"
        r"|signal|facebook|fb|reddit)\s{0,3}[:=]\s{0,3}[\w.@+-]{2,40}",
        _I,
    ),
)
_PHONE = re.compile(r"(?<![\w.,:/+-])(?:\+\s?)?\(?\d[\d ().\-/\u00a0]{5,18}\d(?!\w)")
_PHONE_DIGITS = range(7, 16)  # ITU-T E.164: at most 15
_NO_PHONE = re.compile(
    r"\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}"  # days
    r"|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}"
    r"|(?:19|20)\d\d(?:[ /.()-]+(?:19|20)\d\d)+"  # years
    r"|\d{1,3}(?:\.\d{3})+"  # large numbers
    r"|\d(?:[ .()/-]+\d)+"  # single figures, as in a list
)
_STREET_WORD = (
    r"(?!(?:the|an?|my|our|your|his|her|their|this|that|of|in|on|at|from|to|and|hours?|minutes?"
    r"|miles?|km|days?|weeks?|months?|years?|times?|people)\b)[\w'\u2019.-]{1,30}\s{1,3}"
)
_ADDRESS = (
    re.compile(
        rf"\b\d{{1,5}}[a-z]?,?\s{{1,3}}(?:{_STREET_WORD}){{1,3}}"
        r"(?:street|road|avenue|lane|boulevard|terrace|crescent)\b",
        _I,
    ),
    # Short endings are everyday words too: only with capitals.
    re.compile(
        r"\b\d{1,5}[A-Za-z]?,?\s{1,3}(?:[A-Z][\w'\u2019.-]{1,30}\s{1,3}){1,3}"
        r"(?:St|Rd|Ave|Dr|Ln|Ct|Pl|Blvd|Drive|Close|Court|Way|Place|Square|Gardens|Mews|Grove)\b"
    ),
    re.compile(
        r"(?<![\w-])[\w-]{2,40}(?:\s?(?:straße|strasse|str\.|allee)|weg|platz|gasse|straat|laan"
        r"|plein|gracht)\s{1,2}\d{1,4}[a-z]?\b",
        _I,
    ),
    re.compile(
        r"\b\d{1,4}(?:\s?bis)?,?\s{1,2}(?:rue|avenue|boulevard|chemin|allée|impasse|quai)"
        r"\s{1,2}[\w'\u2019-]{2,30}",
        _I,
    ),
    re.compile(
        r"\b(?:[Cc]alle|[Aa]venida|[Pp]laza|[Pp]aseo|[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]orso|[Rr]ua"
        r"|[Uu]lica|ul\.)\s{1,2}(?:(?:de|del|della|dei|la|las|los|do|da|dos)\s{1,2}){0,2}"
        r"[^\W\d_a-z][\w'\u2019.-]{1,30}(?:\s{1,2}[\w'\u2019.-]{1,30}){0,3},?\s{1,2}\d{1,4}\b"
    ),
    re.compile(r"\b(?:apartment|apt\.?|flat)\s{1,2}#?\d{1,4}[a-z]?\b", _I),
    # Postcodes of the United Kingdom, Canada, and the United States behind a state.
    re.compile(
        r"\b(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d"
        r"|[A-Z]{2},?\s\d{5}(?:-\d{4})?)\b"
    ),
)
_PATTERNS = (
    *((Kind.MAIL, each) for each in _MAIL),
    *((Kind.LINK, each) for each in _LINK),
    *((Kind.HANDLE, each) for each in _HANDLE),
    *((Kind.ADDRESS, each) for each in _ADDRESS),
)


def identifying(text: str, names: Names) -> tuple[Finding, ...]:
    """What in a text could tell who somebody is, in the text's order, none inside another."""
    found = sorted(_found(text, names), key=lambda each: (each.start, -each.end))
    apart: list[Finding] = []
    for finding in found:
        if not apart or finding.start >= apart[-1].end:
            apart.append(finding)
    return tuple(apart)


def _found(text: str, names: Names) -> Iterator[Finding]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Finding(kind, match.start(), match.end())
    for match in _PHONE.finditer(text):
        if _is_phone(match[0]):
            yield Finding(Kind.PHONE, match.start(), match.end())
    for start, end in names.found_in(text):
        yield Finding(Kind.NAME, start, end)


def _is_phone(written: str) -> bool:
    figures = sum(char.isdigit() for char in written)
    return figures in _PHONE_DIGITS and _NO_PHONE.fullmatch(written) is None
