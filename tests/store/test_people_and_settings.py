"""What people asked for and communities decided: kept, sealed, and noticed by other processes."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.ids import ChannelId, GuildId, MessageId, UserId
from bot.sections import CommunitySettings, Section
from bot.services.people import People, Wishes
from bot.services.settings import Settings
from bot.storage.audit import Act, AuditLines
from bot.storage.case_files import CaseFiles
from bot.storage.cases import NewCase, Place
from bot.storage.database import Database, StorageDown
from bot.storage.outbox import Order, OutboxEntries
from bot.storage.people import Waiting, WaitingCards
from tests.fakes import START, FakeClock
from tests.traces import find_traces

HERE, THERE = GuildId(40_000_000_000_000_001), GuildId(40_000_000_000_000_002)
ANNA, BEN = UserId(80_351_110_224_678_912), UserId(91_462_221_335_789_023)
ROOM, SAID = ChannelId(102_573_332_446_890_134), MessageId(1_113_684_443_557_901_245)
WORDS = "my dog Biscuit was run over"


class Colours(Section):
    """A second section, so that two features meet in one table."""

    section = "colours"

    wall: str = "white"


@pytest.fixture
async def people(database: Database, clock: FakeClock) -> People:
    met = People(database, clock)
    await met.meet(HERE)
    await met.meet(THERE)
    return met


@pytest.fixture
async def two(
    open_database: Callable[..., Database], database_file: Path
) -> tuple[Settings, Settings]:
    """The settings of two processes over one file."""
    both = Settings(open_database(database_file)), Settings(open_database(database_file))
    for each in both:
        await each.load()
    return both


async def test_settings_nobody_changed_are_the_defaults(two: tuple[Settings, Settings]) -> None:
    assert two[0].of(HERE, CommunitySettings) == CommunitySettings()


async def test_a_change_is_seen_at_once_and_after_a_restart(
    two: tuple[Settings, Settings], database: Database
) -> None:
    changed = await two[0].change(HERE, CommunitySettings, staff_channel=ROOM, zone="Asia/Tokyo")
    assert (changed.staff_channel, changed.zone) == (ROOM, "Asia/Tokyo")
    assert two[0].of(HERE, CommunitySettings) is changed
    assert two[0].of(THERE, CommunitySettings) == CommunitySettings()
    restarted = Settings(database)
    await restarted.load()
    assert restarted.of(HERE, CommunitySettings) == changed


async def test_a_second_process_notices_a_change_when_it_refreshes(
    two: tuple[Settings, Settings],
) -> None:
    one, other = two
    await one.change(HERE, Colours, wall="green")
    assert other.of(HERE, Colours).wall == "white"
    await other.refresh()
    assert other.of(HERE, Colours).wall == "green"


async def test_a_change_of_ones_own_does_not_hide_a_change_of_another_process(
    two: tuple[Settings, Settings],
) -> None:
    one, other = two
    await one.change(HERE, CommunitySettings, zone="Asia/Tokyo")
    await other.change(HERE, Colours, wall="green")
    await other.refresh()
    assert other.of(HERE, CommunitySettings).zone == "Asia/Tokyo"


async def test_two_changes_at_once_are_both_kept(two: tuple[Settings, Settings]) -> None:
    one, other = two
    await asyncio.gather(
        one.change(HERE, CommunitySettings, zone="Asia/Tokyo"),
        one.change(HERE, CommunitySettings, country="JP"),
        other.change(HERE, CommunitySettings, staff_channel=ROOM),
    )
    for each in two:
        await each.refresh()
        kept = each.of(HERE, CommunitySettings)
        assert (kept.zone, kept.country, kept.staff_channel) == ("Asia/Tokyo", "JP", ROOM)


async def test_a_value_that_does_not_fit_changes_nothing(two: tuple[Settings, Settings]) -> None:
    with pytest.raises(ValidationError):
        await two[0].change(HERE, CommunitySettings, staff_channel="the kitchen")
    await two[1].load()
    for each in two:
        assert each.of(HERE, CommunitySettings) == CommunitySettings()


async def test_a_change_that_cannot_be_written_changes_nothing(
    open_database: Callable[..., Database], database_file: Path
) -> None:
    settings = Settings(open_database(database_file, timedelta(milliseconds=50)))
    await settings.load()
    other = sqlite3.connect(database_file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageDown):
        await settings.change(HERE, Colours, wall="green")
    other.close()
    assert settings.of(HERE, Colours).wall == "white"


async def test_a_document_of_another_version_falls_back_to_the_defaults_without_its_words(
    two: tuple[Settings, Settings], caplog: pytest.LogCaptureFixture
) -> None:
    class ColoursOnce(Section):
        section = "colours"

        wall: tuple[str, ...] = ()
        gone: str = ""

    await two[0].change(HERE, ColoursOnce, wall=(WORDS,), gone=WORDS)
    await two[1].refresh()
    with caplog.at_level(logging.ERROR):
        assert two[1].of(HERE, Colours) == Colours()
    assert [record.message for record in caplog.records] == ["settings.unreadable"]
    assert WORDS not in str([vars(record) for record in caplog.records])


async def test_a_field_that_is_no_more_is_ignored(two: tuple[Settings, Settings]) -> None:
    class ColoursOnce(Section):
        section = "colours"

        wall: str = "white"
        floor: str = "oak"

    await two[0].change(HERE, ColoursOnce, wall="green", floor="elm")
    await two[1].refresh()
    assert two[1].of(HERE, Colours) == Colours(wall="green")


async def test_forgotten_settings_are_the_defaults_again(two: tuple[Settings, Settings]) -> None:
    await two[0].change(HERE, Colours, wall="green")
    await two[0].change(THERE, Colours, wall="blue")
    two[0].forget(HERE)
    assert two[0].of(HERE, Colours).wall == "white"
    assert two[0].of(THERE, Colours).wall == "blue"


async def test_wishes_come_back_as_they_were_said(people: People) -> None:
    assert await people.wishes(HERE, ANNA) == Wishes()
    said = {
        "country": "DE",
        "locale": "de",
        "zone": "Europe/Berlin",
        "quiet_from": time(22, 30),
        "quiet_to": time(7),
        "direct_messages": True,
        "private_thread": ROOM,
        "away_until": datetime(2026, 4, 1, tzinfo=UTC),
        "hushed": {"grief": datetime(2026, 5, 1, tzinfo=UTC)},
    }
    await people.wish(HERE, ANNA, **said)
    assert await people.wishes(HERE, ANNA) == Wishes.model_validate(said)
    await people.wish(HERE, ANNA, locale="en")
    assert await people.wishes(HERE, ANNA) == Wishes.model_validate({**said, "locale": "en"})
    assert await people.wishes(HERE, BEN) == await people.wishes(THERE, ANNA) == Wishes()


async def test_two_wishes_at_once_are_both_kept(people: People) -> None:
    await asyncio.gather(
        people.wish(HERE, ANNA, country="DE"), people.wish(HERE, ANNA, locale="de")
    )
    found = await people.wishes(HERE, ANNA)
    assert (found.country, found.locale) == ("DE", "de")


async def test_a_tag_is_one_per_community_and_survives_a_restart(
    people: People, database: Database, clock: FakeClock
) -> None:
    tags = {people.tag(guild, user) for guild in (HERE, THERE) for user in (ANNA, BEN)}
    assert len(tags) == 4
    assert {len(tag) for tag in tags} == {16}
    restarted = People(database, clock)
    await restarted.load()
    await restarted.meet(HERE)
    assert restarted.tag(HERE, ANNA) == people.tag(HERE, ANNA)
    assert restarted.message_index(HERE, SAID) != restarted.message_index(THERE, SAID)


async def test_a_database_in_use_shows_no_id_and_no_word(
    people: People, database: Database, tmp_path: Path
) -> None:
    tag = people.tag(HERE, ANNA)
    await people.wish(HERE, ANNA, private_thread=ROOM, country="DE", zone="Africa/Ouagadougou")
    settings = Settings(database)
    await settings.change(HERE, Colours, wall=WORDS)
    await settings.change(HERE, CommunitySettings, staff_channel=ROOM)
    index = people.message_index(HERE, SAID)
    case = NewCase(
        guild=HERE, kind="alert", tag=tag, person=ANNA, place=Place(ROOM, SAID),
        source_index=index, level="high", category="grief", rules=("grief.7",),
        excerpt=WORDS, reached="shown", at=START,
    )  # fmt: skip
    async with database.write() as tx:
        await CaseFiles(tx).add(case)
        await AuditLines(tx).add(HERE, Act(START, people.tag(HERE, BEN), "cases.opened", "case 1"))
        card = Waiting(0, "cases:note", {"person": ANNA, "message": SAID})
        await WaitingCards(tx).put((HERE, tag), f"waiting:{index.hex()}", card, START)
        entries = OutboxEntries(tx)
        ids = {"person": ANNA, "message": SAID}
        await entries.put(Order(f"cases:alert:{index.hex()}", "cases:alert", HERE, START, ids))
        (entry,) = await entries.claim(START, 1)
        await entries.sent(entry, ROOM, SAID)
    ids = (ANNA, BEN, ROOM, SAID)
    words = ("Biscuit", "run over", "Ouagadougou")
    assert find_traces(tmp_path, ids, words) == []  # also in the write-ahead log
    await database.close()
    assert find_traces(tmp_path, ids, words) == []
    assert find_traces(tmp_path, [HERE], []) != []  # communities are no secret: the search works
