"""Stand-ins for the ports of the house: a clock that is set by hand, and a Discord that remembers.

What is modelled of Discord: a nonce is remembered for a while and answered with the first message,
the history shows what was posted, and a call can fail before or after the message was made. What
is not: rate limits, several channels per community, and the order in which a history is paged.
"""

import asyncio
import fcntl
import json
from collections import deque
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from pathlib import Path
from typing import IO

from bot.clock import Clock
from bot.ids import ChannelId, MessageId
from bot.services.courier import CouldNotLook, Parcel, Posted, Unclear, Undeliverable, Unwanted

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
NONCE_MEMORY = timedelta(minutes=3)  # Discord says "a few minutes"


class FakeClock:
    """A clock that stands until somebody moves it."""

    def __init__(self, now: datetime = START) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def set(self, now: datetime) -> None:
        self._now = now

    def advance(self, **span: float) -> datetime:
        self._now += timedelta(**span)
        return self._now


class Killed(BaseException):
    """The process is gone: whoever raises it, nobody in that process does anything more."""


class Fault(Enum):
    """What goes wrong with one call to send."""

    CRASH_BEFORE = auto()
    CRASH_AFTER = auto()
    REPLY_LOST = auto()
    UNAVAILABLE = auto()  # 503: nothing was made
    FORBIDDEN = auto()  # 403
    GONE = auto()  # 404
    UNWANTED = auto()


class History(Enum):
    """Whether the channel's history can be read."""

    UP = auto()
    DOWN = auto()
    NOT_PERMITTED = auto()  # Discord answers an empty list; a courier must not believe it
    GONE = auto()  # 404: the channel does not exist any more
    UNCLEAR = auto()  # a server error on the way there, such as opening direct messages


@dataclass(frozen=True, slots=True)
class Message:
    """What stands in a channel."""

    key: str
    nonce: str
    marker: str
    at: datetime
    number: int


class Shelf:
    """The messages of a Discord that lives in this process."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.by_marker: dict[str, list[Message]] = {}

    @contextmanager
    def locked(self) -> Generator[None]:
        yield

    def add(self, message: Message) -> None:
        self.messages.append(message)
        self.by_marker.setdefault(message.marker, []).append(message)


class FileShelf(Shelf):
    """The messages of a Discord that several processes share: one JSON line each, under a lock."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._read_up_to = 0
        self._file: IO[bytes] | None = None

    @contextmanager
    def locked(self) -> Generator[None]:
        with self._path.open("a+b", buffering=0) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.seek(self._read_up_to)
            for line in file.read().splitlines(keepends=True):
                self._read_up_to += len(line)
                self._know(line)
            self._file = file
            yield
            self._file = None

    def add(self, message: Message) -> None:
        assert self._file is not None, "add() belongs inside locked()"
        body = [message.key, message.nonce, message.marker, message.at.isoformat(), message.number]
        line = json.dumps(body).encode() + b"\n"
        self._file.write(line)
        self._read_up_to += len(line)
        super().add(message)

    def _know(self, line: bytes) -> None:
        key, nonce, marker, at, number = json.loads(line)
        super().add(Message(key, nonce, marker, datetime.fromisoformat(at), number))


class StandInDiscord:
    """A courier and the Discord behind it.

    Args:
        clock: tells how old a nonce is.
        memory: how long a nonce is remembered.
        journal: a file in which the messages live, for several processes.
    """

    def __init__(
        self, clock: Clock, memory: timedelta = NONCE_MEMORY, journal: Path | None = None
    ) -> None:
        self._clock = clock
        self._memory = memory
        self._shelf = Shelf() if journal is None else FileShelf(journal)
        self.faults: deque[Fault] = deque()
        self.history = History.UP
        self.sends: list[str] = []
        self.looks: list[str] = []

    @property
    def messages(self) -> list[Message]:
        with self._shelf.locked():
            return list(self._shelf.messages)

    def keys(self) -> list[str]:
        """The key of every message, in the order of posting."""
        return [message.key for message in self.messages]

    def post(self, nonce: str, marker: str, key: str) -> Message:
        """Make a message, or answer the first one if the nonce is still remembered."""
        with self._shelf.locked():
            now = self._clock.now()
            for made in self._shelf.by_marker.get(marker, ()):
                if made.nonce == nonce and now - made.at < self._memory:
                    return made
            message = Message(key, nonce, marker, now, 1000 + len(self._shelf.messages))
            self._shelf.add(message)
            return message

    def clear_history(self) -> None:
        """Somebody purged the channel; what it held cannot be found any more."""
        self._shelf.by_marker.clear()

    async def send(self, parcel: Parcel) -> Posted:
        self.sends.append(parcel.key)
        fault = self.faults.popleft() if self.faults else None
        await asyncio.sleep(0)
        self._fail_before(fault)
        message = self.post(parcel.nonce, parcel.nonce, parcel.key)
        await asyncio.sleep(0)
        if fault is Fault.CRASH_AFTER:
            raise Killed
        if fault is Fault.REPLY_LOST:
            raise Unclear
        return _place(parcel, message)

    async def find(self, parcel: Parcel, since: datetime) -> Posted | None:
        self.looks.append(parcel.key)
        await asyncio.sleep(0)
        if self.history is History.GONE:
            raise Undeliverable("gone")
        if self.history is History.UNCLEAR:
            raise Unclear
        if self.history is not History.UP:
            raise CouldNotLook
        with self._shelf.locked():
            for message in self._shelf.by_marker.get(parcel.nonce, ()):
                if message.at >= since:
                    return _place(parcel, message)
        return None

    @staticmethod
    def _fail_before(fault: Fault | None) -> None:
        if fault is Fault.CRASH_BEFORE:
            raise Killed
        if fault is Fault.UNAVAILABLE:
            raise Unclear
        if fault is Fault.FORBIDDEN:
            raise Undeliverable("forbidden")
        if fault is Fault.GONE:
            raise Undeliverable("gone")
        if fault is Fault.UNWANTED:
            raise Unwanted


def _place(parcel: Parcel, message: Message) -> Posted:
    return Posted(ChannelId(parcel.guild + 1), MessageId(message.number))
