"""Somebody is worried about somebody else: staff learn it, and nobody besides."""

from typing import Any

import discord

from tests.world import World, button, texts_of

MENU = "I’m worried about this person"


def posts(world: World) -> list[discord.Message]:
    mine = [m for m in world.rooms["staff"].history() if m.author == world.bot.user]
    return sorted(mine, key=lambda message: message.id)


async def tell(world: World, who: str, about: Any, words: str) -> Any:
    shown = await world.people[who].context_menu(world.rooms["lounge"], MENU, about)
    return await world.people[who].submit_modal(shown, {"words": words})


async def test_staff_learn_of_it_and_only_whoever_goes_learns_from_whom(world: World) -> None:
    said = await world.people["sol"].send(world.rooms["lounge"], "nobody needs me around here")
    before = len(world.rooms["lounge"].history())
    done = await tell(world, "june", said, "they gave their guitar away")
    assert done.ephemeral
    assert "Whoever goes learns that it was you" in texts_of(done.response.message)
    (card,) = posts(world)
    shown = texts_of(card)
    assert f"worried about <@{world.people['sol'].id}>" in shown
    assert str(world.people["june"].id) not in shown
    assert "guitar" not in shown
    assert len(world.rooms["lounge"].history()) == before
    theo = world.people["theo"]
    look = await theo.click(card, custom_id=button(card, "cases:look"))
    assert "shown to whoever goes" in texts_of(look.response.message)
    assert "guitar" not in texts_of(look.response.message)
    await theo.click(card, custom_id=button(card, "cases:go"))
    look = await theo.click(card, custom_id=button(posts(world)[0], "cases:look"))
    told = texts_of(look.response.message)
    assert f"<@{world.people['june'].id}> told us" in told
    assert "||they gave their guitar away||" in told


async def test_a_second_worry_joins_the_first_and_both_are_kept(world: World) -> None:
    await tell(world, "june", world.people["sol"], "one")
    await tell(world, "ada", world.people["sol"], "two")
    (card,) = posts(world)
    mara = world.people["mara"]
    await mara.click(card, custom_id=button(card, "cases:go"))
    look = await mara.click(card, custom_id=button(posts(world)[0], "cases:look"))
    assert "||one||" in texts_of(look.response.message)
    assert "||two||" in texts_of(look.response.message)


async def test_words_that_say_it_is_now_call_loudly(world: World) -> None:
    await tell(world, "june", world.people["sol"], "she says: i took all my pills an hour ago")
    (card,) = posts(world)
    assert "worried about" in texts_of(card)


async def test_three_a_day_and_no_more(world: World) -> None:
    for number in range(3):
        await tell(world, "june", world.people["sol"], f"worry {number}")
    fourth = await tell(world, "june", world.people["sol"], "again")
    assert "no more until tomorrow" in texts_of(fourth.response.message)
    await world.later(24 * 3600)
    fifth = await tell(world, "june", world.people["sol"], "still")
    assert "Staff know now" in texts_of(fifth.response.message)


async def test_of_oneself_it_says_kindly_where_to_turn(world: World) -> None:
    shown = await world.people["june"].context_menu(
        world.rooms["lounge"], MENU, world.people["june"]
    )
    assert shown.modal is None
    assert shown.ephemeral
    assert "about you" in texts_of(shown.response.message)
    assert posts(world) == []


async def test_the_menu_works_again_after_a_restart_in_between(world: World) -> None:
    shown = await world.people["june"].context_menu(
        world.rooms["lounge"], MENU, world.people["sol"]
    )
    await world.restart()
    await world.people["june"].submit_modal(shown, {"words": "quiet since friday"})
    assert len(posts(world)) == 1


async def test_a_title_is_heard_like_a_message_and_both_are_answered_once(world: World) -> None:
    lounge, june = world.rooms["lounge"], world.people["june"]
    said = await june.send(lounge, "what we talked about")
    thread = type("Thread", (), {})()
    thread.id, thread.name, thread.owner_id = said.id, "i want to kill myself tonight", june.id
    thread.guild, thread.parent_id = world.bot.get_guild(world.guild.id), lounge.id
    thread.id = lounge.id  # posts into a room that is there
    await world.bot.router.titled(thread)
    await world.bot.router.titled(thread)
    await world.env.settle()
    assert "only for you" in texts_of(lounge.last_message)
    assert len(posts(world)) == 1
