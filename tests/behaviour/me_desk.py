"""Somebody at `/me`: opens it, presses, reads."""

from datetime import timedelta
from typing import Any

from bot.ids import GuildId, UserId
from bot.services.people import Wishes
from bot.services.reach import Reach
from tests.behaviour.line_desk import card_of
from tests.world import World, button, texts_of


async def me(world: World, who: str = "june") -> Any:
    """The card of `/me`."""
    result = await world.people[who].slash(world.rooms["lounge"], "me")
    assert result.ephemeral
    return card_of(result)


async def press(world: World, card: Any, address: str, who: str = "june") -> Any:
    return await world.people[who].click(card, custom_id=button(card, address))


async def choose(world: World, card: Any, address: str, *values: str, who: str = "june") -> Any:
    custom_id = button(card, address)
    return await world.people[who].select(card, custom_id=custom_id, values=list(values))


async def fill(world: World, card: Any, address: str, who: str = "june", **words: str) -> Any:
    form = await press(world, card, address, who)
    return await world.people[who].submit_modal(form, words)


def said(result: Any) -> str:
    """Every word of every card that a press led to."""
    pieces = [result.response, *result.followups]
    return "\n".join(texts_of(piece.message) for piece in pieces if piece is not None)


async def wishes(world: World, who: str = "june") -> Wishes:
    return await world.bot.people.wishes(place(world), user(world, who))


async def step_back(world: World, who: str = "june", hours: int = 24) -> None:
    """By the service: the presses are told elsewhere."""
    reach = world.bot.feature(Reach)
    await reach.step_back(place(world), user(world, who), timedelta(hours=hours))


def place(world: World) -> GuildId:
    return GuildId(world.guild.id)


def user(world: World, who: str) -> UserId:
    return UserId(world.people[who].id)


def direct(world: World, who: str) -> list[str]:
    """What the bot wrote to somebody in private."""
    return [texts_of(message) for message in world.users[who].dm_channel.history()]
