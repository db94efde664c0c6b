"""Words to begin with: prompts for check-ins, scales to answer on, themes for sessions."""

from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from bot.content.reading import Piece, Slug, Words, check_known, check_unique, read_toml
from bot.errors import BrokenContent

Intensity = Literal["light", "medium", "deep"]
# From the one that suits every room to the one for places that members chose.
INTENSITIES: tuple[Intensity, ...] = ("light", "medium", "deep")
Tags = Annotated[tuple[Slug, ...], Field(min_length=1)]


class Prompt(Piece):
    """One question or thought to post; nobody is chased for an answer."""

    id: Slug
    kind: str
    intensity: Intensity
    text: Annotated[Words, Field(max_length=300)]
    tags: Tags


class Level(Piece):
    """One answer of a scale; 5 is the lightest to carry, 1 the hardest."""

    value: Literal[5, 4, 3, 2, 1]
    label: Annotated[Words, Field(max_length=80)]  # a button's label at Discord
    text: Words


class Scale(Piece):
    """Five worded answers to one question, the lightest first."""

    id: Slug
    title: Words
    ask: Words
    note: Words
    levels: Annotated[tuple[Level, ...], Field(min_length=5, max_length=5)]


class Theme(Piece):
    """A session's outline; `care` is for the facilitator's eyes."""

    id: Slug
    title: Words
    tags: Tags
    intensity: Intensity
    minutes: Annotated[int, Field(gt=0)]
    opening: Words
    questions: Annotated[tuple[Words, ...], Field(min_length=3, max_length=5)]
    closing: Words
    care: Words


class PromptsMeta(Piece):
    """What the file says of itself."""

    schema_: Annotated[int, Field(alias="schema")]
    language: Words
    kinds: tuple[str, ...]
    intensities: tuple[Intensity, ...]
    use: Words
    never: Words


class Prompts(Piece):
    """Everything in `data/prompts/prompts.toml`."""

    meta: PromptsMeta
    prompt: tuple[Prompt, ...]
    scale: tuple[Scale, ...]
    theme: tuple[Theme, ...]

    @cached_property
    def _by_id(self) -> dict[str, Prompt]:
        return {each.id: each for each in self.prompt}

    def get(self, name: str) -> Prompt | None:
        """A prompt by its id, or None."""
        return self._by_id.get(name)

    def deck(self, kind: str, deepest: Intensity = "light") -> tuple[Prompt, ...]:
        """The prompts of a kind that are no deeper than a place bears, in the file's order."""
        bearable = INTENSITIES[: INTENSITIES.index(deepest) + 1]
        return tuple(
            each for each in self.prompt if each.kind == kind and each.intensity in bearable
        )


def read_prompts(path: Path, words: Path | None = None) -> Prompts:
    """The file, checked.

    Raises:
        BrokenContent: an entry is wrong, stands twice, or is of an unknown kind.
    """
    found = read_toml(path, Prompts, words)
    for entries in (found.prompt, found.scale, found.theme):
        check_unique(path, [each.id for each in entries])
    used = [(each.id, (each.kind,)) for each in found.prompt]
    check_known(path, "kind", found.meta.kinds, used)
    said: set[str] = set()
    for prompt in found.prompt:
        if (asked := prompt.text.casefold()) in said:
            raise BrokenContent(path, prompt.id, "text", "says the same as another prompt")
        said.add(asked)
    for scale in found.scale:
        if [level.value for level in scale.levels] != [5, 4, 3, 2, 1]:
            raise BrokenContent(path, scale.id, "levels", "must have the values 5, 4, 3, 2, 1")
    return found
