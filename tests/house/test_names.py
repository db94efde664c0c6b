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


def says_nothing(path: Path, kind: str, name: str) -> bool:
    """Whether a name does not say what is there."""
    if name.startswith("do_") or (kind == "class" and EMPTY.search(name)):
        return True
    return name.strip("_") in BANNED and (where(path), name) != LEXICON_COMMON


def test_there_are_files_to_look_at() -> None:
    assert len(SOURCES) > 200
    assert len(EVERYTHING) > len(SOURCES) + 200


def test_no_file_is_longer_than_one_sitting() -> None:
    long = [each for each in EVERYTHING if len(each.read_text("utf-8").splitlines()) > 300]
    assert not [where(path) for path in long]


@pytest.mark.parametrize(
    ("kind", "name"),
    [("class", "RowManager"), ("function", "do_it"), ("argument", "data"), ("variable", "_info")],
)
def test_a_name_that_says_nothing_is_found(kind: str, name: str) -> None:
    assert says_nothing(SOURCES[0], kind, name)


def test_names_say_what_is_there() -> None:
    empty = [where(path) for path in SOURCES if {path.stem, path.parent.name} & BANNED]
    named = ((path, kind, name) for path in SOURCES for kind, name in names(path))
    empty += [
        f"{where(path)}: {name}" for path, kind, name in named if says_nothing(path, kind, name)
    ]
    assert not empty


def test_every_module_says_what_it_is_for() -> None:
    assert not [where(path) for path in SOURCES if not ast.get_docstring(tree_of(path))]


def test_nothing_is_left_undone() -> None:
    # Put together, so that this file does not find itself.
    undone = "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3, "HA" + "CK"))
    found = [path for path in EVERYTHING if re.search(rf"\b({undone})\b", path.read_text("utf-8"))]
    assert not [where(path) for path in found]
