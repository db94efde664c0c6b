"""Reads all content at start; a broken file stops the start and is named."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.content.aliases import AliasWords, read_aliases
from bot.content.grounding import Grounding, read_grounding
from bot.content.guidelines import Guidelines, read_guidelines
from bot.content.helplines import Helplines, read_helplines
from bot.content.learn import Learn, read_learn
from bot.content.line_words import read_line_words
from bot.content.prompts import Prompts, read_prompts

# The folder of a language holds the words of it, beside the English files.
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")


@dataclass(frozen=True, slots=True)
class Content:
    """What ships in `data/` and is used by more than one feature, in English.

    `spoken` is the same in other languages; what nobody has translated stands there in English.
    `line_words` is what is said there instead of a phrase that stands beside a helpline's number.
    """

    helplines: Helplines
    guidelines: Guidelines
    prompts: Prompts
    grounding: Grounding
    learn: Learn
    aliases: Mapping[str, AliasWords]
    line_words: Mapping[str, str] = field(default_factory=dict[str, str])
    spoken: Mapping[str, "Content"] = field(default_factory=dict["str", "Content"])

    def near(self, locale: str) -> "Content":
        """The same in a language, or in its parent (`de` for `de-AT`), or in English."""
        return self.spoken.get(locale) or self.spoken.get(locale.partition("-")[0]) or self


def load(directory: Path) -> Content:
    """Everything, checked.

    Raises:
        BrokenContent: names file, entry and field of the first fault.
    """
    english = Content(
        helplines=read_helplines(directory / "helplines.toml"),
        guidelines=read_guidelines(directory / "guidelines.toml"),
        prompts=read_prompts(directory / "prompts" / "prompts.toml"),
        grounding=read_grounding(directory / "grounding.toml"),
        learn=read_learn(directory / "learn.toml"),
        aliases=read_aliases(directory / "aliases"),
    )
    folders = [path for path in sorted(directory.iterdir()) if _LANGUAGE.fullmatch(path.name)]
    return replace(english, spoken={path.name: _in(directory, path, english) for path in folders})


def _in(directory: Path, words: Path, english: Content) -> Content:
    found: dict[str, Any] = {}
    for name, file, read in _TRANSLATED:
        if (words / file.name).exists():
            found[name] = read(directory / file, words / file.name)
    beside = words / "helplines.toml"
    if beside.exists():
        found["line_words"] = read_line_words(beside, english.helplines)
    return replace(english, **found)


_TRANSLATED: tuple[tuple[str, Path, Callable[[Path, Path], object]], ...] = (
    ("guidelines", Path("guidelines.toml"), read_guidelines),
    ("prompts", Path("prompts", "prompts.toml"), read_prompts),
    ("grounding", Path("grounding.toml"), read_grounding),
    ("learn", Path("learn.toml"), read_learn),
)
