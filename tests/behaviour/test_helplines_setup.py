"""`/setup helplines`: an admin adds, changes and retires lines; members see what is so."""

from bot.ids import GuildId
from bot.sections import CommunitySettings
from tests.behaviour.line_desk import (
    BUILT_IN,
    FACTS,
    REACH,
    added,
    card_of,
    choose,
    decided,
    draft,
    fields_of,
    fill,
    has,
    helpnow,
    line_id,
    panel,
    press,
    shown,
)
from tests.behaviour.test_when_things_break import break_database
from tests.world import World, button, texts_of


async def test_the_list_says_what_members_see_what_waits_and_what_is_old(world: World) -> None:
    said = texts_of(await panel(world))
    assert "United Kingdom · Somebody to talk or type to" in said
    assert BUILT_IN in said
    assert "members see it" in said
    assert "in reserve" in said
    card = await panel(world, country="Irland")
    assert "Ireland" in texts_of(card)
    changed = card_of(await choose(world, card, "lines:kind", "abuse_danger"))
    assert "Ireland · Somebody is hurting or scaring me" in texts_of(changed)
    await world.env.advance_time(3 * 366 * 24 * 3600)
    assert "▲ old: evidence from" in texts_of(await panel(world))


async def test_a_line_is_added_step_by_step_and_members_see_it_once_it_is_shown(
    world: World,
) -> None:
    card = await fill(world, await panel(world), "lines:add", **REACH)
    said = texts_of(card)
    assert "members do not see it yet" in said
    for missing in ("The country", "The address of the page", "The day on which", "choose it"):
        assert missing in said
    assert not has(card, "lines:show")
    card = await fill(world, card, "lines:facts", **FACTS)
    card = card_of(await choose(world, card, "lines:serves", "general", "eating"))
    assert "Still to do" not in texts_of(card)
    assert "**Willow Line** — **0800 123 456**" in texts_of(card)
    assert "English, Polish" in texts_of(card)
    assert "Willow Line" not in await helpnow(world)
    card = card_of(await press(world, card, "lines:show"))
    assert "Members see this line" in texts_of(card)
    assert "Willow Line" in await helpnow(world)
    assert "Mo-Fr 9:00-17:00" in await helpnow(world)
    assert "Willow Line" not in await helpnow(world, country="Ireland")
    assert "Willow Line" in texts_of(await panel(world))
    assert "yours" in texts_of(await panel(world))


async def test_the_private_card_shows_it_after_a_restart_and_with_a_broken_database(
    world: World,
) -> None:
    await added(world, "suicide")
    card = await panel(world)
    await choose(world, card, "lines:retire", line_id(world, BUILT_IN))
    await world.restart()
    await break_database(world)
    lounge, june = world.rooms["lounge"], world.people["june"]
    await june.send(lounge, "i want to kill myself tonight")
    result = await june.click(
        lounge.last_message, custom_id=button(lounge.last_message, "more:open")
    )
    said = shown(result)
    assert "999" in said
    assert "Willow Line" in said
    assert BUILT_IN not in said


async def test_a_draft_outlives_a_restart_and_goes_on_where_it_was(world: World) -> None:
    form = await press(world, await panel(world), "lines:add")
    await world.restart()
    card = card_of(await world.people["ada"].submit_modal(form, {**REACH, "phone": "call me"}))
    assert "three to fifteen digits" in texts_of(card)
    await world.restart()
    card = card_of(await choose(world, await panel(world), "lines:own", "1"))
    form = await press(world, card, "lines:reach")
    assert fields_of(form)["phone"] == "call me"
    card = await fill(world, card, "lines:reach", phone="116 123")
    assert "three to fifteen digits" not in texts_of(card)


async def test_a_line_is_changed_and_members_see_the_old_one_until_the_new_one_shows(
    world: World,
) -> None:
    card = await added(world)
    card = await fill(world, card, "lines:reach", name="Oak Line", phone="nonsense")
    assert "members see the line as it was" in texts_of(card)
    assert "Willow Line" in await helpnow(world)
    card = await fill(world, card, "lines:reach", phone="+44 20 7946 0018")
    await press(world, card, "lines:show")
    said = await helpnow(world)
    assert "Oak Line" in said
    assert "+44 20 7946 0018" in said
    assert "Willow Line" not in said
    card = await fill(world, card, "lines:reach", name="Elm Line")
    assert "The draft is gone" in shown(await press(world, card, "lines:discard"))
    assert "Oak Line" in await helpnow(world)


async def test_own_and_built_in_lines_rest_and_come_back(world: World) -> None:
    card = await added(world)
    card = card_of(await press(world, card, "lines:rest"))
    assert "This line rests" in texts_of(card)
    assert "Willow Line" not in await helpnow(world)
    card = card_of(await press(world, card, "lines:wake"))
    assert "Willow Line" in await helpnow(world)
    samaritans = line_id(world, BUILT_IN)
    listed = card_of(await choose(world, await panel(world), "lines:retire", samaritans))
    assert "rests, members do not see it" in texts_of(listed)
    assert BUILT_IN not in await helpnow(world)
    await choose(world, listed, "lines:back", samaritans)
    card = card_of(await press(world, card, "lines:rest"))
    again = card_of(await choose(world, await panel(world), "lines:own", "1"))
    assert "The line is removed" in shown(await press(world, card, "lines:remove"))
    assert "There is no such line any more" in shown(await press(world, again, "lines:remove"))
    assert "There is no such line any more" in shown(await press(world, again, "lines:wake"))


async def test_where_every_line_rests_there_is_still_the_number_and_a_way_on(world: World) -> None:
    card = await panel(world)
    for line in world.bot.content.helplines.ranked("GB", "general"):
        card = card_of(await choose(world, card, "lines:retire", line.id))
    assert "Every line here rests" in texts_of(card)
    said = await helpnow(world)
    assert "999" in said
    assert "findahelpline" in said
    lounge, june = world.rooms["lounge"], world.people["june"]
    await june.send(lounge, "i want to kill myself tonight")
    result = await june.click(
        lounge.last_message, custom_id=button(lounge.last_message, "more:open")
    )
    assert "999" in shown(result)
    assert "findahelpline" in shown(result)
    doctor = await world.people["ada"].slash(world.rooms["staff"], "setup doctor")
    assert "every line rests" in shown(doctor)


async def test_an_emergency_number_is_not_among_what_can_rest(world: World) -> None:
    card = await panel(world, country="ID")
    assert "id-sejiwa" not in str(card.components)
    assert "119" in texts_of(card)


async def test_an_old_line_of_their_own_is_told_in_the_list_and_by_the_doctor(world: World) -> None:
    card = await fill(world, await draft(world), "lines:facts", checked="2024-02-03")
    await press(world, card, "lines:show")
    assert "▲ old: checked February 2024, more than a year ago" in texts_of(await panel(world))
    doctor = await world.people["ada"].slash(world.rooms["staff"], "setup doctor")
    assert "One line of your own was checked more than a year ago" in shown(doctor)


async def test_without_a_country_one_can_still_add_and_look_elsewhere(world: World) -> None:
    guild = GuildId(world.guild.id)
    await world.bot.settings.change(guild, CommunitySettings, country=None)
    card = await panel(world)
    assert "I have no country to look at" in texts_of(card)
    await fill(world, card, "lines:add", **REACH)
    assert has(await panel(world), "lines:own")
    assert "did not recognise" in texts_of(await panel(world, country="Atlantis"))
    found = await world.people["ada"].autocomplete(
        world.rooms["staff"], "setup helplines", "country", "irel"
    )
    assert "IE" in [each["value"] for each in found]


async def test_whoever_is_no_admin_or_no_longer_one_changes_nothing(world: World) -> None:
    card = await added(world)
    member = world.bot.get_guild(world.guild.id)
    assert member is not None
    (role,) = [each for each in member.roles if each.name == "Admin"]
    listed = await panel(world)
    form = await press(world, card, "lines:reach")
    ada = world.people["ada"]
    await world.bot.http.remove_role(world.guild.id, ada.id, role.id)
    await world.env.settle()
    for address in ("lines:reach", "lines:facts", "lines:rest"):
        result = await press(world, card, address)
        assert result.modal is None
        assert "you do not have that role right now" in shown(result)
    assert "do not have that role" in shown(await press(world, listed, "lines:add"))
    chosen = await choose(world, listed, "lines:retire", line_id(world, BUILT_IN))
    assert "do not have that role" in shown(chosen)
    sent = await ada.submit_modal(form, {**REACH, "name": "Another"})
    assert "do not have that role" in shown(sent)
    assert decided(world).drafts == ()
    assert decided(world).retired == frozenset()
