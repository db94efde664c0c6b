"""What members and staff do around cases, and what reaches the staff channel or somebody alone."""

from typing import Any

import discord

from bot.ids import GuildId, UserId
from bot.services.case_desk import CaseDesk
from tests.world import World, button, texts_of

MENU = "I’m worried about this person"
WORDS = "reads out || what people told @everyone"
PLAIN = "i want to kill myself tonight"


def posts(world: World) -> list[discord.Message]:
    """What the bot has said to staff."""
    return [m for m in world.rooms["staff"].history() if m.author == world.bot.user]


def nudges(world: World, who: str) -> list[str]:
    return [texts_of(message) for message in world.users[who].dm_channel.history()]


def shown(result: Any) -> str:
    pieces = [piece for piece in (result.response, *result.followups) if piece is not None]
    return "\n".join(texts_of(piece.message) for piece in pieces)


async def press(world: World, who: str, message: Any, address: str) -> Any:
    return await world.people[who].click(message, custom_id=button(message, address))


async def listed(world: World, who: str) -> Any:
    return (await world.people[who].slash(world.rooms["staff"], "cases list")).response.message


async def tell(world: World, about: str, words: str = WORDS, who: str = "june") -> Any:
    opened = await world.people[who].context_menu(world.rooms["lounge"], MENU, world.people[about])
    return await world.people[who].submit_modal(opened, {"words": words})


async def may_write(world: World, who: str) -> None:
    """Somebody of the staff allows direct messages."""
    rota = (await press(world, who, await listed(world, who), "rota:show")).response.message
    await press(world, who, rota, "rota:write")


async def rule_out(world: World, who: str, by: str = "june") -> Any:
    """A member presses *Who may help me* on the Home panel, and chooses somebody."""
    card = (await world.people[by].slash(world.rooms["lounge"], "home")).followups
    panel = card[0].message if card else world.rooms["welcome"].last_message
    choice = (await press(world, by, panel, "whom:open")).response.message
    return await world.people[by].select(
        choice, custom_id=button(choice, "whom:not"), values=[world.users[who]]
    )


async def live(world: World, who: str) -> list[Any]:
    guild = GuildId(world.guild.id)
    return await world.bot.feature(CaseDesk).live(guild, UserId(world.people[who].id))


async def danger(world: World) -> None:
    await world.people["june"].send(world.rooms["lounge"], PLAIN)
