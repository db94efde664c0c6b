"""Database locked or broken, Discord refusing: help goes on, and staff are told."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.ids import GuildId, UserId
from bot.storage.database import StorageDown
from bot.ui.courier import Post
from tests.world import World, button, texts_of

PLAIN = "i want to kill myself tonight"


def database_of(world: World) -> Path:
    file = world.config.database_file
    assert file is not None
    return file


def bot_posts(world: World, room: str) -> list[str]:
    return [texts_of(m) for m in world.rooms[room].history() if m.author == world.bot.user]


async def break_database(world: World) -> None:
    """Every table disappears under the running bot, as with a damaged file."""
    with sqlite3.connect(database_of(world)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        rows = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        for (name,) in rows.fetchall():
            connection.execute(f"DROP TABLE {name}")


async def test_with_a_broken_database_the_person_is_helped_and_staff_are_told(world: World) -> None:
    await break_database(world)
    lounge, june = world.rooms["lounge"], world.people["june"]
    await june.send(lounge, PLAIN)
    line = lounge.last_message
    assert "only for you" in texts_of(line)
    result = await june.click(line, custom_id=button(line, "more:open"))
    assert "999" in texts_of(result.response.message)
    told = bot_posts(world, "staff")
    assert len(told) == 1
    assert "nothing was kept" in told[0]
    assert PLAIN not in told[0]


async def test_a_locked_database_does_not_hold_the_line_back(world: World) -> None:
    lounge, june = world.rooms["lounge"], world.people["june"]
    lock = sqlite3.connect(database_of(world), isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    try:
        sending = asyncio.ensure_future(june.send(lounge, PLAIN))
        for _ in range(40):
            await asyncio.sleep(0.05)
            if len(lounge.history()) > 1:
                break
        assert "only for you" in texts_of(lounge.last_message)
    finally:
        lock.execute("ROLLBACK")
        lock.close()
    await sending
    assert any("Case 1" in text for text in bot_posts(world, "staff"))


@pytest.mark.parametrize("status", [403, 404])
async def test_a_channel_in_which_the_bot_may_not_post_is_told_to_staff(
    world: World, status: int
) -> None:
    lounge = world.rooms["lounge"]
    world.env.inject_error("POST", f"/channels/{lounge.id}/messages", status=status)
    await world.people["june"].send(lounge, PLAIN)
    (told,) = bot_posts(world, "staff")
    assert "Case 1" in told


async def test_an_alert_that_discord_failed_to_take_is_sent_when_it_is_back(world: World) -> None:
    staff = world.rooms["staff"]
    world.env.inject_error("POST", f"/channels/{staff.id}/messages", status=503)
    await world.people["june"].send(world.rooms["lounge"], PLAIN)
    await world.later(60)
    assert len([t for t in bot_posts(world, "staff") if "Case 1" in t]) == 1


async def test_after_a_gap_staff_are_told_and_what_was_said_meanwhile_is_read_once(
    world: World,
) -> None:
    await world.later(30)
    lounge = world.rooms["lounge"]
    hears = world.bot.router.raw
    world.bot.router.raw = lambda _frame: None  # the bot is cut off: nothing reaches it
    await world.people["june"].send(lounge, PLAIN)
    world.bot.router.raw = hears
    await world.env.advance_time(600)
    await world.restart()
    await world.bot.beat()
    posts = bot_posts(world, "staff")
    assert any("I was away" in text for text in posts)
    assert len([text for text in posts if "Case 1" in text]) == 1
    assert "only for you" in texts_of(lounge.last_message)
    await world.restart()
    assert len([t for t in bot_posts(world, "staff") if "I was away" in t]) == 1


async def test_the_same_event_delivered_twice_is_answered_once(world: World) -> None:
    lounge = world.rooms["lounge"]
    said = await world.people["june"].send(lounge, PLAIN)
    before = len(lounge.history())
    await world.bot.router.message(said)
    await world.env.settle()
    assert len(lounge.history()) == before


async def test_wishes_are_kept_while_the_database_is_well(world: World) -> None:
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    await world.bot.people.wish(guild, june, country="IE")
    await world.restart()
    assert (await world.bot.people.wishes(guild, june)).country == "IE"


async def test_an_alert_that_could_not_be_drawn_while_the_database_was_away_comes_later(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = world.bot.courier._drawers["cases:alert"]  # noqa: SLF001 - the one seam that fails here

    async def away(_parcel: object) -> Post:
        raise StorageDown("locked")

    monkeypatch.setitem(world.bot.courier._drawers, "cases:alert", away)  # noqa: SLF001 - as above
    await world.people["june"].send(world.rooms["lounge"], PLAIN)
    assert bot_posts(world, "staff") == []
    monkeypatch.setitem(world.bot.courier._drawers, "cases:alert", draw)  # noqa: SLF001 - as above
    await world.later(600)
    assert len([t for t in bot_posts(world, "staff") if "sounds like danger" in t]) == 1
