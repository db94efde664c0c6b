"""An admin plans reminders of the guidelines: one line at its time, under the cap of them all."""

from datetime import datetime
from typing import Any

import pytest

from bot.ids import ChannelId, GuildId
from bot.services.courier import Parcel, Unwanted
from bot.services.guideline_lines import GuidelineLines, Spot
from bot.services.recurring import NoSuchSchedule, Recurring
from bot.storage.database import StorageDown
from bot.storage.recurring import Schedule, Standing
from cogs.guidelines.domain import GuidelineSettings, fitting
from cogs.guidelines.moments import APART, draw_reminder
from cogs.guidelines.service import Charter
from cogs.guidelines.timetable import REMINDER
from tests.behaviour import session_room
from tests.behaviour.line_desk import card_of
from tests.behaviour.test_guidelines_setup import here, pick, press, shown, start
from tests.behaviour.test_moments import chat, choose, lines
from tests.world import World, button, texts_of

DAY = 24 * 3600


async def type_in(world: World, card: Any, at: str, zone: str) -> Any:
    form = await press(world, card, "charter:when")
    return shown(await world.people["ada"].submit_modal(form, {"at": at, "zone": zone}))


async def days(world: World, card: Any, *chosen: str) -> Any:
    custom_id = button(card, "charter:days")
    return shown(await world.people["ada"].select(card, custom_id=custom_id, values=[*chosen]))


async def only(world: World) -> Schedule:
    (found,) = await world.bot.feature(Recurring).of(here(world), REMINDER)
    return found


async def until(world: World, moment: datetime | None) -> None:
    assert moment is not None
    await world.later((moment - world.clock.now()).total_seconds() + 1)


async def draft(world: World) -> Any:
    return await press(
        world, await press(world, await start(world), "charter:regular"), "charter:new"
    )


async def running(world: World) -> Any:
    """A line every day at noon in the lounge."""
    await choose(world)
    card = await draft(world)
    card = await pick(world, card, "charter:where", str(world.rooms["lounge"].id))
    card = await days(world, card, *"0123456")
    card = await type_in(world, card, "noon", "utc")
    return await press(world, card, "charter:run")


async def test_from_the_first_card_to_lines_that_rotate_over_a_restart(world: World) -> None:
    empty = await press(world, await start(world), "charter:regular")
    assert "Name one first" in texts_of(empty)
    assert button(empty, "charter:places")
    card = await draft(world)
    assert "not started" in texts_of(card)
    refused = await press(world, card, "charter:run")
    assert "only in a channel that you have named" in texts_of(refused)
    await choose(world)
    card = await pick(world, await days(world, card, "1", "4"), "charter:where",
                      str(world.rooms["lounge"].id))  # fmt: skip
    assert "Tuesday, Friday" in texts_of(card)
    which = await type_in(world, card, "7pm", "ist")
    assert "Which of these?" in texts_of(which)
    card = await pick(world, which, "charter:zone", "Asia/Kolkata")
    assert "19:00 (Asia/Kolkata)" in texts_of(card)
    assert texts_of(card).count("<t:") == 6
    card = await every_few_weeks_and_once_a_month(world, card)
    card = await press(world, card, "charter:run")
    assert "running" in texts_of(card)
    assert lines(world) == []
    for _ in range(3):
        await until(world, (await only(world)).next_at)
        await world.restart()
        await world.later(60)
    said = lines(world)
    assert len(said) == 3
    fits = [rule.reminder for rule in fitting(world.bot.feature(Charter).shipped, "social")]
    assert [sum(line in each for line in fits) for each in said] == [1, 1, 1]
    assert len(set(said)) == 3


async def often(world: World, card: Any, way: str, **typed: str) -> Any:
    custom_id = button(card, "charter:often")
    form = await world.people["ada"].select(card, custom_id=custom_id, values=[way])
    return shown(await world.people["ada"].submit_modal(form, typed) if typed else form)


async def every_few_weeks_and_once_a_month(world: World, card: Any) -> Any:
    """Each way there is, what cannot be read, and back to where it was, by a card drawn before."""
    wednesday = {"weeks": "3", "first": "2026-03-04"}
    fortnights = await often(world, card, "weeks", **wednesday)
    assert "Tuesday, Friday, every 3 weeks" in texts_of(fortnights)
    assert (await only(world)).rule.text == "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,FR"
    monthly = await often(world, fortnights, "month", day="31")
    assert "in a shorter month its last day" in texts_of(monthly)
    assert texts_of(monthly).count("<t:") == 6
    for way, typed in (
        ("month", {"day": "32"}),
        ("month", {"day": "0"}),
        ("month", {"day": "pay day"}),
        ("weeks", {"weeks": "53", "first": "2026-03-04"}),
        ("weeks", {"weeks": "-1", "first": "2026-03-04"}),
        ("weeks", {"weeks": "2", "first": "2026-02-30"}),
    ):
        assert "Nothing was changed" in texts_of(await often(world, monthly, way, **typed))
    assert (await only(world)).rule.text.endswith("BYMONTHDAY=28,29,30,31;BYSETPOS=-1")
    last = await often(world, monthly, "month", day=" Last ")
    assert "Days: the last day of the month" in texts_of(last)
    with pytest.raises(AssertionError, match="no charter:days"):
        button(last, "charter:days")
    never = await often(world, last, "weeks", weeks="2", first="9999-12-31")
    assert "It never comes" in texts_of(never)
    back = await often(world, await often(world, never, "weeks", **wednesday), "week")
    assert "every 3" not in texts_of(back)
    assert (await only(world)).rule.text == "FREQ=WEEKLY;BYDAY=TU,FR"
    return back


async def test_it_rests_resumes_and_goes(world: World) -> None:
    card = await running(world)
    await until(world, (await only(world)).next_at)
    card = await press(world, card, "charter:run")
    assert "resting" in texts_of(card)
    await world.later(2 * DAY)
    assert len(lines(world)) == 1
    number, today = (await only(world)).id, world.clock.now().toordinal()
    planned = Parcel("planned before", REMINDER, here(world), {"schedule": number, "day": today})
    with pytest.raises(Unwanted):
        await draw_reminder(world.bot)(planned)
    card = await press(world, card, "charter:run")
    assert (await only(world)).state is Standing.ON
    await world.later(DAY)
    assert len(lines(world)) == 2
    card = await press(world, card, "charter:remove")
    assert f"Open {number}" not in texts_of(card)
    with pytest.raises(NoSuchSchedule):
        await world.bot.feature(Recurring).get(here(world), REMINDER, number)
    await world.later(2 * DAY)
    assert len(lines(world)) == 2


async def test_one_in_six_hours_whether_by_moment_or_by_schedule(world: World) -> None:
    await running(world)
    noon = (await only(world)).next_at
    assert noon is not None
    await world.later((noon - world.clock.now()).total_seconds() - 3600)
    await chat(world)
    assert len(lines(world)) == 1
    await world.restart()
    await until(world, noon)
    assert len(lines(world)) == 1  # the room was reminded an hour ago
    await until(world, (await only(world)).next_at)
    assert len(lines(world)) == 2
    await world.restart()
    await world.later(3600)
    await chat(world)
    assert len(lines(world)) == 2
    await world.later(APART - 3600)
    await chat(world)
    assert len(lines(world)) == 3


async def test_a_channel_that_is_gone_or_no_longer_named_and_what_cannot_be_read(
    world: World,
) -> None:
    card = await running(world)
    for at, zone, why in (("25 o'clock", "utc", "as a time"), ("9", "qqq", "no zone like")):
        assert why in texts_of(await type_in(world, card, at, zone))
    await choose(world, room="welcome")
    await world.later(DAY)
    assert lines(world) == []
    opened = await press(world, await press(world, await start(world), "charter:regular"),
                         "charter:times")  # fmt: skip
    assert "is not among the channels" in texts_of(opened)
    other = await pick(world, card, "charter:where", str(world.rooms["lounge"].id))
    assert "that you have named" in texts_of(other)
    await choose(world)
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    room = guild.get_channel(world.rooms["lounge"].id)
    assert room is not None
    await room.delete()
    await world.later(2 * DAY)
    opened = await press(world, await press(world, await start(world), "charter:regular"),
                         "charter:times")  # fmt: skip
    assert "I cannot post in" in texts_of(opened)


async def test_other_features_ask_for_a_line_under_the_same_cap(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    guild, room = GuildId(world.guild.id), ChannelId(world.rooms["lounge"].id)
    first, second = Spot(room, "sessions:room:1"), Spot(room, "sessions:room:2")
    asked = world.bot.feature(GuidelineLines)
    alone = [asked.line_beside(guild, "sharing", turn) for turn in (1, 2, 2)]
    assert all("From the guidelines here" in line for line in alone)
    assert alone[0] != alone[1] == alone[2]
    assert asked.line_beside(guild, "no such kind", 1) == ""

    def broken() -> None:
        raise StorageDown("full")

    monkeypatch.setattr(world.bot.database, "write", broken)
    assert await asked.line_in(guild, "sharing", first) == ""  # nobody would know after a restart
    monkeypatch.undo()
    shared = await asked.line_in(guild, "sharing", first)
    assert "A quiet word" in shared
    await world.restart()
    asked = world.bot.feature(GuidelineLines)
    assert await asked.line_in(guild, "sharing", first) == shared
    assert await asked.line_in(guild, "sharing", second) == ""
    assert asked.line_beside(guild, "sharing", 1) == alone[0]
    await world.later(APART + 1)
    assert await asked.line_in(guild, "sharing", second)
    assert await asked.line_in(guild, "sharing", first) == ""


async def test_a_sessions_opening_and_a_room_that_wakes_up_share_the_cap_over_restarts(
    world: World,
) -> None:
    """Two rooms of sessions: one wakes up after its session opened, the other an hour before."""
    for name in ("after", "before"):
        world.rooms[name] = world.guild.create_voice_channel(name)
        card = await session_room.draft(world)
        card = await session_room.choose(world, "hana", card, "sessions:channel", world.rooms[name])
        await session_room.publish(world, card_of(card))
    places = {ChannelId(world.rooms[name].id): "sharing" for name in ("after", "before")}
    await world.bot.settings.change(here(world), GuidelineSettings, places=places)
    await session_room.until(world, session_room.HOUR)
    await chat(world, room="before")
    assert len(lines(world, "before")) == 1
    await world.restart()
    await session_room.until(world, -1)
    assert [len(lines(world, name)) for name in ("after", "before")] == [1, 1]
    assert len(session_room.posts(world, world.rooms["before"])) == 2  # a card that says nothing
    await world.restart()
    await world.later(2400)
    await chat(world, room="after")
    (line,) = lines(world, "after")
    assert "Read the guidelines" not in line
    await world.later(APART)
    await chat(world, room="after")
    (line,) = lines(world, "after")  # the session is over, and its card says none any more
    assert "Read the guidelines" in line
