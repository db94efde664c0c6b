"""Hostile and enormous text, old buttons, unknown countries, direct messages."""

import discord
import pytest

from tests.world import World, button, texts_of

HOSTILE = (
    "x" * 4000,
    "\u202e" + "i want to kill myself tonight" + "\u202c",
    "\u200b" * 3900,
    "😀" * 1900,
    "**__~~||" * 400,
    "> " * 1500,
    "`" * 3999,
    "e\u0301\u0302\u0303" * 900,
    "@everyone @here <@1> <@&2> <#3> discord.gg/x",
    "\x00\x01\x02 \ufffe",
    "[a](" * 900,
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile_text_in_a_channel_breaks_nothing(world: World, text: str) -> None:
    lounge = world.rooms["lounge"]
    await world.people["june"].send(lounge, text[:2000])
    await world.people["june"].send(lounge, "i want to kill myself tonight")
    assert "only for you" in texts_of(lounge.last_message) or text == HOSTILE[1]


@pytest.mark.parametrize("text", [each[:60] for each in HOSTILE], ids=range(len(HOSTILE)))
async def test_hostile_text_for_a_country_gets_a_kind_answer(world: World, text: str) -> None:
    june, panel = world.people["june"], world.rooms["welcome"].last_message
    card = (await june.click(panel, custom_id=button(panel, "helpnow:open"))).response
    form = await june.click(card.message, custom_id=button(card.message, "helpnow:country"))
    result = await june.submit_modal(form, {"country": text})
    said = texts_of(result.response.message)
    assert "did not recognise" in said
    assert "@everyone" not in said


async def test_a_country_in_any_language_is_found_and_remembered_for_them_alone(
    world: World,
) -> None:
    june, sol = world.people["june"], world.people["sol"]
    panel = world.rooms["welcome"].last_message
    card = (await june.click(panel, custom_id=button(panel, "helpnow:open"))).response
    form = await june.click(card.message, custom_id=button(card.message, "helpnow:country"))
    await june.submit_modal(form, {"country": "österreich"})
    mine = await june.slash(world.rooms["lounge"], "helpnow")
    theirs = await sol.slash(world.rooms["lounge"], "helpnow")
    assert "Austria" in texts_of(mine.response.message)
    assert "United Kingdom" in texts_of(theirs.response.message)
    shown = mine.response.message
    await june.click(shown, custom_id=button(shown, "helpnow:forget"))
    again = await june.slash(world.rooms["lounge"], "helpnow")
    assert "United Kingdom" in texts_of(again.response.message)


async def test_a_form_opened_before_a_restart_is_taken_after_it(world: World) -> None:
    june, panel = world.people["june"], world.rooms["welcome"].last_message
    card = (await june.click(panel, custom_id=button(panel, "helpnow:open"))).response
    form = await june.click(card.message, custom_id=button(card.message, "helpnow:country"))
    await world.restart()
    result = await june.submit_modal(form, {"country": "Ireland"})
    assert result.acknowledged
    mine = await june.slash(world.rooms["lounge"], "helpnow")
    assert "Ireland" in texts_of(mine.response.message)


@pytest.mark.parametrize(
    "custom_id", ["old:thing:7", "more:open", "cases:go:99999999999999999999", "x"]
)
async def test_an_old_button_gets_a_kind_sentence(world: World, custom_id: str) -> None:
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Old", custom_id=custom_id))
    channel = world.bot.get_partial_messageable(world.rooms["lounge"].id)
    message = await channel.send("old", view=view)
    await world.env.settle()
    view.stop()
    result = await world.people["mara"].click(message, custom_id=custom_id)
    assert result.ephemeral
    assert "lost" in texts_of(result.response.message) or "no case" in texts_of(
        result.response.message
    )


async def test_a_forged_token_leads_to_the_general_numbers(world: World) -> None:
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(
        discord.ui.ActionRow(discord.ui.Button(label="x", custom_id="more:open:" + "A" * 67))
    )
    channel = world.bot.get_partial_messageable(world.rooms["lounge"].id)
    message = await channel.send(view=view)
    result = await world.people["june"].click(message, custom_id="more:open:" + "A" * 67)
    assert "Help now" in texts_of(result.response.message)


@pytest.mark.parametrize("text", ["hello?", "i want to kill myself tonight"])
async def test_a_direct_message_is_always_answered_and_nobody_reads_the_inbox(
    world: World, text: str
) -> None:
    june = world.people["june"]
    await june.send_dm(text)
    answer = world.users["june"].dm_channel.last_message
    assert "nobody reads this inbox" in texts_of(answer)
    assert text not in texts_of(answer)
    result = await world.users["june"].click(answer, custom_id=button(answer, "helpnow:open"))
    assert "112" in texts_of(result.response.message)
    assert not [m for m in world.rooms["staff"].history() if "Case" in texts_of(m)]
