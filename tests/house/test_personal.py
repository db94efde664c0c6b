"""What is kept about people is declared beside its table and told in docs/privacy.md."""

import re
from typing import Any

import pytest
from sqlalchemy import JSON, Column, LargeBinary, MetaData, String, Table

from bot.app import ROOT
from bot.keyring import TAG_BYTES
from bot.storage.base import Base, PersonalData, personal_tables
from bot.storage.types import Sealed
from tests.house.house import modules
from tests.shipped import WORDS as SHIPPED

modules()
DECLARED = personal_tables()
TABLES = {table.name: table for table in Base.metadata.sorted_tables}
TOLD = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
# A row of the page's table: the tables that it speaks of, and how long they are kept.
ROWS = {
    name: cells[-1]
    for line in TOLD.splitlines()
    if line.startswith("| `")
    for cells in [[cell.strip() for cell in line.strip("|").split("|")]]
    for name in re.findall(r"`(\w+)`", cells[0])
}


# How a column is called that may name somebody. The last word counts as well as the first.
PEOPLE = {"person", "owner", "author", "user", "member", "staff", "company", "people", "cover"}
PEOPLE |= {
    "host",
    "peer",
    "partner",
    "sender",
    "reporter",
    "teller",
    "asker",
    "hidden",
    "who",
    "whom",
}
PEOPLE |= {
    "barred",
    "by",
    "from",
    "mentor",
    "helper",
    "giver",
    "taker",
    "supporter",
    "invited",
    "moderator",
    "cohost",
}


# Where words can stand in a row about somebody without the key's seal. These are fixed words of the
# program, or sealed under a key that dies (`share`, `checkin`).
OPEN = """
    audit.act audit.target case_file.kind case_file.level case_file.look_in case_file.outcome
    case_file.reached case_file.state case_step.step checkin_answer.body rota_shift.zone
    rota_swap.state session.state session_meeting.state session_meeting.theme session_proposal.state
    session_seat.answer session_seat.standing share.address share.level share.stage share.trouble
    share.wish share.words share_letter.words share_picture.body signpost.level waiting.key
    waiting.kind
"""
# What is sealed in rows that outlive whoever is named in them: it belongs to everybody.
OUTLIVES = {"session.plan", "session_meeting.room", "session_meeting.tally"}
OUTLIVES |= {"session_meeting.comfort"}


def names_a_person(column: str) -> bool:
    starts = ("tag", "person", "owner", "author", "user", "member", "subject_id")
    return column.endswith("_tag") or (column.startswith(starts) and not column.endswith("_key"))


def may_name_somebody(column: Column[Any]) -> bool:
    """By its name and by what it can hold: a tag, or something sealed."""
    tag = isinstance(column.type, LargeBinary) and column.type.length == TAG_BYTES
    words = set(column.name.removesuffix("_id").split("_"))
    if isinstance(column.type, Sealed):
        return bool(words & (PEOPLE | {f"{each}s" for each in PEOPLE}))
    return tag and ("tag" in words or bool(words & PEOPLE))


def holds_open_words(column: Column[Any]) -> bool:
    """By what it can hold: text, or bytes of any length, that the key does not seal."""
    kind = column.type
    return isinstance(kind, String | JSON) or (isinstance(kind, LargeBinary) and not kind.length)


def told_as(declared: PersonalData) -> str:
    return "a year" if declared.keep.days == 365 else f"{declared.keep.days} days"


def test_every_table_that_names_a_person_is_declared() -> None:
    naming = {
        name
        for name, table in TABLES.items()
        if any(names_a_person(column.name) for column in table.columns)
    }
    assert len(naming) > 4
    assert naming <= set(DECLARED)


@pytest.mark.parametrize("name", sorted(n for n in DECLARED if DECLARED[n].tag is not None))
def test_every_column_that_concerns_a_person_is_declared(name: str) -> None:
    declared = DECLARED[name]
    # In a row that is deleted with its person, their own sealed id needs no further word.
    own = {declared.tag, "person", *declared.names}
    own |= {"author"} if declared.erase == "delete" and "person" not in TABLES[name].c else set()
    found = {each.name for each in TABLES[name].columns if may_name_somebody(each)}
    assert found <= own | {*declared.mentions, *declared.keeps}
    assert {*declared.mentions, *declared.keeps} <= set(TABLES[name].c.keys())
    if declared.erase == "unname":
        assert "person" not in found or "person" in declared.names


def test_a_column_that_nobody_declared_is_found() -> None:
    odd = Table(
        "odd",
        MetaData(),
        Column("peer", Sealed("odd.peer")),
        Column("other_tag", LargeBinary(TAG_BYTES)),
        Column("words", Sealed("odd.words")),
        Column("source_index", LargeBinary(TAG_BYTES)),
    )
    assert [each.name for each in odd.columns if may_name_somebody(each)] == ["peer", "other_tag"]


def test_words_in_a_row_about_somebody_are_sealed_or_named_here() -> None:
    columns = [column for name in DECLARED for column in TABLES[name].columns]
    found = {f"{each.table.name}.{each.name}" for each in columns if holds_open_words(each)}
    assert found == set(OPEN.split())


def test_what_outlives_whoever_is_named_beside_it_is_named_here() -> None:
    found = {
        f"{name}.{column.name}"
        for name, declared in DECLARED.items()
        for column in TABLES[name].columns
        if declared.erase == "unname" and isinstance(column.type, Sealed)
        if column.name not in (*declared.names, *declared.mentions)
    }
    assert found == OUTLIVES


def test_every_table_is_told() -> None:
    assert not [name for name in TABLES if f"`{name}`" not in TOLD]


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_a_declaration_names_columns_that_exist(name: str) -> None:
    declared, columns = DECLARED[name], TABLES[name].columns
    assert SHIPPED.texts.has(declared.why)
    assert declared.why.startswith("kept.")
    assert declared.until in columns
    assert declared.tag is None or declared.tag in columns
    assert declared.erase in ("delete", "unname")
    assert all(columns[column].nullable for column in declared.names)


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_a_declared_table_is_told_with_its_time(name: str) -> None:
    assert told_as(DECLARED[name]) in ROWS[name]
