"""One neutral line for everybody, where several would stand in a channel at once."""

from typing import Any

import discord

from bot.safety.signal import Category, Level
from bot.services.signposting import NOWHERE, Concern, Signposting, seal
from bot.ui.answers import answer, thinking
from bot.ui.cards import Card
from bot.ui.house import Voice, guild_of, house_of, user_of
from bot.ui.routes import Route
from cogs.crisis import helpnow
from cogs.crisis.more import first_card


class Shared(Route, address="more:all", label="more.open"):
    """Everybody's button: each their own card, and a stranger the general numbers."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        house, guild, user = house_of(interaction), guild_of(interaction), user_of(interaction)
        offer = None
        if guild is not None:
            offer = house.feature(Signposting).latest(guild, house.people.tag(guild, user))
        if offer is None:
            await answer(interaction, await helpnow.help_card(interaction, "general"))
            return
        concern = Concern(user, NOWHERE, Level(offer.level), Category(offer.category))
        token = seal(house.keyring, concern)
        await answer(interaction, await first_card(interaction, concern, token))


def shared_card(voice: Voice) -> Card:
    """One sentence, one button, no word about the matter or about whom it is for."""
    return Card("", (voice("more.line-shared"),), ((Shared.button(voice),),))


ROUTES = (Shared,)
