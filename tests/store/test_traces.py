"""The search for traces finds what is planted, in every form, and nothing where nothing is."""

import base64
import json
import secrets
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.traces import find_traces

ID = 80351110224678912
SMALL = 4_194_304_000  # 32 bits: the smallest that is searched in binary, with a zero before it
WORD = "Überdosis"


def traces(folder: Path, content: bytes, name: str = "a.bin") -> list[str]:
    (folder / name).write_bytes(content)
    return find_traces(folder, [ID, SMALL], [WORD])


def hidden(form: bytes) -> bytes:
    return secrets.token_bytes(300) + form + secrets.token_bytes(301)


FORMS = {
    "decimal": str(ID).encode(),
    "decimal in UTF-16": str(ID).encode("utf-16-be"),
    "hex": b"%x" % ID,
    "hex in capitals": b"%X" % ID,
    "8 bytes, big end first": ID.to_bytes(8, "big"),
    "8 bytes, little end first": ID.to_bytes(8, "little"),
    "without leading zeros, big": ID.to_bytes((ID.bit_length() + 7) // 8, "big"),
    "without leading zeros, little": ID.to_bytes((ID.bit_length() + 7) // 8, "little"),
    "5 bytes": SMALL.to_bytes(5, "big"),
    "6 bytes": SMALL.to_bytes(6, "little"),
    "base64 of decimal": base64.b64encode(str(ID).encode()),
    "base64 of bytes": base64.b64encode(ID.to_bytes(8, "big")),
    "base64 of bytes, little": base64.urlsafe_b64encode(ID.to_bytes(8, "little")),
    "base64 of hex": base64.b64encode(b"%x" % ID),
    "JSON": json.dumps({"person": ID}).encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_planted_id_is_found(tmp_path: Path, form: str) -> None:
    assert traces(tmp_path, hidden(FORMS[form]))


@given(before=st.binary(max_size=7), after=st.binary(max_size=7), plain=st.sampled_from("dbl"))
def test_an_id_inside_something_longer_is_found_in_its_base64(
    tmp_path_factory: pytest.TempPathFactory, before: bytes, after: bytes, plain: str
) -> None:
    forms = {
        "d": str(ID).encode(),
        "b": ID.to_bytes(8, "big"),
        "l": ID.to_bytes(8, "little"),
    }
    folder = tmp_path_factory.mktemp("traces")
    whole = before + forms[plain] + after
    assert traces(folder, base64.b64encode(whole))
    assert traces(folder, base64.urlsafe_b64encode(whole))


@pytest.mark.parametrize("word", ["Überdosis", "überdosis", "ÜBERDOSIS", "U\u0308berdosis"])
@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize("shift", [0, 1])
def test_a_planted_word_is_found(tmp_path: Path, word: str, code: str, shift: int) -> None:
    filler = b"x" * (100 + shift)
    assert traces(tmp_path, filler + f"eine {word}!".encode(code) + filler)


@pytest.mark.parametrize("word", ["Überdosis", "ÜBERDOSIS"])
def test_a_word_in_escapes_is_found(tmp_path: Path, word: str) -> None:
    assert traces(tmp_path, json.dumps([word]).encode())


def test_an_id_in_a_row_of_sqlite_is_found_as_number_and_as_text(tmp_path: Path) -> None:
    for value in (ID, str(ID), SMALL * 1000):
        path = tmp_path / "rows.db"
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE t (a)")
            connection.execute("INSERT INTO t VALUES (?)", (value,))
        connection.close()
        assert find_traces(tmp_path, [ID, SMALL * 1000], [])
        path.unlink()


def test_names_of_files_and_folders_below_are_searched_too(tmp_path: Path) -> None:
    folder = tmp_path / "exports" / "deep"
    folder.mkdir(parents=True)
    assert traces(folder, b"", name=f"{ID}.json")
    (folder / f"{ID}.json").unlink()
    (folder / "log").write_text(WORD)
    assert find_traces(tmp_path, [], [WORD]) == [f"{Path('exports/deep/log')}: {WORD!r} as UTF-8"]


def test_a_find_says_where_and_in_which_form(tmp_path: Path) -> None:
    assert traces(tmp_path, str(ID).encode()) == [f"a.bin: {ID} as decimal"]


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    other = [ID + 1, ID - 1, ID << 1, ID // 10]
    plain = b" ".join(str(number).encode() + number.to_bytes(8, "big") for number in other)
    assert traces(tmp_path, plain + secrets.token_bytes(500_000) + b"Uberdosis") == []
    assert find_traces(tmp_path / "nowhere", [ID], [WORD]) == []
