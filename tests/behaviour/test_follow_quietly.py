"""What follows a case that is kept from somebody: looked after as the others, and in no channel."""

from typing import Any

import discord
import pytest

from bot.ids import GuildId, UserId
from bot.services.case_desk import CaseDesk
from bot.services.case_follow_up import FollowUps, LookIn
from bot.services.case_rules import NoSuchCase
from tests.behaviour.duty_desk import posts, press
from tests.behaviour.staff_room import live, may_write, nudges, rule_out, shown, tell
from tests.behaviour.test_looking_in import DAY, lines, settle_all, waiting, wished
from tests.world import World, button, texts_of


async def notices(world: World, who: str) -> list[Any]:
    """What waits at /home for somebody of the staff."""
    home = await world.people[who].slash(world.rooms["staff"], "home")
    cards = [each for each in (home.response, *home.followups) if each is not None]
    return [card for card in cards if "Something from yesterday" in texts_of(card.message)]


def about(world: World) -> list[discord.Message]:
    """What stands in the staff channel, but for what says only that something waits."""
    return [m for m in posts(world) if "Something waits for you" not in texts_of(m)]


async def test_whoever_settled_it_is_told_at_home_and_the_channel_learns_nothing(
    world: World,
) -> None:
    await rule_out(world, "mara")
    await may_write(world, "theo")
    await wished(world)
    await settle_all(world, "theo")
    before = len(posts(world))
    await world.restart()
    await world.later(DAY)
    assert len(posts(world)) == before
    assert await notices(world, "mara") == []
    letter = world.users["theo"].dm_channel.last_message
    assert "Something from yesterday" in texts_of(letter)
    assert str(world.people["june"].id) not in texts_of(letter)
    there = await world.users["theo"].click(letter, custom_id=button(letter, "look:open"))
    assert "type /home there" in shown(there)
    (notice,) = await notices(world, "theo")
    opened = (await press(world, "theo", notice.message, "look:open")).response
    assert "You could look in" in texts_of(opened.message)
    await press(world, "theo", opened.message, "look:ask")
    (hello,) = await waiting(world)
    await press(world, "june", hello.message, "look:talk")
    assert "They have been told" in texts_of(hello.message)
    assert len(posts(world)) == before
    (case,) = await live(world, "theo")
    assert case.kind == "contact"
    assert await live(world, "mara") == []


async def test_who_is_ruled_out_after_it_looks_in_no_more_and_the_line_goes(world: World) -> None:
    await wished(world)
    await settle_all(world, "mara")
    await met(world)
    await world.later(12 * 3600)  # noon, and the line is not late
    (line,) = lines(world)
    await rule_out(world, "mara")
    await world.later(60)
    assert lines(world) == []
    assert await notices(world, "mara") == []
    assert len(await notices(world, "theo")) == 1
    assert line.id not in {m.id for m in posts(world)}


async def met(world: World) -> None:
    """Theo was met as somebody of the staff; nobody else is at hand."""
    guild, theo = GuildId(world.guild.id), UserId(world.people["theo"].id)
    await world.bot.duty.remember(guild, theo)


async def test_one_that_is_late_is_told_to_nobody_where_it_became_quiet(world: World) -> None:
    await wished(world)
    await settle_all(world, "mara")
    await rule_out(world, "ada")
    await world.later(60)
    before = [texts_of(m) for m in about(world)]
    await world.env.advance_time(5 * DAY)
    for _ in range(2):
        await world.bot.beat()
    assert [texts_of(m) for m in about(world)] == before


async def test_a_debrief_of_it_asks_nobody_in_the_channel(world: World) -> None:
    await rule_out(world, "mara")
    await world.people["june"].send(world.rooms["lounge"], "i want to kill myself tonight")
    (case,) = await live(world, "theo")
    card = await world.people["theo"].slash(world.rooms["staff"], "cases show", number=case.id)
    taken = (await press(world, "theo", card.response.message, "cases:go")).response
    over = next(c for c in _ids(taken.message) if c.startswith("cases:end"))
    await world.people["theo"].select(taken.message, custom_id=over, values=["talked"])
    assert "How are you after this?" in texts_of(taken.message)
    assert "stands in no channel" in texts_of(taken.message)
    assert not any(c.startswith("after:talk") for c in _ids(taken.message))
    await press(world, "theo", taken.message, "after:heavy")
    assert not any(c.startswith("after:talk") for c in _ids(taken.message))


async def test_ruled_out_while_the_debrief_stands_open_it_asks_nobody_either(world: World) -> None:
    await world.people["june"].send(world.rooms["lounge"], "i want to kill myself tonight")
    card = posts(world)[-1]
    taken = (await press(world, "theo", card, "cases:go")).response
    over = next(c for c in _ids(taken.message) if c.startswith("cases:end"))
    await world.people["theo"].select(taken.message, custom_id=over, values=["talked"])
    await press(world, "theo", taken.message, "after:talk")
    await rule_out(world, "mara")
    await world.later(60)
    before = len(posts(world))
    await press(world, "theo", taken.message, "after:ask")
    assert "I write nothing about this one" in texts_of(taken.message)
    assert len(posts(world)) == before


async def test_whom_a_worry_is_about_finds_nothing_of_it_behind_the_answers(world: World) -> None:
    await tell(world, "mara")
    (case,) = await live(world, "theo")
    guild, mara = GuildId(world.guild.id), UserId(world.people["mara"].id)
    with pytest.raises(NoSuchCase):
        await world.bot.feature(FollowUps).answered(guild, case.id, mara, LookIn.OKAY)
    assert (await world.bot.feature(CaseDesk).steps(case))[-1][1] == "opened"
    assert nudges(world, "mara") == []


def _ids(message: Any) -> list[str]:
    view = discord.ui.LayoutView.from_message(message, timeout=None)
    return [str(getattr(item, "custom_id", "") or "") for item in view.walk_children()]
