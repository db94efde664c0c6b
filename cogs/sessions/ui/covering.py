"""Asking other hosts to take one date, and taking it."""

from typing import Any

import discord

from bot.app import SupportBot
from bot.ids import ChannelId, MessageId
from bot.sections import CommunitySettings
from bot.services.courier import Parcel, Posted, Undeliverable, Unwanted
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.gates import Right, require
from bot.ui.house import house_of, public_voice, user_of, voice_of
from bot.ui.routes import Pick, Route
from cogs.sessions.service.covering import Covering
from cogs.sessions.service.ports import ASK, NoSuchSession
from cogs.sessions.ui.saying import both, title_of
from cogs.sessions.ui.shared import beat, day_of


class CoverDay(Pick, address="sessions:cover-day", label="sessions.which-date", ids=1):
    """Which date others are asked to take."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        covering, voice = house_of(interaction).feature(Covering), voice_of(interaction)
        await covering.ask(guild, self.ids[0], day_of(int(values[0])))
        body = (voice("sessions.ask-done"),)
        await turn(interaction, Card(voice("sessions.hosting"), body, tone=Tone.STAFF))
        await beat(interaction)


class Take(Route, address="sessions:take", label="sessions.cover", ids=1):
    """I can host this date; the first who says so does."""

    style = discord.ButtonStyle.success

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        house, voice, number = house_of(interaction), voice_of(interaction), self.ids[0]
        cover = await house.feature(Covering).take(guild, number, user_of(interaction))
        body = (voice("sessions.take-done", when=both(cover.starts)),)
        await answer(interaction, Card(voice("sessions.hosting"), body, tone=Tone.WARM))
        message = interaction.message
        if message is not None and interaction.channel_id is not None:
            parcel = Parcel(f"{ASK}:{number}", ASK, guild, {"cover": number})
            place = Posted(ChannelId(interaction.channel_id), MessageId(message.id))
            await house.courier.redraw(parcel, place)
        await beat(interaction)


class NotThisOne(Route, address="sessions:spare", label="sessions.not-this-one"):
    """Not this one; nothing is noted."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.FACILITATE)
        body = (voice_of(interaction)("sessions.spare-body"),)
        await answer(interaction, Card("", body, tone=Tone.WARM))


def draw_ask(bot: SupportBot) -> Drawer:
    """Who draws the question, and later that it is answered."""

    async def draw(parcel: Parcel) -> Post:
        try:
            cover, session = await bot.feature(Covering).get(parcel.guild, parcel.ids["cover"])
        except NoSuchSession:
            raise Unwanted from None
        chosen = bot.settings.of(parcel.guild, CommunitySettings)
        voice = public_voice(bot, parcel.guild)
        if chosen.staff_channel is None:
            raise Undeliverable("no_staff_channel")
        title, when = title_of(session.plan), both(cover.starts)
        if cover.person is not None:
            body = (voice("sessions.ask-taken", who=f"<@{cover.person}>", when=when),)
            return Post(chosen.staff_channel, Card(title, body, tone=Tone.STAFF))
        role = chosen.facilitator_role
        pings = (discord.Object(role, type=discord.Role),) if role else ()
        asked = f"<@&{role}>" if role else ""
        body = tuple(filter(None, (asked, voice("sessions.ask-body", when=when))))
        number = cover.id
        row: tuple[Control, ...] = (Take.button(voice, number), NotThisOne.button(voice))
        return Post(chosen.staff_channel, Card(title, body, (row,), tone=Tone.STAFF), pings=pings)

    return draw


ROUTES = (CoverDay, Take, NotThisOne)
