"""Every sentence that is asked for is there, and every one that is there is asked for."""

from pathlib import Path

import pytest

from tests.house.house import KEY, addressed, keys_in_code, said_in_code, text_files
from tests.shipped import WORDS

TEXTS = WORDS.texts
FEATURES = {path.stem for path in text_files("en")}


def test_whatever_is_said_is_a_key_with_a_sentence() -> None:
    said = list(said_in_code())
    assert len(said) > 100
    assert not [
        (place, key) for place, key in said if KEY.fullmatch(key) is None or not TEXTS.has(key)
    ]


def test_every_key_in_the_code_has_a_sentence() -> None:
    whole, begun = keys_in_code()
    asked = {key for key in whole if key.split(".")[0] in FEATURES}
    labels = {kind.label_key for kind in addressed() if hasattr(kind, "label_key")}
    missing = sorted(key for key in asked | labels if not TEXTS.has(key) and key not in EVENTS)
    assert not missing
    for beginning in begun:
        if beginning.split(".")[0] in FEATURES:
            start = beginning.replace(".", "-") + "-"
            assert any(name.startswith(start) for name in TEXTS.keys("en")), beginning


def test_every_sentence_is_asked_for() -> None:
    whole, begun = keys_in_code()
    names = {key.replace(".", "-") for key in whole}
    starts = tuple(beginning.replace(".", "-") + "-" for beginning in begun)
    unused = [
        name for name in TEXTS.keys("en") if name not in names and not name.startswith(starts)
    ]
    assert not sorted(unused)


@pytest.mark.parametrize("path", text_files("en"), ids=lambda path: path.stem)
def test_messages_begin_with_the_name_of_their_file(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and line[0].isalpha():
            assert line.startswith(f"{path.stem}-"), line


def test_other_languages_name_the_same_values() -> None:
    for locale in TEXTS.locales:
        for name in TEXTS.keys(locale):
            assert TEXTS.placeholders(name, locale) == TEXTS.placeholders(name, "en"), name


# Names of log events and of kinds of posts, which look like keys and are none.
EVENTS = {"more.token", "guidelines.toml"}
