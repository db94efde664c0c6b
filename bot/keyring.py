"""What is sealed, and under which key: AES-256-GCM per purpose, keyed tags, keyed indexes.

A sealed value is `key id (4 bytes) · nonce (12) · ciphertext and tag`. The purpose (usually
`table.column`) is part of the derived key and of the authenticated data, so a value moved to
another column does not open. Length leaks; nothing sealed can be searched or sorted.
"""

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from typing import ClassVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import HearthError, StartRefused
from bot.ids import Tag, UserId

KEY_BYTES = 32
TAG_BYTES = 16  # 128 bits: two people of one community never meet by chance
_ID_BYTES = 4
_NONCE_BYTES = 12  # NIST SP 800-38D recommends 96 bits for GCM
SHORTEST = _ID_BYTES + _NONCE_BYTES + 16  # bytes of a sealed nothing: GCM adds a tag of 16


class Unopenable(HearthError):
    """A sealed value does not open: another key, another purpose, or it was changed."""


class WrongKey(StartRefused):
    """The database was sealed under another key; nothing was changed."""

    exit_code: ClassVar[int] = 5

    def __init__(self) -> None:
        super().__init__(
            "The key does not open this database. Nothing was changed. "
            "Put the key that made it into HEARTH_KEY (or HEARTH_HOME/key) and start again."
        )


def new_key() -> str:
    """A fresh key as it stands in a settings file: 32 random bytes, URL-safe base64."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode("ascii")


def read_keys(written: str) -> tuple[bytes, ...]:
    """Keys from a settings line, newest first.

    Raises:
        ValueError: says what is wrong, without repeating any part of the key.
    """
    parts = [part.strip() for part in written.split(",") if part.strip()]
    keys: list[bytes] = []
    for place, part in enumerate(parts, start=1):
        try:
            key = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
        except (binascii.Error, ValueError):
            key = b""
        if len(key) != KEY_BYTES:
            raise ValueError(f"holds a key (number {place}) that is not 32 bytes in base64")
        keys.append(key)
    return tuple(keys)


class Keyring:
    """Seals under the newest key and opens under any of them.

    Args:
        keys: raw 32-byte keys, newest first; at least one.
    """

    def __init__(self, keys: Sequence[bytes]) -> None:
        if not keys:
            raise ValueError("a keyring needs at least one key")
        self._keys = {_key_id(key): key for key in reversed(keys)}
        self._newest = _key_id(keys[0])
        self._ciphers: dict[tuple[bytes, str], AESGCM] = {}

    @property
    def newest(self) -> bytes:
        """How every value begins that is sealed under the newest key."""
        return self._newest

    @property
    def older(self) -> tuple[bytes, ...]:
        """How values begin that are sealed under the other keys."""
        return tuple(key_id for key_id in self._keys if key_id != self._newest)

    def knows(self, sealed: bytes) -> bool:
        """Whether a value names a key of this ring; opening it may still fail."""
        return sealed[:_ID_BYTES] in self._keys

    def seal(self, purpose: str, plain: bytes) -> bytes:
        """The value, sealed for one purpose under the newest key."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        cipher = self._cipher(self._newest, purpose)
        return self._newest + nonce + cipher.encrypt(nonce, plain, purpose.encode())

    def open(self, purpose: str, sealed: bytes) -> bytes:
        """The plain value.

        Raises:
            Unopenable: no key of this ring opens it for this purpose.
        """
        key_id, rest = sealed[:_ID_BYTES], sealed[_ID_BYTES:]
        if key_id not in self._keys:
            raise Unopenable(purpose)
        try:
            return self._cipher(key_id, purpose).decrypt(
                rest[:_NONCE_BYTES], rest[_NONCE_BYTES:], purpose.encode()
            )
        except (InvalidTag, ValueError):
            raise Unopenable(purpose) from None

    def _cipher(self, key_id: bytes, purpose: str) -> AESGCM:
        cipher = self._ciphers.get((key_id, purpose))
        if cipher is None:
            cipher = AESGCM(_derive(self._keys[key_id], purpose))
            self._ciphers[key_id, purpose] = cipher
        return cipher


def person_tag(community_key: bytes, person: UserId) -> Tag:
    """The person as this community's rows know them.

    Against a stolen file this holds; whoever also has the key can try every member's id.
    """
    return Tag(keyed_index(community_key, "person", person))


def keyed_index(community_key: bytes, purpose: str, number: int) -> bytes:
    """16 bytes by which a sealed id can be found again without being readable."""
    message = purpose.encode() + b"\0" + number.to_bytes(8, "big")
    return hmac.digest(community_key, message, "sha256")[:TAG_BYTES]


def _derive(key: bytes, purpose: str) -> bytes:
    # RFC 5869; the salt is fixed because the key is already uniformly random.
    return HKDF(SHA256(), KEY_BYTES, salt=b"hearth", info=purpose.encode()).derive(key)


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"hearth key id\0" + _derive(key, "key id")).digest()[:_ID_BYTES]
