"""A report about somebody of the staff: kept from them, posted nowhere, and its end is told."""

from typing import Any

import discord
import pytest
from simcord.actors import MemberActor

from bot.ids import ChannelId, GuildId, UserId
from bot.services.without import Without
from cogs.guidelines.domain import GuidelineSettings
from cogs.guidelines.moments import MANY, Moments
from tests.behaviour.staff_room import listed, live, may_write, nudges, posts, press, shown
from tests.traces import find_traces
from tests.world import World, button, texts_of

MENU = "Report privately"
SHOUTS = "she shouts at whoever is new"


async def choose(world: World, card: Any, address: str, value: Any, who: str = "june") -> Any:
    custom_id, values = button(card, address), value if isinstance(value, list) else [value]
    return last(await world.people[who].select(card, custom_id=custom_id, values=values))


def last(result: Any) -> Any:
    return ([*result.followups] or [result.response])[-1].message


async def about(world: World, whom: Any, *, who: str = "june") -> Any:
    """By `/report`: it is about staff, and about whom."""
    card = last(await world.people[who].slash(world.rooms["lounge"], "report"))
    card = await choose(world, card, "report:why", "staff", who)
    assert "not even that it is there" in texts_of(card)
    return await choose(world, card, "report:who", whom, who)


async def write(world: World, card: Any, *, named: bool, who: str = "june") -> str:
    found = addresses(card, "report:name") or addresses(card, "report:several")
    with_name, without = found  # as they stand on the card
    form = await world.people[who].click(card, custom_id=with_name if named else without)
    return shown(await world.people[who].submit_modal(form, {"words": SHOUTS}))


def addresses(card: Any, address: str) -> list[str]:
    view = discord.ui.LayoutView.from_message(card, timeout=None)
    found = [str(getattr(item, "custom_id", "") or "") for item in view.walk_children()]
    return [each for each in found if each.startswith(address)]


@pytest.mark.parametrize("name", ["given", "not given"])
async def test_the_others_are_nudged_and_whoever_goes_learns_no_more_than_was_given(
    world: World, name: str
) -> None:
    named = name == "given"
    for who in ("theo", "mara"):
        await may_write(world, who)
    said = await write(world, await about(world, world.users["mara"]), named=named)
    assert "It is kept for the others" in said
    assert "I ask the others of the staff" in said
    assert nudges(world, "mara") == []
    (nudge,) = nudges(world, "theo")
    june, mara = (str(world.people[who].id) for who in ("june", "mara"))
    assert not any(word in nudge for word in (june, mara, "report", "shouts"))
    (case,) = await live(world, "theo")
    assert await live(world, "mara") == []
    before = shown(await press(world, "theo", await listed(world, "theo"), "cases:look"))
    assert "shouts" not in before
    card = await world.people["theo"].slash(world.rooms["staff"], "cases show", number=case.id)
    taken = await press(world, "theo", card.response.message, "cases:go")
    assert "Do not go to those it is about" in shown(taken)
    look = shown(await press(world, "theo", await listed(world, "theo"), "cases:look"))
    assert SHOUTS in look
    assert (june in look) is named
    await world.restart()
    end = button(taken.response.message, "cases:end")
    await world.people["theo"].select(taken.response.message, ["talked"], custom_id=end)
    await world.later(24 * 3600)
    home = await world.people["june"].slash(world.rooms["lounge"], "home")
    cards = [home.response.message, *(each.message for each in home.followups)]
    (news,) = [each for each in cards if "There is news for you" in texts_of(each)]
    read = await press(world, "june", news, "report:read")
    assert "Staff talked" in shown(read)
    ruled_out, guild = world.bot.feature(Without), GuildId(world.guild.id)
    me, owner = UserId(world.people["june"].id), UserId(world.guild.owner.id)
    await ruled_out.choose(guild, me, owner)
    asked = await press(world, "june", last(read), "report:appeal")
    alone = shown(await world.people["june"].submit_modal(asked, {"words": "only you"}))
    assert "I know nobody else of the staff" in alone
    assert "only you" in alone
    await ruled_out.take_back(guild, me, owner)
    asked = await press(world, "june", last(read), "report:appeal")
    again = shown(await world.people["june"].submit_modal(asked, {"words": "again"}))
    assert "goes to somebody other than before" in again
    assert await live(world, "mara") == []
    (second,) = await live(world, "ada")
    assert second.barred == {world.people["theo"].id}
    assert len(nudges(world, "theo")) == 1
    assert posts(world) == []
    assert find_traces(world.config.home, [int(mara)], ["shouts"]) == []


async def test_on_a_message_of_staff_it_is_kept_from_them_whatever_the_reason(
    world: World,
) -> None:
    lounge = world.rooms["lounge"]
    places, moments = {ChannelId(lounge.id): "social"}, world.bot.feature(Moments)
    await world.bot.settings.change(GuildId(world.guild.id), GuidelineSettings, places=places)
    for _ in range(MANY - 1):
        moments.reported(ChannelId(lounge.id))
    said = await world.people["mara"].send(lounge, "be quiet, all of you")
    card = last(await world.people["june"].context_menu(world.rooms["lounge"], MENU, said))
    card = await choose(world, card, "report:why", "unkind")
    assert "It is kept from them" in texts_of(card)
    told = await write(world, card, named=False)
    assert "None of the others has allowed me" in told
    (case,) = await live(world, "theo")
    assert case.hidden == {world.people["mara"].id}
    assert posts(world) == []
    card = last(await world.people["june"].context_menu(world.rooms["lounge"], MENU, said))
    card = await choose(world, card, "report:why", "staff")
    assert "With your name" in texts_of(card)
    assert [c.id for c in await live(world, "theo")] == [case.id]
    await world.people["sol"].send(lounge, "hello")
    assert lounge.last_message.author != world.bot.user  # a line would tell that there is a report
    moments.reported(ChannelId(lounge.id))
    await world.people["sol"].send(lounge, "hello again")
    assert lounge.last_message.author == world.bot.user


@pytest.mark.parametrize("whose", ["owner", "admin"])
async def test_of_whom_discord_lets_past_everything_it_is_said_first(
    world: World, whose: str
) -> None:
    everything = world.guild.create_role("All", permissions=discord.Permissions(administrator=True))
    boss = world.guild.add_member(world.env.create_user("boss"), roles=[everything])
    if whose == "owner":
        boss = MemberActor(world.env, world.guild, world.guild.owner)
    card = await about(world, boss)
    assert "I know no way around that" in texts_of(card)
    assert "ops@example.org" in texts_of(card)
    card = last(await press(world, "june", card, "report:still"))
    told = await write(world, card, named=True)
    # The house knows nobody of the staff but the owner here, so of the owner nobody is told.
    nobody = "I know nobody else of the staff" in told
    assert nobody is (whose == "owner")
    assert (SHOUTS in told) is nobody
    assert ("ops@example.org" in told) is nobody
    assert len(await live(world, "theo")) == (0 if nobody else 1)
    assert posts(world) == []


async def test_about_several_it_is_kept_from_each_and_those_who_may_know_see_whom(
    world: World,
) -> None:
    mara, theo = world.users["mara"], world.users["theo"]
    world.users["vera"] = world.env.create_user("vera")
    moderates = [world.roles["moderator"]]
    world.people["vera"] = world.guild.add_member(world.users["vera"], roles=moderates)
    both = {mara.id, theo.id}
    for who in ("mara", "theo", "vera"):
        await may_write(world, who)
    card = await about(world, [mara, theo])
    assert all(f"<@{each}>" in texts_of(card) for each in both)
    await world.restart()
    said = await write(world, card, named=False)
    assert "I ask the others of the staff" in said
    assert (nudges(world, "mara"), nudges(world, "theo"), len(nudges(world, "vera"))) == ([], [], 1)
    (case,) = await live(world, "vera")
    assert case.hidden == both == {*case.about}
    assert await live(world, "mara") == await live(world, "theo") == []
    seen = await world.people["vera"].slash(world.rooms["staff"], "cases show", number=case.id)
    assert all(f"<@{each}>" in shown(seen) for each in both)
    # The same people in another order are the same case; one of them alone is another.
    await write(world, await about(world, [theo, mara], who="sol"), named=True, who="sol")
    assert [each.id for each in await live(world, "vera")] == [case.id]
    await write(world, await about(world, mara, who="sol"), named=True, who="sol")
    assert [{*each.about} for each in await live(world, "theo")] == [{mara.id}]
    assert len(await live(world, "vera")) == 2
    assert posts(world) == []
    assert find_traces(world.config.home, [mara.id, theo.id], ["shouts"]) == []
    refused = await about(world, [theo, world.users["sol"]], who="sol")
    assert "or a bot" in texts_of(refused)


async def test_on_a_message_of_staff_others_can_be_added_and_of_admins_it_is_said(
    world: World,
) -> None:
    everything = world.guild.create_role("All", permissions=discord.Permissions(administrator=True))
    boss = world.guild.add_member(world.env.create_user("boss"), roles=[everything])
    chief = world.guild.add_member(world.env.create_user("chief"), roles=[everything])
    await may_write(world, "theo")
    said = await world.people["mara"].send(world.rooms["lounge"], "be quiet, all of you")
    card = last(await world.people["june"].context_menu(world.rooms["lounge"], MENU, said))
    card = await choose(world, card, "report:why", "unkind")
    owner = world.guild.owner
    card = await choose(world, card, "report:too", [boss, chief, owner])
    words = texts_of(card)
    assert "This server belongs to" in words
    assert f"<@{boss.id}>" in words
    assert f"<@{chief.id}>" in words
    card = last(await press(world, "june", card, "report:yet"))
    told = await write(world, card, named=True)
    assert "It is kept for the others" in told
    (case,) = await live(world, "theo")
    assert {*case.about} == case.hidden == {world.users["mara"].id, boss.id, chief.id, owner.id}
    assert case.place is not None
    card = await about(world, [boss, chief])
    assert "run this server. Discord opens every channel to them" in texts_of(card)


async def test_whom_the_reporter_ruled_out_learns_nothing_either(world: World) -> None:
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    await world.bot.feature(Without).choose(guild, june, UserId(world.people["theo"].id))
    await write(world, await about(world, world.users["mara"]), named=True)
    assert await live(world, "theo") == []
    assert len(await live(world, "ada")) == 1


async def test_oneself_and_a_bot_are_no_staff_to_report(world: World) -> None:
    bot = world.env.create_user("robot", bot=True)
    world.guild.add_member(bot)
    for nobody in (world.users["june"], bot):
        assert "or a bot" in texts_of(await about(world, nobody))
    assert await live(world, "theo") == []
