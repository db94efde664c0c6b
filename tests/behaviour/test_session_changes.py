"""What changes by hand at Discord: people leave, channels and rooms go, permissions are missing."""

from pathlib import Path
from typing import Any

import discord

from tests.behaviour.line_desk import card_of, has, shown
from tests.behaviour.session_room import (
    HOUR,
    choose,
    draft,
    enter,
    fill,
    home,
    host,
    opened,
    planned,
    posted,
    posts,
    press,
    publish,
    room,
    said,
    until,
)
from tests.world import World, open_world, texts_of


def asked(world: World) -> list[Any]:
    return [each for each in posts(world, world.rooms["staff"]) if has(each, "sessions:take")]


async def test_whoever_is_kicked_frees_their_place_and_the_line_goes_on(tmp_path: Path) -> None:
    async with open_world(tmp_path, HEARTH_MEMBERS="on") as world:
        await world.set_up()
        card = await draft(world)
        card = await fill(world, "hana", card, "sessions:room-for", capacity="3", kept="24")
        card = await publish(world, card)
        for who in ("june", "sol", "mara", "theo"):
            await press(world, who, card, "sessions:come")
        await until(world, -1)
        for who in ("hana", "june", "sol", "mara"):
            await enter(world, who)
        (card,) = posts(world, room(world))
        for who in ("june", "sol", "mara"):
            await press(world, who, card, "sessions:raise")
        panel = card_of(await press(world, "hana", card, "sessions:host"))
        panel = card_of(await press(world, "hana", panel, "sessions:start"))
        await press(world, "hana", panel, "sessions:next")
        world.guild.remove_member(world.people["june"])  # who speaks
        await world.env.settle()
        world.guild.remove_member(world.people["mara"])  # who waits
        await world.env.settle()
        await world.restart()
        assert "Nobody is speaking" in said(world)[0]
        assert "A place has become free" in await home(world, "theo")
        await press(world, "hana", panel, "sessions:next")
        assert f"Speaking now: <@{world.people['sol'].id}>" in said(world)[0]
        assert "Next:" not in said(world)[0]


async def test_without_the_members_intent_a_kick_is_noticed_when_their_turn_comes(
    world: World,
) -> None:
    card = await opened(world, "hana", "june", "sol", "mara")
    for who in ("june", "sol", "mara"):
        await press(world, who, card, "sessions:raise")
    for who in ("june", "sol"):
        world.guild.remove_member(world.people[who])
    await world.env.settle()
    panel = card_of(await press(world, "hana", card, "sessions:host"))
    panel = card_of(await press(world, "hana", panel, "sessions:start"))
    await press(world, "hana", panel, "sessions:next")
    assert f"Speaking now: <@{world.people['mara'].id}>" in said(world)[0]


async def test_a_host_who_left_is_noticed_the_day_before_and_others_are_asked_once(
    world: World,
) -> None:
    await planned(world)
    world.guild.remove_member(world.people["hana"])
    await world.env.settle()
    await until(world, 24 * HOUR + 5)
    assert asked(world) == []
    for before in (24 * HOUR, HOUR, 600):
        await until(world, before)
        await world.restart()
    assert len(asked(world)) == 1
    host(world, "otis")
    await press(world, "otis", asked(world)[0], "sessions:take")
    assert f"Host: <@{world.people['otis'].id}>" in texts_of(posted(world))


async def test_with_the_members_intent_others_are_asked_at_once_also_when_a_cover_leaves(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path, HEARTH_MEMBERS="on") as world:
        await world.set_up()
        await planned(world)
        host(world, "otis")
        world.guild.remove_member(world.people["hana"])
        await world.env.settle()
        await press(world, "otis", asked(world)[0], "sessions:take")
        assert asked(world) == []
        world.guild.remove_member(world.people["otis"])
        await world.env.settle()
        assert len(asked(world)) == 1


async def test_a_host_with_a_co_host_leaves_and_the_co_host_has_it(tmp_path: Path) -> None:
    async with open_world(tmp_path, HEARTH_MEMBERS="on") as world:
        await world.set_up()
        host(world, "otis")
        card = await draft(world)
        card = card_of(await choose(world, "hana", card, "sessions:second", world.users["otis"]))
        await publish(world, card)
        world.guild.remove_member(world.people["hana"])
        await world.env.settle()
        assert asked(world) == []
        assert f"Host: <@{world.people['otis'].id}>" in texts_of(posted(world))


async def test_a_voice_channel_deleted_an_hour_before_is_told_to_the_host_at_once(
    world: World,
) -> None:
    voice = world.guild.create_voice_channel("circle")
    card = card_of(await choose(world, "hana", await draft(world), "sessions:channel", voice))
    await publish(world, card)
    await until(world, HOUR)
    await world.bot.get_channel(voice.id).delete()
    await world.env.settle()
    assert (await home(world, "hana")).count("so it has no place now") == 1
    doctor = await world.people["ada"].slash(world.rooms["staff"], "setup doctor")
    assert "The channel of “Tuesday circle” is gone" in shown(doctor)
    await until(world, -1)
    assert "could not open the room" in await home(world, "hana")


async def test_a_room_deleted_while_it_is_open_is_told_and_our_own_deletion_is_not(
    world: World,
) -> None:
    await opened(world, "hana", "june")
    thread = await world.bot.fetch_channel(room(world).id)
    await thread.delete()
    await world.env.settle()
    assert (await home(world, "hana")).count("was deleted while it was open") == 1
    await world.later(30 * HOUR)
    assert "was deleted while it was open" not in await home(world, "hana")


async def test_the_doctor_names_what_is_missing_and_how_to_mend_it(world: World) -> None:
    no_threads = discord.PermissionOverwrite(create_private_threads=False)
    quiet = world.guild.create_text_channel("quiet", overwrites={world.bot.user: no_threads})
    ada, staff = world.people["ada"], world.rooms["staff"]
    assert "goes on" not in shown(await ada.slash(staff, "setup doctor"))
    card = card_of(await choose(world, "hana", await draft(world), "sessions:channel", quiet))
    await publish(world, card)
    told = shown(await ada.slash(staff, "setup doctor"))
    assert "Create Private Threads" in told
    assert "/host session edit" in told
    place = world.bot.get_channel(quiet.id)
    await place.set_permissions(world.bot.get_guild(world.guild.id).me, overwrite=None)
    await world.env.settle()
    assert "One session goes on" in shown(await ada.slash(staff, "setup doctor"))


async def test_a_host_who_sits_in_the_voice_channel_is_there_without_a_press(
    world: World,
) -> None:
    voice = world.guild.create_voice_channel("circle")
    card = card_of(await choose(world, "hana", await draft(world), "sessions:channel", voice))
    await publish(world, card)
    await until(world, 60)
    await world.people["june"].join_voice(voice)
    await world.people["hana"].join_voice(voice)
    await until(world, -6 * 60)
    assert len(posts(world, voice)) == 1  # nobody is told that a host is missing
    assert [
        each for each in posts(world, world.rooms["staff"]) if has(each, "sessions:cover")
    ] == []
