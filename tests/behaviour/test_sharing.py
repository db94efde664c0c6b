"""Somebody shares without their name: looked at in private, posted once, changed, taken back."""

import pytest

from bot.ui.cards import Card, layout
from bot.ui.house import Voice
from cogs.sharing.leaving import Discard, Unlink, UnlinkNow
from cogs.sharing.mine import Letters
from cogs.sharing.picture import Add, Drop
from cogs.sharing.writing import Change, Post, Veil
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
from tests.world import WORDS as SHIPPED
from tests.world import World, button, texts_of

VOICE = Voice(SHIPPED.texts, "en")


@pytest.fixture(autouse=True)
async def room(world: World) -> None:
    await open_sharing(world)


async def test_a_share_is_seen_first_and_posted_only_on_post(world: World) -> None:
    preview = await write(world, note="mentions hospital", wish="ideas")
    assert preview.ephemeral
    said = shown(preview)
    assert WORDS in said
    assert "nothing is posted yet" in said
    assert "Discord could" in said
    await world.later(20 * 60)
    assert posts(world) == []
    sent = await press(world, "june", last(preview), "sharing:post")
    assert "on its way" in shown(sent)
    assert "Cut it off" in shown(sent)
    await world.later(30)
    assert posts(world) == []
    await world.later(5 * 60)
    (post,) = posts(world)
    said = texts_of(post)
    for part in (WORDS, "mentions hospital", "Ideas are welcome", "Reply anonymously", "Me too"):
        assert part in said
    assert "june" not in said
    assert post.interaction_metadata is None
    assert post.webhook_id is None
    assert post.flags.suppress_embeds


async def test_pressing_post_twice_and_again_after_a_restart_posts_once(world: World) -> None:
    first = last(await write(world))
    await world.restart()
    second = last(await open_mine(world))
    await press(world, "june", first, "sharing:post")
    again = await press(world, "june", second, "sharing:post")
    assert "on its way" in shown(again)
    await world.restart()
    await world.later(15 * 60)
    assert len(posts(world)) == 1


async def test_a_stranger_can_do_nothing_with_somebodys_draft_or_share(world: World) -> None:
    preview = last(await write(world))
    number = int(button(preview, "sharing:post").rpartition(":")[2])
    rows = (
        (Post.button(VOICE, number), Veil.button(VOICE, number, 1), Change.button(VOICE, number)),
        (Discard.button(VOICE, number), Unlink.button(VOICE, number)),
        (UnlinkNow.button(VOICE, number), Letters.button(VOICE, number)),
        (Add.button(VOICE, number), Drop.button(VOICE, number)),
    )
    view = layout(Card("Somebody else's buttons", (), rows))
    forged = await world.bot.get_partial_messageable(world.rooms["lounge"].id).send(view=view)
    for kind in (Post, Veil, Change, Discard, UnlinkNow, Letters, Add, Drop):
        refused = await press(world, "sol", forged, kind.address)
        assert refused.ephemeral
        assert "cannot find that among what is yours" in shown(refused)
    await press(world, "june", preview, "sharing:post")
    await world.later(11 * 60)
    assert len(posts(world)) == 1


async def test_words_are_covered_where_that_is_wished(world: World) -> None:
    preview = last(await write(world, words="|| \\|| ``` ||out|| \\"))
    await press(world, "june", preview, "sharing:veil")
    await press(world, "june", preview, "sharing:post")
    await world.later(11 * 60)
    (post,) = posts(world)
    covered = [part for part in post.components if getattr(part, "spoiler", False)]
    assert len(covered) == 1
    assert "out" in str(covered[0].to_dict())
    assert button(post, "sharing:reply")


async def test_the_list_shows_no_words_and_a_posted_share_can_be_changed(world: World) -> None:
    post = await share(world)
    listed = await mine(world)
    assert WORDS not in shown(listed)
    assert "stands in the channel" in shown(listed)
    one = last(await open_mine(world))
    form = await press(world, "june", one, "sharing:edit")
    assert WORDS in str(form.modal)
    edited = await world.people["june"].submit_modal(form, {"words": "Other words.", "note": ""})
    await press(world, "june", last(edited), "sharing:post")
    await world.later(11 * 60)
    (post,) = posts(world)
    assert "Other words." in texts_of(post)
    assert WORDS not in texts_of(post)
    assert button(post, "sharing:reply")


async def test_a_share_is_taken_back_once_and_a_reply_to_it_is_kept(world: World) -> None:
    post = await share(world)
    one, two = last(await open_mine(world)), last(await open_mine(world))
    form = await press(world, "sol", post, "sharing:reply")
    reply = await world.people["sol"].submit_modal(form, {"words": "I hear you", "staff": "no"})
    await press(world, "june", one, "sharing:withdraw")
    await press(world, "june", two, "sharing:withdraw")
    await world.later(60)
    assert posts(world) == []
    late = await press(world, "sol", last(reply), "sharing:post")
    assert "does not stand here any more" in shown(late)
    assert "I hear you" in shown(await open_mine(world, "sol"))


async def test_taken_back_before_it_is_posted_it_never_is(world: World) -> None:
    preview = last(await write(world))
    sent = await press(world, "june", preview, "sharing:post")
    await press(world, "june", last(sent), "sharing:withdraw")
    await world.later(15 * 60)
    assert posts(world) == []


async def test_cut_off_it_is_nobodys_and_still_stands(world: World) -> None:
    await share(world)
    one = last(await open_mine(world))
    asked = await press(world, "june", one, "sharing:unlink")
    assert "cannot be undone" in shown(asked)
    done = await press(world, "june", last(asked), "sharing:cut")
    assert "leads from it to you" in shown(done)
    assert len(posts(world)) == 1
    refused = await press(world, "june", one, "sharing:withdraw")
    assert "cannot find that" in shown(refused)
    assert (await mine(world)).modal is not None


async def test_replies_come_under_names_of_the_thread_and_the_author_keeps_theirs(
    world: World,
) -> None:
    post = await share(world)
    for who, words in (("sol", "I hear you"), ("june", "Thank you"), ("sol", "Always")):
        form = await press(world, who, post, "sharing:reply")
        preview = await world.people[who].submit_modal(form, {"words": words, "staff": "no"})
        assert "your reply" in shown(preview)
        await press(world, who, last(preview), "sharing:post")
        await world.later(11 * 60)
    (thread,) = world.rooms["shares"].threads
    said = [texts_of(message).splitlines() for message in thread.history()]
    names = {words: lines[0] for lines in said for words in lines[1:]}
    first = texts_of(post).splitlines()[0]
    assert names["Thank you"] == first
    assert names["I hear you"] == names["Always"] != first


async def test_me_too_shows_from_three_up_and_counts_once(world: World) -> None:
    post = await share(world)
    for who in ("june", "sol", "sol", "mara"):
        assert (await press(world, who, post, "sharing:same")).ephemeral
    (post,) = posts(world)
    assert "Me too ·" not in texts_of(post)
    await world.restart()
    await press(world, "sol", post, "sharing:same")
    await press(world, "theo", post, "sharing:same")
    (post,) = posts(world)
    assert "Me too · 3" in texts_of(post)
    assert WORDS in texts_of(post)


async def test_no_replies_means_no_replies(world: World) -> None:
    post = await share(world, wish="closed")
    assert "Reply" not in texts_of(post)
    assert "No replies, please" in texts_of(post)
