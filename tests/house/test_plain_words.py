"""Every sentence of the whole bot follows product 0; what that means is in `plain_words.toml`."""

from fnmatch import fnmatch

import pytest

from bot.app import ROOT
from tests.house.plain_words import (
    RULES,
    badly_marked,
    banned,
    grade,
    sentences,
    too_hard,
    too_long,
)
from tests.house.standing import stands_on

ENGLISH = list(sentences("en"))
LOCALES = sorted(path.name for path in (ROOT / "data" / "texts").iterdir() if path.is_dir())
LONG_WINDED = (
    "Notwithstanding considerable organisational difficulties, administrative representatives "
    "endeavour to communicate comprehensive recommendations regarding individual circumstances "
    "whenever operational requirements permit, nevertheless encountering complications"
)


def test_every_sentence_reads_at_about_eleven() -> None:
    assert not sorted({each for name, text in ENGLISH if (each := too_hard(name, text))})


def test_no_sentence_orders_pities_advises_or_promises_too_much() -> None:
    assert not sorted({each for name, text in ENGLISH for each in banned(name, text)})


@pytest.mark.parametrize("locale", LOCALES)
def test_no_exclamation_mark_and_no_picture_in_place_of_a_word(locale: str) -> None:
    marks = {each for name, text in sentences(locale) for each in badly_marked(name, text)}
    assert not sorted(marks)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("use", RULES["longest"])
def test_what_stands_on_something_fits_on_it(locale: str, use: str) -> None:
    found = {
        each
        for name, text in sentences(locale)
        if stands_on(name, use)
        and not any(fnmatch(name, each) for each in RULES["beside"].get(use, ()))
        and (each := too_long(use, name, text, locale))
    }
    assert not sorted(found)


@pytest.mark.parametrize(
    ("use", "key"),
    [
        ("button", "guidelines-agree"),
        ("button", "report-without-name"),  # a label that is given at the button
        ("button", "charter-kind-venting"),  # one of several, put together
        ("placeholder", "charter-look"),
        ("option", "report-why-unkind"),
        ("form", "report-title"),
        ("field", "report-words"),
        ("hint", "report-words-hint"),
        ("command", "charter-command"),
        ("title", "report-quietly-title"),
    ],
)
def test_the_lint_knows_what_stands_where(use: str, key: str) -> None:
    assert stands_on(key, use)


def test_the_lint_can_fail() -> None:
    assert (grade(LONG_WINDED) or 0) > 12
    assert too_hard("report-start", f"{LONG_WINDED}.")
    assert too_hard("report-start", "You can talk, or listen, or only read. " * 3) is None
    assert too_hard("report-start", "Notwithstanding") is None  # too short to say
    middling = (
        "The person who runs me has not opened me for this community, so I keep and change "
        "nothing here. If you need somebody now, write to me in a direct message, or call your "
        "local emergency number, or theirs."
    )
    assert too_hard("report-start", middling)
    assert too_hard("charter-start", middling) is None  # admins read a little more
    for bad in ("You should rest.", "JUST try it", "We are here 24/7", "an anonymous reply"):
        assert banned("more-x", bad), bad
    assert not banned("more-x", "adjust it; mustard; shouldering")
    assert not banned("sharing-reply", "Reply anonymously")
    for bad in ("Welcome! You can look around", "🌱 Welcome", "🌱", "☎️ 116 123", "¡Hola"):
        assert badly_marked("home-x", bad), bad
    assert not badly_marked("home-x", "Welcome 🌱")
    assert badly_marked("more-x", "You can write here 🌱")
    for use in RULES["longest"]:
        assert too_long(use, "x", "x" * (int(RULES["longest"][use]) + 1))
        assert not too_long(use, "x", "x" * int(RULES["longest"][use]))


def test_what_is_allowed_is_still_said() -> None:
    names = {name for name, _ in ENGLISH}
    for word, keys in RULES["allowed"].items():
        assert word in RULES["banned"]
        assert set(keys) <= names
    for use, beside in RULES["beside"].items():
        for each in beside:
            assert any(fnmatch(name, each) and stands_on(name, use) for name in names)
