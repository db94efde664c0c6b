"""How long the screen takes: generous budgets, and ratios within one run that noise cannot break.

Budgets are several times the promise of `docs/safety.md`, so that a busy machine does not fail
them; the ratios are the real gate.
"""

import random
import time
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bot.safety.lexicon import ExtraPhrase, Lexicon, Tuning, tune
from bot.safety.load import load
from bot.safety.screen import screen
from bot.safety.signal import Category, Level

LEXICON = Path(__file__).parents[2] / "data" / "lexicon"
EVERYDAY = [
    "does anyone know a good place for ramen near the station",
    "lol same, i was up until three playing with my sister",
    "we won the second round, what a save",
    "I don't think the update fixed it, my screen still goes black",
    "good morning everyone, how did you sleep?",
    "my boss moved the meeting to friday again",
]
HOSTILE = {
    "one letter": "a" * 4000,
    "spaced": "k i l l " * 500,
    "dotted": "k.i.l.l. " * 444,
    "joined": "killmyself" * 400,
    "leet": "k1ll mys3lf " * 333,
    "stretched": "kiiiill " * 500,
    "pleas": "i want to die " * 285,
    "denials": "not never no " * 307,
    "quotes": '"i want to die" ' * 250,
    "marks": "\u0301" * 4000,
    "zero width": "k\u200bi\u200bl\u200bl " * 500,
    "scripts": "кill mуself " * 333,
    "ideographs": "死にたい" * 1000,
    "commands": "> " * 2000,
    "stars": "*k*i*l*l* " * 400,
}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    loaded = load(LEXICON)
    for text in (*EVERYDAY, *HOSTILE.values()):
        screen(text, loaded)
    return loaded


def seconds(text: str, lexicon: Lexicon, times: int = 5) -> float:
    """The best of several runs, in processor time."""
    best = 1.0
    for _ in range(times):
        begin = time.thread_time()
        screen(text, lexicon)
        best = min(best, time.thread_time() - begin)
    return best


def many(texts: list[str], lexicon: Lexicon) -> float:
    begin = time.thread_time()
    for _ in range(200):
        for text in texts:
            screen(text, lexicon)
    return time.thread_time() - begin


def test_everyday_messages(benchmark: BenchmarkFixture, lexicon: Lexicon) -> None:
    benchmark(lambda: [screen(text, lexicon) for text in EVERYDAY])
    assert many(EVERYDAY, lexicon) / (200 * len(EVERYDAY)) < 60e-6


@pytest.mark.parametrize("name", HOSTILE)
def test_any_four_thousand_characters(name: str, lexicon: Lexicon) -> None:
    text = HOSTILE[name][:4000]
    assert seconds(text, lexicon) < 20e-3


def test_random_words_of_the_lexicon_are_bounded(lexicon: Lexicon) -> None:
    rng = random.Random(5)  # noqa: S311 - words for a stopwatch, not a secret
    words = sorted(word for word in lexicon.gate.openers if word.isascii())
    for _ in range(5):
        text = " ".join(rng.choice(words) for _ in range(800))[:4000]
        screen(text, lexicon)
        assert seconds(text, lexicon) < 20e-3


def test_six_hundred_characters(lexicon: Lexicon) -> None:
    assert seconds(("what a long day it was at the lake with them. " * 20)[:600], lexicon) < 2e-3


def test_time_grows_no_faster_than_length(lexicon: Lexicon) -> None:
    text = "my dog ate the cake, i want to kill myself laughing, then we went home. "
    short, long = text * 8, text * 48
    screen(short, lexicon)
    screen(long, lexicon)
    assert seconds(long, lexicon) < 6 * 2.5 * max(seconds(short, lexicon), 50e-6)


def test_time_does_not_grow_with_the_lexicon(lexicon: Lexicon) -> None:
    extra = tuple(
        ExtraPhrase(f"ours.{n}", f"zq{n} wq{n}", Category.SUICIDE, Level.HIGH) for n in range(2000)
    )
    larger = tune(lexicon, Tuning(extra=extra))
    many(EVERYDAY, larger)
    assert many(EVERYDAY, larger) < 2.5 * many(EVERYDAY, lexicon)
