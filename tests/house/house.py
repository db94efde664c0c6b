"""What the house tests look at: every route, form and sentence that the program has."""

import ast
import importlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.app import ROOT
from bot.ui.forms import Form
from bot.ui.routes import Pick, Route

EVERYTHING = [
    path for folder in ("bot", "cogs", "tests") for path in sorted((ROOT / folder).rglob("*.py"))
]
SOURCES = [
    path
    for path in EVERYTHING
    if path.relative_to(ROOT).parts[0] != "tests" and "migrations" not in path.parts
]
KEY = re.compile(r"[a-z]+(?:-[a-z0-9]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*")
_KEY = re.compile(rf"""["']({KEY.pattern})["']""")
_BUILT = re.compile(r"""f["']([a-z]+\.[a-z0-9-]+?)-?\{""")
# Where a text key is written as an argument: a button's label, a form's title, a field's label.
_KEYED = {"label", "title", "hint"}
_DECLARING = ("Route", "Pick", "Form")


def where(path: Path) -> str:
    """The name of a file as a failing test should say it."""
    return str(path.relative_to(ROOT))


@cache
def tree_of(path: Path) -> ast.Module:
    """A file as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def modules() -> None:
    """Import every module of every feature: folders, their folders, and one-file features."""
    for path in sorted((ROOT / "cogs").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        importlib.import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))


def addressed() -> list[type[Route] | type[Pick] | type[Form]]:
    """Every button, select and form that the program declares."""
    modules()
    found: list[type[Route] | type[Pick] | type[Form]] = []
    waiting: list[type] = [Route, Pick, Form]
    while waiting:
        below = waiting.pop().__subclasses__()
        waiting += below
        found += [
            kind for kind in below if kind.address and kind.__module__[:4] in ("bot.", "cogs")
        ]
    return sorted(set(found), key=lambda kind: kind.address)


def keys_in_code() -> tuple[set[str], set[str]]:
    """Text keys written whole, and the beginnings of those that are put together."""
    whole: set[str] = set()
    begun: set[str] = set()
    for path in SOURCES:
        code = path.read_text(encoding="utf-8")
        whole |= set(_KEY.findall(code))
        begun |= set(_BUILT.findall(code))
    return whole, begun


def said_in_code() -> Iterator[tuple[str, str]]:
    """Every key that the code surely says: the place, and the key as it is written.

    `voice("…")`, labels and titles of routes, forms and their fields, the `key` of a refusal,
    descriptions of commands, and `locale_str("…")`.
    """
    for path in SOURCES:
        for node in ast.walk(tree_of(path)):
            for written in _said(node):
                yield f"{where(path)}:{written.lineno}", str(written.value)


def _said(node: ast.AST) -> Iterator[ast.Constant]:
    if isinstance(node, ast.Call):
        yield from _said_by_call(node)
    elif isinstance(node, ast.ClassDef):
        if any(ast.unparse(base) in _DECLARING for base in node.bases):
            yield from _named(node.keywords, _KEYED)
        for line in node.body:
            # The class variable `key` of a refusal.
            if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "key":
                yield from _words([line.value])


def _said_by_call(call: ast.Call) -> Iterator[ast.Constant]:
    called = ast.unparse(call.func).rpartition(".")[2]
    if _is_voice(call.func) or called == "locale_str":
        yield from _words(call.args[:1])
    if called == "Field":
        yield from _words(call.args[1:2])
        yield from _named(call.keywords, _KEYED)
    if called in ("command", "Group", "ContextMenu"):
        yield from _named(call.keywords, {"description"})


def _named(keywords: list[ast.keyword], wanted: set[str]) -> Iterator[ast.Constant]:
    yield from _words([each.value for each in keywords if each.arg in wanted])


def _is_voice(called: ast.expr) -> bool:
    """`voice(…)`, `public_voice(…)(…)`: whatever is called and is a voice by its name."""
    if isinstance(called, ast.Call):
        return "voice" in ast.unparse(called.func)
    # `voice_of(…)` answers a voice and says nothing itself.
    return ast.unparse(called).rpartition(".")[2] in ("voice", "say")


def _words(values: list[ast.expr]) -> Iterator[ast.Constant]:
    for value in values:
        if isinstance(value, ast.IfExp):
            yield from _words([value.body, value.orelse])
        elif isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
            yield value


def text_files(locale: str) -> list[Path]:
    """The Fluent files of a language."""
    return sorted((ROOT / "data" / "texts" / locale).glob("*.ftl"))
