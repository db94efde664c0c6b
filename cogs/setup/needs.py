"""What the bot needs in a channel, and how a permission is called where Discord shows it."""

from collections.abc import Iterable

import discord

from bot.ui.house import Voice

# Where it speaks at all; reading the history is how it knows that something was posted already.
NEEDED = ("view_channel", "send_messages", "read_message_history", "embed_links")
HOME_NEEDS = (*NEEDED, "manage_messages")  # to pin the numbers


def lacks(channel: discord.abc.GuildChannel, needed: Iterable[str]) -> tuple[str, ...]:
    """Which of these permissions the bot does not have in a channel."""
    mine = channel.permissions_for(channel.guild.me)
    return tuple(name for name in needed if not getattr(mine, name))


def named(voice: Voice, permissions: Iterable[str]) -> str:
    """Permissions as Discord's settings call them."""
    return ", ".join(voice(f"setup.permission-{name.replace('_', '-')}") for name in permissions)
