"""A made-up language for tests: every letter from the catalogue is strange, and everything is long.

It stands under the name of a real one, Finnish, for Discord and the calendar know only real ones.
A plain letter on a card is a word that no file holds; a sentence without its end was cut.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from fluent.syntax import FluentParser, FluentSerializer, ast, visitor

from bot.app import ROOT, Words
from bot.content.aliases import AliasWords
from bot.content.line_words import beside
from bot.content.spoken import WORDS
from bot.texts import Texts

PSEUDO = "fi"
OPENS, ENDS, MORE = "⟦", "⟧", "~"
LONGER = 0.4
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
STRANGE = "áƀçđéƒǧħíĵķłɱñøƥǫřšŧúṽŵẋýžÁƁÇĐÉƑǦĦÍĴĶŁṀÑØƤǪŘŠŦÚṼŴẊÝŽ"
_STRANGE = str.maketrans(PLAIN, STRANGE)


def strange(words: str) -> str:
    """The same words in letters that nobody types."""
    return words.translate(_STRANGE)


@cache
def pseudo_words() -> Words:
    """Everything that ships, and the made-up language beside it."""
    words = Words.load()
    with TemporaryDirectory() as folder:
        _write(Path(folder))
        texts = Texts.load(Path(folder))
    content = words.content
    spoken = replace(
        content,
        guidelines=_translated(content.guidelines),
        prompts=_translated(content.prompts),
        grounding=_translated(content.grounding),
        learn=_translated(content.learn),
        line_words={each: strange(each) for each in beside(content.helplines)},
    )
    own = {each: tuple(map(strange, words)) for each, words in content.aliases["en"]}
    aliases = {**content.aliases, PSEUDO: AliasWords.model_validate(own)}
    content = replace(content, aliases=aliases)
    return replace(words, texts=texts, content=replace(content, spoken={PSEUDO: spoken}))


def _write(folder: Path) -> None:
    for locale, say in {"en": lambda text: text, PSEUDO: _in_pseudo}.items():
        (folder / locale).mkdir()
        for path in (ROOT / "data" / "texts" / "en").glob("*.ftl"):
            written = cast("Callable[[str], str]", say)(path.read_text(encoding="utf-8"))
            (folder / locale / path.name).write_text(written, encoding="utf-8")


def _in_pseudo(written: str) -> str:
    resource = FluentParser().parse(written)
    for entry in resource.body:
        if isinstance(entry, ast.Message) and entry.value is not None:
            counted = _Letters()
            counted.visit(entry.value)
            end = MORE * round(counted.count * LONGER) + ENDS
            entry.value.elements = [
                ast.TextElement(OPENS), *entry.value.elements, ast.TextElement(end)
            ]  # fmt: skip
    return FluentSerializer().serialize(resource)


class _Letters(visitor.Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 - the library's naming
        self.count += len(node.value)
        node.value = strange(node.value)


def _translated(piece: Any) -> Any:
    return type(piece).model_validate(_put(piece.model_dump(by_alias=True, exclude_unset=True)))


def _put(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _put(each, key) for key, each in cast("dict[str, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [_put(each, name) for each in cast("list[Any]", value)]
    return strange(value) if isinstance(value, str) and name in WORDS else value


# What stands on a card and is nobody's sentence: mentions, moments, addresses, code, commands.
_NO_WORDS = re.compile(
    r"<[@#][!&]?\d+>|<t:\d+(?::\w)?>|</?https?:[^>\s]*>|https?://\S+|`[^`]*`|\b[A-Z][a-z]+/[A-Z][a-z_A-Z]+"
)
_LETTERS = re.compile(r"[A-Za-z]{2,}(?:[ '’-][A-Za-z]+)*")


def untranslated(shown: str, known: frozenset[str]) -> list[str]:
    """The words on a card that the catalogue does not hold.

    Args:
        shown: what stands there.
        known: what may stand there in any language: names of people, rooms and services.
    """
    left = _NO_WORDS.sub(" ", shown)
    for each in sorted(known, key=len, reverse=True):
        left = left.replace(each, " ")
    return _LETTERS.findall(left)


def cut(shown: str) -> bool:
    """Whether a sentence of the catalogue has lost its end."""
    return shown.count(OPENS) != shown.count(ENDS)
