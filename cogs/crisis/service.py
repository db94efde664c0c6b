"""What can be done for somebody in danger, as verbs; speaks of ids, not of Discord."""

import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.clock import Clock
from bot.ids import ChannelId, GuildId, MessageId, UserId
from bot.safety.signal import Category, Level
from bot.services.case_rules import Opened
from bot.services.case_words import CaseWords
from bot.services.cases import Cases
from bot.services.heartbeat import Heartbeat
from bot.services.outbox import Outbox
from bot.services.people import People
from bot.services.rota import Duty
from bot.services.signposting import NOWHERE, Concern, Signposting
from bot.storage.cases import Case, NewCase, Note, Place
from bot.storage.database import StorageDown

log = logging.getLogger("hearth.crisis")

CRISIS, CONTACT, WORRY = "crisis", "contact", "worry"
REACH_OUT = "reach_out"  # asked for at a check-in


@dataclass(frozen=True, slots=True)
class Worry:
    """Who worries about whom, what they wrote of it, and the message that it is about.

    `staff`: the person is of the staff, and must not know.
    """

    teller: UserId
    person: UserId
    words: str
    level: Level
    category: Category
    place: tuple[ChannelId, MessageId] | None = None
    staff: bool = False


class Services(Protocol):
    """What helping stands on; the bot has it."""

    cases: Cases
    case_words: CaseWords
    duty: Duty
    people: People
    signposting: Signposting
    heartbeat: Heartbeat
    outbox: Outbox
    clock: Clock


class Help:
    """Asks for humans, hushes, and forgets public lines that have been used."""

    def __init__(self, services: Services) -> None:
        self._cases, self._words = services.cases, services.case_words
        self._duty = services.duty
        self._people, self._signposting = services.people, services.signposting
        self._heartbeat, self._clock = services.heartbeat, services.clock
        self._outbox = services.outbox

    async def who_is_there(self, guild: GuildId, without: frozenset[UserId] = frozenset()) -> str:
        """What can truly be said of who is there now: `on-duty`, `nobody-on-duty`, or `when`.

        `when` promises nothing: no hours are kept, or nobody can know. `without` are those whom
        the person does not want: for them, nobody of these is there.
        """
        try:
            now = await self._duty.coverage(guild)
        except StorageDown:
            now = None
        if now is None or not now.kept:
            return "when"
        return "on-duty" if set(now.on) - without else "nobody-on-duty"

    async def open_case(self, new: NewCase, note: Note | None = None) -> Opened:
        """Open or join a case and alert staff at once, whatever a beat may be waiting for.

        Raises:
            StorageDown: nothing was kept, or nothing could be sent; staff have not been told.
        """
        opened = await self._cases.open(new, note)
        if opened.at_once:
            await self._outbox.deliver()
        await self._heartbeat.beat()
        return opened

    async def ask_for_human(self, guild: GuildId, concern: Concern) -> Opened:
        """Tell staff that this person would like to talk.

        Raises:
            StorageDown: nobody was told; the person is told so.
        """
        index = self._index(guild, concern)
        about = concern.user, concern.level.value, concern.category.value
        return await self.open_case(self._contact(guild, about, index))

    async def talk_again(self, earlier: Case) -> Opened:
        """Somebody on whom a human looked in would like to talk: joins what is open, or opens it.

        Raises:
            StorageDown: nobody was told; the person is told so.
        """
        about = earlier.person, Level.CONCERN.value, earlier.category
        return await self.open_case(self._contact(earlier.guild, about, None))

    def _contact(
        self, guild: GuildId, about: tuple[UserId, str, str], source_index: bytes | None
    ) -> NewCase:
        person, level, category = about
        return NewCase(
            guild=guild,
            kind=CONTACT,
            tag=self._people.tag(guild, person),
            person=person,
            place=None,
            source_index=source_index,
            level=level,
            category=category,
            rules=(),
            excerpt=None,
            reached="asked",
            at=self._clock.now(),
        )

    async def worry(self, guild: GuildId, about: Worry) -> Opened:
        """Somebody is worried about a person: staff are told, and nobody else.

        Raises:
            StorageDown: nobody was told; whoever worries is told so.
            TooOften: they told as much as they may today.
        """
        now = self._clock.now()
        place = None if about.place is None else Place(*about.place)
        index = None if place is None else self._people.message_index(guild, place.message)
        tag_of = self._people.tag_aside if about.staff else self._people.tag
        new = NewCase(
            guild=guild,
            kind=WORRY,
            tag=tag_of(guild, about.person),
            person=about.person,
            place=place,
            source_index=index,
            level=about.level,
            category=about.category,
            rules=(),
            excerpt=None,
            reached="nothing",
            at=now,
            named=(about.person,) if about.staff else (),
        )
        tag = self._people.tag(guild, about.teller)
        note = Note(about.teller, tag, about.words or None, now)
        return await self.open_case(new, note)

    async def not_for_me(self, guild: GuildId, concern: Concern) -> None:
        """Mark the case that the message led to; nothing else happens, and nothing is held."""
        index = self._index(guild, concern)
        try:
            if index is None:
                tag = self._people.tag(guild, concern.user)
                await self._words.note_about(guild, tag, CRISIS, "not_for_me")
            else:
                await self._words.note(guild, index, "not_for_me")
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

    def _index(self, guild: GuildId, concern: Concern) -> bytes | None:
        """The mark of the message that led here; None where a line for everybody did."""
        if concern.message == NOWHERE:
            return None
        return self._people.message_index(guild, concern.message)

    async def line_used(self, guild: GuildId, concern: Concern) -> None:
        """The neutral line has been used and is gone."""
        index = self._people.message_index(guild, concern.message)
        if self._signposting.line_for(index) is not None:
            await self._signposting.taken_down([index])
