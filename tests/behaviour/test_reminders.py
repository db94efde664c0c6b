"""A reminder of one's own: at one's own hour, once a day, and gone with one press."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from bot.ids import GuildId, UserId
from cogs.checkins.reminders import Reminders
from tests.behaviour.checkin_desk import card_of, press, shown, type_in, until
from tests.behaviour.me_desk import me
from tests.behaviour.me_desk import press as press_me
from tests.behaviour.test_retention import count
from tests.traces import find_traces
from tests.world import World, button, texts_of


def here(world: World) -> tuple[GuildId, UserId]:
    return GuildId(world.guild.id), UserId(world.people["june"].id)


def direct(world: World) -> list[Any]:
    return [m for m in world.users["june"].dm_channel.history() if "Hello" in texts_of(m)]


async def door(world: World) -> Any:
    own = await world.people["june"].slash(world.rooms["lounge"], "checkin")
    return card_of(await press(world, "june", card_of(own), "checkins:remind"))


async def test_from_the_first_press_to_the_last_reminder(world: World) -> None:
    guild, june = here(world)
    card = await door(world)
    assert "waits for you under /home" in texts_of(card)
    wrong = await type_in(world, "june", card, "checkins:remindset", at="25:99", zone="Berlin")
    assert "25:99" in shown(wrong)
    wrong = await type_in(world, "june", card, "checkins:remindset", at="9", zone="Qqzzww @x")
    assert "Qqzzww" in shown(wrong)
    asked = await type_in(world, "june", card, "checkins:remindset", at="7:30 pm", zone="gmt")
    chosen = await world.people["june"].select(
        card_of(asked), custom_id="checkins:remindzone:1170", values=["Europe/London"]
    )
    assert "19:30 (Europe/London)" in shown(chosen)
    await world.bot.people.wish(guild, june, direct_messages=True)
    again = await type_in(
        world, "june", card_of(chosen), "checkins:remindset", at="8am", zone="Europe/Berlin"
    )
    assert "Every day at 08:00 (Europe/Berlin)" in shown(again)
    assert "direct message" in shown(again)
    assert count(world, "checkin_reminder") == 1
    assert find_traces(world.config.home, [june], ["Berlin"]) == []
    for day in range(1, 4):
        moment = await world.bot.feature(Reminders).next_due()
        assert moment is not None
        await until(world, moment)
        await world.restart()
        await world.later(60)
        assert len(direct(world)) == day
        await world.later(4 * 3600)
    (_, _, last) = direct(world)
    words = texts_of(last).casefold()
    assert not any(each in words for each in ("miss", "yesterday", "check-in", "streak", "mood"))
    stopped = await world.users["june"].click(last, custom_id=button(last, "checkins:hush"))
    assert "Stopped" in shown(stopped)
    await world.users["june"].click(
        direct(world)[0], custom_id=button(direct(world)[0], "checkins:hush")
    )
    await world.later(48 * 3600)
    assert len(direct(world)) == 1  # the two that were pressed say that it was stopped
    assert count(world, "checkin_reminder") == 0


async def test_stepped_back_it_is_silent_and_afterwards_it_does_not_stack(world: World) -> None:
    guild, june = here(world)
    reminders, now = world.bot.feature(Reminders), world.clock.now()
    await world.bot.people.wish(
        guild, june, direct_messages=True, away_until=now + timedelta(days=5)
    )
    await reminders.set(guild, june, time(9), "UTC")
    await world.later(timedelta(days=4, hours=12).total_seconds())
    assert direct(world) == []
    assert count(world, "waiting") <= 1
    assert "Hello" not in shown(await world.people["june"].slash(world.rooms["lounge"], "home"))
    await world.later(timedelta(days=2).total_seconds())
    assert 1 <= len(direct(world)) <= 2
    # In quiet hours it waits for their end, or does not come that day.
    await world.bot.people.wish(guild, june, quiet_from=time(8), quiet_to=time(10), zone="UTC")
    before = len(direct(world))
    moment = await reminders.next_due()
    assert moment is not None
    await until(world, moment)
    assert len(direct(world)) == before
    await world.later(3700)
    assert len(direct(world)) == before + 1
    await world.bot.people.wish(guild, june, quiet_to=time(20))
    await world.later(timedelta(days=1, hours=12).total_seconds())
    assert len(direct(world)) == before + 1


async def test_taken_back_under_me_nothing_comes_until_it_is_allowed_again(world: World) -> None:
    guild, june = here(world)
    reminders, people = world.bot.feature(Reminders), world.bot.people
    await people.wish(guild, june, direct_messages=True)
    await reminders.set(guild, june, time(9), "UTC")
    assert (await people.wishes(guild, june)).prompts
    may = card_of(await press_me(world, await me(world), "me:may"))
    assert "say hello once a day" in texts_of(may)
    await world.people["june"].click(may, custom_id="me:switch:0:0")
    for allowed in (False, True):
        if allowed:
            await world.people["june"].click(may, custom_id="me:switch:0:1")
        assert ("Right now nothing comes" in texts_of(await door(world))) is not allowed
        moment = await reminders.next_due()
        assert moment is not None
        await until(world, moment)
        assert len(direct(world)) == allowed
        assert count(world, "waiting") == 0
    await reminders.stop(guild, june)
    assert not (await people.wishes(guild, june)).prompts


async def test_without_messages_it_waits_for_three_hours_and_only_the_last_one(
    world: World,
) -> None:
    guild, june = here(world)
    reminders = world.bot.feature(Reminders)
    await reminders.set(guild, june, time(9), "UTC")
    for _ in range(3):
        moment = await reminders.next_due()
        assert moment is not None
        await until(world, moment)
    assert direct(world) == []
    assert count(world, "waiting") == 1
    assert "Hello" in shown(await world.people["june"].slash(world.rooms["lounge"], "home"))
    assert "Hello" not in shown(await world.people["june"].slash(world.rooms["lounge"], "home"))
    await reminders.stop(guild, june)
    assert not await reminders.stop_one(1, UserId(7))


async def test_in_the_nights_of_the_change_it_comes_once(world: World) -> None:
    guild, june = here(world)
    reminders = world.bot.feature(Reminders)
    for day in (datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 10, 24, 12, tzinfo=UTC)):
        if world.clock.now() < day:
            await world.env.advance_time((day - world.clock.now()).total_seconds())
        set_ = await reminders.set(guild, june, time(2, 30), "Europe/Berlin")
        first = set_.next_at()
        following = type(set_)(guild, june, time(2, 30), "Europe/Berlin", first).next_at()
        assert timedelta(hours=22) < following - first < timedelta(hours=26)
        assert first.astimezone(UTC).date() == (day + timedelta(days=1)).date()
