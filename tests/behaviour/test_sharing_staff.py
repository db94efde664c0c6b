"""Staff protect people without learning who wrote: look first, take down, pause, write, reports."""

import re
from datetime import timedelta
from typing import Any

import discord

from bot.ids import GuildId
from bot.storage.audit import AuditLines
from bot.storage.outbox import OutboxEntries
from cogs.sharing.domain import Review
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


def staff_cards(world: World) -> list[discord.Message]:
    return [m for m in world.rooms["staff"].history() if m.author == world.bot.user]


async def menu(world: World, message: Any, who: str = "mara", room: str = "shares") -> Any:
    return await world.people[who].context_menu(world.rooms[room], "Pause author", message)


async def sent_for_review(world: World, **words: str) -> Any:
    preview = last(await write(world, **words))
    sent = await press(world, "june", preview, "sharing:post")
    assert "Staff look at it first" in shown(sent)
    await world.later(3 * 60)
    return staff_cards(world)[-1]


async def test_a_share_that_waits_survives_a_restart_and_is_posted_when_staff_let_it(
    world: World,
) -> None:
    await open_sharing(world, Review.ALL)
    card = await sent_for_review(world)
    assert WORDS not in texts_of(card)
    await world.restart()
    assert "waits for staff" in shown(await mine(world))
    looked = await press(world, "mara", card, "sharing:look")
    assert looked.ephemeral
    assert WORDS in shown(looked)
    assert posts(world) == []
    await press(world, "mara", last(looked), "sharing:approve")
    await world.later(60)
    assert WORDS in texts_of(posts(world)[0])
    late = await press(world, "theo", card, "sharing:look")
    assert "does not wait any more" in shown(late)


async def test_only_what_sounds_like_danger_waits_where_that_is_chosen(world: World) -> None:
    await open_sharing(world, Review.FLAGGED)
    await share(world)
    card = await sent_for_review(world, words="i want to kill myself tonight")
    assert "serious danger" in texts_of(card)
    assert len(posts(world)) == 1


async def test_an_edit_while_it_waits_makes_the_look_of_staff_worthless(world: World) -> None:
    await open_sharing(world, Review.ALL)
    card = await sent_for_review(world)
    looked = await press(world, "mara", card, "sharing:look")
    form = await press(world, "june", last(await open_mine(world)), "sharing:change")
    typed = {"words": "Something else.", "note": "", "wish": "listen", "staff": "no"}
    preview = await world.people["june"].submit_modal(form, typed)
    refused = await press(world, "mara", last(looked), "sharing:approve")
    assert "does not wait any more" in shown(refused)
    await press(world, "june", last(preview), "sharing:post")
    refused = await press(world, "mara", last(looked), "sharing:remove")
    await world.later(3 * 60)
    card = staff_cards(world)[-1]
    looked = await press(world, "mara", card, "sharing:look")
    assert "Something else." in shown(looked)
    await press(world, "mara", last(looked), "sharing:approve")
    await world.later(60)
    assert "Something else." in texts_of(posts(world)[0])


async def test_the_reason_of_staff_reaches_the_author_and_they_can_try_again(world: World) -> None:
    await open_sharing(world, Review.ALL)
    card = await sent_for_review(world)
    looked = await press(world, "mara", card, "sharing:look")
    form = await press(world, "mara", last(looked), "sharing:remove")
    await world.people["mara"].submit_modal(form, {"reason": "It names your sister."})
    again = await open_mine(world)
    assert "It names your sister." in shown(again)
    assert WORDS in shown(again)
    assert posts(world) == []


async def test_a_share_is_taken_down_and_its_author_reads_why(world: World) -> None:
    await open_sharing(world)
    post = await share(world)
    card = last(await menu(world, post))
    form = await press(world, "mara", card, "sharing:remove")
    await world.people["mara"].submit_modal(form, {"reason": "It names your sister."})
    await world.later(60)
    assert posts(world) == []
    one = await open_mine(world)
    assert "taken down by staff" in shown(one)
    assert "It names your sister." in shown(one)


async def test_a_pause_stops_sharing_and_replying_and_ends(world: World) -> None:
    await open_sharing(world)
    post = await share(world)
    other = await share(world, "sol")
    begun = last(await write(world))
    paused = await press(world, "mara", last(await menu(world, post)), "sharing:pause")
    assert "the same whoever it is" in shown(paused)
    await world.restart()
    assert "asked for a pause" in shown(await press(world, "june", begun, "sharing:post"))
    assert "asked for a pause" in shown(await press(world, "june", other, "sharing:reply"))
    assert (await press(world, "sol", post, "sharing:reply")).modal is not None
    await world.later(timedelta(hours=1, minutes=1).total_seconds())
    assert (await press(world, "june", other, "sharing:reply")).modal is not None


async def test_the_answer_to_a_pause_is_the_same_to_the_byte_whoever_wrote(world: World) -> None:
    await open_sharing(world)
    shares = {who: await share(world, who) for who in ("june", "sol", "mara")}
    world.guild.remove_member(world.people["sol"])
    await world.env.settle()
    answers: dict[str, str] = {}
    for who, post in shares.items():
        card = last(await menu(world, post))
        world.env.http_requests.clear()
        await press(world, "mara", card, "sharing:pause")
        answers[who] = " ".join(
            f"{each.method} {re.sub(r'[0-9]{5,}.*', '', each.path)} {each.json!r}"
            for each in world.env.http_requests
        )
    assert "Paused" in answers["june"]
    assert "at most for as long as their key lives" in answers["june"]
    assert len(set(answers.values())) == 1, answers
    refused = await press(world, "mara", shares["june"], "sharing:reply")
    assert "asked for a pause" in shown(refused)  # it held for themselves too


async def test_on_anything_but_a_share_and_for_anybody_but_staff_it_answers_kindly(
    world: World,
) -> None:
    await open_sharing(world)
    said = await world.people["june"].send(world.rooms["lounge"], "hello")
    assert "not a share" in shown(await menu(world, said, room="lounge"))
    panel = world.rooms["welcome"].last_message
    assert "not a share" in shown(await menu(world, panel, room="welcome"))
    post = await share(world)
    view = last(await menu(world, post))
    await world.bot.http.remove_role(
        world.guild.id, world.people["mara"].id, world.roles["moderator"].id
    )
    await world.env.settle()
    refused = await press(world, "mara", view, "sharing:pause")
    assert "you do not have that role" in shown(refused)


async def test_staff_and_author_write_to_each_other_and_no_name_is_told(world: World) -> None:
    await open_sharing(world)
    post = await share(world, staff="yes")
    form = await press(world, "mara", last(await menu(world, post)), "sharing:letter")
    await world.people["mara"].submit_modal(form, {"words": "Would you like company?"})
    await world.restart()
    listed = await mine(world)
    assert "a message from staff" in shown(listed)
    read = await press(world, "june", last(await open_mine(world)), "sharing:letters")
    assert "Would you like company?" in shown(read)
    form = await press(world, "june", last(read), "sharing:answering")
    await world.people["june"].submit_modal(form, {"words": "Yes, tomorrow."})
    await world.later(3 * 60)
    card = staff_cards(world)[-1]
    assert "june" not in texts_of(card)
    assert "Yes, tomorrow." not in texts_of(card)
    answer = await press(world, "mara", card, "sharing:read")
    assert "Yes, tomorrow." in shown(answer)
    assert "a message from staff" not in shown(await mine(world))


async def test_who_opted_in_is_told_by_a_neutral_message_and_no_row_says_whom(
    world: World,
) -> None:
    await open_sharing(world)
    posted = {who: await share(world, who, staff="yes") for who in ("june", "sol")}
    here, june = GuildId(world.guild.id), world.users["june"]
    await world.bot.people.wish(here, june.id, direct_messages=True)
    for post in posted.values():
        form = await press(world, "mara", last(await menu(world, post)), "sharing:letter")
        await world.people["mara"].submit_modal(form, {"words": "Would you like company?"})
    await world.later(60)
    form = await press(world, "mara", last(await menu(world, posted["june"])), "sharing:remove")
    await world.people["mara"].submit_modal(form, {"reason": "It names your sister."})
    await world.later(60)
    told, again = june.dm_channel.history()
    assert texts_of(told).splitlines()[0] == texts_of(again).splitlines()[0]
    assert "Something waits for you" in texts_of(told)
    assert "share" not in texts_of(told)
    async with world.bot.database.read() as tx:
        assert await OutboxEntries(tx).beginning("sharing:news:") == []  # who opted in is a hint
    assert "a message from staff" in shown(await mine(world, "sol"))


async def test_a_closed_inbox_is_no_news_to_staff(world: World) -> None:
    await open_sharing(world)
    post = await share(world, staff="yes")
    june = world.users["june"]
    await world.bot.people.wish(GuildId(world.guild.id), june.id, direct_messages=True)
    world.env.inject_error("POST", "/users/@me/channels", status=403)
    form = await press(world, "mara", last(await menu(world, post)), "sharing:letter")
    await world.people["mara"].submit_modal(form, {"words": "Would you like company?"})
    await world.later(120)
    assert staff_cards(world) == []
    assert "a message from staff" in shown(await mine(world))


async def test_nobody_is_written_to_who_does_not_want_it_or_was_cut_off(world: World) -> None:
    await open_sharing(world)
    post = await share(world)
    card = last(await menu(world, post))
    form = await press(world, "mara", card, "sharing:letter")
    refused = await world.people["mara"].submit_modal(form, {"words": "Hello"})
    assert "does not want one" in shown(refused)
    one = last(await open_mine(world))
    await press(
        world, "june", last(await press(world, "june", one, "sharing:unlink")), "sharing:cut"
    )
    refused = await press(world, "mara", card, "sharing:pause")
    assert "Nothing ties this share" in shown(refused)


async def test_a_report_is_a_case_about_the_share_that_names_nobody(world: World) -> None:
    await open_sharing(world)
    post = await share(world)
    for who in ("sol", "theo"):
        asked = last(await press(world, who, post, "sharing:report"))
        told = await world.people[who].select(
            asked, custom_id=button(asked, "sharing:reason"), values=["names"]
        )
        assert "Staff know now" in shown(told)
    (card,) = staff_cards(world)
    said = texts_of(card)
    assert "told staff about a share" in said
    assert str(post.id) in said
    for person in world.people.values():
        assert str(person.id) not in said
    taken = await press(world, "mara", card, "cases:go")
    assert "nobody needs to" in shown(taken)


async def test_a_share_in_danger_is_a_case_about_the_share_without_a_name(world: World) -> None:
    await open_sharing(world)
    post = await share(world, words="i want to kill myself tonight")
    await world.later(60)
    (card,) = staff_cards(world)
    assert "sounds like danger" in texts_of(card)
    assert str(post.id) in texts_of(card)
    assert str(world.people["june"].id) not in texts_of(card)


async def test_every_act_of_staff_leaves_its_line_and_none_names_an_author(world: World) -> None:
    await open_sharing(world)
    post = await share(world)
    await press(world, "mara", last(await menu(world, post)), "sharing:pause")
    here = GuildId(world.guild.id)
    mara = world.bot.people.tag(here, world.people["mara"].id)
    async with world.bot.database.read() as tx:
        lines = await AuditLines(tx).latest(here)
    assert [(line.act, line.tag) for line in lines] == [("sharing.paused", mara)]


async def test_an_admin_decides_and_posts_the_panel(world: World) -> None:
    ada = world.people["ada"]
    world.rooms["shares"] = world.guild.create_text_channel("shares")
    assert "not open here" in shown(await mine(world))
    card = last(await ada.slash(world.rooms["staff"], "setup sharing"))
    assert "choose a channel" in texts_of(card)
    card = last(
        await ada.select(
            card, custom_id=button(card, "sharing:room"), values=[world.rooms["shares"]]
        )
    )
    await ada.select(card, custom_id=button(card, "sharing:mode"), values=["all"])
    card = last(await ada.slash(world.rooms["staff"], "setup sharing"))
    assert "at every share" in texts_of(card)
    await press(world, "ada", card, "sharing:panel")
    (panel,) = posts(world)
    assert (await press(world, "june", panel, "sharing:write")).modal is not None
    await press(world, "ada", card, "sharing:switch")
    assert "not open here" in shown(await press(world, "june", panel, "sharing:write"))
