"""What the screen says of sentences, and of the same sentences in disguise."""

import random
import re
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.safety.lexicon import Lexicon
from bot.safety.reading import read
from bot.safety.screen import judge, screen, screen_together
from bot.safety.signal import Category, Level
from bot.safety.weigh import weigh
from tests.shipped import WORDS
from tests.unit.safety.conftest import lines, positives

SHIPPED = WORDS.lexicon
POSITIVES = positives()
NEGATIVES = lines("negatives.txt")
RULES = [rule for pack in SHIPPED.packs for rule in pack.rules]
ENGLISH = [(level, text) for level, text in POSITIVES if text.isascii()]
TWINS = str.maketrans({"a": "а", "e": "е", "o": "о", "i": "і", "c": "с"})
LEET = str.maketrans({"i": "1", "e": "3"})


def level_of(text: str) -> Level:
    signal = screen(text, SHIPPED)
    return signal.level if signal else Level.NONE


@cache
def as_written(text: str) -> Level:
    return level_of(text)


def in_the_long_words(text: str, change: Callable[[str], str]) -> str:
    """Disguise one word in two, as people do; very short ones are left."""
    words = text.split(" ")
    return " ".join(
        change(w) if len(w) > 2 and w.isalpha() and at % 2 == 0 else w for at, w in enumerate(words)
    )


TRANSFORMS: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "title case": str.title,
    "wide spaces": lambda t: t.replace(" ", "   "),
    "zero width": "\u200b".join,
    "soft hyphens": lambda t: in_the_long_words(t, "\u00ad".join),
    "homoglyphs": lambda t: t.translate(TWINS),
    "full width": lambda t: "".join(chr(ord(c) + 0xFEE0) if "a" <= c <= "z" else c for c in t),
    "bold": lambda t: in_the_long_words(t, lambda w: f"**{w}**"),
    "spoilers": lambda t: in_the_long_words(t, lambda w: f"||{w}||"),
    "split by markdown": lambda t: in_the_long_words(t, lambda w: f"{w[:2]}**{w[2:]}**"),
    "leet": lambda t: in_the_long_words(t, lambda w: w.translate(LEET)),
    "repeated letters": lambda t: in_the_long_words(t, lambda w: w + w[-1] * 4),
    "a benign sentence before": lambda t: f"The weather was nice today.\n{t}",
    "a benign sentence after": lambda t: f"{t}.\nThe weather was nice today.",
    "trailing marks": lambda t: f"{t}...!!",
}


@pytest.mark.parametrize("level", ["imminent", "high", "concern", "third_party"])
def test_sentences_reach_their_level(level: str) -> None:
    mine = [text for wanted, text in POSITIVES if wanted == level]
    missed = [text for text in mine if level_of(text).rank < Level(level).rank]
    assert len(mine) >= 20
    assert missed == []


def test_worry_for_another_is_told_from_oneself() -> None:
    mine = [text for wanted, text in POSITIVES if wanted == "third_party"]
    assert [text for text in mine if level_of(text) != "third_party"] == []


def test_harmless_sentences_stay_at_none() -> None:
    assert [text for text in NEGATIVES if level_of(text) != "none"] == []


@pytest.mark.parametrize("name", TRANSFORMS)
def test_disguises_keep_the_level(name: str) -> None:
    change = TRANSFORMS[name]
    before = [(as_written(text), text) for _, text in ENGLISH]
    lowered = [(level, text) for level, text in before if level_of(change(text)).rank < level.rank]
    assert [text for level, text in lowered if level is Level.IMMINENT] == []
    assert len(lowered) <= 0.02 * len(before), [text for _, text in lowered]


@pytest.mark.parametrize("name", ["as it stands", *TRANSFORMS])
def test_the_first_look_turns_nothing_away_that_a_full_reading_finds(name: str) -> None:
    change = TRANSFORMS.get(name, str)
    examples = [text for rule in RULES for text in rule.matches]
    for text in map(change, [*examples, *(text for _, text in POSITIVES)]):
        if screen(text, SHIPPED) is None:
            reading = read(text, SHIPPED.words, SHIPPED.repair)
            assert judge(reading, weigh(reading, SHIPPED), SHIPPED) is None, text


@pytest.mark.parametrize("joke", ["lol {}", "{} lol", "{} haha", "{} 😂"])
def test_laughing_does_not_silence_what_is_imminent(joke: str) -> None:
    mine = [text for wanted, text in POSITIVES if wanted is Level.IMMINENT]
    assert [t for t in mine if level_of(joke.format(t)) is not Level.IMMINENT] == []


def test_a_signal_names_rules_spans_and_category(lexicon: Lexicon) -> None:
    text = "hey. honestly i want to kill myself"
    signal = screen(text, lexicon)
    assert signal is not None
    assert signal.category is Category.SUICIDE
    assert "en.suicide.want-to-kill-self" in signal.rules
    start, end = signal.spans[0]
    assert text[start:end].endswith("i want to kill myself")


@pytest.mark.parametrize(
    "text",
    ["so i wa\u200bnt to d\u200bie", "**i** want to ||die||", "ｉ want to ｄｉｅ", "I want to d1e"],
)
def test_spans_point_into_the_raw_text(text: str, lexicon: Lexicon) -> None:
    signal = screen(text, lexicon)
    assert signal is not None
    start, end = signal.spans[0]
    assert 0 <= start < end <= len(text)
    assert text[end - 2 : end].strip("|*") != ""


def test_a_lowering_cue_is_named(lexicon: Lexicon) -> None:
    signal = screen("i am not suicidal. but he hit me again last night", lexicon)
    assert signal is not None
    assert "en.negated" in signal.lowered_by


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("i am suicidal", "i am not suicidal"),
        ("i want to die", "she wants to die"),
        ("he strangled me", "he strangled me ten years ago, i am safe now"),
        ("i want to kill myself", "> i want to kill myself"),
        ("i took all my pills", "i took my pills"),
        ("i havent eaten in four days", "i havent eaten in four hours"),
        ("my dad beats me with a belt", "my dad beats me at chess"),
        ("i'm going to kill myself tonight", "are you going to kill yourself tonight?"),
    ],
)
def test_contrasts_are_told_apart(first: str, second: str) -> None:
    assert level_of(first).rank > level_of(second).rank or level_of(second) is Level.THIRD_PARTY


def test_three_messages_are_read_together(lexicon: Lexicon) -> None:
    assert screen("die", lexicon) is None
    signal = screen_together(["i want", "to", "die"], lexicon)
    assert signal is not None
    assert signal.level is Level.HIGH
    assert signal.spans == ((0, 3),)


def test_nothing_and_harmless_messages_together_are_nothing(lexicon: Lexicon) -> None:
    assert screen_together([], lexicon) is None
    assert screen_together(["i want", "a", "pizza"], lexicon) is None


def test_the_spans_of_an_earlier_message_are_left_out(lexicon: Lexicon) -> None:
    signal = screen_together(
        ["i want to kill myself tonight.", "ok so what now, everyone"], lexicon
    )
    assert signal is not None
    assert signal.spans == ()


@pytest.mark.parametrize("filling", ["so today was long. " * 400, "\u200b" * 9000, "word " * 3000])
def test_danger_after_a_long_preamble_is_seen(filling: str, lexicon: Lexicon) -> None:
    text = filling + "i want to kill myself"
    signal = screen(text, lexicon)
    assert signal is not None
    assert text[slice(*signal.spans[-1])].endswith("kill myself")
    assert screen("i want to kill myself. " + filling, lexicon) is not None


@pytest.mark.parametrize(
    "text",
    [
        "\ud800",
        "\ud83d" * 50,
        "\u0301" * 500,
        "\u200b" * 100_000,
        "a" * 100_000,
        "死" * 5000,
        "",
        " ",
    ],
)
def test_any_string_is_answered(text: str, lexicon: Lexicon) -> None:
    assert screen(text, lexicon) is None


@given(st.text(max_size=300))
def test_no_string_breaks_it_and_spans_fit(text: str) -> None:
    signal = screen(text, SHIPPED)
    if signal is not None:
        assert all(0 <= a <= b <= len(text) for a, b in signal.spans)


@given(st.lists(st.sampled_from([t for _, t in POSITIVES] + NEGATIVES), max_size=6), st.randoms())
def test_chopped_sentences_break_nothing(texts: list[str], rng: random.Random) -> None:
    pieces = [text[: rng.randint(0, len(text))] for text in texts]
    for text in (" ".join(pieces), "\n".join(pieces)):
        signal = screen(text, SHIPPED)
        assert signal is None or signal.level is not Level.NONE


def test_levels_are_ordered() -> None:
    ranks = [Level(name).rank for name in ("none", "third_party", "concern", "high", "imminent")]
    assert ranks == [0, 1, 1, 2, 3]


def test_the_sentences_here_are_many_and_differ() -> None:
    assert len({re.sub(r"\W+", " ", t.lower()) for _, t in POSITIVES}) > 300
    assert len(set(NEGATIVES)) > 180
