"""The lexicon that ships is the one whose examples were proved."""

from bot.app import ROOT
from bot.content.lexicon import load_lexicon
from bot.safety.lexicon import compile_lexicon
from bot.safety.proof import failures


def test_the_shipped_lexicon_is_proved_and_its_examples_hold() -> None:
    packs = load_lexicon(ROOT / "data" / "lexicon")
    assert packs.proved, "run `make prove`"
    assert not list(failures(compile_lexicon(packs.packs)))
