"""What `/setup doctor` says of the daily copies of the database."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.storage.backups import found_in
from bot.ui.checkup import Examiner, Finding, unwell, well
from bot.ui.house import Voice

OLD = timedelta(days=2)  # one night may fail; after two somebody has to look


def age_of_copies(folder: Path, clock: Clock) -> Examiner:
    """Looks when the last copy in a folder was made."""

    async def look(_: Any, voice: Voice) -> Iterable[Finding]:
        found = await asyncio.to_thread(found_in, folder)
        if not found:
            return [unwell(voice("house.doctor-no-copy"))]
        newest = max(each.made_at for each in found)
        when = f"<t:{int(newest.timestamp())}:R>"
        if clock.now() - newest > OLD:
            return [unwell(voice("house.doctor-old-copy", when=when))]
        return [well(voice("house.doctor-copy", when=when))]

    return look
