"""A key tells people apart and seals values; what it sealed opens in its place and nowhere else."""

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.epochs.key import FILE_BYTES, EpochKey, KeyGone, Place, new_key, read_key, unseal
from bot.ids import GuildId, UserId
from bot.keyring import TAG_BYTES, Unopenable

KEY = EpochKey(2968, bytes(range(32)))
OTHER = EpochKey(2968, bytes(range(1, 33)))
WORDS = b"I have not told anybody this"
DRAFT = Place("share.draft", 7)
HERE, THERE = GuildId(11), GuildId(12)


@given(st.binary(max_size=4000), st.text(max_size=30), st.integers(0, 2**63 - 1))
def test_whatever_is_sealed_opens_in_its_place(plain: bytes, column: str, row: int) -> None:
    place = Place(column, row)
    assert unseal([OTHER, KEY], place, KEY.seal(place, plain)) == plain


@pytest.mark.parametrize("place", [Place("share.draft", 8), Place("share.reply", 7), Place("", 0)])
def test_another_row_or_column_does_not_open_it(place: Place) -> None:
    with pytest.raises(Unopenable):
        KEY.open(place, KEY.seal(DRAFT, WORDS))


def test_one_changed_bit_anywhere_does_not_open() -> None:
    sealed = KEY.seal(DRAFT, WORDS)
    for place in range(len(sealed)):
        spoilt = bytearray(sealed)
        spoilt[place] ^= 1
        with pytest.raises((Unopenable, KeyGone)):
            unseal([KEY], DRAFT, bytes(spoilt))


def test_a_value_cut_anywhere_does_not_open() -> None:
    sealed = KEY.seal(DRAFT, WORDS)
    for length in range(len(sealed)):
        with pytest.raises((Unopenable, KeyGone)):
            unseal([KEY], DRAFT, sealed[:length])


@given(st.binary(max_size=60))
def test_bytes_from_anywhere_do_not_open(value: bytes) -> None:
    with pytest.raises((Unopenable, KeyGone)):
        unseal([KEY], DRAFT, value)


def test_without_its_key_a_value_says_kindly_that_its_time_is_over() -> None:
    sealed = KEY.seal(DRAFT, WORDS)
    for keys in ([], [OTHER]):
        with pytest.raises(KeyGone) as told:
            unseal(keys, DRAFT, sealed)
        assert told.value.key == "refusal.key-gone"
    with pytest.raises(KeyGone):
        OTHER.open(DRAFT, sealed)


def test_the_same_words_sealed_twice_look_different_and_show_nothing() -> None:
    one, two = KEY.seal(DRAFT, WORDS), KEY.seal(DRAFT, WORDS)
    assert one != two
    assert not any(WORDS[at : at + 4] in one for at in range(len(WORDS) - 3))


def test_two_keys_of_one_epoch_are_told_apart() -> None:
    assert KEY.id != OTHER.id
    assert EpochKey(2969, KEY.secret).id == KEY.id


def test_a_tag_stays_the_same_within_its_key_and_community() -> None:
    assert KEY.tag(HERE, UserId(5)) == EpochKey(2968, KEY.secret).tag(HERE, UserId(5))
    assert len(KEY.tag(HERE, UserId(5))) == TAG_BYTES


def test_people_communities_and_keys_all_change_a_tag() -> None:
    tags = {
        key.tag(community, UserId(person))
        for key in (KEY, OTHER)
        for community in (HERE, THERE)
        for person in range(500)
    }
    assert len(tags) == 2 * 2 * 500
    # Community and person do not run into each other.
    assert KEY.tag(GuildId(1), UserId(2)) != KEY.tag(GuildId(2), UserId(1))


def test_a_tag_is_not_what_the_bare_secret_would_make() -> None:
    who = HERE.to_bytes(8, "big") + (5).to_bytes(8, "big")
    for message in (who, b"person\0" + who):
        assert KEY.tag(HERE, UserId(5)) not in hmac.digest(KEY.secret, message, "sha256")
        assert KEY.tag(HERE, UserId(5)) not in hashlib.sha256(KEY.secret + message).digest()


def test_no_secret_shows() -> None:
    assert str(KEY.secret) not in repr(KEY)
    assert KEY.id not in KEY.secret


@given(st.integers(0, 2**64 - 1), st.binary(min_size=32, max_size=32))
def test_a_key_is_read_as_it_was_written(number: int, secret: bytes) -> None:
    key = EpochKey(number, secret)
    assert len(key.written()) == FILE_BYTES
    assert read_key(key.written()) == key


@given(st.binary(max_size=FILE_BYTES + 5))
def test_bytes_from_anywhere_are_no_key(whole: bytes) -> None:
    assert read_key(whole) is None


def test_a_key_changed_or_cut_anywhere_is_no_key() -> None:
    whole = KEY.written()
    for place in range(len(whole)):
        spoilt = bytearray(whole)
        spoilt[place] ^= 128
        assert read_key(bytes(spoilt)) is None
        assert read_key(whole[:place]) is None


def test_new_keys_differ() -> None:
    assert len({new_key(1).secret for _ in range(50)}) == 50
