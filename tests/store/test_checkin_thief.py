"""A thief with the database, its journal and every member's id tries to say who answered what.

With the key of the check-in the same thief names everybody: so the attack can succeed, and what
holds it off is the key alone. After the close there is no key any more, not even for a thief who
copied the database while it was open.
"""

import random
import secrets
import shutil
import sqlite3
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bot.ids import UserId
from bot.storage.database import Database
from cogs.checkins.domain import LEVELS, Answer
from cogs.checkins.keys import KEY_BYTES, Key
from tests.fakes import FakeClock
from tests.store.checkin_room import HERE, PEOPLE, Room, furnish

ROUNDS = 30


@pytest.fixture
async def room(database: Database, clock: FakeClock, tmp_path: Path) -> Room:
    return await furnish(database, clock, tmp_path / "keys")


def stolen(database: Path, number: int) -> list[tuple[bytes, bytes]]:
    """The rows of a check-in, as a copy of the file with its journal gives them."""
    with sqlite3.connect(database) as connection:
        asked = "SELECT token, body FROM checkin_answer WHERE checkin_id = ?"
        found = list(connection.execute(asked, (number,)))
    connection.close()
    return found


def opened(key: Key, rows: list[tuple[bytes, bytes]]) -> dict[UserId, Answer]:
    """Every member is tried against every row."""
    by_token = dict(rows)
    found: dict[UserId, Answer] = {}
    for who in PEOPLE:
        sealed = by_token.get(key.token(who))
        said = key.open(key.token(who), sealed) if sealed else None
        if said is not None:
            found[who] = said
    return found


def guessed(rows: list[tuple[bytes, bytes]], said: list[int]) -> list[int]:
    """Without the key: the rows in their order, by length and by their bytes, for whatever helps.

    The thief is even told how often each answer was given, and deals them out by what rows show.
    """
    order = sorted(range(len(rows)), key=lambda place: (len(rows[place][1]), rows[place]))
    return [sorted(said)[order.index(place)] for place in range(len(rows))]


async def test_with_the_key_everybody_is_named_and_without_it_nobody_is(
    room: Room, clock: FakeClock, database_file: Path, tmp_path: Path
) -> None:
    dice, right, chance = random.Random(11), 0, 0.0  # noqa: S311 - the same deal every time
    copy = tmp_path / "copy"
    copy.mkdir()
    for day in range(ROUNDS):
        checkin = await room.checkins.open(room.schedule, date(2026, 3, 1 + day))
        said = [dice.choice(LEVELS) for _ in PEOPLE]
        for who, level in zip(PEOPLE, said, strict=True):
            await room.checkins.answer(HERE, checkin.id, who, level)
        rows = stolen(database_file, checkin.id)
        key = room.keys.get(checkin.id)
        assert key is not None
        assert opened(key, rows) == {
            who: Answer(level) for who, level in zip(PEOPLE, said, strict=True)
        }
        assert opened(Key(secrets.token_bytes(KEY_BYTES)), rows) == {}
        truth = [opened(key, [row]) for row in rows]
        levels = [next(iter(each.values())).level for each in truth]
        right += sum(a == b for a, b in zip(guessed(rows, said), levels, strict=True))
        chance += sum(count * count for count in Counter(said).values()) / len(said)
        for part in database_file.parent.glob("hearth.db*"):
            shutil.copy(part, copy / part.name)
        clock.advance(hours=3)
        await room.checkins.work()
        assert room.keys.get(checkin.id) is None
        assert stolen(database_file, checkin.id) == []
        # Who copied the file in time has sealed rows, and nowhere the key to them.
        assert not holding(tmp_path, key.secret)
    count = ROUNDS * len(PEOPLE)
    spread = 2.58 * (count * 0.25) ** 0.5  # 99 of 100 blind guessers lie within
    assert abs(right - chance) < spread


def holding(folder: Path, secret: bytes) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if secret in path.read_bytes()]
