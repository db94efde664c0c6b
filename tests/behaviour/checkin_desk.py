"""Somebody at a check-in: an admin plans it, time passes, members press."""

from datetime import datetime, time, timedelta
from typing import Any

from bot.ids import ChannelId, GuildId
from bot.schedule.recurrence import Rule
from bot.services.recurring import Plan, Recurring
from bot.storage.recurring import Schedule, Standing
from cogs.checkins.domain import Choices, late_by, rule_text
from cogs.checkins.service import PROMPT, CheckIns
from tests.world import World, button, texts_of


def shown(result: Any) -> str:
    pieces = [result.response, *result.followups]
    return "\n".join(texts_of(piece.message) for piece in pieces if piece is not None)


def card_of(result: Any) -> Any:
    found = [piece for piece in (result.response, *result.followups) if piece is not None]
    return found[-1].message


async def press(world: World, who: str, card: Any, address: str) -> Any:
    return await world.people[who].click(card, custom_id=button(card, address))


async def choose(world: World, card: Any, address: str, *values: Any) -> Any:
    ada = world.people["ada"]
    return await ada.select(card, custom_id=button(card, address), values=list(values))


async def setup(world: World, what: str, who: str = "ada", **options: Any) -> Any:
    return await world.people[who].slash(world.rooms["staff"], f"setup checkins {what}", **options)


async def type_in(world: World, who: str, card: Any, address: str, **words: str) -> Any:
    form = await press(world, who, card, address)
    return await world.people[who].submit_modal(form, words)


async def planned(world: World, room: int = 0, **chosen: Any) -> Schedule:
    """A daily schedule at 09:00 in London, open for two hours, as an admin would have made it."""
    recurring, guild = world.bot.feature(Recurring), GuildId(world.guild.id)
    channel = ChannelId(room or world.rooms["lounge"].id)
    choices = Choices(channel=channel, open_hours=2, **chosen)
    today = world.clock.now().date()
    rule = Rule(rule_text(choices.days, today), today, time(9))
    body = choices.model_dump(mode="json")
    plan = Plan(rule, "Europe/London", late_by(choices.open_hours), body)
    made = await recurring.draft(guild, PROMPT, plan)
    return await recurring.switch(guild, PROMPT, made.id, Standing.ON)


async def schedules(world: World) -> list[Schedule]:
    return await world.bot.feature(Recurring).of(GuildId(world.guild.id), PROMPT)


async def until(world: World, moment: datetime) -> None:
    """Time passes up to a moment, and a little over it."""
    await world.later((moment - world.clock.now()).total_seconds() + 1)


async def prompt(world: World, schedule: Schedule | None = None) -> Any:
    """The next prompt of a schedule, as it stands in its channel."""
    plan = schedule or await planned(world)
    (slot,) = world.bot.feature(Recurring).upcoming(plan, 1)
    await until(world, slot.at)
    return prompts(world)[-1]


def prompts(world: World, room: str = "lounge") -> list[Any]:
    """Every card of a check-in in a room, the oldest first."""
    mine = [m for m in world.rooms[room].history() if m.author == world.bot.user]
    titles = ("A check-in, if you like",)
    return sorted(
        (m for m in mine if texts_of(m).partition("\n")[0].endswith(titles)), key=lambda m: m.id
    )


def closings(world: World, room: str = "lounge") -> list[str]:
    mine = [m for m in world.rooms[room].history() if m.author == world.bot.user]
    return [texts_of(m) for m in mine if "How this check-in went" in texts_of(m)]


def crowd(world: World, count: int) -> list[str]:
    """So many more members."""
    for place in range(count):
        name = f"one{place}"
        world.people[name] = world.guild.add_member(world.env.create_user(name))
    return [f"one{place}" for place in range(count)]


def level(card: Any, label: str) -> str:
    """The address of one of the five answers, by its word."""
    for row in card.components[0].children:
        for item in getattr(row, "children", ()):
            if getattr(item, "label", None) == label:
                return str(item.custom_id)
    raise AssertionError(label)


async def answer(world: World, who: str, card: Any, label: str) -> Any:
    return await world.people[who].click(card, custom_id=level(card, label))


async def checkin_of(world: World, schedule: Schedule) -> Any:
    day = world.clock.now().astimezone(schedule.wall).date()
    return await world.bot.feature(CheckIns).of_day(schedule.guild, schedule.id, day)


async def close(world: World) -> None:
    """The two hours of a check-in pass."""
    await world.later(timedelta(hours=2, minutes=1).total_seconds())
