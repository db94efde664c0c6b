"""The guidelines that a community begins with, each with a reminder and a gentle nudge."""

from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from bot.content.reading import Piece, Slug, Sources, Words, check_known, check_unique, read_toml

Weight = Literal["reminder", "rule", "firm_line"]


class Guideline(Piece):
    """One guideline: its whole text, a short reminder, and what to say when it is forgotten."""

    id: Slug
    title: Words
    weight: Weight
    reminder: Annotated[Words, Field(max_length=140)]
    text: Annotated[Words, Field(max_length=900)]
    contexts: Annotated[tuple[str, ...], Field(min_length=1)]
    nudge: Annotated[Words, Field(max_length=400)]
    sources: Sources


class GuidelinesMeta(Piece):
    """What the file says of itself."""

    schema_: Annotated[int, Field(alias="schema")]
    language: Words
    contexts: tuple[str, ...]
    weights: tuple[Weight, ...]
    weight_meaning: Words
    preamble: Words


class Guidelines(Piece):
    """Everything in `data/guidelines.toml`."""

    meta: GuidelinesMeta
    guideline: tuple[Guideline, ...]

    @cached_property
    def _by_id(self) -> dict[str, Guideline]:
        return {each.id: each for each in self.guideline}

    def get(self, name: str) -> Guideline | None:
        """A guideline by its id, or None."""
        return self._by_id.get(name)

    def fitting(self, context: str) -> tuple[Guideline, ...]:
        """The guidelines that matter in a kind of place, in the order of the file."""
        return tuple(each for each in self.guideline if context in each.contexts)


def read_guidelines(path: Path, words: Path | None = None) -> Guidelines:
    """The file, checked.

    Raises:
        BrokenContent: an entry is wrong, stands twice, or names an unknown context.
    """
    found = read_toml(path, Guidelines, words)
    check_unique(path, [each.id for each in found.guideline])
    used = [(each.id, each.contexts) for each in found.guideline]
    check_known(path, "contexts", found.meta.contexts, used)
    return found
