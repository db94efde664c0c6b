"""After the tap: keep it, share it, ask for somebody; and what was kept, later."""

import asyncio
import json
from datetime import timedelta
from typing import Any

import discord
import pytest

from bot.ids import ChannelId, GuildId, UserId
from bot.sections import CommunitySettings
from bot.services.privacy import Retention
from bot.services.recurring import Recurring
from bot.services.without import Without
from cogs.checkins.diary import Diary, SharedAlready
from cogs.checkins.domain import Answer
from cogs.checkins.kept import Entries
from cogs.checkins.service import CheckIns
from tests.behaviour.checkin_desk import (
    answer,
    card_of,
    checkin_of,
    close,
    planned,
    press,
    prompt,
    shown,
    type_in,
    until,
)
from tests.behaviour.half_written import erased_with_words_under_way
from tests.behaviour.test_retention import count
from tests.fakes import FakeClock
from tests.traces import find_traces
from tests.world import World, texts_of


async def tapped(world: World, label: str = "Mixed", words: str = "", who: str = "june") -> Any:
    """The private card after an answer, and perhaps a few words."""
    card = await prompt(world)
    result = await answer(world, who, card, label)
    if words:
        result = await type_in(world, who, card_of(result), "checkins:more", words=words)
    return card_of(result)


def lounge(world: World) -> str:
    return "\n".join(texts_of(m) for m in world.rooms["lounge"].history())


async def history(world: World, who: str = "june") -> Any:
    own = await world.people[who].slash(world.rooms["lounge"], "checkin")
    return card_of(await press(world, who, card_of(own), "checkins:history"))


async def test_without_keep_nothing_stays_after_the_close(world: World) -> None:
    await tapped(world, words="rain, and a good soup")
    assert count(world, "checkin_entry") == 0
    await close(world)
    assert count(world, "checkin_answer") == 0
    assert "Nothing yet" in texts_of(await history(world))
    await erased_with_words_under_way(world)


async def test_kept_words_follow_changes_and_are_sealed_and_only_theirs(world: World) -> None:
    card = await tapped(world, words="first thoughts")
    kept = await press(world, "june", card, "checkins:keep")
    assert "You keep this one" in texts_of(card_of(kept))
    prompt_card = world.rooms["lounge"].last_message
    await answer(world, "june", prompt_card, "Good")
    await close(world)
    await world.restart()
    page = texts_of(await history(world))
    assert "Good" in page
    assert "first thoughts" in page
    assert "Nothing yet" in texts_of(await history(world, "sol"))
    home = world.config.home
    assert find_traces(home, [world.people["june"].id], ["first thoughts"]) == []


async def test_keeping_can_be_undone_and_ends_by_itself_after_ninety_days(world: World) -> None:
    card = await tapped(world)
    card = card_of(await press(world, "june", card, "checkins:keep"))
    assert count(world, "checkin_entry") == 1
    card = card_of(await press(world, "june", card, "checkins:keep"))
    assert count(world, "checkin_entry") == 0
    await press(world, "june", card, "checkins:keep")
    diary, guild = world.bot.feature(Diary), GuildId(world.guild.id)
    june = UserId(world.people["june"].id)
    assert len(await diary.history(guild, june)) == 1
    after = FakeClock(world.clock.now() + timedelta(days=89))
    await Retention(world.bot.database, after).sweep()
    assert len(await diary.history(guild, june)) == 1
    after.advance(days=2)
    await Retention(world.bot.database, after).sweep()
    assert await diary.history(guild, june) == []


async def test_history_in_pages_one_by_one_as_a_file_and_gone(world: World) -> None:
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    async with world.bot.database.write() as tx:
        place = (guild, world.bot.people.tag(guild, june))
        for number in range(12):
            said = Answer(3, f"words {number} *star*")
            await Entries(tx).keep(place, 1000 + number, said, (world.clock.now(), 90))
    page = await history(world)
    assert "words 11" in texts_of(page)
    assert "words 1 " not in texts_of(page)
    older_card = card_of(await world.people["june"].click(page, custom_id="checkins:history:1"))
    assert "words 0 \\*star\\*" in texts_of(older_card)
    page = card_of(await world.people["june"].click(older_card, custom_id="checkins:history:0"))
    newest = (await world.bot.feature(Diary).history(guild, june))[0]
    one = await world.people["june"].select(
        page, custom_id="checkins:entry", values=[str(newest.id)]
    )
    page = card_of(await press(world, "june", card_of(one), "checkins:delete"))
    assert count(world, "checkin_entry") == 11
    assert "words 11" not in texts_of(page)
    exported = await press(world, "june", page, "checkins:export")
    assert exported.ephemeral
    files = {file.filename: file for file in card_of(exported).attachments}
    assert set(files) == {"check-ins.txt", "check-ins.csv", "check-ins.json"}
    taken = json.loads(await files["check-ins.json"].read())
    assert len(taken) == 11
    assert taken[0] == {
        "day": world.clock.now().date().isoformat(),
        "answer": "Mixed",
        "words": "words 10 *star*",
    }
    asked = await press(world, "june", page, "checkins:clear")
    assert count(world, "checkin_entry") == 11
    await press(world, "june", card_of(asked), "checkins:cleared")
    assert count(world, "checkin_entry") == 0


async def test_each_chooses_how_long_what_they_keep_stays(world: World) -> None:
    guild = GuildId(world.guild.id)
    june, sol = (UserId(world.people[who].id) for who in ("june", "sol"))
    day = world.clock.now()
    async with world.bot.database.write() as tx:
        for user in (june, sol):
            place = (guild, world.bot.people.tag(guild, user))
            for ago in (0, 20, 60):
                kept = (day - timedelta(days=ago), 90)
                await Entries(tx).keep(place, 1000 + ago, Answer(3), kept)
    page = await history(world)
    assert "90 days after" in texts_of(page)
    chosen = await world.people["june"].select(page, custom_id="checkins:keepfor", values=["30"])
    assert "30 days after" in texts_of(card_of(chosen))
    diary = world.bot.feature(Diary)
    await Retention(world.bot.database, FakeClock(day)).sweep()
    assert len(await diary.history(guild, june)) == 2
    assert len(await diary.history(guild, sol)) == 3
    card = await tapped(world)
    card = card_of(await press(world, "june", card, "checkins:keep"))
    assert "for 30 days" in texts_of(card)
    await Retention(world.bot.database, FakeClock(day + timedelta(days=33))).sweep()
    assert await diary.history(guild, june) == []


async def test_sharing_shows_first_what_everybody_would_see_and_posts_once(world: World) -> None:
    card = await tapped(world, "Low", words="**loud** @everyone <@1> tea helped")
    before = lounge(world)
    seen = card_of(await press(world, "june", card, "checkins:share"))
    assert "tea helped" in texts_of(seen)
    assert "Low" not in texts_of(seen)
    assert lounge(world) == before
    posted = await press(world, "june", seen, "checkins:post")
    assert "It stands in" in shown(posted)
    after = world.rooms["lounge"].last_message
    words = texts_of(after)
    assert f"<@{world.people['june'].id}>" in words
    assert "\\*\\*loud\\*\\*" in words
    assert "Low" not in words
    assert not after.mention_everyone
    own = card_of(await press(world, "june", card_of(posted), "checkins:card"))
    assert "checkins:share" not in str(own.components)
    assert lounge(world).count("tea helped") == 1


async def test_ten_presses_at_once_share_once(world: World) -> None:
    plan = await planned(world)
    await prompt(world, plan)
    checkin, guild = await checkin_of(world, plan), GuildId(world.guild.id)
    june, room = UserId(world.people["june"].id), ChannelId(world.rooms["lounge"].id)
    await world.bot.feature(CheckIns).say(guild, checkin.id, june, "one cup of tea")
    diary = world.bot.feature(Diary)
    shares = [diary.share(guild, checkin.id, june, room) for _ in range(10)]
    ended = await asyncio.gather(*shares, return_exceptions=True)
    assert len([each for each in ended if isinstance(each, SharedAlready)]) == 9
    await world.bot.beat()
    await world.env.settle()
    assert lounge(world).count("one cup of tea") == 1


async def test_only_its_author_takes_a_share_back_also_after_a_restart(world: World) -> None:
    card = await tapped(world, words="perhaps too much")
    seen = card_of(await press(world, "june", card, "checkins:share"))
    await press(world, "june", seen, "checkins:post")
    post = world.rooms["lounge"].last_message
    await world.restart()
    for who in ("sol", "mara", "ada"):
        assert "Only whoever shared this" in shown(await press(world, who, post, "checkins:back"))
    assert "perhaps too much" in lounge(world)
    taken = await press(world, "june", post, "checkins:back")
    assert "Taken back" in shown(taken)
    assert "perhaps too much" not in lounge(world)
    assert count(world, "checkin_share") == 0


async def test_what_is_shared_is_read_like_any_message_and_the_preview_says_so(
    world: World,
) -> None:
    card = await tapped(world, words="i want to kill myself tonight")
    staff = len(world.rooms["staff"].history())
    seen = card_of(await press(world, "june", card, "checkins:share"))
    assert "staff are told" in texts_of(seen)
    assert len(world.rooms["staff"].history()) == staff
    await press(world, "june", seen, "checkins:post")
    told = world.rooms["staff"].last_message
    assert f"<@{world.people['june'].id}>" in texts_of(told)
    await world.bot.beat()
    assert len(world.rooms["staff"].history()) == staff + 1


async def test_nothing_is_posted_where_they_could_not_write_themselves(world: World) -> None:
    room = world.guild.create_text_channel("announcements")
    plan = await planned(world, room=room.id)
    (slot,) = world.bot.feature(Recurring).upcoming(plan, 1)
    await until(world, slot.at)
    said = await answer(world, "june", room.last_message, "Good")
    channel = world.bot.get_channel(room.id)
    assert channel is not None
    guild = world.bot.get_guild(world.guild.id)
    await channel.set_permissions(
        guild.default_role, overwrite=discord.PermissionOverwrite(send_messages=False)
    )
    await world.env.settle()
    refused = await press(world, "june", card_of(said), "checkins:share")
    assert "You cannot write in this channel yourself" in shown(refused)


async def test_reaching_out_says_first_what_staff_would_see_and_tells_them_no_more(
    world: World,
) -> None:
    card = await tapped(world, "Very low", words="nobody knows how tired i am")
    staff = len(world.rooms["staff"].history())
    asked = card_of(await press(world, "june", card, "checkins:reach"))
    assert "staff would see your name" in texts_of(asked)
    assert len(world.rooms["staff"].history()) == staff
    told = await press(world, "june", asked, "checkins:asked")
    assert "They know now" in shown(told)
    case = world.rooms["staff"].last_message
    words = texts_of(case)
    assert f"<@{world.people['june'].id}> would like someone to reach out" in words
    for private in ("Very low", "tired"):
        assert private not in words
    opened = await press(world, "mara", case, "cases:look")
    for private in ("Very low", "tired"):
        assert private not in shown(opened)
    await press(world, "mara", case, "cases:go")
    home = await world.people["june"].slash(world.rooms["lounge"], "home")
    assert "Somebody is coming" in shown(home)


async def test_whom_somebody_ruled_out_is_neither_promised_nor_told(world: World) -> None:
    guild, june = GuildId(world.guild.id), UserId(world.people["june"].id)
    mara = UserId(world.people["mara"].id)
    card = await tapped(world)
    await world.bot.feature(Without).choose(guild, june, mara)
    asked = card_of(await press(world, "june", card, "checkins:reach"))
    assert "is not shown this" in texts_of(asked)
    await press(world, "june", asked, "checkins:asked")
    told = "\n".join(texts_of(m) for m in world.rooms["staff"].history())
    assert f"<@{june}>" not in told  # kept from one of the staff, it stands in no channel
    listed = await world.people["mara"].slash(world.rooms["staff"], "cases list")
    assert f"<@{june}>" not in shown(listed)


async def test_where_no_staff_are_connected_nobody_is_promised(world: World) -> None:
    card = await tapped(world)
    guild = GuildId(world.guild.id)
    await world.bot.settings.change(guild, CommunitySettings, staff_channel=None)
    asked = await press(world, "june", card, "checkins:reach")
    assert "I can tell nobody" in shown(asked)
    assert "checkins:asked" not in str(card_of(asked).components)


@pytest.mark.parametrize("address", ["checkins:keep", "checkins:share", "checkins:card"])
async def test_after_the_close_old_cards_answer_kindly(world: World, address: str) -> None:
    card = await tapped(world, words="still here")
    if address == "checkins:card":
        card = card_of(await press(world, "june", card, "checkins:reach"))
    await close(world)
    assert "has closed" in shown(await press(world, "june", card, address))
    assert count(world, "checkin_entry") == 0
