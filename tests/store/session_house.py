"""The services of sessions over one database, with rooms that fail when they are told to."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from bot.ids import ChannelId, GuildId, UserId
from bot.services.people import People
from bot.services.reach import Reach
from bot.storage.database import Database
from bot.storage.outbox import OutboxRow
from bot.storage.people import WaitingRow
from cogs.sessions.domain.plan import Plan, every_weeks
from cogs.sessions.service.again import Again
from cogs.sessions.service.clockwork import Clockwork
from cogs.sessions.service.coming import Coming
from cogs.sessions.service.deeds import Deeds
from cogs.sessions.service.following import Following
from cogs.sessions.service.planning import Planning
from cogs.sessions.service.running import Running
from cogs.sessions.store.plans import Session
from tests.fakes import FakeClock

GUILD, CHANNEL, HOST = GuildId(10), ChannelId(20), UserId(30)
START = datetime(2026, 3, 5, 19)  # noqa: DTZ001 - a wall time; the clock begins on 1 March, noon
PLAN = Plan(title="Circle", purpose="Together", channel=CHANNEL, start=START, repeat=every_weeks(1))
PEOPLE = [UserId(1000 + each) for each in range(60)]


class FakeRooms:
    """Rooms that remember, and fail or kill when they are told to."""

    def __init__(self) -> None:
        self.made: dict[int, ChannelId] = {}
        self.gone: list[ChannelId] = []
        self.trouble: Exception | BaseException | None = None
        self.after: BaseException | None = None
        self.meanwhile: Callable[[], Awaitable[object]] | None = None

    def lacking(self, guild: GuildId, channel: ChannelId, *, thread: bool) -> tuple[str, ...]:
        return ()

    async def present(
        self, guild: GuildId, room: ChannelId, people: Collection[UserId], since: datetime
    ) -> bool:
        return False

    async def here(self, guild: GuildId, user: UserId) -> bool:
        return True

    async def open(self, guild: GuildId, channel: ChannelId, number: int) -> ChannelId:
        if self.trouble is not None:
            raise self.trouble
        room = self.made.setdefault(number, ChannelId(500 + number))
        if self.meanwhile is not None:
            await self.meanwhile()
        if self.after is not None:
            raise self.after
        return room

    async def admit(self, room: ChannelId, user: UserId) -> None: ...

    async def lock(self, room: ChannelId) -> None: ...

    async def remove(self, room: ChannelId) -> None:
        self.gone.append(room)


@dataclass
class House:
    """The services of sessions over one database."""

    database: Database
    clock: FakeClock
    rooms: FakeRooms
    planning: Planning
    coming: Coming
    running: Running
    clockwork: Clockwork

    async def planned(self, plan: Plan = PLAN) -> Session:
        draft = await self.planning.begin(GUILD, HOST, "UTC")
        await self.planning.change(GUILD, draft.id, HOST, lambda _: plan)
        made = await self.planning.publish(GUILD, draft.id, HOST, lambda _: CHANNEL)
        await self.clockwork.work()
        return made

    async def at(self, moment: datetime) -> None:
        self.clock.set(moment)
        await self.clockwork.work()

    async def to_the_door(self) -> None:
        """The days and minutes before the start, as an awake machine lives them."""
        for hours in (-24, -1, -1 / 6):
            await self.at(starts(hours))

    async def keys(self, kind: str) -> list[str]:
        async with self.database.read() as tx:
            found = await tx.execute(select(OutboxRow.key).where(OutboxRow.kind == kind))
            return sorted(found.scalars())

    async def waiting(self) -> int:
        async with self.database.read() as tx:
            return (await tx.execute(select(func.count()).select_from(WaitingRow))).scalar_one()


def services(database: Database, clock: FakeClock, rooms: FakeRooms, people: People) -> House:
    reach = Reach(database, people, clock)
    coming = Coming(database, people, clock, reach)
    planning = Planning(database, people, clock, Following(clock, reach, coming))
    running = Running(database, people, clock, coming, reach)
    deeds, again = Deeds(database, rooms, reach), Again(database, rooms, reach)
    clockwork = Clockwork(database, clock, deeds, again, coming)
    return House(database, clock, rooms, planning, coming, running, clockwork)


def starts(hours: float = 0) -> datetime:
    return datetime.fromisoformat("2026-03-05T19:00+00:00") + timedelta(hours=hours)
