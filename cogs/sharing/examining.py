"""What `/setup doctor` says of sharing: each line with the way to mend it."""

import asyncio
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import discord

from bot.app import SupportBot
from bot.ids import GuildId
from bot.sections import CommunitySettings
from bot.ui.checkup import Examiner, Finding, unwell, well
from bot.ui.house import Voice
from bot.ui.tellers import Teller
from cogs.sharing.domain import Review, SharingSettings
from cogs.sharing.moderation import Moderation

# What the bot needs in the channel of shares; the sentence of each says why.
NEEDED = (
    "view_channel",
    "send_messages",
    "read_message_history",
    "create_public_threads",
    "send_messages_in_threads",
)
A_DAY = timedelta(days=1)


def overview(house: SupportBot) -> Teller:
    """What `/setup features` says of sharing."""

    async def told(guild: GuildId, voice: Voice) -> list[str]:
        chosen = house.settings.of(guild, SharingSettings)
        if chosen.channel is None or not chosen.is_open:
            return [voice("sharing.feature-off")]
        return [voice("sharing.feature-on", channel=f"<#{chosen.channel}>")]

    return told


def examiner(bot: SupportBot) -> Examiner:
    """Who looks at sharing in one community."""

    async def examine(guild: discord.Guild, voice: Voice) -> list[Finding]:
        chosen = bot.settings.of(GuildId(guild.id), SharingSettings)
        if chosen.channel is None:
            return [well(voice("sharing.doctor-off"))]
        found = [*_place(bot, guild, voice, chosen)]
        found.append(await _volume(bot, voice))
        waiting = await bot.feature(Moderation).waiting_since(
            GuildId(guild.id), bot.clock.now() - A_DAY
        )
        if waiting:
            found.append(unwell(voice("sharing.doctor-unlooked", count=waiting)))
        return found

    return examine


def _place(
    bot: SupportBot, guild: discord.Guild, voice: Voice, chosen: SharingSettings
) -> Iterator[Finding]:
    room = guild.get_channel(chosen.channel or 0)
    if room is None:
        yield unwell(voice("sharing.doctor-room-gone"))
        return
    names = lacking(room, images=chosen.images)
    for name in names:
        yield unwell(voice(f"sharing.doctor-lacks-{name.replace('_', '-')}", channel=room.mention))
    if not names:
        key = "sharing.doctor-room" if chosen.is_open else "sharing.doctor-closed"
        yield well(voice(key, channel=room.mention))
    staffed = bot.settings.of(GuildId(guild.id), CommunitySettings).staff_channel
    if chosen.review is not Review.OFF and staffed is None:
        yield unwell(voice("sharing.nobody-to-look"))


def lacking(room: discord.abc.GuildChannel, *, images: bool) -> list[str]:
    """What the bot needs there and does not have; `images`: pictures may be added."""
    mine = room.permissions_for(room.guild.me)
    needed = (*NEEDED, "attach_files") if images else NEEDED
    return [name for name in needed if not getattr(mine, name)]


async def _volume(bot: SupportBot, voice: Voice) -> Finding:
    """Whether the keys that have to die lie where copies of the database are made."""
    file = bot.config.database_file
    together = file is not None and await asyncio.to_thread(_same, file, bot.config.epochs)
    return Finding(
        not together, voice("sharing.doctor-together" if together else "sharing.doctor-apart")
    )


def _same(database: Path, epochs: Path) -> bool:
    """Whether two paths are on one volume; of a folder to be made, its parent tells."""
    while not epochs.exists() and epochs != epochs.parent:
        epochs = epochs.parent
    try:
        return os.stat(database).st_dev == os.stat(epochs).st_dev  # noqa: PTH116 - devices are compared
    except OSError:
        return False
