"""The shape of the tree: sizes, names, contracts, locks, personal data, logs."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot.app import ROOT
from bot.content.helplines import read_helplines
from bot.storage.base import Base, personal_tables
from tests.house.house import SOURCES, modules

BANNED = {"utils", "helpers", "misc", "common", "manager", "handler", "processor", "data", "info"}
NAMING = ("tag", "person", "owner", "owner_tag", "subject_id", "user", "user_id")


@pytest.mark.parametrize(
    "path", [*SOURCES, *sorted((ROOT / "tests").rglob("*.py"))], ids=lambda path: path.stem
)
def test_no_file_is_longer_than_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_names_say_what_is_there(path: Path) -> None:
    assert path.stem not in BANNED
    code = path.read_text(encoding="utf-8")
    for name in re.findall(r"^class (\w+)", code, re.MULTILINE):
        assert not re.search(r"(Utils|Helper|Manager|Handler|Processor)$", name), name


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_module_says_what_it_is_for_and_nothing_is_left_undone(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    assert code.startswith('"""')
    assert not re.search(r"\b(TODO|FIXME|XXX)\b", code)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_log_line_takes_words_or_people(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    for call in re.findall(r"log\.\w+\((?:[^()]|\([^()]*\))*\)", code):
        assert not re.search(r"\"(text|content|words|name|user|excerpt|note)\":", call), call


def test_the_contracts_hold() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(  # noqa: S603 - the project's own tool, from its own environment
        [tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:]


def test_every_table_that_names_a_person_is_declared_and_told() -> None:
    modules()
    declared = personal_tables()
    told = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    for table in Base.metadata.sorted_tables:
        if any(column.name in NAMING for column in table.columns):
            assert table.name in declared, table.name
            assert f"`{table.name}`" in told, table.name


def test_every_helpline_has_a_source_and_a_date() -> None:
    found = read_helplines(ROOT / "data" / "helplines.toml")
    assert len(found.line) > 300
    for line in found.line:
        assert line.sources, line.id
        assert line.seen, line.id


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_lock_files_name_no_address_and_hold_every_dependency(name: str) -> None:
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in lock
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = list(project["dependencies"])
    if "dev" in name:
        wanted += project["optional-dependencies"]["dev"]
    for line in wanted:
        package = re.split(r"[\[<>=~! ]", line)[0].replace(".", "-").lower()
        assert re.search(rf"^{re.escape(package)}(\[.*\])?==", lock, re.MULTILINE), package


def test_every_dependency_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lines = re.findall(r'^    "[a-zA-Z][^"]*[<>=][^"]*",(.*)$', text, re.MULTILINE)
    assert len(lines) > 20
    assert all("#" in line for line in lines)
