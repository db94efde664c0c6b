"""Short cards to read, and the directory of places to find more."""

from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from bot.content.reading import (
    Code,
    Piece,
    Slug,
    Sources,
    Url,
    Words,
    check_known,
    check_unique,
    read_toml,
)
from bot.errors import BrokenContent

# In `countries`: useful wherever somebody lives.
EVERYWHERE = "INT"


class LearnCard(Piece):
    """One thing worth knowing, on one card. Ordinary information, not advice."""

    id: Slug
    title: Words
    topic: str
    body: Annotated[Words, Field(max_length=900)]
    sources: Sources


class Resource(Piece):
    """A place outside; `confirmed` 0 means that nobody has seen the address yet."""

    id: Slug
    name: Words
    kind: str
    countries: Annotated[tuple[Code | Literal["INT"], ...], Field(min_length=1)]
    url: Url = ""
    note: Words
    confirmed: Literal[0, 1]


class LearnMeta(Piece):
    """What the file says of itself."""

    schema_: Annotated[int, Field(alias="schema")]
    language: Words
    topics: tuple[str, ...]
    max_body: int
    note: Words


class Learn(Piece):
    """Everything in `data/learn.toml`."""

    meta: LearnMeta
    card: tuple[LearnCard, ...]
    resource: tuple[Resource, ...]

    @cached_property
    def _by_id(self) -> dict[str, LearnCard]:
        return {each.id: each for each in self.card}

    def get(self, name: str) -> LearnCard | None:
        """A card by its id, or None."""
        return self._by_id.get(name)

    def about(self, topic: str) -> tuple[LearnCard, ...]:
        """The cards of a topic, in the order of the file."""
        return tuple(each for each in self.card if each.topic == topic)

    def resources(self, country_code: str | None) -> tuple[Resource, ...]:
        """What is of use in a country, its own first; without one, what is of use everywhere."""
        own = [each for each in self.resource if (country_code or "").upper() in each.countries]
        return (*own, *(each for each in self.resource if EVERYWHERE in each.countries))


def read_learn(path: Path, words: Path | None = None) -> Learn:
    """The file, checked.

    Raises:
        BrokenContent: an entry is wrong, stands twice, or has an unknown topic.
    """
    found = read_toml(path, Learn, words)
    check_unique(path, [each.id for each in found.card])
    check_unique(path, [each.id for each in found.resource])
    check_known(path, "topic", found.meta.topics, [(each.id, (each.topic,)) for each in found.card])
    for each in found.resource:
        if each.confirmed and not each.url:
            raise BrokenContent(path, each.id, "url", "is missing, but counts as confirmed")
    return found
