"""Who said what in a check-in: somebody with the database, its journal and the logs tries to tell.

The same afternoon is lived twice: the same people press at the same moments and do other things
that leave their tag, but who of them said what is dealt out anew. Whatever differs between the
two could tell; nothing may differ but what is sealed under the key of the check-in.
"""

import logging
import random
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.ids import UserId
from bot.storage.cases import NewCase
from bot.storage.database import Database
from cogs.checkins.domain import LEVELS, RATHER_NOT, Answer
from cogs.checkins.keys import Key
from tests.fakes import FakeClock
from tests.store.checkin_room import HERE, PEOPLE, Room, furnish
from tests.traces import find_traces

WORDS = "a sentence that nobody else wrote"


@pytest.fixture
async def room(database: Database, clock: FakeClock, tmp_path: Path) -> Room:
    return await furnish(database, clock, tmp_path / "keys")


def rows(path: Path) -> dict[str, list[Any]]:
    """Every row of every table, as SQLite keeps them, without what is sealed."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type='table'")
        ]
        found = {name: list(connection.execute(f"SELECT * FROM {name}")) for name in names}  # noqa: S608
    connection.close()
    return {
        name: [[len(v) if isinstance(v, bytes) and len(v) > 16 else v for v in row] for row in each]
        for name, each in found.items()
    }


def pages(path: Path, sealed: Sequence[bytes]) -> list[tuple[int, bytes]]:
    """What the journal holds, page after page in the order of writing, without what was sealed."""
    journal = path.with_name(path.name + "-wal").read_bytes()
    size = int.from_bytes(journal[8:12], "big")
    found: list[tuple[int, bytes]] = []
    for at in range(32, len(journal), 24 + size):
        page = journal[at + 24 : at + 24 + size]
        for each in sealed:
            page = page.replace(each, bytes(len(each)))
        found.append((int.from_bytes(journal[at : at + 4], "big"), page))
    return found


@dataclass
class Left:
    """What an afternoon left behind, while it was open and after it had closed."""

    rows: list[dict[str, list[Any]]]
    pages: list[list[tuple[int, bytes]]]
    log: list[str]
    sealed: list[bytes]


async def afternoon(
    path: Path, open_one: Callable[..., Database], said: Sequence[int], patch: pytest.MonkeyPatch
) -> Left:
    """The same people, presses and moments; only who said what differs."""
    dice, sealed = random.Random(7), list[bytes]()  # noqa: S311 - the same dice twice, on purpose
    patch.setattr(secrets, "token_bytes", dice.randbytes)
    seal = Key.seal

    def sealing(key: Key, token: bytes, mine: Answer) -> bytes:
        sealed.append(seal(key, token, mine))
        return sealed[-1]

    patch.setattr(Key, "seal", sealing)
    clock, database = FakeClock(), open_one(path)
    room = await furnish(database, clock, path.parent / "keys")
    checkin = await room.checkins.open(room.schedule, date(2026, 3, 1))
    for who, level in zip(PEOPLE, said, strict=True):
        await room.checkins.answer(HERE, checkin.id, who, RATHER_NOT)
        clock.advance(seconds=7)
        await room.checkins.answer(HERE, checkin.id, who, level)
        await room.people.wish(HERE, who, country="GB")
        await room.cases.open(reach_out(room, who, clock))
    left = Left([rows(path)], [pages(path, sealed)], [], sealed)
    clock.advance(hours=2)
    await room.checkins.work()
    left.rows.append(rows(path))
    left.pages.append(pages(path, sealed))
    assert room.keys.numbers() == set()
    return left


def reach_out(room: Room, who: UserId, clock: FakeClock) -> NewCase:
    """Somebody asks for a human right after their answer: a row with their tag, and the moment."""
    return NewCase(
        guild=HERE,
        kind="reach_out",
        tag=room.people.tag(HERE, who),
        person=who,
        place=None,
        source_index=None,
        level="concern",
        category="check_in",
        rules=(),
        excerpt=None,
        reached="asked",
        at=clock.now(),
    )


@pytest.fixture
def quiet_log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG, logger="hearth")
    return caplog


def copied(template: Path, folder: Path) -> Path:
    folder.mkdir()
    return Path(shutil.copy(template, folder / "hearth.db"))


async def test_who_said_what_leaves_no_difference_while_it_is_open_and_none_after(
    template: Path,
    tmp_path: Path,
    open_database: Callable[..., Database],
    quiet_log: pytest.LogCaptureFixture,
) -> None:
    said = [5, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1, RATHER_NOT]
    lived: list[Left] = []
    for place, dealt in enumerate((said, said[::-1], said[5:] + said[:5])):
        path = copied(template, tmp_path / str(place))
        quiet_log.clear()
        with pytest.MonkeyPatch.context() as patch:
            left = await afternoon(path, open_database, dealt, patch)
        left.log += [record.getMessage() for record in quiet_log.records]
        lived.append(left)
    first = lived[0]
    assert len(first.pages[0]) > 20
    assert len(set(map(len, first.sealed))) == 1
    for other in lived[1:]:
        assert other.sealed != first.sealed
        assert other.rows == first.rows
        assert other.pages == first.pages
        assert other.log == first.log
    answers = first.rows[0]["checkin_answer"]
    assert len(answers) == len(PEOPLE)
    assert first.rows[1]["checkin_answer"] == []


async def test_rows_of_answers_have_no_order_of_coming(room: Room, database_file: Path) -> None:
    checkin = await room.checkins.open(room.schedule, date(2026, 3, 1))
    for who in PEOPLE:
        await room.checkins.answer(HERE, checkin.id, who, 3)
    with sqlite3.connect(database_file) as connection:
        tokens = [row[0] for row in connection.execute("SELECT token FROM checkin_answer")]
        with pytest.raises(sqlite3.OperationalError, match="rowid"):
            connection.execute("SELECT rowid FROM checkin_answer")
    connection.close()
    assert tokens == sorted(tokens)


async def test_neither_people_nor_answers_nor_words_nor_the_key_are_found_in_any_file(
    room: Room, database: Database, database_file: Path, tmp_path: Path, clock: FakeClock
) -> None:
    checkin = await room.checkins.open(room.schedule, date(2026, 3, 1))
    for who in PEOPLE:
        await room.checkins.answer(HERE, checkin.id, who, 3)
        await room.checkins.say(HERE, checkin.id, who, WORDS)
    key = room.keys.get(checkin.id)
    assert key is not None
    assert find_traces(database_file.parent, PEOPLE, [WORDS]) == []
    assert holding(tmp_path, key.secret) == [f"{checkin.id}.key"]
    clock.advance(hours=2)
    await room.checkins.work()
    assert holding(tmp_path, key.secret) == []
    assert find_traces(database_file.parent, PEOPLE, [WORDS]) == []


def holding(folder: Path, secret: bytes) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if secret in path.read_bytes()]


def test_a_token_says_nothing_without_its_key_and_a_row_moved_does_not_open() -> None:
    one, two = (Key(secrets.token_bytes(32)) for _ in range(2))
    june, sol = PEOPLE[:2]
    assert one.token(june) == one.token(june)
    assert len({key.token(who) for key in (one, two) for who in (june, sol)}) == 4
    mine = Answer(2, "\ud83d \U0001f600 é\n" * 50)
    sealed = one.seal(one.token(june), mine)
    assert one.open(one.token(june), sealed) == mine
    assert one.open(one.token(sol), sealed) is None
    assert two.open(two.token(june), sealed) is None
    assert one.seal(one.token(june), mine) != sealed
    longest = Answer(1, "\0" * 1000)
    assert len(one.seal(b"t", longest)) == len(one.seal(b"t", Answer(None, "x")))
    assert len({len(one.seal(b"t", Answer(level))) for level in (*LEVELS, RATHER_NOT, None)}) == 1
    assert "…" in repr(one)
