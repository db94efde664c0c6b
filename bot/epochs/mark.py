"""The newest epoch ever seen, in a file, so that a clock that goes back brings nothing back."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.epochs.files import read, remake
from bot.epochs.grid import LENGTH, REST, starts_at

NAME = "newest"
# Clocks are set by seconds, sometimes by hours: with less than this, it is simply still that epoch.
SKEW = timedelta(days=1)
# A clock that has stayed behind for as long as a key lives is the right one.
BELIEVED_AFTER = LENGTH + REST


@dataclass(frozen=True, slots=True)
class Mark:
    """The newest epoch ever seen, and since when (by its own time) the clock is behind it."""

    newest: int = 0
    behind_since: datetime | None = None

    def is_ahead_of(self, now: datetime) -> bool:
        """Whether the clock stands before this epoch by more than a correction."""
        return now < starts_at(self.newest) - SKEW

    def after(self, now: datetime, number: int) -> "Mark":
        """The mark as this look at the clock leaves it."""
        if not self.is_ahead_of(now):
            return Mark(max(number, self.newest))
        since = self.behind_since
        return Mark(self.newest, now if since is None or now < since else since)

    def was_wrong(self, now: datetime) -> bool:
        """Whether the clock has stayed behind for so long that the mark was the error."""
        return self.behind_since is not None and now - self.behind_since >= BELIEVED_AFTER


def read_mark(folder: Path) -> Mark:
    """The mark; of a folder without one, or with something else in its place, the oldest.

    Raises:
        KeysUnusable: it is there and cannot be read.
    """
    lines = (read(folder / NAME) or b"").decode("ascii", "replace").split()
    try:
        newest, *since = (int(line) for line in lines)
        starts_at(newest + 4)  # far beyond any calendar is no mark either
        return Mark(newest, *(datetime.fromtimestamp(each, UTC) for each in since[:1]))
    except (ValueError, OverflowError, OSError):
        return Mark()


def write_mark(folder: Path, mark: Mark) -> None:
    """Keep the mark.

    Raises:
        KeysUnusable: the disk is full, or cannot be written.
    """
    since = [] if mark.behind_since is None else [int(mark.behind_since.timestamp())]
    lines = "".join(f"{number}\n" for number in (mark.newest, *since))
    remake(folder / NAME, lines.encode("ascii"))
