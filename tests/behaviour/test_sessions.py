"""Sessions as hosts plan them and members come to them."""

from dataclasses import replace
from typing import Any

import icalendar
import pytest

from bot.ids import GuildId, UserId
from bot.ui.routes import Pick
from cogs.sessions.ui.draft_forms import WordsForm
from tests.behaviour.line_desk import card_of, fields_of, has, shown
from tests.behaviour.session_room import (
    choose,
    draft,
    fill,
    home,
    host,
    hosting,
    options_of,
    planned,
    posted,
    posts,
    press,
    publish,
    submit,
)
from tests.world import World, button, texts_of


async def test_a_host_plans_a_session_step_by_step_and_nothing_is_lost(world: World) -> None:
    host(world)
    card = card_of(await world.people["hana"].slash(world.rooms["lounge"], "host session create"))
    assert "Still to say: a title" in texts_of(card)
    assert not has(card, "sessions:publish")
    card = await fill(world, "hana", card, "sessions:time", start="7", minutes="60", zone="UTC")
    assert "two things" in texts_of(card)
    await world.restart()
    again = await world.people["hana"].slash(world.rooms["lounge"], "host session create")
    form = await press(world, "hana", card_of(again), "sessions:time")
    card = await submit(world, "hana", form, start="thu 19:00", zone="europe/berlin")
    assert card.id == card_of(again).id  # a form leaves no second card behind
    said = texts_of(card)
    assert "2026-01-01 19:00 (Europe/Berlin)" in said
    card = card_of(await choose(world, "hana", card, "sessions:repeat", "2"))
    assert "every 2 weeks" in texts_of(card)
    assert texts_of(card).split("The next dates")[1].count("<t:") == 6


async def test_bad_input_is_answered_calmly_and_the_draft_stays(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = await draft(world)
    for start, why in {
        "2020-01-01 19:00": "already past",
        "2026-03-29 01:30": "go forward",
        "2026-10-25 01:30": "go back",
        "@everyone": "two things",
        "03/04 19:00": "two things",
    }.items():
        card = await fill(world, "hana", card, "sessions:time", start=start)
        assert why in texts_of(card), start
        assert "2026-01-03 19:00" in texts_of(card)
    words: Any = Pick.words.__func__  # pyright: ignore[reportFunctionMemberAccess] - a method of the class
    earlier = lambda cls, voice, options, *ids, **how: words(  # noqa: E731 - as short as its story
        cls, voice, [*options, ("never", "As in an earlier version")], *ids, **how
    )
    monkeypatch.setattr(Pick, "words", classmethod(earlier))
    form = await press(world, "hana", card, "sessions:room-for")
    older = await submit(world, "hana", form)
    for address in ("absent", "kind", "place", "repeat"):
        odd = await choose(world, "hana", older, f"sessions:{address}", "never")
        assert "earlier version of me" in shown(odd), address
    card = await fill(
        world, "hana", card, "sessions:time", start="2026-01-03 19:00", minutes="soon"
    )
    assert "between 10 and 480" in texts_of(card)
    form = await choose(world, "hana", card, "sessions:repeat", "typed")
    said = shown(await world.people["hana"].submit_modal(form, {"rule": "FREQ=SECONDLY"}))
    assert all(each in said for each in ("cannot use that repeat", "FREQ=SECONDLY"))
    kept = await world.people["hana"].slash(world.rooms["lounge"], "host session create")
    assert "How often: once" in shown(kept)  # what cannot be used is not kept
    form = await choose(world, "hana", card, "sessions:repeat", "typed")
    never = await submit(world, "hana", form, rule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
    assert "no date ahead" in texts_of(never)
    unseen = await press(world, "hana", never, "sessions:publish")
    assert "no date lies ahead" in shown(unseen)
    form = await press(world, "hana", card, "sessions:room-for")
    refused = await submit(world, "hana", form, capacity="1", kept="24")
    assert "between 2 and 500" in texts_of(refused)
    with monkeypatch.context() as patched:
        fields = tuple(replace(each, longest=4000) for each in WordsForm.fields)
        patched.setattr(WordsForm, "fields", fields)  # as no client of Discord's shows it
        form = await press(world, "hana", card, "sessions:write")
    refused = await world.people["hana"].submit_modal(
        form, {**fields_of(form), "title": "x" * 4000}
    )
    assert "longer than its field" in shown(refused)
    june = world.people["june"].id
    hostile = f"@everyone <@{june}> **`||"
    card = await fill(world, "hana", card, "sessions:write", title=hostile, purpose=f"<@{june}>")
    card = card_of(await choose(world, "hana", card, "sessions:repeat", "1"))
    await press(world, "hana", card, "sessions:publish")
    public = posts(world)[-1]
    assert june not in [each.id for each in public.mentions]
    assert not public.mention_everyone
    assert "@everyone" not in texts_of(public)


async def test_the_card_is_public_coming_is_private_and_the_calendar_file_neutral(
    world: World,
) -> None:
    card = await planned(world)
    said = texts_of(card)
    for word in ("To be together", "<t:1767466800:F>", "enough for everybody", "I’ll come"):
        assert word in said
    result = await press(world, "june", card, "sessions:come")
    assert result.ephemeral
    assert "You’ll come" in shown(result)
    assert "Hosts see only that one more person comes" in shown(result)
    assert str(world.people["june"].id) not in texts_of(posted(world))
    assert "One person comes" in texts_of(await hosting(world))
    wish = button(card_of(result), "sessions:wish")
    seen = await world.people["june"].click(card_of(result), custom_id=wish)
    assert "Hosts can see" in shown(seen)
    assert f"Coming: <@{world.people['june'].id}>" in texts_of(await hosting(world))
    await press(world, "june", card, "sessions:cannot")
    assert "Nobody has said yet" in texts_of(await hosting(world))


async def test_a_full_session_has_a_waiting_list_in_order_with_offers_of_half_an_hour(
    world: World,
) -> None:
    card = await draft(world)
    card = await fill(world, "hana", card, "sessions:room-for", capacity="2", kept="24")
    card = await publish(world, card)
    assert "Places: a few" in texts_of(card)
    for who in ("june", "sol", "mara", "theo"):
        for _ in range(2):  # a second press is no second place
            result = await press(world, who, card, "sessions:come")
    assert "waiting list" in shown(result)
    assert "Places: full" in texts_of(posted(world))
    told = texts_of(await hosting(world))
    assert "2 people come." in told
    assert "2 people are on the waiting list" in told
    await press(world, "june", card, "sessions:cannot")
    assert "A place has become free" in await home(world, "mara")
    assert "A place has become free" not in await home(world, "theo")
    await world.restart()
    await world.later(31 * 60)
    assert "A place has become free" in await home(world, "theo")
    assert "You’ll come" in shown(await press(world, "theo", posted(world), "sessions:come"))
    assert "waiting list" in shown(await press(world, "mara", posted(world), "sessions:come"))
    result = await press(world, "june", card, "sessions:calendar")
    assert result.ephemeral
    (file,) = card_of(result).attachments
    written = await file.read()
    event = icalendar.Calendar.from_ical(written).walk("VEVENT")[0]
    assert event["SUMMARY"] == "Meeting"
    assert b"Tuesday" not in written
    assert "whoever sees your calendar can read it" in shown(result)
    titled = await press(world, "june", card_of(result), "sessions:titled")
    (sent,) = titled.followups
    assert sent.ephemeral
    (file,) = sent.message.attachments
    named = icalendar.Calendar.from_ical(await file.read()).walk("VEVENT")[0]
    assert (named["SUMMARY"], named["UID"]) == ("Tuesday circle", event["UID"])


async def test_members_see_what_is_coming_and_what_they_said(world: World) -> None:
    listed = await world.people["june"].slash(world.rooms["lounge"], "sessions")
    assert "Nothing is planned" in shown(listed)
    card = await planned(world)
    await press(world, "june", card, "sessions:early")
    listed = await world.people["june"].slash(world.rooms["lounge"], "sessions")
    assert "you’ll come and may leave early" in shown(listed)
    assert card_of(await press(world, "june", card_of(listed), "sessions:calendar")).attachments
    one = await choose(world, "june", card_of(listed), "sessions:look", "1")
    assert "To be together" in shown(one)
    panel = next(each for each in posts(world) if has(each, "sessions:coming"))
    assert "may leave early" in shown(await press(world, "june", panel, "sessions:coming"))


async def test_the_board_is_edited_in_place(world: World) -> None:
    panel = await world.people["ada"].slash(world.rooms["staff"], "setup sessions")
    await choose(world, "ada", card_of(panel), "sessions:board", world.rooms["lounge"])
    (board,) = posts(world, world.rooms["lounge"])
    assert "Nothing is planned" in texts_of(board)
    await press(world, "hana", await draft(world), "sessions:publish")
    board, card = posts(world, world.rooms["lounge"])
    assert "Tuesday circle" in texts_of(board)
    assert "To be together" in texts_of(card)


async def test_a_member_cannot_host_and_an_admin_alone_chooses_the_channel(world: World) -> None:
    card = await draft(world)
    chosen = await choose(world, "hana", card, "sessions:lead", world.users["june"])
    assert "hosts’ role" in shown(chosen)
    offered = " ".join(world.people["june"].available_commands(world.rooms["lounge"]))
    assert "sessions" in offered
    assert "host" not in offered
    assert "setup" not in offered


async def test_moving_the_time_tells_everybody_once_and_asks_again(world: World) -> None:
    card = await draft(world)
    card = card_of(await choose(world, "hana", card, "sessions:repeat", "1"))
    card = await publish(world, card)
    await press(world, "june", card, "sessions:come")
    await press(world, "sol", card, "sessions:come")
    change = await hosting(world, "edit")
    change = await fill(world, "hana", change, "sessions:time", start="2026-01-03 20:00")
    await press(world, "hana", change, "sessions:publish")
    assert "<t:1767470400:F>" in texts_of(posted(world))
    said = await home(world, "june")
    assert said.count("The time has changed") == 1
    assert "The time has changed" not in await home(world, "june")
    assert "2 people have not said yet" in texts_of(await hosting(world))
    await press(world, "june", posted(world), "sessions:come")
    assert "One person has not said yet" in texts_of(await hosting(world))


async def test_two_hosts_at_once_never_overwrite_one_another(world: World) -> None:
    await planned(world)
    drafts = {who: await hosting(world, "edit", who) for who in ("hana", "otis")}
    await fill(world, "otis", drafts["otis"], "sessions:write", title="Otis’ circle")
    assert "It is changed" in shown(await press(world, "otis", drafts["otis"], "sessions:publish"))
    late = await press(world, "hana", drafts["hana"], "sessions:publish")
    assert "Another host changed" in shown(late)
    assert posted(world, "Otis’ circle")


async def test_one_date_is_left_out_moved_and_the_whole_is_ended(world: World) -> None:
    card = await draft(world)
    card = card_of(await choose(world, "hana", card, "sessions:repeat", "1"))
    card = await publish(world, card)
    await press(world, "june", card, "sessions:come")
    days = await hosting(world, "skip")
    first, second = [o.value for o in options_of(days)][:2]
    await choose(world, "hana", days, "sessions:skip", first)
    assert "is not happening" in await home(world, "june")
    assert "<t:1768071600:F>" in texts_of(posted(world))  # a week later
    days = await hosting(world, "move")
    form = await choose(world, "hana", days, "sessions:move", second)
    refused = await submit(world, "hana", form, start="2026-01-30 19:00")
    assert "Another date lies between" in texts_of(refused)
    form = await choose(world, "hana", days, "sessions:move", second)
    await submit(world, "hana", form, start="2026-01-11 19:00")
    assert "<t:1768158000:F>" in texts_of(posted(world))
    sure = await hosting(world, "cancel")
    await press(world, "hana", sure, "sessions:off")
    assert "not happening" in texts_of(posted(world))
    assert has(posted(world), "sessions:calendar")  # the file takes it out of calendars


async def test_reminders_by_direct_message_are_neutral_and_can_be_answered_there(
    world: World,
) -> None:
    june, guild = world.people["june"], GuildId(world.guild.id)
    await world.bot.people.wish(guild, UserId(june.id), direct_messages=True)
    card = await planned(world)
    seat = card_of(await press(world, "june", card, "sessions:come"))
    await june.click(seat, custom_id="sessions:wish:1:1:1")
    await world.later(1767466800 - 3600 - world.clock.now().timestamp())
    (day, hour) = world.users["june"].dm_channel.history()
    for each in (day, hour):
        assert "You asked me to remind you" in texts_of(each)
        assert "circle" not in texts_of(each)
        assert "session" not in texts_of(each).casefold()
    result = await world.users["june"].click(hour, custom_id=button(hour, "sessions:cannot"))
    assert "no reason is needed" in shown(result)
    await world.later(3000)
    assert len(world.users["june"].dm_channel.history()) == 2


async def test_a_series_that_began_long_ago_is_changed_without_typing_its_start_again(
    world: World,
) -> None:
    card = await draft(world, start="sat 19:00")
    card = card_of(await choose(world, "hana", card, "sessions:repeat", "1"))
    await publish(world, card)
    await world.later(15 * 24 * 3600)
    before = texts_of(posted(world))
    change = await fill(world, "hana", await hosting(world, "edit"), "sessions:time", minutes="90")
    assert "▲" not in texts_of(change)
    await press(world, "hana", change, "sessions:publish")
    assert texts_of(posted(world)) == before.replace("60 minutes", "90 minutes")
