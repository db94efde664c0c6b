"""The door of a session's room: what was true when the card opened is asked again at the press."""

from typing import Any

from bot.ids import GuildId
from cogs.sessions.service.running import Running
from tests.behaviour.line_desk import card_of, shown
from tests.behaviour.me_desk import step_back
from tests.behaviour.session_room import (
    choose,
    crowd,
    draft,
    enter,
    fill,
    home,
    host,
    no_host_any_more,
    opened,
    posted,
    posts,
    press,
    publish,
    room,
    said,
    until,
)
from tests.world import World, texts_of


async def door(world: World, who: str, card: Any) -> Any:
    return card_of(await press(world, who, card, "sessions:enter"))


async def agree(world: World, who: str, card: Any) -> str:
    return shown(await press(world, who, card, "sessions:agree"))


async def let_in(world: World) -> set[int]:
    there = await world.bot.fetch_channel(room(world).id)
    return {each.id for each in await there.fetch_members()}


async def test_agreeing_asks_for_the_right_the_place_and_the_room_once_more(world: World) -> None:
    card = await fill(
        world, "hana", await draft(world), "sessions:room-for", capacity="2", kept="1"
    )
    await publish(world, card)
    await until(world, -1)
    card = posted(world)
    doors = {who: await door(world, who, card) for who in ("june", "sol", "mara", "hana")}
    await step_back(world, "june")
    assert "You are in" in await agree(world, "june", doors["june"])  # quiet is no lock
    assert world.people["june"].id in await let_in(world)
    await crowd(world, 1)
    assert "All places are taken" in await agree(world, "sol", doors["sol"])
    assert world.people["sol"].id not in await let_in(world)
    assert "You are in" in await agree(world, "hana", doors["hana"])  # a host has a place
    # Somebody who left the community between press and answer harms no room.
    world.env.inject_error("PUT", "/channels/*/thread-members/*", status=404, code=10013)
    before, again = room(world).id, await door(world, "june", card)
    assert "does not let anybody in" in await agree(world, "june", again)
    assert (room(world).id, len(said(world))) == (before, 1)
    await world.bot.feature(Running).close(1, GuildId(world.guild.id), world.people["hana"].id)
    await world.bot.beat()
    assert "has ended" in await agree(world, "mara", doors["mara"])
    assert world.people["mara"].id not in await let_in(world)


async def test_whoever_lost_the_role_after_the_door_opened_does_not_come_into_supervision(
    world: World,
) -> None:
    card = card_of(await choose(world, "hana", await draft(world), "sessions:kind", "supervision"))
    await press(world, "hana", card, "sessions:publish")
    host(world, "otis")
    await until(world, -1)
    card = next(e for e in posts(world, world.rooms["staff"]) if "Tuesday" in texts_of(e))
    opened_door = await door(world, "otis", card)
    await no_host_any_more(world, "otis")
    assert "host or moderate" in await agree(world, "otis", opened_door)
    assert world.people["otis"].id not in await let_in(world)
    assert "You are in" in await agree(world, "mara", await door(world, "mara", card))


async def test_a_lost_room_is_made_again_although_somebody_in_it_was_kicked(world: World) -> None:
    await opened(world, "june", "sol")
    june = world.people["june"]
    world.guild.remove_member(june)
    await world.env.settle()
    gone = f"/channels/*/thread-members/{june.id}"  # as Discord answers; SimCord lets them in
    world.env.inject_error("PUT", gone, status=404, code=10013, times=None)
    before = room(world).id
    await (await world.bot.fetch_channel(before)).delete()
    await world.env.settle()
    assert room(world).id != before
    assert world.people["sol"].id in await let_in(world)
    assert "I made it again" in await home(world, "hana")
    await enter(world, "mara")
