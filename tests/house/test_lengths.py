"""Every language fits where its words stand; Discord's limits, and a brevity of our own."""

import ast
from collections.abc import Iterator
from functools import cache

import pytest

from bot.ui.forms import Choice, Field, Form
from bot.ui.routes import Pick, Route
from tests.house.house import SOURCES, addressed, tree_of
from tests.shipped import WORDS

TEXTS = WORDS.texts
# Characters. Discord's own limits, except a button's: it would take 80, and a phone shows fewer.
BUTTON, PLACEHOLDER, TITLE, LABEL, HINT, OPTION, DESCRIPTION, MENU = (
    45,
    150,
    45,
    45,
    100,
    100,
    100,
    32,
)


@cache
def places() -> dict[str, int]:
    """How long the sentence of a key may be, by the narrowest place in which it stands."""
    found: dict[str, int] = {}
    for key, most in (*declared(), *written()):
        found[key] = min(most, found.get(key, most))
    return {key: most for key, most in found.items() if key}


def declared() -> Iterator[tuple[str, int]]:
    for kind in addressed():
        if issubclass(kind, Route):
            yield kind.label_key, BUTTON
        elif issubclass(kind, Pick):
            yield kind.label_key, PLACEHOLDER
        elif issubclass(kind, Form):
            yield kind.title_key, TITLE
            for field in kind.fields:
                yield field.label, LABEL
                if isinstance(field, Field):
                    yield field.hint, HINT
                elif isinstance(field, Choice):
                    yield from ((key, OPTION) for _, key in field.options)


def written() -> Iterator[tuple[str, int]]:
    """Labels that a card gives to a button itself, and the words of commands and menus."""
    for path in SOURCES:
        for node in ast.walk(tree_of(path)):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func).rpartition(".")[2]
            if called == "button":
                yield from _keys([k.value for k in node.keywords if k.arg == "label"], BUTTON)
            elif called in ("command", "Group"):
                yield from _keys(
                    [k.value for k in node.keywords if k.arg == "description"], DESCRIPTION
                )
            elif called == "describe":
                yield from _keys([k.value for k in node.keywords], DESCRIPTION)
            elif called == "menu_name":
                yield from _keys(node.args[1:2], MENU)


def _keys(values: list[ast.expr], most: int) -> Iterator[tuple[str, int]]:
    for value in values:
        for each in ast.walk(value):
            if isinstance(each, ast.Constant) and TEXTS.has(str(each.value)):
                yield str(each.value), most


def test_every_kind_of_place_is_found() -> None:
    found = places()
    assert len(found) > 250
    assert {BUTTON, PLACEHOLDER, HINT, MENU} <= set(found.values())
    assert found["more.human"] == BUTTON
    assert found["sharing.form-note"] == LABEL
    assert found["report.menu"] == MENU
    assert found["quiet.command-seconds"] == DESCRIPTION


@pytest.mark.parametrize("locale", TEXTS.locales)
def test_every_sentence_fits_its_place(locale: str) -> None:
    long = {
        key: len(said) for key, most in places().items() if len(said := _said(key, locale)) > most
    }
    assert not long


def test_english_leaves_room_for_longer_languages() -> None:
    # Discord cuts titles and labels of forms at 45; other languages need about two fifths more.
    room = TITLE / 1.4
    forms = [kind for kind in addressed() if issubclass(kind, Form)]
    words = {form.title_key for form in forms}
    words |= {field.label for form in forms for field in form.fields}
    assert len(words) > 50
    long = {key: said for key in words if len(said := _said(key, "en")) > room}
    assert not long


def _said(key: str, locale: str) -> str:
    values = dict.fromkeys(TEXTS.placeholders(key, "en"), "3")
    return TEXTS.say(key, locale, **values)
