"""After a material change, roles follow agreements: when an admin said so, a few at a time."""

from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest_asyncio

from bot.ids import GuildId, RoleId, UserId
from cogs.guidelines.correcting import AT_ONCE, PACE
from cogs.guidelines.domain import GuidelineSettings, sum_of
from cogs.guidelines.service import Charter
from tests.world import World, button, open_world, texts_of

DAY = 24 * 3600


@pytest_asyncio.fixture
async def seen(tmp_path: Path) -> AsyncGenerator[World]:
    """A world with the members intent."""
    async with open_world(tmp_path, HEARTH_MEMBERS="on") as opened:
        await opened.set_up()
        yield opened


async def agreed(world: World, people: list[Any], role: Any) -> None:
    """They agreed, and have the role that goes with it."""
    guild = GuildId(world.guild.id)
    role_id = RoleId(role.id)
    await world.bot.settings.change(guild, GuidelineSettings, role=role_id, leave_days=7)
    for person in people:
        await world.bot.feature(Charter).agree(guild, UserId(person.id), 1)
        world.env.backend.add_member_role(guild, person.id, role.id)


async def change(world: World) -> None:
    """A material change is published."""
    guild, charter = GuildId(world.guild.id), world.bot.feature(Charter)
    await charter.leave_out(guild, charter.shipped[-1].number)
    await charter.publish(guild, sum_of(charter.draft(guild)), material=True)


def holders(world: World, role: Any) -> set[int]:
    members = world.env.backend.get_guild(world.guild.id).members.values()
    return {each.user_id for each in members if role.id in each.role_ids}


async def test_nobody_loses_anything_before_the_time_is_over(seen: World) -> None:
    role = seen.guild.create_role("Members")
    await agreed(seen, [seen.people["june"]], role)
    await change(seen)
    await seen.env.advance_time(6 * DAY)
    await seen.bot.beat()
    assert seen.people["june"].id in holders(seen, role)


async def test_then_the_role_leaves_a_few_at_a_time_also_over_a_kill(seen: World) -> None:
    role, guild = seen.guild.create_role("Members"), GuildId(seen.guild.id)
    crowd = [seen.guild.add_member(seen.env.create_user(f"one{n}")) for n in range(25)]
    await agreed(seen, [*crowd, seen.people["june"]], role)
    by_hand = seen.people["sol"].id
    seen.env.backend.add_member_role(guild, by_hand, role.id)
    await change(seen)
    await seen.bot.feature(Charter).agree(guild, UserId(seen.people["june"].id), 2)
    await seen.env.advance_time(8 * DAY)
    assert len(holders(seen, role)) == 27
    await seen.bot.beat()
    await seen.bot.beat()  # a second beat at once takes no more
    assert len(holders(seen, role)) == 27 - AT_ONCE
    await seen.restart()
    for _ in range(4):
        await seen.later(PACE.total_seconds())
    assert holders(seen, role) == {seen.people["june"].id, by_hand}


async def test_a_community_is_asked_again_and_nobody_is_locked_out(tmp_path: Path) -> None:
    """With 5,000 people it is among the long forms."""
    await asked_again(tmp_path, people=40, kills=2)


async def asked_again(folder: Path, people: int, kills: int) -> None:
    """A material change in a community of so many, with kills on the way."""
    async with open_world(folder, HEARTH_MEMBERS="on") as world:
        await world.set_up()
        role = world.guild.create_role("Members")
        crowd = [world.guild.add_member(world.env.create_user(f"one{n}")) for n in range(people)]
        await agreed(world, crowd, role)
        world.env.http_requests.clear()
        await change(world)
        await world.later(60)
        await gets_help(world, crowd[0])
        assert not direct_messages(world)
        await world.env.advance_time(8 * DAY)
        beats = -(-people // AT_ONCE)
        answers = None
        for beat in range(beats + 2):
            before = len(holders(world, role))
            await world.bot.beat()
            assert before - len(holders(world, role)) <= AT_ONCE
            if beat == 0:  # somebody of those who are next agrees, and keeps the role
                guild, left = GuildId(world.guild.id), holders(world, role)
                answers = next(each for each in reversed(crowd) if each.id in left)
                await world.bot.feature(Charter).agree(guild, UserId(answers.id), 2)
                await gets_help(world, crowd[1])
            if beat % max(2, beats // kills) == 1:
                await world.restart()
            await world.env.advance_time(PACE.total_seconds())
        assert answers is not None
        assert holders(world, role) == {answers.id}
        await gets_help(world, crowd[2])
        assert not direct_messages(world)
        taken = [each for each in world.env.http_requests if is_removal(each, role)]
        assert len(taken) == people - 1  # each once, whatever restarts came between


async def gets_help(world: World, person: Any) -> None:
    """Somebody who has not answered yet asks for help, and gets it."""
    shown = await person.slash(world.rooms["lounge"], "helpnow")
    assert "999" in texts_of(shown.response.message)


def direct_messages(world: World) -> list[Any]:
    return [each for each in world.env.http_requests if each.path.endswith("/users/@me/channels")]


def is_removal(request: Any, role: Any) -> bool:
    return request.method == "DELETE" and request.path.endswith(f"/roles/{role.id}")


async def test_without_the_intent_it_leaves_at_the_next_press_and_comes_back(world: World) -> None:
    role, june, sol = world.guild.create_role("Members"), world.people["june"], world.people["sol"]
    mara = world.people["mara"]
    await agreed(world, [june, sol, mara], role)
    await change(world)
    await sol.slash(world.rooms["lounge"], "home")
    assert sol.id in holders(world, role)  # there is time to answer
    await world.env.advance_time(8 * DAY)
    await world.bot.beat()
    assert june.id in holders(world, role)
    await sol.send(world.rooms["lounge"], "hello")
    assert sol.id in holders(world, role)
    await sol.slash(world.rooms["lounge"], "home")  # any command, and any press
    await world.env.settle()
    assert sol.id not in holders(world, role)
    await world.bot.feature(Charter).agree(GuildId(world.guild.id), UserId(mara.id), 2)
    await mara.slash(world.rooms["lounge"], "home")  # she was behind, and answered since
    await sol.slash(world.rooms["lounge"], "guidelines")
    assert {june.id, mara.id} <= holders(world, role)
    posts = world.rooms["welcome"].history()
    panel = next(m for m in posts if "found your way here" in texts_of(m))
    card = (await june.click(panel, custom_id=button(panel, "guidelines:join"))).response
    assert "The role waits for you" in texts_of(card.message)
    assert june.id not in holders(world, role)
    await june.click(card.message, custom_id=button(card.message, "guidelines:yes"))
    assert june.id in holders(world, role)
    for _ in range(2):  # and stays: nobody is behind any more
        await june.slash(world.rooms["lounge"], "home")
        await world.env.settle()
    assert june.id in holders(world, role)
