"""Small secret files: read warily, made whole or not at all, overwritten before they go.

Nothing here follows a link, waits for a pipe, or trusts a name. A process may die between any two
lines: what it leaves is either whole, or a file named `.making-…` that the next round removes.
"""

import logging
import os
import secrets
import stat
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import ClassVar

from bot.errors import Refusal

log = logging.getLogger("hearth.epochs")

MAKING = ".making-"
LARGEST = 4096  # bytes; whatever is larger is none of ours
_LOCK = ".lock"
# Making a key takes milliseconds: whoever holds the lock for longer has come to a stop.
_PATIENCE = 2.0  # seconds
_NAP = 0.02
# What backup programs look for (bford.info/cachedir): a folder with this file is left out.
_LEFT_OUT = "CACHEDIR.TAG"
_LEFT_OUT_WORDS = (
    b"Signature: 8a477f597d28d172789f06886806bc55\n"
    b"# Keys that have to die on their day. Never copy this folder, never back it up.\n"
)
# A link is not followed, and a pipe of this name is not waited for; Windows knows neither.
_WARY: int = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class KeysUnusable(Refusal):
    """Keys cannot be read, made or destroyed now; `why` is a short clause for the operator."""

    key: ClassVar[str] = "refusal.keys-unusable"

    def __init__(self, why: str) -> None:
        super().__init__()
        self.why = why


def prepare(folder: Path) -> None:
    """Make the folder, for this account alone and left out of backups that ask.

    Raises:
        KeysUnusable: it cannot be made, or something else has its name.
    """
    with _named("the folder cannot be made"):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with suppress(OSError):  # a courtesy: without it keys are made all the same
        fd = os.open(folder / _LEFT_OUT, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _WARY, 0o600)
        with os.fdopen(fd, "wb") as file:
            file.write(_LEFT_OUT_WORDS)


def is_there(folder: Path) -> bool:
    """Whether the folder has been made.

    Raises:
        KeysUnusable: that cannot be seen.
    """
    return _mode(folder) is not None


def others_can_read(folder: Path) -> bool:
    """Whether other accounts of this machine can look into the folder.

    Raises:
        KeysUnusable: that cannot be seen.
    """
    return os.name == "posix" and bool((_mode(folder) or 0) & 0o077)


def _mode(folder: Path) -> int | None:
    with _named("the folder cannot be seen"):
        try:
            return folder.stat().st_mode
        except FileNotFoundError:
            return None


@contextmanager
def locked(folder: Path) -> Generator[None]:
    """Hold the folder against another process; the lock ends with the process.

    Windows has no such lock: there one process has to do (docs/decisions/0021).

    Raises:
        KeysUnusable: the folder cannot be locked.
    """
    with _named("the folder cannot be locked"):
        fd = os.open(folder / _LOCK, os.O_CREAT | os.O_RDWR | _WARY, 0o600)
    try:
        with _named("the folder is locked by another process"):
            _take(fd)
        yield
    finally:
        os.close(fd)


def _take(fd: int) -> None:
    if sys.platform == "win32":
        return
    import fcntl  # noqa: PLC0415 - Windows has none

    until = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise
            time.sleep(_NAP)
        else:
            return


def read(path: Path) -> bytes | None:
    """What a file holds, None where there is none, nothing where it is not a plain small file.

    Raises:
        KeysUnusable: it is there and cannot be read; whether it holds a key is not known.
    """
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return b""
        fd = os.open(path, os.O_RDONLY | _WARY)
        try:
            plain = stat.S_ISREG(os.fstat(fd).st_mode)
            return os.read(fd, LARGEST) if plain else b""
        finally:
            os.close(fd)
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise KeysUnusable(f"{path.name} cannot be read ({problem.strerror})") from None


def make(path: Path, content: bytes) -> None:
    """Put a new file there: whole, on the disk, under its name, or not at all.

    Call it inside `locked`, having looked that the name is free.

    Raises:
        KeysUnusable: the disk is full, or cannot be written.
    """
    _write(path, content, os.rename)


def remake(path: Path, content: bytes) -> None:
    """The same for a file that may be there already.

    Raises:
        KeysUnusable: the disk is full, or cannot be written.
    """
    _write(path, content, os.replace)


def _write(path: Path, content: bytes, put: Callable[[Path, Path], None]) -> None:
    making = path.with_name(MAKING + secrets.token_hex(8))
    with _named(f"{path.name} cannot be written"):
        fd = os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _WARY, 0o600)
        try:
            _pour(fd, content)
            put(making, path)
        except OSError:
            with suppress(KeysUnusable):
                erase(making)
            raise
        _sync_folder(path.parent)


def _pour(fd: int, content: bytes) -> None:
    try:
        while content:
            content = content[os.write(fd, content) :]
        os.fsync(fd)
    finally:
        os.close(fd)


def erase(path: Path) -> None:
    """Overwrite a plain file, wait for the disk, and unlink it; a link is only unlinked.

    Where it cannot be overwritten it goes all the same, and the log says so.

    Raises:
        KeysUnusable: it is still there.
    """
    try:
        _overwrite(path)
    except FileNotFoundError:
        return
    except OSError as problem:
        log.warning("epochs.not_overwritten", extra={"errno": problem.errno})
    with _named(f"{path.name} cannot be removed"):
        path.unlink(missing_ok=True)
        _sync_folder(path.parent)


def _overwrite(path: Path) -> None:
    if not stat.S_ISREG(path.lstat().st_mode):
        return
    fd = os.open(path, os.O_WRONLY | _WARY)
    # Random: zeros might be kept as a hole, and the old block beside it.
    _pour(fd, secrets.token_bytes(min(os.fstat(fd).st_size, LARGEST)))


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return  # a folder cannot be opened there
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


@contextmanager
def _named(what: str) -> Generator[None]:
    """Turns whatever the disk says into one error of ours, without the path's folders."""
    try:
        yield
    except OSError as problem:
        raise KeysUnusable(f"{what} ({problem.strerror})") from None
