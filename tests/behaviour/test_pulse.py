"""`/care pulse`: staff see how a week went, and never how one person was."""

from datetime import timedelta
from typing import Any

from bot.ids import GuildId
from bot.services.recurring import Recurring
from bot.storage.recurring import Standing
from cogs.checkins.pulse import PULSE
from cogs.checkins.service import PROMPT
from tests.behaviour.checkin_desk import (
    answer,
    card_of,
    close,
    crowd,
    planned,
    press,
    prompt,
    shown,
)
from tests.behaviour.test_charts import picture_of
from tests.world import World, texts_of

TITLE = "The week in check-ins"


async def ask(world: World, who: str = "mara") -> Any:
    return await world.people[who].slash(world.rooms["staff"], "care pulse")


def posted(world: World) -> list[str]:
    mine = [texts_of(m) for m in world.rooms["staff"].history() if m.author == world.bot.user]
    return [each for each in mine if TITLE in each]


async def day(world: World, plan: Any, said: dict[str, str]) -> None:
    card = await prompt(world, plan)
    for who, label in said.items():
        await answer(world, who, card, label)
    await close(world)


async def test_a_week_is_added_up_from_what_each_card_showed_by_itself(world: World) -> None:
    assert "No check-in has closed" in shown(await ask(world))
    people, plan = crowd(world, 10), await planned(world)
    await day(world, plan, dict.fromkeys(people[:4], "Low"))
    assert "In none of the last seven days" in shown(await ask(world))
    light = dict.fromkeys(people[:5], "Good")
    await day(world, plan, {**light, **dict.fromkeys(people[5:], "Low")})
    once = await ask(world)
    assert once.ephemeral
    assert "**5** · anywhere from" in shown(once) or "**5** · good" in shown(once)
    await day(world, plan, dict.fromkeys(people[:6], "Mixed"))
    await world.restart()
    said = shown(await ask(world))
    assert "2 check-ins" in said
    assert "**16** · answered" in said
    assert picture_of(card_of(await ask(world)))[0] == "16 · answered"
    await world.later(timedelta(days=8).total_seconds())
    assert "16" not in shown(await ask(world))


async def test_it_is_posted_on_mondays_once_if_staff_wish(world: World) -> None:
    people, plan = crowd(world, 5), await planned(world)
    recurring, guild = world.bot.feature(Recurring), GuildId(world.guild.id)
    card, theirs = card_of(await ask(world)), card_of(await ask(world, "theo"))
    role, theo = world.roles["moderator"].id, world.people["theo"].id
    await world.bot.http.remove_role(world.guild.id, theo, role)
    await world.env.settle()
    refused = await press(world, "theo", theirs, "checkins:weekly")
    assert "I post it" not in shown(refused)
    assert await recurring.of(guild, PULSE) == []
    await press(world, "mara", card, "checkins:weekly")
    await press(world, "mara", card_of(await ask(world)), "checkins:weekly")
    await press(world, "mara", card_of(await ask(world)), "checkins:weekly")
    await day(world, plan, dict.fromkeys(people, "Mixed"))
    await recurring.switch(guild, PROMPT, plan.id, Standing.PAUSED)
    await world.restart()
    await world.later(timedelta(days=6, hours=20).total_seconds())
    (once,) = posted(world)
    assert "**5** · answered" in once
    stop = card_of(await ask(world))
    assert "No longer post this" in texts_of(stop)
    await press(world, "mara", stop, "checkins:weekly")
    await world.later(timedelta(days=7).total_seconds())
    assert posted(world) == [once]
