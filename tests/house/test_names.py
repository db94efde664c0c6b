"""Sizes, names and first lines: a file says what it is for and is read in one sitting."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.house import EVERYTHING, SOURCES, tree_of, where

BANNED = {"utils", "helpers", "misc", "common", "manager", "handler", "processor", "data", "info"}
BANNED |= {name.removesuffix("s") for name in BANNED} | {"handlers", "managers", "processors"}
# The end of a class's name that says nothing of what it is.
EMPTY = re.compile(r"(Utils?|Helpers?|Misc|Common|Manager|Handler|Processor|Info)$")
LEXICON_COMMON = ("bot/content/lexicon.py", "common")


def names(path: Path) -> Iterator[tuple[str, str]]:
    """Every class, function, argument and variable that a file names: its kind and its name."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ClassDef):
            yield "class", node.name
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield "function", node.name
        elif isinstance(node, ast.arg):
            yield "argument", node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield "variable", node.id


@pytest.mark.parametrize("path", EVERYTHING, ids=where)
def test_no_file_is_longer_than_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", SOURCES, ids=where)
def test_names_say_what_is_there(path: Path) -> None:
    assert path.stem not in BANNED
    assert path.parent.name not in BANNED
    for kind, name in names(path):
        assert not name.startswith("do_"), name
        assert name.strip("_") not in BANNED or (where(path), name) == LEXICON_COMMON, name
        assert kind != "class" or not EMPTY.search(name), name


@pytest.mark.parametrize("path", SOURCES, ids=where)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree_of(path)), path


@pytest.mark.parametrize("path", EVERYTHING, ids=where)
def test_nothing_is_left_undone(path: Path) -> None:
    # Put together, so that this file does not find itself.
    undone = "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3, "HA" + "CK"))
    assert not re.search(rf"\b({undone})\b", path.read_text(encoding="utf-8"))
