"""Holds sentences to `plain_words.toml`: how they read, which words they use, and how long."""

import re
import tomllib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser, ast

from tests.house.house import text_files

RULES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "plain_words.toml").read_text(encoding="utf-8")
)
MOST_FORMS = 12  # of one sentence, where it changes by number
PICTURE = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d]")
WORD = re.compile(r"[^\W_][\w’'-]*")
END = re.compile(r"[.?!…:;](?=[\s”»)*]|$)")
# What is no word of the sentence: marks of Discord, addresses, and commands (one word each).
NO_WORDS = ((r"[*_|`>]+", ""), (r"https?://\S+", "link"), (r"/[a-z]+( [a-z]+)*", "/home"))


def sentences(locale: str) -> Iterator[tuple[str, str]]:
    """Every message of a language by its name, in each of its forms."""
    for path in text_files(locale):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value is not None:
                for form in islice(forms(entry.value), MOST_FORMS):
                    yield entry.id.name, form


def forms(pattern: ast.Pattern) -> Iterator[str]:
    """A sentence in each of its forms, with a stand-in for every value."""
    ways = [""]
    for element in pattern.elements:
        ends = [element.value] if isinstance(element, ast.TextElement) else _said(element)
        ways = [way + end for way in ways for end in ends][:MOST_FORMS]
    yield from ways


def _said(placeable: ast.Placeable) -> list[str]:
    inside = placeable.expression
    if isinstance(inside, ast.SelectExpression):
        return [form for variant in inside.variants for form in forms(variant.value)]
    if isinstance(inside, ast.StringLiteral):
        return [inside.value]
    return [RULES["elsewhere"]["stand_in"]]


def grade(text: str) -> float | None:
    """The school grade that reads a text with ease; None for one too short to say."""
    for mark, instead in NO_WORDS:
        text = re.sub(mark, instead, text)
    words = WORD.findall(text)
    if len(words) < RULES["reading"]["words"]:
        return None
    letters = sum(character.isalnum() for word in words for character in word)
    ends = max(1, len(END.findall(text)))
    return 4.71 * letters / len(words) + 0.5 * len(words) / ends - 21.43


def too_hard(name: str, text: str) -> str | None:
    """What is the matter with how an English text reads."""
    prefix = "doctor" if "-doctor-" in name else name.partition("-")[0]
    limit = RULES["reading"]["higher"].get(prefix, RULES["reading"]["grade"])
    read = grade(text)
    return f"{name}: grade {read:.1f}" if read is not None and read > limit else None


def banned(name: str, text: str) -> list[str]:
    """The banned words in an English text."""
    low = text.casefold()
    return [
        f"{name}: {word} ({why})"
        for word, why in RULES["banned"].items()
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", low)
        and name not in RULES["allowed"].get(word, ())
    ]


def badly_marked(name: str, text: str) -> list[str]:
    """An exclamation mark; a picture where it would carry meaning, or where it hurts."""
    found = [f"{name}: exclamation mark"] if re.search("[!\u00a1\uff01]", text) else []
    bare = text.strip()
    if not PICTURE.search(bare):
        return found
    if name.partition("-")[0] in RULES["hard"]["prefixes"]:
        return [*found, f"{name}: a picture in a hard moment"]
    if PICTURE.match(bare) or not WORD.search(bare):
        return [*found, f"{name}: a picture in place of words"]
    return found


def too_long(use: str, name: str, text: str, locale: str = "en") -> str | None:
    """Whether a text is longer than what it stands on."""
    most: float = RULES["longest"][use]
    if use == "button" and locale != "en":
        most *= RULES["elsewhere"]["growth"]
    return f"{name}: {len(text)} on a {use}" if len(text) > most else None
