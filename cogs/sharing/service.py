"""What members can do: write, post, change, take back, reply, feel the same, cut off.

    (typed) ──► draft ──Post──► review ──staff──► waiting ──its minute──► posting ──sent──► posted
      ▲           │  └──────────────Post─────────────▲                       │                │
      │           └──24 hours──► gone                                        └──could not──► draft
      └──changed before it was posted                    withdrawn, removed ◄──────────────────┘

Invariants: a row names nobody but by a tag under an epoch key; words are sealed under the same key
and go in the transaction that marks the post as sent; what happens is written by the hour. Every
attempt is checked under every living key. Posts, changes and deletions are rows of the outbox.
Who moves a row: its author here, staff in `moderation.py`, the clock in `planner.py`.
"""

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Protocol

from bot.clock import Clock
from bot.content.aliases import AliasWords
from bot.epochs.keeper import EpochKeys
from bot.epochs.key import EpochKey
from bot.ids import GuildId
from bot.safety.signal import Level, Signal
from bot.sections import CommunitySettings
from bot.services.settings import Settings
from bot.storage.database import Database
from cogs.sharing.aliases import alias
from cogs.sharing.domain import (
    DRAFT_KEPT,
    NobodyToLook,
    NotPosted,
    SharingSettings,
    TooLong,
    delay_of,
    post_delay,
    rounded,
    tidy,
    tidy_note,
)
from cogs.sharing.limits import Hourly
from cogs.sharing.picture_rows import PictureRows
from cogs.sharing.rows import Shares
from cogs.sharing.sealing import (
    Author,
    Authors,
    Typed,
    open_to_replies,
    seal,
    seal_address,
    standing,
)
from cogs.sharing.store import Share, Stage, new_id

USUAL_MINUTES = 5
REVIEW_KEPT = timedelta(days=7)
# Staff hear of a share a little after it was written: the minute would be a hint.
TOLD_WITHIN = 2
Chance = Callable[[], float]
CHANCE = secrets.SystemRandom().random
GRAVE = (Level.HIGH, Level.IMMINENT)


class Services(Protocol):
    """What sharing stands on; the bot has it."""

    database: Database
    settings: Settings
    epochs: EpochKeys
    clock: Clock


class Sharing:
    """Everything that somebody can do with what they share.

    Args:
        services: the bot.
        reads: what a text sounds like in a community.
        words: the words of aliases in a community's language.
        chance: from 0 to 1, drawn anew at each call.
    """

    def __init__(
        self,
        services: Services,
        reads: Callable[[GuildId, str], Signal | None],
        words: Callable[[str], AliasWords],
        chance: Chance = CHANCE,
    ) -> None:
        self._database, self._settings = services.database, services.settings
        self._clock, self._authors = services.clock, Authors(services.epochs, services.clock)
        self._reads, self._words, self._chance = reads, words, chance
        self._hourly = Hourly()

    async def check(self, author: Author) -> None:
        """Whether somebody may write now.

        Raises:
            NotOpen, Paused, KeysUnusable: as they say.
        """
        _ = self._settings.of(author.guild, SharingSettings).place
        async with self._database.read() as tx:
            await self._authors.not_paused(Shares(tx), author)

    async def check_reply(self, author: Author, root: int) -> None:
        """Whether somebody may reply to a share now.

        Raises:
            NotOpen, Paused, KeysUnusable, Over, NoReplies: as they say.
        """
        await self.check(author)
        async with self._database.read() as tx:
            await open_to_replies(Shares(tx), author.guild, root)

    async def begin(self, author: Author, typed: Typed, root: int | None = None) -> int:
        """Keep what was typed as a draft; answers its id. `root`: it replies to that share.

        Raises:
            Empty, NotOpen, Paused, KeysUnusable, Over, NoReplies: nothing is kept; give it back.
        """
        await self.check(author)
        number, key = new_id(), self._authors.key()
        async with self._database.write() as tx:
            shares = Shares(tx)
            if root is not None:
                await open_to_replies(shares, author.guild, root)
            kept = self._kept(key, number, author, typed)
            await shares.add(author.guild, number, root=root, **kept)
        return number

    async def begin_edit(self, author: Author, number: int, typed: Typed) -> int:
        """Keep a change of a posted share as a draft; one that is begun already makes way.

        Raises:
            Empty, NotOpen, Paused, KeysUnusable, NotYours, NotPosted: nothing is kept.
        """
        await self.check(author)
        fresh, key = new_id(), self._authors.key()
        async with self._database.write() as tx:
            shares = Shares(tx)
            was = await self._authors.mine(shares, author, number)
            begun = await shares.edit_of(number)
            if was.stage is not Stage.POSTED or (begun and begun.stage is Stage.POSTING):
                raise NotPosted
            if begun is not None:
                await shares.drop(begun.id)
            kept = self._kept(key, fresh, author, replace(typed, wish=was.wish))
            kept |= {"edits": number, "veiled": was.veiled, "address": None}
            await shares.add(author.guild, fresh, root=was.root, **kept)
        return fresh

    async def rewrite(self, author: Author, number: int, typed: Typed) -> None:
        """Other words for what is not posted yet; it is a draft again, and waits for *Post*.

        Raises:
            Empty, KeysUnusable, NotYours, NotPosted: nothing is changed.
        """
        key = self._authors.key()
        async with self._database.write() as tx:
            shares = Shares(tx)
            was = await self._authors.mine(shares, author, number)
            kept = self._kept(key, number, author, typed)
            del kept["veiled"], kept["minutes"]
            if was.edits is not None:
                kept |= {"wish": was.wish, "address": None}
            unposted = (Stage.DRAFT, Stage.REVIEW, Stage.WAITING)
            if not await shares.change(number, *unposted, stage=Stage.DRAFT, due=None, **kept):
                raise NotPosted

    async def adjust(self, author: Author, number: int, **values: bool | int) -> Share:
        """Veil a draft, or let it wait for more or fewer minutes.

        Raises:
            NotYours, NotADelay: as they say.
        """
        if "minutes" in values:
            delay_of(values["minutes"])
        async with self._database.write() as tx:
            shares = Shares(tx)
            await self._authors.mine(shares, author, number)
            await shares.change(number, Stage.DRAFT, **values)
            return await self._authors.mine(shares, author, number)

    async def post(self, author: Author, number: int) -> Share:
        """Send a draft on its way; a second press changes nothing.

        Raises:
            NotOpen, Paused, TooMany, Empty, TooLong, NobodyToLook, NotYours, Over, NoReplies,
            KeyGone, KeysUnusable: nothing is posted, and the draft is kept.
        """
        settings, now = self._settings.of(author.guild, SharingSettings), self._clock.now()
        _ = settings.place
        async with self._database.write() as tx:
            shares = Shares(tx)
            share = await self._authors.mine(shares, author, number)
            if share.stage is not Stage.DRAFT:
                return share
            await self._authors.not_paused(shares, author)
            if share.edits is not None:
                await standing(shares, author.guild, share.edits)
            typed = self._authors.typed(share)
            kept = replace(typed, body=tidy(typed.body), note=tidy_note(typed.note))
            sealed = await PictureRows(tx).get(number)
            alt = "" if sealed is None else self._authors.picture(number, sealed)[0]
            signal = self._reads(author.guild, f"{kept.note}\n{kept.body}\n{alt}")
            held = settings.review.holds(heard=signal is not None)
            if held and self._settings.of(author.guild, CommunitySettings).staff_channel is None:
                raise NobodyToLook
            values = await self._named(shares, author, share)
            if share.edits is None:
                own = await shares.of(author.guild, self._authors.tags(author))
                self._hourly.count(author, share, own, now)
            key = self._authors.key()
            minutes = min(share.minutes, TOLD_WITHIN) if held else share.minutes
            await shares.change(
                number,
                Stage.DRAFT,
                **values,
                stage=Stage.REVIEW if held else Stage.WAITING,
                tag=key.tag(author.guild, author.user),
                epoch=key.number,
                words=seal(key, number, kept),
                address=None if share.address is None else seal_address(key, number, author.user),
                level=signal.level if signal is not None and signal.level in GRAVE else None,
                version=share.version + 1,
                trouble=None,
                reason=None,
                due=now + post_delay(minutes, self._chance()),
                until=rounded(now) + REVIEW_KEPT if held else None,
                at=rounded(now),
            )
            return await self._authors.mine(shares, author, number)

    def typed(self, share: Share) -> Typed:
        """The words of what is not posted yet.

        Raises:
            KeyGone: its key is dead, or was lost.
            NotPosted: it has no words any more.
        """
        return self._authors.typed(share)

    def _kept(self, key: EpochKey, number: int, author: Author, typed: Typed) -> dict[str, object]:
        _refuse_empty(typed.body)
        now = self._clock.now()
        allowed = seal_address(key, number, author.user) if typed.staff_may_write else None
        return {
            "tag": key.tag(author.guild, author.user),
            "epoch": key.number,
            "words": seal(key, number, typed),
            "address": allowed,
            "wish": typed.wish,
            "veiled": False,
            "minutes": USUAL_MINUTES,
            "until": rounded(now) + DRAFT_KEPT,
            "at": rounded(now),
        }

    async def _named(self, shares: Shares, author: Author, share: Share) -> dict[str, object]:
        """The name under which it is posted: the one that they have there, or the next."""
        if share.edits is not None or share.alias is not None:
            return {}
        locale = self._settings.of(author.guild, CommunitySettings).locale
        if share.root is None:
            fresh = secrets.token_bytes(16)
            name = alias(self._words(locale), fresh, 0)
            return {"alias": name, "thread_key": fresh.hex(), "speakers": 1}
        root = await open_to_replies(shares, author.guild, share.root)
        known = await shares.alias_in(root.id, self._authors.tags(author))
        if known is not None:
            return {"alias": known}
        await shares.change(root.id, speakers=root.speakers + 1)
        thread = bytes.fromhex(root.thread_key or "")
        return {"alias": alias(self._words(locale), thread, root.speakers)}


def _refuse_empty(body: str) -> None:
    try:
        tidy(body)
    except TooLong:
        return  # kept as it is; it is refused at *Post*, and can be shortened
