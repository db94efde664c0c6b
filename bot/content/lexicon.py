"""Crisis phrases as data: `data/lexicon/<language>/*.toml` into frozen packs.

One folder is one language; its files are read together, so slots, rules and cues may be spread
over as many files as read well. What the fields mean is told in `docs/safety.md`.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.errors import BrokenContent

CategoryName = Literal[
    "suicide",
    "self_harm",
    "abuse_danger",
    "sexual_violence",
    "overdose",
    "eating",
    "panic_dissociation",
    "child_safety",
]
LevelName = Literal["none", "third_party", "concern", "high", "imminent"]
Mood = Literal["firm", "plain", "loose", "past", "aside", "other", "parting"]
Scope = Literal["before", "after", "clause", "sentence", "message", "inside_quotes"]
EntryId = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:[._-][a-z0-9]+)*$", max_length=60)]
Phrase = Annotated[str, Field(min_length=1, max_length=1_500)]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


class RuleEntry(_Entry):
    """One phrase rule. Level `none` makes it a sign, which counts only in a `together`."""

    id: EntryId
    category: CategoryName
    level: LevelName
    patterns: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    mood: Mood = "plain"
    family: str = ""
    ignores: tuple[EntryId, ...] = ()
    matches: Annotated[tuple[str, ...], Field(min_length=1)]
    avoids: tuple[str, ...] = ()


class CueEntry(_Entry):
    """One cue of context: where it stands, and down to which level it takes each mood."""

    id: EntryId
    scope: Scope
    patterns: tuple[Phrase, ...] = ()
    within: Annotated[int, Field(ge=0, le=16)] = 4
    lowers: dict[Mood, LevelName] = {}
    spares: tuple[Phrase, ...] = ()
    cancels: tuple[EntryId, ...] = ()


class TogetherEntry(_Entry):
    """Several families in one text make a level that none of them makes alone.

    One of each of `needs`, and `least` different ones of `of`; where it says `apart`, each in
    words of its own.
    """

    id: EntryId
    category: CategoryName
    level: LevelName
    needs: tuple[tuple[str, ...], ...] = ()
    of: tuple[str, ...] = ()
    least: Annotated[int, Field(ge=1, le=5)] = 2
    apart: bool = False
    matches: Annotated[tuple[str, ...], Field(min_length=1)]
    avoids: tuple[str, ...] = ()


class Pack(_Entry):
    """Everything that one language's folder says."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    reviewed: bool = False
    note: str = ""
    slots: dict[str, tuple[Phrase, ...]] = {}
    filler: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    expand: dict[str, str] = {}
    typos: tuple[str, ...] = ()
    not_typos: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    rules: tuple[RuleEntry, ...] = ()
    cues: tuple[CueEntry, ...] = ()
    together: tuple[TogetherEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Packs:
    """The packs of a directory, and whether their examples were proved as they now stand."""

    directory: Path
    packs: tuple[Pack, ...]
    digest: str
    proved: bool


PROVED = "proved.txt"
"""Beside the languages: the digest of the files whose examples were last run and held."""


def load_lexicon(directory: Path) -> Packs:
    """Read every language under `directory`.

    Raises:
        BrokenContent: a file is missing, is not TOML, or an entry does not fit its model.
    """
    languages = sorted(path for path in directory.glob("*") if path.is_dir())
    if not languages:
        raise BrokenContent(directory, "", "", "no language folder here")
    seen: list[bytes] = []
    packs = tuple(_language(folder, seen) for folder in languages)
    digest = hashlib.sha256(b"\0".join(seen)).hexdigest()
    proved = directory / PROVED
    known = proved.read_text("utf-8").split() if proved.is_file() else []
    return Packs(directory, packs, digest, digest in known)


def mark_proved(packs: Packs) -> None:
    """Note beside the languages that the examples of just these files hold."""
    (packs.directory / PROVED).write_text(f"{packs.digest}\n", "utf-8")


def _language(folder: Path, seen: list[bytes]) -> Pack:
    merged: dict[str, Any] = {"language": folder.name}
    for path in sorted(folder.glob("*.toml")):
        try:
            raw = path.read_bytes()
            seen.append(folder.name.encode() + path.name.encode() + raw)
            content = tomllib.loads(raw.decode("utf-8"))
        except (OSError, ValueError) as broken:
            raise BrokenContent(path, "", "", str(broken)) from broken
        _check(path, folder.name, content)
        for key, value in content.items():
            merged[key] = _join(path, key, merged.get(key), value)
    return Pack.model_validate(merged)


def _check(path: Path, language: str, content: dict[str, Any]) -> None:
    """Validate one file alone, so that an error can name the file."""
    try:
        Pack.model_validate({"language": language, **content})
    except ValidationError as invalid:
        error = invalid.errors()[0]
        place = [str(part) for part in error["loc"]]
        entry, field = _place(content, place)
        raise BrokenContent(path, entry, field, error["msg"]) from invalid


def _place(content: dict[str, Any], place: list[str]) -> tuple[str, str]:
    """Entry id and field for where pydantic stopped: `rules · 3 · level` and the like."""
    if len(place) > 1 and place[0] in {"rules", "cues", "together"}:
        entry: object = content[place[0]][int(place[1])]
        name = entry.get("id") if isinstance(entry, dict) else None  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]  # TOML tables are untyped until validated
        return str(name or f"{place[0]}[{place[1]}]"), ".".join(place[2:])  # pyright: ignore[reportUnknownArgumentType]  # the same table
    return place[0], ".".join(place[1:])


def _join(path: Path, key: str, before: Any, value: Any) -> Any:
    if before is None or key in {"reviewed", "note"}:
        return value
    if isinstance(before, dict):
        doubled = sorted(set(before) & set(value))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]  # as above
        if doubled:
            raise BrokenContent(path, key, str(doubled[0]), "said twice in this language")  # pyright: ignore[reportUnknownArgumentType]  # as above
    if key == "language":
        return value
    return before | value if isinstance(before, dict) else before + value  # pyright: ignore[reportUnknownVariableType]  # as above
