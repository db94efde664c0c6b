"""A room that was deleted by hand is there again: staff are asked whether it was meant."""

from typing import Any

import discord

from bot.app import SupportBot
from bot.ids import ChannelId, MessageId
from bot.sections import CommunitySettings
from bot.services.courier import Parcel, Posted, Undeliverable, Unwanted
from bot.ui.answers import answer, thinking
from bot.ui.cards import Card, Control, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.gates import Right, require
from bot.ui.house import house_of, public_voice, user_of, voice_of
from bot.ui.routes import Route
from cogs.sessions.service.coming import Coming
from cogs.sessions.service.ports import AGAIN, NoSuchSession
from cogs.sessions.service.running import Running
from cogs.sessions.store.meeting import MeetingState
from cogs.sessions.ui.after import after_card
from cogs.sessions.ui.saying import title_of
from cogs.sessions.ui.shared import beat


class EndIt(Route, address="sessions:end", label="sessions.end-it", ids=1):
    """Ends a meeting kindly: it was meant."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        house, voice, user = house_of(interaction), voice_of(interaction), user_of(interaction)
        number = self.ids[0]
        view = await house.feature(Running).end(number, guild, user)
        await beat(interaction)
        done = Card(title_of(view.session.plan), (voice("sessions.end-done"),), tone=Tone.STAFF)
        await answer(interaction, after_card(voice, number) if user in view.hosts else done)
        message = interaction.message
        if message is not None and interaction.channel_id is not None:
            parcel = Parcel(f"{AGAIN}:{number}", AGAIN, guild, {"meeting": number})
            place = Posted(ChannelId(interaction.channel_id), MessageId(message.id))
            await house.courier.redraw(parcel, place)


def draw_again(bot: SupportBot) -> Drawer:
    """Who draws the question, and later that the meeting has ended."""

    async def draw(parcel: Parcel) -> Post:
        try:
            view = await bot.feature(Coming).at(parcel.ids["meeting"], parcel.guild)
        except NoSuchSession:
            raise Unwanted from None
        staff = bot.settings.of(parcel.guild, CommunitySettings).staff_channel
        if staff is None:
            raise Undeliverable("no_staff_channel")
        voice, title = public_voice(bot, parcel.guild), title_of(view.session.plan)
        if view.meeting is None or view.meeting.state is not MeetingState.OPEN:
            return Post(staff, Card(title, (voice("sessions.ended"),), tone=Tone.STAFF))
        row: tuple[Control, ...] = (EndIt.button(voice, view.meeting.id),)
        return Post(staff, Card(title, (voice("sessions.again-asked"),), (row,), tone=Tone.STAFF))

    return draw


ROUTES = (EndIt,)
