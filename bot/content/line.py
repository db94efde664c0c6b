"""What an entry of the helplines holds: a country, a line, a directory, and whom a line serves."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from bot.content.reading import Code, Piece, Slug, Source, Sources, Url, Words, written

# Star and hash codes do not dial from links on every handset: numbers are shown as text only.
Number = Annotated[
    str, written(r"[+#*]?\d[\d -]*", "must be a number as the service prints it: digits, spaces, -")
]
Emergency = Annotated[str, written(r"\d{2,5}", "must be two to five digits")]
Mail = Annotated[str, written(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", "must be an e-mail address")]
Seen = Annotated[
    str, written(r"undated|20\d\d-(?:0[1-9]|1[0-2])", "must be a month such as 2026-10, or undated")
]
Month = Annotated[
    str, written(r"20\d\d(?:-\d\d){0,2}|undated", "must be a date such as 2026-10-07")
]
Confirmed = Literal[0, 1, 2]
ALWAYS = "24/7"

# Which kinds of line serve which category; earlier kinds first.
KINDS: dict[str, tuple[str, ...]] = {
    "general": ("emotional_support", "suicide", "urgent_mental_health"),
    "suicide": ("suicide", "emotional_support", "urgent_mental_health"),
    "self_harm": ("suicide", "emotional_support", "urgent_mental_health"),
    "abuse_danger": ("domestic_abuse",),
    "sexual_violence": ("sexual_violence", "domestic_abuse"),
    "overdose": ("poison", "urgent_mental_health", "suicide", "emotional_support"),
    "eating": ("eating_disorder", "emotional_support"),
    "panic_dissociation": ("emotional_support", "urgent_mental_health", "suicide"),
    "child_safety": ("child",),
}
# Lines of these kinds are for some people, also where no audience is written.
_FOR_SOME = frozenset({"child", "lgbtq", "veterans"})


def kinds_for(category: str) -> tuple[str, ...]:
    """The kinds of line that serve a category, the most fitting first."""
    return KINDS.get(category, KINDS["general"])


class Origin(Piece):
    """A large source, named once."""

    ref: Source
    what: Words
    date: Month


class Country(Piece):
    """A country's emergency numbers, the one to show first."""

    code: Code
    name: Words
    emergency: Annotated[tuple[Emergency, ...], Field(min_length=1)]
    emergency_note: str = ""
    emergency_text: str = ""
    directory: Url
    sources: Sources
    confirmed: Confirmed


class Line(Piece):
    """A service that answers people. Absent facts are unknown, not "no".

    `area` is the part of the country that it serves, `audience` the people; absent means all.
    `first` is what somebody wants to know before they get in touch; `note` is for whoever keeps the
    file, and is shown to nobody. `leads` puts a line among those for everybody although it names an
    audience.
    """

    id: Slug
    country: Code
    name: Words
    kind: str
    also: tuple[str, ...] = ()
    phone: tuple[Number, ...]
    phone_then: str = ""
    text_number: Number = ""
    text_keyword: str = ""
    whatsapp: Number = ""
    chat: Url = ""
    email: Mail = ""
    url: Url = ""
    hours: Words
    free: bool = False
    languages: tuple[str, ...] = ()
    audience: str = ""
    area: str = ""
    first: str = ""
    note: str = ""
    leads: bool = False
    sources: Sources
    confirmed: Confirmed
    seen: Seen

    @property
    def spoken(self) -> bool:
        """Whether one can speak to somebody."""
        return bool(self.phone)

    @property
    def typed(self) -> bool:
        """Whether one can type instead of speaking."""
        return bool(self.text_number or self.whatsapp or self.chat)

    def for_some(self, category: str) -> bool:
        """Whether it is for some people only, of those whom a category may concern."""
        if self.leads:
            return False
        return bool(self.audience) or self.kind in _FOR_SOME.difference(kinds_for(category))


class Directory(Piece):
    """An international directory to fall back on; `country_url` has `{cc}` in it."""

    id: Slug
    name: Words
    kind: tuple[str, ...]
    url: Url
    country_url: str = ""
    covers: str = ""
    sources: Sources
    confirmed: Confirmed
    seen: Seen


class Meta(Piece):
    """What the file says of itself."""

    schema_: Annotated[int, Field(alias="schema")]
    compiled: date
    review_by: date
    kinds: tuple[str, ...]
    prefer_order: tuple[str, ...]
    emergency_rule: Words
    country_required: Words
    unknown_country: Words
