"""Copies: the three kinds say the same, parts open by themselves, a spreadsheet runs nothing."""

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from bot.services.copying import Piece, as_csv, files_of, harmless

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")


def pieces(count: int, words: str = "some words") -> list[Piece]:
    return [Piece("entry", "to show you", 90, {"id": n, "said": [3, words]}) for n in range(count)]


def test_everything_is_in_one_file_of_each_kind_where_it_fits() -> None:
    files = {each.name: each.content for each in files_of(pieces(3), 10_000)}
    assert set(files) == {f"hearth-about-me.{ending}" for ending in ("json", "txt", "csv")}
    assert [row["id"] for row in json.loads(files["hearth-about-me.json"])["entry"]["rows"]] == [
        *range(3)
    ]
    assert files["hearth-about-me.txt"].decode().count("said: [3, ") == 3
    assert [*files_of([], 10)] == []


@given(st.integers(min_value=1, max_value=60), st.integers(min_value=400, max_value=3000))
def test_parts_fit_open_by_themselves_and_hold_everything_once(count: int, largest: int) -> None:
    files = [*files_of(pieces(count), largest)]
    assert all(len(each.content) <= largest for each in files)
    found = [
        row["id"]
        for each in files
        if each.name.endswith(".json")
        for row in json.loads(each.content)["entry"]["rows"]
    ]
    assert found == [*range(count)]
    assert len({each.name for each in files}) == len(files)


@given(st.text())
def test_no_cell_is_read_as_a_formula_and_no_word_is_lost(words: str) -> None:
    cell = harmless(words)
    assert not cell.startswith(FORMULAS)
    assert cell.removeprefix("'") == words.removeprefix("'") or cell == words


def test_a_spreadsheet_reads_each_value_in_its_place() -> None:
    hostile = '=HYPERLINK("http://x","y")'
    written = as_csv([Piece("entry", "why", 1, {"said": hostile, "more": ' "a", \n =1'})])
    rows = [*csv.reader(io.StringIO(written.decode("utf-8-sig")))]
    assert rows[1:] == [
        ["entry", "1", "said", f"'{hostile}"],
        ["entry", "1", "more", ' "a", \n =1'],
    ]
