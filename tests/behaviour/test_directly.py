"""A signpost may come as a private message: to who allowed it, and never where it could harm."""

from typing import Any

import discord
import pytest

from bot.ids import GuildId, UserId
from cogs.crisis import posting
from cogs.crisis.domain import CrisisSettings
from tests.behaviour.duty_desk import posts, press
from tests.behaviour.staff_room import live
from tests.world import World, button, texts_of

PLAIN = "i want to kill myself tonight"


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "WAITS", (0.01,) * len(posting.WAITS))


async def delivery(world: World, by: str = "dm") -> Any:
    """As an admin chooses it."""
    ada = world.people["ada"]
    card = (await ada.slash(world.rooms["staff"], "setup crisis")).response
    await ada.select(card.message, custom_id=button(card.message, "tune:by"), values=[by])
    return card


async def allow(world: World, who: str = "june") -> Any:
    """As a member allows it, from the panel."""
    panel = next(
        m for m in world.rooms["welcome"].history() if "home:messages" in str(m.components)
    )
    card = (await press(world, who, panel, "home:messages")).response
    await press(world, who, card.message, "home:write")
    return card


def lines(world: World) -> list[discord.Message]:
    return [m for m in world.rooms["lounge"].history() if m.author == world.bot.user]


def letters(world: World, who: str = "june") -> list[discord.Message]:
    return list(world.users[who].dm_channel.history())


async def say(world: World, text: str = PLAIN, who: str = "june") -> None:
    await world.people[who].send(world.rooms["lounge"], text)


async def test_who_allowed_it_gets_it_in_private_and_everything_works_there(world: World) -> None:
    assert "private message to people who allowed" in texts_of((await delivery(world)).message)
    assert "Right now I may" in texts_of((await allow(world)).message)
    await say(world)
    assert lines(world) == []
    (letter,) = letters(world)
    shown = texts_of(letter).casefold()
    for telling in ("suicid", "danger", "crisis", "help", "999", "harm", "willow"):
        assert telling not in shown
    assert "in a private message if they allow that" in texts_of(posts(world)[-1])
    await world.restart()
    june = world.users["june"]
    card = (await june.click(letter, custom_id=button(letter, "more:open"))).followups[0]
    assert "999" in texts_of(card.message)
    for address in ("more:human", "more:ask"):
        await june.click(card.message, custom_id=button(card.message, address))
    assert "They have been told" in texts_of(card.message)
    assert "would like to talk" in texts_of(posts(world)[-1])
    wish = await june.click(card.message, custom_id=button(card.message, "more:tomorrow"))
    thanks = wish.followups[0]
    assert "cannot promise" in texts_of(thanks.message)
    await june.click(thanks.message, custom_id=button(thanks.message, "more:rather"))
    case = (await live(world, "theo"))[-1]
    assert case.id == 2
    assert case.look_in is None


async def test_who_allowed_nothing_gets_the_neutral_line(world: World) -> None:
    await delivery(world)
    await say(world)
    assert len(lines(world)) == 1
    assert letters(world) == []


async def test_without_the_communitys_choice_it_stays_a_line(world: World) -> None:
    await allow(world)
    await say(world)
    assert len(lines(world)) == 1
    assert letters(world) == []


async def test_it_can_be_taken_back(world: World) -> None:
    await delivery(world)
    card = await allow(world)
    await press(world, "june", card.message, "home:write")
    assert "Right now I do not" in texts_of(card.message)
    await say(world)
    assert len(lines(world)) == 1


@pytest.mark.parametrize("status", [403, 500])
async def test_where_messages_are_closed_the_line_is_there(world: World, status: int) -> None:
    await delivery(world)
    await allow(world)
    channel = world.users["june"].dm_channel
    for _ in range(10):  # more than we try
        world.env.inject_error("POST", f"/channels/{channel.id}/messages", status=status)
    await say(world)
    assert len(lines(world)) == 1
    assert letters(world) == []


async def test_trouble_of_a_moment_brings_nothing_into_the_channel(world: World) -> None:
    await delivery(world)
    await allow(world)
    channel = world.users["june"].dm_channel
    for _ in range(2):
        world.env.inject_error("POST", f"/channels/{channel.id}/messages", status=500)
    await say(world)
    assert lines(world) == []
    assert len(letters(world)) == 1


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("my husband is hitting me right now", "abuse_danger"),
        ("he raped me last night", "sexual_violence"),
        ("my uncle touches me and i am 12", "child_safety"),
    ],
)
async def test_never_where_a_person_may_be_the_danger(
    world: World, text: str, category: str
) -> None:
    await delivery(world)
    await allow(world)
    await say(world, text)
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    offer = world.bot.signposting.latest(guild, world.bot.people.tag(guild, june))
    assert offer is not None
    assert offer.category == category
    assert letters(world) == []
    assert len(lines(world)) == 1


async def test_it_goes_back_to_lines(world: World) -> None:
    await delivery(world)
    await delivery(world, "channel")
    chosen = world.bot.settings.of(GuildId(world.guild.id), CrisisSettings)
    assert chosen.delivery == "channel"
    await allow(world)
    await say(world)
    assert len(lines(world)) == 1
