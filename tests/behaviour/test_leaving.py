"""Leaving, a year of silence, and a community that removed the bot: each starts its clock."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

import pytest
import pytest_asyncio
from sqlalchemy import insert

from bot.ids import GuildId, MessageId, Tag, UserId
from bot.services.departures import Departures, leaves_a_trace
from bot.services.privacy import Retention
from bot.storage.database import StorageDown
from bot.storage.presence import Presence
from bot.storage.signposts import SignpostRow
from cogs.sharing import mine, public, writing
from tests.behaviour.line_desk import card_of
from tests.behaviour.me_desk import fill, me, place, press, user, wishes
from tests.behaviour.session_room import enter, opened, posts, room
from tests.behaviour.share_desk import open_sharing, share
from tests.behaviour.test_erasing_me import of_tag
from tests.sick import read_only
from tests.world import World, open_world, texts_of

DAY = 24 * 3600


@pytest_asyncio.fixture
async def seen(tmp_path: Path) -> AsyncGenerator[World]:
    """A world with the members intent."""
    async with open_world(tmp_path, HEARTH_MEMBERS="on") as opened:
        await opened.set_up()
        yield opened


async def leave(world: World, who: str) -> None:
    world.env.backend.remove_member(world.guild.id, world.people[who].id)
    await world.env.settle()


async def pass_days(world: World, days: int) -> None:
    """Days at one go, and the night after them."""
    await world.env.advance_time(days * DAY)
    await world.bot.beat()


async def hundreds_come_and_go_at_once(seen: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are written together, and what cannot be written is tried again."""
    departures, guild = seen.bot.feature(Departures), GuildId(seen.guild.id)
    database, write, written = seen.bot.database, seen.bot.database.write, list[int]()
    with monkeypatch.context() as counted:
        counted.setattr(database, "write", lambda: written.append(1) or write())
        gone = (departures.left(guild, UserId(10**17 + each)) for each in range(400))
        await asyncio.gather(*gone)
        assert len(written) <= 2
        back = (departures.back(guild, UserId(10**17 + each)) for each in range(399))
        await asyncio.gather(*back)
        assert len(written) <= 4
    async with read_only(database, Path()):
        with pytest.raises(StorageDown):
            await departures.back(guild, UserId(10**17 + 399))
    await seen.bot.beat()
    tomorrow, never = seen.clock.now() + timedelta(1), datetime(1970, 1, 1, tzinfo=UTC)
    async with database.read() as tx:
        assert await Presence(tx).over(tomorrow, never) == {}


async def test_whoever_leaves_is_gone_after_a_month_and_whoever_returns_is_not(
    seen: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await hundreds_come_and_go_at_once(seen, monkeypatch)
    for who in ("june", "sol"):
        await fill(seen, await me(seen, who), "me:zone", who, zone="London")
        await leave(seen, who)
    await pass_days(seen, 20)
    assert of_tag(seen, "june") == {"person": 1, "presence": 1}
    seen.people["sol"] = seen.guild.add_member(seen.users["sol"])
    await seen.env.settle()
    await seen.restart()
    await pass_days(seen, 12)
    assert of_tag(seen, "june") == {}
    assert (await wishes(seen, "sol")).zone == "Europe/London"


async def test_a_host_who_leaves_while_the_room_is_open_leaves_nobody_behind(seen: World) -> None:
    """Nobody asks them: those inside read that they may go on, other hosts are asked, once."""
    await opened(seen, "june", "sol")
    await enter(seen, "hana")
    panel = card_of(await press(seen, posts(seen, room(seen))[0], "sessions:host", "hana"))
    await press(seen, panel, "sessions:start", "hana")
    await seen.later(6 * 60)
    for _ in range(2):
        await leave(seen, "hana")
        await seen.bot.beat()
        inside = [texts_of(each) for each in posts(seen, room(seen))]
        assert sum("Other hosts are asked" in each for each in inside) == 1
        asked = [texts_of(each) for each in posts(seen, seen.rooms["staff"])]
        assert sum("goes on without a host" in each for each in asked) == 1
        assert f"<@{seen.users['hana'].id}>" not in "".join(asked)
        seen.people["hana"] = seen.guild.add_member(seen.users["hana"])
        await seen.env.settle()


async def test_a_year_without_use_and_a_month_more_is_the_end(world: World) -> None:
    await fill(world, await me(world), "me:zone", zone="London")
    await world.bot.beat()
    assert of_tag(world, "june") == {"person": 1, "presence": 1}
    await world.env.advance_time(364 * DAY)
    await me(world)
    await world.bot.beat()
    await world.env.advance_time(370 * DAY)
    await world.bot.feature(Departures).sweep()
    assert of_tag(world, "june")["presence"] == 1
    await world.env.advance_time(60 * DAY)
    await world.bot.feature(Departures).sweep()
    assert of_tag(world, "june") == {}


async def test_sharing_leaves_no_trace_of_who_was_here(world: World) -> None:
    await open_sharing(world)
    await share(world)
    await world.bot.beat()
    assert "presence" not in of_tag(world, "june")
    for part in (mine, public, writing):
        assert not [each for each in part.ROUTES if leaves_a_trace(each.address)]


async def test_a_community_that_removed_the_bot_while_it_was_away_starts_its_clock(
    world: World,
) -> None:
    gone = GuildId(424242)
    await world.bot.people.meet(gone)
    await world.bot.people.wish(gone, user(world, "june"), zone="Europe/London")
    await world.restart()
    await pass_days(world, 29)
    assert (await world.bot.people.wishes(gone, user(world, "june"))).zone
    await pass_days(world, 3)
    assert not (await world.bot.people.wishes(gone, user(world, "june"))).zone
    assert await world.bot.people.wishes(place(world), user(world, "june")) is not None


async def test_the_night_deletes_much_and_nobody_waits(world: World) -> None:
    rows, old = 8_000, datetime(2020, 1, 1, tzinfo=UTC)
    people, guild = world.bot.people, place(world)
    made = [
        {
            "guild_id": guild,
            "tag": Tag(number.to_bytes(16, "big")),
            "level": "high",
            "category": "x",
            "source_index": people.message_index(guild, MessageId(number)),
            "offered_at": old,
        }
        for number in range(rows)
    ]
    async with world.bot.database.write() as tx:
        await tx.execute(insert(SignpostRow), made)
    waits: list[float] = []
    night = asyncio.create_task(Retention(world.bot.database, world.bot.clock).sweep())
    while not night.done():
        began = perf_counter()
        await people.wish(guild, UserId(world.people["june"].id), zone="Europe/London")
        waits.append(perf_counter() - began)
    assert night.result() >= rows
    assert len(waits) > 3
    assert max(waits) < 1


async def test_a_night_that_was_killed_is_finished_by_the_next(world: World) -> None:
    for who in ("june", "sol"):
        await world.bot.people.wish(place(world), user(world, who), zone="Europe/London")
        await world.bot.feature(Departures).left(place(world), user(world, who))
    await world.env.advance_time(timedelta(days=31).total_seconds())
    night = asyncio.create_task(world.bot.feature(Departures).sweep())
    await asyncio.sleep(0)
    night.cancel()
    await world.restart()
    await world.bot.feature(Departures).sweep()
    assert of_tag(world, "june") == of_tag(world, "sol") == {}
