"""An admin plans check-ins, changes them, and is told when nobody answers."""

from datetime import timedelta
from typing import Any

import discord
import pytest

from bot.ids import GuildId
from bot.services.recurring import MOST, Recurring
from bot.storage.recurring import Standing
from cogs.checkins.domain import DECKS, Choices
from cogs.checkins.service import PROMPT
from tests.behaviour.checkin_desk import (
    answer,
    card_of,
    choose,
    close,
    planned,
    press,
    prompt,
    prompts,
    schedules,
    setup,
    shown,
    type_in,
    until,
)
from tests.world import World, texts_of


async def draft(world: World) -> Any:
    return card_of(await setup(world, "add"))


async def test_from_the_first_card_to_the_first_prompt(world: World) -> None:
    card = await draft(world)
    assert "not started" in texts_of(card)
    assert "no channel chosen yet" in texts_of(card)
    refused = await press(world, "ada", card, "checkins:start")
    assert "I need a channel first" in shown(refused)
    await choose(world, card, "checkins:where", world.rooms["lounge"])
    await choose(world, card, "checkins:deck", "wins")
    await choose(world, card, "checkins:hours", "4")
    await world.restart()
    typed = await type_in(world, "ada", card, "checkins:when", at="7pm", zone="new york")
    card = card_of(typed)
    words = texts_of(card)
    for part in ("19:00 (America/New_York)", "Small wins", "4 hours", "If it ran"):
        assert part in words
    assert words.count("<t:") == 6
    await press(world, "ada", card, "checkins:start")
    (plan,) = await schedules(world)
    assert plan.state is Standing.ON
    listed = await setup(world, "list")
    assert f"{plan.id} · running · every day, 19:00" in shown(listed)
    previewed = await setup(world, "preview", number=plan.id)
    assert shown(previewed).count("<t:") == 6
    assert plan.next_at is not None
    await until(world, plan.next_at)
    assert len(prompts(world)) == 1


async def test_every_way_to_say_on_which_days(world: World) -> None:
    card = await draft(world)

    async def rule() -> str:
        return (await schedules(world))[0].rule.text

    await choose(world, card, "checkins:days", "weekdays")
    assert await rule() == "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    asked = card_of(await choose(world, card, "checkins:days", "chosen"))
    card = card_of(await choose(world, asked, "checkins:weekdays", "6", "1"))
    assert await rule() == "FREQ=WEEKLY;BYDAY=TU,SU"
    assert "Tuesday, Sunday" in texts_of(card)
    form = await choose(world, card, "checkins:days", "weeks")
    sent = await world.people["ada"].submit_modal(form, {"weeks": "3", "first": "2026-03-04"})
    assert "every 3 weeks" in shown(sent)
    assert await rule() == "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE"
    form = await choose(world, card, "checkins:days", "month")
    sent = await world.people["ada"].submit_modal(form, {"day": "last"})
    assert await rule() == "FREQ=MONTHLY;BYMONTHDAY=-1"
    for value, words in (
        ("month", {"day": "32"}),
        ("month", {"day": "soon"}),
        ("weeks", {"weeks": "0", "first": "2026-03-04"}),
        ("weeks", {"weeks": "2", "first": "2026-02-30"}),
    ):
        form = await choose(world, card, "checkins:days", value)
        assert "I could not read" in shown(await world.people["ada"].submit_modal(form, words))
    assert await rule() == "FREQ=MONTHLY;BYMONTHDAY=-1"


async def test_a_zone_that_may_be_several_is_asked_and_one_that_is_none_is_said(
    world: World,
) -> None:
    card = await draft(world)
    asked = await type_in(world, "ada", card, "checkins:when", at="8:30", zone="cet")
    assert "Which of these" in shown(asked)
    await choose(world, card_of(asked), "checkins:zone", "Europe/Paris")
    (plan,) = await schedules(world)
    assert (plan.zone, plan.rule.at.hour, plan.rule.at.minute) == ("Europe/Paris", 8, 30)
    wrong = await type_in(world, "ada", card, "checkins:when", at="9", zone="**Mordor**")
    assert "I know no zone like \\*\\*Mordor\\*\\*" in shown(wrong)
    wrong = await type_in(world, "ada", card, "checkins:when", at="25:00", zone="UTC")
    assert "could not read 25:00" in shown(wrong)
    assert (await schedules(world))[0] == plan


async def test_half_past_two_in_the_night_of_the_change_comes_once(world: World) -> None:
    card = await draft(world)
    await choose(world, card, "checkins:where", world.rooms["lounge"])
    typed = await type_in(world, "ada", card, "checkins:when", at="02:30", zone="Berlin")
    await press(world, "ada", card_of(typed), "checkins:start")
    (plan,) = await schedules(world)
    recurring = world.bot.feature(Recurring)
    found = [slot.at for slot in recurring.upcoming(plan, 370)]
    assert len({each.date() for each in found}) == len(found)
    spring = [each for each in found if (each.month, each.day) == (3, 29)]
    assert [f"{each:%H:%M}" for each in spring] == ["01:30"]  # 03:30 there: 02:30 does not exist


async def test_pausing_resuming_and_removing_also_between_planning_and_sending(
    world: World,
) -> None:
    plan = await planned(world)
    paused = await setup(world, "pause", number=plan.id)
    assert "resting" in shown(paused)
    await world.later(26 * 3600)
    assert prompts(world) == []
    resumed = await setup(world, "resume", number=plan.id)
    assert "running" in shown(resumed)
    guild = GuildId(world.guild.id)
    recurring = world.bot.feature(Recurring)
    (slot,) = recurring.upcoming((await schedules(world))[0], 1)
    await world.env.advance_time((slot.at - world.clock.now()).total_seconds() + 1)
    await recurring.work()  # planned, and not yet sent
    await recurring.remove(guild, PROMPT, plan.id)
    await world.bot.beat()
    assert prompts(world) == []
    gone = await setup(world, "edit", number=plan.id)
    assert "no such schedule any more" in shown(gone)
    assert "There are none yet" in shown(await setup(world, "list"))


async def test_whoever_is_no_longer_an_admin_changes_nothing(
    world: World,
) -> None:
    stranger = await world.people["june"].slash(world.rooms["lounge"], "home")
    assert "checkins:plan" not in str(card_of(stranger).components)
    (role,) = [each for each in world.bot.get_guild(world.guild.id).roles if each.name == "Admin"]
    card = await draft(world)
    await world.bot.http.remove_role(world.guild.id, world.people["ada"].id, role.id)
    await world.env.settle()
    for address in ("checkins:start", "checkins:remove", "checkins:thread", "checkins:when"):
        result = await press(world, "ada", card, address)
        assert result.modal is None
        assert "do not have that role" in shown(result)
    chosen = await choose(world, card, "checkins:deck", "wins")
    assert "do not have that role" in shown(chosen)
    (plan,) = await schedules(world)
    assert Choices.model_validate(plan.choices) == Choices()


async def test_nobody_answers_three_times_and_admins_are_told_once(world: World) -> None:
    plan = await planned(world)
    for _ in range(3):
        await prompt(world, (await schedules(world))[0])
        await close(world)
    (after,) = await schedules(world)
    assert after.state is Standing.PAUSED
    await world.restart()
    await world.later(25 * 3600)
    assert len(prompts(world)) == 3
    told = [texts_of(m) for m in world.rooms["staff"].history()]
    assert len([words for words in told if "so I let them rest" in words]) == 1
    assert f"Check-ins {plan.id}" in "\n".join(told)


async def test_a_deleted_channel_is_told_to_staff_and_after_three_it_rests(world: World) -> None:
    room = world.guild.create_text_channel("quiet-corner")
    plan = await planned(world, room=room.id)
    channel = world.bot.get_channel(room.id)
    assert channel is not None
    await channel.delete()
    await world.env.settle()
    for slot in world.bot.feature(Recurring).upcoming(plan, 3):
        await until(world, slot.at)
        await close(world)
    (after,) = await schedules(world)
    told = "\n".join(texts_of(m) for m in world.rooms["staff"].history())
    assert "The channel is gone" in told
    assert after.state is Standing.PAUSED


async def test_an_emptied_deck_still_asks_how_people_are(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = await planned(world, deck="wins")
    monkeypatch.setitem(DECKS, "wins", ("gone", "light"))
    card = await prompt(world, plan)
    assert "How are you doing, roughly?" in texts_of(card)
    monkeypatch.undo()
    await close(world)
    again = await prompt(world, (await schedules(world))[0])
    deck = [each.text for each in world.bot.content.prompts.deck("wins")]
    assert any(text in texts_of(again) for text in deck)


async def test_with_a_thread_where_it_was_wanted(world: World) -> None:
    plan = await planned(world, thread=True)
    card = await prompt(world, plan)
    (thread,) = world.bot.get_guild(world.guild.id).threads
    assert thread.id == card.id
    assert thread.name.startswith("Check-in 20")
    said = await answer(world, "june", card, "Good")
    seen = await press(world, "june", card_of(said), "checkins:share")
    assert f"<#{thread.id}>" in shown(seen)
    await press(world, "june", card_of(seen), "checkins:post")
    assert thread.last_message_id != card.id
    assert "Shared from a check-in" not in texts_of(world.rooms["lounge"].last_message)


async def test_where_the_bot_may_not_post_the_card_says_so_and_staff_are_told(
    world: World,
) -> None:
    plan = await planned(world)
    guild = world.bot.get_guild(world.guild.id)
    channel = world.bot.get_channel(world.rooms["lounge"].id)
    closed = discord.PermissionOverwrite(send_messages=False)
    await channel.set_permissions(guild.self_role or guild.default_role, overwrite=closed)
    await world.env.settle()
    card = await setup(world, "edit", number=plan.id)
    assert "I cannot post in" in shown(card)
    (slot,) = world.bot.feature(Recurring).upcoming(plan, 1)
    await until(world, slot.at)
    assert prompts(world) == []
    told = "\n".join(texts_of(m) for m in world.rooms["staff"].history())
    assert "not allowed to post" in told


async def test_a_prompt_that_comes_too_late_is_skipped_and_told(world: World) -> None:
    plan = await planned(world)
    assert plan.next_at is not None
    late = plan.next_at + timedelta(hours=5)
    ahead = (late - world.clock.now()).total_seconds()
    while ahead > 0:
        await world.env.advance_time(min(ahead, 6 * 3600))
        ahead -= 6 * 3600
    await world.restart()
    await world.bot.beat()
    assert prompts(world) == []
    told = "\n".join(texts_of(m) for m in world.rooms["staff"].history())
    assert "too late to be of use" in told


async def test_there_is_an_end_to_how_many(world: World) -> None:
    for _ in range(MOST):
        await planned(world)
    assert "as many schedules" in shown(await setup(world, "add"))
    listed = await setup(world, "list")
    assert len(texts_of(card_of(listed))) < 4000
    found = await world.people["ada"].autocomplete(
        world.rooms["staff"], "setup checkins edit", "number", "1"
    )
    assert len(found) > 1


async def test_the_rehearsal_has_a_check_in_that_stands_there_on_the_next_morning(
    world: World,
) -> None:
    world.rooms["check-ins"] = world.guild.create_text_channel("check-ins")
    for _ in range(2):
        await world.set_up()
    (plan,) = await schedules(world)
    assert plan.next_at is not None
    await until(world, plan.next_at)
    (card,) = prompts(world, "check-ins")
    assert "All right" in texts_of(card)
