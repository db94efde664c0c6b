"""Whatever is typed into a share: nothing pings, nothing is lost, and help comes first."""

from datetime import timedelta

import discord
import pytest

from cogs.sharing.domain import MAX_LENGTH, SharingSettings
from tests.behaviour.share_desk import (
    WORDS,
    last,
    mine,
    open_mine,
    open_sharing,
    posts,
    press,
    share,
    shown,
    write,
)
from tests.world import World, button, texts_of


@pytest.fixture(autouse=True)
async def room(world: World) -> None:
    await open_sharing(world)


@pytest.mark.parametrize("words", ["   ", "\n\n\t", "\u200b\u2800"])
async def test_nothing_to_be_seen_is_refused_kindly_and_the_note_comes_back(
    world: World, words: str
) -> None:
    said = shown(await write(world, words=words, note="mentions hospital"))
    assert "no words in it yet" in said
    assert "mentions hospital" in said


async def test_one_character_too_many_is_kept_and_can_be_shortened(world: World) -> None:
    long = "x" * (MAX_LENGTH + 1)
    preview = await write(world, words=long)
    assert "one character more" in shown(preview)
    assert "sharing:post" not in str(last(preview).components)
    await world.restart()
    form = await press(world, "june", last(await open_mine(world)), "sharing:change")
    assert long in str(form.modal)
    typed = {"words": long[1:], "note": "", "wish": "listen", "staff": "no"}
    again = await world.people["june"].submit_modal(form, typed)
    await press(world, "june", last(again), "sharing:post")
    await world.later(11 * 60)
    assert "x" * MAX_LENGTH in texts_of(posts(world)[0])


async def test_mentions_ping_nobody_and_the_longest_is_posted_whole(world: World) -> None:
    role, june = world.roles["moderator"].id, world.people["june"].id
    room = world.rooms["lounge"].id
    words = f"@everyone @here <@{june}> <@!{june}> <@&{role}> <#{room}> discord.gg/abc " * 60
    words = words[: MAX_LENGTH - 3].rstrip() + "end"
    post = await share(world, words=words, note=f"@everyone <@&{role}>")
    assert not post.mentions
    assert not post.role_mentions
    assert not post.mention_everyone
    said = texts_of(post)
    assert said.count("discord.gg") == words.count("discord.gg")
    assert "end" in said
    assert "@everyone" not in said
    assert f"<@{june}>" not in said


async def test_emoji_of_elsewhere_huge_markdown_and_any_script_pass(world: World) -> None:
    words = "<:odd:123456789012345678> # not big\n||" + "spoiler " * 300 + "||\nكلمة 言葉 👩‍👩‍👧"
    post = await share(world, words=words)
    assert "言葉" in texts_of(post)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("call me on +44 20 7946 0958", "a phone number"),
        ("write to quiet@example.org", "an e-mail address"),
        ("come to discord.gg/abcdef", "a link"),
        ("I am <@123456789012345678>", "a handle or a mention"),
        ("I live at 12 Acacia Avenue", "an address"),
    ],
)
async def test_what_could_tell_who_it_is_is_named_and_never_blocks(
    world: World, words: str, kind: str
) -> None:
    preview = await write(world, words=words)
    assert kind in shown(preview)
    assert button(last(preview), "sharing:post")


async def test_few_people_are_said_to_be_few(world: World) -> None:
    assert "Few people are here (" in shown(await write(world))


async def test_in_danger_the_author_alone_gets_help_first_and_nothing_is_kept_of_it(
    world: World,
) -> None:
    preview = await write(world, words="i want to kill myself tonight")
    assert preview.ephemeral
    cards = [preview.response, *preview.followups]
    assert "999" in texts_of(cards[0].message)
    assert button(last(preview), "sharing:post")
    assert [m for m in world.rooms["staff"].history() if m.author == world.bot.user] == []
    human = await press(world, "june", cards[0].message, "more:human")
    assert "your name" in shown(human)
    async with world.bot.database.read() as tx:
        for table in ("signpost", "case_file", "person", "audit", "subject"):
            found = await tx.exec_driver_sql(f"SELECT count(*) FROM {table}")  # noqa: S608 - names above
            assert found.scalar_one() == 0, table


async def test_a_draft_is_kept_for_a_day_and_no_longer(world: World) -> None:
    await write(world)
    await world.later(timedelta(hours=22).total_seconds())
    assert "a draft" in shown(await mine(world))
    assert WORDS in shown(await open_mine(world))
    await world.later(timedelta(hours=3).total_seconds())
    assert (await mine(world)).modal is not None


@pytest.mark.parametrize("gone", ["channel", "permission"])
async def test_what_could_not_be_posted_is_offered_again(world: World, gone: str) -> None:
    preview = last(await write(world))
    await press(world, "june", preview, "sharing:post")
    room = world.rooms["shares"]
    if gone == "channel":
        await world.bot.http.delete_channel(room.id)
        await world.env.settle()
    else:
        world.env.inject_error("POST", f"/channels/{room.id}/messages", status=403)
    await world.later(11 * 60)
    listed = await mine(world)
    assert "a draft" in shown(listed)
    again = await open_mine(world)
    assert "could not be posted" in shown(again)
    assert WORDS in shown(again)
    if gone == "channel":
        del world.rooms["shares"]
        await open_sharing(world)
    await press(world, "june", last(again), "sharing:post")
    await world.later(11 * 60)
    assert len(posts(world)) == 1


async def test_who_leaves_before_it_is_posted_is_posted_and_nobody_is_told(world: World) -> None:
    await press(world, "june", last(await write(world)), "sharing:post")
    world.guild.remove_member(world.people["june"])
    await world.env.settle()
    await world.later(11 * 60)
    assert WORDS in texts_of(posts(world)[0])
    assert [m for m in world.rooms["staff"].history() if m.author == world.bot.user] == []


async def test_a_reply_is_kept_where_its_thread_cannot_be_written_in(world: World) -> None:
    post = await share(world)
    for words in ("I hear you", "Always"):
        form = await press(world, "sol", post, "sharing:reply")
        preview = await world.people["sol"].submit_modal(form, {"words": words, "staff": "no"})
        await press(world, "sol", last(preview), "sharing:post")
        if words == "I hear you":
            await world.later(11 * 60)
            (thread,) = world.rooms["shares"].threads
            await world.bot.http.delete_channel(thread.id)
            await world.env.settle()
    place = f"/channels/{post.channel.id}/messages/{post.id}/threads"
    world.env.inject_error("POST", place, status=404)
    await world.later(11 * 60)
    assert not any("Always" in texts_of(message) for message in posts(world))
    (kept,) = [
        shown(each)
        for each in [await open_mine(world, "sol", place) for place in (0, 1)]
        if "could not be posted" in shown(each)
    ]
    assert "Always" in kept


async def test_a_draft_waits_while_its_author_is_paused_and_a_change_too(world: World) -> None:
    post = await share(world)
    one = last(await open_mine(world))
    form = await press(world, "june", one, "sharing:edit")
    card = last(
        await world.people["mara"].context_menu(world.rooms["shares"], "Pause author", post)
    )
    await press(world, "mara", card, "sharing:pause")
    typed = {"words": "Other words, found with care.", "note": ""}
    said = shown(await world.people["june"].submit_modal(form, typed))
    assert "asked for a pause" in said
    assert "Other words, found with care." in said
    withdrawn = await press(world, "june", one, "sharing:withdraw")
    assert "being deleted" in shown(withdrawn)  # what is theirs stays theirs


async def test_a_lost_reply_posts_once(world: World) -> None:
    preview = last(await write(world))
    await press(world, "june", preview, "sharing:post")
    sent, real = [], world.bot.http.request

    async def request(route: discord.http.Route, **values: object) -> object:
        answer = await real(route, **values)
        if route.method == "POST" and str(world.rooms["shares"].id) in route.url and not sent:
            sent.append(1)
            raise OSError("the reply was lost")
        return answer

    world.bot.http.request = request
    await world.later(15 * 60)
    assert sent
    assert len(posts(world)) == 1
    assert "stands in the channel" in shown(await mine(world))


async def test_five_in_an_hour_and_the_sixth_is_kept(world: World) -> None:
    for _ in range(5):
        await press(world, "june", last(await write(world)), "sharing:post")
    sixth = await write(world)
    refused = await press(world, "june", last(sixth), "sharing:post")
    assert "as often as I can post in an hour" in shown(refused)
    await world.restart()
    await world.later(11 * 60)
    assert len(posts(world)) == 5
    assert "a draft" in shown(await mine(world))
    await world.later(3600)
    await press(world, "june", last(sixth), "sharing:post")
    await world.later(11 * 60)
    assert len(posts(world)) == 6


async def test_closed_or_not_set_up_is_said_and_words_come_back(world: World) -> None:
    form = await mine(world)
    await world.bot.settings.change(world.guild.id, SharingSettings, is_open=False)
    typed = {"words": WORDS, "wish": "listen", "staff": "no"}
    said = shown(await world.people["june"].submit_modal(form, typed))
    assert "not open here" in said
    assert WORDS in said
    assert "not open here" in shown(await mine(world))
