"""The templates that an operator publishes name everything that is declared, with its time."""

from pathlib import Path

import pytest

from bot.app import ROOT
from bot.storage.base import PersonalData, personal_tables
from bot.texts import FALLBACK
from tests.house.house import modules
from tests.shipped import WORDS as SHIPPED

modules()
TEMPLATES = [
    ROOT / "docs" / name
    for name in ("privacy-policy-template.md", "data-protection-assessment-template.md")
]


def row_of(name: str, declared: PersonalData) -> str:
    days = declared.keep.days
    time = {1: "a day", 365: "a year"}.get(days, f"{days} days")
    return f"| `{name}` | {SHIPPED.texts.say(declared.why, FALLBACK)} | {time} |"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_every_declaration_is_told_and_no_other(template: Path) -> None:
    told = [
        line for line in template.read_text(encoding="utf-8").splitlines() if line.startswith("| `")
    ]
    assert sorted(told) == sorted(row_of(*each) for each in personal_tables().items())
