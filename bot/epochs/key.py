"""The key of one epoch: tags that stand for a person, values that nobody opens after its death."""

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import ClassVar, NewType

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.epochs.grid import dies_at
from bot.errors import Refusal
from bot.ids import GuildId, UserId
from bot.keyring import KEY_BYTES, TAG_BYTES, Unopenable

EpochTag = NewType("EpochTag", bytes)
"""A person inside one community and one epoch: 16 bytes that mean nothing once the key is gone."""

ID_BYTES = 8
_NONCE_BYTES = 12  # as in bot/keyring.py
_MAGIC = b"hearth epoch 1\n"
_NUMBER_BYTES = 8
_CHECK_BYTES = 16
_SECRET_AT = len(_MAGIC) + _NUMBER_BYTES
_CHECK_AT = _SECRET_AT + KEY_BYTES
FILE_BYTES = _CHECK_AT + _CHECK_BYTES


class KeyGone(Refusal):
    """What was sealed was sealed under a key that no longer exists; nobody can open it."""

    key: ClassVar[str] = "refusal.key-gone"


@dataclass(frozen=True)
class EpochKey:
    """One key as long as somebody holds it; nothing of it shows in a log or a traceback.

    `id` follows from the secret alone. Two keys of one epoch (the first was lost, and another was
    made) are therefore told apart by whatever was sealed under them.
    """

    number: int
    secret: bytes = field(repr=False)

    @cached_property
    def id(self) -> bytes:
        """What a sealed value names its key by; the secret does not follow from it."""
        return hmac.digest(self.secret, b"hearth epoch id", "sha256")[:ID_BYTES]

    @property
    def dies_at(self) -> datetime:
        """From when on it must not exist."""
        return dies_at(self.number)

    @cached_property
    def _for_tags(self) -> bytes:
        return _derive(self.secret, b"tag")

    @cached_property
    def _cipher(self) -> AESGCM:
        return AESGCM(_derive(self.secret, b"seal"))

    def tag(self, community: GuildId, person: UserId) -> EpochTag:
        """The person as rows of this epoch know them, in one community."""
        who = community.to_bytes(8, "big") + person.to_bytes(8, "big")
        return EpochTag(hmac.digest(self._for_tags, b"person\0" + who, "sha256")[:TAG_BYTES])

    def seal(self, place: "Place", plain: bytes) -> bytes:
        """The value, sealed for one place: `key id (8) · nonce (12) · ciphertext and tag`."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return self.id + nonce + self._cipher.encrypt(nonce, plain, place.bound)

    def open(self, place: "Place", sealed: bytes) -> bytes:
        """The plain value.

        Raises:
            KeyGone: it was sealed under another key.
            Unopenable: it was sealed for another place, or it was changed.
        """
        key_id, rest = sealed[:ID_BYTES], sealed[ID_BYTES:]
        if key_id != self.id:
            raise KeyGone
        try:
            return self._cipher.decrypt(rest[:_NONCE_BYTES], rest[_NONCE_BYTES:], place.bound)
        except (InvalidTag, ValueError):
            raise Unopenable(place.column) from None

    def written(self) -> bytes:
        """The key as it stands in its file."""
        whole = _MAGIC + self.number.to_bytes(_NUMBER_BYTES, "big") + self.secret
        return whole + _check(whole)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed value stands: moved to another column or row, it does not open."""

    column: str
    row: int

    @property
    def bound(self) -> bytes:
        """The place as the seal knows it."""
        return f"{self.column}\0{self.row}".encode()


def new_key(number: int) -> EpochKey:
    """A fresh key for an epoch."""
    return EpochKey(number, secrets.token_bytes(KEY_BYTES))


def read_key(whole: bytes) -> EpochKey | None:
    """The key that a file holds, or None where the file is not a whole key of ours."""
    if len(whole) != FILE_BYTES or not whole.startswith(_MAGIC):
        return None
    if not hmac.compare_digest(_check(whole[:_CHECK_AT]), whole[_CHECK_AT:]):
        return None
    number = int.from_bytes(whole[len(_MAGIC) : _SECRET_AT], "big")
    return EpochKey(number, whole[_SECRET_AT:_CHECK_AT])


def unseal(keys: Iterable[EpochKey], place: Place, sealed: bytes) -> bytes:
    """The plain value, under whichever living key sealed it.

    Raises:
        KeyGone: none of these keys did.
        Unopenable: it was sealed for another place, or it was changed.
    """
    for key in keys:
        if sealed.startswith(key.id):
            return key.open(place, sealed)
    raise KeyGone


def _derive(secret: bytes, purpose: bytes) -> bytes:
    # RFC 5869, one key for each use; the salt is fixed because the secret is uniformly random.
    return HKDF(SHA256(), KEY_BYTES, salt=b"hearth epoch", info=purpose).derive(secret)


def _check(whole: bytes) -> bytes:
    return hashlib.sha256(whole).digest()[:_CHECK_BYTES]
