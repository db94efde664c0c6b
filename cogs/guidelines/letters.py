"""Private reminders: from a moderator to a member, and the answer back.

    written ──reach──► waits, or in direct messages ──read──► answered · another moderator asked for

Invariants: what stays is a count and a date; the words go after 30 days; only the one to whom it
was written can read it, and staff can read the answer, which is kept in the audit; nobody is
written to more than three times a day.
"""

from datetime import timedelta
from typing import Protocol

from bot.clock import Clock
from bot.errors import Refusal
from bot.ids import GuildId, UserId
from bot.keyring import Unopenable
from bot.services.cases import Cases
from bot.services.heartbeat import Heartbeat
from bot.services.people import People
from bot.services.reach import Notice, Reach
from bot.storage.audit import Act, AuditLines
from bot.storage.cases import NewCase
from bot.storage.database import Database
from bot.storage.outbox import Order, OutboxEntries
from bot.storage.staff import UnwantedStaff
from cogs.guidelines.letter_rows import Letter, LetterFile, Reminded, Written

LETTER = "guidelines:letter"
RELEASED = "guidelines:released"
LETTER_NUMBER, RELEASED_NUMBER = 7, 72  # written into rows: they never change their meaning
ANSWERED = "guidelines:answered"
A_DAY, PER_DAY = timedelta(days=1), 3
ANSWER = 3800  # characters of all answers to one letter together
WAITS = "waiting"  # the last rung of `bot/services/reach`
CONTACT = "contact"  # the kind of case of somebody who would like to talk


class NoSuchLetter(Refusal):
    """It is gone, or was never theirs."""

    key = "refusal.no-such-letter"


class EnoughForToday(Refusal):
    """This person was written to often enough today."""

    key = "refusal.enough-for-today"


class TooLongAnAnswer(Refusal):
    """Together with what they answered before it is more than fits."""

    key = "refusal.answer-too-long"


class Services(Protocol):
    """What letters stand on; the bot has it."""

    database: Database
    people: People
    reach: Reach
    cases: Cases
    heartbeat: Heartbeat
    clock: Clock


class Letters:
    """Writes, reads and answers private reminders."""

    def __init__(self, services: Services) -> None:
        self._database, self._people = services.database, services.people
        self._reach, self._cases = services.reach, services.cases
        self._heartbeat, self._clock = services.heartbeat, services.clock

    async def reminded(self, guild: GuildId, person: UserId) -> Reminded | None:
        """How often somebody was reminded, and when last."""
        async with self._database.read() as tx:
            return await LetterFile(tx).reminded(guild, self._people.tag(guild, person))

    async def write(self, guild: GuildId, written: Written) -> str:
        """Send a reminder; answers by which way it goes (`bot/services/reach`).

        To somebody who did not say that staff may write to them, it goes no further than a card
        that waits.

        Raises:
            EnoughForToday: this person was written to often enough.
            StorageDown: nothing was sent.
        """
        tag, now = self._people.tag(guild, written.person), self._clock.now()
        staff = self._people.tag(guild, written.author)
        async with self._database.write() as tx:
            file = LetterFile(tx)
            if await file.since(guild, tag, now - A_DAY) >= PER_DAY:
                raise EnoughForToday
            number = await file.add(guild, tag, written, now)
            await file.count(guild, tag, now)
            act = Act(now, staff, "guidelines.letter_sent", f"letter {number}")
            await AuditLines(tx).add(guild, act)
        notice = Notice(guild, written.person, LETTER, {"letter": number})
        if not (await self._people.wishes(guild, written.person)).staff_contact:
            await self._reach.leave(notice)  # they did not say that staff may write to them
            return WAITS
        way = await self._reach.tell(notice, {LETTER: LETTER_NUMBER})
        await self._heartbeat.beat()
        return way

    async def mine(self, number: int, reader: UserId) -> Letter:
        """A letter, for the one to whom it was written.

        Raises:
            NoSuchLetter: it is gone, or somebody else's.
        """
        async with self._database.read() as tx:
            found = await LetterFile(tx).get(number)
        if found is None or self._people.tag(found.guild, reader) != found.tag:
            raise NoSuchLetter
        return found

    async def answer(self, number: int, reader: UserId, words: str) -> Letter:
        """The member answers; staff are told that there is an answer, not what it says.

        Raises:
            NoSuchLetter: as it says.
            TooLongAnAnswer: it does not fit; what they answered before stays.
        """
        letter = await self.mine(number, reader)
        said = f"{letter.answer}\n\n{words}" if letter.answer else words
        if len(said) > ANSWER:
            raise TooLongAnAnswer
        now = self._clock.now()
        key = f"{ANSWERED}:{number}:{len(said)}"
        async with self._database.write() as tx:
            await LetterFile(tx).answer(number, said)
            await OutboxEntries(tx).put(Order(key, ANSWERED, letter.guild, now, {"letter": number}))
        await self._heartbeat.beat()
        return letter

    async def ask_another(self, number: int, reader: UserId) -> None:
        """The member would like to talk to another moderator: staff see who asks.

        Whoever wrote the letter may not take it, nor go on with what they had taken before; that
        it is for somebody else from then on, they are told without a reason.

        Raises:
            NoSuchLetter: as it says.
            StorageDown: nobody was told.
        """
        letter = await self.mine(number, reader)
        opened = await self._cases.open(
            NewCase(
                guild=letter.guild,
                kind=CONTACT,
                tag=letter.tag,
                person=letter.person,
                place=None,
                source_index=None,
                level="concern",
                category="guideline",
                rules=(),
                excerpt=None,
                reached="asked",
                at=self._clock.now(),
                barred=(letter.author,),
            )
        )
        if opened.released is not None:
            notice = Notice(letter.guild, opened.released, RELEASED, {"case": opened.number})
            await self._reach.tell(notice, {RELEASED: RELEASED_NUMBER})
        await self._heartbeat.beat()

    async def answered(self, guild: GuildId, number: int, staff: UserId) -> Letter:
        """A letter with its answer, for staff; that it was read is kept.

        Raises:
            NoSuchLetter: it is gone, of another community, or by somebody who does not want
                this one of the staff to learn of them.
        """
        async with self._database.write() as tx:
            found = await LetterFile(tx).get(number)
            if found is None or found.guild != guild:
                raise NoSuchLetter
            try:
                hidden = await UnwantedStaff(tx).of(guild, found.tag)
            except Unopenable:
                raise NoSuchLetter from None
            if staff in hidden:
                raise NoSuchLetter
            tag, now = self._people.tag(guild, staff), self._clock.now()
            act = Act(now, tag, "guidelines.answer_read", f"letter {number}")
            await AuditLines(tx).add(guild, act)
        return found

    async def author_of(self, number: int) -> UserId | None:
        """Who of the staff wrote a letter; None where it is gone."""
        async with self._database.read() as tx:
            found = await LetterFile(tx).get(number)
        return None if found is None else found.author
