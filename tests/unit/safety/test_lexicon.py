"""The lexicon as data: loading, proof, tuning, and what is refused."""

import shutil
from pathlib import Path

import pytest

from bot.content.lexicon import load_lexicon
from bot.errors import BrokenContent
from bot.safety.lexicon import (
    ExtraPhrase,
    Lexicon,
    LexiconError,
    Tuning,
    compile_lexicon,
    tune,
)
from bot.safety.load import load, prove
from bot.safety.pattern import PatternError
from bot.safety.proof import changed_by, failures, level_of
from bot.safety.screen import screen
from bot.safety.signal import Category, Level
from tests.unit.safety.conftest import LEXICON

RULE = """
[[rules]]
id = "xx.one"
category = "suicide"
level = "high"
patterns = ["{pattern}"]
matches = ["{match}"]
avoids = ["fine day"]
"""


def folder(tmp_path: Path, text: str, language: str = "xx") -> Path:
    home = tmp_path / "lexicon" / language
    home.mkdir(parents=True, exist_ok=True)
    (home / "plain.toml").write_text(text, "utf-8")
    return home.parent


def rule(pattern: str = "purple sorrow", match: str = "a purple sorrow") -> str:
    return RULE.replace("{pattern}", pattern).replace("{match}", match)


def test_every_example_of_every_rule_holds(lexicon: Lexicon) -> None:
    assert list(failures(lexicon)) == []


def test_the_proof_is_of_the_files_as_they_are() -> None:
    assert load_lexicon(LEXICON).proved, "run bot.safety.load.prove on data/lexicon"


def test_every_pattern_can_be_compiled(lexicon: Lexicon) -> None:
    for owner in (*lexicon.rules.values(), *lexicon.cues.values()):
        for phrase in owner.phrases:
            assert phrase.search("") is None or owner.id == ""


def test_every_cue_anchors_somewhere(lexicon: Lexicon) -> None:
    loose = [cue.id for cue in lexicon.cues.values() for p in cue.phrases if not p.needs]
    assert loose == []


def test_packs_name_their_state_of_review() -> None:
    packs = load_lexicon(LEXICON).packs
    assert {"en", "es", "fr", "de", "pt", "it", "nl", "pl"} <= {pack.language for pack in packs}
    assert all(pack.reviewed or "review" in pack.note for pack in packs)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("not toml [", ""),
        (rule().replace('"high"', '"dire"'), "level"),
        (rule().replace("avoids", "avoid"), "avoid"),
        (rule("{nowhere} sorrow"), "patterns"),
        (rule("(purple sorrow"), "patterns"),
        (rule("purple) sorrow"), "patterns"),
        (rule("purple | "), "patterns"),
        (rule("purple ?!"), "patterns"),
        (rule("~3"), "patterns"),
        (rule() + rule(), "id"),
        (rule() + rule().replace("xx.one", "xx.two"), "patterns"),
        (rule("{loop} sorrow") + '[slots]\nloop = ["{loop} again"]', "patterns"),
        (rule(match="a green sorrow"), "matches"),
        (rule().replace("fine day", "purple sorrow"), "avoids"),
    ],
)
def test_what_is_broken_is_named(tmp_path: Path, text: str, field: str) -> None:
    with pytest.raises(BrokenContent) as broken:
        load(folder(tmp_path, text))
    assert broken.value.field.split(".")[0] == field


def test_a_slot_said_twice_in_a_language_is_refused(tmp_path: Path) -> None:
    directory = folder(tmp_path, rule() + '[slots]\nhue = ["purple"]')
    (directory / "xx" / "more.toml").write_text('[slots]\nhue = ["green"]', "utf-8")
    with pytest.raises(BrokenContent, match="hue"):
        load(directory)


def test_an_empty_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenContent):
        load(tmp_path)


def test_files_of_a_language_are_read_together(tmp_path: Path) -> None:
    directory = folder(tmp_path, rule("{hue} sorrow"))
    (directory / "xx" / "more.toml").write_text('[slots]\nhue = ["purple"]', "utf-8")
    assert level_of("purple sorrow", load(directory)) is Level.HIGH


def test_a_proved_directory_is_trusted_until_it_changes(tmp_path: Path) -> None:
    directory = folder(tmp_path, rule())
    prove(directory)
    assert load_lexicon(directory).proved
    (directory / "xx" / "plain.toml").write_text(rule(match="never"), "utf-8")
    assert not load_lexicon(directory).proved
    with pytest.raises(BrokenContent):
        prove(directory)


def test_a_together_must_name_families_that_exist(tmp_path: Path) -> None:
    entry = '[[together]]\nid = "xx.both"\ncategory = "suicide"\nlevel = "high"\n'
    entry += 'needs = [["nobody"], ["nowhere"]]\nmatches = ["a"]\n'
    with pytest.raises(BrokenContent, match="nobody"):
        load(folder(tmp_path, rule() + entry))


def test_cues_must_have_ids_of_their_own(tmp_path: Path) -> None:
    cue = '[[cues]]\nid = "xx.cue"\nscope = "clause"\npatterns = ["green"]\n'
    with pytest.raises(BrokenContent, match="twice"):
        load(folder(tmp_path, rule() + cue + cue))


EXTRA = ExtraPhrase("ours.yellow", "Yellow door, please", Category.SUICIDE, Level.HIGH)


def test_a_community_adds_a_phrase(lexicon: Lexicon) -> None:
    tuned = tune(lexicon, Tuning(extra=(EXTRA,)))
    signal = screen("it is a YELLOW   door please tonight", tuned)
    assert signal is not None
    assert signal.rules == ("ours.yellow",)
    assert screen("it is a yellow door please tonight", lexicon) is None


def test_an_extra_phrase_is_never_a_pattern(lexicon: Lexicon) -> None:
    extra = ExtraPhrase("ours.odd", "(red|{want_to}) ~3 !door?", Category.SUICIDE, Level.HIGH)
    tuned = tune(lexicon, Tuning(extra=(extra,)))
    assert level_of("red", tuned) is Level.NONE


def test_a_community_switches_a_rule_off(lexicon: Lexicon) -> None:
    tuned = tune(lexicon, Tuning(off=frozenset({"en.eating.concern"})))
    assert level_of("purged again, i hate it", lexicon) is Level.CONCERN
    assert level_of("purged again, i hate it", tuned) is Level.NONE


def test_a_tuning_says_which_examples_it_changes(lexicon: Lexicon) -> None:
    changes = changed_by(lexicon, Tuning(off=frozenset({"en.eating.concern"})))
    assert {change.rule for change in changes} == {"en.eating.concern"}
    assert all(change.after.rank < change.before.rank for change in changes)
    assert changed_by(lexicon, Tuning()) == ()


@pytest.mark.parametrize(
    "tuning",
    [
        Tuning(off=frozenset({"en.nothing"})),
        Tuning(extra=(ExtraPhrase("ours.x", "?!", Category.SUICIDE, Level.HIGH),)),
        Tuning(extra=(EXTRA, EXTRA)),
        Tuning(extra=(ExtraPhrase("en.others.abuse", "a", Category.SUICIDE, Level.HIGH),)),
    ],
)
def test_a_tuning_that_cannot_be_is_refused(lexicon: Lexicon, tuning: Tuning) -> None:
    with pytest.raises(LexiconError):
        tune(lexicon, tuning)


def test_tuning_leaves_the_first_lexicon_alone(lexicon: Lexicon) -> None:
    before = len(lexicon.words.symbols), len(lexicon.rules)
    tune(lexicon, Tuning(extra=(EXTRA,), off=frozenset({"en.eating.concern"})))
    assert (len(lexicon.words.symbols), len(lexicon.rules)) == before


def test_too_many_words_are_refused(lexicon: Lexicon) -> None:
    words = lexicon.words.copy()
    with pytest.raises(OverflowError):
        _ = [words.symbol(f"w{number}") for number in range(50_000)]


def test_a_lexicon_of_nothing_answers_nothing() -> None:
    assert screen("i want to die", compile_lexicon(())) is None


def test_pattern_errors_are_values() -> None:
    assert issubclass(PatternError, ValueError)


def test_the_shipped_directory_can_be_copied_and_loaded(tmp_path: Path) -> None:
    shutil.copytree(LEXICON / "it", tmp_path / "lexicon" / "it")
    assert level_of("voglio morire", load(tmp_path / "lexicon")) is Level.HIGH
