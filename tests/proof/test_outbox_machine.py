"""The long form: hundreds of stories of the outbox, killed between any two steps."""

import asyncio
from pathlib import Path

from bot.keyring import Keyring
from bot.storage.database import Database
from bot.storage.schema import prepare
from tests.store.conftest import KEY, address
from tests.store.test_outbox_machine import try_out

EXAMPLES = 300


def test_in_hundreds_of_stories_nothing_is_doubled_or_lost(tmp_path: Path) -> None:
    keyring, file = Keyring([KEY]), tmp_path / "template.db"

    async def make() -> None:
        database = Database(address(file), keyring)
        await prepare(database, keyring)
        await database.close()

    asyncio.run(make())
    try_out(file, EXAMPLES)
