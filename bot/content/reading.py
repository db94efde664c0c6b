"""Reads one TOML file into a frozen model, or says in plain words which field is wrong."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, TypeVar, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from bot.content.spoken import put_words
from bot.errors import BrokenContent

# What pydantic's kinds of faults mean to somebody who edits a file.
_PLAIN = {
    "missing": "is missing",
    "extra_forbidden": "is not a field that this file knows",
    "string_type": "must be text in quotes",
    "string_too_short": "must not be empty",
    "string_too_long": "is longer than {max_length} characters",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "greater_than": "must be more than {gt}",
    "literal_error": "must be {expected}",
    "tuple_type": "must be a list in square brackets",
    "too_short": "needs at least {min_length}",
    "too_long": "may hold at most {max_length}",
    "date_type": "must be a date such as 2026-11-21",
    "date_parsing": "must be a date such as 2026-11-21",
    "date_from_datetime_parsing": "must be a date such as 2026-11-21",
    "model_type": "must be a table",
    "dict_type": "must be a table",
    "value_error": "{error}",
}


class Piece(BaseModel):
    """A piece of content: frozen, and nothing in it that the program does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


M = TypeVar("M", bound=Piece)


def written(pattern: str, why: str) -> AfterValidator:
    """A check that a text is written as the whole pattern says; `why` goes on after the field."""
    whole = re.compile(pattern)

    def check(text: str) -> str:
        if whole.fullmatch(text) is None:
            raise ValueError(why)
        return text

    return AfterValidator(check)


def _tidy(text: str) -> str:
    if not text:
        raise ValueError("must not be empty")
    if text != text.strip() or "  " in text:
        raise ValueError("has white space too many")
    return text


Words = Annotated[str, AfterValidator(_tidy)]
"""A sentence or name, with no white space too many."""
Slug = Annotated[
    str, written(r"[a-z0-9]+(?:-[a-z0-9]+)*", "must be small letters, digits and hyphens")
]
Code = Annotated[str, written(r"[A-Z]{2}", "must be a country's two capital letters")]
Url = Annotated[
    str,
    written(
        r"https?://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(?:[/?#]\S*)?", "must be a whole https:// address"
    ),
]
Source = Annotated[
    str,
    written(
        r"https?://\S+|public-record:\d{6,12}|founders|general:\S.*|[a-z0-9]+(?:-[a-z0-9]+)*",
        "must be an address, a key of the file, founders, public-record:… or general:…",
    ),
]
Sources = Annotated[tuple[Source, ...], Field(min_length=1)]


def read_toml(path: Path, model: type[M], words: Path | None = None) -> M:
    """The file as a model.

    Args:
        path: the file.
        model: what it holds.
        words: the same file in another language, of which only the words are taken.

    Raises:
        BrokenContent: names the file, the entry and the field of the first fault.
    """
    raw = _parsed(path)
    if words is not None:
        put_words(words, raw, _parsed(words))
        path = words
    try:
        return model.model_validate(raw)
    except ValidationError as problem:
        first = problem.errors(include_url=False)[0]
        entry, field = _place(raw, first["loc"])
        why = _PLAIN.get(first["type"], first["msg"]).format_map(first.get("ctx", {}))
        raise BrokenContent(path, entry, field, why) from None


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise BrokenContent(path, "", "", problem.strerror or "cannot be read") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise BrokenContent(path, "", "", f"is not TOML ({problem})") from None


def check_unique(path: Path, names: Iterable[str], field: str = "id") -> None:
    """Every entry has a name of its own.

    Raises:
        BrokenContent: names the entry that stands twice.
    """
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise BrokenContent(path, name, field, "stands twice")
        seen.add(name)


def check_known(
    path: Path, field: str, known: Iterable[str], used: Iterable[tuple[str, Iterable[str]]]
) -> None:
    """Every value that an entry uses is one that the file knows.

    Args:
        path: the file.
        field: the field whose values are looked at.
        known: what may stand there.
        used: entries by name, each with its values.

    Raises:
        BrokenContent: names the first entry with a value that is not known.
    """
    allowed = frozenset(known)
    for entry, values in used:
        for value in values:
            if value not in allowed:
                raise BrokenContent(path, entry, field, f"{value} is unknown")


def _place(raw: dict[str, Any], loc: tuple[int | str, ...]) -> tuple[str, str]:
    """The entry in the file's own words (its id or code) and the field inside it."""
    parts = [str(part) for part in loc]
    if len(loc) == 1 or (isinstance(loc[1], str) and len(loc) == len(("table", "field"))):
        return ".".join(parts[:-1]), parts[-1]
    entry = cast("dict[str, object]", raw[parts[0]][loc[1]])  # pydantic has just walked there
    name = entry.get("id") or entry.get("code") if isinstance(raw[parts[0]], list) else None
    return str(name or ".".join(parts[:2])), ".".join(parts[2:])
