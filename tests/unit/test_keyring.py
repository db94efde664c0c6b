"""What is sealed opens for its purpose and under its key, and for nothing else."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ids import UserId
from bot.keyring import (
    KEY_BYTES,
    TAG_BYTES,
    Keyring,
    Unopenable,
    keyed_index,
    new_key,
    person_tag,
    read_keys,
)

OLD, NEW, OTHER = b"o" * KEY_BYTES, b"n" * KEY_BYTES, b"x" * KEY_BYTES
WORDS = b"I have not told anybody this"


@given(purpose=st.text(max_size=40), plain=st.binary(max_size=3000))
def test_whatever_is_sealed_opens_as_it_was(purpose: str, plain: bytes) -> None:
    ring = Keyring([NEW])
    assert ring.open(purpose, ring.seal(purpose, plain)) == plain


def test_nothing_of_the_words_stands_in_the_sealed_value() -> None:
    sealed = Keyring([NEW]).seal("note.words", WORDS)
    assert not any(WORDS[at : at + 4] in sealed for at in range(len(WORDS) - 3))


def test_the_same_words_sealed_twice_look_different() -> None:
    ring = Keyring([NEW])
    assert ring.seal("note.words", WORDS) != ring.seal("note.words", WORDS)


def test_another_purpose_does_not_open_it() -> None:
    ring = Keyring([NEW])
    with pytest.raises(Unopenable):
        ring.open("note.title", ring.seal("note.words", WORDS))


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(Unopenable):
        Keyring([OTHER]).open("note.words", Keyring([NEW]).seal("note.words", WORDS))


def test_one_changed_bit_anywhere_does_not_open() -> None:
    ring = Keyring([NEW])
    sealed = ring.seal("note.words", WORDS)
    for place in range(len(sealed)):
        spoilt = bytearray(sealed)
        spoilt[place] ^= 1
        with pytest.raises(Unopenable):
            ring.open("note.words", bytes(spoilt))


def test_a_value_cut_anywhere_does_not_open() -> None:
    ring = Keyring([NEW])
    sealed = ring.seal("note.words", WORDS)
    for length in range(len(sealed)):
        with pytest.raises(Unopenable):
            ring.open("note.words", sealed[:length])


@given(st.binary(max_size=80))
def test_bytes_from_anywhere_do_not_open(value: bytes) -> None:
    with pytest.raises(Unopenable):
        Keyring([NEW]).open("note.words", value)


def test_an_old_key_still_opens_and_the_newest_seals() -> None:
    sealed_before = Keyring([OLD]).seal("note.words", WORDS)
    rotated = Keyring([NEW, OLD])
    assert rotated.open("note.words", sealed_before) == WORDS
    sealed_after = rotated.seal("note.words", WORDS)
    assert Keyring([NEW]).open("note.words", sealed_after) == WORDS
    with pytest.raises(Unopenable):
        Keyring([OLD]).open("note.words", sealed_after)


def test_the_error_of_a_value_that_does_not_open_holds_no_words_and_no_cause() -> None:
    ring = Keyring([NEW])
    with pytest.raises(Unopenable) as caught:
        ring.open("note.title", ring.seal("note.words", WORDS))
    assert str(caught.value) == "note.title"
    assert caught.value.__cause__ is None


def test_a_ring_without_a_key_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one key"):
        Keyring([])


def test_one_person_has_another_tag_in_every_community() -> None:
    person = UserId(2**63 - 1)
    tags = {person_tag(bytes([number]) * KEY_BYTES, person) for number in range(50)}
    assert len(tags) == 50
    assert {len(tag) for tag in tags} == {TAG_BYTES}


def test_a_tag_is_the_same_tomorrow_and_names_one_person_only() -> None:
    assert person_tag(NEW, UserId(7)) == person_tag(NEW, UserId(7))
    tags = {person_tag(NEW, UserId(number)) for number in range(2000)}
    assert len(tags) == 2000


def test_an_index_for_another_purpose_cannot_be_joined_with_a_tag() -> None:
    assert keyed_index(NEW, "case", 7) != keyed_index(NEW, "person", 7)
    assert keyed_index(NEW, "person", 7) == person_tag(NEW, UserId(7))


def test_new_keys_differ_and_can_be_read_back() -> None:
    written = {new_key() for _ in range(50)}
    assert len(written) == 50
    assert all(len(read_keys(each)[0]) == KEY_BYTES for each in written)


def test_keys_are_read_newest_first_with_or_without_spaces_and_padding() -> None:
    new, old = (base64.urlsafe_b64encode(key).decode() for key in (NEW, OLD))
    assert read_keys(f" {new} ,\n{old.rstrip('=')},") == (NEW, OLD)
    assert read_keys("") == ()


@pytest.mark.parametrize("wrong", ["short", "é" * 43, "A" * 40, "A" * 60, "=" * 44, "A" * 41])
def test_a_wrong_key_is_named_by_its_place_and_not_repeated(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"number 2\)") as caught:
        read_keys(f"{new_key()},{wrong}")
    assert wrong not in str(caught.value)
