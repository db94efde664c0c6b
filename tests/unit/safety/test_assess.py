"""The line protocol of `assess`, and the development set where it lies beside the project."""

import gzip
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.process.assess import assess
from bot.safety.lexicon import Lexicon
from bot.safety.screen import screen
from tests.unit.safety.conftest import ROOT

CRISIS = ROOT.parent / "shared" / "crisis"
WITH_SET = pytest.mark.skipif(not CRISIS.is_dir(), reason="no development set beside the project")
RANKS = {"none": 0, "third_party": 1, "concern": 1, "high": 2, "imminent": 3}


def answers(*lines: bytes) -> list[dict[str, object]]:
    sink = io.BytesIO()
    assert assess(io.BytesIO(b"\n".join(lines) + b"\n"), sink) == 0
    return [json.loads(line) for line in sink.getvalue().splitlines()]


def test_lines_are_answered_in_order() -> None:
    first, second = answers(b'{"text": "hello"}', b'{"text": "i want to kill myself"}')
    assert first == {"level": "none", "category": None, "rules": [], "spans": []}
    assert second["level"] == "high"
    assert second["category"] == "suicide"
    assert second["spans"]


def test_lines_that_cannot_be_read_have_their_places() -> None:
    wrong = [
        b"not json",
        b"{}",
        b"[]",
        b'"text"',
        b'{"text": 3}',
        b'{"text": null}',
        b"",
        b"\xff\xfe",
        b"[" * 9999,
    ]
    # Between any two of them, so that none is answered in the place of another.
    said = answers(b'{"text": "a"}', *(line for each in wrong for line in (each, b'{"text": "b"}')))
    assert [list(each) for each in said[1::2]] == [["error"]] * len(wrong)
    assert [each["level"] for each in said[::2]] == ["none"] * (len(wrong) + 1)


def test_lone_surrogates_and_other_scripts_pass() -> None:
    first, second = answers(b'{"text": "\\ud800 \\u6b7b"}', b'{"text": "i want to die \\ud800"}')
    assert (first["level"], second["level"]) == ("none", "high")


def test_nothing_heavy_is_imported() -> None:
    code = (
        "import sys, bot.process.assess; "
        "print('discord' in sys.modules, 'sqlalchemy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)  # noqa: S603 - our own interpreter
    assert done.stdout.split() == [b"False", b"False"]


@WITH_SET
def test_the_development_set_reaches_its_goal() -> None:
    command = [sys.executable, str(CRISIS / "score.py"), "--gate", "goal", "--brief"]
    done = subprocess.run(  # noqa: S603 - the scorer beside the project, over our own program
        [*command, "--benign", "none", "--cmd", f"{sys.executable} -m bot assess"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@WITH_SET
@pytest.mark.parametrize(
    ("name", "most"), [("benign_dev.txt.gz", 0.3), ("benign_support_dev.txt.gz", 1.0)]
)
def test_false_alarms_are_rare(name: str, most: float, lexicon: Lexicon) -> None:
    with gzip.open(Path(CRISIS) / name, "rt", encoding="utf-8") as source:
        texts = [line.rstrip("\n") for line in source if line.strip()]
    alarms = [signal for signal in (screen(text, lexicon) for text in texts) if signal]
    assert 1000 * len(alarms) / len(texts) <= most
