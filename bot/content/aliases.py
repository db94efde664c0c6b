"""Words for people who share or reply without their own name."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field

from bot.content.reading import Piece, check_unique, read_toml, written
from bot.errors import BrokenContent

# Letters of one word, so that a pair always reads as two words and ends nowhere else.
Word = Annotated[
    str,
    Field(max_length=16),
    written(r"[^\W\d_]+", "must be one word of letters"),
]


class AliasMeta(Piece):
    """What a file says of itself."""

    schema_: Annotated[int, Field(alias="schema")]
    language: str


class AliasWords(Piece):
    """Every adjective fits every noun; 60 by 120 are more than any thread has people."""

    adjective: Annotated[tuple[Word, ...], Field(min_length=60)]
    noun: Annotated[tuple[Word, ...], Field(min_length=120)]

    @property
    def pairs(self) -> int:
        """How many different pairs there are."""
        return len(self.adjective) * len(self.noun)

    def pair(self, place: int) -> str:
        """One pair; every place below `pairs` has another one."""
        first, second = divmod(place, len(self.noun))
        return f"{self.adjective[first]} {self.noun[second]}"


class AliasFile(Piece):
    """Everything in one file of `data/aliases/`."""

    meta: AliasMeta
    words: AliasWords


def read_aliases(folder: Path) -> Mapping[str, AliasWords]:
    """The words of every language, by its tag; English is always there.

    Raises:
        BrokenContent: a file is wrong, a word stands twice, or English is missing.
    """
    paths = sorted({folder / "en.toml", *folder.glob("*.toml")})
    return {path.stem: _read(path) for path in paths}


def _read(path: Path) -> AliasWords:
    found = read_toml(path, AliasFile)
    if found.meta.language != path.stem:
        raise BrokenContent(path, "meta", "language", f"must be {path.stem}, as the file is named")
    check_unique(path, map(str.casefold, found.words.adjective), "adjective")
    check_unique(path, map(str.casefold, found.words.noun), "noun")
    return found.words
