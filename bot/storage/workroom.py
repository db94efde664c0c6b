"""A folder beside the database for plain copies: one process at a time, empty before and after."""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from bot.epochs.files import KeysUnusable, locked
from bot.errors import HearthError
from bot.storage.database import ensure_folder

NAME = ".copying"
_LOCK = ".lock"


class RoomTaken(HearthError):
    """Another process is making or opening a copy at this moment."""


@contextmanager
def workroom(beside: Path) -> Generator[Path]:
    """The folder; what a killed process left there is gone when the block begins.

    Raises:
        RoomTaken: another process is in it.
        OSError: it cannot be made.
    """
    room = beside / NAME
    ensure_folder(room)
    try:
        with locked(room):
            _empty(room)
            try:
                yield room
            finally:
                _empty(room)
    except KeysUnusable:
        raise RoomTaken from None


@contextmanager
def private(path: Path) -> Generator[IO[bytes]]:
    """A new file, for this account alone, on the disk when the block ends."""
    fd = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(fd, "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def name_for_good(made: Path, path: Path) -> None:
    """Give a finished file its name, which must be free.

    Raises:
        FileExistsError: it is not.
        OSError: the disk says no.
    """
    try:
        os.link(made, path)  # unlike a rename, it never takes the place of what is there
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError(path) from None
        made.rename(path)
    made.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Let a new name reach the disk."""
    if sys.platform == "win32":
        return  # a folder cannot be opened there
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _empty(room: Path) -> None:
    for path in room.iterdir():
        if path.name != _LOCK:
            path.unlink(missing_ok=True)
