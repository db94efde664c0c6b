"""Somebody new reads the guidelines, agrees or does not, and says how they like to be here."""

from typing import Any

import discord
import pytest

from bot.ids import GuildId, UserId
from bot.storage.database import StorageDown
from cogs.guidelines.domain import GuidelineSettings, sum_of
from cogs.guidelines.service import Charter, OlderVersion
from tests.world import World, button, texts_of


def panel(world: World) -> Any:
    mine = [m for m in world.rooms["welcome"].history() if m.author == world.bot.user]
    (found,) = [m for m in mine if "found your way here" in texts_of(m)]
    return found


async def press(world: World, who: str, message: Any, address: str) -> Any:
    """Press a button; answers the private card, as it is or as it has become."""
    result = await world.people[who].click(message, custom_id=button(message, address))
    assert result.response is not None
    assert result.ephemeral or message.flags.ephemeral
    return result.response.message


async def walk(world: World, who: str = "june") -> Any:
    """From the panel to the thanks."""
    card = await press(world, who, panel(world), "guidelines:join")
    card = await press(world, who, card, "guidelines:first:1")
    return await press(world, who, card, "guidelines:yes")


async def walk_on(world: World, who: str = "june") -> Any:
    """Once more, having agreed."""
    return await press(world, who, panel(world), "guidelines:join")


async def choose_from(world: World, message: Any, address: str, value: str) -> Any:
    """Choose in a select of june's; answers the card as it has become."""
    result = await world.people["june"].select(
        message, custom_id=button(message, address), values=[value]
    )
    assert result.response is not None
    return result.response.message


def charter(world: World) -> Charter:
    return world.bot.feature(Charter)


async def agreed(world: World, who: str = "june") -> Any:
    return await charter(world).agreed(GuildId(world.guild.id), UserId(world.people[who].id))


async def choose(world: World, **fields: object) -> None:
    await world.bot.settings.change(GuildId(world.guild.id), GuidelineSettings, **fields)


async def material_change(world: World, *, material: bool = True) -> None:
    guild, service = GuildId(world.guild.id), charter(world)
    first = service.rules(guild)[0]
    await service.write(guild, first.model_copy(update={"reminder": "Carry only your own story."}))
    await service.publish(guild, sum_of(service.draft(guild)), material=material)


def has_role(world: World, who: str, role: Any) -> bool:
    member = world.env.backend.get_member(world.guild.id, world.people[who].id)
    return role.id in {int(each) for each in member.role_ids}


async def test_anybody_can_read_them_page_by_page(world: World) -> None:
    shown = await world.people["june"].slash(world.rooms["lounge"], "guidelines")
    assert shown.ephemeral
    card, seen = shown.response.message, 1
    while "Next" in texts_of(card):
        card = await press(world, "june", card, f"guidelines:page:0:{seen}")
        seen += 1
    assert 2 < seen < 10
    assert "What the bot is, and is not" in texts_of(card)
    card = await press(world, "june", card, "guidelines:page:1:0")
    assert "Treat what you read and hear as shared in trust" in texts_of(card)
    assert len(texts_of(card)) < 4000


async def test_one_can_be_read_in_full(world: World) -> None:
    card = await press(world, "june", panel(world), "guidelines:read")
    rule = charter(world).rules(GuildId(world.guild.id))[0]
    card = await choose_from(world, card, "guidelines:one", str(rule.number))
    assert rule.text[:40] in texts_of(card)
    card = await press(world, "june", card, "guidelines:page")
    card = await press(world, "june", card, "guidelines:steps")
    assert "1 of 5" in texts_of(card)


async def test_from_the_panel_to_the_thanks_and_what_is_kept(world: World) -> None:
    first = await press(world, "june", panel(world), "guidelines:join")
    assert "999" in texts_of(first)
    assert "18 or older" in texts_of(first)
    assert "Skip" not in texts_of(first)
    asked = await press(world, "june", first, "guidelines:first:1")
    beside = await press(world, "june", panel(world), "guidelines:join")
    beside = await press(world, "june", beside, "guidelines:first:1")
    thanks = await press(world, "june", asked, "guidelines:yes")
    assert "You agreed to version 1" in texts_of(thanks)
    kept, service = await agreed(world), charter(world)
    assert kept.version == 1
    assert service.chosen(GuildId(world.guild.id)).published == service.shipped  # as it was read
    await world.later(3600)
    twice = await press(world, "june", beside, "guidelines:yes")
    assert "You agreed to version 1" in texts_of(twice)
    assert (await agreed(world)) == kept
    again = await press(world, "june", panel(world), "guidelines:join")
    assert "You agreed to version 1" in texts_of(again)
    assert (await agreed(world)) == kept


async def test_after_a_restart_the_panel_and_every_screen_still_work(world: World) -> None:
    card = await press(world, "june", panel(world), "guidelines:join")
    await world.restart()
    card = await press(world, "june", card, "guidelines:first:1")
    card = await press(world, "june", card, "guidelines:yes")
    card = await press(world, "june", card, "guidelines:screen:3")
    card = await press(world, "june", card, "guidelines:screen:4")
    card = await press(world, "june", card, "guidelines:screen:5")
    assert "right for me" in texts_of(card)
    card = await press(world, "june", card, "guidelines:done")
    assert "You are welcome here" in texts_of(card)


async def test_not_now_leads_on_and_keeps_nothing(world: World) -> None:
    card = await press(world, "june", panel(world), "guidelines:join")
    card = await press(world, "june", card, "guidelines:first:1")
    card = await press(world, "june", card, "guidelines:screen:3")
    card = await press(world, "june", card, "guidelines:done")
    assert "agree another day" in texts_of(card)
    assert await agreed(world) is None
    shown = await world.people["june"].slash(world.rooms["lounge"], "helpnow")
    assert "999" in texts_of(shown.response.message)


async def test_somebody_younger_is_answered_kindly_and_gets_no_role(world: World) -> None:
    role = world.guild.create_role("Members")
    await choose(world, role=role.id)
    card = await press(world, "june", panel(world), "guidelines:join")
    card = await press(world, "june", card, "guidelines:first:0")
    shown = texts_of(card)
    assert "did nothing wrong" in shown
    assert "Childline" in shown
    assert await agreed(world) is None
    assert not has_role(world, "june", role)


async def test_whoever_agrees_gets_the_role_and_once_younger_loses_it(world: World) -> None:
    role = world.guild.create_role("Members")
    await choose(world, role=role.id)
    first = await press(world, "june", panel(world), "guidelines:join")
    member = world.env.backend.get_member(world.guild.id, world.people["june"].id)
    member.pending = True  # Discord's own rules screening: a role would lead past it
    assert "the rules that Discord shows" in texts_of(await walk(world))
    assert not has_role(world, "june", role)
    member.pending = False
    assert "The door is open" in texts_of(await walk_on(world))
    assert has_role(world, "june", role)
    again = await press(world, "june", panel(world), "guidelines:join")
    assert "You have the role" in texts_of(again)
    await press(world, "june", first, "guidelines:first:0")
    assert not has_role(world, "june", role)
    assert await agreed(world) is None


@pytest.mark.parametrize("trouble", ["gone", "above", "lacking"])
async def test_where_the_role_cannot_be_given_the_member_is_at_ease_and_staff_learn_why(
    world: World, trouble: str
) -> None:
    place = {"position": 50} if trouble == "above" else {}
    role = world.guild.create_role("Members", **place)
    if trouble == "lacking":
        lose_manage_roles(world)
        await world.env.settle()
    await choose(world, role=role.id if trouble != "gone" else 4711)
    said = texts_of(await walk(world))
    assert "You agreed to version 1" in said
    assert "not your fault" in said
    await press(world, "june", panel(world), "guidelines:join")
    told = [m for m in world.rooms["staff"].history() if "could not be given" in texts_of(m)]
    assert len(told) == 1
    mend = {"gone": "choose another", "above": "drag my role", "lacking": "Manage Roles"}[trouble]
    assert mend in texts_of(told[0])


def lose_manage_roles(world: World) -> None:
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    mine = guild.me.top_role
    less = discord.Permissions(mine.permissions.value)
    less.update(manage_roles=False)
    world.env.backend.edit_role(guild.id, mine.id, {"permissions": less.value})


async def test_a_material_change_asks_again_and_a_small_one_does_not(world: World) -> None:
    await walk(world)
    await material_change(world, material=False)
    card = await press(world, "june", panel(world), "guidelines:join")
    assert "You agreed to version 1" in texts_of(card)
    await walk(world, "sol")
    assert (await agreed(world, "sol")).version == 2


async def test_what_changed_is_shown_and_an_old_card_agrees_to_nothing(world: World) -> None:
    await walk(world)
    old = await press(world, "sol", panel(world), "guidelines:join")
    old = await press(world, "sol", old, "guidelines:first:1")
    await material_change(world)
    for who, count in (("june", 1), ("mara", 0)):  # by whoever looks and agreed to another version
        by_command = await world.people[who].slash(world.rooms["lounge"], "guidelines")
        custom_id = button(panel(world), "guidelines:read")
        by_button = await world.people[who].click(panel(world), custom_id=custom_id)
        for looked in (by_command, by_button):
            assert "Our guidelines" in texts_of(looked.response.message)
            asked = [texts_of(each.message) for each in looked.followups]
            assert sum("Something has changed" in each for each in asked) == count
    card = await press(world, "june", panel(world), "guidelines:join")
    assert "Something has changed" in texts_of(card)
    assert "Carry only your own story" in texts_of(card)
    card = await press(world, "june", card, "guidelines:yes")
    assert "You agreed to version 2" in texts_of(card)
    refused = await world.people["sol"].click(old, custom_id=button(old, "guidelines:yes"))
    pieces = [refused.response, *refused.followups]
    assert any("have changed since" in texts_of(each.message) for each in pieces if each)
    guild, sol = GuildId(world.guild.id), UserId(world.people["sol"].id)
    with pytest.raises(OlderVersion):  # nor to one that is not there, as after a restored backup
        await charter(world).agree(guild, sol, 3)
    assert await agreed(world, "sol") is None


async def test_how_somebody_likes_to_be_here_is_kept_and_off_until_chosen(world: World) -> None:
    guild, june = GuildId(world.guild.id), world.people["june"]
    card = await walk(world)
    card = await press(world, "june", card, "guidelines:screen:3")
    for place, value in enumerate(("listening", "text", "advice-none")):
        card = await choose_from(world, card, f"guidelines:like:{place}", value)
    assert "please listen, no advice" in texts_of(card)
    card = await press(world, "june", card, "guidelines:screen:4")
    assert "serious danger" in texts_of(card)
    assert "**On**" not in texts_of(card)
    wishes = await world.bot.people.wishes(guild, UserId(june.id))
    assert not any((wishes.prompts, wishes.direct_messages, wishes.staff_contact))
    card = await press(world, "june", card, "guidelines:may:1:1")
    card = await press(world, "june", card, "guidelines:may:2:1")
    await press(world, "june", card, "guidelines:may:1:0")
    wishes = await world.bot.people.wishes(guild, UserId(june.id))
    assert (wishes.listening, wishes.way, wishes.advice) == (True, "text", "none")
    assert not wishes.direct_messages
    assert wishes.staff_contact


async def test_with_the_database_down_they_are_read_and_help_is_there(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> object:
        raise StorageDown("full")

    first = await press(world, "june", panel(world), "guidelines:join")
    other = await press(world, "sol", panel(world), "guidelines:join")
    monkeypatch.setattr(world.bot.database, "read", broken)
    monkeypatch.setattr(world.bot.database, "write", broken)
    june = world.people["june"]
    shown = await june.slash(world.rooms["lounge"], "guidelines")
    assert "Our guidelines" in texts_of(shown.response.message)
    card = await press(world, "june", first, "guidelines:first:1")
    refused = await june.click(card, custom_id=button(card, "guidelines:yes"))
    pieces = [refused.response, *refused.followups]
    assert any("could not save" in texts_of(each.message) for each in pieces if each)
    assert "Childline" in texts_of(await press(world, "sol", other, "guidelines:first:0"))
    help_ = await june.slash(world.rooms["lounge"], "helpnow")
    assert "999" in texts_of(help_.response.message)


async def test_somebody_who_leaves_while_pressing_is_no_reason_to_call_staff(
    world: World,
) -> None:
    role = world.guild.create_role("Members")
    await choose(world, role=role.id)
    card = await press(world, "june", panel(world), "guidelines:join")
    card = await press(world, "june", card, "guidelines:first:1")
    gone = f"/guilds/{world.guild.id}/members/{world.people['june'].id}/roles/{role.id}"
    world.env.inject_error("PUT", gone, status=404, code=10007)
    card = await press(world, "june", card, "guidelines:yes")
    assert "You agreed to version 1" in texts_of(card)
    assert not [m for m in world.rooms["staff"].history() if "could not be given" in texts_of(m)]


async def test_the_home_panel_leads_to_both(world: World) -> None:
    home = world.rooms["welcome"].last_message
    assert "Our guidelines" in texts_of(await press(world, "june", home, "guidelines:read"))
    assert "Report privately" in texts_of(await press(world, "june", home, "report:open"))
