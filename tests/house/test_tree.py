"""The tree keeps its word: contracts, locks, settings, exit codes, helplines, logs."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bot.app import ROOT
from bot.content.helplines import read_helplines
from bot.process.cli import parser
from tests.house.house import SOURCES, tree_of, where

# What must never stand in a log line: what somebody wrote, and who somebody is.
WORDS = {"text", "content", "words", "name", "user", "member", "author", "excerpt", "note", "body"}
SAYING = {"content", "clean_content", "display_name", "global_name", "mention", "excerpt", "nick"}
LOCKS = ["requirements.lock", "requirements-dev.lock"]
COMMANDS = {"run", "rehearse", "doctor", "backup", "restore", "keys", "assess"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def log_calls(path: Path) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "log"
    ]


def test_no_log_line_takes_words_or_people() -> None:
    calls = [(path, call) for path in SOURCES for call in log_calls(path)]
    assert len(calls) > 10
    for path, call in calls:
        shown = f"{where(path)}: {ast.unparse(call)}"
        assert isinstance(call.args[0], ast.Constant), shown
        for keyword in call.keywords:
            if keyword.arg == "extra":
                assert isinstance(keyword.value, ast.Dict), shown
                keys = {ast.literal_eval(key) for key in keyword.value.keys if key is not None}
                assert not keys & WORDS, shown
        for node in ast.walk(call):
            assert not (isinstance(node, ast.Attribute) and node.attr in SAYING), shown


def test_the_contracts_hold() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(  # noqa: S603 - the project's own tool, from its own environment
        [tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stdout[-2000:]
    assert "6 kept, 0 broken" in done.stdout


def test_every_helpline_has_a_source_and_a_date() -> None:
    found = read_helplines(ROOT / "data" / "helplines.toml")
    assert len(found.line) > 300
    for line in found.line:
        assert line.sources, line.id
        # "undated" is an answer too: the doctor counts such a line as stale.
        assert re.fullmatch(r"20\d\d-\d\d|undated", line.seen), line.id
    undated = [line for line in found.line if line.seen == "undated"]
    assert len(undated) < len(found.line) / 20


def pinned(lock: str) -> dict[str, list[str]]:
    """Every version that a lock file pins, by package."""
    found: dict[str, list[str]] = {}
    text = (ROOT / lock).read_text(encoding="utf-8")
    for name, version in re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^ ;\\]+)", text, re.M):
        found.setdefault(canonicalize_name(name), []).append(version)
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_files_name_no_address_and_no_path(lock: str) -> None:
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        pin = r"[A-Za-z0-9._-]+(\[[^\]]*\])?==\S+( ; .+?)?( \\)?"
        assert re.fullmatch(pin, line) or re.fullmatch(r"    --hash=sha256:[0-9a-f]+( \\)?", line)
        assert "/" not in line, line


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_files_agree_with_the_project(lock: str) -> None:
    wanted = list(PROJECT["dependencies"])
    if "dev" in lock:
        wanted += PROJECT["optional-dependencies"]["dev"]
    versions = pinned(lock)
    for line in wanted:
        asked = Requirement(line)
        found = versions.get(canonicalize_name(asked.name), [])
        assert found, line
        assert all(asked.specifier.contains(version) for version in found), (line, found)


def test_both_locks_hold_the_same_versions() -> None:
    small, large = (pinned(lock) for lock in LOCKS)
    assert {name: large.get(name) for name in small} == small


def test_the_rehearsal_needs_no_video_library() -> None:
    assert "av" not in pinned("requirements.lock")


def test_every_dependency_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lines = re.findall(r'^    "[a-zA-Z][^"]*[<>=][^"]*",(.*)$', text, re.MULTILINE)
    assert len(lines) > 20
    assert all("#" in line for line in lines)


def test_every_setting_is_explained() -> None:
    told = (ROOT / ".env.example").read_text(encoding="utf-8")
    code = (ROOT / "bot" / "config.py").read_text(encoding="utf-8")
    read = set(re.findall(r'"(DISCORD_TOKEN|DATABASE_URL|HEARTH_[A-Z_]+)"', code))
    assert len(read) >= 10
    assert {name for name in read if not re.search(rf"^# ?{name}=|^{name}=", told, re.M)} == set()
    assert set(re.findall(r"^#? ?([A-Z_]+)=", told, re.M)) == read


def test_every_exit_code_is_told_and_no_other() -> None:
    told = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    written = set(re.findall(r"exit_code(?:: ClassVar\[int\])? = (\d+)", code))
    assert len(written) >= 9
    assert set(re.findall(r"^\| (\d+) \|", told, re.MULTILINE)) == written | {"0"}


def test_every_line_to_type_that_the_documents_name_can_be_typed() -> None:
    pages = [ROOT / "README.md", ROOT / ".env.example", *(ROOT / "docs").glob("*.md")]
    told = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    typed = set(re.findall(r"python -m bot\b([^`|#;,\n]*)", told))
    assert len(typed) >= 8
    for line in typed:
        words = line.split("  ")[0].split()
        assert parser().parse_args(words or ["run"]).command in COMMANDS, line
    assert {line.split()[0] for line in typed if line.strip()} >= COMMANDS
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert set(re.findall(r"`make ([a-z]+)", told)) <= set(targets)


def test_every_figure_that_is_told_is_collected() -> None:
    told = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    code = (ROOT / "bot" / "process" / "metrics.py").read_text(encoding="utf-8")
    named = set(re.findall(r"`(hearth_[a-z_]+)", told))
    assert len(named) >= 4
    assert {each.removesuffix("_total") for each in named} <= set(
        re.findall(r'"(hearth_\w+)"', code)
    )
