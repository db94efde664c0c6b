"""`/setup guidelines`: written in a draft, shown as a difference, published or not."""

from typing import Any

import discord
from sqlalchemy import func, select

from bot.ids import ChannelId, GuildId, RoleId, UserId
from bot.storage.outbox import OutboxRow
from cogs.guidelines.domain import GuidelineSettings, Rule
from cogs.guidelines.service import Charter
from tests.world import World, button, texts_of


async def start(world: World) -> Any:
    shown = await world.people["ada"].slash(world.rooms["staff"], "setup guidelines")
    return shown.response.message


async def press(world: World, message: Any, address: str, who: str = "ada") -> Any:
    result = await world.people[who].click(message, custom_id=button(message, address))
    return result if result.modal is not None else shown(result)


async def pick(world: World, message: Any, address: str, value: Any) -> Any:
    custom_id = button(message, address)
    return shown(await world.people["ada"].select(message, custom_id=custom_id, values=[value]))


def shown(result: Any) -> Any:
    return ([*result.followups] or [result.response])[-1].message


def charter(world: World) -> Charter:
    return world.bot.feature(Charter)


def here(world: World) -> GuildId:
    return GuildId(world.guild.id)


def number(world: World, name: str) -> str:
    (rule,) = [each for each in charter(world).shipped if each.id == name]
    return str(rule.number)


async def change(world: World, name: str = "respect", **words: str) -> Any:
    """Change some words of one guideline; answers the card of the draft's guideline."""
    return shown(await sent(world, name, **words))


async def sent(world: World, name: str = "respect", **words: str) -> Any:
    """The same; answers all that the admin is shown."""
    card = await pick(world, await start(world), "charter:look:0", number(world, name))
    form = await press(world, card, "charter:change")
    written = {"title": "T", "reminder": "R", "text": "X", "nudge": "N", **words}
    return await world.people["ada"].submit_modal(form, written)


async def to_publish(world: World) -> Any:
    return await press(world, await start(world), "charter:difference:0")


async def test_of_two_selects_each_says_which_guidelines_it_holds(world: World) -> None:
    prompts = [
        item.placeholder
        for item in discord.ui.LayoutView.from_message(await start(world)).walk_children()
        if isinstance(item, discord.ui.Select)
    ]
    last = len(charter(world).shipped)
    assert prompts == ["Choose one to change: 1 to 25", f"Choose one to change: 26 to {last}"]


async def test_a_change_waits_in_the_draft_until_its_difference_was_seen_and_published(
    world: World,
) -> None:
    card = await change(world, title="Kindness", text="Speak **kindly**, @everyone.")
    assert "Nothing is published yet" in texts_of(card)
    assert charter(world).rules(here(world)) == charter(world).shipped
    await world.restart()
    card = await start(world)
    assert "One change waits" in texts_of(card)
    card = await to_publish(world)
    assert "~~, even when you differ~~" in texts_of(card) or "even when you differ" in texts_of(
        card
    )
    assert "\\*\\*kindly\\*\\*" in texts_of(card)
    assert "@everyone" not in texts_of(card)
    old = await to_publish(world)
    card = await press(world, card, "charter:publish")
    assert "Version 2 holds now" in texts_of(card)
    rules = {each.id: each for each in charter(world).rules(here(world))}
    assert rules["respect"].title == "Kindness"
    assert charter(world).chosen(here(world)).material == 1
    again = await press(world, old, "charter:publish")
    assert "nothing new to publish" in texts_of(again)
    assert charter(world).chosen(here(world)).version == 2


async def test_a_draft_that_changed_meanwhile_is_not_published_unseen(world: World) -> None:
    await change(world)
    card = await to_publish(world)
    await change(world, "conflict")
    refused = await press(world, card, "charter:publish")
    assert "changed the draft while you were reading" in texts_of(refused)
    assert charter(world).chosen(here(world)).version == 1


async def test_one_is_left_out_one_is_added_and_the_default_comes_back(world: World) -> None:
    card = await pick(world, await start(world), "charter:look:0", number(world, "respect"))
    card = await press(world, card, "charter:out")
    form = await press(world, card, "charter:add")
    words = {"title": "Tea", "reminder": "There is tea.", "text": "Always.", "nudge": "Tea?"}
    await world.people["ada"].submit_modal(form, words)
    card = await to_publish(world)
    assert "**New · Tea**" in texts_of(card)
    assert "**Gone · Respect, even when you differ**" in texts_of(card)
    card = await press(world, card, "charter:publish")
    names = [each.title for each in charter(world).rules(here(world))]
    assert "Tea" in names
    assert "Respect, even when you differ" not in names
    await press(world, await start(world), "charter:restore")
    assert "Tea" in [each.title for each in charter(world).rules(here(world))]
    card = await press(world, await to_publish(world), "charter:publish")
    assert charter(world).rules(here(world)) == charter(world).shipped


async def test_a_draft_can_be_thrown_away(world: World) -> None:
    await change(world)
    card = await press(world, await start(world), "charter:discard")
    assert "There is no draft" in texts_of(card)


async def test_enormous_and_empty_words(world: World) -> None:
    await change(world, text="Ω" * 2500, title="#" * 100)
    refused = await sent(world, "conflict", text="   ", nudge="Could we slow down?")
    assert "had no word in it" in texts_of(refused.response.message)
    assert "Could we slow down?" in texts_of(shown(refused))  # what was typed is not lost
    card = await to_publish(world)
    assert len(texts_of(card)) < 4000
    await press(world, await press(world, card, "charter:difference:1"), "charter:publish")
    mine = await world.people["june"].slash(world.rooms["lounge"], "guidelines")
    page = mine.response.message
    for _ in range(3):
        page = await press(world, page, "guidelines:page:1", "june")
        assert len(texts_of(page)) < 4000


async def test_guidelines_longer_than_a_card_are_paged_and_read_to_the_end(world: World) -> None:
    stars, emoji = "*" * 2500, "\N{SEEDLING}" * 2500
    names = {"reminder": "|" * 140, "nudge": "_" * 400}
    rules = [Rule(id=each[0], title="*" * 100, text=each, **names) for each in (stars, emoji)]
    ours = charter(world).rules(here(world))[0]
    await world.bot.settings.change(here(world), GuidelineSettings, published=(*rules, ours))
    short = (await world.people["june"].slash(world.rooms["lounge"], "guidelines")).response.message
    read, page = "", await press(world, short, "guidelines:page:1", "june")
    for number in (1, 2, 3, 4):
        read += texts_of(page)
        assert len(texts_of(page).encode("utf-16-le")) // 2 < 4000
        if number < 4:
            page = await press(world, page, f"guidelines:page:1:{number}", "june")
    assert read.count("\\*") == 2500 + 2 * 100
    assert read.count("\N{SEEDLING}") == 2500
    assert ours.text[-40:] in read
    short = await press(world, page, "guidelines:page:0:0", "june")
    chosen = {"custom_id": button(short, "guidelines:one"), "values": [str(rules[0].number)]}
    one = shown(await world.people["june"].select(short, **chosen))
    more = await press(world, one, f"guidelines:part:{rules[0].number}:1", "june")
    assert (texts_of(one) + texts_of(more)).count("\\*") == 2500 + 2 * 100


async def test_the_panel_the_role_and_the_age(world: World) -> None:
    role = world.guild.create_role("Members", position=50)
    card = await press(world, await start(world), "charter:choices")
    card = await pick(world, card, "charter:panel", world.rooms["lounge"])
    assert "Good that you found your way here" in texts_of(world.rooms["lounge"].last_message)
    card = await pick(world, card, "charter:role", role)
    assert "stands above mine" in texts_of(card)
    card = await pick(world, card, "charter:age", "21")
    assert "aged 21 and over" in texts_of(card)
    panel = world.rooms["lounge"].last_message
    first = await press(world, panel, "guidelines:join", "june")
    assert "I am 21 or older" in texts_of(first)
    card = await press(world, card, "charter:norole")
    assert "Agreeing gives no role" in texts_of(card)


async def test_the_doctor_sees_what_was_deleted_closed_or_put_above(world: World) -> None:
    async def doctor() -> str:
        looked = await world.people["ada"].slash(world.rooms["staff"], "setup doctor")
        return texts_of(shown(looked))

    assert "which goes with agreeing" not in await doctor()
    role, room = world.guild.create_role("Members"), world.guild.create_text_channel("rules")
    card = await press(world, await start(world), "charter:choices")
    card = await pick(world, card, "charter:panel", room)
    await pick(world, card, "charter:role", role)
    places = {ChannelId(room.id): "social", ChannelId(7): "staff"}
    await world.bot.settings.change(here(world), GuidelineSettings, places=places)
    said = await doctor()
    assert f"The welcome card stands in <#{room.id}>" in said
    assert "which goes with agreeing" in said
    assert "One channel that was named for reminders is gone" in said
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    channel = guild.get_channel(room.id)
    assert isinstance(channel, discord.TextChannel)
    shut = discord.PermissionOverwrite(send_messages=False)
    await channel.set_permissions(guild.me, overwrite=shut)
    high = world.guild.create_role("High", position=60)
    await world.bot.settings.change(here(world), GuidelineSettings, role=RoleId(high.id))
    said = await doctor()
    assert f"I cannot post in <#{room.id}>, where the welcome card stands" in said
    assert f"I cannot post reminders in: <#{room.id}>" in said
    assert "stands above mine" in said
    await world.bot.settings.change(here(world), GuidelineSettings, role=RoleId(7))
    await channel.delete()
    await world.env.settle()
    said = await doctor()
    assert "The channel of the welcome card is gone" in said
    assert "2 channels that were named" in said
    assert "goes with agreeing was deleted" in said


async def test_a_member_changes_nothing_with_an_admins_button(world: World) -> None:
    card = await change(world)
    ada = world.people["ada"]
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    (role,) = [each for each in guild.roles if each.name == "Admin"]
    await world.bot.http.remove_role(world.guild.id, ada.id, role.id)
    await world.env.settle()
    refused = await press(world, card, "charter:out")
    assert "do not have that role" in texts_of(refused)
    assert len(charter(world).draft(here(world))) == len(charter(world).shipped)


async def test_a_crowd_is_asked_again_without_one_message(world: World) -> None:
    guild, service = here(world), charter(world)
    for person in range(50):
        await service.agree(guild, UserId(7_000_000 + person), 1)
    await change(world)
    card = await to_publish(world)
    before = await rows(world)
    (material,) = [each for each in ids(card, "charter:publish") if each.endswith(":1")]
    await world.people["ada"].click(card, custom_id=material)
    assert await rows(world) == before
    assert not service.holds(guild, await service.agreed(guild, UserId(7_000_003)))
    shown = await world.people["june"].slash(world.rooms["lounge"], "helpnow")
    assert "999" in texts_of(shown.response.message)


def ids(message: Any, address: str) -> list[str]:
    view = discord.ui.LayoutView.from_message(message, timeout=None)
    found = [str(getattr(item, "custom_id", "") or "") for item in view.walk_children()]
    return [each for each in found if each.startswith(address)]


async def rows(world: World) -> int:
    async with world.bot.database.read() as tx:
        return (await tx.execute(select(func.count()).select_from(OutboxRow))).scalar_one()
