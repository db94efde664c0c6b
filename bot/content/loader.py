"""Reads all content at start; a broken file stops the start and is named."""

from dataclasses import dataclass
from pathlib import Path

from bot.content.grounding import Grounding, read_grounding
from bot.content.helplines import Helplines, read_helplines


@dataclass(frozen=True, slots=True)
class Content:
    """What ships in `data/` and is used by more than one feature."""

    helplines: Helplines
    grounding: Grounding


def load(directory: Path) -> Content:
    """Everything, checked.

    Raises:
        BrokenContent: names file, entry and field of the first fault.
    """
    return Content(
        helplines=read_helplines(directory / "helplines.toml"),
        grounding=read_grounding(directory / "grounding.toml"),
    )
