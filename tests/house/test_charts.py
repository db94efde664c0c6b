"""The drawing library stays out of the bot: one file imports it, and nobody imports that file."""

import re

from bot.app import ROOT
from tests.house.house import SOURCES

ALONE = ROOT / "bot" / "charts" / "drawing.py"
WRITTEN = {path: path.read_text(encoding="utf-8") for path in SOURCES}


def importing(what: str) -> set[object]:
    line = re.compile(rf"^\s*(?:import|from)\s+(?:{what})", re.MULTILINE)
    return {path for path, text in WRITTEN.items() if line.search(text)}


def test_one_file_draws_and_nobody_imports_it() -> None:
    assert importing("matplotlib|numpy") == {ALONE}
    assert importing(r"bot\.charts\.drawing|bot\.charts import.*drawing") == set()


def test_the_drawing_file_knows_nothing_of_the_bot() -> None:
    assert ALONE not in importing(r"bot\b|cogs\b")
    assert importing(r"bot\b")
