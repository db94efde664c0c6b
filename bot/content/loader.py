"""Reads all content at start; a broken file stops the start and is named."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.aliases import AliasWords, read_aliases
from bot.content.grounding import Grounding, read_grounding
from bot.content.guidelines import Guidelines, read_guidelines
from bot.content.helplines import Helplines, read_helplines
from bot.content.learn import Learn, read_learn
from bot.content.prompts import Prompts, read_prompts


@dataclass(frozen=True, slots=True)
class Content:
    """What ships in `data/` and is used by more than one feature."""

    helplines: Helplines
    guidelines: Guidelines
    prompts: Prompts
    grounding: Grounding
    learn: Learn
    aliases: Mapping[str, AliasWords]


def load(directory: Path) -> Content:
    """Everything, checked.

    Raises:
        BrokenContent: names file, entry and field of the first fault.
    """
    return Content(
        helplines=read_helplines(directory / "helplines.toml"),
        guidelines=read_guidelines(directory / "guidelines.toml"),
        prompts=read_prompts(directory / "prompts" / "prompts.toml"),
        grounding=read_grounding(directory / "grounding.toml"),
        learn=read_learn(directory / "learn.toml"),
        aliases=read_aliases(directory / "aliases"),
    )
