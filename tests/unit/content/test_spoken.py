"""Content in other languages: only words, by id; what is missing stays English."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy, copytree
from typing import Any

import pytest

from bot.app import ROOT
from bot.content.grounding import read_grounding
from bot.content.line_words import beside, read_line_words
from bot.content.loader import load
from bot.content.spoken import WORDS as FIELDS
from bot.content.wording import day_in, list_in, month_in, own_name
from bot.errors import BrokenContent
from tests.shipped import WORDS

DATA = ROOT / "data"
ENGLISH = DATA / "grounding.toml"
CONTENT = WORDS.content
LANGUAGES = sorted(CONTENT.spoken)


def spoken(folder: Path, words: str) -> Path:
    path = folder / "grounding.toml"
    path.write_text(words, encoding="utf-8")
    return path


def test_what_is_translated_takes_the_place_of_english_and_the_rest_stays(tmp_path: Path) -> None:
    words = spoken(tmp_path, '[[exercise]]\nid = "orienting"\ntitle = "Umsehen"\n')
    before, after = read_grounding(ENGLISH), read_grounding(ENGLISH, words)
    changed = [a for a, b in zip(after.exercise, before.exercise, strict=True) if a != b]
    assert [(each.id, each.title) for each in changed] == [("orienting", "Umsehen")]
    assert changed[0].steps == before.exercise[1].steps
    assert [each.title for each in after.exercise if each.id != "orienting"]


def test_steps_are_translated_in_their_order_and_keep_their_seconds(tmp_path: Path) -> None:
    steps = "".join(f'{{ text = "Schritt {n}" }},' for n in range(4))
    words = spoken(tmp_path, f'[[exercise]]\nid = "orienting"\nsteps = [{steps}]\n')
    found = read_grounding(ENGLISH, words).exercise[1].steps
    assert [each.text for each in found] == [f"Schritt {n}" for n in range(4)]
    assert [each.seconds for each in found] == [30, 15, 30, 15]


@pytest.mark.parametrize(
    ("words", "entry", "why"),
    [
        ('[[exercise]]\nid = "nobody-knows"\ntitle = "x"\n', "nobody-knows", "not in the English"),
        ('[[exercise]]\ntitle = "x"\n', "exercise", "not in the English"),
        ('exercise = ["x"]\n', "exercise", "not in the English"),
        ('[[poem]]\nid = "x"\n', "poem", "not in the English"),
        ('[[exercise]]\nid = "orienting"\ncategory = "mind"\n', "orienting", "no words"),
        ('[[exercise]]\nid = "orienting"\nminutes = 3\n', "orienting", "no words"),
        ('[[exercise]]\nid = "orienting"\nsteps = [{ text = "x" }]\n', "orienting", "needs 4"),
        ('[[exercise]]\nid = "orienting"\nsteps = ["a", "b", "c", "d"]\n', "orienting", "table"),
        ('[[exercise]]\nid = "orienting"\ntitle = ""\n', "orienting", "empty"),
        ('meta = "x"\n', "meta", "table"),
    ],
)
def test_a_fault_is_named_with_the_file_of_the_language(
    tmp_path: Path, words: str, entry: str, why: str
) -> None:
    with pytest.raises(BrokenContent, match=why) as caught:
        read_grounding(ENGLISH, spoken(tmp_path, words))
    assert caught.value.entry == entry
    assert caught.value.path.parent == tmp_path


def test_the_nearest_language_is_found_and_else_english() -> None:
    german = CONTENT.near("de")
    assert CONTENT.near("de-AT") is german
    assert german.grounding != CONTENT.grounding
    assert german.helplines is CONTENT.helplines
    for locale in ("en", "en-GB", "xx", "", "../texts"):
        assert CONTENT.near(locale) is CONTENT


def test_every_language_of_content_is_one_of_the_sentences() -> None:
    assert LANGUAGES
    assert set(LANGUAGES) <= set(WORDS.texts.locales)


# Left in English on purpose: said to whoever edits the file, and shown to nobody.
FOR_EDITORS = {
    *("guidelines.meta.weight_meaning", "prompts.meta.use", "prompts.meta.never"),
    *("learn.meta.note", "grounding.meta.before", "grounding.meta.body_note"),
}
# What names a thing or is a fact, and is the same in every language.
NO_WORDS = {"sources", "name", "language"}


def strings(piece: Any, place: str, field: str = "") -> Iterator[tuple[str, str, str]]:
    """Where something is written, the field's own name, and what is written there."""
    if isinstance(piece, dict):
        for name, each in piece.items():
            yield from strings(each, f"{place}.{name}", name)
    elif isinstance(piece, list | tuple):
        for number, each in enumerate(piece):
            yield from strings(each, f"{place}.{number}", field)
    elif isinstance(piece, str):
        yield place, field, piece


def content_of(locale: str) -> dict[str, tuple[str, str]]:
    """Everything that is read on a card, by its place; helplines have phrases instead."""
    near, found = CONTENT.near(locale), dict[str, tuple[str, str]]()
    for part in ("guidelines", "prompts", "grounding", "learn"):
        for place, field, written in strings(getattr(near, part).model_dump(), part):
            found[place] = field, written
    return found


@pytest.mark.parametrize("locale", LANGUAGES)
def test_no_content_is_left_in_english(locale: str) -> None:
    english, theirs = content_of("en"), content_of(locale)
    assert english.keys() == theirs.keys()
    same = {place for place, (field, said) in theirs.items() if english[place] == (field, said)}
    words = {place for place, (field, _) in english.items() if field in FIELDS} - FOR_EDITORS
    assert len(words) > 500
    assert not sorted(words & same)
    # A field with a sentence in it that no language can translate.
    others = {place for place, (field, _) in english.items() if field not in {*FIELDS, *NO_WORDS}}
    assert not sorted(place for place in others if " " in english[place][1])
    phrases = {each for each in beside(CONTENT.helplines) if each and each != "see site"}
    assert not sorted(phrases - CONTENT.near(locale).line_words.keys())
    assert locale in CONTENT.aliases


@pytest.mark.parametrize("locale", LANGUAGES)
def test_what_decides_anything_is_the_same_in_every_language(locale: str) -> None:
    english, theirs = content_of("en"), content_of(locale)
    decides = {place for place, (field, _) in english.items() if field not in {*FIELDS, "language"}}
    assert not sorted(place for place in decides if english[place] != theirs[place])


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ('"Women" = "Frauen ab 18"', "same numbers"),
        ('"press 1" = "dann die 2 drücken"', "same numbers"),
        ('"10:00-17:00 Mon-Fri" = "Mo-Fr 10:00-18:00"', "same numbers"),
        ('"Nobody says this" = "Niemand"', "not in the English"),
        ('"Women" = ""', "empty"),
    ],
)
def test_beside_a_helpline_no_language_changes_a_number(
    tmp_path: Path, phrase: str, why: str
) -> None:
    path = tmp_path / "helplines.toml"
    path.write_text(f'[meta]\nlanguage = "de"\n[words]\n"24/7" = "immer"\n{phrase}\n', "utf-8")
    with pytest.raises(BrokenContent, match=why):
        read_line_words(path, CONTENT.helplines)


def test_a_folder_that_is_no_language_is_passed_by(tmp_path: Path) -> None:
    for name in ("helplines", "guidelines", "grounding", "learn"):
        copy(DATA / f"{name}.toml", tmp_path)
    for name in ("prompts", "aliases"):
        copytree(DATA / name, tmp_path / name)
    (tmp_path / "pl").mkdir()
    found = load(tmp_path)
    assert list(found.spoken) == ["pl"]
    assert found.near("pl").guidelines == found.guidelines


@pytest.mark.parametrize(
    ("locale", "day", "month", "several"),
    [
        ("en", "March 2, 2026", "March 2026", "a, b, c"),
        ("en-GB", "2 March 2026", "March 2026", "a, b, c"),
        ("de", "2. März 2026", "März 2026", "a, b, c"),
        ("ja", "2026年3月2日", "2026年3月", "a、b、c"),
        ("tlh", "March 2, 2026", "March 2026", "a, b, c"),
    ],
)
def test_days_months_and_lists_are_written_as_the_language_does(
    locale: str, day: str, month: str, several: str
) -> None:
    meant = CONTENT.helplines.meta.compiled.replace(year=2026, month=3, day=2)
    assert day_in(locale, meant) == day
    assert month_in(locale, "2026-03") == month
    assert list_in(locale, ["a", "b", "c"]) == several
    assert list_in(locale, []) == ""


def test_a_language_is_offered_by_its_own_name() -> None:
    assert [own_name(each) for each in ("de", "en", "es")] == ["Deutsch", "English", "Español"]
