"""Stepping back: every way by which the bot reaches a person is silent, but for one."""

import ast
from datetime import timedelta

import discord
import pytest

from bot.app import ROOT
from bot.ids import GuildId, UserId
from bot.services.courier import Parcel, Unwanted
from bot.services.heartbeat import Heartbeat
from bot.services.reach import Notice, NotSoLong, Reach
from bot.services.rota import Duty
from bot.ui.cards import Card
from bot.ui.courier import Post
from tests.behaviour.duty_desk import on_duty
from tests.behaviour.line_desk import card_of
from tests.behaviour.me_desk import choose, direct, me, place, press, said, step_back, user
from tests.behaviour.session_room import hosting, planned, posts
from tests.behaviour.staff_room import nudges
from tests.house.house import SOURCES, tree_of, where
from tests.world import World, button, texts_of

IMMINENT = "i want to kill myself tonight"
HIGH = "i keep thinking about ending my life"
DAY = 24 * 3600
# Every line that hands something to Discord unasked. A new one belongs into the walk below.
SENDING = {
    ("bot/ui/courier.py", "send"): "posts of the outbox: people and mentions are asked for there",
    ("bot/ui/courier.py", "create_dm"): "the same, in private",
    ("cogs/crisis/lines.py", "create_dm"): "a signpost, after `hushed`",
    ("cogs/crisis/posting.py", "send"): "signposts after `hushed`, answers, roles of staff",
    ("cogs/sessions/ui/rooms.py", "add_user"): "a room that somebody enters by a press",
}


def test_nothing_is_sent_by_a_way_that_is_not_walked_here() -> None:
    found: set[tuple[str, str]] = set()
    for path in SOURCES:
        if "rehearsal" in path.parts:
            continue
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                told = ast.unparse(node.func)
                verb = node.func.attr
                ours = ("followup", "_courier", "Reports")
                if verb in ("create_dm", "add_user", "reply") or (
                    verb == "send" and not any(each in told for each in ours)
                ):
                    found.add((where(path), verb))
    assert found == set(SENDING)
    assert (ROOT / "cogs" / "crisis" / "cog.py").read_text().count("is_away(") == 1


async def test_signposts_below_imminent_are_silent(world: World) -> None:
    lounge, june = world.rooms["lounge"], world.people["june"]
    await step_back(world)
    await june.send(lounge, HIGH)
    assert lounge.last_message.author != world.bot.user
    await june.send(lounge, IMMINENT)
    assert lounge.last_message.author == world.bot.user


async def test_every_kind_of_notice_waits_and_comes_after_the_return(world: World) -> None:
    guild, june = place(world), user(world, "june")
    thread = world.rooms["lounge"].id
    reach, numbers = world.bot.feature(Reach), world.bot.notices.numbers
    assert len(numbers) > 8
    for rung in ({"direct_messages": True}, {"direct_messages": False, "private_thread": thread}):
        await world.bot.people.wish(guild, june, **rung)
        for name in numbers:  # planned before, due while they are away
            await reach.tell(Notice(guild, june, name, {"case": 1, "rung": len(rung)}), numbers)
        await reach.step_back(guild, june, timedelta(hours=3))
        for name in numbers:  # planned meanwhile
            await reach.tell(Notice(guild, june, name, {"case": 2, "rung": len(rung)}), numbers)
        before = len(world.rooms["lounge"].history())
        await world.bot.beat()
        assert nudges(world, "june") == []
        assert len(world.rooms["lounge"].history()) == before
        await reach.come_back(guild, june)
    assert len(await reach.waiting(guild, june)) == 2 * len(numbers)


async def test_nothing_that_waits_is_shown_before_the_return(world: World) -> None:
    await world.bot.people.wish(place(world), user(world, "june"), direct_messages=True)
    reach = world.bot.feature(Reach)
    notice = Notice(place(world), user(world, "june"), "cases:coming", {"case": 1})
    await reach.leave(notice)
    await step_back(world)
    shown = await world.people["june"].slash(world.rooms["lounge"], "home")
    assert not shown.followups
    assert len(await reach.waiting(place(world), user(world, "june"))) == 1
    assert not await reach.direct_now(place(world), user(world, "june"))  # news of a share


async def test_no_mention_reaches_them_and_no_private_post(world: World) -> None:
    june, sol = world.people["june"].id, world.people["sol"].id

    async def draw(parcel: Parcel) -> Post:
        pings = tuple(discord.Object(each, type=discord.User) for each in (june, sol))
        return Post(world.rooms["staff"].id, Card("x"), pings=pings)

    async def draw_private(parcel: Parcel) -> Post:
        return Post(UserId(june), Card("x"), direct=True)

    world.bot.courier.draws("test:ping", draw)
    world.bot.courier.draws("test:private", draw_private)
    await step_back(world)
    parcel = Parcel("k", "test:ping", place(world), {})
    mentions = await world.bot.courier._mentions(parcel, (await draw(parcel)).pings)  # noqa: SLF001 - what Discord is told
    assert [each.id for each in mentions.users] == [sol]
    with pytest.raises(Unwanted):
        await world.bot.courier.send(Parcel("k2", "test:private", place(world), {}))


async def test_duty_goes_to_others_and_a_case_is_handed_over(world: World) -> None:
    await on_duty(world, "mara")
    await on_duty(world, "theo")
    june, lounge, staff = world.people["june"], world.rooms["lounge"], world.rooms["staff"]
    await june.send(lounge, IMMINENT)
    alert = next(m for m in staff.history() if m.author == world.bot.user)
    await world.people["mara"].click(alert, custom_id=button(alert, "cases:go"))
    assert f"<@{world.people['mara'].id}>" in texts_of(alert)
    card = card_of(await press(world, await me(world, "mara"), "me:away", "mara"))
    await world.restart()
    rested = card_of(await choose(world, card, "me:span", "24", who="mara"))
    duty = world.bot.feature(Duty)
    assert (await duty.coverage(place(world))).on == (world.people["theo"].id,)
    call = max((m for m in staff.history() if m.author == world.bot.user), key=lambda m: m.id)
    assert f"<@{world.people['theo'].id}>" in texts_of(call)
    assert f"<@{world.people['mara'].id}>" not in texts_of(call)
    await press(world, rested, "me:back", "mara")
    assert len((await duty.coverage(place(world))).on) == 2


async def test_a_host_is_asked_for_and_nobody_stands_in_a_list(world: World) -> None:
    card = await planned(world)
    june = f"<@{world.people['june'].id}>"
    mine = card_of(await press(world, card, "sessions:come"))
    await world.people["june"].click(mine, label="Let hosts see my name")
    assert june in texts_of(await hosting(world, "list"))
    await step_back(world)
    assert june not in texts_of(await hosting(world, "list"))
    await step_back(world, "hana")
    await step_back(world, "hana")
    await world.bot.feature(Heartbeat).beat()
    asked = [
        each for each in posts(world, world.rooms["staff"]) if "somebody to host" in texts_of(each)
    ]
    assert len(asked) == 1


async def test_it_ends_by_itself_or_by_one_press_and_asks_nothing(world: World) -> None:
    card = card_of(await press(world, await me(world), "me:away"))
    rested = await choose(world, card, "me:span", "1")
    assert "You have stepped back until" in said(rested)
    assert "I am back" in texts_of(await me(world))
    await world.later(3601)
    assert "Step back" in texts_of(await me(world))
    with pytest.raises(NotSoLong):
        await world.bot.feature(Reach).step_back(
            GuildId(world.guild.id), user(world, "june"), timedelta(days=31)
        )
    assert direct(world, "june") == []
