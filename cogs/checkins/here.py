"""In which community, and in which room of it, somebody is checking in."""

from typing import Any

import discord

from bot.errors import Refusal
from bot.ids import ChannelId, GuildId
from bot.ui.explain import NotYourRight
from bot.ui.house import guild_of


class CannotShareHere(Refusal):
    """The person could not write there themselves, so nothing is posted in their name."""

    key = "refusal.checkin-cannot-share-here"


def here(interaction: discord.Interaction[Any]) -> GuildId:
    """The community.

    Raises:
        NotYourRight: there is none.
    """
    guild = guild_of(interaction)
    if guild is None:
        raise NotYourRight
    return guild


def room_of(interaction: discord.Interaction[Any], prompt: int | None) -> ChannelId:
    """Where a share goes: the room in which somebody presses, or the prompt's thread there.

    Args:
        interaction: the press.
        prompt: the message of the check-in, where it has one; its thread has the same number.

    Raises:
        CannotShareHere: they could not write there themselves.
    """
    guild, mine = interaction.guild, interaction.permissions
    if guild is None or interaction.channel_id is None:
        raise CannotShareHere
    thread = guild.get_thread(prompt) if prompt else None
    inside = guild.get_thread(interaction.channel_id) is not None
    if thread is not None and thread.parent_id == interaction.channel_id and not thread.locked:
        if mine.send_messages_in_threads:
            return ChannelId(thread.id)
        raise CannotShareHere
    if not (mine.send_messages_in_threads if inside else mine.send_messages):
        raise CannotShareHere
    return ChannelId(interaction.channel_id)
