"""Two hundred people in danger within a minute: each gets their own help, staff a few cards."""

import asyncio
from collections import Counter
from typing import Any

import discord
import pytest

from bot.ids import GuildId, UserId
from bot.services.calls import ALONE_A_MINUTE
from bot.services.case_desk import CaseDesk
from tests.world import World, button, texts_of

PLAIN = "i want to kill myself tonight"
MANY = 200
PRESSING = 3  # of the crowd


def lines_in(world: World, room: Any) -> list[discord.Message]:
    return [m for m in room.history() if m.author == world.bot.user]


def staff_posts(world: World) -> list[str]:
    mine = [m for m in world.rooms["staff"].history() if m.author == world.bot.user]
    return [texts_of(m) for m in sorted(mine, key=lambda message: message.id)]


@pytest.fixture
def _far_away(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Discord takes a moment to answer, so that everybody speaks before anybody is answered."""
    request = world.bot.http.request

    async def later(*what: Any, **how: Any) -> Any:
        for _ in range(3):
            await asyncio.sleep(0)
        return await request(*what, **how)

    monkeypatch.setattr(world.bot.http, "request", later)


async def everybody_speaks(world: World, rooms: list[Any]) -> list[Any]:
    """Many members at once, spread over the rooms; answers them."""
    crowd = [world.guild.add_member(world.env.create_user(f"one{n}")) for n in range(MANY)]
    frames, hears = list[Any](), world.bot.router.raw
    world.bot.router.raw = frames.append
    for number, member in enumerate(crowd):
        world.env.backend.create_message(rooms[number % len(rooms)].id, member.id, PLAIN)
    await world.env.settle()
    world.bot.router.raw = hears
    await asyncio.gather(*filter(None, map(world.bot.hear, frames)))
    return crowd


async def answers(member: Any, line: discord.Message) -> str:
    address = "more:all" if "anybody who wants it" in texts_of(line) else "more:open"
    result = await member.click(line, custom_id=button(line, address))
    assert result.ephemeral
    return texts_of(result.response.message)


def told_of_everybody(world: World) -> list[str]:
    """The cards of single cases, then those for many; nothing else has been posted to staff."""
    posts = staff_posts(world)
    alone = [text for text in posts if "sounds like danger" in text]
    gathered = [text for text in posts if "Many people may need a human" in text]
    assert len(alone) == ALONE_A_MINUTE
    assert len(alone) + len(gathered) == len(posts)
    return gathered


@pytest.mark.usefixtures("_far_away")
@pytest.mark.parametrize("count", [1, 20])
async def test_two_hundred_in_a_minute(world: World, count: int) -> None:
    rooms = [world.guild.create_text_channel(f"room-{number}") for number in range(count)]
    crowd = await everybody_speaks(world, rooms)
    for room in rooms:
        lines = lines_in(world, room)
        assert Counter("anybody" in texts_of(line) for line in lines) == {False: 3, True: 1}
    shared = max(lines_in(world, rooms[-1]), key=lambda line: line.id)
    for member in crowd[-PRESSING:]:
        assert "Not for me" in await answers(member, shared)
    assert "Help now" in await answers(world.people["june"], shared)
    await world.later(11)
    (gathered,) = told_of_everybody(world)
    assert f"{MANY} cases are waiting" in gathered
    await world.later(100)
    assert len(told_of_everybody(world)) == 1


async def test_not_for_me_behind_a_line_for_everybody_marks_ones_own_case(world: World) -> None:
    lounge = world.rooms["lounge"]
    crowd = [world.guild.add_member(world.env.create_user(f"one{n}")) for n in range(5)]
    for member in crowd:
        await member.send(lounge, PLAIN)
    shared = max(lines_in(world, lounge), key=lambda line: line.id)
    card = (await crowd[4].click(shared, custom_id=button(shared, "more:all"))).response.message
    await crowd[4].click(card, custom_id=button(card, "more:no"))
    guild, people = GuildId(world.guild.id), world.bot.people
    desk, mara = world.bot.feature(CaseDesk), UserId(world.people["mara"].id)
    marked = {
        case.tag
        for case in await desk.live(guild, mara)
        if "not_for_me" in [step for _, step in await desk.steps(case)]
    }
    assert marked == {people.tag(guild, UserId(crowd[4].id))}


async def test_whoever_comes_after_the_card_for_many_is_told_within_a_minute(world: World) -> None:
    lounge = world.rooms["lounge"]
    crowd = [world.guild.add_member(world.env.create_user(f"one{n}")) for n in range(8)]
    for member in crowd[:6]:
        await member.send(lounge, PLAIN)
    await world.later(12)
    (gathered,) = told_of_everybody(world)
    assert "6 cases are waiting" in gathered
    for member in crowd[6:]:
        await member.send(lounge, PLAIN)
    for _ in range(4):
        await world.later(20)
    assert "8 cases are waiting" in told_of_everybody(world)[1]
    mara = UserId(world.people["mara"].id)
    live = await world.bot.feature(CaseDesk).live(GuildId(world.guild.id), mara)
    assert len(live) == 8


async def test_the_line_for_everybody_that_a_moderator_deleted_is_posted_anew(world: World) -> None:
    lounge = world.rooms["lounge"]
    crowd = [world.guild.add_member(world.env.create_user(f"one{n}")) for n in range(5)]
    for member in crowd[:4]:
        await member.send(lounge, PLAIN)
    shared = max(lines_in(world, lounge), key=lambda line: line.id)
    world.env.backend.delete_message(lounge.id, shared.id)
    await world.env.settle()
    await crowd[4].send(lounge, PLAIN)
    again = max(lines_in(world, lounge), key=lambda line: line.id)
    assert again.id != shared.id
    assert "Not for me" in await answers(crowd[4], again)
