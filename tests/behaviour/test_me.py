"""`/me`: how somebody likes to be treated, in one place."""

from datetime import time

from bot.ids import GuildId, UserId
from tests.behaviour.line_desk import card_of
from tests.behaviour.me_desk import choose, fill, me, press, said, wishes
from tests.behaviour.staff_room import posts, shown
from tests.world import World, button, texts_of

PLAIN = "i want to kill myself tonight"


async def test_everything_is_chosen_on_one_card_and_stays_over_a_restart(world: World) -> None:
    panel = (await world.people["june"].slash(world.rooms["lounge"], "home")).response.message
    card = card_of(await press(world, panel, "me:open"))
    assert texts_of(card).count("not chosen") == 3
    several = await fill(world, card, "me:zone", zone="est")
    assert (await wishes(world)).zone == "America/New_York", said(several)
    await world.restart()
    many = card_of(await fill(world, card, "me:zone", zone="ist"))
    await choose(world, many, "me:place", "Asia/Kolkata")
    assert "I know no zone" in said(await fill(world, card, "me:zone", zone="xqzt"))
    await fill(world, card, "me:hours", start="10pm", end="7")
    assert "could not read that time" in said(
        await fill(world, card, "me:hours", start="x", end="")
    )
    country = await fill(world, card, "helpnow:country", country="Ireland")
    assert country.ephemeral
    after = texts_of(await me(world))
    for now in ("Asia/Kolkata", "22:00 to 07:00", "Ireland"):
        assert now in after
    await fill(world, card, "me:hours", start="", end="")
    await fill(world, card, "me:zone", zone=" ")
    kept = await wishes(world)
    assert (kept.quiet_from, kept.quiet_to, kept.zone, kept.country) == (None, None, None, "IE")


async def test_hours_without_a_zone_are_those_of_the_community(world: World) -> None:
    await fill(world, await me(world), "me:hours", start="22", end="8")
    kept = await wishes(world)
    assert (kept.quiet_from, kept.quiet_to, kept.zone) == (time(22), time(8), "UTC")


async def test_the_switches_are_the_same_everywhere(world: World) -> None:
    first = card_of(await press(world, await me(world), "me:may"))
    second = card_of(await press(world, await me(world), "me:may"))
    on = await world.people["june"].click(first, custom_id="me:switch:1:1")
    again = await world.people["june"].click(second, custom_id="me:switch:1:1")
    assert "Direct messages: turn off" in said(on)
    assert said(again) == said(on)
    panel = (await world.people["june"].slash(world.rooms["lounge"], "home")).response.message
    messages = card_of(await press(world, panel, "home:messages"))
    assert "Right now I may" in texts_of(messages)
    await press(world, messages, "home:write")
    assert not (await wishes(world)).direct_messages
    off = card_of(await press(world, await me(world), "me:may"))
    assert "Direct messages: turn on" in texts_of(off)


async def test_a_language_is_kept_and_can_be_given_back(world: World) -> None:
    card = card_of(await press(world, await me(world), "me:language"))
    assert "English" in said(await choose(world, card, "me:speak", "en"))
    people = world.bot.people
    june = UserId(world.people["june"].id)
    assert people.language(GuildId(world.guild.id), june) == "en"
    await world.restart()
    assert world.bot.people.language(GuildId(world.guild.id), june) == "en"
    card = card_of(await press(world, await me(world), "me:language"))
    assert "as in your Discord" in said(await choose(world, card, "me:speak", "-"))
    assert world.bot.people.language(GuildId(world.guild.id), june) is None


async def test_boundaries_are_told_to_whoever_goes_and_to_nobody_else(world: World) -> None:
    card = card_of(await press(world, await me(world), "me:limits"))
    await fill(world, card, "me:topics", topics="my **sister** @everyone")
    await choose(world, card, "me:advice", "ask")
    await press(world, card, "me:ping")
    await world.people["june"].send(world.rooms["lounge"], "i want to die")
    line = world.rooms["lounge"].last_message
    assert line.mentions == []
    (alert,) = posts(world)
    assert "sister" not in texts_of(alert)
    goes = await world.people["mara"].click(alert, custom_id=button(alert, "cases:go"))
    told = shown(goes)
    assert "my \\*\\*sister\\*\\*" in told
    assert "@everyone" not in told
    assert "ask before you give advice" in told
    looked = await world.people["theo"].click(alert, custom_id=button(alert, "cases:look"))
    assert "sister" not in shown(looked)


async def test_topics_that_sound_like_danger_are_kept_and_help_is_offered(world: World) -> None:
    card = card_of(await press(world, await me(world), "me:limits"))
    result = await fill(world, card, "me:topics", topics=PLAIN)
    assert (await wishes(world)).avoid == PLAIN
    assert len(result.followups) >= 1 or "number" in said(result).lower()
    assert posts(world) == []


async def test_no_card_makes_the_bot_forget_its_buttons(world: World) -> None:
    known = dict(world.bot._connection._view_store._dynamic_items)  # noqa: SLF001 - discord.py's own
    for address in ("me:may", "me:limits", "me:away", "mine:see", "mine:erase"):
        card = card_of(await press(world, await me(world), address))
        await press(world, card, "me:stay" if address == "me:away" else "me:card")
    assert dict(world.bot._connection._view_store._dynamic_items) == known  # noqa: SLF001
