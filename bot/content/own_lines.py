"""A community's own helplines: as an admin typed them, and what is still to be mended in them.

A line of their own begins as a draft, which keeps whatever was typed. Shown, it is among `own` and
members see it. Changing it makes a draft beside it, and members see the old one until the new one
is shown. Retired, any line (theirs or a built-in one) rests until it is brought back; only a line
of their own that rests can be removed.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.content.helplines import Helplines
from bot.content.languages import find_language
from bot.content.line import KINDS, Line, kinds_for
from bot.sections import Section

# How long each field may be, in characters: twice what the longest built-in line needs.
LONGEST = {
    "name": 100,
    "phone": 40,
    "text": 60,
    "chat": 200,
    "web": 200,
    "country": 60,
    "hours": 100,
    "languages": 100,
    "source": 300,
    "checked": 10,
}
REQUIRED = ("name", "country", "source", "checked")
WAYS = ("phone", "text", "chat", "web")
# The shortest helplines have three digits; E.164 allows fifteen.
FEWEST_DIGITS, MOST_DIGITS = 3, 15
SHORTEST_NAME = 2
UNKNOWN_HOURS = "see site"
_NUMBER = re.compile(r"[+#*]?[0-9][0-9 -]*")
_TEXT = re.compile(r"(?:([^\W\d_]\w{0,19}) +(?:[^\W\d_]+ +)?)?([+#*(]?\s*\d.*)")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(?:[/?#][^\s<>\"`|\\]*)?")
_DAY = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}")
_JOINERS = "\u200c\u200d"  # some languages cannot be written without them


class Typed(BaseModel):
    """A line of a community's own, field by field; what could be read stands as it is kept."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: int = 0
    name: str = ""
    phone: str = ""
    text: str = ""
    chat: str = ""
    web: str = ""
    country: str = ""
    hours: str = ""
    languages: str = ""
    source: str = ""
    checked: str = ""
    serves: tuple[str, ...] = ()

    @property
    def line_id(self) -> str:
        """What it is called among all lines; no built-in one begins so."""
        return f"own-{self.id}"


class OwnLines(Section):
    """What a community decided about the lines that its members see. `last`: the last number."""

    section: ClassVar[str] = "helplines"

    own: tuple[Typed, ...] = ()
    drafts: tuple[Typed, ...] = ()
    retired: frozenset[str] = frozenset()
    last: int = 0

    def draft(self, number: int) -> Typed | None:
        """The draft of a number, if one waits."""
        return next((each for each in self.drafts if each.id == number), None)

    def kept(self, number: int) -> Typed | None:
        """The line of a number as members see it, if it was ever shown."""
        return next((each for each in self.own if each.id == number), None)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was typed, tidied where it could be read, and the names of what is to be mended."""

    typed: Typed
    faults: tuple[str, ...]


def read(typed: Typed, helplines: Helplines, locale: str, today: date) -> Reading:
    """Read what was typed; reading it again changes nothing more.

    Args:
        typed: every field as it was typed or is kept.
        helplines: knows the countries.
        locale: the language in which country and languages may be named.
        today: a day checked later than tomorrow (somewhere it is) is not believed.
    """
    readers: dict[str, Callable[[str], str]] = {
        "name": _name,
        "phone": _phone,
        "text": _text_number,
        "chat": _address,
        "web": _address,
        "country": partial(_country, helplines, locale),
        "hours": str,
        "languages": partial(_languages, locale),
        "source": _address,
        "checked": partial(_day, today),
    }
    kept: dict[str, str] = {}
    faults: list[str] = []
    for field, reader in readers.items():
        kept[field] = tidy(str(getattr(typed, field)))
        if not kept[field] and field not in REQUIRED:
            continue
        try:
            kept[field] = reader(kept[field])
        except _Unread as problem:
            faults.append(f"{field}{problem}")
    if not any(kept[way] for way in WAYS):
        faults.append("way")
    serves = tuple(kind for kind in KINDS if kind in typed.serves)
    if not serves:
        faults.append("serves")
    return Reading(typed.model_copy(update={**kept, "serves": serves}), tuple(faults))


def line_of(typed: Typed) -> Line | None:
    """The line as members see it, or None where it could not be shown to anybody."""
    keyword, _, number = typed.text.rpartition(":")
    known = {
        "text_number": number,
        "text_keyword": keyword,
        "chat": typed.chat,
        "url": typed.web,
        "languages": tuple(typed.languages.split(", ")) if typed.languages else (),
    }
    fields = {
        "id": typed.line_id,
        "country": typed.country,
        "name": typed.name,
        "kind": kinds_for(next(iter(typed.serves), ""))[0],
        "phone": (typed.phone,) if typed.phone else (),
        "hours": typed.hours or UNKNOWN_HOURS,
        "sources": (typed.source,),
        "confirmed": 1,
        "seen": typed.checked[:7],
    }
    try:
        return Line.model_validate(fields | {name: fact for name, fact in known.items() if fact})
    except ValidationError:
        return None


def lines_of(all_typed: Iterable[Typed], country: str, category: str) -> tuple[Line, ...]:
    """Those of a community's own lines that serve a category in a country."""
    fitting = (each for each in all_typed if each.country == country and category in each.serves)
    return tuple(line for line in map(line_of, fitting) if line is not None)


def tidy(text: str) -> str:
    """One line of what was typed: no signs that cannot be seen, no white space too many."""
    seen = (char if _visible(char) else " " if char.isspace() else "" for char in text)
    return " ".join("".join(seen).split())


class _Unread(Exception):
    """What was typed cannot be read; `str()` says why, where there is more than one reason."""


def _visible(char: str) -> bool:
    return char in _JOINERS or unicodedata.category(char)[0] not in "CZ"


def _name(text: str) -> str:
    if sum(map(str.isalnum, text)) < SHORTEST_NAME:
        raise _Unread
    return text


def _phone(text: str) -> str:
    latin = "".join(str(unicodedata.decimal(char, char)) for char in text)
    latin = re.sub(r"[\u2010-\u2015\u2212]", "-", unicodedata.normalize("NFKC", latin))
    number = " ".join(re.sub(r"[()./]", " ", latin).split()).strip(" -")
    digits = sum(map(str.isdigit, number))
    if _NUMBER.fullmatch(number) is None or not FEWEST_DIGITS <= digits <= MOST_DIGITS:
        raise _Unread
    return number


def _text_number(text: str) -> str:
    """`85258`, or with the word to send `SHOUT:85258`."""
    found = _TEXT.fullmatch(text.replace(":", " ").replace("  ", " "))
    if found is None:
        raise _Unread
    number = _phone(found[2])
    return f"{found[1]}:{number}" if found[1] else number


def _address(text: str) -> str:
    whole = text if "://" in text else f"https://{text}"
    if _ADDRESS.fullmatch(whole) is None:
        raise _Unread
    return whole


def _country(helplines: Helplines, locale: str, text: str) -> str:
    found = helplines.find_country(text, locale)
    if len(found) != 1:
        raise _Unread("-several" if found else "")
    return found[0].code


def _languages(locale: str, text: str) -> str:
    named = [each.strip() for each in re.split(r"[,;/]", text) if each.strip()]
    codes = [find_language(each, locale) for each in named]
    if not codes or None in codes:
        raise _Unread
    return ", ".join(dict.fromkeys(code for code in codes if code))


def _day(today: date, text: str) -> str:
    if _DAY.fullmatch(text) is None:
        raise _Unread
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise _Unread from None
    if day > today + timedelta(days=1):
        raise _Unread("-ahead")
    return text
