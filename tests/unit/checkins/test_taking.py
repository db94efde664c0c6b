"""What is taken along opens in a spreadsheet, and carries nothing out there."""

import csv
import io
import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cogs.checkins.taking import Line, taken_along

HEADS = ("Day", "Answer", "Words")
HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =cmd|' /C calc'!A0", "＝1"]


def rows(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def test_three_files_say_the_same() -> None:
    lines = [
        Line(date(2026, 3, 1), "Mixed", 'rain, "and"\nsoup; 🌧'),
        Line(date(2026, 3, 2), "", ""),
    ]
    files = taken_along(lines, HEADS)
    assert rows(files["check-ins.csv"]) == [
        list(HEADS),
        ["2026-03-01", "Mixed", 'rain, "and"\nsoup; 🌧'],
        ["2026-03-02", "", ""],
    ]
    assert json.loads(files["check-ins.json"])[0]["words"] == lines[0].words
    assert json.loads(files["check-ins.json"])[1] == {
        "day": "2026-03-02",
        "answer": None,
        "words": None,
    }
    assert files["check-ins.txt"].decode().startswith("2026-03-01\nMixed\nrain,")


@given(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40)))
def test_no_cell_is_ever_a_formula_and_no_word_is_lost(words: str) -> None:
    (_, (_, _, cell)) = rows(
        taken_along([Line(date(2026, 3, 1), "Low", words)], HEADS)["check-ins.csv"]
    )
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
    assert cell.removeprefix("'") == words.removeprefix("'") or "\x00" in words
