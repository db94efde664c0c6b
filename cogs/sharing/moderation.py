"""What staff can do with a share, and nobody learns whose it is. Every act has its audit line."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.epochs.key import KeyGone
from bot.ids import GuildId, UserId
from bot.services.people import People
from bot.storage.audit import Act, AuditLines
from cogs.sharing.domain import (
    DRAFT_KEPT,
    Changed,
    CutOff,
    MayNotWrite,
    Over,
    rounded,
)
from cogs.sharing.orders import take_down, tell
from cogs.sharing.rows import Shares
from cogs.sharing.sealing import Authors, Typed, seal_letter
from cogs.sharing.service import Services
from cogs.sharing.store import Letter, Share, Stage, new_id


class Moderation:
    """Acts on shares by their ids; no act looks up a person."""

    def __init__(self, services: Services, people: People) -> None:
        self._database, self._clock = services.database, services.clock
        self._people, self._authors = people, Authors(services.epochs, services.clock)

    async def pause(self, guild: GuildId, staff: UserId, number: int, span: timedelta) -> None:
        """Nothing more from whoever wrote it, for a time; longest while their key lives.

        Raises:
            Over: the share is not there.
            CutOff: nothing ties it to anybody any more.
        """
        now = self._clock.now()
        async with self._database.write() as tx:
            share = await self._for_moderator(tx, guild, staff, number, "paused")
            key = self._authors.key_of(share.epoch)
            if share.tag is None or key is None:
                raise CutOff
            await Shares(tx).pause(guild, share.tag, min(now + span, key.dies_at))

    async def remove(self, guild: GuildId, staff: UserId, number: int, reason: str) -> None:
        """Take a share down, or decline one that waits; its author reads the reason in `/share`.

        Raises:
            Over: it is not there.
        """
        now = self._clock.now()
        async with self._database.write() as tx:
            share = await self._for_moderator(tx, guild, staff, number, "removed")
            shares = Shares(tx)
            if share.stage is Stage.REVIEW:
                back = {"trouble": "declined", "until": rounded(now) + DRAFT_KEPT, "due": None}
                await shares.change(number, stage=Stage.DRAFT, reason=reason, **back)
            elif share.stage in (Stage.WAITING, Stage.POSTING, Stage.POSTED):
                await take_down(tx, share, Stage.REMOVED, now)
                await shares.change(number, reason=reason)
            else:
                raise Over
            await tell(tx, share, share.version, now)

    async def look(self, guild: GuildId, staff: UserId, number: int) -> tuple[Share, Typed]:
        """A share that waits, with its words.

        Raises:
            Over, NotPosted, KeyGone: it does not wait, or cannot be opened.
        """
        async with self._database.write() as tx:
            share = await self._for_moderator(tx, guild, staff, number, "read")
            if share.stage is not Stage.REVIEW:
                raise Changed
        return share, self._authors.typed(share)

    async def approve(self, guild: GuildId, staff: UserId, number: int, version: int) -> None:
        """Let a share be posted as it was read.

        Raises:
            Over: it is not there.
            Changed: it waits no more, or has other words now.
        """
        async with self._database.write() as tx:
            share = await self._for_moderator(tx, guild, staff, number, "approved")
            if share.stage is not Stage.REVIEW or share.version != version:
                raise Changed
            due = self._clock.now()
            await Shares(tx).change(number, stage=Stage.WAITING, due=due, until=None)

    async def write(self, guild: GuildId, staff: UserId, number: int, words: str) -> None:
        """Write to whoever shared; they find it in `/share`.

        Raises:
            Over: it is not there.
            MayNotWrite: they do not want it, or cannot be reached any more.
        """
        async with self._database.write() as tx:
            share = await self._for_moderator(tx, guild, staff, number, "written")
            key = self._authors.key_of(share.epoch)
            if share.address is None or share.tag is None or key is None:
                raise MayNotWrite
            letter, at = new_id(), rounded(self._clock.now())
            sealed = seal_letter(key, letter, words)
            await Shares(tx).write(
                share, at, number=letter, words=sealed, epoch=share.epoch, from_staff=True
            )
            await tell(tx, share, letter, self._clock.now())

    def address(self, share: Share) -> UserId | None:
        """Where an author who allowed it can be reached, at the moment of sending."""
        return self._authors.address(share)

    async def letters(self, guild: GuildId, staff: UserId, number: int) -> list[tuple[bool, str]]:
        """What staff (True) and an author (False) wrote to each other.

        Raises:
            Over: the share is not there.
        """
        async with self._database.write() as tx:
            await self._for_moderator(tx, guild, staff, number, "read")
            return [*self._said(await Shares(tx).letters(number))]

    async def waiting_since(self, guild: GuildId, before: datetime) -> int:
        """How many shares have waited for staff since before then."""
        async with self._database.read() as tx:
            held = await Shares(tx).in_stage(Stage.REVIEW, guild_id=guild)
        return sum(share.at < before for share in held)

    async def get(self, guild: GuildId, number: int) -> Share:
        """A share, for the buttons under its card.

        Raises:
            Over: it is not there.
        """
        async with self._database.read() as tx:
            share = await Shares(tx).get(guild, number)
        if share is None:
            raise Over
        return share

    def _said(self, letters: list[Letter]) -> Iterator[tuple[bool, str]]:
        for letter in letters:
            try:
                yield letter.from_staff, self._authors.letter(letter.id, letter.words)
            except KeyGone:
                continue

    async def _for_moderator(
        self, tx: AsyncConnection, guild: GuildId, staff: UserId, number: int, act: str
    ) -> Share:
        """The one way by which staff reach a share: it leaves its line in the audit."""
        share = await Shares(tx).get(guild, number)
        if share is None:
            raise Over
        tag = self._people.tag(guild, staff)
        line = Act(self._clock.now(), tag, f"sharing.{act}", f"share {number}")
        await AuditLines(tx).add(guild, line)
        return share
