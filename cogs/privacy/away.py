"""Stepping back: the bot leaves somebody alone for a while, and asks nothing when they return."""

from datetime import timedelta
from typing import Any

import discord

from bot.services.heartbeat import Heartbeat
from bot.services.reach import Reach
from bot.ui.answers import thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.explain import OldButton
from bot.ui.house import guild_of, house_of, user_of, voice_of
from bot.ui.routes import Pick, Route

# Hours that can be chosen; `reach` says what is possible.
SPANS = (1, 4, 12, 24, 3 * 24, 7 * 24, 14 * 24, 30 * 24)


class StepBack(Route, address="me:away", label="me.step-back"):
    """Says what it means, and asks for how long."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        voice = voice_of(interaction)
        options = [(str(hours), voice("me.span", hours=hours)) for hours in SPANS]
        body = (voice("me.away-what"), voice("me.away-still"), voice("me.away-hands"))
        rows: tuple[tuple[Control, ...], ...] = (
            (ForHowLong.words(voice, options),),
            (NotNow.button(voice),),
        )
        small = voice("me.away-small")
        await turn(interaction, Card(voice("me.step-back"), body, rows, Tone.WARM, small))


class ForHowLong(Pick, address="me:span", label="me.how-long"):
    """It begins at once."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        house, guild, voice = house_of(interaction), guild_of(interaction), voice_of(interaction)
        if guild is None or not values[0].isdigit() or int(values[0]) not in SPANS:
            raise OldButton
        await thinking(interaction)
        span = timedelta(hours=int(values[0]))
        until = await house.feature(Reach).step_back(guild, user_of(interaction), span)
        body = (voice("me.away-until", until=f"<t:{int(until.timestamp())}:f>"), voice("me.rest"))
        row: tuple[Control, ...] = (BackNow.button(voice),)
        await turn(interaction, Card(voice("me.away-title"), body, (row,), tone=Tone.WARM))
        await house.feature(Heartbeat).beat()  # whoever takes over is asked now


class BackNow(Route, address="me:back", label="me.back-now"):
    """They are back; no question is asked."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        house, guild, voice = house_of(interaction), guild_of(interaction), voice_of(interaction)
        if guild is None:
            raise OldButton
        await thinking(interaction)
        await house.feature(Reach).come_back(guild, user_of(interaction))
        body = (voice("me.back-body"),)
        await turn(interaction, Card(voice("me.back-title"), body, tone=Tone.WARM))


class NotNow(Route, address="me:stay", label="me.not-now"):
    """Nothing changes."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        voice = voice_of(interaction)
        await turn(interaction, Card(voice("me.step-back"), (voice("me.unchanged"),)))


ROUTES = (StepBack, ForHowLong, BackNow, NotNow)
