"""Signs that add up: which families, how many, in whose words, and what takes them back."""

from pathlib import Path

import pytest

from bot.content.lexicon import load_lexicon
from bot.errors import BrokenContent
from bot.safety.lexicon import Lexicon, compile_lexicon
from bot.safety.load import load
from bot.safety.screen import screen
from bot.safety.signal import Level

SIGN = """
[[rules]]
id = "xx.{0}"
category = "suicide"
level = "none"
mood = "aside"
family = "{0}"
patterns = ["{1}"]
matches = ["{1}"]
"""
SIGNS = "".join(
    SIGN.format(family, word)
    for family, word in (("red", "crimson"), ("blue", "azure sky"), ("sky", "sky"))
)
TOGETHER = """
[[together]]
id = "xx.together"
category = "suicide"
level = "high"
{asks}
matches = ["crimson and azure sky"]
"""


def lexicon_of(tmp_path: Path, asks: str) -> Lexicon:
    home = tmp_path / "lexicon" / "xx"
    home.mkdir(parents=True)
    (home / "plain.toml").write_text(SIGNS + TOGETHER.format(asks=asks), "utf-8")
    return compile_lexicon(load_lexicon(home.parent).packs)


def level(text: str, lexicon: Lexicon) -> Level:
    signal = screen(text, lexicon)
    return signal.level if signal else Level.NONE


def test_one_sign_alone_is_nothing_and_two_are_something(tmp_path: Path) -> None:
    lexicon = lexicon_of(tmp_path, 'of = ["red", "blue"]')
    assert level("crimson", lexicon) is Level.NONE
    assert level("azure sky", lexicon) is Level.NONE
    assert level("an azure sky. it is crimson", lexicon) is Level.HIGH


def test_the_same_family_twice_is_one_sign(tmp_path: Path) -> None:
    lexicon = lexicon_of(tmp_path, 'of = ["red", "blue"]')
    assert level("crimson, all crimson", lexicon) is Level.NONE


def test_three_may_be_asked_for(tmp_path: Path) -> None:
    lexicon = lexicon_of(tmp_path, 'of = ["red", "blue", "sky"]\nleast = 3')
    assert level("crimson. the sky", lexicon) is Level.NONE
    assert level("crimson. an azure sky", lexicon) is Level.HIGH


def test_apart_asks_for_words_of_their_own(tmp_path: Path) -> None:
    lexicon = lexicon_of(tmp_path, 'apart = true\nof = ["blue", "sky"]')
    assert level("an azure sky", lexicon) is Level.NONE
    assert level("an azure sky. another sky", lexicon) is Level.HIGH


def test_needs_and_more_go_together(tmp_path: Path) -> None:
    lexicon = lexicon_of(tmp_path, 'needs = [["red"]]\nof = ["blue", "sky"]\nleast = 1')
    assert level("an azure sky", lexicon) is Level.NONE
    assert level("crimson. the sky", lexicon) is Level.HIGH


def test_another_sign_is_tried_where_the_first_leaves_no_words(tmp_path: Path) -> None:
    lexicon = lexicon_of(tmp_path, 'apart = true\nneeds = [["blue", "red"], ["sky"]]')
    assert level("an azure sky", lexicon) is Level.NONE
    assert level("an azure sky. it is crimson", lexicon) is Level.HIGH


def test_one_family_alone_is_refused(tmp_path: Path) -> None:
    home = tmp_path / "lexicon" / "xx"
    home.mkdir(parents=True)
    (home / "plain.toml").write_text(SIGNS + TOGETHER.format(asks='needs = [["red"]]'), "utf-8")
    with pytest.raises(BrokenContent) as broken:
        load(home.parent)
    assert broken.value.field == "needs"


def test_the_places_of_every_sign_are_told(tmp_path: Path) -> None:
    lexicon = lexicon_of(tmp_path, 'of = ["red", "blue"]')
    signal = screen("crimson. an azure sky", lexicon)
    assert signal is not None
    assert signal.rules == ("xx.together",)
    assert signal.spans == ((0, 7), (12, 21))


@pytest.mark.parametrize(
    ("goodbye", "taken_back"),
    [
        (
            "the letter is on my desk. i made my peace. dont look for me",
            "the letter is on my desk. i made my peace. dont look for me, i am going camping",
        ),
        (
            "im in the closet and hes on the stairs",
            "im in the closet and hes on the stairs in this game, respawn in ten",
        ),
    ],
)
def test_a_context_takes_signs_back(goodbye: str, taken_back: str, lexicon: Lexicon) -> None:
    assert level(goodbye, lexicon) is Level.IMMINENT
    assert level(taken_back, lexicon) is Level.NONE


@pytest.mark.parametrize(
    "spelled",
    [
        "i t o o k t h e w h o l e b o t t l e. dont be mad",
        "w.i.s.h i w.a.s n.e.v.e.r b.o.r.n",
        "i **wa**nt to *k*__i__ll m~~y~~self",
    ],
)
def test_a_sentence_taken_apart_is_read(spelled: str, lexicon: Lexicon) -> None:
    assert level(spelled, lexicon) is not Level.NONE
