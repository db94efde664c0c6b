"""Keeps the epoch keys: makes this week's, finds the living, destroys the dead.

States of a key, as the clock and the files alone decide:

    none ──current()──► of this epoch ──the week ends──► resting ──14 days──► dead, and destroyed
                                                                    (also if it comes back)

* Only the key of the newest epoch ever seen is made. One that was lost is made anew with another
  id; of any earlier epoch, what is gone stays gone.
* Dead keys are never read for use. A file that holds one is destroyed whenever it is seen, under
  whatever name; so is a key of an epoch that has not begun, which nobody here can have made.
* Where the clock goes back, the newest epoch ever seen counts on (`bot/epochs/mark.py`).

Every call looks at the files and nothing is remembered: a key that is gone is gone at once. All
of it is a few small files, so it is done in place, not beside the event loop.
"""

import logging
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.clock import Clock
from bot.epochs.files import (
    MAKING,
    KeysUnusable,
    erase,
    is_there,
    locked,
    make,
    others_can_read,
    prepare,
    read,
)
from bot.epochs.grid import LIVING, dies_at, number_at
from bot.epochs.key import FILE_BYTES, EpochKey, new_key, read_key
from bot.epochs.mark import Mark, read_mark, write_mark

log = logging.getLogger("hearth.epochs")

_NAME = re.compile(r"(0|[1-9][0-9]{0,4})\.key", re.ASCII)


class ClockBehind(KeysUnusable):
    """The clock stands before what this folder has already seen; no key can be told by it."""

    def __init__(self) -> None:
        super().__init__("the clock is behind the newest key; set it right")


@dataclass(frozen=True, slots=True)
class Findings:
    """What the doctor tells: how many keys live or are past their day, and what else is wrong."""

    living: int
    overdue: int
    behind: bool
    others_can_read: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """A file of the folder that is, or was, a key: by its name, by what is in it, or both."""

    path: Path
    named: int | None
    key: EpochKey | None

    def is_due(self, newest: int) -> bool:
        numbers = [self.named] if self.named is not None else []
        numbers += [self.key.number] if self.key is not None else []
        return any(not newest - LIVING < number <= newest for number in numbers)


class EpochKeys:
    """The keys of one folder.

    Args:
        folder: outside the database, never in a backup; made when the first key is.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def current(self, now: datetime) -> EpochKey:
        """The key to write with; made if this epoch has none yet.

        Raises:
            KeysUnusable: it cannot be read or made now (`ClockBehind`: nor told which it is).
        """
        number, newest = number_at(now), read_mark(self._folder).newest
        if number < newest:
            return self._in_the_past(now, number, newest)
        return self._read(number) or self._make(number)

    def living(self, now: datetime) -> tuple[EpochKey, ...]:
        """Every key that may be used, newest first.

        Raises:
            KeysUnusable: one is there and cannot be read; without it a pause would not hold.
        """
        newest = max(number_at(now), read_mark(self._folder).newest)
        numbers = range(newest, newest - LIVING, -1)
        return tuple(key for key in map(self._read, numbers) if key is not None)

    def destroy_due(self, now: datetime) -> int:
        """Destroy every key that must not exist; answers how many files went.

        Call it at the start and at every beat, however late. Doing it twice changes nothing.

        Raises:
            KeysUnusable: something could not be destroyed; everything else was.
        """
        if not is_there(self._folder):
            return 0
        found = list(self._files())  # before the mark: a key is made after its mark
        mark = read_mark(self._folder)
        after = mark.after(now, number := number_at(now))
        wrong = after.was_wrong(now)
        due = [each.path for each in found if wrong or each.is_due(after.newest)]
        troubles = [trouble for path in due if (trouble := _erased(path)) is not None]
        if due:
            log.info("epochs.destroyed", extra={"keys": len(due) - len(troubles)})
        if troubles:
            raise troubles[0]
        self._clear_begun()
        if wrong or after != mark:
            with locked(self._folder):
                again = read_mark(self._folder).after(now, number)
                write_mark(self._folder, Mark(number) if wrong else again)
        return len(due)

    def next_death(self, now: datetime) -> datetime | None:
        """When the next key dies; None where none is waiting for it.

        Raises:
            KeysUnusable: the folder cannot be read.
        """
        deaths = (dies_at(each.named) for each in self._files() if each.named is not None)
        return min((at for at in deaths if at > now), default=None)

    def examine(self, now: datetime) -> Findings:
        """What the doctor tells; changes nothing.

        Raises:
            KeysUnusable: the folder or a file cannot be read.
        """
        mark = read_mark(self._folder)
        newest = max(number_at(now), mark.newest)
        return Findings(
            living=len(self.living(now)),
            overdue=sum(each.is_due(newest) for each in self._files()),
            behind=mark.is_ahead_of(now),
            others_can_read=others_can_read(self._folder),
        )

    def _in_the_past(self, now: datetime, number: int, newest: int) -> EpochKey:
        """With a clock that went back: a key that is alive either way, or none."""
        alive = self._read(number) if number > newest - LIVING else None
        if alive is not None:
            return alive
        if Mark(newest).is_ahead_of(now):
            raise ClockBehind
        return self._read(newest) or self._make(newest)

    def _read(self, number: int) -> EpochKey | None:
        """The key of an epoch, where its file is whole and says so itself."""
        key = read_key(read(self._path(number)) or b"")
        return key if key is not None and key.number == number else None

    def _make(self, number: int) -> EpochKey:
        prepare(self._folder)
        with locked(self._folder):
            mark = read_mark(self._folder)
            if mark.newest < number:
                write_mark(self._folder, Mark(number))
            made = self._read(number)  # another process may have been faster
            if made is None:
                erase(self._path(number))  # what stands there is no key: nothing opens with it
                made = new_key(number)
                make(self._path(number), made.written())  # unlogged: somebody is about to share
        return made

    def _path(self, number: int) -> Path:
        return self._folder / f"{number}.key"

    def _files(self) -> Iterator[_Found]:
        for entry in self._entries():
            name = _NAME.fullmatch(entry.name)
            named = None if name is None else int(name[1])
            try:
                plain = entry.is_file(follow_symlinks=False)
                sized = plain and entry.stat(follow_symlinks=False).st_size == FILE_BYTES
                key = read_key(read(Path(entry.path)) or b"") if sized else None
            except (OSError, KeysUnusable):
                plain, key = named is not None, None
            if plain and (named is not None or key is not None):
                yield _Found(Path(entry.path), named, key)

    def _entries(self) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self._folder) as entries:
                return [entry for entry in entries if not entry.name.startswith(MAKING)]
        except FileNotFoundError:
            return []
        except OSError as problem:
            raise KeysUnusable(f"the folder cannot be read ({problem.strerror})") from None

    def _clear_begun(self) -> None:
        """Remove what a process that died left half made; nobody makes while the lock is held."""
        if any(self._folder.glob(f"{MAKING}*")):
            with locked(self._folder):
                for path in self._folder.glob(f"{MAKING}*"):
                    erase(path)


class KeyDeaths:
    """A duty of the heartbeat: epoch keys die on their day."""

    def __init__(self, keys: EpochKeys, clock: Clock) -> None:
        self._keys, self._clock = keys, clock

    async def work(self) -> None:
        """Destroy what is due."""
        self._keys.destroy_due(self._clock.now())

    async def next_due(self) -> datetime | None:
        """When the next key dies."""
        return self._keys.next_death(self._clock.now())


def _erased(path: Path) -> KeysUnusable | None:
    try:
        erase(path)
    except KeysUnusable as trouble:
        return trouble
    return None
