"""Several deliverers and planners over one file at once; none of them in another's way."""

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.ids import ChannelId, GuildId, MessageId
from bot.services.courier import Parcel, Posted
from bot.services.outbox import BATCH, LEASE, Outbox
from bot.storage.database import Database
from bot.storage.outbox import Entry, Order, OutboxEntries, State
from tests.fakes import START, FakeClock, StandInDiscord

GUILDS = (GuildId(4000), GuildId(5000))
CROWD = 8


def order(key: str, lane: int = 1, guild: GuildId = GUILDS[0]) -> Order:
    return Order(key, "checkins:prompt", guild, START, lane=lane)


def process(database: Database, courier: StandInDiscord, clock: FakeClock) -> Outbox:
    return Outbox(database, courier, clock, again=frozenset())


async def rows(database: Database, *keys: str) -> list[Entry]:
    async with database.read() as tx:
        found = [await OutboxEntries(tx).get(key) for key in keys]
    return [entry for entry in found if entry is not None]


class HeldDiscord(StandInDiscord):
    """Keeps every call to send waiting until it is let go."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__(clock, memory=timedelta(0))
        self.asked, self.let_go = asyncio.Event(), asyncio.Event()

    async def send(self, parcel: Parcel) -> Posted:
        self.asked.set()
        await self.let_go.wait()
        return await super().send(parcel)


async def test_eight_deliverers_at_once_claim_every_row_once(
    open_database: Callable[..., Database], database_file: Path, clock: FakeClock
) -> None:
    forgetful = StandInDiscord(clock, memory=timedelta(0))  # nothing but the claim protects
    databases = [open_database(database_file, timedelta(seconds=30)) for _ in range(CROWD)]
    crowd = [process(database, forgetful, clock) for database in databases]
    for each in crowd:
        await each.deliver()
    clock.advance(seconds=1)
    keys = [f"k{number}" for number in range(60)]
    await crowd[0].put([order(key, guild=GUILDS[len(key) % 2]) for key in keys])
    moved = await asyncio.gather(*(each.deliver() for each in crowd))
    assert Counter(forgetful.sends) == dict.fromkeys(keys, 1)
    assert sum(moved) == len(keys)
    assert {entry.attempts for entry in await rows(databases[0], *keys)} == {1}


async def test_eight_planners_at_once_make_one_row(
    open_database: Callable[..., Database],
    database_file: Path,
    clock: FakeClock,
    discord: StandInDiscord,
) -> None:
    databases = [open_database(database_file, timedelta(seconds=30)) for _ in range(CROWD)]
    crowd = [process(database, discord, clock) for database in databases]
    made = await asyncio.gather(*(each.put([order("a"), order("b")]) for each in crowd))
    assert sum(made) == 2
    await crowd[0].deliver()
    assert sorted(discord.keys()) == ["a", "b"]


async def test_a_plan_that_rolls_back_plans_nothing(
    database: Database, clock: FakeClock, discord: StandInDiscord
) -> None:
    async def plan_and_fall() -> None:
        async with database.write() as tx:
            assert await OutboxEntries(tx).put(order("a"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await plan_and_fall()
    await process(database, discord, clock).deliver()
    assert discord.keys() == []


async def test_the_urgent_lane_goes_first_however_much_waits(
    database: Database, clock: FakeClock, discord: StandInDiscord
) -> None:
    outbox = process(database, discord, clock)
    await outbox.put([order(f"slow{number}", lane=2) for number in range(BATCH)])
    await outbox.put([order(f"plain{number}") for number in range(BATCH)])
    await outbox.put([order("urgent", lane=0)])
    await outbox.deliver()
    lanes = [message.key.rstrip("0123456789") for message in discord.messages]
    assert lanes == ["urgent", *["plain"] * BATCH, *["slow"] * BATCH]


async def test_an_urgent_row_waits_for_one_batch_at_most(
    database: Database, clock: FakeClock
) -> None:
    held = HeldDiscord(clock)
    outbox = process(database, held, clock)
    await outbox.put([order(f"plain{number}") for number in range(3 * BATCH)])
    work = asyncio.create_task(outbox.deliver())
    await held.asked.wait()
    await outbox.put([order("urgent", lane=0)])
    held.let_go.set()
    await work
    assert held.keys().index("urgent") == BATCH


async def test_one_slow_community_does_not_hold_up_another(
    database: Database, clock: FakeClock
) -> None:
    class OneSlow(HeldDiscord):
        async def send(self, parcel: Parcel) -> Posted:
            if parcel.guild == GUILDS[0]:
                return await super().send(parcel)
            try:
                return await StandInDiscord.send(self, parcel)
            finally:
                passed.set()

    passed = asyncio.Event()
    held = OneSlow(clock)
    outbox = process(database, held, clock)
    await outbox.put([order("slow"), order("quick", guild=GUILDS[1])])
    work = asyncio.create_task(outbox.deliver())
    await held.asked.wait()
    await asyncio.wait_for(passed.wait(), timeout=5)
    held.let_go.set()
    await work
    assert held.keys() == ["quick", "slow"]


async def test_a_live_claim_of_another_process_is_left_alone(
    open_database: Callable[..., Database], database_file: Path, clock: FakeClock
) -> None:
    held = HeldDiscord(clock)
    databases = [open_database(database_file) for _ in range(2)]
    holder, other = (process(database, held, clock) for database in databases)
    await holder.deliver()
    await other.deliver()
    clock.advance(seconds=1)
    await holder.put([order("a")])
    work = asyncio.create_task(holder.deliver())
    await held.asked.wait()
    clock.set(START + LEASE)  # one second short of the lease
    assert await other.deliver() == 0
    assert held.looks == []
    held.let_go.set()
    await work
    assert [entry.state for entry in await rows(databases[1], "a")] == [State.SENT]
    assert held.sends == ["a"]


async def test_a_claim_older_than_its_lease_is_looked_for_by_whoever_is_there(
    open_database: Callable[..., Database], database_file: Path, clock: FakeClock
) -> None:
    held = HeldDiscord(clock)
    databases = [open_database(database_file) for _ in range(2)]
    holder, other = (process(database, held, clock) for database in databases)
    await other.deliver()
    clock.advance(seconds=1)
    await holder.put([order("a")])
    work = asyncio.create_task(holder.deliver())
    await held.asked.wait()
    work.cancel()  # its process hangs for ever
    held.let_go.set()
    for _ in range(3):
        clock.advance(seconds=LEASE.total_seconds())
        await other.deliver()
    assert held.looks == held.sends == ["a"]
    assert [entry.state for entry in await rows(databases[1], "a")] == [State.SENT]


async def test_whoever_lost_its_claim_moves_the_row_no_more(database: Database) -> None:
    async with database.write() as tx:
        entries = OutboxEntries(tx)
        await entries.put(order("a"))
        (lost,) = await entries.claim(START, 1)
        assert await entries.again(lost, START, "not_there")
        assert not await entries.finish(lost, State.FAILED, "gone")
        (present,) = await entries.claim(START, 1)
        assert not await entries.again(lost, START, "not_there")
        assert not await entries.finish(lost, State.FAILED, "gone")
        assert await entries.sent(present, ChannelId(1), MessageId(2))
    assert [entry.state for entry in await rows(database, "a")] == [State.SENT]


async def test_a_process_does_not_take_its_own_sends_for_lost_ones(
    database: Database, clock: FakeClock
) -> None:
    held = HeldDiscord(clock)
    outbox = process(database, held, clock)
    await outbox.put([order("a")])
    work = asyncio.create_task(outbox.deliver())
    await held.asked.wait()
    clock.advance(hours=1)
    assert await outbox.deliver() == 0
    assert held.looks == []
    held.let_go.set()
    await work
    assert held.sends == ["a"]
