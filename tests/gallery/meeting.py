"""What members and hosts do together: check-ins, shares, sessions."""

from typing import Any

from bot.ids import ChannelId, GuildId
from cogs.sharing.domain import Review, SharingSettings
from tests.gallery.caring import shows
from tests.gallery.members import IMMINENT
from tests.gallery.visit import Visit
from tests.pictures import drawn

STARTS = {"start": "2026-01-03 19:00", "minutes": "60", "zone": "Europe/London"}
CIRCLE = {"title": "Tuesday circle", "purpose": "To be together for an hour.", "notes": ""}
CARRIED = "I have been carrying this for a long time."


async def checkins(visit: Visit) -> None:
    add = visit.card(await visit.slash("ada", "setup checkins add", room="staff"))
    await visit.choose("ada", add, "checkins:where", visit.room("check-ins"))
    form = await visit.press("ada", add, "checkins:when")
    await visit.sends("ada", form, at="09:00", zone="Europe/London")
    await visit.press("ada", add, "checkins:start")
    await visit.later(hours=10)
    prompt = visit.posts("check-ins")[-1]
    for who in ("june", "sol", "noor", "kim", "robin", "mara", "theo"):
        await visit.press(who, prompt, "checkins:answer")
    await visit.walk_post("june", prompt, 70, most=5)
    await visit.later(hours=30)
    await visit.walk_post("kim", prompt, 3)
    await visit.walk_command("june", "checkin", 80, most=4)
    for command in ("add", "list", "decks"):
        await visit.walk_command("ada", f"setup checkins {command}", 40, room="staff")
    for command in ("preview", "edit", "pause", "resume"):
        await visit.walk_command("ada", f"setup checkins {command}", 25, room="staff", number=1)
    await visit.walk_command("mara", "care pulse", 5, room="staff")
    await visit.later(days=8)
    await visit.walk_command("june", "home", 10)
    await visit.walk_command("ada", "setup checkins remove", 10, room="staff", number=1)


async def sharing(visit: Visit) -> None:
    await _open_sharing(visit, Review.OFF)
    await visit.walk_post("noor", visit.posts("shares")[-1], 3)
    await _share(visit, "june", CARRIED, staff="yes")
    (post, *_) = [each for each in visit.posts("shares") if shows(each, "sharing:reply")]
    for who in ("sol", "noor", "kim", "mara"):
        await visit.press(who, post, "sharing:same")
    await visit.walk_post("sol", post, 40, most=4)
    await visit.walk("mara", lambda: visit.menu("mara", "sharing.menu", post, "shares"), 20)
    await visit.later(hours=1)
    await visit.walk_command("june", "share", 70, most=4)
    for staff in visit.posts("staff"):
        await visit.walk_post("mara", staff, 10)
    await _open_sharing(visit, Review.ALL)
    for words in (CARRIED, f"{IMMINENT}", "call me on 0171 1234567 or june@example.org, @sol"):
        await _share(visit, "noor", words)
        await visit.later(minutes=15)
        await visit.walk_post("theo", visit.posts("staff")[-1], 12)
    await visit.walk_command("noor", "share", 40)
    hello = await visit.who("sol").send(visit.room("lounge"), "hello")
    await visit.menu("mara", "sharing.menu", hello)
    await visit.later(days=22)
    await visit.walk_command("noor", "share", 8)
    await visit.walk_command("ada", "setup sharing", 20, room="staff")


async def _open_sharing(visit: Visit, review: Review) -> None:
    room = ChannelId(visit.room("shares").id)
    guild, settings = GuildId(visit.world.guild.id), visit.world.bot.settings
    await settings.change(guild, SharingSettings, channel=room, review=review, images=True)


async def _share(visit: Visit, who: str, words: str, staff: str = "no") -> None:
    opened = await visit.slash(who, "share")
    if opened.modal is None:
        opened = await visit.press(who, visit.card(opened), "sharing:write")
    typed = {"words": words, "wish": "ideas", "staff": staff, "note": "about my mother"}
    preview = visit.card(await visit.sends(who, opened, **typed))
    if shows(preview, "sharing:picture"):
        form = await visit.press(who, preview, "sharing:picture")
        file = ("IMG_1.png", drawn("JPEG"))
        preview = visit.card(await visit.sends(who, form, picture=file, alt="a path in fog"))
    if not shows(preview, "sharing:post"):
        await visit.walk_post(who, preview, 12)
        return
    await visit.press(who, preview, "sharing:veil")
    await visit.press(who, preview, "sharing:post")
    await visit.later(minutes=11)


async def sessions(visit: Visit) -> None:
    await visit.walk_command("ada", "setup sessions", 8, room="staff")
    await visit.walk_command("hana", "host session create", 50, most=3)
    card = await _plan(visit)
    for who in ("june", "sol", "noor"):
        await visit.walk_post(who, card, 20, most=3)
    await visit.walk_command("june", "sessions", 40)
    for verb in ("list", "edit", "skip", "move", "cover", "proposals", "matters"):
        await visit.walk_command("hana", f"host session {verb}", 22, most=3)
    await visit.walk_command("june", "home", 6)
    for post in visit.posts("staff"):
        await visit.walk_post("hana", post, 6)
    await visit.walk_command("hana", "host session cancel", 12)
    await visit.walk_command("june", "home", 6)


async def _plan(visit: Visit, **choices: str) -> Any:
    draft = visit.card(await visit.slash("hana", "host session create"))
    form = await visit.press("hana", draft, "sessions:write")
    draft = visit.card(await visit.sends("hana", form, **CIRCLE))
    form = await visit.press("hana", draft, "sessions:time")
    draft = visit.card(await visit.sends("hana", form, **STARTS))
    draft = visit.card(await visit.choose("hana", draft, "sessions:channel", visit.room("lounge")))
    for address, value in choices.items():
        draft = visit.card(await visit.choose("hana", draft, f"sessions:{address}", value))
    before = {each.id for room in visit.world.rooms for each in visit.posts(room)}
    await visit.press("hana", draft, "sessions:publish")
    new = [each for room in visit.world.rooms for each in visit.posts(room)]
    return next(each for each in new if each.id not in before and shows(each, "sessions:come"))


async def live(visit: Visit) -> None:
    card = await _plan(visit, repeat="1")
    for who, how in (("june", "come"), ("sol", "early"), ("noor", "listen"), ("kim", "come")):
        seat = visit.card(await visit.press(who, card, f"sessions:{how}"))
        await visit.walk_post(who, seat, 6, most=1)
    await visit.later(days=2, hours=18, minutes=50)
    await visit.walk_command("june", "home", 6)
    await visit.later(minutes=10, seconds=5)
    for who in ("hana", "june", "sol", "noor"):
        door = visit.card(await visit.press(who, card, "sessions:enter"))
        await visit.press(who, door, "sessions:agree")
    room = visit.room("lounge").threads[0]
    inside = visit.posts_in(room)[0]
    for who in ("june", "sol", "noor"):
        await visit.press(who, inside, "sessions:raise")
    host = visit.card(await visit.press("hana", inside, "sessions:host"))
    await visit.walk_post("june", inside, 8, most=2)
    await visit.walk("hana", lambda: visit.press("hana", inside, "sessions:host"), 45)
    del host
    for post in visit.posts_in(room):
        await visit.walk_post("sol", post, 8)
    await visit.later(minutes=4)
    await visit.later(hours=2)
    await visit.walk_command("june", "home", 10)
    await visit.walk_command("hana", "home", 20)
    await visit.walk_command("hana", "host session matters", 8)
    await visit.later(days=6, hours=22, minutes=10)
    await visit.later(minutes=12)
    await visit.later(minutes=30)
    for post in visit.posts("staff"):
        await visit.walk_post("theo", post, 4)
    await visit.later(days=1)
