"""The database falls ill under the running bot: help goes on, staff are told, and it gets well."""

import logging
from contextlib import AbstractAsyncContextManager
from typing import Any

import discord
import pytest

from bot.ids import GuildId, UserId
from tests.sick import ILLNESSES
from tests.world import World, button, texts_of

PLAIN = "i want to kill myself tonight"
MILDER = "i want to die"


def sick(world: World, illness: str) -> AbstractAsyncContextManager[None]:
    file = world.config.database_file
    assert file is not None
    return ILLNESSES[illness](world.bot.database, file)


def told(world: World) -> list[discord.Message]:
    """What the bot has said to staff, oldest first."""
    mine = [m for m in world.rooms["staff"].history() if m.author == world.bot.user]
    return sorted(mine, key=lambda message: message.id)


async def press(world: World, who: str, message: Any, address: str) -> Any:
    return await world.people[who].click(message, custom_id=button(message, address))


@pytest.mark.parametrize("illness", ILLNESSES)
async def test_help_goes_on_staff_are_told_and_afterwards_all_is_well(
    world: World, illness: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.DEBUG, logger="hearth")
    lounge, june = world.rooms["lounge"], world.people["june"]
    async with sick(world, illness):
        await june.send(lounge, PLAIN)
        line = lounge.last_message
        assert "only for you" in texts_of(line)
        (alert,) = told(world)
        assert "nothing was kept" in texts_of(alert)
        assert f"<@&{world.roles['moderator'].id}>" in texts_of(alert)
        assert PLAIN not in texts_of(alert)
        card = await press(world, "june", line, "more:open")
        assert card.ephemeral
        assert "999" in texts_of(card.response.message)
        assert line.id not in {m.id for m in lounge.history()}
        await world.later(60)
    logged = [each for each in caplog.records if each.levelno >= logging.ERROR]
    assert "crisis.case_not_kept" in {each.getMessage() for each in logged}
    assert "kill" not in caplog.text
    await world.people["sol"].send(lounge, PLAIN)
    assert "only for you" in texts_of(lounge.last_message)
    assert "Case 1" in texts_of(told(world)[1])
    assert "is yours" in texts_of(
        (await press(world, "mara", told(world)[1], "cases:go")).response.message
    )
    await world.later(16 * 60)
    assert [m for m in lounge.history() if m.author == world.bot.user] == []


async def test_asking_for_a_human_and_choosing_a_country_need_no_database(world: World) -> None:
    async with sick(world, "damaged"):
        await world.people["june"].send(world.rooms["lounge"], MILDER)
        line = world.rooms["lounge"].last_message
        card = (await press(world, "june", line, "more:open")).response
        await press(world, "june", card.message, "more:human")
        await press(world, "june", card.message, "more:ask")
        assert "They have been told" in texts_of(card.message)
        assert "would like to talk" in texts_of(told(world)[-1])
        panel = world.rooms["welcome"].last_message
        shown = (await press(world, "sol", panel, "helpnow:open")).response
        form = await press(world, "sol", shown.message, "helpnow:country")
        chosen = await world.people["sol"].submit_modal(form, {"country": "Ireland"})
        assert "Ireland" in texts_of(chosen.response.message)
        assert "112" in texts_of(chosen.response.message)


async def test_what_was_kept_of_a_person_and_does_not_open_holds_no_help_back(
    world: World,
) -> None:
    june, lounge = world.people["june"], world.rooms["lounge"]
    await world.bot.people.wish(GuildId(world.guild.id), UserId(june.id), country="IE")
    await june.send(lounge, PLAIN)
    async with world.bot.database.write() as tx:
        await tx.exec_driver_sql("UPDATE person SET wishes = x'00112233445566778899'")
        await tx.exec_driver_sql("UPDATE case_file SET person = x'00112233445566778899'")
    await world.later(7 * 3600)
    await june.send(lounge, MILDER)
    line = lounge.last_message
    assert "only for you" in texts_of(line)
    assert "Case 2" in texts_of(told(world)[-1])
    card = await press(world, "june", line, "more:open")
    assert "999" in texts_of(card.response.message)


async def test_a_row_that_does_not_open_keeps_no_other_post_back(world: World) -> None:
    await world.people["june"].send(world.rooms["lounge"], PLAIN)
    async with world.bot.database.write() as tx:
        # What is planned for the first case: the wider circles.
        await tx.exec_driver_sql("UPDATE outbox SET ids = x'00' WHERE state = 'pending'")
    await world.later(181)
    await world.people["sol"].send(world.rooms["lounge"], PLAIN)
    posts = [texts_of(post) for post in told(world)]
    assert [text for text in posts if "Case 2" in text]
    assert not [text for text in posts if "nothing was kept" in text]
    assert [text for text in posts if "could not be posted" in text]


async def test_many_at_once_are_told_to_staff_in_one_card_without_a_database_too(
    world: World,
) -> None:
    lounge = world.rooms["lounge"]
    async with sick(world, "read-only"):
        for number in range(40):
            somebody = world.env.create_user(f"one{number}")
            world.guild.add_member(somebody)
            world.env.backend.create_message(lounge.id, somebody.id, PLAIN)
        await world.env.settle()
        assert len(told(world)) == 5
        await world.later(30)
        (gathered,) = told(world)[5:]
    shown = texts_of(gathered)
    assert "Many people may need a human" in shown
    assert shown.count("discord.com/channels") == 20
    assert "15 more" in shown
    assert "nothing was kept" in shown


async def test_a_gap_that_ends_while_the_database_is_sick_is_read_back_all_the_same(
    world: World,
) -> None:
    await world.later(30)
    lounge = world.rooms["lounge"]
    hears = world.bot.router.raw
    world.bot.router.raw = lambda _frame: None  # the bot is cut off: nothing reaches it
    await world.people["june"].send(lounge, PLAIN)
    world.bot.router.raw = hears
    await world.bot.on_disconnect()
    await world.env.advance_time(600)
    async with sick(world, "read-only"):
        await world.bot.on_ready()
        await world.env.settle()
        assert "only for you" in texts_of(lounge.last_message)
        assert "nothing was kept" in texts_of(told(world)[-1])
    before = len(lounge.history())
    await world.later(120)
    await world.restart()
    assert len(lounge.history()) == before
    assert not [m for m in told(world) if "I was away" in texts_of(m)]


async def test_a_case_that_does_not_open_is_counted_and_the_others_are_listed(world: World) -> None:
    for who in ("june", "sol"):
        await world.people[who].send(world.rooms["lounge"], PLAIN)
    async with world.bot.database.write() as tx:
        await tx.exec_driver_sql("UPDATE case_file SET person = x'0011223344' WHERE id = 1")
    listed = await world.people["mara"].slash(world.rooms["staff"], "cases list")
    shown = texts_of(listed.response.message if listed.response else listed.followups[-1].message)
    shown += "".join(texts_of(each.message) for each in listed.followups)
    assert "Case 2" in shown
    assert "One more case is open, and I cannot read it" in shown
    for command in ("cases history", "cases stats"):
        assert (await world.people["mara"].slash(world.rooms["staff"], command)).acknowledged
