"""The outbox, killed between any two steps, in any mixture that hypothesis can think of."""

import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import GuildId
from bot.keyring import Keyring
from bot.services.courier import Parcel, Posted
from bot.services.outbox import PATIENCE_URGENT, Outbox
from bot.storage.database import Database
from bot.storage.outbox import Entry, Order, OutboxEntries, State
from tests.fakes import FakeClock, Fault, History, Killed, StandInDiscord
from tests.store.conftest import KEY, address

T = TypeVar("T")
KINDS = ("cases:alert", "checkins:prompt")
GUILD = GuildId(4000)


class Fuse:
    """Kills at the n-th step from now; without a number it never does."""

    def __init__(self) -> None:
        self.left: int | None = None

    def burn(self) -> None:
        if self.left is not None:
            self.left -= 1
            if self.left < 0:
                self.left = None
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


class MortalCourier:
    """The stand-in Discord; the process may die before or after any call."""

    def __init__(self, real: StandInDiscord, fuse: Fuse) -> None:
        self._real, self._fuse = real, fuse

    async def send(self, parcel: Parcel) -> Posted:
        self._fuse.burn()
        posted = await self._real.send(parcel)
        self._fuse.burn()
        return posted

    async def find(self, parcel: Parcel, since: datetime) -> Posted | None:
        self._fuse.burn()
        return await self._real.find(parcel, since)


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
        # Discord remembers long enough here: what is forgotten on both sides is another promise.
        self.discord = StandInDiscord(self.clock, memory=timedelta(minutes=3))
        self.fuse = Fuse()
        self.planned: set[str] = set()
        self.told: set[str] = set()
        self.down_since: datetime | None = None
        self.longest_down = timedelta(0)
        self.start()

    def run(self, work: Awaitable[T]) -> T:
        return self.loop.run_until_complete(work)  # type: ignore[arg-type]

    def start(self) -> None:
        self.outbox = Outbox(
            MortalDatabase(self.database, self.fuse),  # type: ignore[arg-type]
            MortalCourier(self.discord, self.fuse),
            self.clock,
            again=frozenset({KINDS[0]}),
        )
        self.outbox.on_trouble(self.tell)

    def tell(self, entry: Entry, _state: State, _reason: str) -> Order | None:
        self.told.add(entry.key)
        return None

    @rule(kind=st.sampled_from(KINDS), number=st.integers(0, 5), window=st.sampled_from([None, 20]))
    def plan(self, kind: str, number: int, window: int | None) -> None:
        key = f"{kind}:{number}"
        ends = None if window is None else self.clock.now() + timedelta(minutes=window)
        order = Order(key, kind, GUILD, self.clock.now(), late_after=ends)
        self.run(self.outbox.put([order]))
        self.planned.add(key)

    @rule(seconds=st.sampled_from([1, 3, 10, 45, 130, 700]))
    def wait(self, seconds: int) -> None:
        self.clock.advance(seconds=seconds)

    @rule()
    def beat(self) -> None:
        self.run(self.outbox.deliver())

    @rule(step=st.integers(0, 12))
    def beat_and_die(self, step: int) -> None:
        self.fuse.left = step
        try:
            self.run(self.outbox.deliver())
        except Killed:
            self.clock.advance(seconds=1)
            self.start()
        self.fuse.left = None

    @rule(fault=st.sampled_from([Fault.REPLY_LOST, Fault.UNAVAILABLE, Fault.FORBIDDEN]))
    def next_send_fails(self, fault: Fault) -> None:
        if len(self.discord.faults) < 2:
            self.discord.faults.append(fault)

    @rule()
    def history_goes_down(self) -> None:
        self.discord.history = History.DOWN
        self.down_since = self.down_since or self.clock.now()

    @precondition(lambda self: self.discord.history is not History.UP)
    @rule()
    def history_comes_back(self) -> None:
        self.note_how_long_it_was_down()
        self.discord.history, self.down_since = History.UP, None

    def note_how_long_it_was_down(self) -> None:
        if self.down_since is not None:
            self.longest_down = max(self.longest_down, self.clock.now() - self.down_since)

    @invariant()
    def nothing_is_doubled_while_somebody_remembers(self) -> None:
        self.note_how_long_it_was_down()
        posted = Counter(message.key for message in self.discord.messages)
        for key, times in posted.items():
            # Only an alert, and only where history stayed unreadable until the kind had to decide.
            may_be_doubled = key.startswith(KINDS[0]) and self.longest_down >= PATIENCE_URGENT
            assert times == 1 or may_be_doubled, key

    async def row(self, key: str) -> Entry:
        async with self.database.read() as tx:
            found = await OutboxEntries(tx).get(key)
        assert found is not None
        return found

    def teardown(self) -> None:
        self.discord.faults.clear()
        self.discord.history = History.UP
        for _ in range(40):
            self.clock.advance(minutes=1)
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


def test_killed_between_any_two_steps_nothing_is_doubled_or_lost(template: Path) -> None:
    Machine.template = template
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=30,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
