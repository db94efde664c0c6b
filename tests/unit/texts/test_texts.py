"""Sentences: the nearest language, right plurals, and broken files named."""

from pathlib import Path

import pytest

from bot.errors import BrokenContent
from bot.texts import Texts, UnknownText

FILES = {
    "en/wall.ftl": """\
wall-title = The wall
wall-name = Hello { $name }
wall-count = { $n ->
    [0] nobody yet
    [one] { $n } person
   *[other] { $n } people
}
wall-see = See { wall-title }
wall-only = Only in English
""",
    "de/wall.ftl": """\
wall-title = Die Wand
wall-name = Hallo { $vorname }
wall-count = { $n ->
    [one] { $n } Mensch
   *[other] { $n } Menschen
}
""",
    "de-AT/wall.ftl": "wall-title = Das Wandl\n",
    "pl/wall.ftl": """\
wall-count = { $n ->
    [one] { $n } osoba
    [few] { $n } osoby
   *[many] { $n } osób
}
""",
}


def texts_in(folder: Path, files: dict[str, str] = FILES) -> Texts:
    for name, words in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(words, encoding="utf-8")
    return Texts.load(folder)


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    return texts_in(tmp_path)


@pytest.mark.parametrize(
    ("locale", "said"),
    [("de-AT", "Das Wandl"), ("de", "Die Wand"), ("de-CH", "Die Wand"), ("en-GB", "The wall"),
     ("pl", "The wall"), ("ja", "The wall"), ("", "The wall"), (None, "The wall")],
)  # fmt: skip
def test_a_sentence_comes_in_the_nearest_language_that_has_it(
    texts: Texts, locale: str | None, said: str
) -> None:
    assert texts.say("wall.title", locale) == said


def test_each_key_of_a_language_falls_back_on_its_own(texts: Texts) -> None:
    assert texts.say("wall.count", "de-AT", n=2) == "2 Menschen"
    assert texts.say("wall.only", "de-AT") == "Only in English"


@pytest.mark.parametrize(
    ("locale", "n", "said"),
    [("en", 0, "nobody yet"), ("en", 1, "1 person"), ("en", 2, "2 people"), ("de", 1, "1 Mensch"),
     ("pl", 1, "1 osoba"), ("pl", 3, "3 osoby"), ("pl", 5, "5 osób"), ("pl", 22, "22 osoby")],
)  # fmt: skip
def test_plurals_follow_the_language(texts: Texts, locale: str, n: int, said: str) -> None:
    assert texts.say("wall.count", locale, n=n) == said


def test_a_value_stands_in_the_sentence_without_invisible_marks(texts: Texts) -> None:
    assert texts.say("wall.name", "en", name="116 123") == "Hello 116 123"


def test_a_value_is_never_read_as_a_sentence(texts: Texts) -> None:
    assert texts.say("wall.name", "en", name="{ $n } { wall-title }").endswith("{ wall-title }")


def test_a_sentence_may_name_another(texts: Texts) -> None:
    assert texts.say("wall.see", "en") == "See The wall"


def test_an_unknown_key_is_a_bug_that_names_the_key(texts: Texts) -> None:
    with pytest.raises(UnknownText, match=r"wall\.nothing"):
        texts.say("wall.nothing", "de")
    assert not texts.has("wall.nothing")
    assert texts.has("wall.title")


def test_a_missing_value_is_a_bug_and_never_a_sentence_with_a_hole(texts: Texts) -> None:
    with pytest.raises(UnknownText, match=r"wall\.name"):
        texts.say("wall.name", "en")


def test_a_translation_that_asks_for_another_value_gives_way_to_english(texts: Texts) -> None:
    assert texts.say("wall.name", "de", name="June") == "Hello June"


def test_a_sentence_without_values_is_the_same_the_second_time(texts: Texts) -> None:
    assert [texts.say("wall.title", "de") for _ in range(3)] == ["Die Wand"] * 3
    assert texts.say("wall.title", "de", unused=1) == "Die Wand"


def test_languages_keys_and_placeholders_can_be_asked_for(texts: Texts) -> None:
    assert texts.locales == ("de", "de-AT", "en", "pl")
    assert texts.keys("de-AT") == {"wall-title"}
    assert texts.placeholders("wall.count", "en") == {"n"}
    assert texts.placeholders("wall.name", "de") == {"vorname"}


def test_a_broken_file_is_named_with_its_entry(tmp_path: Path) -> None:
    broken = {**FILES, "en/more.ftl": "more-title = fine\nmore-body { no sign\n"}
    with pytest.raises(BrokenContent) as caught:
        texts_in(tmp_path, broken)
    assert (caught.value.path.name, caught.value.entry) == ("more.ftl", "more-body { no sign")
    assert caught.value.exit_code == 4


@pytest.mark.parametrize("second", ["en/wall.ftl", "en/again.ftl"])
def test_a_sentence_that_stands_twice_is_named(tmp_path: Path, second: str) -> None:
    twice = {**FILES}
    twice[second] = twice.get(second, "") + "wall-title = Again\n"
    with pytest.raises(BrokenContent, match="stands twice") as caught:
        texts_in(tmp_path, twice)
    assert caught.value.entry == "wall-title"


def test_without_english_nothing_starts(tmp_path: Path) -> None:
    with pytest.raises(BrokenContent, match="English"):
        texts_in(tmp_path, {"de/wall.ftl": FILES["de/wall.ftl"]})


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "wall.ftl").write_bytes("wall-title = Grüße\n".encode("latin-1"))
    with pytest.raises(BrokenContent, match=r"wall\.ftl"):
        Texts.load(tmp_path)


def test_a_term_of_the_language_can_be_used_in_a_sentence(tmp_path: Path) -> None:
    texts = texts_in(tmp_path, {"en/wall.ftl": "-bot = Hearth\nwall-me = I am { -bot }\n"})
    assert texts.say("wall.me", "en") == "I am Hearth"
