"""Real files for every test: a migrated template is made once and copied."""

import asyncio
import shutil
from collections.abc import AsyncGenerator, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.keyring import Keyring
from bot.storage.database import Database
from bot.storage.schema import prepare
from tests.fakes import FakeClock, StandInDiscord

KEY = b"k" * 32


def address(path: Path) -> str:
    """The file as SQLAlchemy names it."""
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture(scope="session")
def keyring() -> Keyring:
    return Keyring([KEY])


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, keyring: Keyring) -> Path:
    """A migrated, empty database, closed."""
    path = tmp_path_factory.mktemp("template") / "hearth.db"

    async def make() -> None:
        database = Database(address(path), keyring)
        await prepare(database, keyring)
        await database.close()

    asyncio.run(make())
    return path


@pytest.fixture
def database_file(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(template, tmp_path / "hearth.db"))


@pytest.fixture
async def open_database(keyring: Keyring) -> AsyncGenerator[Callable[..., Database]]:
    """Opens a file as one process would; everything opened is closed at the end."""
    opened: list[Database] = []

    def open_one(path: Path, busy: timedelta = timedelta(seconds=5)) -> Database:
        opened.append(Database(address(path), keyring, busy))
        return opened[-1]

    yield open_one
    for database in opened:
        await database.close()


@pytest.fixture
def database(open_database: Callable[..., Database], database_file: Path) -> Database:
    return open_database(database_file)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def discord(clock: FakeClock) -> StandInDiscord:
    return StandInDiscord(clock)
