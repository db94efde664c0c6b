"""A community's lines: what is shown from memory, what is written through, two admins at once."""

import asyncio
import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.content.helplines import KINDS, read_helplines
from bot.content.own_lines import OwnLines, Typed
from bot.ids import GuildId
from bot.services.helplines import (
    MOST,
    CommunityLines,
    EmergencyStays,
    NoSuchLine,
    NotReady,
    Reader,
    TooManyLines,
)
from bot.services.settings import Settings
from bot.storage.database import Database, StorageDown

HERE, THERE = GuildId(40_000_000_000_000_001), GuildId(40_000_000_000_000_002)
LINES = read_helplines(Path(__file__).parents[2] / "data" / "helplines.toml")
TODAY = date(2026, 11, 25)
READER = Reader(LINES, "en", TODAY)
GOOD = Typed(
    name="Willow Line",
    phone="0800 123 456",
    country="United Kingdom",
    source="willow.example/contact",
    checked="2026-11-01",
    serves=("general",),
)


@pytest.fixture
async def lines(database: Database) -> CommunityLines:
    return CommunityLines(LINES, Settings(database))


async def shown(lines: CommunityLines, typed: Typed = GOOD) -> int:
    number = await lines.keep(HERE, typed, READER)
    await lines.show(HERE, number, READER)
    return number


def names(lines: CommunityLines, guild: GuildId | None = HERE, category: str = "general") -> list:
    return [each.name for each in lines.lines_for(guild, "GB", category)]


async def test_nobody_decided_anything_and_the_built_in_lines_show(lines: CommunityLines) -> None:
    for code in ("GB", "US", "gb", "ZZ"):
        for category in (*KINDS, "loneliness"):
            expected = LINES.lines_for(code, category)
            assert lines.lines_for(HERE, code, category) == expected
            assert lines.lines_for(None, code, category) == expected


async def test_a_draft_is_seen_by_nobody_until_it_is_shown(lines: CommunityLines) -> None:
    before = names(lines)
    number = await lines.keep(HERE, GOOD, READER)
    assert names(lines) == before
    await lines.show(HERE, number, READER)
    assert names(lines)[0] == "Willow Line"
    assert names(lines, THERE) == names(lines, None) == before
    assert "Willow Line" not in names(lines, HERE, "eating")


async def test_a_draft_with_faults_is_kept_as_typed_and_cannot_be_shown(
    lines: CommunityLines, database: Database
) -> None:
    number = await lines.keep(HERE, GOOD.model_copy(update={"phone": "call me"}), READER)
    with pytest.raises(NotReady):
        await lines.show(HERE, number, READER)
    restarted = Settings(database)
    await restarted.load()
    (draft,) = restarted.of(HERE, OwnLines).drafts
    assert draft.phone == "call me"
    assert draft.country == "GB"


async def test_a_changed_line_stays_as_it_was_until_the_new_one_is_shown(
    lines: CommunityLines,
) -> None:
    number = await shown(lines)
    await lines.keep(HERE, Typed(id=number, name="Oak Line"), READER)
    assert names(lines)[0] == "Willow Line"
    await lines.show(HERE, number, READER)
    assert names(lines)[0] == "Oak Line"
    assert lines.lines_for(HERE, "GB", "general")[0].phone == ("0800 123 456",)
    await lines.keep(HERE, Typed(id=number, name="Elm Line"), READER)
    await lines.drop_draft(HERE, number)
    await lines.show(HERE, number, READER)
    assert names(lines)[0] == "Oak Line"
    with pytest.raises(NoSuchLine):
        await lines.show(HERE, number + 1, READER)


async def test_any_line_rests_and_comes_back(lines: CommunityLines) -> None:
    number = await shown(lines)
    first = LINES.lines_for("GB", "general")[0]
    for line_id, name in ((f"own-{number}", "Willow Line"), (first.id, first.name)):
        assert name in names(lines)
        await lines.retire(HERE, line_id)
        await lines.retire(HERE, line_id)
        assert name not in names(lines)
        assert name in names(lines, THERE) or line_id.startswith("own")
        await lines.bring_back(HERE, line_id)
        assert name in names(lines)


async def test_only_a_line_of_their_own_that_rests_is_removed_and_its_number_is_never_reused(
    lines: CommunityLines,
) -> None:
    number = await shown(lines)
    with pytest.raises(NoSuchLine):
        await lines.remove(HERE, number)
    await lines.retire(HERE, f"own-{number}")
    await lines.remove(HERE, number)
    assert not [each for each in lines.listed(HERE, "GB", "general", TODAY) if each.own]
    assert await lines.keep(HERE, GOOD, READER) == number + 1


async def test_an_emergency_number_never_rests(lines: CommunityLines, database: Database) -> None:
    (urgent,) = (each for each in LINES.line if LINES.emergency_line(each))
    with pytest.raises(EmergencyStays):
        await lines.retire(HERE, urgent.id)
    # Not even where an older version had let it.
    settings = Settings(database)
    await settings.change(HERE, OwnLines, retired={urgent.id})
    served = next(kind for kind in KINDS if urgent in LINES.ranked(urgent.country, kind))
    assert urgent in CommunityLines(LINES, settings).lines_for(HERE, urgent.country, served, 99)


@pytest.mark.parametrize("line_id", ["", "own-7", "gb-nobody", "x" * 4000])
async def test_what_is_not_there_cannot_rest(lines: CommunityLines, line_id: str) -> None:
    with pytest.raises(NoSuchLine):
        await lines.retire(HERE, line_id)
    await lines.bring_back(HERE, line_id)
    assert lines.lines_for(HERE, "GB", "general") == LINES.lines_for("GB", "general")


async def test_a_category_in_which_everything_rests_is_told(lines: CommunityLines) -> None:
    assert lines.emptied(HERE, "GB") == ()
    for line in LINES.ranked("GB", "eating"):
        await lines.retire(HERE, line.id)
    assert lines.lines_for(HERE, "GB", "eating") == ()
    assert "eating" in lines.emptied(HERE, "GB")
    assert lines.emptied(THERE, "GB") == ()


async def test_two_admins_at_once_lose_nothing(lines: CommunityLines) -> None:
    some = LINES.ranked("GB", "general")[:5]
    await asyncio.gather(
        *(lines.retire(HERE, each.id) for each in some),
        *(lines.keep(HERE, GOOD.model_copy(update={"name": f"Line {n}"}), READER) for n in "abcde"),
    )
    listed = lines.listed(HERE, "GB", "general", TODAY)
    assert [each.line for each in listed if each.retired] == list(some)
    for number in range(1, 6):
        await lines.show(HERE, number, READER)
    assert len([each for each in lines.listed(HERE, "GB", "general", TODAY) if each.own]) == 5


async def test_a_community_has_so_many_lines_and_no_more(lines: CommunityLines) -> None:
    for _ in range(MOST):
        await lines.keep(HERE, GOOD, READER)
    with pytest.raises(TooManyLines):
        await lines.keep(HERE, GOOD, READER)
    assert await lines.keep(HERE, Typed(id=MOST, name="Oak Line"), READER) == MOST


async def test_own_lines_checked_long_ago_are_counted_while_they_show(
    lines: CommunityLines,
) -> None:
    number = await shown(lines, GOOD.model_copy(update={"checked": "2024-03-01"}))
    assert lines.stale_own(HERE, TODAY) == 1
    assert lines.listed(HERE, "GB", "general", TODAY)[0].stale
    await lines.retire(HERE, f"own-{number}")
    assert lines.stale_own(HERE, TODAY) == 0


async def test_lines_are_shown_while_nothing_can_be_read_or_written(
    open_database: Callable[..., Database], database_file: Path
) -> None:
    database = open_database(database_file, timedelta(milliseconds=50))
    lines = CommunityLines(LINES, Settings(database))
    await shown(lines)
    other = sqlite3.connect(database_file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageDown):
        await lines.retire(HERE, "own-1")
    assert names(lines)[0] == "Willow Line"
    other.close()
