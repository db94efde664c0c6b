"""What goes wrong with one row stays with that row."""

import asyncio
from datetime import timedelta

import pytest

from bot.ids import GuildId
from bot.services.courier import Parcel, Posted
from bot.services.outbox import LEASE, Outbox
from bot.storage.database import Database
from bot.storage.outbox import Entry, Order, OutboxEntries, State
from tests.fakes import START, FakeClock, Fault, History, StandInDiscord

ONE, OTHER = GuildId(4000), GuildId(5000)
ALERT = "cases:alert"


def order(key: str, guild: GuildId = ONE, kind: str = "checkins:prompt") -> Order:
    return Order(key, kind, guild, START)


def outbox_of(database: Database, discord: StandInDiscord, clock: FakeClock) -> Outbox:
    return Outbox(database, discord, clock, again=frozenset({ALERT}))


async def row(database: Database, key: str) -> Entry:
    async with database.read() as tx:
        found = await OutboxEntries(tx).get(key)
    assert found is not None
    return found


class Faulty(StandInDiscord):
    """Falls over one row, as a fault of the program would; another community is slow."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__(clock)
        self.broken = True

    async def send(self, parcel: Parcel) -> Posted:
        if parcel.key == "bad" and self.broken:
            raise ZeroDivisionError
        if parcel.guild == OTHER:
            for _ in range(50):
                await asyncio.sleep(0)
        return await super().send(parcel)


@pytest.mark.parametrize("kind", [ALERT, "checkins:prompt"])
async def test_a_look_that_ends_unclear_holds_up_nobody_else(
    database: Database, clock: FakeClock, discord: StandInDiscord, kind: str
) -> None:
    outbox = outbox_of(database, discord, clock)
    discord.faults.append(Fault.REPLY_LOST)
    discord.history = History.UNCLEAR
    await outbox.put([order("a", kind=kind)])
    await outbox.deliver()
    clock.advance(minutes=2)
    await outbox.deliver()
    clock.advance(seconds=30)
    await outbox.put([order("b")])
    await outbox.deliver()
    assert (await row(database, "b")).state is State.SENT
    discord.history = History.UP
    clock.advance(minutes=5)
    await outbox.deliver()
    assert (await row(database, "a")).state is State.SENT
    assert discord.keys() == ["a", "b"]


async def test_a_fault_in_one_community_is_told_after_the_others_are_served(
    database: Database, clock: FakeClock
) -> None:
    discord = Faulty(clock)
    outbox = outbox_of(database, discord, clock)
    await outbox.put([order("bad"), order("good", OTHER)])
    with pytest.raises(ZeroDivisionError):
        await outbox.deliver()
    assert (await row(database, "good")).state is State.SENT
    assert len(asyncio.all_tasks()) == 1  # nobody goes on in the background


async def test_a_row_that_fell_is_looked_for_and_sent_after_its_lease(
    database: Database, clock: FakeClock
) -> None:
    discord = Faulty(clock)
    outbox = outbox_of(database, discord, clock)
    await outbox.deliver()
    clock.advance(seconds=1)
    await outbox.put([order("bad"), order("behind")])
    with pytest.raises(ZeroDivisionError):
        await outbox.deliver()
    discord.broken = False
    for _ in range(3):
        clock.advance(seconds=(LEASE + timedelta(seconds=1)).total_seconds())
        await outbox.deliver()
    assert sorted(discord.keys()) == ["bad", "behind"]
    assert (await row(database, "bad")).state is State.SENT
