"""The wizard makes or adopts rooms and roles: it says so before, and does it once."""

import asyncio
from functools import partial
from typing import Any

import discord
import pytest
from discord.http import Route as Call

from bot.ids import GuildId
from bot.sections import CommunitySettings
from bot.ui.house import public_voice
from cogs.setup.making import carry_out, plan
from tests.world import World, button, texts_of


def chosen(world: World) -> CommunitySettings:
    return world.bot.settings.of(GuildId(world.guild.id), CommunitySettings)


def named(world: World, name: str) -> list[Any]:
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    return [each for each in (*guild.text_channels, *guild.roles) if each.name == name]


async def wizard(world: World) -> Any:
    """The private card of the wizard, where it goes on."""
    return (await world.people["ada"].slash(world.rooms["lounge"], "setup wizard")).response


async def press(world: World, card: Any, address: str) -> Any:
    return await world.people["ada"].click(card.message, custom_id=button(card.message, address))


def shown(result: Any) -> str:
    """Every word that a press was answered with."""
    return "\n".join(
        texts_of(each.message) for each in (result.response, *result.followups) if each
    )


async def made(world: World, card: Any) -> str:
    """Asks for what a step makes; answers what was said before it was done."""
    await press(world, card, "setup:offer")
    said = texts_of(card.message)
    await press(world, card, "setup:make")
    return said


async def test_from_an_empty_community_to_the_panels_without_choosing_anything(
    world: World,
) -> None:
    for room in ("staff", "welcome"):
        await world.bot.http.delete_channel(world.rooms[room].id)
    await world.env.settle()
    card = await wizard(world)
    assert "I would make the channel #staff" in await made(world, card)
    assert "2 of 5" in texts_of(card.message)
    assert "the role @Moderator" in await made(world, card)
    assert "the role @Facilitator" in await made(world, card)
    await press(world, card, "setup:step:5")
    assert "#welcome" in await made(world, card)
    assert "Your community is ready" in texts_of(card.message)
    now = chosen(world)
    (staff,), (welcome,) = named(world, "staff"), named(world, "welcome")
    (moderators,) = named(world, "Moderator")
    assert (now.staff_channel, now.home_channel) == (staff.id, welcome.id)
    assert now.moderator_role == moderators.id
    assert now.set_up
    everybody = staff.guild.default_role
    assert not staff.permissions_for(everybody).view_channel
    assert staff.permissions_for(moderators).view_channel
    assert welcome.permissions_for(everybody).view_channel
    assert not welcome.permissions_for(everybody).send_messages
    assert moderators.permissions.moderate_members


async def test_what_is_there_is_used_and_a_double_press_makes_one(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = await wizard(world)
    assert f"{world.rooms['staff'].mention} is here already" in await made(world, card)
    assert chosen(world).staff_channel == world.rooms["staff"].id
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    voice, make = public_voice(world.bot, GuildId(guild.id)), world.bot.http.create_role

    async def slowly(*given: Any, **values: Any) -> Any:
        await asyncio.sleep(0)  # Discord answers later, and the others have pressed by then
        return await make(*given, **values)

    monkeypatch.setattr(world.bot.http, "create_role", slowly)

    async def one() -> int:
        look = partial(plan, guild, "moderator_role", voice)
        return (await carry_out(guild, look, chosen(world))).id

    assert len(set(await asyncio.gather(one(), one(), one()))) == 1
    assert len(named(world, "Moderator")) == 1
    assert len(named(world, "staff")) == 1


async def test_left_halfway_it_goes_on_where_something_is_gone(world: World) -> None:
    await world.set_up()
    await world.bot.http.delete_channel(world.rooms["staff"].id)
    await world.bot.http.delete_role(world.guild.id, world.roles["facilitator"].id)
    await world.env.settle()
    await world.restart()
    card = await wizard(world)
    assert "1 of 5" in texts_of(card.message)
    await made(world, card)
    assert "3 of 5" in texts_of((await wizard(world)).message)
    assert [room.id for room in named(world, "staff")] == [chosen(world).staff_channel]


@pytest.mark.parametrize("step", [1, 2])
async def test_without_the_permission_it_says_which_and_changes_nothing(
    world: World, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.bot.http.delete_channel(world.rooms["staff"].id)
    await world.env.settle()
    card = await wizard(world)
    if step == 2:
        await press(world, card, "setup:step:2")
    await press(world, card, "setup:offer")
    asked = world.bot.http.request

    async def refuses(route: Call, **values: Any) -> Any:
        if route.method == "POST" and route.path.endswith(("/channels", "/roles")):
            answer: Any = _Answer()
            raise discord.Forbidden(answer, "Missing Permissions")
        return await asked(route, **values)

    monkeypatch.setattr(world.bot.http, "request", refuses)
    before = chosen(world)
    result = await press(world, card, "setup:make")
    said = "\n".join(
        texts_of(each.message) for each in (result.response, *result.followups) if each
    )
    assert "Manage Channels and Manage Roles" in said
    assert "Nothing was changed" in said
    assert chosen(world) == before


class _Answer:
    status, reason = 403, "Forbidden"


async def test_panels_are_not_promised_where_they_cannot_be_posted(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    overwrite = discord.PermissionOverwrite(embed_links=False, send_messages=False)
    everybody = world.guild.default_role
    garden = world.guild.create_text_channel("garden", overwrites={everybody: overwrite})
    card = await wizard(world)
    await press(world, card, "setup:step:2")
    for step in (3, 4, 5):
        await press(world, card, f"setup:step:{step}")
    result = await world.people["ada"].select(
        card.message, [garden], custom_id=button(card.message, "setup:panel")
    )
    said = "\n".join(
        texts_of(each.message) for each in (result.response, *result.followups) if each
    )
    assert "Send Messages" in said
    assert garden.history() == []
    with monkeypatch.context() as gone:  # deleted while the card of the step stands
        gone.setattr(discord.Guild, "get_channel", lambda *_: None)
        result = await world.people["ada"].select(
            card.message, [world.rooms["lounge"]], custom_id=button(card.message, "setup:panel")
        )
    assert "Send Messages" in shown(result)
    assert chosen(world).home_channel == world.rooms["welcome"].id
