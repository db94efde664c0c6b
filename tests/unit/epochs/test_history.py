"""Any history of weeks, restarts, losses, copies put back and wrong clocks keeps the promise."""

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.epochs.files import KeysUnusable
from bot.epochs.grid import dies_at, number_at
from bot.epochs.keeper import EpochKeys
from bot.epochs.key import EpochKey, KeyGone, Place, unseal

HERE = Place("share.draft", 1)


class Life(RuleBasedStateMachine):
    """`latest` is the latest that the clock ever said."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.folder = self.root / "epochs"
        self.keys = EpochKeys(self.folder)
        self.now = self.latest = datetime(2026, 11, 25, 12, 30, tzinfo=UTC)
        self.sealed: dict[EpochKey, bytes] = {}
        self.somebody_shares()

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    @rule(hours=st.integers(0, 24 * 40))
    def time_passes(self, hours: int) -> None:
        self.now = self.latest = self.latest + timedelta(hours=hours)
        self.keys.destroy_due(self.now)

    # Less than the 21 days after which a clock that stays behind is believed (test_life.py).
    @rule(hours=st.integers(0, 24 * 20))
    def the_clock_goes_back(self, hours: int) -> None:
        self.now = self.latest - timedelta(hours=hours)

    @rule()
    def somebody_shares(self) -> None:
        newest = number_at(self.latest)
        try:
            key = self.keys.current(self.now)
        except KeysUnusable:
            assert self.now < self.latest
            return
        assert newest - 3 < key.number <= newest
        assert key in self.keys.living(self.now)
        self.sealed.setdefault(key, key.seal(HERE, key.id))

    @rule()
    def the_heart_beats(self) -> None:
        self.keys.destroy_due(self.now)
        for path in self.folder.glob("*.key"):
            assert dies_at(int(path.stem)) > self.latest

    @rule()
    def the_process_starts_again(self) -> None:
        self.keys = EpochKeys(self.folder)

    @rule()
    def the_folder_is_copied(self) -> None:
        shutil.rmtree(self.root / "copy", ignore_errors=True)
        if self.folder.exists():
            shutil.copytree(self.folder, self.root / "copy")

    @precondition(lambda self: (self.root / "copy").exists())
    @rule()
    def the_copied_keys_come_back(self) -> None:
        self.folder.mkdir(exist_ok=True)
        for path in (self.root / "copy").glob("*.key"):
            shutil.copy(path, self.folder)

    @precondition(lambda self: self.sealed)
    @rule()
    def a_file_is_lost(self) -> None:
        for path in sorted(self.folder.glob("*.key"))[-1:]:
            path.unlink()

    @invariant()
    def what_opens_is_within_its_time(self) -> None:
        living = self.keys.living(self.now)
        assert [key.number for key in living] == sorted(
            {key.number for key in living}, reverse=True
        )
        assert len(living) <= 3
        for key, sealed in self.sealed.items():
            try:
                opened = unseal(living, HERE, sealed)
            except KeyGone:
                continue
            assert opened == key.id
            assert self.latest < key.dies_at


Life.TestCase.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
TestLife = Life.TestCase
