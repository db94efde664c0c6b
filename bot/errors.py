"""Every error that somebody may have to read, as one tree.

HearthError
├── Refusal          something a member or a moderator asked for cannot be done;
│                    worded once, from a text key, in a private card
└── StartRefused     the process cannot start; one sentence for the operator and an exit code
    └── BrokenContent    a file of `data/` is wrong: names file, entry and field
"""

from pathlib import Path
from typing import ClassVar


class HearthError(Exception):
    """Root of the errors that this program raises on purpose."""


class Refusal(HearthError):
    """Something asked for cannot be done, and the one who asked is told so kindly.

    `key` is the text key of the sentence; the keyword arguments are the values that it names.
    """

    key: ClassVar[str] = "refusal.general"

    def __init__(self, **values: str | int) -> None:
        super().__init__(self.key)
        self.values = values


class StartRefused(HearthError):
    """The process must not start (or go on); `str()` is the one line for the operator."""

    exit_code: ClassVar[int] = 1


class BrokenContent(StartRefused):
    """A file that ships in `data/` cannot be used.

    Args:
        path: the file.
        entry: which entry of the file, in the file's own terms; empty for the whole file.
        field: which field of it; empty for the whole entry.
        why: what is the matter, as a short clause.
    """

    exit_code = 4

    def __init__(self, path: Path, entry: str, field: str, why: str) -> None:
        place = " · ".join(part for part in (path.name, entry, field) if part)
        super().__init__(f"{place}: {why}")
        self.path, self.entry, self.field, self.why = path, entry, field, why
