"""The next day: a human looks in, only on somebody who wished it, and nobody else learns of it."""

from typing import Any

import pytest

from bot.ids import GuildId, UserId
from bot.services.case_desk import CaseDesk
from bot.services.case_follow_up import FollowUps, LookIn
from bot.services.case_rules import NoSuchCase
from tests.behaviour.duty_desk import posts, press
from tests.behaviour.staff_room import live
from tests.world import World, button, texts_of

PLAIN = "i want to kill myself tonight"
DAY = 24 * 3600


async def asked_for_a_human(world: World, text: str = PLAIN) -> Any:
    """June writes, opens the card and asks for a human; answers her private card."""
    lounge = world.rooms["lounge"]
    await world.people["june"].send(lounge, text)
    card = (await press(world, "june", lounge.last_message, "more:open")).response
    if "safe to read" in texts_of(card.message):
        await press(world, "june", card.message, "more:safe")
    await press(world, "june", card.message, "more:human")
    await press(world, "june", card.message, "more:ask")
    return card


async def wished(world: World, text: str = PLAIN) -> Any:
    card = await asked_for_a_human(world, text)
    result = await press(world, "june", card.message, "more:tomorrow")
    return result.followups[0]


async def settle_all(world: World, who: str = "mara", outcome: str = "talked") -> None:
    """A moderator goes to everything that is open, and ends it."""
    guild = GuildId(world.guild.id)
    for case in await live(world, "theo"):
        staff = UserId(world.people[who].id)
        await world.bot.cases.claim(guild, case.id, staff)
        await world.bot.cases.resolve(guild, case.id, staff, outcome)


def lines(world: World) -> list[Any]:
    return [m for m in posts(world) if "something from yesterday" in texts_of(m).casefold()]


async def owner_asks(world: World, who: str = "mara") -> Any:
    (line,) = lines(world)
    opened = (await press(world, who, line, "look:open")).response
    await press(world, who, opened.message, "look:ask")
    return opened


async def waiting(world: World) -> list[Any]:
    """The cards that wait for June at /home."""
    home = await world.people["june"].slash(world.rooms["lounge"], "home")
    cards = [home.response, *home.followups]
    return [card for card in cards if "A hello from" in texts_of(card.message)]


async def test_from_the_wish_to_the_answer_over_restarts_and_once(world: World) -> None:
    thanks = await wished(world)
    assert "cannot promise" in texts_of(thanks.message)
    await settle_all(world)
    before = len(posts(world))
    await world.later(3600)
    assert lines(world) == []
    await world.restart()
    await world.later(DAY)
    (line,) = lines(world)
    assert f"<@{world.people['mara'].id}>" in texts_of(line)
    assert str(world.people["june"].id) not in texts_of(line)
    await world.restart()
    opened = await owner_asks(world)
    assert "I ask them" in texts_of(opened.message)
    again = await press(world, "mara", line, "look:open")
    assert "Nothing is sent" in texts_of(again.response.message)
    (hello,) = await waiting(world)
    for telling in ("crisis", "danger", "help", "suicid"):
        assert telling not in texts_of(hello.message).casefold()
    await world.restart()
    await press(world, "june", hello.message, "look:okay")
    assert "They can see it" in texts_of(hello.message)
    assert await waiting(world) == []
    shown = await press(world, "mara", line, "look:open")
    assert shown.ephemeral
    guild, theo = GuildId(world.guild.id), UserId(world.people["theo"].id)
    desk = world.bot.feature(CaseDesk)
    steps = [step for _, step in await desk.steps(await desk.get(guild, 2, theo))]
    assert steps[-3:] == ["talked", "look_asked", "look_okay"]
    assert await live(world, "theo") == []
    await world.later(3 * DAY)
    assert len(lines(world)) == 1
    assert len(posts(world)) == before + 1


async def test_nobody_is_looked_in_on_who_did_not_wish_it(world: World) -> None:
    await asked_for_a_human(world)
    await settle_all(world)
    await world.later(2 * DAY)
    assert lines(world) == []


async def test_a_false_alarm_is_not_followed(world: World) -> None:
    await wished(world)
    await settle_all(world, outcome="false_alarm")
    await world.later(2 * DAY)
    assert lines(world) == []


async def test_the_wish_can_be_taken_back_before_and_after(world: World) -> None:
    thanks = await wished(world)
    await settle_all(world)
    await press(world, "june", thanks.message, "more:rather")
    assert "As you like" in texts_of(thanks.message)
    await world.later(2 * DAY)
    assert lines(world) == []


async def test_what_is_late_is_told_and_not_sent(world: World) -> None:
    await wished(world)
    await settle_all(world)
    await world.env.advance_time(5 * DAY)
    before = len(posts(world))
    await world.bot.beat()
    await world.bot.beat()
    assert lines(world) == []
    late = [m for m in posts(world)[before:] if "could not be posted" in texts_of(m)]
    assert len(late) == 1


async def test_who_would_like_to_talk_calls_staff_once_however_often_they_press(
    world: World,
) -> None:
    await wished(world)
    await settle_all(world)
    await world.later(DAY)
    await owner_asks(world)
    (hello,) = await waiting(world)
    await press(world, "june", hello.message, "look:okay")
    await press(world, "june", hello.message, "look:talk")
    assert "They have been told" in texts_of(hello.message)
    assert [case.kind for case in await live(world, "theo")] == ["contact"]
    assert "would like to talk" in texts_of(posts(world)[-1])
    await press(world, "june", hello.message, "helpnow:open")


async def test_please_do_not_ask_again_holds_for_the_next_time(world: World) -> None:
    await wished(world)
    await settle_all(world)
    await world.later(DAY)
    await owner_asks(world)
    (hello,) = await waiting(world)
    await press(world, "june", hello.message, "look:never")
    assert "do not ask you like this again" in texts_of(hello.message)
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    assert (await world.bot.people.wishes(guild, june)).never_look_in
    await wished(world)
    assert not (await world.bot.people.wishes(guild, june)).never_look_in


async def test_who_opted_in_is_asked_in_private_and_answers_there(world: World) -> None:
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    await world.bot.people.wish(guild, june, direct_messages=True)
    await wished(world)
    await settle_all(world)
    await world.later(DAY)
    await owner_asks(world)
    user = world.users["june"]
    hello = user.dm_channel.last_message
    assert "A hello from" in texts_of(hello)
    await user.click(hello, custom_id=button(hello, "look:okay"))
    assert "They can see it" in texts_of(user.dm_channel.last_message)
    assert await waiting(world) == []


async def test_closed_messages_and_danger_from_a_person_wait_at_home(world: World) -> None:
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    await world.bot.people.wish(guild, june, direct_messages=True)
    await wished(world, "my husband is hitting me right now")
    await settle_all(world)
    await world.later(DAY)
    sent = len(world.users["june"].dm_channel.history())
    await owner_asks(world)
    assert len(world.users["june"].dm_channel.history()) == sent
    assert len(await waiting(world)) == 1
    await wished(world, PLAIN)
    await settle_all(world)
    await world.later(DAY)
    dm = world.users["june"].dm_channel
    world.env.inject_error("POST", f"/channels/{dm.id}/messages", status=403)
    line = lines(world)[-1]
    opened = (await press(world, "mara", line, "look:open")).response
    await press(world, "mara", opened.message, "look:ask")
    assert len(await waiting(world)) == 1


async def test_only_whoever_settled_it_opens_it_unless_they_serve_no_more(world: World) -> None:
    await wished(world)
    await settle_all(world)
    await world.later(DAY)
    (line,) = lines(world)
    stranger = await press(world, "june", line, "look:open")
    assert "do not have that role" in texts_of(stranger.response.message)
    other = await press(world, "theo", line, "look:open")
    assert f"<@{world.people['mara'].id}> has this one" in texts_of(other.response.message)
    role = world.roles["moderator"]
    await world.bot.http.remove_role(world.guild.id, world.people["mara"].id, role.id)
    await world.env.settle()
    other = await press(world, "theo", line, "look:open")
    assert "You could look in" in texts_of(other.response.message)


async def test_whoever_settled_it_has_left_and_the_line_is_for_anybody(world: World) -> None:
    await wished(world)
    await settle_all(world)
    world.guild.remove_member(world.people["mara"])
    await world.env.settle()
    await world.later(DAY)
    (line,) = lines(world)
    assert "waits for one of you" in texts_of(line)
    opened = await press(world, "theo", line, "look:open")
    assert "You could look in" in texts_of(opened.response.message)


async def test_somebody_else_cannot_answer_for_the_member(world: World) -> None:
    await wished(world)
    await settle_all(world)
    await world.later(DAY)
    await owner_asks(world)
    (hello,) = await waiting(world)
    case = button(hello.message, "look:talk")
    number = int(case.split(":")[3])
    bot, guild = world.bot, GuildId(world.guild.id)
    sol = UserId(world.people["sol"].id)
    with pytest.raises(NoSuchCase):
        await bot.feature(FollowUps).answered(guild, number, sol, LookIn.TALK)


async def test_where_no_human_knows_of_them_they_are_told_how_to_ask(world: World) -> None:
    lounge = world.rooms["lounge"]
    await world.people["june"].send(lounge, "i feel so hopeless")
    card = (await press(world, "june", lounge.last_message, "more:open")).response
    await press(world, "june", card.message, "more:ways")
    result = await press(world, "june", card.message, "more:tomorrow")
    assert "Nobody has been told yet" in texts_of(result.followups[0].message)
