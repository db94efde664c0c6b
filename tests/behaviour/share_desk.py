"""What members and staff do with shares, as the tests say it."""

from typing import Any

import discord

from bot.ids import ChannelId, GuildId
from cogs.sharing.domain import Review, SharingSettings
from tests.world import World, button, texts_of

WORDS = "I have been carrying this for a long time."


async def open_sharing(world: World, review: Review = Review.OFF) -> Any:
    """A room for shares, as `/setup sharing` leaves it."""
    if "shares" not in world.rooms:
        world.rooms["shares"] = world.guild.create_text_channel("shares")
    room = world.rooms["shares"]
    here = GuildId(world.guild.id)
    await world.bot.settings.change(
        here, SharingSettings, channel=ChannelId(room.id), review=review
    )
    return room


def shown(result: Any) -> str:
    """Every word of every card that a press or a form led to."""
    pieces = [result.response, *result.followups]
    return "\n".join(texts_of(piece.message) for piece in pieces if piece is not None)


def last(result: Any) -> discord.Message:
    """The last card: the one with the buttons."""
    pieces = (result.response, *result.followups)
    return [piece for piece in pieces if piece is not None][-1].message


async def write(world: World, who: str = "june", **words: str) -> Any:
    """Open the form and send it; answers the private preview."""
    person = world.people[who]
    opened = await person.slash(world.rooms["lounge"], "share")
    if opened.modal is None:
        card = last(opened)
        opened = await person.click(card, custom_id=button(card, "sharing:write"))
    typed = {"words": WORDS, "wish": "listen", "staff": "no", **words}
    return await person.submit_modal(opened, typed)


async def press(world: World, who: str, message: Any, address: str) -> Any:
    return await world.people[who].click(message, custom_id=button(message, address))


async def share(world: World, who: str = "june", **words: str) -> discord.Message:
    """Write, post, and wait until it stands; answers the post."""
    before = {message.id for message in posts(world)}
    preview = await write(world, who, **words)
    await press(world, who, last(preview), "sharing:post")
    await world.later(11 * 60)
    (made,) = [message for message in posts(world) if message.id not in before]
    return made


def posts(world: World) -> list[discord.Message]:
    """What the bot has posted in the room for shares."""
    return [m for m in world.rooms["shares"].history() if m.author == world.bot.user]


async def mine(world: World, who: str = "june") -> Any:
    """The list of somebody's own."""
    return await world.people[who].slash(world.rooms["lounge"], "share")


async def open_mine(world: World, who: str = "june", place: int = 0) -> Any:
    """One of somebody's own, from the list."""
    card = last(await mine(world, who))
    menu = button(card, "sharing:choose")
    view = discord.ui.LayoutView.from_message(card, timeout=None)
    (select,) = [i for i in view.walk_children() if isinstance(i, discord.ui.Select)]
    value = select.options[place].value
    return await world.people[who].select(card, custom_id=menu, values=[value])
