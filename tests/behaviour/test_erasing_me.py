"""What is kept of me: seen in words, copied, erased; and what becomes of what was open."""

import asyncio
import io
import json
import sqlite3
from typing import Any

import pytest
from sqlalchemy import select

from bot.services.copying import Copying
from bot.services.erasing import Erasing
from bot.storage.base import personal_tables
from bot.ui.cards import Card, layout
from bot.ui.house import Voice
from cogs.privacy.mine import Type
from cogs.sessions.store.plans import SessionState
from cogs.sessions.store.tables import SessionRow
from cogs.sharing.store import UNPOSTED, ShareRow
from tests.behaviour.line_desk import card_of
from tests.behaviour.me_desk import choose, fill, me, place, press, said, step_back, user, wishes
from tests.behaviour.session_room import draft, enter, host, opened, planned, posted, publish, room
from tests.behaviour.session_room import fill as fill_as
from tests.behaviour.session_room import home as home_of
from tests.behaviour.session_room import posts as posts_in
from tests.behaviour.session_room import press as press_as
from tests.behaviour.share_desk import open_sharing, share, write
from tests.behaviour.staff_room import posts
from tests.behaviour.test_kept_from import asks_without
from tests.traces import find_traces
from tests.world import WORDS as TEXTS
from tests.world import World, button, texts_of

PLAIN = "i want to kill myself tonight"
WORDS = "what only june would write"
ROOM, FOR_TWO = "sessions:room-for", {"capacity": "2", "kept": "1"}


def of_tag(world: World, who: str) -> dict[str, int]:
    """How many rows each declared table has of somebody."""
    tag, file = world.bot.people.tag(place(world), user(world, who)), world.config.database_file
    assert file is not None
    with sqlite3.connect(file) as opened:
        found = {
            name: opened.execute(
                f"SELECT count(*) FROM {name} WHERE {declared.tag} = ?",  # noqa: S608 - our own tables
                (tag,),
            ).fetchone()[0]
            for name, declared in personal_tables().items()
            if declared.tag is not None
        }
    return {name: count for name, count in found.items() if count}


async def erase(world: World, who: str = "june", word: str = "erase") -> Any:
    before = card_of(await press(world, await me(world, who), "mine:erase", who))
    return await fill(world, before, "mine:word", who, word=word)


async def lived(world: World) -> None:
    """June was here: a choice, a case, a place, a share on its way and one that stands."""
    await open_sharing(world)
    card = card_of(await press(world, await me(world), "me:limits"))
    await fill(world, card, "me:topics", topics=WORDS)
    await publish(world, await fill_as(world, "hana", await draft(world), ROOM, **FOR_TWO))
    for who in ("june", "sol", "mara"):
        await press(world, posted(world), "sessions:come", who)
    await world.people["june"].send(world.rooms["lounge"], PLAIN)
    await share(world, staff="yes")
    await write(world)


async def test_a_whole_life_is_seen_copied_and_gone(world: World) -> None:
    await lived(world)
    assert set(of_tag(world, "june")) >= {"person", "session_seat", "case_file", "signpost"}
    sols = of_tag(world, "sol")
    seen = said(await press(world, await me(world), "mine:see"))
    assert "to treat you as you asked" in seen
    assert str(world.people["sol"].id) not in seen
    copied = await press(world, await me(world), "mine:copy")
    assert copied.ephemeral
    before = card_of(await press(world, await me(world), "mine:erase"))
    told = texts_of(before)
    for outcome in (
        "staff were asked to look after you: it ends",
        "One place at a session: it is given up",
        "One share that is not posted yet: it is deleted",
        "One share without your name that I could still lead to you: it is cut off",
    ):
        assert outcome in told
    assert posts(world)
    wrong = await fill(world, before, "mine:word", word="delete")
    assert "nothing was erased" in said(wrong)
    assert of_tag(world, "june")
    await world.restart()
    receipt = said(await fill(world, before, "mine:word", word=" Erase "))
    assert "This was kept of you" in receipt
    assert "Backups from before" in receipt
    assert of_tag(world, "june") == {}
    assert of_tag(world, "sol") == sols
    assert "A place has become free" in await home_of(world, "mara")  # who waited for it is asked
    async with world.bot.database.read() as tx:
        under_way = select(ShareRow.id).where(ShareRow.stage.in_(UNPOSTED))
        tied = select(ShareRow.id).where(ShareRow.tag.is_not(None) | ShareRow.address.is_not(None))
        assert (await tx.execute(under_way)).all() == (await tx.execute(tied)).all() == []
    # Somebody else may hold her telephone: staff learn that there was a case, not whose.
    (gone,) = posts(world)
    assert "A case is gone" in texts_of(gone)
    assert str(world.people["june"].id) not in texts_of(gone)
    assert (await wishes(world)).avoid == ""
    shares = await world.people["june"].slash(world.rooms["lounge"], "share")
    assert "sharing:choose" not in str([p.components for p in shares.followups])
    tag = world.bot.people.tag(place(world), user(world, "june"))
    assert find_traces(world.config.home, [world.people["june"].id], [WORDS]) == []
    for path in world.config.home.rglob("*"):
        if path.is_file():
            assert tag not in path.read_bytes(), path
    again = await erase(world)
    assert "I keep nothing of you here" in said(again)


async def test_a_strangers_press_erases_only_the_stranger(world: World) -> None:
    await fill(world, await me(world), "me:zone", zone="London")
    await fill(world, await me(world, "sol"), "me:zone", "sol", zone="London")
    card = Card("x", rows=((Type.button(Voice(TEXTS.texts, "en")),),))
    room = world.bot.get_partial_messageable(world.rooms["lounge"].id)
    public = await room.send(view=layout(card))
    form = await world.people["sol"].click(public, custom_id="mine:word")
    await world.people["sol"].submit_modal(form, {"word": "erase"})
    assert of_tag(world, "sol") == {}
    assert of_tag(world, "june")["person"] == 1


async def test_staff_and_hosts_who_erase_hand_over_first(world: World) -> None:
    await planned(world)
    await world.people["june"].send(world.rooms["lounge"], PLAIN)
    alert = posts(world)[0]
    hana = world.people["hana"]
    moderator = world.roles["moderator"].id
    world.env.backend.add_member_role(world.guild.id, hana.id, moderator)
    await hana.click(alert, custom_id=button(alert, "cases:go"))
    assert f"<@{hana.id}>" in texts_of(posts(world)[-1])
    receipt = await erase(world, "hana")
    assert "It is gone" in said(receipt)
    staff = "\n".join(texts_of(each) for each in posts(world))
    assert "needs somebody to host it" in staff
    assert f"<@{hana.id}>" not in staff
    await world.bot.beat()
    assert f"<@{hana.id}>" not in texts_of(posted(world))
    assert of_tag(world, "hana") == {}


async def test_a_copy_above_the_limit_comes_in_parts_that_open(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await lived(world)
    monkeypatch.setattr(world.bot.feature(Copying), "largest", 900)
    copied = await press(world, await me(world), "mine:copy")
    files = [
        each for piece in copied.followups for each in getattr(piece.message, "attachments", ())
    ]
    assert len(files) > 3
    texts = [(await each.read()) for each in files if each.filename.endswith(".json")]
    assert all(json.load(io.BytesIO(each)) for each in texts)


async def test_the_word_is_that_of_the_language_and_the_english_one_counts_as_well(
    world: World,
) -> None:
    async def speaks_german() -> None:
        card = card_of(await press(world, await me(world), "me:language"))
        await choose(world, card, "me:speak", "de")

    await speaks_german()
    assert "löschen (oder: erase)" in said(await erase(world, word="weg"))
    assert "Es ist fort" in said(await erase(world, word="Löschen"))
    assert "Step back" in texts_of(await me(world))  # the language is forgotten as well
    await speaks_german()
    assert "Es ist fort" in said(await erase(world, word="ERASE"))


async def test_a_case_that_is_kept_from_some_of_the_staff_goes_without_a_word_to_them(
    world: World,
) -> None:
    await asks_without(world, "theo")
    await erase(world)
    await world.later(120)
    assert "case_file" not in of_tag(world, "june")
    assert [each for each in posts(world) if "A case is gone" in texts_of(each)] == []


async def test_in_the_room_with_a_hand_up_and_a_draft_begun_both_devices_at_once(
    world: World,
) -> None:
    """The last button twice, and from two devices: one receipt each, and everything gone."""
    await opened(world, "june", "sol")
    await enter(world, "hana")
    room_card = posts_in(world, room(world))[0]
    panel = card_of(await press_as(world, "hana", room_card, "sessions:host"))
    assert "Begin the round" in texts_of(panel)
    await press_as(world, "hana", panel, "sessions:start")
    await press(world, room_card, "sessions:raise")
    assert f"<@{world.people['june'].id}>" in texts_of(posts_in(world, room(world))[0])
    await open_sharing(world)
    await write(world)
    before = [card_of(await press(world, await me(world), "mine:erase")) for _ in range(2)]
    told = texts_of(before[0])
    for outcome in ("place at a session", "share that is not posted yet"):
        assert outcome in told
    june = world.people["june"]
    forms = [await press(world, card, "mine:word") for card in before]
    erasing, guild, who = world.bot.feature(Erasing), place(world), user(world, "june")
    both = await asyncio.gather(*(erasing.erase(guild, who) for _ in range(2)))
    assert all(each.folded or each.erased for each in both)
    for form in forms:
        assert "I keep nothing of you here" in said(
            await june.submit_modal(form, {"word": "erase"})
        )
    assert of_tag(world, "june") == {}
    assert "session_seat" in of_tag(world, "sol")
    assert f"<@{june.id}>" not in "".join(texts_of(each) for each in posts_in(world, room(world)))
    await the_host_goes_as_well(world)


async def the_host_goes_as_well(world: World) -> None:
    """Whoever hosts a room that is open, with a draft begun: the room goes on, others are asked."""
    await draft(world)
    await world.later(6 * 60)
    before = card_of(await press(world, await me(world, "hana"), "mine:erase", "hana"))
    for outcome in ("a room that is open stays open", "still planning: the draft is deleted"):
        assert outcome in texts_of(before)
    assert "It is gone" in said(await fill(world, before, "mine:word", "hana", word="erase"))
    assert of_tag(world, "hana") == {}
    async with world.bot.database.read() as tx:
        begun = select(SessionRow.id).where(SessionRow.state == SessionState.DRAFT)
        assert (await tx.execute(begun)).all() == []
    assert "Other hosts are asked" in texts_of(posts_in(world, room(world))[-1])
    asked = [each for each in posts(world) if "goes on without a host" in texts_of(each)]
    assert len(asked) == 1
    assert "needs somebody to host it" not in "".join(texts_of(each) for each in posts(world))
    host(world, "otis")
    assert "Next turn" in said(await press_as(world, "otis", asked[0], "sessions:cover"))
    # Stepping back hands the same room on once more; who took it is not asked to explain.
    await world.restart()
    await world.later(60)
    await step_back(world, "otis")
    await world.bot.beat()
    asked = [each for each in posts(world) if "goes on without a host" in texts_of(each)]
    assert len(asked) == 2
    assert f"<@{world.people['hana'].id}>" not in "".join(
        texts_of(each) for each in (*posts(world), *posts_in(world, room(world)))
    )
