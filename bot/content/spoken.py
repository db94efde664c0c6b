"""Content in another language: the same entries by the same ids, and only their words.

A file of a language says what it translates and nothing else. What it leaves out stays English;
what decides anything (a kind, a weight, a source, a number) is never taken from it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from bot.errors import BrokenContent

WORDS = frozenset(
    {
        *("title", "text", "reminder", "nudge", "preamble", "weight_meaning"),
        *("when", "not_when", "evidence", "before", "body_note"),
        *("ask", "note", "label", "opening", "questions", "closing", "care", "use", "never"),
        *("body", "summary"),
    }
)
# What says where the words belong: the entry, the answer of a scale.
_PLACES = frozenset({"id", "value"})


def put_words(path: Path, english: dict[str, Any], spoken: Mapping[str, Any]) -> None:
    """Put the words of another language into what an English file says.

    Raises:
        BrokenContent: an entry is not in the English file, or a field holds no words.
    """
    for name, said in spoken.items():
        if name not in english:
            raise BrokenContent(path, name, "", "is not in the English file")
        if isinstance(said, list):
            _put_entries(path, name, english[name], cast("list[Any]", said))
        else:
            _put(path, name, english[name], said)


def _put_entries(path: Path, name: str, english: list[Any], spoken: list[Any]) -> None:
    by_id = {str(entry.get("id")): entry for entry in english}
    for entry in spoken:
        known = cast("dict[str, Any]", entry) if isinstance(entry, dict) else {}
        place = str(known.get("id", ""))
        if place not in by_id:
            raise BrokenContent(path, place or name, "id", "is not in the English file")
        _put(path, place, by_id[place], entry)


def _put(path: Path, place: str, english: dict[str, Any], spoken: Any) -> None:
    if not isinstance(spoken, dict):
        raise BrokenContent(path, place, "", "must be a table")
    for field, said in cast("dict[str, Any]", spoken).items():
        was = english.get(field)
        if field == "language" or (field in WORDS and isinstance(was, type(said))):
            english[field] = said
        elif isinstance(said, list) and isinstance(was, list):
            parts, words = cast("list[Any]", was), cast("list[Any]", said)
            if len(parts) != len(words):
                raise BrokenContent(path, place, field, f"needs {len(parts)}, as in English")
            for part, word in zip(parts, words, strict=True):
                _put(path, place, part, word)
        elif field not in _PLACES or was != said:
            raise BrokenContent(path, place, field, "holds no words of the English file")
