"""Every way through the outbox, one example each."""

import logging
from datetime import timedelta

import pytest

from bot.ids import GuildId
from bot.services.backoff import wait_before
from bot.services.outbox import PATIENCE, PATIENCE_URGENT, Outbox
from bot.storage.database import Database
from bot.storage.outbox import Entry, Order, OutboxEntries, State
from tests.fakes import START, FakeClock, Fault, History, Killed, StandInDiscord

GUILD = GuildId(4000)
ALERT, PROMPT = "cases:alert", "checkins:prompt"


class World:
    """One database file, one Discord, and as many processes as a test wants."""

    def __init__(self, database: Database, discord: StandInDiscord, clock: FakeClock) -> None:
        self.database, self.discord, self.clock = database, discord, clock
        self.told: list[tuple[str, State, str]] = []
        self.outbox = self.process()

    def process(self, database: Database | None = None) -> Outbox:
        outbox = Outbox(
            database or self.database, self.discord, self.clock, again=frozenset({ALERT})
        )
        outbox.endings.on_trouble(self.tell)
        return outbox

    def tell(self, entry: Entry, state: State, reason: str) -> None:
        self.told.append((entry.key, state, reason))

    async def plan(self, key: str = "a", kind: str = PROMPT, **more: object) -> int:
        order = {"key": key, "kind": kind, "guild": GUILD, "due": START, **more}
        return await self.outbox.put([Order(**order)])

    async def row(self, key: str = "a") -> Entry:
        async with self.database.read() as tx:
            found = await OutboxEntries(tx).get(key)
        assert found is not None
        return found

    async def dies(self, fault: Fault) -> None:
        """The process dies while it delivers; a new one starts a second later."""
        self.discord.faults.append(fault)
        with pytest.raises(Killed):
            await self.outbox.deliver()
        self.clock.advance(seconds=1)
        self.outbox = self.process()

    async def beats(self, count: int, **apart: float) -> None:
        for _ in range(count):
            await self.outbox.deliver()
            self.clock.advance(**apart)


@pytest.fixture
async def world(database: Database, discord: StandInDiscord, clock: FakeClock) -> World:
    return World(database, discord, clock)


async def test_what_is_due_is_posted_once_and_marked_with_its_message(world: World) -> None:
    await world.plan()
    await world.beats(5, minutes=10)
    row = await world.row()
    assert world.discord.keys() == ["a"]
    assert (row.state, row.attempts) == (State.SENT, 1)
    assert row.message == world.discord.messages[0].number
    assert row.channel == GUILD + 1


async def test_what_is_not_due_waits(world: World) -> None:
    await world.plan(due=START + timedelta(hours=1))
    assert await world.outbox.deliver() == 0
    assert await world.outbox.next_due() == START + timedelta(hours=1)
    world.clock.advance(hours=1)
    assert await world.outbox.deliver() == 1
    assert await world.outbox.next_due() is None


async def test_planning_the_same_key_twice_is_one_row_and_one_post(world: World) -> None:
    assert await world.plan() == 1
    assert await world.plan() == 0
    await world.outbox.deliver()
    assert await world.plan() == 0
    await world.outbox.deliver()
    assert world.discord.keys() == ["a"]


async def test_a_crash_before_the_send_posts_once_after_a_look(world: World) -> None:
    await world.plan()
    await world.dies(Fault.CRASH_BEFORE)
    assert (await world.row()).state is State.CLAIMED
    await world.outbox.deliver()
    row = await world.row()
    assert (row.state, row.reason) == (State.PENDING, "not_there")
    await world.beats(2, seconds=5)
    assert world.discord.looks == ["a"]
    assert world.discord.keys() == ["a"]
    assert (await world.row()).state is State.SENT


async def test_a_crash_after_the_send_is_found_in_history(world: World) -> None:
    await world.plan()
    await world.dies(Fault.CRASH_AFTER)
    world.clock.advance(hours=1)
    await world.beats(3, minutes=5)
    row = await world.row()
    assert world.discord.sends == world.discord.keys() == ["a"]
    assert (row.state, row.message) == (State.SENT, world.discord.messages[0].number)


async def test_a_lost_reply_is_found_in_history_at_once(world: World) -> None:
    await world.plan()
    world.discord.faults.append(Fault.REPLY_LOST)
    await world.outbox.deliver()
    assert (await world.row()).state is State.SENT
    assert world.discord.sends == world.discord.keys() == ["a"]


async def test_two_server_errors_then_one_post(world: World) -> None:
    await world.plan()
    world.discord.faults.extend([Fault.UNAVAILABLE, Fault.UNAVAILABLE])
    await world.beats(10, seconds=3)
    assert world.discord.sends == ["a", "a", "a"]
    assert world.discord.keys() == ["a"]
    assert (await world.row()).state is State.SENT
    assert world.told == []


async def test_a_retry_waits_for_its_backoff(world: World) -> None:
    await world.plan()
    world.discord.faults.append(Fault.UNAVAILABLE)
    await world.outbox.deliver()
    assert await world.outbox.next_due() == START + wait_before(1, 1)
    await world.outbox.deliver()
    assert world.discord.sends == ["a"]


@pytest.mark.parametrize("blind", [History.DOWN, History.NOT_PERMITTED])
async def test_could_not_look_is_not_taken_for_not_there(world: World, blind: History) -> None:
    await world.plan()
    world.discord.history = blind
    world.discord.faults.append(Fault.REPLY_LOST)
    await world.beats(20, seconds=10)
    row = await world.row()
    assert (row.state, row.reason) == (State.CLAIMED, "could_not_look")
    assert world.discord.sends == ["a"]
    world.discord.history = History.UP
    await world.beats(20, seconds=10)
    assert (await world.row()).state is State.SENT
    assert world.discord.sends == world.discord.keys() == ["a"]


async def test_an_unreadable_history_is_not_asked_hundreds_of_times(world: World) -> None:
    await world.plan()
    world.discord.history = History.DOWN
    world.discord.faults.append(Fault.REPLY_LOST)
    await world.beats(int(PATIENCE.total_seconds() / 5) + 24, seconds=5)
    assert (await world.row()).state is State.UNKNOWN
    assert 5 <= len(world.discord.looks) <= 40


async def test_nonce_and_history_gone_leave_a_prompt_unknown_and_told(world: World) -> None:
    await world.plan()
    world.discord.history = History.DOWN
    world.discord.faults.append(Fault.REPLY_LOST)
    await world.beats(60, minutes=1)
    assert (await world.row()).state is State.UNKNOWN
    assert world.discord.keys() == ["a"]
    assert world.told == [("a", State.UNKNOWN, "could_not_look")]


async def test_nonce_and_history_gone_send_an_alert_again(world: World) -> None:
    await world.plan(kind=ALERT)
    world.discord.history = History.DOWN
    await world.dies(Fault.CRASH_AFTER)
    world.clock.advance(hours=1)
    await world.beats(60, seconds=5)
    assert (await world.row()).state is State.SENT
    assert world.discord.keys() == ["a", "a"]  # what matters more than neatness
    assert world.told == []


async def test_an_alert_is_sent_again_at_once_while_the_nonce_is_sure(world: World) -> None:
    await world.plan(kind=ALERT)
    world.discord.history = History.DOWN
    world.discord.faults.append(Fault.REPLY_LOST)
    await world.beats(5, seconds=3)
    assert world.discord.sends == ["a", "a"]
    assert world.discord.keys() == ["a"]
    assert (await world.row()).state is State.SENT


async def test_a_retry_that_trusted_the_nonce_looks_first_once_the_nonce_is_old(
    world: World,
) -> None:
    await world.plan(kind=ALERT)
    world.discord.history = History.DOWN
    world.discord.faults.append(Fault.REPLY_LOST)
    await world.outbox.deliver()
    assert (await world.row()).reason == "nonce_remembers"
    world.clock.advance(minutes=10)  # nobody was running, and Discord has forgotten the nonce
    world.discord.history = History.UP
    world.outbox = world.process()
    await world.beats(3, seconds=30)
    assert world.discord.keys() == ["a"]
    assert (await world.row()).state is State.SENT


@pytest.mark.parametrize("kind", [ALERT, PROMPT])
async def test_after_a_long_stop_one_failed_look_does_not_decide(world: World, kind: str) -> None:
    await world.plan(kind=kind)
    await world.dies(Fault.CRASH_AFTER)
    world.clock.advance(hours=2)
    world.discord.history = History.DOWN
    world.outbox = world.process()
    await world.beats(3, seconds=5)
    world.discord.history = History.UP
    await world.beats(20, seconds=30)
    assert world.discord.keys() == ["a"]
    assert (await world.row()).state is State.SENT


async def test_a_kind_that_was_to_be_sent_again_looks_once_more_before_it_is(world: World) -> None:
    await world.plan(kind=ALERT)
    await world.dies(Fault.CRASH_AFTER)
    world.clock.advance(hours=2)
    world.discord.history = History.DOWN
    while (await world.row()).reason != "sent_again":
        await world.beats(1, seconds=5)
        assert world.clock.now() < START + timedelta(hours=3)
    world.discord.history = History.UP
    await world.beats(3, minutes=1)
    assert world.discord.keys() == ["a"]
    assert world.clock.now() >= START + timedelta(hours=2) + PATIENCE_URGENT


async def test_a_prompt_that_is_too_late_expires_and_is_told(world: World) -> None:
    await world.plan(late_after=START + timedelta(minutes=30))
    world.clock.advance(minutes=31)
    await world.beats(3, minutes=1)
    assert (await world.row()).state is State.EXPIRED
    assert world.discord.sends == []
    assert world.told == [("a", State.EXPIRED, "late")]


async def test_a_post_inside_its_window_is_posted(world: World) -> None:
    await world.plan(late_after=START + timedelta(minutes=30))
    world.clock.advance(minutes=30)
    await world.outbox.deliver()
    assert (await world.row()).state is State.SENT


async def test_a_late_retry_is_not_called_expired_when_it_already_stands(world: World) -> None:
    await world.plan(kind=ALERT, late_after=START + timedelta(seconds=1))
    world.discord.history = History.DOWN
    world.discord.faults.append(Fault.REPLY_LOST)
    await world.beats(1, seconds=5)
    world.discord.history = History.UP
    await world.beats(2, seconds=5)
    assert (await world.row()).state is State.SENT
    assert world.told == []


@pytest.mark.parametrize(
    ("fault", "reason"), [(Fault.FORBIDDEN, "forbidden"), (Fault.GONE, "gone")]
)
async def test_a_no_for_good_fails_and_tells_trouble_once(
    world: World, fault: Fault, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    await world.plan()
    world.discord.faults.append(fault)
    with caplog.at_level(logging.WARNING):
        await world.beats(5, minutes=3)
    row = await world.row()
    assert (row.state, row.reason) == (State.FAILED, reason)
    assert world.told == [("a", State.FAILED, reason)]
    assert world.discord.keys() == []
    assert [record.message for record in caplog.records] == ["outbox.not_posted"]


async def test_a_channel_that_is_gone_while_looking_fails_and_is_told(world: World) -> None:
    await world.plan()
    world.discord.history = History.GONE
    world.discord.faults.append(Fault.UNAVAILABLE)
    await world.beats(3, minutes=3)
    assert world.told == [("a", State.FAILED, "gone")]


async def test_what_nobody_wants_any_more_is_dropped_in_silence(world: World) -> None:
    await world.plan()
    world.discord.faults.append(Fault.UNWANTED)
    await world.beats(3, minutes=3)
    assert (await world.row()).state is State.DROPPED
    assert (world.discord.keys(), world.told) == ([], [])
