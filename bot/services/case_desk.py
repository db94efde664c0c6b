"""What staff read of cases: everything comes through here, and `may_see` is asked for all of it.

Whoever needs more of a case than these verbs give adds one here. A `Case` in somebody's hand is
one that they may see, or one of `for_calls` that is shown to nobody.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.ids import GuildId, UserId
from bot.services.calls import ALERT, CALL, QUIET
from bot.services.case_follow_up import FOLLOW
from bot.services.case_rules import NoSuchCase, is_quiet, may_see
from bot.services.people import People
from bot.storage.audit import Act, AuditLines
from bot.storage.case_files import CaseFiles
from bot.storage.cases import LIVE, Case, Note
from bot.storage.database import Database
from bot.storage.outbox import Entry, OutboxEntries
from bot.storage.staff import KnownStaff

LOOKED = "opened"  # as the audit calls it


class CaseDesk:
    """Reads cases for somebody of the staff, and for the calls."""

    def __init__(self, database: Database, people: People, clock: Clock) -> None:
        self._database, self._people, self._clock = database, people, clock

    async def get(self, guild: GuildId, number: int, staff: UserId) -> Case:
        """One case.

        Raises:
            NoSuchCase: it is not there, or not for `staff`: nobody can tell which.
        """
        async with self._database.read() as tx:
            return _seen_by(staff, await CaseFiles(tx).get(guild, number))

    async def live(self, guild: GuildId, staff: UserId) -> list[Case]:
        """Every case that has not ended and that `staff` may see, oldest first."""
        return (await self.live_and_shut(guild, staff))[0]

    async def live_and_shut(self, guild: GuildId, staff: UserId) -> tuple[list[Case], int]:
        """The same, and how many stand beside them that no key opens."""
        async with self._database.read() as tx:
            found, shut = await CaseFiles(tx).live_and_shut(guild)
        return [case for case in found if may_see(case, staff)], shut

    async def since(self, guild: GuildId, days: int, staff: UserId) -> list[Case]:
        """Every case of so many days that is still kept and that `staff` may see, newest first."""
        async with self._database.read() as tx:
            found = await CaseFiles(tx).since(guild, self._clock.now() - timedelta(days=days))
        return [case for case in found if may_see(case, staff)]

    async def in_public(self, guild: GuildId, days: int) -> list[Case]:
        """Every case of so many days that is kept from nobody of the staff, newest first."""
        async with self._database.read() as tx:
            found = await CaseFiles(tx).since(guild, self._clock.now() - timedelta(days=days))
        return [case for case in found if not case.hidden]

    async def of_their_own(self, guild: GuildId, user: UserId) -> list[Case]:
        """Live cases about somebody of which nobody else told staff; for their own erasure."""
        tag = self._people.tag(guild, user)
        async with self._database.read() as tx:
            files = CaseFiles(tx)
            live = [case for case in await files.all_about(guild, tag) if case.state in LIVE]
            told = {
                case.id
                for case in live
                if any(note.tag != tag for note in await files.notes(case.id))
            }
        return [case for case in live if case.id not in told]

    async def look_into(self, guild: GuildId, number: int, staff: UserId) -> Case:
        """One case with everything that is kept of it; the look itself is kept too.

        Raises:
            NoSuchCase: as in `get`.
        """
        tag, now = self._people.tag(guild, staff), self._clock.now()
        async with self._database.write() as tx:
            found = _seen_by(staff, await CaseFiles(tx).get(guild, number))
            await AuditLines(tx).add(guild, Act(now, tag, f"cases.{LOOKED}", f"case {number}"))
            await KnownStaff(tx).seen(guild, tag, staff, now)
        return found

    async def notes(self, case: Case) -> list[Note]:
        """What somebody told for a case; for whoever goes."""
        async with self._database.read() as tx:
            return await CaseFiles(tx).notes(case.id)

    async def steps(self, case: Case) -> Sequence[tuple[datetime, str]]:
        """The life of a case, in order."""
        async with self._database.read() as tx:
            return await CaseFiles(tx).steps(case.id)

    async def alerts(self, case: Case) -> list[Entry]:
        """The alerts that were planned for a case, one for each level it rose to."""
        async with self._database.read() as tx:
            return await OutboxEntries(tx).beginning(f"{ALERT}:{case.id}:")

    async def calls(self, case: Case) -> list[Entry]:
        """The calls that were planned for a case, in a channel or quietly."""
        async with self._database.read() as tx:
            entries = OutboxEntries(tx)
            loud = await entries.beginning(f"{CALL}:{case.id}:")
            return loud + await entries.beginning(f"{QUIET}:{case.id}:")

    async def follow_ups(self, case: Case) -> list[Entry]:
        """The lines that were planned for looking in the next day, in a channel."""
        async with self._database.read() as tx:
            return await OutboxEntries(tx).beginning(f"{FOLLOW}:{case.id}:")

    async def in_the_open(self, guild: GuildId) -> list[Case]:
        """Every case that has not ended and may stand in a channel that all staff read."""
        async with self._database.read() as tx:
            found = await CaseFiles(tx).live(guild)
        return [case for case in found if not is_quiet(case)]

    async def for_calls(self, guild: GuildId, number: int) -> Case:
        """One case as the house itself reads it, to find whom to call; never to show it.

        Raises:
            NoSuchCase: it is not there.
        """
        async with self._database.read() as tx:
            found = await CaseFiles(tx).get(guild, number)
        if found is None:
            raise NoSuchCase
        return found


def _seen_by(staff: UserId, case: Case | None) -> Case:
    if case is None or not may_see(case, staff):
        raise NoSuchCase
    return case
