"""What staff meet: cases, duty, what comes after, reports and reminders."""

from typing import Any

from bot.ids import ChannelId, GuildId
from cogs.crisis.domain import CrisisSettings
from cogs.guidelines.domain import GuidelineSettings
from tests.gallery.crawl import cards
from tests.gallery.members import AT_HOME, HIGH, IMMINENT
from tests.gallery.visit import Visit

OFFICES = ("0", "1", "2", "3", "4", "5", "6")


async def cases(visit: Visit) -> None:
    guild = GuildId(visit.world.guild.id)
    await visit.world.bot.settings.change(
        guild, CrisisSettings, alert_at_concern=True, alert_at_third_party=True
    )
    for who, words in (
        ("june", IMMINENT),
        ("sol", HIGH),
        ("noor", AT_HOME),
        ("kim", "i feel so hopeless and empty"),
        ("robin", "my friend wants to kill herself tonight"),
    ):
        await visit.who(who).send(visit.room("lounge"), words)
        if who == "june":
            line = visit.posts("lounge")[-1]
            card = visit.card(await visit.press("june", line, "more:open"))
            await visit.press("june", card, "more:human")
            await visit.press("june", card, "more:ask")
    await visit.later(minutes=4)
    await visit.later(minutes=4)
    for post in [each for each in visit.posts("staff") if shows(each, "cases:")]:
        await visit.walk_post("mara", post, 40, most=5)
        await visit.walk_post("theo", post, 10, most=2)
    for command in ("list", "history", "stats"):
        await visit.walk_command("mara", f"cases {command}", 25, room="staff")
    await visit.slash("mara", "cases show", room="staff", number=1)
    await visit.walk_command("theo", "cases show", 25, room="staff", number=2)
    await visit.slash("june", "helpnow")
    await visit.later(days=8)
    await visit.walk_command("mara", "care pulse", 5, room="staff")


async def aftercare(visit: Visit) -> None:
    await _hours(visit, "mara")
    await _hours(visit, "theo")
    await visit.walk_command("ada", "setup rota", 50, room="staff")

    async def rota() -> Any:
        listed = visit.card(await visit.slash("mara", "cases list", room="staff"))
        return await visit.press("mara", listed, "rota:show")

    await visit.walk("mara", rota, 30)
    await visit.walk_post("theo", visit.posts("staff")[-1], 5)
    await _settled(visit)
    await _looked_in(visit)
    await visit.walk_command("june", "home", 30)
    await visit.walk_command("june", "me", 1)
    panel = next(each for each in visit.posts("welcome") if shows(each, "whom:open"))
    await visit.walk("sol", lambda: visit.press("sol", panel, "whom:open"), 20)
    await visit.who("sol").send(visit.room("lounge"), IMMINENT)
    await visit.later(days=7)


async def _settled(visit: Visit) -> None:
    answers = ("after:fine", "after:heavy", "after:talk")
    for member, address in zip(("june", "sol", "noor"), answers, strict=True):
        ended = await _through_a_case(visit, member)
        turned = visit.card(await visit.press("mara", ended, address))
        await visit.walk_post("mara", turned, 4)


async def _looked_in(visit: Visit) -> None:
    await visit.later(days=1, hours=2)
    for post in visit.posts("staff"):
        if shows(post, "look:open"):
            opened = visit.card(await visit.press("mara", post, "look:open"))
            await visit.press("mara", opened, "look:ask")
            await visit.press("mara", post, "look:open")
    wishes = ("look:okay", "look:talk", "look:never")
    for member, address in zip(("june", "sol", "noor"), wishes, strict=True):
        home = cards(await visit.slash(member, "home"))
        for hello in [each for each in home if shows(each, address)]:
            await visit.press(member, hello, address)
    for post in visit.posts("staff"):
        if shows(post, "look:open"):
            await visit.press("mara", post, "look:open")


async def _through_a_case(visit: Visit, member: str) -> Any:
    """Somebody asks for a human, Mara goes and ends it; answers the card she ends on."""
    await visit.who(member).send(visit.room("lounge"), IMMINENT)
    line = visit.posts("lounge")[-1]
    card = visit.card(await visit.press(member, line, "more:open"))
    await visit.press(member, card, "more:human")
    asked = visit.card(await visit.press(member, card, "more:ask"))
    await visit.press(member, asked, "more:tomorrow")
    ended: list[Any] = []
    for alert in [each for each in visit.posts("staff") if shows(each, "cases:go")]:
        taken = visit.card(await visit.press("mara", alert, "cases:go"))
        if shows(taken, "cases:end"):
            end = await visit.choose("mara", taken, "cases:end", "talked")
            ended += [each for each in cards(end) if shows(each, "after:fine")]
    return ended[0]


async def _hours(visit: Visit, who: str) -> None:
    card = visit.card(await visit.slash("ada", "setup rota", room="staff"))
    days = visit.card(await visit.choose("ada", card, "rota:who", visit.world.users[who]))
    form = await visit.choose("ada", days, "rota:days", *OFFICES)
    await visit.sends("ada", form, start="00:00", end="00:00", zone="Europe/London")


async def reports(visit: Visit) -> None:
    said = await visit.who("sol").send(visit.room("lounge"), "come on, write to me, now")
    await visit.walk("june", lambda: visit.menu("june", "report.menu", said), 60, most=6)
    await visit.walk_command("noor", "report", 60, most=6)
    for post in visit.posts("staff"):
        if shows(post, "cases:go"):
            taken = visit.card(await visit.press("mara", post, "cases:go"))
            await visit.press("mara", post, "cases:look")
            if shows(taken, "cases:end"):
                await visit.choose("mara", taken, "cases:end", "talked")
    await visit.later(hours=1)
    for who in ("june", "noor"):
        await visit.walk_command(who, "home", 30)
        await visit.walk_command(who, "report", 30, most=6)
    advice = await visit.who("june").send(visit.room("lounge"), "you should leave him")
    await visit.walk("mara", lambda: visit.menu("mara", "remind.menu", advice), 12)
    await visit.walk_command("june", "home", 30)
    await visit.walk_command("mara", "cases list", 30, room="staff")
    await visit.walk_command("mara", "care quiet", 8, **_quiet())
    await visit.later(hours=1)
    guild = GuildId(visit.world.guild.id)
    places = {ChannelId(visit.room("lounge").id): "social"}
    await visit.world.bot.settings.change(guild, GuidelineSettings, places=places)
    await visit.later(hours=2)
    for number in range(30):
        who = ("june", "sol", "mara")[number % 3]
        await visit.who(who).send(visit.room("lounge"), f"tea number {number}")
    await visit.walk_post("june", visit.posts("lounge")[-1], 4)


def _quiet() -> dict[str, Any]:
    return {"minutes": 20, "seconds": 60}


def shows(message: Any, address: str) -> bool:
    found = str([each.to_dict() for each in message.components])
    return f"'{address}" in found
