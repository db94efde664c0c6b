"""What the house tests look at: every route, form and sentence that the program has."""

import importlib
import re
from pathlib import Path

from bot.app import ROOT, feature_names
from bot.ui.forms import Form
from bot.ui.routes import Pick, Route

SOURCES = [
    path
    for folder in ("bot", "cogs")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "migrations" not in path.parts
]
_KEY = re.compile(r'["\']([a-z]+(?:-[a-z0-9]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*)["\']')
_BUILT = re.compile(r"""f["']([a-z]+\.[a-z0-9-]+?)-?\{""")


def modules() -> None:
    """Import every module of every feature."""
    for name in feature_names():
        folder = ROOT / "cogs" / name
        for path in sorted(folder.glob("*.py")):
            stem = "" if path.stem == "__init__" else f".{path.stem}"
            importlib.import_module(f"cogs.{name}{stem}")


def addressed() -> list[type[Route] | type[Pick] | type[Form]]:
    """Every button, select and form that a feature declares."""
    modules()
    found: list[type[Route] | type[Pick] | type[Form]] = []
    for base in (Route, Pick, Form):
        found += [kind for kind in base.__subclasses__() if kind.__module__.startswith("cogs.")]
    return found


def keys_in_code() -> tuple[set[str], set[str]]:
    """Text keys written whole, and the beginnings of those that are put together."""
    whole: set[str] = set()
    begun: set[str] = set()
    for path in SOURCES:
        code = path.read_text(encoding="utf-8")
        whole |= set(_KEY.findall(code))
        begun |= set(_BUILT.findall(code))
    return whole, begun


def text_files(locale: str) -> list[Path]:
    """The Fluent files of a language."""
    return sorted((ROOT / "data" / "texts" / locale).glob("*.ftl"))
