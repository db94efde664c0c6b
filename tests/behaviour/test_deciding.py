"""`/setup crisis`: an admin decides, tries, and adds phrases; each with its effect told."""

from typing import Any

import pytest

from bot.ids import GuildId
from cogs.crisis.domain import CrisisSettings
from tests.world import World, button, texts_of

OURS = "the grey room again"


async def panel(world: World) -> Any:
    return (await world.people["ada"].slash(world.rooms["staff"], "setup crisis")).response.message


async def choose(world: World, message: Any, address: str, value: str) -> Any:
    return await world.people["ada"].select(
        message, custom_id=button(message, address), values=[value]
    )


async def fill(world: World, address: str, **words: str) -> Any:
    card = await panel(world)
    form = await world.people["ada"].click(card, custom_id=button(card, address))
    return await world.people["ada"].submit_modal(form, words)


def shown(result: Any) -> str:
    pieces = [result.response, *result.followups]
    return "\n".join(texts_of(piece.message) for piece in pieces if piece is not None)


def told(world: World) -> int:
    return len([m for m in world.rooms["staff"].history() if m.author == world.bot.user])


async def test_a_sentence_is_tried_and_nobody_is_alerted(world: World) -> None:
    said = shown(await fill(world, "tune:try", words="i want to kill myself tonight"))
    assert "right now" in said
    assert "thoughts of suicide" in said
    assert "en." in said
    assert told(world) == 0
    said = shown(await fill(world, "tune:try", words="what a lovely day"))
    assert "I would offer nothing" in said


async def test_a_phrase_of_their_own_is_heard_from_now_on_and_after_a_restart(
    world: World,
) -> None:
    added = await fill(world, "tune:add", phrase=OURS)
    assert f"“{OURS}” is read from now on" in shown(added)
    assert "None of the built-in examples" in shown(added)
    card = added.response.message
    changed = await choose(world, card, "tune:means:1", "high:panic_dissociation")
    assert "serious · panic" in shown(changed)
    await world.people["june"].send(world.rooms["lounge"], f"{OURS}, as every night")
    assert told(world) == 1
    await world.restart()
    await world.people["sol"].send(world.rooms["lounge"], f"{OURS}. hello")
    assert told(world) == 2
    await choose(world, await panel(world), "tune:drop", "own.1")
    await world.people["theo"].send(world.rooms["lounge"], OURS)
    assert told(world) == 2


async def test_an_everyday_phrase_is_taken_and_its_effect_is_told(world: World) -> None:
    said = shown(await fill(world, "tune:add", phrase="my dog"))
    assert "would be heard more seriously" in said


@pytest.mark.parametrize("phrase", ["die", "the", "a b", "....", "*", "(a|b)+", "?!?!?!"])
async def test_what_would_be_heard_all_day_is_refused(world: World, phrase: str) -> None:
    assert "at least two words" in shown(await fill(world, "tune:add", phrase=phrase))
    assert world.bot.settings.of(GuildId(world.guild.id), CrisisSettings).phrases == ()


async def test_signs_of_other_languages_are_only_words_here(world: World) -> None:
    await fill(world, "tune:add", phrase="grey.*(room)+ [again]")
    await choose(world, await panel(world), "tune:told", "both")
    await world.people["june"].send(world.rooms["lounge"], "so grey, room again")
    assert told(world) == 1


async def test_a_hundred_phrases_and_no_more(world: World) -> None:
    guild = GuildId(world.guild.id)
    many = [{"id": n, "phrase": f"zebra crossing {n}"} for n in range(1, 101)]
    await world.bot.settings.change(guild, CrisisSettings, phrases=many)
    assert "as many phrases" in shown(await fill(world, "tune:add", phrase="one more phrase"))


async def test_a_rule_is_switched_off_and_on_again(world: World) -> None:
    assert "No rule has that id" in shown(await fill(world, "tune:off", rule="en.nothing"))
    tried = "im such a burden to my family"
    rule = "en.hopeless.burden"
    assert rule in shown(await fill(world, "tune:try", words=tried))
    await fill(world, "tune:off", rule=rule.upper())
    assert f"`{rule}`" not in shown(await fill(world, "tune:try", words=tried))
    await choose(world, await panel(world), "tune:drop", rule)
    assert f"`{rule}`" in shown(await fill(world, "tune:try", words=tried))


async def test_milder_levels_and_times_are_the_communitys_to_decide(world: World) -> None:
    await world.people["june"].send(world.rooms["lounge"], "i feel so hopeless")
    assert told(world) == 0
    await choose(world, await panel(world), "tune:told", "concern")
    await choose(world, await panel(world), "tune:minutes", "10")
    said = texts_of(await panel(world))
    assert "worth a look" in said
    assert "after 10 minutes" in said
    await world.people["sol"].send(world.rooms["lounge"], "i feel so hopeless")
    assert told(world) == 1


async def test_whoever_lost_the_right_since_decides_no_more(world: World) -> None:
    card, ada = await panel(world), world.people["ada"]
    member = world.bot.get_guild(world.guild.id)
    assert member is not None
    (role,) = [each for each in member.roles if each.name == "Admin"]
    await world.bot.http.remove_role(world.guild.id, ada.id, role.id)
    await world.env.settle()
    result = await ada.click(card, custom_id=button(card, "tune:add"))
    assert result.modal is None
    assert "you do not have that role right now" in shown(result)
