"""A world for each test, set up as a finished wizard leaves it."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest_asyncio

from tests.world import World, open_world


@pytest_asyncio.fixture
async def world(tmp_path: Path) -> AsyncGenerator[World]:
    async with open_world(tmp_path) as opened:
        await opened.set_up()
        yield opened
