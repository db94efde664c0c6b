"""Who an author is to the database: a tag under an epoch key, and values sealed with it."""

import hmac
import json
from dataclasses import dataclass, field

from bot.clock import Clock
from bot.epochs.keeper import EpochKeys
from bot.epochs.key import EpochKey, EpochTag, KeyGone, Place, unseal
from bot.ids import GuildId, UserId
from cogs.sharing.domain import NoReplies, NotPosted, NotYours, Over, Paused, Wish
from cogs.sharing.rows import Shares
from cogs.sharing.store import Share, Stage

_WORDS, _ADDRESS, _LETTER = "share.words", "share.address", "share_letter.words"
_PICTURE = "share_picture.body"
_LENGTH = 2  # bytes before the words that tell what is on a picture


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who writes, for as long as one press lasts. Never stored, never logged."""

    guild: GuildId
    user: UserId = field(repr=False)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, as it was typed."""

    body: str = field(repr=False)
    note: str = field(default="", repr=False)
    wish: Wish = Wish.LISTEN
    staff_may_write: bool = False


class Authors:
    """Knows an author by every key that lives, and opens what was sealed under one."""

    def __init__(self, epochs: EpochKeys, clock: Clock) -> None:
        self._epochs, self._clock = epochs, clock

    def key(self) -> EpochKey:
        """The key to write with.

        Raises:
            KeysUnusable: there is none now.
        """
        return self._epochs.current(self._clock.now())

    def key_of(self, epoch: int) -> EpochKey | None:
        """The key of an epoch, while it lives."""
        living = self._epochs.living(self._clock.now())
        return next((key for key in living if key.number == epoch), None)

    def tags(self, author: Author) -> list[EpochTag]:
        """Somebody under every living key."""
        living = self._epochs.living(self._clock.now())
        return [key.tag(author.guild, author.user) for key in living]

    async def mine(self, shares: Shares, author: Author, number: int) -> Share:
        """A share, where it is theirs.

        Raises:
            NotYours, KeysUnusable: as they say.
        """
        share = await shares.get(author.guild, number)
        if share is None or share.tag is None or share.tag not in self.tags(author):
            raise NotYours
        return share

    async def not_paused(self, shares: Shares, author: Author) -> None:
        """Nothing, where they may write.

        Raises:
            Paused, KeysUnusable: as they say.
        """
        now = self._clock.now()
        until = await shares.paused_until(author.guild, self.tags(author), now)
        if until is not None:
            raise Paused(until)

    def typed(self, share: Share) -> Typed:
        """The words of what is not posted yet.

        Raises:
            KeyGone: its key is dead, or was lost.
            NotPosted: it has no words any more.
        """
        if share.words is None:
            raise NotPosted
        body, note = json.loads(self.opened(Place(_WORDS, share.id), share.words))
        return Typed(body, note, share.wish, staff_may_write=share.address is not None)

    def address(self, share: Share) -> UserId | None:
        """Where an author who allowed it can be reached, while the key lives."""
        if share.address is None:
            return None
        try:
            plain = self.opened(Place(_ADDRESS, share.id), share.address)
        except KeyGone:
            return None
        return UserId(int.from_bytes(plain, "big"))

    def letter(self, number: int, words: bytes) -> str:
        """What somebody wrote in a letter.

        Raises:
            KeyGone: its key is dead, or was lost.
        """
        return self.opened(Place(_LETTER, number), words).decode()

    def picture(self, number: int, sealed: bytes) -> tuple[str, bytes]:
        """What is on the picture of a share, in words, and the picture.

        Raises:
            KeyGone, KeysUnusable: its key is dead, or was lost.
        """
        plain = self.opened(Place(_PICTURE, number), sealed)
        end = _LENGTH + int.from_bytes(plain[:_LENGTH], "big")
        return plain[_LENGTH:end].decode(), plain[end:]

    def opened(self, place: Place, sealed: bytes) -> bytes:
        """A value that was sealed under a key that lives.

        Raises:
            KeyGone, KeysUnusable: there is none.
        """
        return unseal(self._epochs.living(self._clock.now()), place, sealed)


async def standing(shares: Shares, guild: GuildId, number: int) -> Share:
    """A share that stands in the channel.

    Raises:
        Over: it does not.
    """
    share = await shares.get(guild, number)
    if share is None or share.stage is not Stage.POSTED:
        raise Over
    return share


async def open_to_replies(shares: Shares, guild: GuildId, number: int) -> Share:
    """A share that stands and takes replies.

    Raises:
        Over, NoReplies: as they say.
    """
    share = await standing(shares, guild, number)
    if not share.wish.takes_replies:
        raise NoReplies
    return share


def seal(key: EpochKey, number: int, typed: Typed) -> bytes:
    """The words of a share, for as long as the key lives."""
    return key.seal(Place(_WORDS, number), json.dumps([typed.body, typed.note]).encode())


def seal_address(key: EpochKey, number: int, user: UserId) -> bytes:
    """Where an author who allowed it can be reached, for as long as the key lives."""
    return key.seal(Place(_ADDRESS, number), user.to_bytes(8, "big"))


def seal_picture(key: EpochKey, number: int, alt: str, body: bytes) -> bytes:
    """The picture of a share and what is on it, for as long as the key lives."""
    words = alt.encode()
    plain = len(words).to_bytes(_LENGTH, "big") + words + body
    return key.seal(Place(_PICTURE, number), plain)


def me_too_mark(tag: EpochTag, number: int) -> bytes:
    """Somebody on one share: nothing joins it to their mark on another."""
    return hmac.digest(tag, b"me too\0" + number.to_bytes(8, "big"), "sha256")[:16]


def seal_letter(key: EpochKey, number: int, words: str) -> bytes:
    """What somebody writes in a letter, for as long as the key lives."""
    return key.seal(Place(_LETTER, number), words.encode())
