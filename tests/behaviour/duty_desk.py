"""What staff do at their desk in more than one file of tests."""

from typing import Any

import discord

from tests.world import World, button


def posts(world: World) -> list[discord.Message]:
    """What the bot has said to staff, oldest first."""
    mine = [m for m in world.rooms["staff"].history() if m.author == world.bot.user]
    return sorted(mine, key=lambda message: message.id)


async def press(world: World, who: str, message: Any, address: str) -> Any:
    return await world.people[who].click(message, custom_id=button(message, address))


async def on_duty(world: World, who: str, start: str = "00:00", end: str = "00:00") -> None:
    """Keep hours as an admin does: the menu, the person, the days, the times."""
    ada, staff = world.people["ada"], world.rooms["staff"]
    card = (await ada.slash(staff, "setup rota")).response
    chosen = await ada.select(
        card.message, custom_id=button(card.message, "rota:who"), values=[world.users[who]]
    )
    days = chosen.response.message
    form = await ada.select(
        days, custom_id=button(days, "rota:days"), values=[str(day) for day in range(7)]
    )
    await ada.submit_modal(form, {"start": start, "end": end, "zone": "Europe/London"})
