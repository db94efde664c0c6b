"""On what each sentence stands: buttons, selects, forms, commands, titles of cards."""

import ast
import re
from collections.abc import Iterator
from functools import cache

from bot.ui.forms import Choice, Form, Upload
from bot.ui.routes import Pick, Route
from tests.house.house import SOURCES, addressed, tree_of

KEY = re.compile(r"[a-z]+\.[a-z0-9-]*[a-z0-9]")
Said = tuple[str, str]
"""On what, and the name of a message; a name that is put together ends in a star."""


@cache
def standing(use: str) -> frozenset[str]:
    """The names of all messages that stand on something, or their beginnings."""
    return frozenset(name for on, name in _all() if on == use)


def stands_on(name: str, use: str) -> bool:
    """Whether a message stands on something."""
    names = standing(use)
    return name in names or any(each[-1] == "*" and name.startswith(each[:-1]) for each in names)


@cache
def _all() -> frozenset[Said]:
    found = {each for kind in addressed() for each in _declared(kind)}
    for path in SOURCES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found.update(_in_code(node))
    return frozenset(found)


def _declared(kind: type[Route] | type[Pick] | type[Form]) -> Iterator[Said]:
    if not issubclass(kind, Form):
        yield "button" if issubclass(kind, Route) else "placeholder", _name(kind.label_key)
        return
    yield "form", _name(kind.title_key)
    for part in kind.fields:
        yield "field", _name(part.label)
        if isinstance(part, Choice):
            yield from (("option", _name(key)) for _, key in part.options)
        elif isinstance(part, Upload):
            yield "hint", _name(part.how)
        elif part.hint:
            yield "hint", _name(part.hint)


def _in_code(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[Said]:
    """What a function says where, also by a name that it gave to it before."""
    named: dict[str, set[str]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named.setdefault(node.targets[0].id, set()).update(_keys(node.value, {}))
    for call in ast.walk(function):
        if isinstance(call, ast.Call):
            yield from ((use, key) for use, piece in _placed(call) for key in _keys(piece, named))
            called = ast.unparse(call.func).rpartition(".")[2]
            if called in ("command", "describe"):
                yield from (("command", key) for each in call.keywords for key in _key(each.value))


def _placed(call: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    called = ast.unparse(call.func).rpartition(".")[2]
    label = [each.value for each in call.keywords if each.arg == "label"]
    if called == "button":
        yield from (("button", each) for each in label)
    elif called == "words":
        yield from (("placeholder", each) for each in label)
        yield from (("option", each) for each in call.args[1:2])
    elif called == "Card":
        yield from (("title", each) for each in call.args[:1])


def _keys(node: ast.expr, named: dict[str, set[str]]) -> set[str]:
    if isinstance(node, ast.Name):
        return named.get(node.id, set())
    found: set[str] = set()
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and ast.unparse(each.func) == "voice" and each.args:
            for said in ast.walk(each.args[0]):
                found |= _key(said)
    return found


def _key(node: ast.AST) -> set[str]:
    if isinstance(node, ast.JoinedStr):
        head = node.values[0]
        return {_name(f"{head.value}*")} if isinstance(head, ast.Constant) else set()
    if isinstance(node, ast.Constant) and KEY.fullmatch(str(node.value)):
        return {_name(str(node.value))}
    return set()


def _name(key: str) -> str:
    return key.replace(".", "-", 1)
