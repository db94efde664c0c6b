"""Has pictures drawn by a process of its own, which is kept warm for a while.

    (none) ──first request──► warm ──idle, crash, too slow, close──► (none)

The drawing library costs a second and fifty megabytes: the bot never imports it. The process is
started with an empty environment and gets numbers and words of the axes over a pipe: no name, no
id, no secret. Nothing relies on a picture: whoever asks has the words that say the same, and gets
None where it could not be drawn, or not in time.
"""

import asyncio
import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

log = logging.getLogger("hearth.charts")

DRAWING = (sys.executable, "-I", str(Path(__file__).with_name("drawing.py")))
# Starting it took 0.7 to 1.4 s, a picture under 0.1 s: beyond this something is wrong.
LONGEST = 15.0
_HEAD = 4


@dataclass(frozen=True, slots=True)
class Days:
    """When which answer was given: `points` are day, row and how many; `ticks` day and words."""

    title: str
    rows: Sequence[str]
    span: int
    points: Sequence[tuple[int, int, int]]
    ticks: Sequence[tuple[int, str]]
    kind: str = "days"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many answered what, from the top down."""

    title: str
    bars: Sequence[tuple[str, int]]
    kind: str = "counts"


class Charts:
    """Draws, one picture after another.

    Args:
        folder: where the drawing library may keep its list of fonts.
        longest: after so many seconds a picture is given up, and its process ended.
    """

    def __init__(self, folder: Path, longest: float = LONGEST) -> None:
        self._folder, self._longest = folder, longest
        self._alone = ThreadPoolExecutor(1, "charts")
        self._process: subprocess.Popen[bytes] | None = None

    async def draw(self, wanted: Days | Counts, patience: float) -> bytes | None:
        """A picture as PNG; None: there is none, or not within so many seconds."""
        body = json.dumps(asdict(wanted)).encode()
        try:
            job = asyncio.wrap_future(self._alone.submit(self._drawn, body))
        except RuntimeError:  # closed meanwhile
            return None
        try:
            # A picture that comes too late has warmed the process for the next.
            return await asyncio.wait_for(asyncio.shield(job), patience)
        except TimeoutError:
            job.cancel()
            log.info("charts.too_slow")
            return None

    def warm(self) -> None:
        """Start the process, if there is none, because a picture will be wanted soon."""
        self._alone.submit(self._started)

    def close(self) -> None:
        """End the process; whoever still waits gets no picture."""
        self._alone.shutdown(wait=False, cancel_futures=True)
        self._end()

    def _drawn(self, body: bytes) -> bytes | None:
        # A process that was warm may have gone by itself at this very moment: once more.
        for _ in range(2 if self._process is not None else 1):
            drawn = self._asked(body)
            if drawn is not None:
                return drawn or None
        log.warning("charts.not_drawn")
        return None

    def _asked(self, body: bytes) -> bytes | None:
        """What the process answers; None where it ended instead."""
        process = self._started()
        if process is None or process.stdin is None or process.stdout is None:
            return None
        hurry = threading.Timer(self._longest, process.kill)
        hurry.start()
        try:
            process.stdin.write(len(body).to_bytes(_HEAD, "big") + body)
            process.stdin.flush()
            head = process.stdout.read(_HEAD)
            length = int.from_bytes(head, "big")
            drawn = process.stdout.read(length)
        except (OSError, ValueError):
            head = drawn = b""
            length = 0
        finally:
            hurry.cancel()
        if len(head) < _HEAD or len(drawn) < length:
            self._end()
            return None
        return drawn

    def _started(self) -> subprocess.Popen[bytes] | None:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own file, our own interpreter
                DRAWING,
                stdin=pipe,
                stdout=pipe,
                stderr=subprocess.DEVNULL,
                env=self._environment(),
            )
        except OSError as problem:
            log.warning("charts.not_started", extra={"why": type(problem).__name__})
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            # What could not be written any more is let go.
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def _environment(self) -> Mapping[str, str]:
        """Nothing of the bot's own, which holds its secrets; only what a system needs."""
        needed = ("SYSTEMROOT", "TEMP", "TMP")
        found = {name: os.environ[name] for name in needed if name in os.environ}
        return {**found, "MPLCONFIGDIR": str(self._folder)}
