"""A prompt comes, somebody presses or does not, and only counts of many remain."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.ids import GuildId, UserId
from bot.services.recurring import Plan, Recurring
from bot.storage.database import StorageDown
from bot.storage.recurring import Standing
from cogs.checkins.service import PROMPT, CheckIns
from cogs.checkins.ui import Words
from tests.behaviour.checkin_desk import (
    answer,
    card_of,
    checkin_of,
    close,
    closings,
    crowd,
    level,
    planned,
    press,
    prompt,
    prompts,
    schedules,
    shown,
    type_in,
)
from tests.behaviour.test_bad_input import HOSTILE
from tests.world import World, texts_of

LABELS = ("Good", "All right", "Mixed", "Low", "Very low")


def key_files(world: World) -> list[Any]:
    return sorted((world.config.home / "checkins").glob("*.key"))


async def test_a_prompt_comes_once_with_five_answers_and_two_ways_that_are_none(
    world: World,
) -> None:
    card = await prompt(world)
    words = texts_of(card)
    for label in (*LABELS, "Say a little more", "Rather not say", "never names"):
        assert label in words
    await world.restart()
    await world.bot.beat()
    assert len(prompts(world)) == 1


async def test_one_tap_is_acknowledged_for_that_person_alone_and_a_second_one_changes_it(
    world: World,
) -> None:
    card = await prompt(world)
    before = len(world.rooms["lounge"].history())
    first = await answer(world, "june", card, "Low")
    assert first.ephemeral
    assert "You said: Low" in shown(first)
    assert "/helpnow" in shown(first)
    second = await answer(world, "june", card, "All right")
    assert "You said: All right" in shown(second)
    assert "/helpnow" not in shown(second)
    passed = await answer(world, "sol", card, "Rather not say")
    assert "That is fine" in shown(passed)
    assert len(world.rooms["lounge"].history()) == before
    assert texts_of(prompts(world)[0]) == texts_of(card)


async def test_the_closing_card_counts_everybody_once_and_the_prompt_loses_its_buttons(
    world: World,
) -> None:
    card = await prompt(world)
    people = crowd(world, 11)
    for who in people[:6]:
        await answer(world, who, card, "Very low")
        await answer(world, who, card, "Good")
    for who in people[6:]:
        await answer(world, who, card, "Low")
    await world.restart()
    await answer(world, people[0], card, "All right")
    await answer(world, "june", card, "Rather not say")
    assert closings(world) == []
    await close(world)
    (closing,) = closings(world)
    assert "6** · anywhere from good to mixed" in closing  # that nobody was mixed is not told
    assert "5** · low, or very low" in closing
    old = prompts(world)[0]
    assert "has closed" in texts_of(old)
    assert "Mixed" not in texts_of(old)


async def test_bands_are_shown_where_each_holds_five(world: World) -> None:
    card = await prompt(world)
    people = crowd(world, 15)
    for place, who in enumerate(people):
        await answer(world, who, card, ("Good", "Mixed", "Very low")[place % 3])
    await close(world)
    (closing,) = closings(world)
    assert "5** · good, or all right" in closing
    assert "5** · mixed" in closing
    assert "5** · low, or very low" in closing


@pytest.mark.parametrize("count", [0, 1, 4])
async def test_of_fewer_than_five_nothing_is_told_not_even_whether_there_was_one(
    world: World, count: int
) -> None:
    card = await prompt(world)
    for who in crowd(world, count):
        await answer(world, who, card, "Very low")
    await close(world)
    assert closings(world) == []
    old = texts_of(prompts(world)[0])
    assert "Fewer than 5 people answered" in old
    assert "Very low" not in old


async def test_forty_presses_at_once_by_one_person_count_once(world: World) -> None:
    card = await prompt(world)
    people = crowd(world, 4)
    for who in people:
        await answer(world, who, card, "Good")
    for label in LABELS * 2:
        await answer(world, "june", card, label)
    (plan,) = await schedules(world)
    checkin, june = await checkin_of(world, plan), UserId(world.people["june"].id)
    checkins = world.bot.feature(CheckIns)
    presses = [checkins.answer(plan.guild, checkin.id, june, 1 + n % 5) for n in range(40)]
    await asyncio.gather(*presses)
    await close(world)
    (closing,) = closings(world)
    assert "5** · answered" in closing


async def test_an_answer_to_a_closed_prompt_is_met_kindly_and_counts_nothing(world: World) -> None:
    card = await prompt(world)
    await world.env.advance_time(2 * 3600 + 60)  # over, and the heartbeat has not beaten yet
    late = await answer(world, "june", card, "Low")
    assert late.ephemeral
    assert "has closed" in shown(late)
    assert "/checkin" in shown(late)


async def test_words_for_a_prompt_that_closed_meanwhile_are_not_lost(world: World) -> None:
    card = await prompt(world)
    form = await press(world, "june", card, "checkins:more")
    await close(world)
    await world.restart()
    sent = await world.people["june"].submit_modal(form, {"words": "a long day, and rain"})
    assert "a long day, and rain" in shown(sent)
    own = await world.people["june"].slash(world.rooms["lounge"], "checkin")
    assert "a long day, and rain" in shown(own)
    assert "a long day" not in "".join(texts_of(m) for m in world.rooms["lounge"].history())


async def test_words_stay_with_their_author_until_it_closes(world: World) -> None:
    card = await prompt(world)
    said = await type_in(world, "june", card, "checkins:more", words="**hm** @everyone\nand tea")
    assert said.ephemeral
    assert "\\*\\*hm\\*\\*" in shown(said)
    again = await answer(world, "june", card, "Mixed")
    assert "and tea" in shown(again)
    other = await answer(world, "sol", card, "Mixed")
    assert "and tea" not in shown(other)
    form = await press(world, "june", card_of(again), "checkins:more")
    assert "and tea" in str(form.modal)


async def test_crisis_words_bring_help_first_and_are_kept_and_staff_hear_nothing(
    world: World,
) -> None:
    card = await prompt(world)
    staff = len(world.rooms["staff"].history())
    said = await type_in(world, "june", card, "checkins:more", words="i want to kill myself")
    pieces = [texts_of(piece.message) for piece in (said.response, *said.followups)]
    assert "999" in pieces[0]
    assert "i want to kill myself" in pieces[-1]
    assert len(world.rooms["staff"].history()) == staff


@pytest.mark.parametrize("words", ["x" * 1001, "x" * 4000])
async def test_words_that_are_too_many_are_given_back(
    world: World, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = await prompt(world)
    # Discord holds people to the limit; a client that is not Discord's may not.
    (field,) = Words.fields
    assert field.longest == 1000
    monkeypatch.setattr(Words, "fields", (replace(field, longest=4000),))
    form = await press(world, "june", card, "checkins:more")
    sent = await world.people["june"].submit_modal(form, {"words": words})
    assert "x" * 900 in shown(sent)
    assert "longer than fits here" in shown(sent)


async def test_hostile_words_break_nothing_and_act_as_nothing(world: World) -> None:
    card = await prompt(world)
    for words in HOSTILE:
        said = await type_in(world, "june", card, "checkins:more", words=words[:1000])
        assert said.ephemeral
        assert "Your words are" in shown(said) or "What you wrote" in shown(said)
        seen = await press(world, "june", card_of(said), "checkins:share")
        assert "Nothing is posted yet" in shown(seen)
    assert not world.rooms["lounge"].last_message.mention_everyone


async def test_with_the_database_down_words_are_given_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = await prompt(world)
    form = await press(world, "june", card, "checkins:more")

    async def down(*_: object) -> None:
        raise StorageDown("locked")

    monkeypatch.setattr(CheckIns, "say", down)
    sent = await world.people["june"].submit_modal(form, {"words": "hard to find again"})
    assert "hard to find again" in shown(sent)
    assert "could not keep them right now" in shown(sent)
    monkeypatch.setattr(CheckIns, "answer", down)
    pressed = await answer(world, "june", card, "Low")
    assert "could not save that now" in shown(pressed)


async def test_the_key_lives_as_long_as_the_check_in_and_beside_the_database_only(
    world: World,
) -> None:
    assert key_files(world) == []
    await prompt(world)
    (file,) = key_files(world)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    await close(world)
    assert key_files(world) == []


async def test_a_key_that_outlived_its_check_in_goes_at_the_next_start(world: World) -> None:
    await prompt(world)
    (file,) = key_files(world)
    stale = file.with_name("4711.key")
    stale.write_bytes(b"k" * 32)
    await world.restart()
    await world.bot.beat()
    assert key_files(world) == [file]


async def test_a_check_in_whose_key_is_lost_is_closed_for_everybody(world: World) -> None:
    card = await prompt(world)
    people = crowd(world, 6)
    for who in people:
        await answer(world, who, card, "Good")
    key_files(world)[0].unlink()
    assert "has closed" in shown(await answer(world, "june", card, "Low"))
    await close(world)
    assert closings(world) == []


async def test_a_check_in_at_any_time_is_for_oneself_and_nothing_is_counted(world: World) -> None:
    own = await world.people["june"].slash(world.rooms["lounge"], "checkin")
    assert own.ephemeral
    assert "nothing of it is counted" in shown(own)
    said = await answer(world, "june", card_of(own), "Mixed")
    assert "You said: Mixed" in shown(said) or "You said: Mixed" in texts_of(card_of(own))
    home = await world.people["june"].slash(world.rooms["lounge"], "home")
    again = await press(world, "june", card_of(home), "checkins:own")
    assert "You said: Mixed" in shown(again)
    strangers = await world.people["sol"].slash(world.rooms["lounge"], "checkin")
    assert "You said" not in shown(strangers)
    await world.later(36 * 3600)
    assert key_files(world) == []
    assert closings(world) == []


async def test_two_communities_at_the_same_minute_get_one_each_and_keep_apart(
    world: World,
) -> None:
    plan = await planned(world)
    other = world.env.create_guild(name="Second Room")
    room, twin_guild = other.create_text_channel("lounge"), GuildId(other.id)
    await world.bot.people.meet(twin_guild)
    recurring = world.bot.feature(Recurring)
    choices = {**plan.choices, "channel": room.id}
    twin = await recurring.draft(twin_guild, PROMPT, Plan(plan.rule, plan.zone, plan.late, choices))
    await recurring.switch(twin_guild, PROMPT, twin.id, Standing.ON)
    theirs = await prompt(world, plan)
    (mine,) = room.history()
    assert len(prompts(world)) == 1
    sol = other.add_member(world.users["sol"])
    for who in crowd(world, 5):
        await answer(world, who, theirs, "Low")
    said = await sol.click(mine, custom_id=level(mine, "Low"))
    assert "You said: Low" in shown(said)
    await close(world)
    assert len(closings(world)) == 1
    assert len(room.history()) == 1
