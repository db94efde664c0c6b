"""Grounding exercises as timed steps."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from bot.content.reading import Piece, Slug, Sources, Words, check_known, check_unique, read_toml


class Step(Piece):
    """One step; `seconds` where it has a length."""

    text: Annotated[Words, Field(max_length=220)]
    seconds: Annotated[int, Field(gt=0)] | None = None


class Exercise(Piece):
    """One exercise, with when it helps, when not, and how strong the evidence is."""

    id: Slug
    title: Words
    category: str
    minutes: Annotated[float, Field(gt=0)]
    when: Words
    not_when: Words
    evidence: Words
    evidence_level: Literal["strong", "moderate", "low"]
    sources: Sources
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]


class GroundingMeta(Piece):
    """What the file says of itself."""

    schema_: Annotated[int, Field(alias="schema")]
    language: str
    categories: tuple[str, ...]
    evidence_levels: tuple[str, ...]
    before: str
    body_note: str


class Grounding(Piece):
    """Everything in `data/grounding.toml`."""

    meta: GroundingMeta
    exercise: tuple[Exercise, ...]

    def get(self, number: int) -> Exercise | None:
        """An exercise by its place in the file, counted from 0."""
        return self.exercise[number] if 0 <= number < len(self.exercise) else None

    def short(self) -> tuple[tuple[int, Exercise], ...]:
        """Three to offer in a hard moment: one for the senses, one for the mind, one to rest.

        A mind-only one always stands beside the others: for some survivors the body is the
        place where it hurts.
        """
        chosen: dict[str, tuple[int, Exercise]] = {}
        for number, exercise in enumerate(self.exercise):
            chosen.setdefault(exercise.category, (number, exercise))
        wanted = [name for name in ("senses", "mind", "rest") if name in chosen]
        return tuple(chosen[name] for name in wanted)


def read_grounding(path: Path, words: Path | None = None) -> Grounding:
    """The file, checked.

    Raises:
        BrokenContent: an entry is wrong, stands twice, or is of an unknown category.
    """
    found = read_toml(path, Grounding, words)
    check_unique(path, [exercise.id for exercise in found.exercise])
    used = [(each.id, (each.category,)) for each in found.exercise]
    check_known(path, "category", found.meta.categories, used)
    return found
