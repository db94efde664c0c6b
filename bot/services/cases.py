"""Cases: one human is asked to come, and everybody sees who went.

    open ──claim──► claimed ──resolve──► resolved
     │  ▲             │  │
     │  └──hand back──┘  └──false alarm──► false_alarm
     └──resolve, false alarm (claims it first, so that somebody answers for the end)

Invariants: at most one owner; of two presses at once the second is told who has it; a person has
at most one live case of a kind (what follows joins it); every step is one transaction with its
line in the audit. Who moves a case: staff through `/cases` and the card's buttons, nobody else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.errors import Refusal
from bot.ids import GuildId, Tag, UserId
from bot.services.people import People
from bot.storage.audit import Act, AuditLines
from bot.storage.cases import LIVE, Case, CaseFiles, CaseState, NewCase
from bot.storage.database import Database
from bot.storage.outbox import Entry, Order, OutboxEntries

ALERT = "cases:alert"
# Characters of what was written that staff may see: enough to understand, never a copy (4.2).
EXCERPT_CHARS = 200
# The words go this long after the end of a case, and in any case this long after its start (4.2).
WIPE_AFTER_END = timedelta(days=7)
WIPE_AFTER_START = timedelta(days=30)
_RANK = {"none": 0, "third_party": 1, "concern": 1, "high": 2, "imminent": 3}


class NoSuchCase(Refusal):
    """The case is gone, or was never of this community."""

    key = "refusal.no-such-case"


class CaseTaken(Refusal):
    """Somebody else has it; names them."""

    key = "refusal.case-taken"


class CaseOver(Refusal):
    """The case has ended."""

    key = "refusal.case-over"


@dataclass(frozen=True, slots=True)
class Opened:
    """What became of the wish to open a case."""

    number: int
    joined: bool
    risen: bool


class Cases:
    """Opens, claims and ends cases."""

    def __init__(self, database: Database, people: People, clock: Clock) -> None:
        self._database = database
        self._people = people
        self._clock = clock

    async def open(self, new: NewCase, *, alert: bool = True) -> Opened:
        """Open a case, or join the live one about the same person; alerts staff by the outbox.

        A second message joins quietly; one that is more serious than the case raises it and
        alerts again.

        Raises:
            StorageDown: nothing was kept; the caller must tell staff in another way.
        """
        async with self._database.write() as tx:
            files = CaseFiles(tx)
            live = await files.live_about(new.guild, new.tag, new.kind)
            if live is None:
                opened = Opened(await files.add(new), joined=False, risen=True)
            else:
                opened = await self._join(files, live, new)
            if alert and opened.risen:
                await OutboxEntries(tx).put(self._alert(new, opened.number))
        return opened

    async def _join(self, files: CaseFiles, live: Case, new: NewCase) -> Opened:
        risen = _RANK[new.level] > _RANK[live.level]
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
            }
        await files.change(live.id, LIVE, **fields)
        await files.step(live.id, "rose" if risen else "again", None, new.at)
        return Opened(live.id, joined=True, risen=risen)

    def _alert(self, new: NewCase, number: int) -> Order:
        level = _RANK[new.level]
        return Order(
            key=f"{ALERT}:{number}:{level}",
            kind=ALERT,
            guild=new.guild,
            due=new.at,
            ids={"case": number},
            lane=0,
        )

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

    async def look_into(self, guild: GuildId, number: int, staff: UserId) -> Case:
        """One case with everything that is kept of it; the look itself is kept too.

        Raises:
            NoSuchCase: it is not there.
        """
        async with self._database.write() as tx:
            found = await CaseFiles(tx).get(guild, number)
            if found is None:
                raise NoSuchCase
            await self._audit(tx_lines=AuditLines(tx), case=found, staff=staff, act="opened")
        return found

    async def steps(self, number: int) -> Sequence[tuple[datetime, str]]:
        """The life of a case, in order."""
        async with self._database.read() as tx:
            return await CaseFiles(tx).steps(number)

    async def alerts(self, number: int) -> list[Entry]:
        """The alerts that were planned for a case, one for each level it rose to."""
        keys = [f"{ALERT}:{number}:{rank}" for rank in sorted(set(_RANK.values()))]
        async with self._database.read() as tx:
            entries = OutboxEntries(tx)
            found = [await entries.get(key) for key in keys]
        return [entry for entry in found if entry is not None]

    async def claim(self, guild: GuildId, number: int, staff: UserId) -> Case:
        """`staff` goes. Pressed twice by the same person it counts once.

        Raises:
            NoSuchCase, CaseOver: as they say.
            CaseTaken: somebody else goes already.
        """
        return await self._move(guild, number, staff, "claimed")

    async def hand_back(self, guild: GuildId, number: int, staff: UserId) -> Case:
        """Whoever goes cannot, after all; no reason is asked. The case is open again.

        Raises:
            NoSuchCase, CaseOver, CaseTaken: as they say.
        """
        return await self._move(guild, number, staff, "handed_back")

    async def resolve(self, guild: GuildId, number: int, staff: UserId, outcome: str) -> Case:
        """It has ended.

        Raises:
            NoSuchCase, CaseOver, CaseTaken: as they say.
        """
        return await self._move(guild, number, staff, outcome)

    async def _move(self, guild: GuildId, number: int, staff: UserId, act: str) -> Case:
        now, tag = self._clock.now(), self._people.tag(guild, staff)
        async with self._database.write() as tx:
            files = CaseFiles(tx)
            found = await files.get(guild, number)
            if found is None:
                raise NoSuchCase
            if found.state not in LIVE:
                raise CaseOver
            if found.owner is not None and found.owner != staff:
                raise CaseTaken(owner=f"<@{found.owner}>")
            if not (act == "claimed" and found.owner == staff):
                await files.change(number, LIVE, **_after(act, tag, staff, now, found))
                await files.step(number, act, tag, now)
                await self._audit(tx_lines=AuditLines(tx), case=found, staff=staff, act=act)
            moved = await files.get(guild, number)
        if moved is None:
            raise NoSuchCase
        return moved

    async def note(self, guild: GuildId, source_index: bytes, step: str) -> None:
        """Something that the person did (such as *Not for me*), on the case that it led to."""
        async with self._database.write() as tx:
            files = CaseFiles(tx)
            number = await files.led_to(guild, source_index)
            if number is not None:
                await files.step(number, step, None, self._clock.now())

    async def wipe_words_of(self, guild: GuildId, source_index: bytes) -> None:
        """The author deleted the message: nothing of its words stays.

        Most deleted messages led to nothing, and cost one read.
        """
        async with self._database.read() as tx:
            if await CaseFiles(tx).led_to(guild, source_index) is None:
                return
        async with self._database.write() as tx:
            await CaseFiles(tx).wipe_excerpts_of(source_index)

    async def wipe_old_words(self) -> None:
        """The nightly round: words go 7 days after the end, 30 days after the start."""
        now = self._clock.now()
        async with self._database.write() as tx:
            await CaseFiles(tx).wipe_old_excerpts(now - WIPE_AFTER_END, now - WIPE_AFTER_START)

    async def _audit(self, tx_lines: AuditLines, case: Case, staff: UserId, act: str) -> None:
        tag: Tag = self._people.tag(case.guild, staff)
        line = Act(self._clock.now(), tag, f"cases.{act}", f"case {case.id}")
        await tx_lines.add(case.guild, line)


def _after(act: str, tag: Tag, staff: UserId, now: datetime, case: Case) -> dict[str, object]:
    if act == "handed_back":
        return {
            "state": CaseState.OPEN,
            "owner": None,
            "owner_tag": None,
            "claimed_at": None,
            "changed_at": now,
        }
    owned: dict[str, object] = {
        "owner": staff,
        "owner_tag": tag,
        "claimed_at": case.claimed_at or now,
        "changed_at": now,
    }
    if act == "claimed":
        return owned | {"state": CaseState.CLAIMED}
    state = CaseState.FALSE_ALARM if act == "false_alarm" else CaseState.RESOLVED
    return owned | {"state": state, "ended_at": now, "outcome": act}


def excerpt(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """At most 200 characters around what was found, so that staff understand."""
    if len(text) <= EXCERPT_CHARS:
        return text
    start = max(0, min((span[0] for span in spans), default=0) - EXCERPT_CHARS // 4)
    piece = text[start : start + EXCERPT_CHARS - 2]
    head, tail = "…" if start else "", "…" if start + len(piece) < len(text) else ""
    return f"{head}{piece}{tail}"
