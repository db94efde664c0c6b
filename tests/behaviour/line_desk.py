"""An admin at `/setup helplines`: opens it, presses, chooses, fills in."""

from typing import Any

from bot.content.own_lines import OwnLines
from bot.ids import GuildId
from tests.world import World, button, texts_of

REACH = {"name": "Willow Line", "phone": "0800 123 456", "web": "willow.example"}
FACTS = {
    "country": "England",
    "hours": "Mo-Fr 9:00-17:00",
    "languages": "English, Polish",
    "source": "https://willow.example/contact",
    "checked": "2026-01-01",
}
BUILT_IN = "Samaritans"


def shown(result: Any) -> str:
    pieces = [result.response, *result.followups]
    return "\n".join(texts_of(piece.message) for piece in pieces if piece is not None)


def card_of(result: Any) -> Any:
    found = [piece for piece in (result.response, *result.followups) if piece is not None]
    return found[-1].message


async def panel(world: World, who: str = "ada", **options: str) -> Any:
    result = await world.people[who].slash(world.rooms["staff"], "setup helplines", **options)
    assert result.ephemeral
    return result.response.message


async def press(world: World, card: Any, address: str) -> Any:
    return await world.people["ada"].click(card, custom_id=button(card, address))


async def choose(world: World, card: Any, address: str, *values: str) -> Any:
    ada = world.people["ada"]
    return await ada.select(card, custom_id=button(card, address), values=list(values))


async def fill(world: World, card: Any, address: str, **words: str) -> Any:
    """The card after a form was filled in; what stood in its fields stays there."""
    form = await press(world, card, address)
    return card_of(await world.people["ada"].submit_modal(form, {**fields_of(form), **words}))


def fields_of(form: Any) -> dict[str, str]:
    """What stands in the fields of an open form."""
    found = [label["component"] for label in form.modal["components"]]
    return {each["custom_id"]: each.get("value") or "" for each in found}


def has(card: Any, address: str) -> bool:
    try:
        return bool(button(card, address))
    except AssertionError:
        return False


async def draft(world: World, *kinds: str) -> Any:
    """The card of a whole draft."""
    card = await fill(world, await panel(world), "lines:add", **REACH)
    card = await fill(world, card, "lines:facts", **FACTS)
    return card_of(await choose(world, card, "lines:serves", *(kinds or ("general",))))


async def added(world: World, *kinds: str) -> Any:
    return card_of(await press(world, await draft(world, *kinds), "lines:show"))


async def helpnow(world: World, who: str = "june", **options: str) -> str:
    return shown(await world.people[who].slash(world.rooms["lounge"], "helpnow", **options))


def decided(world: World) -> OwnLines:
    return world.bot.settings.of(GuildId(world.guild.id), OwnLines)


def line_id(world: World, name: str) -> str:
    return next(each.id for each in world.bot.content.helplines.line if each.name == name)
