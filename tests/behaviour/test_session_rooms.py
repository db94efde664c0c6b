"""Sessions while they go on: reminders, the room, turns, a host who does not come, the goodbye."""

from typing import Any

import discord
import pytest

from bot.ids import GuildId
from cogs.sessions.service.running import Running
from tests.behaviour.line_desk import card_of, has, shown
from tests.behaviour.session_room import (
    HOUR,
    START,
    choose,
    crowd,
    draft,
    enter,
    home,
    host,
    hosting,
    ids_of,
    no_host_any_more,
    opened,
    planned,
    posted,
    posts,
    press,
    publish,
    room,
    said,
    until,
)
from tests.world import World, texts_of


async def test_reminders_come_once_each_to_those_who_asked_and_only_to_them(world: World) -> None:
    card = await planned(world)
    await press(world, "sol", card, "sessions:come")
    seat = card_of(await press(world, "june", card, "sessions:come"))
    (wish,) = [each for each in ids_of(seat) if each == "sessions:wish:1:1:1"]
    seat = card_of(await world.people["june"].click(seat, custom_id=wish))
    assert "I remind you a day" in texts_of(seat)
    for before in (24 * HOUR, HOUR, 600):
        await until(world, before + 5)
        assert "asked me to remind" not in await home(world, "june")
        await until(world, before)
        await world.restart()
        assert (await home(world, "june")).count("asked me to remind") == 1
        assert "asked me to remind" not in await home(world, "sol")


async def test_a_machine_asleep_for_three_days_tells_staff_once_and_fires_nothing_late(
    world: World,
) -> None:
    card = await planned(world)
    await press(world, "june", card, "sessions:come")
    await until(world, 30 * HOUR)
    await world.env.advance_time(12 * HOUR)
    await world.env.advance_time(24 * HOUR)
    await world.env.advance_time(24 * HOUR)
    await world.restart()
    await world.later(60)
    assert world.rooms["lounge"].threads == []
    told = [texts_of(each) for each in posts(world, world.rooms["staff"])]
    missed = [each for each in told if "Not done in time" in each]
    assert len(missed) == 1
    for what in ("reminder of the hour before", "opening the room"):
        assert what in missed[0]
    assert "come to its end" in texts_of(posted(world))
    await world.later(24 * HOUR)
    told = [texts_of(each) for each in posts(world, world.rooms["staff"])]
    assert sum("Not done in time" in each for each in told) == 1


async def test_the_room_opens_once_and_one_tap_lets_in(world: World) -> None:
    card = await planned(world)
    early = await press(world, "june", card, "sessions:come")
    assert not has(card, "sessions:enter")
    await until(world, -1)
    await world.restart()
    await world.later(30)
    assert room(world).name == "Meeting 1"
    assert early.ephemeral
    assert "Welcome. Nothing here has to be" in said(world)[0]
    assert "You are in" in shown(await enter(world, "june"))
    await enter(world, "sol")  # there is room for everybody
    (card,) = posts(world, room(world))
    assert "round has not begun" in texts_of(card)


async def test_turns_go_round_fairly_over_a_restart_and_pass_freely(world: World) -> None:
    card = await opened(world, "hana", "june", "sol", "mara")
    await press(world, "mara", posted(world), "sessions:listen")
    assert "only listen" in shown(await press(world, "mara", card, "sessions:raise"))
    for who in ("june", "sol", "june"):
        raised = await press(world, who, card, "sessions:raise")
    assert "at place 1" in shown(raised)
    panel = card_of(await press(world, "hana", card, "sessions:host"))
    panel = card_of(await press(world, "hana", panel, "sessions:start"))
    panel = card_of(await press(world, "hana", panel, "sessions:next"))
    june, sol = (f"<@{world.people[who].id}>" for who in ("june", "sol"))
    assert f"Speaking now: {june}" in said(world)[0]
    assert f"Next: {sol}" in said(world)[0]
    await press(world, "june", card, "sessions:pass")
    await world.restart()
    await press(world, "june", posts(world, room(world))[0], "sessions:raise")
    await press(world, "hana", panel, "sessions:next")
    assert f"Speaking now: {sol}" in said(world)[0]
    await press(world, "sol", posts(world, room(world))[0], "sessions:leave")
    assert "Nobody is speaking" in said(world)[0]
    await press(world, "hana", panel, "sessions:next")
    assert f"Speaking now: {june}" in said(world)[0]


async def test_a_stranger_and_a_moderator_cannot_run_somebody_elses_meeting(world: World) -> None:
    card = await opened(world, "hana")
    outside = await press(world, "june", posted(world), "sessions:enter")
    assert "stays here" in shown(outside)
    await enter(world, "june")
    assert "for staff" in shown(await press(world, "june", card, "sessions:host"))
    await enter(world, "mara")
    panel = card_of(await press(world, "mara", card, "sessions:host"))
    assert "for the hosts" in shown(await press(world, "mara", panel, "sessions:close"))


async def test_the_end_says_goodbye_asks_once_locks_and_deletes(world: World) -> None:
    card = await opened(world, "hana", "june", "sol", "mara", repeat="1")
    await press(world, "theo", posted(world), "sessions:come")
    await press(world, "sol", posted(world), "sessions:early")
    await press(world, "sol", card, "sessions:leave")  # is asked all the same
    panel = card_of(await press(world, "hana", card, "sessions:host"))
    await press(world, "hana", panel, "sessions:close")
    assert "You were at" not in shown(await _sessions(world, "june"))  # the room asks first
    assert "one breath" in said(world)[-1]
    assert f"<t:{START + 7 * 24 * HOUR}:F>" in texts_of(posted(world))
    await world.restart()
    await world.later(15 * 60 + 1)
    assert "How was it for you" in said(world)[-1]
    asked = posts(world, room(world))[-1]
    thread = world.bot.get_channel(room(world).id) or await world.bot.fetch_channel(room(world).id)
    assert thread.locked
    assert "tied to nobody" in shown(await press(world, "june", asked, "sessions:felt"))
    assert "already counted" in shown(await press(world, "june", asked, "sessions:felt"))
    assert "You were at" not in shown(await _sessions(world, "june"))
    assert "You were at" not in shown(
        await _sessions(world, "theo")
    )  # who had a place and was not there
    listed = card_of(await _sessions(world, "sol"))
    assert "You were at “Tuesday circle”" in texts_of(listed)
    assert "tied to nobody" in shown(await press(world, "sol", listed, "sessions:felt"))
    late = card_of(await _sessions(world, "mara"))
    assert "people tapped" not in texts_of(await hosting(world))  # not while it can still grow
    await world.later(25 * HOUR)
    assert world.rooms["lounge"].threads == []
    assert "fewer than 5 people tapped" in texts_of(await hosting(world))
    assert "has ended" in shown(await press(world, "mara", late, "sessions:felt"))
    assert "You were at" not in shown(await _sessions(world, "mara"))


async def test_how_a_meeting_was_that_does_not_come_again_is_found_by_its_host(
    world: World,
) -> None:
    card = await opened(world, "hana", "sol")
    assert not has(await _listed(world), "sessions:lately")
    many = await crowd(world, 5)
    panel = card_of(await press(world, "hana", card, "sessions:host"))
    await press(world, "hana", panel, "sessions:close")
    await world.later(15 * 60 + 1)
    asked = posts(world, room(world))[-1]
    for each in many:
        await world.bot.feature(Running).felt(1, GuildId(world.guild.id), each, 1)
    listed = await _listed(world)
    assert "Nothing is planned" in texts_of(listed)
    assert "can still say how it was" in texts_of(await _lately(world, listed))
    bad = next(each for each in ids_of(asked) if each.split("~")[0].endswith(":2"))
    await world.people["sol"].click(asked, custom_id=bad)
    await world.later(25 * HOUR)
    await world.restart()
    told, listed = texts_of(await _lately(world, await _listed(world))), await _listed(world)
    assert "It was in between / It was not for me: 6" in told  # alone it would tell of the one
    await no_host_any_more(world, "hana")
    assert "for staff" in shown(await choose(world, "hana", listed, "sessions:lately", "1"))


async def _listed(world: World) -> Any:
    return card_of(await host(world).slash(world.rooms["lounge"], "host session list"))


async def _lately(world: World, listed: Any) -> Any:
    return card_of(await choose(world, "hana", listed, "sessions:lately", "1"))


async def _sessions(world: World, who: str) -> Any:
    return await world.people[who].slash(world.rooms["welcome"], "sessions")


@pytest.mark.parametrize(
    ("absent", "words"),
    [
        ("leaderless", "You may hold the circle yourselves"),
        ("cover", "other hosts are asked"),
        ("cancel", "this meeting does not happen"),
    ],
)
async def test_a_host_who_does_not_come(world: World, absent: str, words: str) -> None:
    await opened(world, "june", absent=absent)
    await world.later(4 * 60)
    assert len(said(world)) == 1
    await world.later(2 * 60)
    assert words in said(world)[-1]
    await world.restart()
    await world.later(60)
    assert len(said(world)) == 2
    asked = [each for each in posts(world, world.rooms["staff"]) if has(each, "sessions:cover")]
    assert len(asked) == (absent == "cover")
    if asked:
        host(world, "otis")
        taken = await press(world, "otis", asked[0], "sessions:cover")
        assert "Begin the round" in shown(taken)
        late = await press(world, "mara", asked[0], "sessions:cover")
        assert "for the hosts" in shown(late)
    if absent == "cancel":
        assert "come to its end" in texts_of(posted(world))


async def test_a_channel_that_is_gone_is_told_to_the_host_and_harms_nothing(world: World) -> None:
    await planned(world)
    await until(world, 2 * HOUR)
    channel = world.bot.get_channel(world.rooms["lounge"].id)
    await channel.delete()
    await world.env.settle()
    await until(world, -1)
    await world.later(60)
    result = await world.people["hana"].slash(world.rooms["welcome"], "home")
    assert "could not open the room" in shown(result)
    told = [texts_of(each) for each in posts(world, world.rooms["staff"])]
    assert any("opening the room" in each for each in told)
    await world.later(3 * HOUR)


async def test_a_series_goes_on_with_its_next_date(world: World) -> None:
    card = await draft(world)
    card = card_of(await choose(world, "hana", card, "sessions:repeat", "1"))
    await publish(world, card)
    await until(world, -HOUR - 1)
    assert f"<t:{START + 7 * 24 * HOUR}:F>" in texts_of(posted(world))
    listed = await world.people["june"].slash(world.rooms["welcome"], "sessions")
    assert f"<t:{START + 7 * 24 * HOUR}:F>" in shown(listed)


async def test_what_somebody_deletes_by_hand_is_put_up_again(world: World) -> None:
    panel = await world.people["ada"].slash(world.rooms["staff"], "setup sessions")
    await choose(world, "ada", card_of(panel), "sessions:board", world.rooms["welcome"])
    await planned(world)
    for words in ("Welcome", "Tuesday circle"):  # everything that stands there
        for each in [each for each in posts(world) if words in texts_of(each)]:
            await each.delete()
    await until(world, HOUR)
    await world.later(20)
    there = [texts_of(each) for each in posts(world) if "Tuesday circle" in texts_of(each)]
    assert len(there) == 2  # the board and the card
    await world.later(60)
    assert len([each for each in posts(world) if "Tuesday circle" in texts_of(each)]) == 2


async def test_a_voice_channel_holds_the_card_and_the_turns_in_its_own_chat(world: World) -> None:
    voice = world.guild.create_voice_channel("circle")
    card = card_of(await choose(world, "hana", await draft(world), "sessions:channel", voice))
    await publish(world, card)
    await until(world, -1)
    (room_card,) = posts(world, voice)
    not_in = await press(world, "june", room_card, "sessions:raise")
    assert "people in the room" in shown(not_in)
    door = card_of(await press(world, "june", room_card, "sessions:enter"))
    await press(world, "june", door, "sessions:agree")
    assert "at place 1" in shown(await press(world, "june", room_card, "sessions:raise"))


async def test_a_missing_permission_is_told_to_the_host_the_day_before(world: World) -> None:
    no_threads = discord.PermissionOverwrite(create_private_threads=False)
    quiet = world.guild.create_text_channel("quiet", overwrites={world.bot.user: no_threads})
    card = card_of(await choose(world, "hana", await draft(world), "sessions:channel", quiet))
    await publish(world, card)
    await until(world, 24 * HOUR + 5)
    assert "mend" not in await home(world, "hana")
    await until(world, 24 * HOUR)
    assert (await home(world, "hana")).count("something is missing in the channel") == 1
    await until(world, -5)
    assert "could not open the room" in await home(world, "hana")


async def test_whoever_is_no_host_any_more_cannot_press_what_they_once_could(world: World) -> None:
    unfinished = await draft(world)
    await no_host_any_more(world, "hana")
    for address in ("sessions:publish", "sessions:write", "sessions:discard"):
        assert "for staff" in shown(await press(world, "hana", unfinished, address))
    assert all("Tuesday circle" not in texts_of(each) for each in posts(world))
