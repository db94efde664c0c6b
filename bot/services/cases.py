"""Cases: one human is asked to come, and everybody sees who went.

    open ──claim──► claimed ──resolve──► resolved
     │  ▲            │ │  └──hand over──► claimed, by another
     │  └─hand back──┘ └──false alarm──► false_alarm
     └──resolve, false alarm (claims it first, so that somebody answers for the end)

Invariants: at most one owner; of two presses at once the second is told who has it; a person has
at most one live case of a kind (what follows joins it); every step is one transaction with its
line in the audit; whenever a case begins to wait, the wider circles are planned (`calls`). Who
moves a case: staff through `/cases` and the card's buttons, nobody else.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.ids import GuildId, Tag, UserId
from bot.sections import CaseSettings, CommunitySettings
from bot.services.calls import (
    ALERT,
    ALONE_A_MINUTE,
    CALL,
    MINUTE,
    Circle,
    alert,
    first_circle,
    key_of,
    later_calls,
    many_calls,
    opening_call,
    pressed_call,
)
from bot.services.case_rules import RANK, Move, NoSuchCase, Opened, TooOften, changes, refuse
from bot.services.follow_up import follow_up
from bot.services.load import RESTED_AFTER, was_hard
from bot.services.people import People
from bot.services.rota import coverage
from bot.services.settings import Settings
from bot.storage.audit import Act, AuditLines
from bot.storage.case_files import CaseFiles
from bot.storage.cases import LIVE, Case, NewCase, Note
from bot.storage.database import Database
from bot.storage.outbox import Entry, OutboxEntries, State
from bot.storage.rota import Rota

NOTES_A_DAY = 3  # of one person: enough for every worry, too few to hound somebody (product 4.2)
A_DAY = timedelta(days=1)


class Cases:
    """Opens, claims and ends cases."""

    def __init__(
        self, database: Database, people: People, settings: Settings, clock: Clock
    ) -> None:
        self._database, self._people = database, people
        self._settings, self._clock = settings, clock

    async def open(self, new: NewCase, note: Note | None = None) -> Opened:
        """Open a case, or join the live one about the same person; alerts staff by the outbox.

        A second message joins quietly; one that is more serious than the case raises it and
        alerts again.

        Args:
            new: what is known.
            note: what somebody tells of the person, where one did.

        Raises:
            StorageDown: nothing was kept; the caller must tell staff in another way.
            TooOften: whoever tells has told as much as they may today.
        """
        async with self._database.write() as tx:
            files = CaseFiles(tx)
            if note is not None:
                told = await files.told_since(new.guild, note.tag, note.at - A_DAY)
                if told >= NOTES_A_DAY:
                    raise TooOften
            live = await files.live_about(new.guild, new.tag, new.kind)
            if live is None:
                opened = Opened(await files.add(new), joined=False, risen=True)
            else:
                opened = await self._join(files, live, new)
            if note is not None:
                await files.note(new.guild, opened.number, note)
            if opened.risen:
                await self._call(tx, files, new, opened.number)
        return opened

    async def _call(self, tx: AsyncConnection, files: CaseFiles, new: NewCase, number: int) -> None:
        """Alert staff, and plan who is called if nobody goes."""
        guild, at, patience = new.guild, new.at, self._patience(new.guild)
        entries, first = OutboxEntries(tx), first_circle((await coverage(tx, guild, at)).fresh)
        lately = await entries.planned_since(guild, ALERT, at - MINUTE)
        if lately < ALONE_A_MINUTE:
            orders = [alert(guild, number, RANK[new.level], at, first)]
            orders += later_calls(guild, number, at, patience, first)
        else:
            orders = list(many_calls(guild, at, patience, first))
        await files.called(guild, number, first)
        for order in orders:
            await entries.put(order)

    def _patience(self, guild: GuildId) -> timedelta:
        return timedelta(minutes=self._settings.of(guild, CaseSettings).escalate_minutes)

    async def _join(self, files: CaseFiles, live: Case, new: NewCase) -> Opened:
        risen = RANK[new.level] > RANK[live.level]
        fields: dict[str, object] = {"changed_at": new.at}
        if risen:
            place = None if new.place is None else [new.place.channel, new.place.message]
            fields |= {
                "level": new.level,
                "category": new.category,
                "rules": list(new.rules),
                "excerpt": new.excerpt,
                "place": place,
                "source_index": new.source_index,
                "waiting_since": new.at,
                "called": 0,
            }
        await files.change(live.id, LIVE, **fields)
        await files.step(live.id, "rose" if risen else "again", None, new.at)
        return Opened(live.id, joined=True, risen=risen)

    async def get(self, guild: GuildId, number: int) -> Case:
        """One case.

        Raises:
            NoSuchCase: it is not there.
        """
        async with self._database.read() as tx:
            found = await CaseFiles(tx).get(guild, number)
        if found is None:
            raise NoSuchCase
        return found

    async def live(self, guild: GuildId) -> list[Case]:
        """Every case that has not ended, oldest first."""
        async with self._database.read() as tx:
            return await CaseFiles(tx).live(guild)

    async def since(self, guild: GuildId, days: int) -> list[Case]:
        """Every case that opened in so many days and is still kept, newest first."""
        async with self._database.read() as tx:
            return await CaseFiles(tx).since(guild, self._clock.now() - A_DAY * days)

    async def look_into(self, guild: GuildId, number: int, staff: UserId) -> Case:
        """One case with everything that is kept of it; the look itself is kept too.

        Raises:
            NoSuchCase: it is not there.
        """
        async with self._database.write() as tx:
            found = await CaseFiles(tx).get(guild, number)
            if found is None:
                raise NoSuchCase
            await self._audit(AuditLines(tx), found, self._people.tag(guild, staff), "opened")
        return found

    async def notes(self, number: int) -> list[Note]:
        """What somebody told for a case; for whoever goes."""
        async with self._database.read() as tx:
            return await CaseFiles(tx).notes(number)

    async def steps(self, number: int) -> Sequence[tuple[datetime, str]]:
        """The life of a case, in order."""
        async with self._database.read() as tx:
            return await CaseFiles(tx).steps(number)

    async def alerts(self, number: int) -> list[Entry]:
        """The alerts that were planned for a case, one for each level it rose to."""
        async with self._database.read() as tx:
            return await OutboxEntries(tx).beginning(f"{ALERT}:{number}:")

    async def calls(self, number: int) -> list[Entry]:
        """The calls of wider circles that were planned for a case."""
        async with self._database.read() as tx:
            return await OutboxEntries(tx).beginning(f"{CALL}:{number}:")

    async def claim(self, guild: GuildId, number: int, staff: UserId) -> Case:
        """`staff` goes. Pressed twice by the same person it counts once.

        Raises:
            NoSuchCase, CaseOver: as they say.
            CaseTaken: somebody else goes already.
        """
        return await self._move(guild, number, self._by(guild, staff, "claimed"))

    async def hand_back(self, guild: GuildId, number: int, staff: UserId) -> Case:
        """Whoever goes cannot, after all; no reason is asked. The case waits again.

        Raises:
            NoSuchCase, CaseOver, CaseTaken: as they say.
        """
        return await self._move(guild, number, self._by(guild, staff, "handed_back"))

    async def decline(self, guild: GuildId, number: int, staff: UserId) -> Case:
        """Somebody who has not gone says that they cannot; the others still can.

        Raises:
            NoSuchCase, CaseOver: as they say.
        """
        return await self._move(guild, number, self._by(guild, staff, "declined"))

    async def join(self, guild: GuildId, number: int, staff: UserId) -> Case:
        """`staff` goes along: two are better than one.

        Raises:
            NoSuchCase, CaseOver: as they say.
        """
        return await self._move(guild, number, self._by(guild, staff, "joined"))

    async def hand_over(self, guild: GuildId, number: int, staff: UserId, to: UserId) -> Case:
        """The owner gives the case to somebody else of the staff, and stays named beside them.

        Raises:
            NoSuchCase, CaseOver, CaseTaken: as they say.
        """
        return await self._move(guild, number, self._by(guild, staff, "handed_over", to))

    async def call_more(self, guild: GuildId, number: int, staff: UserId) -> Case:
        """More people are asked at once: the next circle after the widest that was called.

        Raises:
            NoSuchCase, CaseOver: as they say.
        """
        return await self._move(guild, number, self._by(guild, staff, "called"))

    async def resolve(self, guild: GuildId, number: int, staff: UserId, outcome: str) -> Case:
        """It has ended.

        Raises:
            NoSuchCase, CaseOver, CaseTaken: as they say.
        """
        return await self._move(guild, number, self._by(guild, staff, outcome))

    def _by(self, guild: GuildId, staff: UserId, act: str, to: UserId | None = None) -> Move:
        tag, now = self._people.tag(guild, staff), self._clock.now()
        return Move(act, staff, tag, now, to, None if to is None else self._people.tag(guild, to))

    async def _move(self, guild: GuildId, number: int, move: Move) -> Case:
        async with self._database.write() as tx:
            files, entries = CaseFiles(tx), OutboxEntries(tx)
            found = refuse(await files.get(guild, number), move)
            circle = await self._next_circle(entries, found)
            fields = changes(found, move, circle)
            if fields is None:
                return found
            await files.change(number, LIVE, **fields)
            await files.step(number, move.act, move.tag, move.at)
            await self._audit(AuditLines(tx), found, move.tag, move.act)
            if move.act == "handed_back":
                first = first_circle((await coverage(tx, guild, move.at)).fresh)
                await files.called(guild, number, first)
                await entries.put(opening_call(guild, number, move.at, first))
                for order in later_calls(guild, number, move.at, self._patience(guild), first):
                    await entries.put(order)
            if move.act == "called":
                await entries.put(pressed_call(found, circle, move.at))
            moved = await files.get(guild, number)
            if moved is not None:
                await self._afterwards(tx, moved, move)
        if moved is None:
            raise NoSuchCase
        return moved

    async def _afterwards(self, tx: AsyncConnection, case: Case, move: Move) -> None:
        """After a hard case others are asked first; who wished it is looked in on tomorrow."""
        if was_hard(case):
            await Rota(tx).rest(case.guild, move.tag, move.at + RESTED_AFTER)
        zone = ZoneInfo(self._settings.of(case.guild, CommunitySettings).zone)
        order = follow_up(case, zone)
        if order is not None:
            await OutboxEntries(tx).put(order)

    async def _next_circle(self, entries: OutboxEntries, case: Case) -> Circle:
        """The circle after the widest that was called, by the clock or by a press."""
        widest = Circle(case.called)
        for circle in Circle:
            row = await entries.get(key_of(case.id, case.waiting_since, circle))
            if row is not None and row.state in (State.SENT, State.CLAIMED):
                widest = max(widest, circle)
        return Circle(min(widest + 1, Circle.ADMINS))

    async def _audit(self, lines: AuditLines, case: Case, tag: Tag, act: str) -> None:
        await lines.add(case.guild, Act(self._clock.now(), tag, f"cases.{act}", f"case {case.id}"))
