"""The shipped lexicon and the sentences written for these tests."""

from pathlib import Path

import pytest

from bot.safety.lexicon import Lexicon
from bot.safety.signal import Level
from tests.shipped import WORDS

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
LEXICON = ROOT / "data" / "lexicon"


def lines(name: str) -> list[str]:
    text = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in text if line and not line.startswith("#")]


def positives() -> list[tuple[Level, str]]:
    pairs = (line.split("|", 1) for line in lines("positives.txt"))
    return [(Level(level), text.replace("\\u200b", "\u200b")) for level, text in pairs]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return WORDS.lexicon
