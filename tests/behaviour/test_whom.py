"""*Who may help me*: staff whom a member rules out learn nothing of their cases."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from bot.ids import GuildId, UserId
from bot.keyring import Keyring
from bot.services.without import MOST, Without
from bot.storage.database import StorageDown
from tests.behaviour.line_desk import card_of
from tests.behaviour.staff_room import (
    PLAIN,
    danger,
    live,
    may_write,
    nudges,
    posts,
    press,
    rule_out,
    shown,
    tell,
)
from tests.world import World, button, texts_of


async def test_staff_whom_somebody_ruled_out_learn_nothing_of_their_case(world: World) -> None:
    await may_write(world, "theo")
    chosen = shown(await rule_out(world, "mara"))
    assert f"<@{world.people['mara'].id}>" in chosen
    await world.restart()
    await danger(world)
    await world.later(3600)
    assert posts(world) == []
    assert len(nudges(world, "theo")) == 1
    assert await live(world, "mara") == []
    assert [case.person for case in await live(world, "theo")] == [world.people["june"].id]


async def test_a_case_that_stands_already_is_taken_down_and_given_to_somebody_else(
    world: World,
) -> None:
    await may_write(world, "theo")
    await danger(world)
    taken = await press(world, "mara", posts(world)[0], "cases:go")
    await rule_out(world, "mara")
    assert posts(world) == []
    assert len(nudges(world, "theo")) == 1
    (case,) = await live(world, "theo")
    assert case.owner is None
    for address in ("cases:back", "cases:more"):
        pressed = await press(world, "mara", taken.response.message, address)
        assert "no case with that number" in shown(pressed)


async def test_a_choice_is_taken_back_and_limits_are_told(world: World) -> None:
    me = shown(await rule_out(world, "june"))
    assert "That is you" in me
    card = (await rule_out(world, "mara")).response.message
    again = await world.people["june"].select(
        card, custom_id=button(card, "whom:again"), values=[str(world.people["mara"].id)]
    )
    assert str(world.people["mara"].id) not in shown(again)
    await danger(world)
    assert len(posts(world)) == 1
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    for number in range(MOST):
        await world.bot.feature(Without).choose(guild, june, UserId(1000 + number))
    assert "You named ten people" in shown(await rule_out(world, "mara"))


async def test_what_is_said_of_duty_leaves_out_whom_they_ruled_out(world: World) -> None:
    guild, mara = GuildId(world.guild.id), UserId(world.people["mara"].id)
    await rule_out(world, "mara")
    await danger(world)
    line = world.rooms["lounge"].last_message
    card = (await press(world, "june", line, "more:open")).response
    await press(world, "june", card.message, "more:human")
    assert "whom you did not rule out" in texts_of(card.message)
    await world.bot.feature(Without).choose(
        guild, UserId(world.people["june"].id), UserId(world.guild.owner.id)
    )
    await press(world, "june", card.message, "more:back")
    await press(world, "june", card.message, "more:human")
    assert "I know nobody else of the staff" in texts_of(card.message)
    await press(world, "june", card.message, "more:ask")
    assert "I know nobody else of the staff" in texts_of(card.message)
    assert mara not in {case.owner for case in await live(world, "theo")}


async def test_with_the_database_down_nothing_of_them_reaches_the_staff_channel(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await rule_out(world, "mara")

    async def down(*_: object) -> None:
        raise StorageDown("locked")

    monkeypatch.setattr(world.bot.cases, "open", down)
    await danger(world)
    assert posts(world) == []
    await world.people["sol"].send(world.rooms["lounge"], PLAIN)
    assert len(posts(world)) == 1
    await and_with_a_choice_that_no_key_opens(world)


async def and_with_a_choice_that_no_key_opens(world: World) -> None:
    """Nobody can say from whom to keep it: nobody is called before the person has said how."""
    await rule_out(world, "mara", by="sol")
    lose_the_key(world, choices=2)
    await world.restart()
    await world.later(60)
    known = posts(world)
    assert "A key of mine is missing" in texts_of(known[-1])
    card = await not_called(world, "june")
    refused = shown(await tell(world, "june", who="sol"))
    assert "nobody was told" in refused.casefold()
    assert "ruled out" not in refused
    assert "choose them again" in shown(await tell(world, "sol", who="june"))
    assert posts(world) == known, "nothing of it, and no hint at the moment"
    assert await how_admins_read_it(world) == "2 members ruled out staff"
    me = await world.people["june"].slash(world.rooms["lounge"], "me")
    opened = await press(world, "june", me.response.message, "whom:open")
    assert "cannot read any more who it was" in shown(opened)
    assert button(card_of(opened), "whom:nobody")
    await and_they_choose_again(world, card)
    assert posts(world) == known
    assert await how_admins_read_it(world) == "One member ruled out staff"
    await and_somebody_lets_everybody_be_called(world)
    assert await how_admins_read_it(world) == ""


def lose_the_key(world: World, choices: int) -> None:
    """What members chose was sealed under a key that is nowhere any more."""
    file = world.config.database_file
    assert file is not None
    lost = Keyring([b"l" * 32]).seal("unwanted_staff.staff", b"[]")
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        assert raw.execute("UPDATE unwanted_staff SET staff = ?", (lost,)).rowcount == choices


async def not_called(world: World, who: str) -> Any:
    """Somebody writes of danger, and opens their private card."""
    await world.people[who].send(world.rooms["lounge"], PLAIN)
    card = (await press(world, who, world.rooms["lounge"].last_message, "more:open")).response
    assert "I have not called anyone yet" in texts_of(card.message)
    assert "999" in texts_of(card.message)
    return card


async def how_admins_read_it(world: World) -> str:
    doctor = shown(await world.people["ada"].slash(world.rooms["staff"], "setup doctor"))
    return next((line[2:].split(",")[0] for line in doctor.splitlines() if "ruled out" in line), "")


async def and_they_choose_again(world: World, card: Any) -> None:
    await press(world, "june", card.message, "whom:anew")
    june = world.people["june"]
    await june.select(
        card.message, custom_id=button(card.message, "whom:instead"), values=[world.users["mara"]]
    )
    assert f"<@{world.users['mara'].id}>" in texts_of(card.message)
    assert await live(world, "theo") == []
    await press(world, "june", card.message, "more:ask")
    assert "They have been told" in texts_of(card.message)
    assert [case.person for case in await live(world, "theo")] == [june.id]
    assert await live(world, "mara") == []


async def and_somebody_lets_everybody_be_called(world: World) -> None:
    card = await not_called(world, "sol")
    await press(world, "sol", card.message, "whom:all")
    assert "They have been told" in texts_of(card.message)
    for address in ("more:back", "more:human", "more:ask"):
        await press(world, "sol", card.message, address)
    assert f"<@{world.people['sol'].id}>" in texts_of(posts(world)[-1])
    assert [case.person for case in await live(world, "mara")] == [world.people["sol"].id]
