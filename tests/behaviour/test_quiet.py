"""`/care quiet`: a room slows down and comes back by itself, unless somebody set another pace."""

from typing import Any

import discord
import pytest

from tests.world import World, button, texts_of


def pace(world: World) -> int:
    return room(world).slowmode_delay


def room(world: World) -> discord.TextChannel:
    found = world.bot.get_channel(world.rooms["lounge"].id)
    assert isinstance(found, discord.TextChannel)
    return found


async def quiet(world: World, **options: int) -> Any:
    result = await world.people["mara"].slash(world.rooms["lounge"], "care quiet", **options)
    assert result.ephemeral
    return result.response.message


def notices(world: World, words: str) -> list[discord.Message]:
    return [m for m in world.rooms["lounge"].history() if words in texts_of(m)]


async def by_hand(world: World, seconds: int) -> None:
    await room(world).edit(slowmode_delay=seconds)
    await world.env.settle()


async def test_it_slows_says_so_kindly_and_ends_by_itself_over_a_restart(world: World) -> None:
    await by_hand(world, 5)
    card = await quiet(world, minutes=20, seconds=60)
    assert "every 60 seconds" in texts_of(card)
    assert pace(world) == 60
    assert len(notices(world, "Nobody did anything wrong")) == 1
    await world.restart()
    await world.later(21 * 60)
    await world.env.settle()
    assert pace(world) == 5
    assert len(notices(world, "usual pace")) == 1
    await world.later(3600)
    assert len(notices(world, "usual pace")) == 1


async def test_it_ends_also_when_the_bot_was_away_for_hours(world: World) -> None:
    await quiet(world, minutes=20)
    await world.env.advance_time(5 * 3600)
    await world.restart()
    await world.bot.beat()
    await world.env.settle()
    assert pace(world) == 0
    await quiet(world, minutes=20)
    await world.bot.http.delete_channel(world.rooms["lounge"].id)  # nothing is left to give back
    await world.later(21 * 60)
    assert any("The channel is gone" in texts_of(m) for m in world.rooms["staff"].history())


async def test_twice_is_once_longer_and_the_first_pace_comes_back(world: World) -> None:
    await quiet(world, minutes=10)
    await quiet(world, minutes=60, seconds=120)
    assert pace(world) == 120
    await world.later(11 * 60)
    assert pace(world) == 120
    assert notices(world, "usual pace") == []
    await world.later(60 * 60)
    assert pace(world) == 0
    assert len(notices(world, "usual pace")) == 1


async def test_a_pace_that_somebody_set_by_hand_stays(world: World) -> None:
    await quiet(world, minutes=10)
    await by_hand(world, 90)
    await world.later(11 * 60)
    assert pace(world) == 90
    assert notices(world, "usual pace") == []
    await quiet(world, minutes=10, seconds=120)
    await by_hand(world, 100)  # and in the midst of it: theirs comes back after another one
    await quiet(world, minutes=10, seconds=200)
    await world.later(11 * 60)
    assert pace(world) == 100


async def test_it_can_be_ended_early_and_by_staff_alone(world: World) -> None:
    card = await quiet(world, minutes=60)
    done = await world.people["mara"].click(card, custom_id=button(card, "quiet:end"))
    assert "It ends now" in texts_of(done.response.message)
    assert pace(world) == 0
    again = await quiet(world, minutes=60)
    await by_hand(world, 0)
    await world.later(61 * 60)
    late = await world.people["mara"].click(again, custom_id=button(again, "quiet:end"))
    pieces = [late.response, *late.followups]
    assert any("has ended" in texts_of(each.message) for each in pieces if each)
    card = await quiet(world, minutes=60)
    moderator = world.roles["moderator"].id
    await world.bot.http.remove_role(world.guild.id, world.people["mara"].id, moderator)
    await world.env.settle()
    refused = await world.people["mara"].click(card, custom_id=button(card, "quiet:end"))
    assert "do not have that role" in texts_of(refused.response.message)
    assert pace(world) == 30


async def test_where_the_bot_may_not_or_it_is_slow_already_nothing_changes(world: World) -> None:
    await by_hand(world, 600)
    assert "that slowly already" in texts_of(await quiet(world))
    await by_hand(world, 0)
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    mine = guild.me.top_role
    less = discord.Permissions(mine.permissions.value)
    less.update(manage_channels=False)
    world.env.backend.edit_role(guild.id, mine.id, {"permissions": less.value})
    await world.env.settle()
    assert "Manage Channels" in texts_of(await quiet(world))
    assert pace(world) == 0
    await world.later(3600)
    assert notices(world, "usual pace") == []


def refuse(world: World, status: int, method: str = "PATCH", times: int | None = None) -> None:
    path = f"/channels/{world.rooms['lounge'].id}"
    world.env.inject_error(method, path, status=status, times=times)


def told(world: World) -> list[str]:
    """What stands in the lounge and with staff, of the bot's."""
    rooms = (world.rooms["lounge"], world.rooms["staff"])
    return [texts_of(m) for each in rooms for m in each.history() if m.author == world.bot.user]


async def test_where_discord_refuses_nothing_says_that_the_pace_changed(world: World) -> None:
    for status, times, words in ((403, 1, "did not take"), (503, 1, "did not take")):
        refuse(world, status, times=times)
        assert words in texts_of(await quiet(world, minutes=5))
    refuse(world, 503, times=1)
    refuse(world, 503, "GET", times=1)
    assert "do not know" in texts_of(await quiet(world, minutes=5))
    await world.later(3600)
    assert pace(world) == 0
    assert told(world) == []  # nothing began, so nothing ends
    await quiet(world, minutes=10, seconds=30)
    refuse(world, 503, times=1)
    assert "did not take" in texts_of(await quiet(world, minutes=60, seconds=120))
    refuse(world, 503, times=1)
    refuse(world, 503, "GET", times=1)
    assert "do not know" in texts_of(await quiet(world, minutes=30, seconds=120))
    assert pace(world) == 30
    await world.later(11 * 60)
    assert pace(world) == 30  # the newer one may have been taken, and its end counts
    await world.later(20 * 60)
    assert pace(world) == 0
    assert len(notices(world, "usual pace")) == 1
    await quiet(world, minutes=10, seconds=30)
    refuse(world, 503, times=1)
    assert "did not take" in texts_of(await quiet(world, minutes=60, seconds=120))
    await world.later(11 * 60)
    assert pace(world) == 0  # what never began ends nothing later


async def test_a_pace_that_cannot_be_given_back_is_told_to_staff_and_tried_again(
    world: World,
) -> None:
    card = await quiet(world, minutes=10)
    world.env.inject_error("PATCH", f"/channels/{world.rooms['lounge'].id}", status=403, times=2)
    done = await world.people["mara"].click(card, custom_id=button(card, "quiet:end"))
    assert "still goes slowly" in texts_of(done.response.message)
    await world.restart()
    await world.later(60)
    assert pace(world) == 30
    assert notices(world, "usual pace") == []
    (told_staff,) = [texts for texts in told(world) if "was to go back" in texts]
    assert "channel settings, Slowmode" in told_staff
    await world.later(5 * 60)
    assert pace(world) == 0
    assert len(notices(world, "usual pace")) == 1
    await quiet(world, minutes=5)
    refuse(world, 503)
    for _ in range(8):
        await world.later(1800)
    assert len([texts for texts in told(world) if "was to go back" in texts]) == 2
    assert len(notices(world, "usual pace")) == 1
    await by_hand_in_trouble(world, 90)
    await world.later(7200)
    assert pace(world) == 90  # theirs stays, and nobody is told that it is the usual one
    assert len(notices(world, "usual pace")) == 1


async def by_hand_in_trouble(world: World, seconds: int) -> None:
    """Somebody sets a pace in Discord itself."""
    world.env.backend.faults.clear()
    await by_hand(world, seconds)


async def test_a_member_slows_nothing(world: World) -> None:
    with pytest.raises(Exception, match="care"):
        await world.people["june"].slash(world.rooms["lounge"], "care quiet")
    assert pace(world) == 0
