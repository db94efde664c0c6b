"""A file sealed as a stream: it opens whole, in order and under the key, or not at all.

    magic · length of the head (4 bytes) · head, sealed under the newest key · chunks

The head carries what the file says of itself and a key of this file alone. Each chunk is
AES-256-GCM under that key; its nonce is its number and whether it is the last, so that a chunk that
was moved, left out or cut off does not open (the STREAM construction of Hoang, Reyhanitabar,
Rogaway and Vizár, 2015). No file is ever held in memory.
"""

import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import HearthError
from bot.keyring import KEY_BYTES, Keyring, Unopenable

MAGIC = b"hearth backup 1\n"
CHUNK = 1 << 20  # bytes: few enough to hold, many enough that 16 more each are nothing
_TAG = 16
_LONGEST_HEAD = 4096
_PURPOSE = "backup.head"


class Foreign(HearthError):
    """The file was not made by `seal_stream`."""


class Damaged(HearthError):
    """The file was cut, changed, or put together from several."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the file says of itself, and how its chunks open."""

    says: Mapping[str, str]
    key: bytes
    bound: bytes

    def chunk(self, number: int, content: bytes, *, last: bool) -> bytes:
        """One chunk, sealed."""
        return AESGCM(self.key).encrypt(_nonce(number, last), content, self.bound)

    def open_chunk(self, number: int, content: bytes, *, last: bool) -> bytes:
        """One chunk, opened.

        Raises:
            Damaged: it is not the one that was written there.
        """
        try:
            return AESGCM(self.key).decrypt(_nonce(number, last), content, self.bound)
        except InvalidTag:
            raise Damaged from None


def seal_stream(
    keyring: Keyring, says: Mapping[str, str], source: IO[bytes], sink: IO[bytes]
) -> None:
    """Write all of `source` to `sink`, sealed under the newest key.

    Args:
        keyring: whose newest key seals the head.
        says: what can be read of the file without reading all of it.
        source: what is sealed, from where it stands.
        sink: where to.
    """
    key = secrets.token_bytes(KEY_BYTES)
    plain = json.dumps({"says": dict(says), "key": key.hex()}).encode()
    sealed = keyring.seal(_PURPOSE, plain)
    head = Head(says, key, sealed)
    sink.write(MAGIC + len(sealed).to_bytes(4, "big") + sealed)
    for number, content, last in _pieces(source, CHUNK):
        sink.write(head.chunk(number, content, last=last))


def open_head(keyring: Keyring, source: IO[bytes]) -> Head:
    """Read the beginning of a sealed file.

    Raises:
        Foreign: it is something else.
        Unopenable: it was sealed under another key.
        Damaged: it was sealed under this key and changed since.
    """
    if source.read(len(MAGIC)) != MAGIC:
        raise Foreign
    length = int.from_bytes(source.read(4), "big")
    sealed = source.read(min(length, _LONGEST_HEAD))
    try:
        plain = json.loads(keyring.open(_PURPOSE, sealed))
    except Unopenable:
        if keyring.knows(sealed):
            raise Damaged from None
        raise
    return Head(plain["says"], bytes.fromhex(plain["key"]), sealed)


def open_stream(head: Head, source: IO[bytes], sink: IO[bytes]) -> None:
    """Write what the chunks hold to `sink`; until it returns, nothing there is to be believed.

    Raises:
        Damaged: a chunk is missing, moved, changed, or cut off.
    """
    for number, content, last in _pieces(source, CHUNK + _TAG):
        sink.write(head.open_chunk(number, content, last=last))


def _pieces(source: IO[bytes], size: int) -> Iterator[tuple[int, bytes, bool]]:
    """Pieces of one size, the last one shorter or empty; each with its number."""
    number, piece = 0, source.read(size)
    while True:
        following = source.read(size)
        yield number, piece, not following
        if not following:
            return
        number, piece = number + 1, following


def _nonce(number: int, last: bool) -> bytes:  # noqa: FBT001 - private, and the nonce's own shape
    return number.to_bytes(11, "big") + bytes([last])
