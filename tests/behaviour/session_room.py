"""A community with hosts: somebody plans a session, members press its card."""

from typing import Any

import discord

from bot.ids import GuildId, UserId
from cogs.sessions.service.running import Running
from tests.behaviour.line_desk import card_of, fields_of
from tests.world import World, button, texts_of

WORDS = {"title": "Tuesday circle", "purpose": "To be together for an hour.", "notes": ""}
WHEN = {"start": "2026-01-03 19:00", "minutes": "60", "zone": "Europe/London"}

START = 1767466800  # 2026-01-03 19:00 in London
HOUR = 3600
BEATS = (24 * HOUR, HOUR, 600)  # seconds before the start


def host(world: World, name: str = "hana") -> Any:
    """Somebody with the hosts' role."""
    if name not in world.people:
        role = world.guild.create_role(
            "Events", permissions=discord.Permissions(manage_events=True)
        )
        world.users[name] = world.env.create_user(name)
        roles = [world.roles["facilitator"], role]
        world.people[name] = world.guild.add_member(world.users[name], roles=roles)
    return world.people[name]


async def no_host_any_more(world: World, who: str) -> None:
    """The hosts' role is taken from somebody."""
    member = await world.bot.get_guild(world.guild.id).fetch_member(world.people[who].id)
    await member.remove_roles(discord.Object(world.roles["facilitator"].id))
    await world.env.settle()


async def press(world: World, who: str, card: Any, address: str) -> Any:
    return await world.people[who].click(card, custom_id=button(card, address))


async def choose(world: World, who: str, card: Any, address: str, *values: Any) -> Any:
    custom_id = button(card, address)
    return await world.people[who].select(card, custom_id=custom_id, values=list(values))


async def fill(world: World, who: str, card: Any, address: str, **words: str) -> Any:
    """The card after a form was filled in; what stood in its fields stays there."""
    form = await press(world, who, card, address)
    return await submit(world, who, form, **words)


async def submit(world: World, who: str, form: Any, **words: str) -> Any:
    return card_of(await world.people[who].submit_modal(form, {**fields_of(form), **words}))


async def draft(world: World, who: str = "hana", **when: str) -> Any:
    """A whole draft: words, time and place."""
    host(world, who)
    result = await world.people[who].slash(world.rooms["lounge"], "host session create")
    assert result.ephemeral
    card = await fill(world, who, card_of(result), "sessions:write", **WORDS)
    card = await fill(world, who, card, "sessions:time", **{**WHEN, **when})
    return card_of(await choose(world, who, card, "sessions:channel", world.rooms["lounge"]))


async def publish(world: World, card: Any, who: str = "hana") -> Any:
    """Show the draft; answers the public card."""
    await press(world, who, card, "sessions:publish")
    return posted(world)


async def planned(world: World, **when: str) -> Any:
    """A session that stands in the channel."""
    return await publish(world, await draft(world, **when))


async def hosting(world: World, verb: str = "list", who: str = "hana") -> Any:
    """The first session, opened through a verb of `/host session`."""
    asked = await host(world, who).slash(world.rooms["lounge"], f"host session {verb}")
    return card_of(await choose(world, who, card_of(asked), "sessions:which", "1"))


def posts(world: World, room: Any = None) -> list[Any]:
    """What the bot has said in a room, oldest first."""
    place = world.rooms["welcome"] if room is None else room
    mine = [each for each in place.history() if each.author == world.bot.user]
    return sorted(mine, key=lambda message: message.id)


def posted(world: World, title: str = "Tuesday circle") -> Any:
    """The public card of a session."""
    return next(each for each in posts(world) if title in texts_of(each))


def room(world: World) -> Any:
    """The private thread of the meeting."""
    (thread,) = world.rooms["lounge"].threads
    return thread


async def home(world: World, who: str) -> str:
    """Everything that waits for somebody, and the panel."""
    result = await world.people[who].slash(world.rooms["lounge"], "home")
    pieces = [result.response, *result.followups]
    return "\n".join(texts_of(piece.message) for piece in pieces if piece is not None)


async def until(world: World, before: float = 0) -> None:
    """Time passes until so many seconds before the start, and each reminder has its beat."""
    target = START - before
    for at in (*(START - each for each in BEATS), min(START, target)):
        span = at - world.clock.now().timestamp()
        if span > 0 and at <= target:
            await world.env.advance_time(span)
            await world.bot.beat()
    if target > START:
        await world.later(target - world.clock.now().timestamp())


def said(world: World) -> list[str]:
    """What the bot has said in the room, oldest first."""
    return [texts_of(each) for each in posts(world, room(world))]


async def opened(world: World, *inside: str, **choices: str) -> Any:
    """A session whose room is open, with people in it; answers the card in the room."""
    card = await draft(world)
    for address, value in choices.items():
        card = card_of(await choose(world, "hana", card, f"sessions:{address}", value))
    await publish(world, card)
    await until(world, -1)
    for who in inside:
        await enter(world, who)
    return posts(world, room(world))[0]


async def enter(world: World, who: str) -> Any:
    door = card_of(await press(world, who, posted(world), "sessions:enter"))
    for words in ("To be together", "What is said here stays here", "\n• "):
        assert words in texts_of(door)
    return await press(world, who, door, "sessions:agree")


async def crowd(world: World, count: int) -> list[UserId]:
    """People who are in the room of the first meeting; what they see there is no matter."""
    running, guild = world.bot.feature(Running), GuildId(world.guild.id)
    people = [UserId(each) for each in range(1, count + 1)]
    for each in people:
        await running.enter(1, guild, each)
    return people


def ids_of(message: Any) -> list[str]:
    """Every address on a card."""
    view = discord.ui.LayoutView.from_message(message, timeout=None)
    return [str(getattr(item, "custom_id", "") or "") for item in view.walk_children()]


def options_of(card: Any) -> list[Any]:
    """What the first select of a card offers."""
    view = discord.ui.LayoutView.from_message(card, timeout=None)
    return next(item.options for item in view.walk_children() if hasattr(item, "options"))
