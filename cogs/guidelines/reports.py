"""Reports: told to staff as a case, and how it ended told to whoever reported.

    written ──► case (staff go, as with every case) ──ended──► told to the reporter
                     ▲                                              │
                     └───────────one appeal, a case of its own──────┘

Invariants: staff see the reporter's name only where the reporter gave it, and only whoever goes;
each reporter of a case is told once; one appeal a report, which whoever settled it cannot take; of
whom a report was kept from, its appeal is kept from too.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.clock import Clock
from bot.errors import Refusal
from bot.ids import GuildId, MessageId, Tag, UserId
from bot.services.case_rules import Opened
from bot.services.cases import Cases
from bot.services.heartbeat import Heartbeat
from bot.services.people import People
from bot.services.reach import Notice, Reach
from bot.storage.cases import NewCase, Note, Place
from bot.storage.database import Database
from cogs.guidelines.report_rows import Report, ReportFile

OUTCOME = "guidelines:outcome"
OUTCOME_NUMBER = 71  # written into rows: it never changes its meaning
ABOUT_A_CHILD, ABOUT_STAFF = "child", "staff"
# Their places stand in buttons: a new one goes to the end.
REASONS = (
    "unkind", "unwanted", "private", "harmful", "hate", "selling", ABOUT_A_CHILD, "other",
    ABOUT_STAFF,
)  # fmt: skip
NOBODY = UserId(0)  # about no one person, or by somebody who gave no name


class NoSuchReport(Refusal):
    """It is gone, or somebody else's."""

    key = "refusal.no-such-report"


class AppealedAlready(Refusal):
    """Somebody has asked for a second look already."""

    key = "refusal.appealed-already"


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody reports: about whom (nobody: no one person), why, and in which words.

    `quietly`: it is about staff, and kept from all whom it is about.
    """

    reporter: UserId
    people: tuple[UserId, ...]
    reason: str
    words: str
    place: Place | None
    excerpt: str | None
    named: bool
    quietly: bool = False


class Services(Protocol):
    """What reports stand on; the bot has it."""

    database: Database
    people: People
    reach: Reach
    cases: Cases
    heartbeat: Heartbeat
    clock: Clock


class Reports:
    """Takes reports, tells outcomes, takes appeals. A duty of the heartbeat."""

    def __init__(self, services: Services) -> None:
        self._database, self._people = services.database, services.people
        self._reach, self._cases = services.reach, services.cases
        self._heartbeat, self._clock = services.heartbeat, services.clock

    async def send(self, guild: GuildId, told: Told) -> Opened:
        """Tell staff.

        Raises:
            TooOften: they told staff as much as they may today.
            StorageDown: nobody was told.
        """
        tag, now = self._people.tag(guild, told.reporter), self._clock.now()
        child = told.reason == ABOUT_A_CHILD
        index, (person, *others) = None, told.people or (NOBODY,)
        if told.place is not None:
            index = self._people.message_index(guild, told.place.message)
        new = NewCase(
            guild=guild,
            kind="report" if person else "report_room",
            tag=self._about(guild, told),
            person=person,
            others=tuple(others),
            place=told.place,
            source_index=index,
            level="high" if child else "concern",
            category=f"report_{told.reason}",
            rules=(),
            excerpt=told.excerpt,
            reached="nothing" if person else "nobody",
            at=now,
            named=told.people if told.quietly else (),
        )
        note = Note(told.reporter if told.named else NOBODY, tag, told.words, now)
        opened = await self._cases.open(new, note)
        async with self._database.write() as tx:
            await ReportFile(tx).add(guild, (told.reporter, tag), opened.number, now)
        await self._heartbeat.beat()
        return opened

    def _about(self, guild: GuildId, told: Told) -> Tag:
        """The tag of whom it is about; for no one person a fresh one, which joins nothing."""
        if not told.people:
            return Tag(secrets.token_bytes(16))
        if told.quietly:
            return self._people.tag_aside(guild, *told.people)
        return self._people.tag(guild, told.people[0])

    async def work(self) -> None:
        """Tell every reporter whose case has ended; telling twice is telling once."""
        async with self._database.read() as tx:
            ended = await ReportFile(tx).ended()
        for report, end in ended:
            notice = _notice(report)
            # It waits at home too: somebody may have closed their direct messages since.
            await self._reach.leave(notice)
            await self._reach.tell(notice, {OUTCOME: OUTCOME_NUMBER})
            async with self._database.write() as tx:
                await ReportFile(tx).told(report.id, end, self._clock.now())

    async def next_due(self) -> datetime | None:
        """It rides on every beat and asks for none of its own."""
        return None

    async def read(self, report: Report) -> None:
        """Its reporter has read how it ended: it waits nowhere any more."""
        await self._reach.take_back(_notice(report))

    async def mine(self, number: int, reader: UserId) -> Report:
        """A report, for whoever made it.

        Raises:
            NoSuchReport: it is gone, or somebody else's.
        """
        async with self._database.read() as tx:
            found = await ReportFile(tx).get(number)
        if found is None or self._people.tag(found.guild, reader) != found.tag:
            raise NoSuchReport
        return found

    async def appeal(self, number: int, reader: UserId, words: str) -> None:
        """Ask for a second look by somebody else; once a report.

        Raises:
            NoSuchReport, AppealedAlready: as they say.
            TooOften: they told staff as much as they may today.
            StorageDown: nobody was told.
        """
        report, now = await self.mine(number, reader), self._clock.now()
        if report.appealed:
            raise AppealedAlready
        # One tag for every press: what is pressed twice at once joins the same case.
        about = Tag(self._people.message_index(report.guild, MessageId(report.id)))
        new = NewCase(
            guild=report.guild,
            kind="appeal",
            tag=about,
            person=NOBODY,
            place=None,
            source_index=None,
            level="concern",
            category="appeal",
            rules=(f"case.{report.case}",),
            excerpt=None,
            reached="nobody",
            at=now,
            named=tuple(report.kept_from),
            barred=(report.settled_by,) if report.settled_by else (),
        )
        opened = await self._cases.open(new, Note(NOBODY, report.tag, words or None, now))
        async with self._database.write() as tx:
            file, reporter = ReportFile(tx), (report.person, report.tag)
            if await file.appeal(report.id, now):
                await file.add(report.guild, reporter, opened.number, now, appealed=now)
        await self._heartbeat.beat()


def _notice(report: Report) -> Notice:
    return Notice(report.guild, report.person, OUTCOME, {"report": report.id})
