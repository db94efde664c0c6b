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
    hosting,
    opened,
    planned,
    posted,
    posts,
    press,
    publish,
    room,
    said,
    submit,
    until,
)
from tests.world import World, open_world, texts_of


def asked(world: World) -> list[Any]:
    return [each for each in posts(world, world.rooms["staff"]) if has(each, "sessions:take")]


async def deleted(world: World, thread: int) -> None:
    """Somebody deletes a thread by hand."""
    await (await world.bot.fetch_channel(thread)).delete()
    await world.env.settle()


async def inside(world: World) -> set[str]:
    """Who was let into the room."""
    there = {
        each.id for each in await (await world.bot.fetch_channel(room(world).id)).fetch_members()
    }
    return {name for name, person in world.people.items() if person.id in there}


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


async def test_with_the_members_intent_a_co_host_has_it_and_then_others_are_asked_at_once(
    tmp_path: Path,
) -> None:
    async with open_world(tmp_path, HEARTH_MEMBERS="on") as world:
        await world.set_up()
        for name in ("otis", "ines"):
            host(world, name)
        card = await draft(world)
        card = card_of(await choose(world, "hana", card, "sessions:second", world.users["otis"]))
        await publish(world, card)
        world.guild.remove_member(world.people["hana"])
        await world.env.settle()
        assert asked(world) == []
        assert f"Host: <@{world.people['otis'].id}>" in texts_of(posted(world))
        world.guild.remove_member(world.people["otis"])
        await world.env.settle()
        await press(world, "ines", asked(world)[0], "sessions:take")
        assert asked(world) == []
        world.guild.remove_member(world.people["ines"])  # who covered
        await world.env.settle()
        assert len(asked(world)) == 1


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


async def test_a_room_deleted_by_hand_is_made_again_once_with_everybody_and_the_line(
    world: World,
) -> None:
    card = await opened(world, "hana", "june")
    panel = card_of(await press(world, "hana", card, "sessions:host"))
    await press(world, "hana", panel, "sessions:start")
    await press(world, "june", card, "sessions:raise")
    await world.later(10 * 60)
    await card.delete()  # the card alone
    await world.env.settle()
    (card,) = posts(world, room(world))
    assert f"<@{world.people['june'].id}>" in texts_of(card)
    before = room(world).id
    await deleted(world, before)
    assert room(world).id != before
    first, second = said(world)
    assert f"<@{world.people['june'].id}>" in first
    assert "so here is a new one" in second
    assert {"hana", "june"} <= await inside(world)
    assert (await home(world, "hana")).count("I made it again") == 1
    await world.restart()
    await world.later(60)
    assert len(said(world)) == 2
    await press(world, "june", posts(world, room(world))[0], "sessions:pass")
    door = card_of(await press(world, "sol", posted(world), "sessions:enter"))
    await deleted(world, room(world).id)  # whoever does it twice means it
    assert world.rooms["lounge"].threads == []
    assert "come to its end" in texts_of(posted(world))
    assert "has ended" in shown(await press(world, "sol", door, "sessions:agree"))
    told = {who: await home(world, who) for who in ("hana", "june", "sol")}
    assert told["hana"].count("deleted a second time, so the meeting has ended") == 1
    assert told["june"].count("its room is closed. You did nothing wrong") == 1
    assert "its room is closed" not in told["hana"] + told["sol"]
    (asked,) = [each for each in posts(world, world.rooms["staff"]) if has(each, "sessions:end")]
    assert "has ended" in shown(await press(world, "mara", asked, "sessions:end"))
    await world.later(30 * HOUR)  # and nothing stumbles over it to the end
    assert "deleted a second time" not in await home(world, "hana")


async def test_a_room_deleted_while_the_bot_was_off_is_made_again_for_whoever_comes(
    world: World,
) -> None:
    await opened(world, "hana")
    await world.bot.remove_cog("SessionsCog")  # nobody listens
    await deleted(world, room(world).id)
    await world.restart()
    door = card_of(await press(world, "june", posted(world), "sessions:enter"))
    entered = shown(await press(world, "june", door, "sessions:agree"))
    assert f"<#{room(world).id}>" in entered
    assert {"hana", "june"} <= await inside(world)
    (asked,) = [each for each in posts(world, world.rooms["staff"]) if has(each, "sessions:end")]
    assert "deleted once more, the meeting ends" in texts_of(asked)
    assert "for staff" in shown(await press(world, "june", asked, "sessions:end"))
    done = await press(world, "mara", asked, "sessions:end")
    assert "The room says goodbye" in shown(done)
    assert sum("one breath" in each for each in said(world)) == 1
    assert "come to its end" in texts_of(posted(world))
    after = texts_of(next(e for e in posts(world, world.rooms["staff"]) if e.id == asked.id))
    assert "come to its end" in after
    assert "End it kindly" not in after
    assert (await home(world, "hana")).count("after hosting") == 1


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


async def test_a_host_who_sits_there_writes_or_looks_at_the_panel_is_there(world: World) -> None:
    voice = world.guild.create_voice_channel("circle")
    card = card_of(await choose(world, "hana", await draft(world), "sessions:channel", voice))
    form = await choose(world, "hana", card, "sessions:repeat", "typed")
    await publish(world, await submit(world, "hana", form, rule="FREQ=DAILY"))
    hana, day = world.people["hana"], 24 * HOUR

    async def evening(number: int) -> tuple[bool, bool]:
        """Whether the room, and other hosts, were told by now that a host is missing."""
        await until(world, -day * number - 6 * 60)
        staff = posts(world, world.rooms["staff"])
        room_told = any("host is not here yet" in texts_of(each) for each in posts(world, voice))
        return room_told, any(has(each, "sessions:cover") for each in staff)

    await until(world, 60)
    await hana.join_voice(voice)
    assert await evening(0) == (False, False)
    await hana.leave_voice()
    await until(world, -day + 60)
    await hana.send(voice, "I will be with you in a minute")
    assert await evening(1) == (False, False)
    await until(world, -2 * day - 5)
    await press(world, "hana", posts(world, voice)[-1], "sessions:host")
    assert await evening(2) == (False, False)
    await world.people["june"].send(voice, "is nobody here?")
    assert await evening(3) == (True, True)  # what was written two days ago counts no more


async def test_a_card_that_could_not_be_posted_is_tried_again_with_the_next_change(
    world: World,
) -> None:
    card = await draft(world)
    closed = discord.PermissionOverwrite(send_messages=False)
    shut = world.guild.create_text_channel("shut", overwrites={world.bot.user: closed})
    panel = await world.people["ada"].slash(world.rooms["staff"], "setup sessions")
    await choose(world, "ada", card_of(panel), "sessions:board", shut)
    await press(world, "hana", card, "sessions:publish")
    assert shut.history() == []
    told = [texts_of(each) for each in posts(world, world.rooms["staff"])]
    assert any("could not" in each.casefold() for each in told)
    place = world.bot.get_channel(shut.id)
    await place.set_permissions(world.bot.get_guild(world.guild.id).me, overwrite=None)
    await world.env.settle()
    change = await fill(
        world, "hana", await hosting(world, "edit"), "sessions:write", notes="Quiet"
    )
    await press(world, "hana", change, "sessions:publish")
    await world.later(30)
    assert any("Quiet" in texts_of(each) for each in shut.history())
