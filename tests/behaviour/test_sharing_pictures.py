"""A picture on a share: off until an admin allows it, its points alone, and no word lost by it."""

import io
from typing import Any

import discord
import pytest
from PIL import Image

from bot.ui.cards import picture_of
from cogs.sharing.domain import Review
from tests.behaviour.share_desk import (
    WORDS,
    last,
    open_mine,
    open_sharing,
    posts,
    press,
    shown,
    write,
)
from tests.pictures import SECRET, animated, bomb, drawn
from tests.world import World, button, texts_of

ALT = "a path in fog"


async def allow(world: World, review: Review = Review.OFF) -> None:
    await open_sharing(world, review)
    card = last(await world.people["ada"].slash(world.rooms["staff"], "setup sharing"))
    assert "Pictures are not allowed" in texts_of(card)
    changed = await press(world, "ada", card, "sharing:images")
    assert "Pictures are allowed" in shown(changed)


async def add(world: World, draft: discord.Message, file: bytes, name: str = "IMG_1.jpg") -> Any:
    form = await press(world, "june", draft, "sharing:picture")
    return await world.people["june"].submit_modal(form, {"picture": (name, file), "alt": ALT})


async def body_of(world: World, message: discord.Message) -> bytes:
    (file,) = message.attachments
    assert file.filename == "picture.jpg"
    return await world.bot.http.get_from_cdn(file.url)


async def test_a_picture_is_seen_first_posted_without_what_it_says_and_stays_with_other_words(
    world: World,
) -> None:
    await allow(world, Review.ALL)
    draft = last(await write(world))
    preview = await add(world, draft, drawn("JPEG", said=True))
    assert preview.ephemeral
    assert "Please look at the picture once more" in shown(preview)
    everything = b"".join(path.read_bytes() for path in world.config.home.glob("hearth.db*"))
    for telling in (SECRET, b"JFIF", ALT.encode(), b"IMG_1"):
        assert telling not in everything  # it waits under the epoch's key
    await press(world, "june", draft, "sharing:veil")
    await world.restart()
    await press(world, "june", last(await open_mine(world)), "sharing:post")
    await world.later(11 * 60)
    card = [m for m in world.rooms["staff"].history() if m.author == world.bot.user][-1]
    looked = await press(world, "mara", card, "sharing:look")
    assert picture_of(looked.response.message) is not None
    await press(world, "mara", last(looked), "sharing:approve")
    await world.later(60)
    (post,) = posts(world)
    picture = picture_of(post)
    assert picture is not None
    assert picture.alt == ALT
    made = await body_of(world, post)
    assert SECRET not in made
    with Image.open(io.BytesIO(made)) as opened:
        assert opened.format == "JPEG"
    (gallery,) = [part for part in post.components if part.type.name == "media_gallery"]
    assert [each.spoiler for each in gallery.items] == [True]
    async with world.bot.database.read() as tx:
        found = await tx.exec_driver_sql("SELECT count(*) FROM share_picture")
        assert found.scalar_one() == 0
    for who in ("sol", "mara", "theo"):
        await press(world, who, post, "sharing:same")
    (post,) = posts(world)
    assert "Me too · 3" in texts_of(post)
    assert picture_of(post) == picture
    form = await press(world, "june", last(await open_mine(world)), "sharing:edit")
    edited = await world.people["june"].submit_modal(form, {"words": "Other.", "note": ""})
    await press(world, "june", last(edited), "sharing:post")
    await world.later(11 * 60)
    card = [m for m in world.rooms["staff"].history() if m.author == world.bot.user][-1]
    looked = await press(world, "mara", card, "sharing:look")
    await press(world, "mara", last(looked), "sharing:approve")
    await world.later(60)
    (post,) = posts(world)
    assert "Other." in texts_of(post)
    assert picture_of(post) == picture
    assert await body_of(world, post) == made


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"<html></html>", "cannot read that as a picture"),
        (animated("WEBP"), "That picture moves"),
        (bomb(8000, 5000), "more than I can open"),
        (b"\0" * (8 << 20) + b"\0", "more than I can open"),
    ],
    ids=["mislabelled", "animated", "40 megapixels", "heavy"],
)
async def test_what_cannot_be_taken_is_said_kindly_and_no_word_is_lost(
    world: World, file: bytes, said: str
) -> None:
    await allow(world)
    draft = last(await write(world))
    refused = await add(world, draft, file, "holiday.png")
    assert said in shown(refused)
    assert "Your words are kept" in shown(refused)
    assert WORDS in shown(await open_mine(world))
    await press(world, "june", draft, "sharing:post")
    await world.later(11 * 60)
    assert posts(world)[0].attachments == []


async def test_it_can_be_taken_off_again_and_is_refused_where_it_is_not_wanted(
    world: World,
) -> None:
    await allow(world)
    draft = last(await write(world))
    preview = await add(world, draft, drawn("PNG"))
    again = await press(world, "june", last(preview), "sharing:unpicture")
    assert "Please look at the picture" not in texts_of(last(again))
    form = await press(world, "june", last(again), "sharing:picture")
    card = last(await world.people["ada"].slash(world.rooms["staff"], "setup sharing"))
    await press(world, "ada", card, "sharing:images")
    typed = {"picture": ("a.png", drawn("PNG")), "alt": ALT}
    refused = await world.people["june"].submit_modal(form, typed)
    assert "not open here" in shown(refused)
    assert "sharing:picture" not in str(last(await open_mine(world)).components)
    assert button(last(await open_mine(world)), "sharing:post")
