"""A community's own questions: written, changed, rotated, emptied; and what the doctor says."""

from typing import Any

import discord

from bot.ids import GuildId
from bot.storage.recurring import Standing
from cogs.checkins.decks import MOST_CARDS, CheckInSettings, asking, named
from tests.behaviour.checkin_desk import (
    card_of,
    choose,
    close,
    planned,
    press,
    prompt,
    schedules,
    setup,
    shown,
    type_in,
)
from tests.world import World, button, texts_of


def decks(world: World) -> CheckInSettings:
    return world.bot.settings.of(GuildId(world.guild.id), CheckInSettings)


async def doctor(world: World) -> str:
    return shown(await world.people["ada"].slash(world.rooms["staff"], "setup doctor"))


async def made(world: World, *questions: str) -> Any:
    """The card of a new deck with some questions."""
    card = card_of(await setup(world, "decks"))
    card = card_of(await type_in(world, "ada", card, "checkins:deckname:0", name="Tea & @here"))
    for each in questions:
        card = card_of(await type_in(world, "ada", card, "checkins:cardask", text=each))
    return card


async def test_a_deck_is_written_chosen_and_rotated_without_repeats(world: World) -> None:
    card = await made(world, "**One** <@1>?", "Two?", "Three?")
    assert "One" in texts_of(card)
    again = await type_in(world, "ada", card, "checkins:cardask", text=" Two? ")
    assert "already" in shown(again)
    empty = await type_in(world, "ada", card, "checkins:cardask", text=" \n ")
    assert "no word" in shown(empty)
    await world.restart()
    plan = await planned(world)
    page = card_of(await setup(world, "edit", number=plan.id))
    (deck,) = decks(world).decks
    page = card_of(await choose(world, page, "checkins:deck", deck.key))
    assert "Tea & @\u200bhere" in texts_of(page)
    (plan,) = await schedules(world)
    asked: list[str] = []
    for _ in range(4):
        asked.append(texts_of(await prompt(world, (await schedules(world))[0])).split("\n")[1])
        await world.people["june"].click(
            world.rooms["lounge"].last_message,
            custom_id=button(world.rooms["lounge"].last_message, "checkins:answer"),
        )
        await close(world)
    assert len(set(asked[:3])) == 3
    assert asked[3] == asked[0]
    assert all(any(each in line for line in asked) for each in ("One", "Two?", "Three?"))


async def test_a_deck_emptied_while_it_is_scheduled_is_told_to_admins(world: World) -> None:
    card = await made(world, "Only one?")
    (deck,) = decks(world).decks
    plan = await planned(world, deck=deck.key)
    await setup(world, "edit", number=plan.id)
    assert "Check-ins: one schedule runs" in await doctor(world)
    number = str(deck.cards[0].number)
    one = card_of(await choose(world, card, "checkins:cardone", number))
    two = card_of(await setup(world, "decks"))
    two = card_of(await choose(world, two, "checkins:deckone", str(deck.number)))
    changed = await type_in(world, "ada", one, "checkins:cardask", text="Another one?")
    assert "Another one?" in shown(changed)
    gone = await press(world, "ada", one, "checkins:cardgone")
    assert f"Schedules that use it: {plan.id}" in shown(gone)
    assert "no question left" in await doctor(world)
    assert "no question in it" in shown(await setup(world, "edit", number=plan.id))
    assert "How are you doing, roughly?" in texts_of(await prompt(world, plan))
    old = await choose(world, two, "checkins:cardone", number)
    assert "removed meanwhile" in shown(old)
    removed = await press(world, "ada", card_of(gone), "checkins:deckgone")
    assert "none yet" in shown(removed)
    assert "a deck that was removed" in shown(await setup(world, "edit", number=plan.id))
    await close(world)
    assert "How are you doing, roughly?" in texts_of(
        await prompt(world, (await schedules(world))[0])
    )


async def test_there_is_an_end_to_it_and_only_admins_change_it(world: World) -> None:
    guild, settings = GuildId(world.guild.id), world.bot.settings
    card = await made(world, "x" * 300)
    await settings.decide(guild, CheckInSettings, named(0, "Second"))
    for number in range(MOST_CARDS - 1):
        await settings.decide(guild, CheckInSettings, asking(1, 0, f"Question {number}?"))
    page = card_of(await type_in(world, "ada", card, "checkins:deckname:1", name="Tea"))
    assert "Question 48?" in texts_of(page)
    refused = await type_in(world, "ada", page, "checkins:cardask", text="One more?")
    assert "no more room" in shown(refused)
    (role,) = [each for each in world.bot.get_guild(world.guild.id).roles if each.name == "Admin"]
    await world.bot.http.remove_role(world.guild.id, world.people["ada"].id, role.id)
    await world.env.settle()
    before = decks(world)
    for address in ("checkins:deckgone", "checkins:cardask", "checkins:deckname:1"):
        assert "do not have that role" in shown(await press(world, "ada", page, address))
    assert decks(world) == before


async def test_the_doctor_names_what_rests_and_where_one_cannot_post(world: World) -> None:
    plan = await planned(world)
    await setup(world, "pause", number=plan.id)
    assert f"Check-ins {plan.id} are resting" in await doctor(world)
    await setup(world, "resume", number=plan.id)
    guild = world.bot.get_guild(world.guild.id)
    channel = world.bot.get_channel(world.rooms["lounge"].id)
    for lacking, said in (("attach_files", "without a picture"), ("send_messages", "cannot be")):
        closed = discord.PermissionOverwrite(**{lacking: False})
        await channel.set_permissions(guild.self_role or guild.default_role, overwrite=closed)
        await world.env.settle()
        assert said in await doctor(world)
    await channel.delete()
    await world.env.settle()
    assert "have no channel" in await doctor(world)
    assert (await schedules(world))[0].state is Standing.ON
