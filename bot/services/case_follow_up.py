"""Looking in the next day: only on a member who asked for it, once, and never in public.

    (nothing) ──the member wishes it──► wished ──they take it back──► (nothing)
    wished ──whoever settled the case lets the bot ask──► asked
    asked ──the member answers──► okay, talk, never

Invariants: nobody is asked who did not wish it; nobody is asked twice for one case; who said
*never* is asked no more until they wish it anew. The prompt to whoever settled the case is a row
of the outbox, planned in the transaction that settles it; one that is too late is told to staff as
every late post is, and never sent. Of a case that is kept from somebody nothing is told in a
channel: its row is of a kind of its own, which becomes a notice to whoever settled it.
"""

from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.ids import GuildId, UserId
from bot.services.calls import FOLLOW_QUIETLY, stamp
from bot.services.case_rules import NoSuchCase, is_quiet, may_see
from bot.services.people import People
from bot.storage.case_files import CaseFiles
from bot.storage.cases import Case, CaseState
from bot.storage.database import Database
from bot.storage.outbox import Order

FOLLOW = "cases:follow"
# Not by night, and not before a night's sleep has been possible.
MORNING = time(10)
NIGHT = timedelta(hours=6)
# From ten in the morning until eight in the evening; later it would be another day.
STILL_THE_DAY = timedelta(hours=10)
KINDS = ("contact", "crisis")  # about the member themselves, and known to them


class LookIn(StrEnum):
    """Where looking in stands for one case; the drawing above says who moves it."""

    WISHED = "wished"
    ASKED = "asked"
    OKAY = "okay"
    TALK = "talk"
    NEVER = "never"


def next_morning(ended: datetime, zone: ZoneInfo) -> datetime:
    """The first ten in the morning, as the community's clocks show it, after a night's time."""
    earliest = (ended + NIGHT).astimezone(zone)
    days = 0 if earliest.time() <= MORNING else 1
    return datetime.combine(earliest.date() + timedelta(days=days), MORNING, zone)


def follow_up(case: Case, zone: ZoneInfo) -> Order | None:
    """The prompt to whoever settled a case; None where the member did not wish it."""
    settled = case.state is CaseState.RESOLVED and case.ended_at is not None
    if not settled or case.ended_at is None or case.look_in != LookIn.WISHED:
        return None
    due = next_morning(case.ended_at, zone)
    ids, late = {"case": case.id}, due + STILL_THE_DAY
    # With the time, for a number may come again once its case has gone.
    kind = FOLLOW_QUIETLY if is_quiet(case) else FOLLOW
    key = f"{kind}:{case.id}:{stamp(case.ended_at)}"
    return Order(key, kind, case.guild, due, ids, late_after=late)


class FollowUps:
    """What a member and whoever settled their case can say about looking in."""

    def __init__(self, database: Database, people: People, clock: Clock) -> None:
        self._database, self._people, self._clock = database, people, clock

    async def wish(self, guild: GuildId, user: UserId) -> bool:
        """A human may look in tomorrow; answers False where no human knows of them yet."""
        tag = self._people.tag(guild, user)
        async with self._database.write() as tx:
            files = CaseFiles(tx)
            found = [await files.live_about(guild, tag, kind) for kind in KINDS]
            case = next((each for each in found if each is not None), None)
            if case is None:
                return False
            if await files.look_in(case.id, None, LookIn.WISHED):
                await files.step(case.id, "look_wished", None, self._clock.now())
        await self._people.wish(guild, user, never_look_in=False)
        return True

    async def take_back(self, guild: GuildId, user: UserId) -> None:
        """Rather not, after all."""
        async with self._database.write() as tx:
            await CaseFiles(tx).no_look_in(guild, self._people.tag(guild, user), LookIn.WISHED)

    async def wished(self, case: Case) -> bool:
        """Whether the member may be asked now."""
        wishes = await self._people.wishes(case.guild, case.person)
        return case.look_in == LookIn.WISHED and not wishes.never_look_in

    async def asked(self, case: Case, staff: UserId) -> bool:
        """The member is being asked; answers False where somebody did that already."""
        async with self._database.write() as tx:
            files = CaseFiles(tx)
            first = await files.look_in(case.id, LookIn.WISHED, LookIn.ASKED)
            if first:
                tag = self._people.tag(case.guild, staff)
                await files.step(case.id, "look_asked", tag, self._clock.now())
        return first

    async def answered(self, guild: GuildId, number: int, user: UserId, said: LookIn) -> Case:
        """The member answers; they may change their mind, and the last answer stands.

        Raises:
            NoSuchCase: it is gone, or about somebody else.
        """
        async with self._database.write() as tx:
            files = CaseFiles(tx)
            case = await files.get(guild, number)
            asked = case is not None and case.look_in not in (None, LookIn.WISHED)
            mine = case is not None and case.person == user and may_see(case, user)
            if case is None or not mine or not asked:
                raise NoSuchCase
            if case.look_in != said:
                await files.look_in(number, case.look_in, said)
                await files.step(number, f"look_{said}", None, self._clock.now())
        if said is LookIn.NEVER:
            await self._people.wish(guild, user, never_look_in=True)
        return case
