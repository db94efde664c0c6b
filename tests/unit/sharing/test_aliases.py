"""Names of a thread: one for each person, none twice, and nothing to join two threads by."""

import math
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.aliases import AliasWords, read_aliases
from bot.errors import BrokenContent
from cogs.sharing.aliases import alias

FOLDER = Path(__file__).parents[3] / "data" / "aliases"
EVERY = read_aliases(FOLDER)
WORDS = EVERY["en"]
KEY, OTHER = bytes(range(16)), bytes(range(1, 17))


@pytest.mark.parametrize("locale", sorted(EVERY))
def test_there_are_enough_words_and_each_is_one_word(locale: str) -> None:
    words = EVERY[locale]
    assert len(words.adjective) >= 60
    assert len(words.noun) >= 120
    for word in (*words.adjective, *words.noun):
        assert word.isalpha()
        assert word.istitle()
    assert not {*words.adjective} & {*words.noun}
    longest = max(map(len, words.adjective)) + 1 + max(map(len, words.noun))
    assert longest <= 32  # what Discord shows as a name


def test_any_german_adjective_fits_any_noun() -> None:
    # Its nouns are neuter, as the file says; of that no machine can judge.
    assert all(word.endswith("es") for word in EVERY["de"].adjective)


def test_five_thousand_people_of_one_thread_have_a_name_each() -> None:
    names = [alias(WORDS, KEY, seq) for seq in range(5_000)]
    assert len(set(names)) == 5_000
    assert all(len(name.split()) == 2 for name in names)
    assert max(map(len, names)) <= 32  # what Discord shows as a name


@settings(max_examples=30, deadline=None)
@given(st.binary(min_size=16, max_size=32), st.integers(1, 16), st.integers(1, 16))
def test_every_pair_comes_once_and_then_with_a_number(key: bytes, first: int, second: int) -> None:
    words = AliasWords.model_construct(
        adjective=tuple(f"A{n}" for n in range(first)), noun=tuple(f"N{n}" for n in range(second))
    )
    pairs = first * second
    once, twice, thrice = (
        [alias(words, key, turn * pairs + seq) for seq in range(pairs)] for turn in range(3)
    )
    assert len({*once}) == pairs
    assert set(once) == {words.pair(place) for place in range(pairs)}
    assert twice == [f"{name} 2" for name in once]
    assert thrice == [f"{name} 3" for name in once]


def test_the_same_person_keeps_the_name_in_one_thread() -> None:
    assert [alias(WORDS, KEY, 7) for _ in range(3)] == [alias(WORDS, KEY, 7)] * 3


def test_another_thread_begins_with_other_names() -> None:
    threads = [bytes([number]) * 16 for number in range(200)]
    firsts = [alias(WORDS, key, 0) for key in threads]
    assert len(set(firsts)) > 190
    # Names of two threads meet as often as chance has it, and at no place more often.
    one = [alias(WORDS, KEY, seq) for seq in range(1_000)]
    two = [alias(WORDS, OTHER, seq) for seq in range(1_000)]
    meeting = len({*one} & {*two})
    expected = 1_000 * 1_000 / WORDS.pairs
    assert abs(meeting - expected) < 6 * math.sqrt(expected)
    assert sum(a == b for a, b in zip(one, two, strict=True)) <= 5


def test_neighbours_do_not_look_alike() -> None:
    names = [alias(WORDS, KEY, seq).split() for seq in range(2_000)]
    alike = sum(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(names))
    expected = 2_000 * (1 / len(WORDS.adjective) + 1 / len(WORDS.noun))
    assert alike < 3 * expected


@pytest.mark.parametrize(
    ("old", "new", "entry", "field", "why"),
    [
        ('"Calm"', '"Quiet"', "quiet", "adjective", "stands twice"),
        ('"Calm"', '"quiet"', "quiet", "adjective", "stands twice"),
        ('"Otter"', '"Sea Otter"', "words.noun", "1", "must be one word of letters"),
        ('"Otter"', "7", "words.noun", "1", "must be text in quotes"),
        ('language = "en"', 'language = "de"', "meta", "language", "must be en"),
        ("noun = [", "nouns = [", "words", "noun", "is missing"),
    ],
)
def test_a_broken_file_is_named(  # noqa: PLR0913, PLR0917 - the columns of the table
    tmp_path: Path, old: str, new: str, entry: str, field: str, why: str
) -> None:
    shutil.copytree(FOLDER, tmp_path / "aliases")
    path = tmp_path / "aliases" / "en.toml"
    written = path.read_text(encoding="utf-8")
    assert old in written
    path.write_text(written.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BrokenContent, match=r"en\.toml") as told:
        read_aliases(tmp_path / "aliases")
    assert (told.value.entry, told.value.field) == (entry, field)
    assert why in told.value.why


def test_too_few_words_and_a_missing_file_stop_the_start(tmp_path: Path) -> None:
    with pytest.raises(BrokenContent, match=r"en\.toml"):
        read_aliases(tmp_path)
    few = 'adjective = ["Calm"]\nnoun = ["Otter"]\n'
    (tmp_path / "en.toml").write_text(f'[meta]\nschema = 1\nlanguage = "en"\n[words]\n{few}')
    with pytest.raises(BrokenContent, match="needs at least 60"):
        read_aliases(tmp_path)
