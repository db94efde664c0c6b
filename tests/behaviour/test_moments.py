"""A line at the right moment: when a room wakes up, never twice in six hours, naming nobody."""

import time
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from bot.ids import ChannelId, GuildId
from bot.services.courier import Unwanted
from cogs.guidelines.domain import GuidelineSettings, fitting, rules_of
from cogs.guidelines.moments import Moments
from cogs.guidelines.service import Charter
from tests.world import WORDS, World, button, texts_of

EPOCH_MS = 1_420_070_400_000  # Discord's own
LINE = "A quiet word for everybody here"


def lines(world: World, room: str = "lounge") -> list[str]:
    posts = sorted(world.rooms[room].history(), key=lambda message: message.id)
    return [texts_of(m) for m in posts if LINE in texts_of(m)]


async def choose(world: World, kind: str = "social", room: str = "lounge") -> None:
    places = {ChannelId(world.rooms[room].id): kind}
    await world.bot.settings.change(GuildId(world.guild.id), GuidelineSettings, places=places)


async def chat(world: World, count: int = 14, room: str = "lounge") -> None:
    for number in range(count):
        who = ("june", "sol", "mara")[number % 3]
        await world.people[who].send(world.rooms[room], f"tea number {number}")


async def test_a_room_that_wakes_up_gets_one_line(world: World) -> None:
    await choose(world)
    await world.later(3600)
    await chat(world, 30)
    (line,) = lines(world)
    for name in ("june", "sol", "mara"):
        assert str(world.people[name].id) not in line
    rules = fitting(world.bot.feature(Charter).shipped, "social")
    assert rules[0].reminder in line
    post = next(m for m in world.rooms["lounge"].history() if LINE in texts_of(m))
    read = await world.people["june"].click(post, custom_id=button(post, "guidelines:read"))
    assert read.ephemeral


async def test_at_two_thousand_a_minute_nothing_is_asked_of_the_database(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For 13 hours: a minute of 2,000 messages each hour, heard as Discord sends them."""
    await choose(world)
    opened: list[str] = []

    def watched(name: str, whole: Any) -> Any:
        def open_it() -> Any:
            opened.append(name)
            return whole()

        return open_it

    for name in ("read", "write"):
        whole = getattr(world.bot.database, name)
        monkeypatch.setattr(world.bot.database, name, watched(name, whole))
    spent = 0.0
    for _ in range(13):
        await world.later(3600)
        opened.clear()
        frames = list(a_minute(world))
        began = time.process_time()
        left = [work for frame in frames if (work := world.bot.router.raw(frame)) is not None]
        spent += time.process_time() - began
        assert opened == []
        assert len(left) <= 1
        for work in left:
            await work
            assert opened  # what is left to do is planned, off the path
    # A quarter of a core would do, with room to spare: it is a hundredth of one.
    assert spent < 13 * 60 / 4
    said = sorted(m.created_at for m in world.rooms["lounge"].history() if LINE in texts_of(m))
    assert len(said) == 2
    apart = [(b - a).total_seconds() for a, b in pairwise(said)]
    assert min(apart) >= 6 * 3600


def a_minute(world: World) -> Iterator[dict[str, Any]]:
    """2,000 messages within a minute, of forty people, as frames."""
    start = int(world.clock.now().timestamp() * 1000) - 60_000 - EPOCH_MS
    for number in range(2000):
        yield {
            "id": str((start + 30 * number << 22) + number),
            "channel_id": str(world.rooms["lounge"].id),
            "guild_id": str(world.guild.id),
            "author": {"id": str(10**18 + number % 40)},
            "content": f"tea number {number}",
        }


async def test_nothing_stands_where_no_channel_was_named(world: World) -> None:
    await world.later(3600)
    await chat(world)
    assert lines(world) == []


async def test_six_hours_lie_between_two_over_a_restart_and_the_words_rotate(world: World) -> None:
    await choose(world)
    await world.later(3600)
    await chat(world)
    await world.restart()
    await world.later(3600)
    await chat(world)
    assert len(lines(world)) == 1
    await world.later(6 * 3600 + 5 * 60)  # and no longer: the channel is not given up
    await chat(world)
    first, second = lines(world)
    assert first.splitlines()[0] != second.splitlines()[0]


async def test_a_room_switched_off_meanwhile_gets_nothing(world: World) -> None:
    await choose(world)
    await world.later(3600)
    await chat(world, 11)
    await world.bot.settings.change(GuildId(world.guild.id), GuidelineSettings, places={})
    await chat(world, 10)
    assert lines(world) == []
    guild, lounge = GuildId(world.guild.id), ChannelId(world.rooms["lounge"].id)
    with pytest.raises(Unwanted):  # one that was planned before and could not be posted yet
        world.bot.feature(Moments).card(guild, lounge, 0)


async def test_many_neutral_lines_in_a_room_are_a_moment_too(world: World) -> None:
    await choose(world, "venting")
    lounge = world.rooms["lounge"]
    crowd = [world.guild.add_member(world.env.create_user(f"one{n}")) for n in range(3)]
    for member in crowd:
        await member.send(lounge, "i want to kill myself tonight")
    assert lines(world) == []
    await world.people["sol"].send(lounge, "hey all")
    (line,) = lines(world)
    for telling in ("suicid", "danger", "crisis", "999", "emergency", "moderator"):
        assert telling not in line.casefold()


@pytest.mark.parametrize("kind", ["sharing", "venting", "social", "staff"])
def test_every_kind_has_lines_and_none_of_them_tells_of_danger(kind: Any) -> None:

    found = fitting(rules_of(WORDS.content.guidelines), kind)
    assert len(found) > 2
    assert not [each for each in found if "danger" in each.reminder or "risk" in each.reminder]
