"""What hosts do for one another and for members: afterwards, cover, supervision, proposals."""

from typing import Any

from bot.ids import GuildId, UserId
from bot.sections import CommunitySettings
from tests.behaviour.line_desk import card_of, fields_of, has, shown
from tests.behaviour.session_room import (
    HOUR,
    choose,
    draft,
    enter,
    fill,
    home,
    host,
    hosting,
    ids_of,
    no_host_any_more,
    opened,
    options_of,
    planned,
    posted,
    posts,
    press,
    publish,
    room,
    until,
)
from tests.world import World, texts_of


def staff_posts(world: World, address: str) -> list[Any]:
    return [each for each in posts(world, world.rooms["staff"]) if has(each, address)]


async def weekly(world: World) -> Any:
    card = await draft(world)
    card = card_of(await choose(world, "hana", card, "sessions:repeat", "1"))
    return await publish(world, card)


async def test_afterwards_the_hosts_are_asked_once_and_supervision_keeps_what_they_bring(
    world: World,
) -> None:
    host(world, "otis")
    card = await draft(world)
    card = card_of(await choose(world, "hana", card, "sessions:second", world.users["otis"]))
    await publish(world, card)
    await until(world, -1)
    await enter(world, "hana")
    panel = card_of(await press(world, "hana", posts(world, room(world))[0], "sessions:host"))
    after = card_of(await press(world, "hana", panel, "sessions:close"))
    assert "How was it for you" in texts_of(after)
    assert "after hosting" not in await home(world, "hana")  # she was asked on the spot
    assert (await home(world, "otis")).count("after hosting") == 1
    await world.restart()
    heavy = next(each for each in ids_of(after) if each.endswith(":2"))
    after = card_of(await world.people["hana"].click(after, custom_id=heavy))
    assert "You do not have to carry it alone" in texts_of(after)
    form = await press(world, "hana", after, "sessions:bring")
    sent = await world.people["hana"].submit_modal(form, {"words": "I froze **twice** @here"})
    assert "kept for supervision" in shown(sent)
    form = await press(world, "hana", after, "sessions:bring")
    await world.people["hana"].submit_modal(form, {"words": "I froze"})  # said again: once
    listed = await world.people["hana"].slash(world.rooms["lounge"], "host session matters")
    assert shown(listed).count("I froze") == 1
    other = await world.people["otis"].slash(world.rooms["lounge"], "host session matters")
    assert "bring nothing" in shown(other)
    back = await choose(world, "hana", card_of(listed), "sessions:take-back", "1")
    assert "bring nothing" in shown(back)
    form = await press(world, "hana", after, "sessions:bring")
    await world.people["hana"].submit_modal(form, {"words": ""})
    listed = await world.people["hana"].slash(world.rooms["lounge"], "host session matters")
    assert "without words" in shown(listed)


async def test_supervision_reads_what_was_brought_and_nobody_else_does(world: World) -> None:
    await opened(world, "hana")
    panel = card_of(await press(world, "hana", posts(world, room(world))[0], "sessions:host"))
    assert not has(panel, "sessions:brought")
    after = card_of(await press(world, "hana", panel, "sessions:close"))
    form = await press(world, "hana", after, "sessions:bring")
    await world.people["hana"].submit_modal(form, {"words": "I froze"})
    host(world, "otis")
    card = await draft(world, "otis", start="2026-01-09 19:00")
    card = card_of(await choose(world, "otis", card, "sessions:kind", "supervision"))
    await press(world, "otis", card, "sessions:publish")
    stranger = await press(world, "june", staff_posts(world, "sessions:come")[-1], "sessions:come")
    assert "for people who host or moderate" in shown(stranger)
    await until(world, -6 * 24 * HOUR - 1)
    assert "for people who host or moderate" in shown(await _door(world, "june"))
    supervision = posts(world, world.rooms["lounge"].threads[-1])[0]
    door = card_of(await _door(world, "otis"))
    await press(world, "otis", door, "sessions:agree")
    panel = card_of(await press(world, "otis", supervision, "sessions:host"))
    brought = card_of(await press(world, "otis", panel, "sessions:brought"))
    assert f"<@{world.people['hana'].id}>" in texts_of(brought)
    assert "I froze" in texts_of(brought)
    gone = await choose(world, "otis", brought, "sessions:talked", "1")
    assert "Nothing was brought" in shown(gone)


async def _door(world: World, who: str) -> Any:
    return await press(world, who, staff_posts(world, "sessions:enter")[-1], "sessions:enter")


async def _supervision(world: World, who: str = "hana") -> Any:
    """A draft for those who host and moderate."""
    card = await fill(world, who, await draft(world, who), "sessions:write", title="Our own hour")
    return card_of(await choose(world, who, card, "sessions:kind", "supervision"))


async def _coming(world: World, who: str) -> Any:
    return card_of(await world.people[who].slash(world.rooms["lounge"], "sessions"))


async def test_supervision_is_seen_by_those_who_host_or_moderate_alone(world: World) -> None:
    panel = await world.people["ada"].slash(world.rooms["staff"], "setup sessions")
    await choose(world, "ada", card_of(panel), "sessions:board", world.rooms["welcome"])
    await press(world, "hana", await _supervision(world), "sessions:publish")
    (card,) = staff_posts(world, "sessions:come")
    assert "Our own hour" in texts_of(card)
    (board,) = [each for each in posts(world) if has(each, "sessions:coming")][-1:]
    await planned(world)  # one for everybody beside it
    await world.restart()
    everywhere = "".join(map(texts_of, [*posts(world), *posts(world, world.rooms["lounge"])]))
    assert "Our own hour" not in everywhere
    assert "Tuesday circle" in texts_of(await posts_again(world, board))
    for who, files, sees in (("june", 1, False), ("mara", 2, True), ("hana", 2, True)):
        listed = await _coming(world, who)
        assert ("Our own hour" in texts_of(listed)) is sees, who
        (file,) = card_of(await press(world, who, listed, "sessions:calendar")).attachments
        assert (await file.read()).count(b"BEGIN:VEVENT") == files
        pressed = await press(world, who, await posts_again(world, board), "sessions:coming")
        assert ("Our own hour" in shown(pressed)) is sees, who
    for address in ("sessions:come", "sessions:calendar"):
        assert "host or moderate" in shown(await press(world, "june", card, address))
    old = await _coming(world, "hana")
    await no_host_any_more(world, "hana")
    assert "host or moderate" in shown(await choose(world, "hana", old, "sessions:look", "1"))
    assert "Our own hour" not in texts_of(await _coming(world, "hana"))


async def test_without_a_staff_channel_supervision_stands_nowhere_and_says_how(
    world: World,
) -> None:
    guild, settings = GuildId(world.guild.id), world.bot.settings
    staff = settings.of(guild, CommunitySettings).staff_channel
    await settings.change(guild, CommunitySettings, staff_channel=None)
    made = await press(world, "hana", await _supervision(world), "sessions:publish")
    assert "no staff channel is chosen" in shown(made)
    rooms = [posts(world, each) for each in world.rooms.values()]
    assert all("Our own hour" not in texts_of(each) for room in rooms for each in room)
    assert "Our own hour" in texts_of(await _coming(world, "mara"))
    await settings.change(guild, CommunitySettings, staff_channel=staff)
    edit = await hosting(world, "edit")
    await choose(world, "hana", edit, "sessions:kind", "social")
    other = await press(world, "hana", edit, "sessions:publish")
    assert "cannot become one for everybody" in shown(other)
    again = await hosting(world, "edit")
    await fill(world, "hana", again, "sessions:write", notes="Bring tea")
    await press(world, "hana", again, "sessions:publish")
    (card,) = staff_posts(world, "sessions:come")
    assert "Bring tea" in texts_of(card)
    await press(world, "hana", await draft(world), "sessions:publish")
    assert posted(world)  # what is for everybody stands where everybody reads


async def posts_again(world: World, message: Any) -> Any:
    """A post as it stands now."""
    return next(each for each in posts(world) if each.id == message.id)


async def test_whoever_takes_a_date_first_hosts_it_and_those_who_agreed_are_told_once(
    world: World,
) -> None:
    card = await weekly(world)
    for who in ("june", "sol"):
        seat = card_of(await press(world, who, card, "sessions:come"))
        if who == "june":
            await world.people[who].click(seat, custom_id="sessions:wish:1:1:1")
    for _ in range(2):  # asked twice is asked once
        days = await hosting(world, "cover")
        first, second = [each.value for each in options_of(days)][:2]
        await choose(world, "hana", days, "sessions:cover-day", first)
    await choose(world, "hana", await hosting(world, "cover"), "sessions:cover-day", second)
    asked = staff_posts(world, "sessions:take")
    assert len(asked) == 2
    await world.restart()
    host(world, "otis")
    assert "Nothing is noted" in shown(await press(world, "otis", asked[0], "sessions:spare"))
    june = await _stranger(world, asked[0])
    assert "for staff" in june
    for each in asked:
        assert "It is yours" in shown(await press(world, "otis", each, "sessions:take"))
    assert staff_posts(world, "sessions:take") == []  # the posts say who hosts
    assert f"Host: <@{world.people['otis'].id}>" in texts_of(posted(world))
    for who, times in (("hana", 2), ("june", 1), ("sol", 0)):
        said = await home(world, who)
        assert said.count("Somebody else hosts") == times, who
        assert "Somebody else hosts" not in await home(world, who)
    await until(world, -1)
    await enter(world, "otis")
    panel = await press(world, "otis", posts(world, room(world))[0], "sessions:host")
    await press(world, "otis", card_of(panel), "sessions:close")
    await world.later(60)
    assert f"Host: <@{world.people['otis'].id}>" in texts_of(posted(world))  # the next one too
    await until(world, -8 * 24 * HOUR)
    assert f"Host: <@{world.people['hana'].id}>" in texts_of(posted(world))


async def _stranger(world: World, message: Any) -> str:
    """Somebody who may read the channel, and is no host."""
    world.users["vera"] = world.env.create_user("vera")
    world.people["vera"] = world.guild.add_member(world.users["vera"])
    return shown(await world.people["vera"].click(message, custom_id=_address(message)))


def _address(message: Any) -> str:
    return next(each for each in ids_of(message) if each.startswith("sessions:take"))


async def _propose(world: World, who: str, title: str, why: str = "For company.") -> Any:
    listed = await world.people[who].slash(world.rooms["lounge"], "sessions")
    form = await press(world, who, card_of(listed), "sessions:propose")
    assert set(fields_of(form)) == {"title", "why"}
    return await world.people[who].submit_modal(form, {"title": title, "why": why})


async def test_a_member_proposes_and_is_told_what_came_of_it(world: World) -> None:
    await world.bot.people.wish(
        GuildId(world.guild.id), UserId(world.people["sol"].id), direct_messages=True
    )
    sent = await _propose(world, "june", "Quiet @everyone drawing", "**Hands** busy, head calm.")
    assert "Hosts can read it now" in shown(sent)
    (told,) = [each for each in posts(world, world.rooms["staff"]) if "idea" in texts_of(each)]
    assert "drawing" not in texts_of(told)
    assert "Hosts can read" in shown(await _propose(world, "sol", "Chess"))
    hard = await _propose(world, "sol", "Evening", "I want to kill myself")
    assert "Not for me" in shown(hard)  # help is there first, and the idea is kept
    await _propose(world, "sol", "Third")
    full = await _propose(world, "sol", "Fourth", "My long words")
    assert "My long words" in shown(full)  # nothing of it is lost
    host(world)
    await world.restart()
    listed = await world.people["hana"].slash(world.rooms["lounge"], "host session proposals")
    assert listed.ephemeral
    assert str(world.people["june"].id) not in shown(listed)
    one = card_of(await choose(world, "hana", card_of(listed), "sessions:which-idea", "1"))
    assert "busy, head calm" in texts_of(one)
    assert "<@" not in texts_of(one)
    host(world, "otis")
    listed = await world.people["otis"].slash(world.rooms["lounge"], "host session proposals")
    late = card_of(await choose(world, "otis", card_of(listed), "sessions:which-idea", "1"))
    listed = await world.people["hana"].slash(world.rooms["lounge"], "host session proposals")
    two = card_of(await choose(world, "hana", card_of(listed), "sessions:which-idea", "2"))
    made = card_of(await press(world, "hana", one, "sessions:from-idea"))
    assert "A session in the making" in texts_of(made)
    assert "busy, head calm" in texts_of(made)
    assert "has its answer already" in shown(await press(world, "otis", late, "sessions:not-idea"))
    assert "kindly" in shown(await press(world, "hana", two, "sessions:not-idea"))
    assert (await home(world, "june")).count("a host is making a meeting") == 1
    (message,) = world.users["sol"].dm_channel.history()
    assert "says nothing about the idea or about you" in texts_of(message)
    member = world.people["june"].available_commands(world.rooms["lounge"])
    assert "host session proposals" not in member


async def test_cover_that_is_too_late_or_of_nobody_is_answered_calmly(world: World) -> None:
    await planned(world)
    days = await hosting(world, "cover")
    await choose(world, "hana", days, "sessions:cover-day", options_of(days)[0].value)
    (asked,) = staff_posts(world, "sessions:take")
    await until(world, -60)
    host(world, "otis")
    assert "not there any more" in shown(await press(world, "otis", asked, "sessions:take"))
