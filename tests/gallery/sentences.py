"""Every sentence and every piece of content in two languages, as its file has it."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from html import escape
from itertools import groupby
from typing import Any

from fluent.syntax import FluentParser, ast

from bot.content.loader import Content
from bot.content.spoken import WORDS
from bot.ui.forms import Form
from tests.house.house import addressed, text_files

Row = tuple[str, str, str]
"""What it is called, and how it is said in English and in German; both are HTML."""


@cache
def written(locale: str) -> dict[str, str]:
    """Each sentence of a language by its id, as HTML: values in angle marks, each plural said."""
    found: dict[str, str] = {}
    for path in text_files(locale):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value is not None:
                said = "".join(_pattern(entry.value)).strip()
                lines = (line.strip() for line in said.split("\n"))
                found[entry.id.name] = "<br>".join(line for line in lines if line)
    return found


def _pattern(pattern: ast.Pattern) -> Iterator[str]:
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            yield escape(element.value, quote=False)
        else:
            yield from _placed(element.expression)


def _placed(expression: Any) -> Iterator[str]:
    if isinstance(expression, ast.SelectExpression):
        for variant in expression.variants:
            key: Any = variant.key
            said = "".join(_pattern(variant.value))
            yield f"\n<i>{getattr(key, 'name', getattr(key, 'value', ''))}:</i> {said}\n"
    elif isinstance(expression, ast.VariableReference):
        yield f"<i>‹{expression.id.name}›</i>"
    elif isinstance(expression, ast.StringLiteral):
        yield escape(str(expression.parse()["value"]), quote=False)
    elif isinstance(expression, ast.Placeable):
        yield from _placed(expression.expression)
    else:
        reference: Any = expression
        yield f"<i>‹{reference.id.name}›</i>"


def remaining(shown: Iterable[str]) -> Iterator[tuple[str, list[Row]]]:
    """By file: the sentences that stand on no card of the gallery."""
    english, german, on_cards = written("en"), written("de"), set(shown)
    left = sorted(name for name in english if name not in on_cards)
    for file, names in groupby(left, key=lambda name: name.partition("-")[0]):
        yield file, [(name, english[name], german.get(name, "")) for name in names]


def buttons(shown: Collection[str]) -> Iterator[Row]:
    """The buttons, choices and forms that stand on no card: address, and label or title."""
    english, german = written("en"), written("de")
    for kind in addressed():
        if kind.address not in shown:
            key = kind.title_key if issubclass(kind, Form) else kind.label_key
            name = key.replace(".", "-")
            yield kind.address, english.get(name, ""), german.get(name, "")


def content(words: Content) -> Iterator[tuple[str, list[Row]]]:
    """By file of `data/`: the words of guidelines, prompts, grounding, learning and helplines."""
    spoken: Any = words.spoken["de"]
    for name in ("guidelines", "prompts", "grounding", "learn"):
        english = dict(_words(_plain(getattr(words, name))))
        german = dict(_words(_plain(getattr(spoken, name))))
        yield name, [(place, said, german.get(place, "")) for place, said in english.items()]
    beside = [(escape(said), escape(there)) for said, there in spoken.line_words.items()]
    yield "helplines", [(f"{number}", *both) for number, both in enumerate(beside, start=1)]


def _plain(piece: Any) -> Any:
    return piece.model_dump(by_alias=True, exclude_unset=True)


def _words(value: Any, place: str = "", name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        here = str(value.get("id", ""))
        for key, each in value.items():
            yield from _words(each, f"{place} {here}" if here else place, str(key))
    elif isinstance(value, list | tuple):
        for number, each in enumerate(value, start=1):
            numbered = place if isinstance(each, dict) and "id" in each else f"{place} {number}"
            yield from _words(each, numbered, name)
    elif isinstance(value, str) and name in WORDS and value:
        yield f"{place} {name}".strip(), escape(value, quote=False).replace("\n", "<br>")
