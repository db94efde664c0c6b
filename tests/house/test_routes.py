"""Buttons, selects and forms: addresses that say whose they are and tell nothing."""

import ast
import importlib

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


def names_of(feature: str) -> tuple[str, ...]:
    return getattr(importlib.import_module(f"cogs.{feature}"), "ADDRESSES", (feature,))


def test_every_address_begins_with_a_name_of_its_feature() -> None:
    homes = {kind: names_of(kind.__module__.split(".")[1]) for kind in KINDS}
    assert not [kind for kind, names in homes.items() if kind.address.split(":")[0] not in names]


def test_every_address_fits() -> None:
    room = {kind: MAX_CUSTOM_ID - (0 if kind.has_token else MARK_LENGTH) for kind in KINDS}
    assert not [kind for kind, most in room.items() if len(example(kind)) > most]


def test_every_address_matches_no_other() -> None:
    patterns = {kind: pattern(kind) for kind in KINDS}
    for kind in KINDS:
        custom_id = example(kind)
        assert [each for each, its in patterns.items() if its.fullmatch(custom_id)] == [kind]


def test_no_address_tells_what_it_is_about() -> None:
    assert not [kind.address for kind in KINDS if any(word in kind.address for word in TELLING)]


def test_there_are_routes_to_look_at() -> None:
    assert len(KINDS) > 300


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
