"""A sealed file opens whole and in order, or not at all."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.keyring import Keyring, Unopenable
from bot.storage import sealed_file
from bot.storage.sealed_file import CHUNK, Damaged, Foreign, open_head, open_stream, seal_stream

RING = Keyring([b"a" * 32])
SAYS = {"made_at": "today"}
CUT = CHUNK + 16
START = len(sealed_file.MAGIC) + 4


def sealed(plain: bytes, ring: Keyring = RING) -> bytes:
    sink = io.BytesIO()
    seal_stream(ring, SAYS, io.BytesIO(plain), sink)
    return sink.getvalue()


def opened(written: bytes, ring: Keyring = RING) -> bytes:
    source, sink = io.BytesIO(written), io.BytesIO()
    head = open_head(ring, source)
    assert head.says == SAYS
    open_stream(head, source, sink)
    return sink.getvalue()


def body_of(written: bytes) -> int:
    """Where the chunks begin."""
    return START + int.from_bytes(written[START - 4 : START], "big")


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_what_was_sealed_opens(size: int) -> None:
    plain = bytes(range(256)) * (size // 256 + 1)
    assert opened(sealed(plain[:size])) == plain[:size]


def test_the_file_shows_nothing_and_is_never_the_same_twice() -> None:
    plain = b"a name and a number" * 100
    first = sealed(plain)
    assert b"a name" not in first
    assert b"today" not in first
    assert first[START:] != sealed(plain)[START:]


def test_an_older_key_of_the_ring_opens_it_and_another_key_does_not() -> None:
    written = sealed(b"x")
    assert opened(written, Keyring([b"b" * 32, b"a" * 32])) == b"x"
    with pytest.raises(Unopenable):
        opened(written, Keyring([b"b" * 32]))


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"hearth backup 2\n" + b"x" * 90])
def test_something_else_is_told_from_a_copy(content: bytes) -> None:
    with pytest.raises(Foreign):
        opened(content)


LONG = sealed(b"x" * (2 * CHUNK + 5))
BODY = body_of(LONG)
CHUNKS = [LONG[BODY : BODY + CUT], LONG[BODY + CUT : BODY + 2 * CUT], LONG[BODY + 2 * CUT :]]


@pytest.mark.parametrize(
    "order", [(), (0,), (0, 1), (1, 0, 2), (0, 2), (0, 1, 2, 2), (2,), (0, 1, 1, 2)]
)
def test_chunks_that_are_missing_moved_or_doubled_do_not_open(order: tuple[int, ...]) -> None:
    assert opened(LONG[:BODY] + b"".join(CHUNKS)) == b"x" * (2 * CHUNK + 5)
    with pytest.raises(Damaged):
        opened(LONG[:BODY] + b"".join(CHUNKS[each] for each in order))


def test_chunks_of_another_file_under_the_same_key_do_not_open() -> None:
    other = sealed(b"x" * (2 * CHUNK + 5))
    with pytest.raises(Damaged):
        opened(LONG[:BODY] + other[body_of(other) :])


SHORT = sealed(b"x" * 300)


@settings(deadline=None)
@given(place=st.integers(0, len(SHORT) - 1), bit=st.integers(0, 7))
def test_no_bit_can_be_turned(place: int, bit: int) -> None:
    spoilt = bytearray(SHORT)
    spoilt[place] ^= 1 << bit
    with pytest.raises((Damaged, Foreign, Unopenable)):
        opened(bytes(spoilt))


@settings(deadline=None)
@given(length=st.integers(0, len(SHORT) - 1))
def test_no_end_can_be_cut_off(length: int) -> None:
    with pytest.raises((Damaged, Foreign, Unopenable)):
        opened(SHORT[:length])
