"""The one outgoing port: what the services ask of whoever can post to Discord."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.errors import HearthError
from bot.ids import ChannelId, GuildId, MessageId


@dataclass(frozen=True, slots=True)
class Parcel:
    """A post to be made: its key, what draws it, and the ids that it is drawn from."""

    key: str
    kind: str
    guild: GuildId
    ids: Mapping[str, int]

    @property
    def nonce(self) -> str:
        """24 hex digits from the key: Discord refuses to post the same one twice for a while.

        The same digits mark the message, so that it can be found in the channel's history later.
        """
        return nonce_of(self.key)


def nonce_of(key: str) -> str:
    """The nonce and the marker of a key (Discord allows 25 characters)."""
    return hashlib.sha256(key.encode()).hexdigest()[:24]


def number_of(key: str) -> int:
    """By what staff and the log name a post: no count, so that gaps in it tell of no other post."""
    return int(nonce_of(key)[:6], 16)


@dataclass(frozen=True, slots=True)
class Posted:
    """Where the post stands."""

    channel: ChannelId
    message: MessageId


class Undeliverable(HearthError):
    """Discord says no for good (403, 404), or there is no place: trying again changes nothing."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Unwanted(HearthError):
    """Asked at the moment of sending, the post makes no sense any more."""


class Unclear(HearthError):
    """Nobody knows whether it was posted: a server error, or the connection was lost."""


class CouldNotLook(HearthError):
    """The history cannot be read now. That is not the same as "not there"."""


class Courier(Protocol):
    """Posts parcels and finds them again."""

    async def send(self, parcel: Parcel) -> Posted:
        """Post it, with its nonce and its marker.

        Raises:
            Undeliverable, Unwanted, Unclear: as they say.
        """
        ...

    async def find(self, parcel: Parcel, since: datetime) -> Posted | None:
        """Look for its marker in what was posted since then; None means: surely not there.

        Raises:
            CouldNotLook: the history cannot be read now, or not completely.
        """
        ...
