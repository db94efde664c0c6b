"""What stands beside the numbers, in another language: hours, for whom, where; never a number."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.content.helplines import Helplines
from bot.content.line import ALWAYS
from bot.content.reading import Piece, Words, read_toml
from bot.errors import BrokenContent

_NUMBER = re.compile(r"\d+")


class LineWordsMeta(Piece):
    """What a file says of itself."""

    language: Words


class LineWords(Piece):
    """Everything in one `data/<language>/helplines.toml`: an English phrase, and the same there."""

    meta: LineWordsMeta
    words: Mapping[str, Words]


def read_line_words(path: Path, helplines: Helplines) -> Mapping[str, str]:
    """The phrases of a language.

    Raises:
        BrokenContent: a phrase stands beside no line, or its numbers are others than in English.
    """
    words = read_toml(path, LineWords).words
    known = frozenset(beside(helplines))
    for phrase, said in words.items():
        if phrase not in known:
            raise BrokenContent(path, phrase, "", "is not in the English file")
        if _numbers(phrase) != _numbers(said):
            raise BrokenContent(path, phrase, "", "must have the same numbers as in English")
    return words


def beside(helplines: Helplines) -> Iterator[str]:
    """Every phrase that is shown beside a number."""
    for country in helplines.countries():
        yield from (country.emergency_note, country.emergency_text)
    for line in helplines.line:
        yield from (line.first, line.hours, line.audience, line.area, line.phone_then)


def _numbers(phrase: str) -> list[str]:
    # A language may have a word for what English writes as 24/7.
    return sorted(_NUMBER.findall(phrase.replace(ALWAYS, "")))
