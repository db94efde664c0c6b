"""A process that dies between any two steps leaves a folder that the next one goes on with."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.epochs.files import MAKING
from bot.epochs.keeper import EpochKeys

if sys.platform == "win32":
    pytest.skip("processes are forked here", allow_module_level=True)

NOW = datetime(2026, 11, 25, 12, 30, tzinfo=UTC)
LATE = NOW + timedelta(weeks=4)
STEPS = ("mkdir", "open", "write", "fsync", "close", "rename", "replace", "unlink")
KILLED = 9


def dies_before(step: int, work: Callable[[], object]) -> bool:
    """Do the work in a process that ends, unasked, before its n-th step on the disk."""
    child = os.fork()
    if child == 0:
        done = [0]

        def counted(real: Callable[..., Any]) -> Callable[..., Any]:
            def call(*args: Any, **named: Any) -> Any:
                done[0] += 1
                if done[0] == step:
                    os._exit(KILLED)
                return real(*args, **named)

            return call

        for name in STEPS:
            setattr(os, name, counted(getattr(os, name)))
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == KILLED


def clean(folder: Path) -> bool:
    return not list(folder.glob(f"{MAKING}*"))


def test_killed_while_making_a_key(tmp_path: Path) -> None:
    step, killed = 0, True
    while killed:
        step += 1
        folder = tmp_path / str(step)
        killed = dies_before(step, lambda: EpochKeys(folder).current(NOW))  # noqa: B023 - used at once
        keys = EpochKeys(folder)
        left = keys.living(NOW)
        made = keys.current(NOW)
        assert left in ((), (made,))
        keys.destroy_due(NOW)
        assert keys.living(NOW) == (made,)
        assert clean(folder)
    assert step > 15


def test_killed_while_destroying(tmp_path: Path) -> None:
    step, killed = 0, True
    while killed:
        step += 1
        folder = tmp_path / str(step)
        keys = EpochKeys(folder)
        for week in range(3):
            keys.current(NOW + timedelta(weeks=week))
        new = keys.current(LATE)
        killed = dies_before(step, lambda: EpochKeys(folder).destroy_due(LATE))  # noqa: B023 - used at once
        assert set(keys.living(LATE)) <= {new, keys.current(NOW + timedelta(weeks=2))}
        keys.destroy_due(LATE)
        assert {path.stem for path in folder.glob("*.key")} == {
            str(new.number),
            str(new.number - 2),
        }
        assert clean(folder)
    assert step > 8


def test_killed_while_noting_that_the_clock_went_back(tmp_path: Path) -> None:
    step, killed = 0, True
    while killed:
        step += 1
        folder = tmp_path / str(step)
        keys = EpochKeys(folder)
        new = keys.current(LATE)
        killed = dies_before(step, lambda: EpochKeys(folder).destroy_due(NOW))  # noqa: B023 - used at once
        keys.destroy_due(NOW)
        assert keys.living(NOW) == (new,)
        assert clean(folder)
    assert step > 8


def test_many_processes_at_once_agree_on_one_key(tmp_path: Path) -> None:
    for attempt in range(5):
        folder = tmp_path / str(attempt)
        reading, writing = os.pipe()
        gate_in, gate_out = os.pipe()
        children: list[int] = []
        for _ in range(8):
            child = os.fork()
            if child == 0:
                try:
                    os.close(gate_out)
                    os.read(gate_in, 1)  # until the parent lets all of them go
                    os.write(writing, EpochKeys(folder).current(NOW).id)
                finally:
                    os._exit(0)
            children.append(child)
        os.close(gate_in)
        os.close(gate_out)
        for child in children:
            os.waitpid(child, 0)
        os.close(writing)
        told = os.read(reading, 1000)
        os.close(reading)
        assert told == EpochKeys(folder).current(NOW).id * 8
