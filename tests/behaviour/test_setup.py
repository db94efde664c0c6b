"""An admin sets the community up, and the doctor says what is missing."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import discord

from bot.app import ROOT
from bot.ids import ChannelId, GuildId, RoleId
from bot.sections import CommunitySettings
from bot.ui.gates import serves
from cogs.setup.panels import post_panels
from cogs.sharing.domain import SharingSettings
from tests.behaviour.share_desk import open_sharing
from tests.world import WORDS, World, button, open_world, texts_of

# Panels that stand in channels of their own: of shares, and of sessions.
BESIDE = ("sharing.panel-title", "sessions.coming")


def chosen(world: World) -> CommunitySettings:
    return world.bot.settings.of(GuildId(world.guild.id), CommunitySettings)


async def doctor(world: World) -> str:
    result = await world.people["ada"].slash(world.rooms["staff"], "setup doctor")
    assert result.ephemeral
    return texts_of(result.response.message)


async def test_the_wizard_from_the_first_question_to_the_panels(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        ada = world.people["ada"]
        card = (await ada.slash(world.rooms["staff"], "setup wizard")).response
        await a_room_for_staff_in_which_nobody_would_be_told(world, card)
        await pick(world, card, "setup:staff", world.rooms["staff"])
        await ada.click(card.message, custom_id=button(card.message, "setup:step:2"))
        everybody = world.guild.default_role
        refused = await ada.select(
            card.message, [everybody], custom_id=button(card.message, "setup:moderators")
        )
        assert "everybody’s" in "".join(
            texts_of(each.message) for each in (refused.response, *refused.followups)
        )
        assert chosen(world).moderator_role is None
        await pick(world, card, "setup:moderators", world.roles["moderator"])
        await pick(world, card, "setup:facilitators", world.roles["facilitator"])
        form = await ada.click(card.message, custom_id=button(card.message, "setup:country"))
        await ada.submit_modal(form, {"country": "Deutschland"})
        assert chosen(world).country == "DE"
        card = (await ada.slash(world.rooms["staff"], "setup wizard")).response
        await the_clock_is_typed(world, card)
        card = (await ada.slash(world.rooms["staff"], "setup wizard")).response
        assert "5 of 5" in texts_of(card.message)
        await pick(world, card, "setup:panel", world.rooms["welcome"])
        assert chosen(world).set_up
        pinned = world.rooms["welcome"].pinned_messages()
        assert len(pinned) == 1
        assert "112" in texts_of(pinned[0])
        assert "You are welcome here" in texts_of(world.rooms["welcome"].last_message)
        await and_the_panels_follow_what_is_chosen_later(world)


async def a_room_for_staff_in_which_nobody_would_be_told(world: World, card: Any) -> None:
    """It is kept, and said at once: the step stays until another one is chosen, or it is mended."""
    mute = discord.PermissionOverwrite(send_messages=False)
    everybody = world.guild.default_role
    garden = world.guild.create_text_channel("garden", overwrites={everybody: mute})
    await pick(world, card, "setup:staff", garden)
    assert chosen(world).staff_channel == garden.id
    for said in ("1 of 5", "I lack: Send Messages", "Everybody can see the staff channel"):
        assert said in texts_of(card.message)


async def the_clock_is_typed(world: World, card: Any) -> None:
    """The card of the country: what cannot be read changes nothing, of several one is chosen."""
    ada = world.people["ada"]
    await ada.click(card.message, custom_id=button(card.message, "setup:step:4"))
    custom_id = button(card.message, "setup:zone")
    for typed, zone in (("xqzt", "UTC"), ("ist", "UTC"), ("berlin", "Europe/Berlin")):
        form = await ada.click(card.message, custom_id=custom_id)
        result = await ada.submit_modal(form, {"zone": typed})
        assert chosen(world).zone == zone
        if typed == "ist":
            several = result.followups[-1].message if result.followups else result.response.message
            pick = button(several, "setup:place")
            await ada.select(several, ["Asia/Kolkata"], custom_id=pick)
            assert chosen(world).zone == "Asia/Kolkata"
    assert "Europe/Berlin" in await doctor(world)


async def and_the_panels_follow_what_is_chosen_later(world: World) -> None:
    """Months later the language changes, then the country: the same posts, in their places."""
    welcome, ada = world.rooms["welcome"], world.people["ada"]
    shares, card = await open_sharing(world), await ada.slash(world.rooms["staff"], "setup sharing")
    await ada.click(card.response.message, custom_id=button(card.response.message, "sharing:panel"))
    card = await ada.slash(world.rooms["staff"], "setup sessions")
    await pick(world, card.response, "sessions:board", world.rooms["lounge"])
    beside = {room: room.last_message.id for room in (shares, world.rooms["lounge"])}
    before = [message.id for message in welcome.history()]
    await world.env.advance_time(40 * 86400)
    await world.bot.beat()
    await world.restart()
    card = (await ada.slash(world.rooms["staff"], "setup wizard")).response
    for step in (2, 3, 4):
        await ada.click(card.message, custom_id=button(card.message, f"setup:step:{step}"))
    await ada.select(card.message, ["de"], custom_id=button(card.message, "setup:language"))
    assert [message.id for message in welcome.history()] == before
    said = "\n".join(texts_of(message) for message in welcome.history())
    for title in ("home.title", "setup.pinned-small", "guidelines.panel-title"):
        assert WORDS.texts.say(title, "de") in said
        assert WORDS.texts.say(title, "en") not in said
    for (room, stood), title in zip(beside.items(), BESIDE, strict=True):
        assert room.last_message.id == stood
        assert WORDS.texts.say(title, "de") in texts_of(room.last_message)
    await world.bot.http.delete_message(welcome.id, welcome.last_message.id)
    told = len(world.rooms["staff"].history())
    form = await ada.click(card.message, custom_id=button(card.message, "setup:country"))
    await ada.submit_modal(form, {"country": "UK"})
    (pinned,) = welcome.pinned_messages()
    assert "999" in texts_of(pinned)
    assert "112" not in texts_of(pinned)
    assert len(world.rooms["staff"].history()) == told, "a panel that was deleted is no trouble"


async def test_the_doctor_names_a_missing_permission_with_its_mend(world: World) -> None:
    assert "I have what I need" in await doctor(world)
    overwrite = discord.PermissionOverwrite(read_message_history=False)
    world.guild.create_text_channel("garden", overwrites={world.guild.default_role: overwrite})
    said = await doctor(world)
    assert "Read Message History" in said
    assert "Mend" in said


async def test_deleted_channel_and_role_are_named_and_nobody_is_lost(world: World) -> None:
    await world.bot.http.delete_channel(world.rooms["staff"].id)
    await world.bot.http.delete_role(world.guild.id, world.roles["moderator"].id)
    await world.env.settle()
    ada, lounge = world.people["ada"], world.rooms["lounge"]
    said = texts_of((await ada.slash(lounge, "setup doctor")).response.message)
    assert "staff channel is gone" in said
    assert "role was deleted" in said
    for who, told in (("ada", True), ("june", False)):
        home = await world.people[who].slash(lounge, "home")
        shown = "".join(texts_of(each.message) for each in (home.response, *home.followups))
        assert ("staff channel is gone" in shown) is told
    await world.people["june"].send(lounge, "i want to kill myself tonight")
    assert "only for you" in texts_of(lounge.last_message)


async def test_a_member_may_not_set_up(world: World) -> None:
    await world.bot.settings.change(GuildId(world.guild.id), CommunitySettings, country="GB")
    before = chosen(world)
    card = (await world.people["ada"].slash(world.rooms["lounge"], "setup wizard")).response
    role = world.guild.roles["Admin"]
    await world.bot.http.remove_role(world.guild.id, world.people["ada"].id, role.id)
    await world.env.settle()
    result = await world.people["ada"].select(
        card.message, [world.rooms["lounge"]], custom_id=button(card.message, "setup:staff")
    )
    assert "role" in texts_of(result.response.message)
    assert chosen(world) == before


async def test_asking_for_the_panel_twice_posts_it_once(world: World) -> None:
    guild, lounge = GuildId(world.guild.id), world.rooms["lounge"]
    for _ in range(2):
        await post_panels(world.bot, guild, ChannelId(lounge.id))
    await world.env.settle()
    panels = [m for m in lounge.history() if "You are welcome" in texts_of(m)]
    assert len(panels) == 1
    assert len(lounge.pinned_messages()) == 1


async def pick(world: World, card: Any, address: str, choice: Any) -> None:
    await world.people["ada"].select(
        card.message, [choice], custom_id=button(card.message, address)
    )


async def test_where_the_operator_did_not_open_it_nothing_is_kept_and_help_is_named(
    world: World,
) -> None:
    lounge, june = world.rooms["lounge"], world.people["june"]
    home = (await june.slash(lounge, "home")).response.message
    world.bot.config = replace(world.config, guilds=frozenset({GuildId(1)}))
    for result in (
        await june.slash(lounge, "home"),
        await june.click(home, custom_id=button(home, "helpnow:open")),
        await world.people["ada"].slash(lounge, "setup wizard"),
    ):
        assert result.ephemeral
        assert "not opened me for this community" in texts_of(result.response.message)


async def test_it_tells_who_does_not_see_the_commands_of_staff_and_who_does(world: World) -> None:
    assert "does not see" not in await doctor(world)
    guild = world.guild
    plain = guild.create_role("Circle keepers")
    await world.bot.settings.change(
        GuildId(guild.id), CommunitySettings, facilitator_role=RoleId(plain.id)
    )
    said = await doctor(world)
    assert f"<@&{plain.id}> does not see /host" in said
    commands = {command.name: command for command in await world.bot.tree.fetch_commands()}
    guild.set_command_permissions(commands["host"], {plain: True})
    guild.set_command_permissions(commands["cases"], {plain: True})
    said = await doctor(world)
    assert "does not see" not in said
    assert f"Somebody opened /cases to <@&{plain.id}>" in said


async def test_features_say_what_is_on_and_where_it_is_decided(world: World) -> None:
    ada, staff = world.people["ada"], world.rooms["staff"]
    said = texts_of((await ada.slash(staff, "setup features")).response.message)
    assert "Help in danger** is always on" in said
    assert "Sharing without a name** is off" in said
    for command in ("crisis", "sharing", "checkins", "sessions", "guidelines"):
        assert f"/setup {command}" in said
    room = world.rooms["lounge"]
    guild = GuildId(world.guild.id)
    await world.bot.settings.change(guild, SharingSettings, channel=ChannelId(room.id))
    said = texts_of((await ada.slash(staff, "setup features")).response.message)
    assert f"Sharing without a name** is on, in {room.mention}" in said
    assert named_commands() - {each.qualified_name for each in world.bot.tree.walk_commands()} == (
        set()
    )


def named_commands() -> set[str]:
    """Every command that a sentence or a page for admins sends somebody to."""
    pages = [*(ROOT / "data" / "texts").rglob("*.ftl"), ROOT / "README.md"]
    pages += [ROOT / "docs" / name for name in ("operating.md", "privacy.md")]
    names = "home|helpnow|checkin|share|sessions|guidelines|me|report|about|host|cases|care|setup"
    under = "setup (?:checkins )?|host session |cases |care "
    typed = re.compile(rf"(?<![\w/])/((?:{under})[a-z]+|(?:{names})\b)")
    found = {each for page in pages for each in typed.findall(page.read_text(encoding="utf-8"))}
    assert len(found) > 25
    return found


async def test_people_are_chosen_in_one_place_and_rights_are_asked_at_the_press(
    world: World,
) -> None:
    ada, staff = world.people["ada"], world.rooms["staff"]
    card = (await ada.slash(staff, "setup people")).response
    assert "Everybody with Manage Server" in texts_of(card.message)
    keepers = world.guild.create_role("Circle keepers")
    for address in ("setup:takecases", "setup:runsessions"):
        custom_id = button(card.message, address)
        before = chosen(world)
        refused = await ada.select(card.message, [world.guild.default_role], custom_id=custom_id)
        assert "everybody’s" in "".join(
            texts_of(each.message) for each in (refused.response, *refused.followups)
        )
        assert chosen(world) == before
    guild, mara = GuildId(world.guild.id), world.people["mara"].id
    assert await serves(world.bot, world.bot, guild, mara)
    everybody = RoleId(world.guild.default_role.id)  # as it could be chosen before
    await world.bot.settings.change(guild, CommunitySettings, moderator_role=everybody)
    assert not await serves(world.bot, world.bot, guild, mara)
    await ada.select(card.message, [keepers], custom_id=custom_id)
    assert chosen(world).facilitator_role == keepers.id
    assert keepers.mention in texts_of(card.message)
    await world.bot.http.remove_role(world.guild.id, ada.id, world.guild.roles["Admin"].id)
    await world.env.settle()
    before = chosen(world)
    refused = await ada.select(card.message, [world.roles["moderator"]], custom_id=custom_id)
    assert "role" in texts_of(refused.response.message)
    assert chosen(world) == before
