"""Somebody tells staff privately what is not right; they learn how it ended."""

from typing import Any

import discord
import pytest

from bot.ids import ChannelId, GuildId, UserId
from bot.sections import CommunitySettings
from bot.storage.database import StorageDown
from cogs.guidelines.domain import GuidelineSettings
from cogs.guidelines.reports import REASONS, NoSuchReport, Reports
from tests.traces import find_traces
from tests.world import World, button, texts_of

MENU = "Report privately"


def shown(result: Any) -> Any:
    return ([*result.followups] or [result.response])[-1].message


def everything(result: Any) -> str:
    pieces = [result.response, *result.followups]
    return "\n".join(texts_of(each.message) for each in pieces if each)


async def press(world: World, who: str, message: Any, address: str) -> Any:
    result = await world.people[who].click(message, custom_id=button(message, address))
    return result if result.modal is not None else shown(result)


async def choose(world: World, who: str, card: Any, address: str, value: Any) -> Any:
    custom_id = button(card, address)
    return shown(await world.people[who].select(card, custom_id=custom_id, values=[value]))


async def report(
    world: World, words: str = "he goes on and on", *, named: bool = False, who: str = "june"
) -> Any:
    """June reports something that sol wrote; answers what she is told."""
    said = await world.people["sol"].send(world.rooms["lounge"], "come on, write to me, now")
    card = shown(await world.people[who].context_menu(world.rooms["lounge"], MENU, said))
    card = await choose(world, who, card, "report:why", "unwanted")
    packed = 2 * REASONS.index("unwanted") + named
    address = f"report:name:{world.people['sol'].id}:{said.id}:{packed}"
    form = await press(world, who, card, address)
    return await world.people[who].submit_modal(form, {"words": words})


def cases(world: World) -> list[discord.Message]:
    mine = [m for m in world.rooms["staff"].history() if m.author == world.bot.user]
    return sorted(mine, key=lambda message: message.id)


async def settle(world: World, outcome: str = "talked") -> None:
    card = cases(world)[0]
    look = await press(world, "mara", card, "cases:go")
    await choose(world, "mara", look, "cases:end", outcome)
    await world.later(30)


async def news(world: World, who: str = "june") -> list[Any]:
    home = await world.people[who].slash(world.rooms["lounge"], "home")
    cards = [home.response.message, *(each.message for each in home.followups)]
    return [card for card in cards if "There is news for you" in texts_of(card)]


async def test_staff_learn_whom_and_what_about_and_nothing_stands_in_public(world: World) -> None:
    done = await report(world)
    assert "Staff have it now" in everything(done)
    (case,) = cases(world)
    told = texts_of(case)
    assert f"Somebody reported something about <@{world.people['sol'].id}>" in told
    assert str(world.people["june"].id) not in told
    assert "goes on and on" not in told
    assert "answer in the channel" not in told
    assert not [m for m in world.rooms["lounge"].history() if m.author == world.bot.user]


@pytest.mark.parametrize("name", ["given", "not given"])
async def test_whoever_goes_sees_the_name_only_where_it_was_given(world: World, name: str) -> None:
    named = name == "given"
    await report(world, named=named)
    (case,) = cases(world)
    await press(world, "mara", case, "cases:go")
    look = texts_of(await press(world, "mara", cases(world)[0], "cases:look"))
    assert "||he goes on and on||" in look
    assert "write to me" in look
    assert (str(world.people["june"].id) in look) is named


async def test_how_it_ended_is_told_once_and_can_be_asked_again_once(world: World) -> None:
    await report(world)
    await settle(world)
    await world.restart()
    await world.later(60)
    (card,) = await news(world)
    assert await news(world) == []
    opened = await press(world, "june", card, "report:read")
    assert "Staff talked with those concerned" in texts_of(opened)
    form = await press(world, "june", opened, "report:appeal")
    again = await world.people["june"].submit_modal(form, {"words": "he wrote again"})
    assert "somebody other than before" in everything(again)
    appeal = cases(world)[-1]
    assert "second look" in texts_of(appeal)
    look = texts_of(await press(world, "theo", appeal, "cases:look"))
    assert "case.1" in look
    for act in ("cases:go", "cases:false"):
        assert "somebody other than you" in texts_of(await press(world, "mara", appeal, act))
    assert "Staff do not" not in texts_of(await press(world, "mara", appeal, "cases:more"))
    form = await press(world, "june", opened, "report:appeal")
    twice = await world.people["june"].submit_modal(form, {"words": "and again"})
    assert "asked for already" in everything(twice)
    assert "and again" in everything(twice)  # what was not taken is not lost
    taken = await press(world, "theo", cases(world)[-1], "cases:go")
    over = button(taken, "cases:over")
    refused = await world.people["theo"].select(taken, [world.users["mara"]], custom_id=over)
    assert "cannot go to them" in everything(refused)
    await choose(world, "theo", taken, "cases:end", "nothing-needed")
    await world.restart()
    await world.later(60)
    (card,) = await news(world)
    assert await news(world) == []
    last = await press(world, "june", card, "report:read")
    assert "nothing more is needed" in texts_of(last)
    assert "second look" not in texts_of(last)


async def test_a_reporter_who_closed_their_messages_is_told_at_home(world: World) -> None:
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    await world.bot.people.wish(guild, june, direct_messages=True)
    world.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    await report(world)
    await settle(world)
    await world.later(60)
    (card,) = await news(world)
    assert "Staff talked" in texts_of(await press(world, "june", card, "report:read"))
    told = "\n".join(texts_of(message) for message in cases(world))
    assert str(june) not in told  # nor do staff learn of it by a post that failed


async def test_news_that_was_read_in_a_direct_message_waits_nowhere_else(world: World) -> None:
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    await world.bot.people.wish(guild, june, direct_messages=True)
    await report(world)
    await settle(world)
    await world.later(60)
    (message,) = world.users["june"].dm_channel.history()
    assert "settled" in texts_of(message)
    pressed = await world.users["june"].click(message, custom_id=button(message, "report:read"))
    assert "Staff talked" in everything(pressed)
    assert await news(world) == []


async def test_a_stranger_reads_no_outcome(world: World) -> None:
    await report(world)
    await settle(world)
    (card,) = await news(world)
    number = int(button(card, "report:read").rpartition(":")[2])
    reports, june = world.bot.feature(Reports), UserId(world.people["june"].id)
    assert (await reports.mine(number, june)).person == june
    with pytest.raises(NoSuchReport):
        await reports.mine(number, UserId(world.people["theo"].id))


async def test_by_command_with_somebody_chosen_or_with_nobody(world: World) -> None:
    june = world.people["june"]
    card = (await june.slash(world.rooms["lounge"], "report")).response.message
    card = await choose(world, "june", card, "report:why", "other")
    form = await press(world, "june", card, f"report:name:0:0:{2 * REASONS.index('other') + 1}")
    await june.submit_modal(form, {"words": "the noise at night"})
    assert "reported something in this community" in texts_of(cases(world)[-1])
    card = (await june.slash(world.rooms["lounge"], "report")).response.message
    card = await choose(world, "june", card, "report:why", "hate")
    card = await choose(world, "june", card, "report:whom", world.people["sol"])
    assert f"about <@{world.people['sol'].id}>" in texts_of(card)
    robot = world.env.create_user("robot", bot=True)
    card = (await june.slash(world.rooms["lounge"], "report")).response.message
    card = await choose(world, "june", card, "report:why", "selling")
    card = await choose(world, "june", card, "report:whom", world.guild.add_member(robot))
    await june.submit_modal(await press(world, "june", card, "report:name"), {"words": "ads"})
    assert "reported something in this community" in texts_of(cases(world)[-1])  # a bot is nobody


async def test_a_report_on_the_bot_and_one_on_a_message_that_is_gone(world: World) -> None:
    june = world.people["june"]
    panel = world.rooms["welcome"].last_message
    card = shown(await june.context_menu(world.rooms["welcome"], MENU, panel))
    card = await choose(world, "june", card, "report:why", "other")
    form = await press(world, "june", card, "report:name")
    assert "Staff have it" in everything(await june.submit_modal(form, {"words": "it is rude"}))
    assert "reported something in this community" in texts_of(cases(world)[-1])
    said = await world.people["sol"].send(world.rooms["lounge"], "gone soon")
    card = shown(await june.context_menu(world.rooms["lounge"], MENU, said))
    await world.people["sol"].delete(said)
    card = await choose(world, "june", card, "report:why", "unkind")
    form = await press(world, "june", card, "report:name")
    assert "Staff have it" in everything(await june.submit_modal(form, {"words": "look"}))


async def test_no_word_no_place_no_database_and_nothing_is_lost(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no word in it" in everything(await report(world, "   "))
    guild = GuildId(world.guild.id)
    staff = world.bot.settings.of(guild, CommunitySettings).staff_channel
    await world.bot.settings.change(guild, CommunitySettings, staff_channel=None)
    done = everything(await report(world, "please see this"))
    assert "cannot bring it to anybody" in done
    assert "please see this" in done
    await world.bot.settings.change(guild, CommunitySettings, staff_channel=staff)

    async def broken(*_: object) -> None:
        raise StorageDown("full")

    monkeypatch.setattr(world.bot.cases, "open", broken)
    done = everything(await report(world, "please see that"))
    assert "could not save" in done
    assert "please see that" in done
    assert cases(world) == []


async def test_three_a_day_and_what_was_written_comes_back(world: World) -> None:
    for _ in range(3):
        await report(world)
    done = everything(await report(world, "a fourth"))
    assert "told staff of three people" in done
    assert "a fourth" in done


async def test_words_that_sound_like_danger_bring_help_to_whoever_wrote_them(world: World) -> None:
    done = everything(await report(world, "because of him i want to kill myself tonight"))
    assert "Staff have it now" in done
    assert "999" in done


async def test_many_reports_in_a_room_are_a_moment_for_a_line(world: World) -> None:
    places = {ChannelId(world.rooms["lounge"].id): "social"}
    await world.bot.settings.change(GuildId(world.guild.id), GuidelineSettings, places=places)
    for who in ("june", "mara", "theo"):
        await report(world, who=who)
    await world.people["ada"].send(world.rooms["lounge"], "hello")
    lines = [m for m in world.rooms["lounge"].history() if "A quiet word" in texts_of(m)]
    assert len(lines) == 1


async def test_a_stolen_file_names_nobody_and_holds_no_word(world: World) -> None:
    await report(world, "marzipan elephants", named=True)
    await settle(world)
    await world.restart()
    folder = world.config.home
    ids = [world.people[name].id for name in ("june", "sol", "mara")]
    assert find_traces(folder, ids, ["marzipan", "write to me"]) == []
