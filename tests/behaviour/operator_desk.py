"""The program as an operator says it: in a process of its own, or inside the test's."""

import contextlib
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from bot.process.cli import run
from tests.world import WORDS

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ended:
    """How a run of the program ended."""

    code: int
    out: str
    err: str


def settings(folder: Path, **values: str) -> dict[str, str]:
    """An environment of our own: nothing of the machine's settings reaches the program."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    (folder / "tmp").mkdir(exist_ok=True)
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "HEARTH_HOME": str(folder / "var"),
        "TMPDIR": str(folder / "tmp"),
        **values,
    }


def hearth(folder: Path, *arguments: str, said: bytes = b"", **values: str) -> Ended:
    """Run the program to its end, from a folder without a `.env`."""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=settings(folder, **values),
        input=said,
        capture_output=True,
        timeout=30,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def inside(folder: Path, *arguments: str, **values: str) -> Ended:
    """The same in this process, where nobody need wait for a start: it looks, or is refused."""
    out, err = io.StringIO(), io.StringIO()
    environment = settings(folder, **values)
    with (
        patch.dict(os.environ, environment, clear=True),
        patch("bot.app.Words.load", lambda: WORDS),  # read once a test process
        patch("bot.process.start.set_up"),  # the test's own log lines stay as they are
        contextlib.chdir(folder),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            code = run(arguments)
        except SystemExit as ended:  # argparse after --help
            code = int(ended.code or 0)
    return Ended(code, out.getvalue(), err.getvalue())


def one_line(ended: Ended) -> str:
    """What the operator reads: one line, and never a traceback."""
    assert "Traceback" not in ended.err
    lines = [line for line in ended.err.splitlines() if line.startswith("hearth: ")]
    assert len(lines) == 1, ended.err
    return lines[0]
