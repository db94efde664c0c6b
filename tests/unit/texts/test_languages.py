"""Every language that ships says everything, with the same values, and carefully."""

from pathlib import Path
from shutil import copytree

import pytest

from bot.app import ROOT
from bot.texts import Texts
from tests.house.house import text_files
from tests.shipped import WORDS

SHIPPED = ROOT / "data" / "texts"
TEXTS = WORDS.texts
OTHERS = [locale for locale in TEXTS.locales if locale != "en"]
# Empty on purpose where it stands; see the comment in the file.
EMPTY = {"home-about-translation"}
NEVER = {
    "de": (
        *("!", "einfach", "sollte", "solltest", "selbstmord", "freitod", "hilferuf", "anonym"),
        *("beruhige dich", "reiß dich", "du armer", "opferrolle", "leider", "keine sorge"),
    ),
}


@pytest.mark.parametrize("locale", OTHERS)
def test_nothing_is_missing_and_nothing_is_left_over(locale: str) -> None:
    missing = sorted(TEXTS.keys("en") - TEXTS.keys(locale))
    assert not missing, f"not in {locale} yet: {', '.join(missing)}"
    assert not sorted(TEXTS.keys(locale) - TEXTS.keys("en"))


@pytest.mark.parametrize("locale", OTHERS)
def test_a_sentence_stands_in_the_file_of_the_same_name(locale: str) -> None:
    for path in text_files(locale):
        english = SHIPPED / "en" / path.name
        assert english.exists(), path.name
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and line[0].isalpha():
                assert line.startswith(f"{path.stem}-"), line


@pytest.mark.parametrize("locale", TEXTS.locales)
def test_every_sentence_can_be_said_with_its_values(locale: str, tmp_path: Path) -> None:
    # Alone in the place of English: what cannot be said here would else be said in English.
    copytree(SHIPPED / locale, tmp_path / "en")
    alone = Texts.load(tmp_path)
    for name in alone.keys("en"):
        for number in (0, 1, 2, 5):
            values = dict.fromkeys(TEXTS.placeholders(name, "en"), number)
            said = alone.say(name, "en", **values)
            assert said.strip() or name in EMPTY, name
            assert "{" not in said, name


@pytest.mark.parametrize("locale", OTHERS)
def test_a_translation_says_who_has_checked_it(locale: str) -> None:
    assert TEXTS.say("home.about-translation", locale)
    for path in text_files(locale):
        assert path.read_text(encoding="utf-8").startswith("# "), path.name


@pytest.mark.parametrize("locale", NEVER)
def test_no_exclamation_mark_and_no_word_that_hurts(locale: str) -> None:
    files = [*text_files(locale), *sorted((ROOT / "data" / locale).glob("*.toml"))]
    for path in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            for never in () if line.startswith("id = ") else NEVER[locale]:
                assert never not in line.casefold(), (path.name, never, line)


@pytest.mark.parametrize("locale", OTHERS)
def test_a_language_counts_as_its_grammar_does(locale: str) -> None:
    say = TEXTS.say
    assert say("rota.away-days", locale, days=1) != say("rota.away-days", locale, days=2)
    assert "2" in say("rota.away-days", locale, days=2)
