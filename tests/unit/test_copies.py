"""The doctor tells how old the last copy is, and that there is none."""

from pathlib import Path
from typing import Any

from bot.keyring import Keyring
from bot.process.copies import age_of_copies
from bot.storage.backups import make
from bot.storage.database import Database
from bot.storage.schema import prepare
from bot.ui.checkup import Finding
from bot.ui.house import Voice
from tests.fakes import FakeClock
from tests.shipped import WORDS
from tests.world import KEY

TEXTS = WORDS.texts


async def test_none_new_and_old(tmp_path: Path) -> None:
    keyring, clock = Keyring([KEY]), FakeClock()
    file, folder = tmp_path / "hearth.db", tmp_path / "backups"
    database = Database(f"sqlite+aiosqlite:///{file}", keyring)
    await prepare(database, keyring)
    await database.close()
    nowhere: Any = None

    async def look() -> Finding:
        (found,) = await age_of_copies(folder, clock)(nowhere, Voice(TEXTS, "en"))
        return found

    none = await look()
    assert not none.well
    assert "no copy" in none.sentence
    folder.mkdir()
    made = make(file, keyring, folder, clock.now())
    new = await look()
    assert new.well
    assert f"<t:{int(made.made_at.timestamp())}:R>" in new.sentence
    clock.advance(days=2, minutes=1)
    old = await look()
    assert not old.well
    assert "full disk" in old.sentence
