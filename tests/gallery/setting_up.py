"""What an admin meets: the wizard, the doctor, and every part of /setup."""

import contextlib
from functools import partial
from typing import Any

from tests.gallery.visit import Visit


async def wizard(visit: Visit) -> None:
    for step in range(1, 6):
        await visit.walk("ada", partial(_step, visit, step), 9, most=8)
    done = visit.card(await _step(visit, 5))
    for way in ("setup:step:6", "setup:step:0"):
        with contextlib.suppress(AssertionError):
            await visit.press("ada", done, way)
    for command in ("doctor", "people", "features", "privacy"):
        await visit.walk_command("ada", f"setup {command}", 15, room="staff")
    await visit.walk_command("june", "home", 3)
    await visit.walk_command("ada", "setup helplines", 50, room="staff")
    await visit.walk_command("ada", "setup crisis", 50, room="staff", most=5)
    await visit.later(days=8)


async def _step(visit: Visit, number: int) -> Any:
    """The wizard at one of its five steps."""
    result = await visit.slash("ada", "setup wizard", room="staff")
    for way in range(2, number + 1):
        with contextlib.suppress(AssertionError):  # it goes on where it was left
            result = await visit.press("ada", visit.card(result), f"setup:step:{way}")
    return result


async def charter(visit: Visit) -> None:
    await visit.walk_command("ada", "setup guidelines", 120, room="staff", most=4)
    await visit.later(days=8)
    await visit.walk_command("june", "guidelines", 12)
    await visit.walk_command("june", "home", 6)
