"""What is kept about people is declared beside its table and told in docs/privacy.md."""

import re

import pytest

from bot.app import ROOT
from bot.storage.base import Base, PersonalData, personal_tables
from tests.house.house import modules

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


def names_a_person(column: str) -> bool:
    starts = ("tag", "person", "owner", "author", "user", "member", "subject_id")
    return column.endswith("_tag") or (column.startswith(starts) and not column.endswith("_key"))


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


def test_every_table_is_told() -> None:
    assert not [name for name in TABLES if f"`{name}`" not in TOLD]


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_a_declaration_names_columns_that_exist(name: str) -> None:
    declared, columns = DECLARED[name], TABLES[name].columns
    assert declared.why
    assert declared.until in columns
    assert declared.tag is None or declared.tag in columns
    assert declared.erase in ("delete", "unname")
    assert all(columns[column].nullable for column in declared.names)


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_a_declared_table_is_told_with_its_time(name: str) -> None:
    assert told_as(DECLARED[name]) in ROWS[name]
