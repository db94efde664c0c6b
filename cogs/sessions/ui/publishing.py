"""The end of a draft: it is shown to those it is for, or thrown away."""

from functools import partial
from typing import Any

import discord

from bot.ids import ChannelId, GuildId
from bot.sections import CommunitySettings
from bot.ui.answers import thinking, turn
from bot.ui.cards import Card, Tone
from bot.ui.gates import Right, require
from bot.ui.house import House, Voice, house_of, user_of, voice_of
from bot.ui.routes import Route
from cogs.sessions.domain.plan import Plan
from cogs.sessions.service.planning import Planning
from cogs.sessions.service.ports import NowhereToShow, SessionSettings
from cogs.sessions.store.plans import Session
from cogs.sessions.ui.shared import beat


class Publish(Route, address="sessions:publish", label="sessions.publish", ids=1):
    """Shows it to everybody, or lets the change be true."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        where = partial(_place_of, house, guild)
        planning = house.feature(Planning)
        made = await planning.publish(guild, self.ids[0], user_of(interaction), where)
        body = (_said(voice, made, where(made.plan)),)
        await turn(interaction, Card(voice("sessions.draft-title"), body, tone=Tone.STAFF))
        await beat(interaction)


class Discard(Route, address="sessions:discard", label="sessions.discard", ids=1):
    """Throws the draft away."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        await (
            house_of(interaction)
            .feature(Planning)
            .discard(guild, self.ids[0], user_of(interaction))
        )
        voice = voice_of(interaction)
        body = (voice("sessions.discarded"),)
        await turn(interaction, Card(voice("sessions.draft-title"), body, tone=Tone.STAFF))


def _place_of(house: House, guild: GuildId, plan: Plan) -> ChannelId | None:
    """Where its card stands: what is for hosts alone, in the staff channel or nowhere.

    Raises:
        NowhereToShow: no channel is chosen for what everybody may see.
    """
    chosen = house.settings.of(guild, CommunitySettings)
    if plan.for_hosts:
        return chosen.staff_channel
    channel = house.settings.of(guild, SessionSettings).channel or chosen.home_channel
    if channel is None:
        raise NowhereToShow
    return channel


def _said(voice: Voice, made: Session, channel: ChannelId | None) -> str:
    if channel is None:
        return voice("sessions.published-unseen")
    key = "sessions.published" if made.version == 1 else "sessions.changed"
    if made.plan.for_hosts and made.version == 1:
        key = "sessions.published-to-hosts"
    return voice(key, channel=f"<#{channel}>")


ROUTES = (Publish, Discard)
