"""Cases: one human is asked to come, and everybody sees who went.

    open ──claim──► claimed ──resolve──► resolved
     │  ▲            │ │  └──hand over──► claimed, by another
     │  └─hand back──┘ └──false alarm──► false_alarm
     └──resolve, false alarm (claims it first, so that somebody answers for the end)

Invariants: at most one owner; of two presses at once the second is told who has it; a person has
at most one live case of a kind (what follows joins it); every step is one transaction with its
line in the audit; whenever a case begins to wait, the wider circles are planned (`calls`); for
those from whom a case is kept it does not exist (`case_rules.may_see`). Who moves a case: staff
through `/cases` and the card's buttons, nobody else. What staff read of cases: `CaseDesk`.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.ids import GuildId, Tag, UserId
from bot.keyring import Unopenable
from bot.sections import CommunitySettings
from bot.services.case_calls import CaseCalls
from bot.services.case_follow_up import FOLLOW, follow_up
from bot.services.case_rules import (
    RANK,
    ChoiceShut,
    Move,
    NobodyTold,
    NoSuchCase,
    Opened,
    TooOften,
    barring,
    changes,
    is_quiet,
    refuse,
    without,
)
from bot.services.load import RESTED_AFTER, was_hard
from bot.services.people import People
from bot.services.settings import Settings
from bot.storage.audit import Act, AuditLines
from bot.storage.case_files import CaseFiles
from bot.storage.cases import LIVE, Case, CaseState, NewCase, Note
from bot.storage.database import Database
from bot.storage.outbox import OutboxEntries
from bot.storage.rota import Rota
from bot.storage.staff import KnownStaff, UnwantedStaff
from bot.storage.unplanned import drop_planned

NOTES_A_DAY = 3  # of one person: enough for every worry, too few to hound somebody (product 4.2)
A_DAY = timedelta(days=1)


class Cases:
    """Opens, claims and ends cases."""

    def __init__(
        self, database: Database, people: People, settings: Settings, clock: Clock
    ) -> None:
        self._database, self._people = database, people
        self._settings, self._clock = settings, clock
        self._calls = CaseCalls(settings)

    async def open(self, new: NewCase, note: Note | None = None) -> Opened:
        """Open a case, or join the live one about the same person; alerts staff by the outbox.

        A second message joins quietly; one that is more serious than the case raises it and
        alerts again. A case is kept from the staff whom it names, and from those whom the person
        or the teller does not want.

        Args:
            new: what is known.
            note: what somebody tells of the person, where one did.

        Raises:
            StorageDown: nothing was kept; the caller must tell staff in another way.
            TooOften: whoever tells has told as much as they may today.
            NobodyTold: nobody can say from whom of the staff to keep it; nothing was kept.
        """
        async with self._database.write() as tx:
            files = CaseFiles(tx)
            if note is not None:
                told = await files.told_since(new.guild, note.tag, note.at - A_DAY)
                if told >= NOTES_A_DAY:
                    raise TooOften
            hidden = await _hidden(tx, new, note)
            live = await files.live_about(new.guild, new.tag, new.kind)
            if live is None:
                opened = Opened(await files.add(new, hidden), joined=False, risen=True)
            else:
                opened = await self._join(files, live, new)
                hidden |= live.hidden
            if note is not None:
                await files.note(new.guild, opened.number, note)
            if live is not None and hidden > live.hidden:
                await self._keep_from(tx, live, hidden, new.at)
            elif live is not None and live.owner in new.barred:
                await self._wait_again(tx, live, new.at)
                opened = replace(opened, released=live.owner)
            elif opened.risen:
                at_once = await self._calls.opened(tx, new, opened, hidden)
                opened = replace(opened, at_once=at_once)
        return opened

    async def keep_from(
        self,
        tx: AsyncConnection,
        whose: tuple[GuildId, Tag],
        staff: frozenset[UserId],
        at: datetime,
    ) -> None:
        """From now on these people must know of no case about one person, also of none that is.

        The cards that stand already are taken down by the row of the outbox that this plans.
        """
        for case in await CaseFiles(tx).all_about(*whose):
            if staff - case.hidden:
                await self._keep_from(tx, case, staff, at)

    async def _keep_from(
        self, tx: AsyncConnection, case: Case, staff: frozenset[UserId], at: datetime
    ) -> None:
        files = CaseFiles(tx)
        now = await files.get(case.guild, case.id) or case
        await files.change(case.id, tuple(CaseState), **without(now, staff, at))
        await files.step(case.id, "kept_from", None, at)
        kept = await files.get(case.guild, case.id)
        if kept is not None:
            await self._calls.kept_from_some(tx, kept, at)
            await self._follow(tx, kept)

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
                "reached": new.reached,
                "source_index": new.source_index,
                "waiting_since": new.at,
                "called": 0,
            }
        if new.barred:
            fields |= barring(live, frozenset(new.barred), new.at)
        await files.change(live.id, LIVE, **fields)
        await files.step(live.id, "rose" if risen else "again", None, new.at)
        return Opened(live.id, joined=True, risen=risen)

    async def _wait_again(self, tx: AsyncConnection, case: Case, at: datetime) -> None:
        """Whoever had it may not go any more: the others are asked as at the start."""
        free = await CaseFiles(tx).get(case.guild, case.id)
        if free is not None:
            await self._calls.again(tx, free, at)

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
            files = CaseFiles(tx)
            found = refuse(await files.get(guild, number), move)
            circle = await self._calls.next_circle(tx, found)
            fields = changes(found, move, circle)
            if fields is None:
                return found
            await files.change(number, LIVE, **fields)
            await files.step(number, move.act, move.tag, move.at)
            await self._audit(AuditLines(tx), found, move.tag, move.act)
            await KnownStaff(tx).seen(guild, move.tag, move.staff, move.at)
            if move.act == "handed_back":
                await self._calls.again(tx, found, move.at)
            if move.act == "called":
                await self._calls.pressed(tx, found, circle, move.at)
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
        await self._follow(tx, case)

    async def _follow(self, tx: AsyncConnection, case: Case) -> None:
        """Plan the looking in; for a case that is kept from somebody, by no channel."""
        if is_quiet(case):
            await drop_planned(tx, f"{FOLLOW}:{case.id}:")
        zone = ZoneInfo(self._settings.of(case.guild, CommunitySettings).zone)
        order = follow_up(case, zone)
        if order is not None:
            await OutboxEntries(tx).put(order)

    async def _audit(self, lines: AuditLines, case: Case, tag: Tag, act: str) -> None:
        await lines.add(case.guild, Act(self._clock.now(), tag, f"cases.{act}", f"case {case.id}"))


async def _hidden(tx: AsyncConnection, new: NewCase, note: Note | None) -> frozenset[UserId]:
    """Who of the staff must not know of a case that opens."""
    unwanted, asks = UnwantedStaff(tx), new.tag if note is None else note.tag
    hidden = frozenset(new.named)
    for tag in (asks, new.tag):
        try:
            hidden |= await unwanted.of(new.guild, tag)
        except Unopenable:
            raise (ChoiceShut if tag == asks else NobodyTold) from None
    return hidden
