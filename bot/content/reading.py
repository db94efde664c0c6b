"""Reads one TOML file into a frozen model, or says which entry and field is wrong."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.errors import BrokenContent


class Piece(BaseModel):
    """A piece of content: frozen, and nothing in it that the program does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


M = TypeVar("M", bound=Piece)


def read_toml(path: Path, model: type[M]) -> M:
    """The file as a model.

    Raises:
        BrokenContent: names the file, the entry and the field of the first fault.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise BrokenContent(path, "", "", problem.strerror or "cannot be read") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise BrokenContent(path, "", "", f"is not TOML ({problem})") from None
    try:
        return model.model_validate(raw)
    except ValidationError as problem:
        first = problem.errors(include_url=False)[0]
        entry, field = _place(raw, first["loc"])
        raise BrokenContent(path, entry, field, first["msg"]) from None


def check_unique(path: Path, ids: list[str]) -> None:
    """Every entry has a name of its own.

    Raises:
        BrokenContent: names the entry that stands twice.
    """
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise BrokenContent(path, name, "id", "stands twice")
        seen.add(name)


def _place(raw: dict[str, Any], loc: tuple[int | str, ...]) -> tuple[str, str]:
    """The entry in the file's own words (its id or code) and the field."""
    entry = ""
    here = cast("Any", raw)
    for step, part in enumerate(loc):
        try:
            here = here[part]
        except (KeyError, IndexError, TypeError):
            return entry, ".".join(str(rest) for rest in loc[step:])
        named = cast("dict[str, Any]", here)
        if isinstance(named, dict):  # pyright: ignore[reportUnnecessaryIsInstance] - the cast only names it
            name = named.get("id") or named.get("code") or named.get("name")
            entry = str(name) if name else ".".join(str(done) for done in loc[: step + 1])
    return entry, str(loc[-1]) if loc else ""
