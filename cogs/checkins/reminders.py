"""Reminders that people set for themselves: one a day, at their own hour, exactly once.

    (none) ──set──► waits ──its hour──► told by the ladder, waits for the next day
                      └──stop, from the reminder itself or /checkin; a year──► (none)

Setting one says that the bot may ask (the wish `prompts`). Taken back under /me, the hour stays and
nothing comes; allowed again, it does.

The heartbeat asks for what is due. One transaction plans the notice, whose key is its day's, and
moves the row on. A day whose hour was long ago (the bot was down, the person had stepped back) is
let go without a word: no reminder ever speaks of an earlier one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BigInteger,
    LargeBinary,
    RowMapping,
    UniqueConstraint,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.clock import Clock
from bot.ids import GuildId, Tag, UserId
from bot.schedule.recurrence import Rule, due_slots, next_slots
from bot.services.people import People
from bot.services.reach import Notice, Reach
from bot.storage.base import Base, PersonalData
from bot.storage.database import Database
from bot.storage.opening import opened
from bot.storage.people import WaitingCards
from bot.storage.types import NOW, RowId, Sealed, UtcDateTime

REMINDER = "checkins:reminder"
REMINDER_NUMBER = 41  # written into rows: it never changes its meaning
# After its hour it belongs to another part of the day.
LATEST = timedelta(hours=3)


class ReminderRow(Base):
    """When one person would like to be reminded. Numbers are never used twice."""

    __tablename__ = "checkin_reminder"
    __table_args__ = (UniqueConstraint("guild_id", "tag"), {"sqlite_autoincrement": True})
    personal = PersonalData(
        why="kept.checkin-reminder",
        keep=timedelta(days=365),
        until="set_on",
        tag="tag",
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16))
    person: Mapped[int] = mapped_column(Sealed("checkin_reminder.person"))
    at: Mapped[list[object]] = mapped_column(Sealed("checkin_reminder.at"))
    planned_to: Mapped[datetime] = mapped_column(UtcDateTime)
    next_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    set_on: Mapped[datetime] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One person's reminder: at which hour, on whose clock."""

    guild: GuildId
    person: UserId
    at: time
    zone: str
    planned_to: datetime
    id: int = 0

    @property
    def rule(self) -> Rule:
        """Every day."""
        return Rule("FREQ=DAILY", self.planned_to.date() - timedelta(days=2), self.at)

    def next_at(self) -> datetime:
        """The first hour after what is planned."""
        return next_slots(self.rule, ZoneInfo(self.zone), self.planned_to, 1)[0].at


class Services(Protocol):
    """What reminders stand on; the bot has it."""

    database: Database
    people: People
    reach: Reach
    clock: Clock


class Reminders:
    """Keeps them, and plans what is due."""

    def __init__(self, services: Services) -> None:
        self._database, self._people = services.database, services.people
        self._reach, self._clock = services.reach, services.clock

    async def of(self, guild: GuildId, user: UserId) -> Reminder | None:
        """Somebody's, if they have one."""
        mine = (ReminderRow.guild_id == guild, ReminderRow.tag == self._people.tag(guild, user))
        async with self._database.read() as tx:
            row = (await tx.execute(select(_TABLE).where(*mine))).mappings().one_or_none()
        return None if row is None else _reminder(row)

    async def set(self, guild: GuildId, user: UserId, at: time, zone: str) -> Reminder:
        """Every day at that hour, from now on; in the place of an earlier one.

        Raises:
            StorageDown: nothing comes that did not come before.
        """
        now, tag = self._clock.now(), self._people.tag(guild, user)
        fresh = Reminder(guild, user, at, zone, now)
        today = now.replace(hour=0, minute=0, second=0, microsecond=0)
        await self._people.wish(guild, user, prompts=True)
        async with self._database.write() as tx:
            await _stop(tx, guild, tag)
            made = insert(ReminderRow).values(
                guild_id=guild,
                tag=tag,
                person=user,
                at=[at.isoformat("minutes"), zone],
                planned_to=now,
                next_at=fresh.next_at(),
                set_on=today,
            )
            await tx.execute(made)
        return fresh

    async def stop(self, guild: GuildId, user: UserId) -> None:
        """No more; where there is none, that is no trouble."""
        if (await self._people.wishes(guild, user)).prompts:
            await self._people.wish(guild, user, prompts=False)
        async with self._database.write() as tx:
            await _stop(tx, guild, self._people.tag(guild, user))

    async def stop_one(self, number: int, user: UserId) -> bool:
        """The same by its number, as the reminder itself has it; only its person can."""
        async with self._database.read() as tx:
            found = await _get(tx, number)
        if found is None or found.person != user:
            return False
        await self.stop(found.guild, user)
        return True

    async def wanted(self, guild: GuildId, ids: Mapping[str, int]) -> bool:
        """Whether it still says something: still wanted, its hour not past, nobody stepped back."""
        async with self._database.read() as tx:
            found = await _get(tx, ids["reminder"])
        if found is None or found.guild != guild or self._clock.now().timestamp() > ids["until"]:
            return False
        allowed = (await self._people.wishes(guild, found.person)).prompts
        return allowed and not await self._reach.resting(guild, found.person)

    async def work(self) -> None:
        """What the heartbeat calls: plan what is due, once a day and person."""
        now = self._clock.now()
        async with self._database.read() as tx:
            waiting = [_reminder(row) for row in (await opened(tx, _DUE, now=now)).rows]
        for each in waiting:
            async with self._database.write() as tx:
                if await _get(tx, each.id) == each:
                    await self._plan(tx, each, now)

    async def _plan(self, tx: AsyncConnection, mine: Reminder, now: datetime) -> None:
        slots = due_slots(mine.rule, ZoneInfo(mine.zone), mine.planned_to, now)
        moved = Reminder(mine.guild, mine.person, mine.at, mine.zone, now, mine.id)
        values = {"planned_to": now, "next_at": moved.next_at()}
        await tx.execute(update(ReminderRow).where(ReminderRow.id == mine.id).values(**values))
        place = (mine.guild, self._people.tag(mine.guild, mine.person))
        # One that waited for their next look has had its day.
        await WaitingCards(tx).drop(place, REMINDER)
        asked = (await self._people.wishes(mine.guild, mine.person)).prompts
        if asked and slots and now <= slots[-1].at + LATEST:
            until = slots[-1].at + LATEST
            ids = {"reminder": mine.id, "until": int(until.timestamp())}
            notice = Notice(mine.guild, mine.person, REMINDER, ids, until)
            await self._reach.tell_in(tx, notice, {REMINDER: REMINDER_NUMBER})

    async def next_due(self) -> datetime | None:
        """When somebody is to be reminded next."""
        async with self._database.read() as tx:
            return (await tx.execute(_NEXT_DUE)).scalar_one_or_none()


_TABLE = ReminderRow.__table__
_DUE = select(_TABLE).where(ReminderRow.next_at <= NOW).order_by(ReminderRow.next_at)
_NEXT_DUE = select(func.min(ReminderRow.next_at))


async def _get(tx: AsyncConnection, number: int) -> Reminder | None:
    rows = await tx.execute(select(_TABLE).where(ReminderRow.id == number))
    row = rows.mappings().one_or_none()
    return None if row is None else _reminder(row)


async def _stop(tx: AsyncConnection, guild: GuildId, tag: Tag) -> None:
    mine = (ReminderRow.guild_id == guild, ReminderRow.tag == tag)
    await tx.execute(delete(ReminderRow).where(*mine))
    await WaitingCards(tx).drop((guild, tag), REMINDER)


def _reminder(row: RowMapping) -> Reminder:
    at, zone = row["at"]
    return Reminder(
        guild=GuildId(row["guild_id"]),
        person=UserId(row["person"]),
        at=time.fromisoformat(at),
        zone=zone,
        planned_to=row["planned_to"],
        id=row["id"],
    )
