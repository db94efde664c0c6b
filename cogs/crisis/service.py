"""What can be done for somebody in danger, as verbs; speaks of ids, not of Discord."""

import logging
from datetime import timedelta
from typing import Protocol

from bot.clock import Clock
from bot.ids import GuildId
from bot.services.case_rules import Opened
from bot.services.cases import Cases
from bot.services.heartbeat import Heartbeat
from bot.services.people import People
from bot.services.rota import Duty
from bot.services.signposting import Concern, Signposting
from bot.storage.cases import NewCase
from bot.storage.database import StorageDown

log = logging.getLogger("hearth.crisis")

CRISIS, CONTACT = "crisis", "contact"


class Services(Protocol):
    """What helping stands on; the bot has it."""

    cases: Cases
    duty: Duty
    people: People
    signposting: Signposting
    heartbeat: Heartbeat
    clock: Clock


class Help:
    """Asks for humans, hushes, and forgets public lines that have been used."""

    def __init__(self, services: Services) -> None:
        self._cases, self._duty = services.cases, services.duty
        self._people, self._signposting = services.people, services.signposting
        self._heartbeat, self._clock = services.heartbeat, services.clock

    async def who_is_there(self, guild: GuildId | None) -> str:
        """What can truly be said of who is there now: `on-duty`, `nobody-on-duty`, or `when`.

        `when` promises nothing: no hours are kept, or nobody can know.
        """
        try:
            now = await self._duty.coverage(guild) if guild is not None else None
        except StorageDown:
            now = None
        if now is None or not now.kept:
            return "when"
        return "on-duty" if now.on else "nobody-on-duty"

    async def open_case(self, new: NewCase) -> Opened:
        """Open or join a case and alert staff at once.

        Raises:
            StorageDown: nothing was kept; staff have not been told.
        """
        opened = await self._cases.open(new)
        await self._heartbeat.beat()
        return opened

    async def ask_for_human(self, guild: GuildId, concern: Concern) -> Opened:
        """Tell staff that this person would like to talk.

        Raises:
            StorageDown: nobody was told; the person is told so.
        """
        return await self.open_case(
            NewCase(
                guild=guild,
                kind=CONTACT,
                tag=self._people.tag(guild, concern.user),
                person=concern.user,
                place=None,
                source_index=self._people.message_index(guild, concern.message),
                level=concern.level,
                category=concern.category,
                rules=(),
                excerpt=None,
                reached="asked",
                at=self._clock.now(),
            )
        )

    async def not_for_me(self, guild: GuildId, concern: Concern) -> None:
        """Mark the case that the message led to; nothing else happens, and nothing is held."""
        try:
            index = self._people.message_index(guild, concern.message)
            await self._cases.note(guild, index, "not_for_me")
        except StorageDown:
            log.warning("crisis.not_marked", extra={"guild": guild})

    async def hush(self, guild: GuildId, concern: Concern, days: int) -> None:
        """Offer nothing about this category for some days, `imminent` excepted.

        Raises:
            StorageDown: it was not kept; the person is told so.
        """
        wishes = await self._people.wishes(guild, concern.user)
        until = self._clock.now() + timedelta(days=days)
        hushed = {**wishes.hushed, concern.category.value: until}
        await self._people.wish(guild, concern.user, hushed=hushed)

    async def line_used(self, guild: GuildId, concern: Concern) -> None:
        """The neutral line has been used and is gone."""
        index = self._people.message_index(guild, concern.message)
        if self._signposting.line_for(index) is not None:
            await self._signposting.taken_down([index])
