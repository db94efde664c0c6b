"""The outbox, killed between any two steps, in any mixture that hypothesis can think of."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncGenerator, Awaitable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import GuildId
from bot.keyring import Keyring
from bot.services.courier import Parcel, Posted
from bot.services.outbox import NONCE_SURE, Outbox
from bot.storage.database import Database
from bot.storage.outbox import Entry, Order, OutboxEntries, State
from tests.fakes import FakeClock, Fault, History, Killed, StandInDiscord
from tests.store.conftest import KEY, address

T = TypeVar("T")
KINDS = ("cases:alert", "checkins:prompt")
GUILDS = (GuildId(4000), GuildId(5000))
FAULTS = (None, Fault.REPLY_LOST, Fault.REPLY_LOST, Fault.UNAVAILABLE, Fault.FORBIDDEN)
EXAMPLES = 20
LONGEST_BEAT = 16  # steps of a beat with two rows due


class Fuse:
    """Kills at the n-th step from now; without a number it never does.

    Burnt, it kills at every step: of a dead process no task goes on.
    """

    def __init__(self) -> None:
        self.left: int | None = None

    def burn(self) -> None:
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                raise Killed


class MortalDatabase:
    """The real database; the process may die before or after any transaction."""

    def __init__(self, real: Database, fuse: Fuse) -> None:
        self._real, self._fuse = real, fuse

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[AsyncConnection]:
        self._fuse.burn()
        async with self._real.write() as tx:
            yield tx
            self._fuse.burn()  # before the commit: everything is rolled back
        self._fuse.burn()

    @asynccontextmanager
    async def read(self) -> AsyncGenerator[AsyncConnection]:
        self._fuse.burn()
        async with self._real.read() as tx:
            yield tx
        self._fuse.burn()


class MortalCourier:
    """The stand-in Discord; the process may die before or after any call."""

    def __init__(self, real: StandInDiscord, fuse: Fuse) -> None:
        self._real, self._fuse = real, fuse
        self.sent_blind: set[int] = set()

    async def send(self, parcel: Parcel) -> Posted:
        self._fuse.burn()
        before = len(self._real.messages)
        try:
            posted = await self._real.send(parcel)
        finally:
            if self._real.history is not History.UP:
                self.sent_blind.update(each.number for each in self._real.messages[before:])
        self._fuse.burn()
        return posted

    async def find(self, parcel: Parcel, since: datetime) -> Posted | None:
        self._fuse.burn()
        found = await self._real.find(parcel, since)
        self._fuse.burn()
        return found


class Machine(RuleBasedStateMachine):
    """While nonce or history remembers: never twice, never lost without a word."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        file = Path(shutil.copy(self.template, Path(self.folder.name) / "hearth.db"))
        self.database = Database(address(file), Keyring([KEY]))
        self.clock = FakeClock()
        self.discord = StandInDiscord(self.clock, memory=NONCE_SURE)  # no longer than relied upon
        self.fuse = Fuse()
        self.courier = MortalCourier(self.discord, self.fuse)
        self.planned: dict[str, datetime | None] = {}
        self.told: set[str] = set()
        self.start()

    def run(self, work: Awaitable[T]) -> T:
        return self.loop.run_until_complete(work)  # type: ignore[arg-type]

    def start(self) -> None:
        self.outbox = Outbox(
            MortalDatabase(self.database, self.fuse),  # type: ignore[arg-type]
            self.courier,
            self.clock,
            again=frozenset({KINDS[0]}),
        )
        self.outbox.endings.on_trouble(self.tell)

    def tell(self, entry: Entry, _state: State, _reason: str) -> Order | None:
        self.told.add(entry.key)
        return None

    @initialize()
    def plan_one_of_each(self) -> None:
        for kind in KINDS:
            self.plan(kind, 0, window=None, wait=0)

    @rule(
        kind=st.sampled_from(KINDS),
        number=st.integers(0, 5),
        window=st.sampled_from([None, timedelta(seconds=50), timedelta(minutes=20)]),
        wait=st.sampled_from([0, 0, 70]),
    )
    def plan(self, kind: str, number: int, window: timedelta | None, wait: int) -> None:
        key = f"{kind}:{number}"
        ends = None if window is None else self.clock.now() + window
        order = Order(key, kind, GUILDS[number % 2], self.clock.now(), late_after=ends)
        if self.run(self.outbox.put([order])):
            self.planned[key] = ends
        self.clock.advance(seconds=wait)

    @rule(
        history=st.sampled_from([None, None, History.UP, History.DOWN]),
        fault=st.sampled_from(FAULTS),
        last_step=st.none() | st.integers(0, LONGEST_BEAT),
        wait=st.sampled_from([1, 6, 30, 70, 200, 1000]),
    )
    def beat(
        self, history: History | None, fault: Fault | None, last_step: int | None, wait: int
    ) -> None:
        self.discord.history = history or self.discord.history
        self.discord.faults.clear()
        if fault is not None:
            self.discord.faults.append(fault)
        self.fuse.left = last_step
        try:
            self.run(self.outbox.deliver())
        except Killed:
            self.start()
        finally:
            self.fuse.left = None
            self.clock.advance(seconds=wait)

    @invariant()
    def nothing_is_doubled_while_somebody_remembers(self) -> None:
        met: set[str] = set()
        for message in self.discord.messages:
            # Only an alert, and only where at that very moment nobody could say whether it stands.
            blind = message.number in self.courier.sent_blind
            may_be_doubled = message.key.startswith(KINDS[0]) and blind
            assert message.key not in met or may_be_doubled, message
            met.add(message.key)

    @invariant()
    def nothing_is_posted_after_its_window(self) -> None:
        for message in self.discord.messages:
            ends = self.planned[message.key]
            assert ends is None or message.at <= ends, message

    async def row(self, key: str) -> Entry:
        async with self.database.read() as tx:
            found = await OutboxEntries(tx).get(key)
        assert found is not None
        return found

    def teardown(self) -> None:
        self.discord.faults.clear()
        self.discord.history = History.UP
        for _ in range(40):
            due = self.run(self.outbox.next_due())
            if due is None:
                break
            self.clock.set(max(due, self.clock.now() + timedelta(seconds=10)))
            self.run(self.outbox.deliver())
        standing = {message.key for message in self.discord.messages}
        for key in self.planned:
            row = self.run(self.row(key))
            assert row.state not in (State.PENDING, State.CLAIMED), row
            ended = row.state in (State.EXPIRED, State.FAILED, State.UNKNOWN)
            assert key in standing or ended, f"{key} was lost"
            assert not ended or key in self.told, f"nobody was told of {key}"
        self.run(self.database.close())
        self.loop.close()
        self.folder.cleanup()


def try_out(template: Path, examples: int) -> None:
    """So many stories, each killed wherever hypothesis likes."""
    Machine.template = template
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_killed_between_any_two_steps_nothing_is_doubled_or_lost(template: Path) -> None:
    """A few; `make proof` tries hundreds."""
    try_out(template, EXAMPLES)
