"""Somebody writes what sounds like danger: help for them alone, and a human is asked to come."""

import asyncio
from typing import Any

import discord
import pytest

from bot.ids import GuildId, UserId
from bot.services.case_rules import CaseTaken
from bot.storage.cases import Case
from tests.world import World, button, texts_of

PLAIN = "i want to kill myself tonight"


async def say(world: World, text: str = PLAIN, who: str = "june") -> discord.Message:
    """Write in the lounge; answers the line under it."""
    lounge = world.rooms["lounge"]
    await world.people[who].send(lounge, text)
    return lounge.last_message


def staff_cards(world: World) -> list[discord.Message]:
    return [m for m in world.rooms["staff"].history() if m.author == world.bot.user]


async def press(world: World, who: str, message: Any, address: str) -> Any:
    return await world.people[who].click(message, custom_id=button(message, address))


async def test_the_line_in_public_says_nothing_of_the_matter(world: World) -> None:
    line = await say(world)
    shown = texts_of(line).casefold()
    assert "only for you" in shown
    for telling in ("suicid", "danger", "crisis", "help", "999", "harm"):
        assert telling not in shown
    assert line.reference is not None


async def test_the_person_gets_a_private_card_with_numbers_and_the_line_goes(world: World) -> None:
    line = await say(world)
    result = await press(world, "june", line, "more:open")
    assert result.ephemeral
    card = texts_of(result.response.message)
    assert "999" in card
    assert "Not for me" in card
    assert line.id not in {m.id for m in world.rooms["lounge"].history()}


async def test_a_stranger_who_presses_gets_the_general_numbers(world: World) -> None:
    line = await say(world)
    result = await press(world, "sol", line, "more:open")
    assert result.ephemeral
    card = texts_of(result.response.message)
    assert "Help now" in card
    assert "right now" not in card.splitlines()[0]
    assert world.rooms["lounge"].last_message.id == line.id


async def test_where_a_person_is_the_danger_the_line_is_no_reply_and_safety_is_asked_first(
    world: World,
) -> None:
    line = await say(world, "my husband is hitting me right now")
    assert line.reference is None
    assert not line.mentions
    result = await press(world, "june", line, "more:open")
    card = texts_of(result.response.message)
    assert "safe to read" in card
    assert "0808" not in card  # no helpline before the answer; the emergency number is there
    assert "999" in card
    shown = await world.people["june"].click(
        result.response.message, custom_id=button(result.response.message, "more:safe")
    )
    assert shown.acknowledged


async def test_staff_see_who_and_where_and_one_goes(world: World) -> None:
    await say(world)
    (card,) = staff_cards(world)
    assert f"<@{world.people['june'].id}>" in texts_of(card)
    assert PLAIN not in texts_of(card)
    result = await press(world, "mara", card, "cases:go")
    assert result.ephemeral
    (card,) = staff_cards(world)
    assert f"<@{world.people['mara'].id}> is going" in texts_of(card)


async def test_of_two_presses_the_second_is_told_who_has_it(world: World) -> None:
    await say(world)
    (card,) = staff_cards(world)
    await press(world, "mara", card, "cases:go")
    second = await press(world, "theo", card, "cases:look")
    assert second.ephemeral
    again = await world.people["theo"].click(card, custom_id=button(card, "cases:false"))
    assert f"<@{world.people['mara'].id}>" in texts_of(again.response.message)
    assert again.ephemeral


async def test_a_member_cannot_press_a_staff_button(world: World) -> None:
    await say(world)
    (card,) = staff_cards(world)
    result = await press(world, "june", card, "cases:look")
    assert result.ephemeral
    assert "role" in texts_of(result.response.message)


async def test_the_words_are_behind_an_audited_press_and_go_with_the_message(world: World) -> None:
    lounge, june = world.rooms["lounge"], world.people["june"]
    said = await june.send(lounge, PLAIN)
    (card,) = staff_cards(world)
    opened = await press(world, "mara", card, "cases:look")
    assert PLAIN in texts_of(opened.response.message)
    await june.delete(said)
    opened = await press(world, "mara", card, "cases:look")
    assert PLAIN not in texts_of(opened.response.message)


async def test_the_same_person_is_not_nagged_and_not_after_a_restart_either(world: World) -> None:
    await say(world, "i want to die")
    before = len(world.rooms["lounge"].history())
    await say(world, "i really want to die")
    assert len(world.rooms["lounge"].history()) == before + 1
    await world.restart()
    await say(world, "i want to die")
    assert len(world.rooms["lounge"].history()) == before + 2
    await world.later(7 * 3600)
    await say(world, "i want to die")
    assert "only for you" in texts_of(world.rooms["lounge"].last_message)


async def test_a_rising_level_passes_at_once(world: World) -> None:
    await say(world, "i want to die")
    line = await say(world, PLAIN)
    assert "only for you" in texts_of(line)
    assert len(staff_cards(world)) == 2
    assert all("Case 1" in texts_of(card) for card in staff_cards(world))


async def test_an_edit_that_gets_worse_is_heard(world: World) -> None:
    lounge, june = world.rooms["lounge"], world.people["june"]
    said = await june.send(lounge, "what a day")
    await june.edit(said, PLAIN)
    assert "only for you" in texts_of(lounge.last_message)
    assert len(staff_cards(world)) == 1


async def test_the_line_goes_after_a_quarter_of_an_hour_also_over_a_restart(world: World) -> None:
    line = await say(world)
    await world.restart()
    await world.later(16 * 60)
    assert line.id not in {m.id for m in world.rooms["lounge"].history()}


async def test_the_line_goes_with_the_message(world: World) -> None:
    lounge, june = world.rooms["lounge"], world.people["june"]
    said = await june.send(lounge, PLAIN)
    await june.delete(said)
    assert not [m for m in lounge.history() if m.author == world.bot.user]


async def test_every_button_works_after_a_restart(world: World) -> None:
    line = await say(world)
    await world.restart()
    result = await press(world, "june", line, "more:open")
    assert "999" in texts_of(result.response.message)
    (card,) = staff_cards(world)
    result = await press(world, "mara", card, "cases:go")
    assert "is yours" in texts_of(result.response.message)
    panel = world.rooms["welcome"].last_message
    result = await press(world, "june", panel, "helpnow:open")
    assert "999" in texts_of(result.response.message)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("more:ways", "gets in the way"),
        ("more:ground", "steadying"),
        ("more:human", "staff of this community see your name"),
        ("more:no", "held against you"),
    ],
)
async def test_every_way_on_from_the_private_card(world: World, address: str, words: str) -> None:
    line = await say(world)
    card = (await press(world, "june", line, "more:open")).response
    await press(world, "june", card.message, address)
    assert words in texts_of(card.message)


async def test_asking_for_a_human_tells_staff_and_the_person_learns_that_somebody_comes(
    world: World,
) -> None:
    line = await say(world)
    card = (await press(world, "june", line, "more:open")).response
    await press(world, "june", card.message, "more:human")
    await press(world, "june", card.message, "more:ask")
    asked = [m for m in staff_cards(world) if "would like to talk" in texts_of(m)]
    assert len(asked) == 1
    await press(world, "mara", asked[0], "cases:go")
    home = await world.people["june"].slash(world.rooms["lounge"], "home")
    shown = [texts_of(home.response.message), *(texts_of(f.message) for f in home.followups)]
    assert any("Somebody is coming" in text for text in shown)


async def test_not_for_me_can_hush_but_never_right_now(world: World) -> None:
    line = await say(world, "i want to die")
    card = (await press(world, "june", line, "more:open")).response
    await press(world, "june", card.message, "more:no")
    await press(world, "june", card.message, "more:hush:7")
    await world.later(24 * 3600)
    count = len(world.rooms["lounge"].history())
    await say(world, "i want to die")
    assert len(world.rooms["lounge"].history()) == count + 1
    line = await say(world, PLAIN)
    assert "only for you" in texts_of(line)


async def test_of_ten_claims_at_once_exactly_one_is_taken(world: World) -> None:
    await say(world)
    guild = GuildId(world.guild.id)
    staff = [UserId(world.people[name].id) for name in ("mara", "theo")] * 5
    claims = [world.bot.cases.claim(guild, 1, each) for each in staff]
    answers = await asyncio.gather(*claims, return_exceptions=True)
    taken = [each for each in answers if isinstance(each, Case)]
    refused = [each for each in answers if isinstance(each, CaseTaken)]
    assert len(taken) + len(refused) == 10
    assert len({case.owner for case in taken}) == 1
    assert len(refused) == 5


async def test_a_sentence_broken_into_pieces_is_heard(world: World) -> None:
    for piece in ("i want", "to"):
        await world.people["june"].send(world.rooms["lounge"], piece)
    line = await say(world, "die")
    assert "only for you" in texts_of(line)


async def test_beyond_three_lines_one_serves_everybody_and_each_gets_their_own_card(
    world: World,
) -> None:
    lounge = world.rooms["lounge"]
    crowd = [world.guild.add_member(world.env.create_user(f"one{n}")) for n in range(6)]
    for member in crowd:
        await member.send(lounge, PLAIN)
    lines = [m for m in lounge.history() if m.author == world.bot.user]
    assert len(lines) == 4
    everybodys = max(lines, key=lambda message: message.id)
    assert "anybody who wants it" in texts_of(everybodys)
    assert everybodys.reference is None
    for member in crowd[3:]:
        result = await member.click(everybodys, custom_id=button(everybodys, "more:all"))
        assert result.ephemeral
        assert "Not for me" in texts_of(result.response.message)
    stranger = await world.people["sol"].click(everybodys, custom_id=button(everybodys, "more:all"))
    assert "Help now" in texts_of(stranger.response.message)
    assert everybodys.id in {m.id for m in lounge.history()}
    await world.restart()
    again = await crowd[5].click(everybodys, custom_id=button(everybodys, "more:all"))
    assert "Not for me" in texts_of(again.response.message)
    await world.later(16 * 60)
    assert [m for m in lounge.history() if m.author == world.bot.user] == []


async def test_whoever_deletes_their_message_takes_nobody_elses_line(world: World) -> None:
    lounge = world.rooms["lounge"]
    crowd = [world.guild.add_member(world.env.create_user(f"one{n}")) for n in range(5)]
    said = [await member.send(lounge, PLAIN) for member in crowd]
    before = {m.id for m in lounge.history() if m.author == world.bot.user}
    await crowd[3].delete(said[3])
    await world.env.settle()
    assert {m.id for m in lounge.history() if m.author == world.bot.user} == before


async def test_an_exercise_says_how_long_each_step_takes_and_that_slower_is_fine(
    world: World,
) -> None:
    line = await say(world, "i want to die")
    card = (await press(world, "june", line, "more:open")).response.message
    offered = (await press(world, "june", card, "more:ground")).response.message
    steps = texts_of((await press(world, "june", offered, "more:step")).response.message)
    assert " seconds" in steps
    assert "Slower is fine" in steps
