"""Buttons, selects and forms: addresses that say whose they are and tell nothing."""

import ast
import importlib

import pytest

from bot.ui.forms import Form
from bot.ui.routes import MARK_LENGTH, MAX_CUSTOM_ID
from tests.house.house import SOURCES, addressed, tree_of, where

KINDS = addressed()
TELLING = ("suicid", "harm", "abuse", "crisis", "overdose", "eating", "panic", "danger", "sexual")
LARGEST = 2**63 - 1
TOKEN = "A" * 67  # what bot/services/signposting.py makes


def example(kind: type) -> str:
    parts = [kind.address, *([str(LARGEST)] * kind.id_count), *([TOKEN] if kind.has_token else [])]
    return ":".join(parts)


def pattern(kind: type):
    return kind.pattern if issubclass(kind, Form) else kind.__discord_ui_compiled_template__


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.address)
def test_every_address_begins_with_a_name_of_its_feature(kind: type) -> None:
    feature = kind.__module__.split(".")[1]
    names = getattr(importlib.import_module(f"cogs.{feature}"), "ADDRESSES", (feature,))
    assert kind.address.split(":")[0] in names


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.address)
def test_every_address_fits_and_matches_no_other(kind: type) -> None:
    custom_id = example(kind)
    room = MAX_CUSTOM_ID - (0 if kind.has_token else MARK_LENGTH)
    assert len(custom_id) <= room
    matching = [other for other in KINDS if pattern(other).fullmatch(custom_id)]
    assert matching == [kind]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.address)
def test_no_address_tells_what_it_is_about(kind: type) -> None:
    assert not [word for word in TELLING if word in kind.address]


def test_there_are_routes_to_look_at() -> None:
    assert len(KINDS) > 20


def test_no_button_with_an_address_is_made_beside_the_routes() -> None:
    # Beside a plain one, discord.py forgets the routes of a card as soon as the card is turned.
    made = [
        where(path)
        for path in SOURCES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).startswith("discord.ui.")
        and any(each.arg == "custom_id" for each in node.keywords)
    ]
    assert set(made) == {"bot/ui/routes.py", "bot/ui/forms.py"}
