"""What `/setup doctor` says of the guidelines: the welcome card, the role, the reminders."""

from collections.abc import Iterable, Iterator

import discord

from bot.app import SupportBot
from bot.ids import ChannelId, GuildId
from bot.ui.checkup import Examiner, Finding, unwell, well
from bot.ui.house import Voice
from bot.ui.tellers import Teller
from cogs.guidelines.domain import GuidelineSettings
from cogs.guidelines.giving import hindrance
from cogs.guidelines.service import Charter

NAMED = 5  # channels in one line; more is no list that anybody mends from


def examiner(bot: SupportBot) -> Examiner:
    """Who looks at the guidelines of a community."""

    async def examine(guild: discord.Guild, voice: Voice) -> Iterable[Finding]:
        chosen = bot.feature(Charter).chosen(GuildId(guild.id))
        return [*_panel(guild, voice, chosen), *_role(guild, voice, chosen),
                *_places(guild, voice, chosen)]  # fmt: skip

    return examine


def overview(bot: SupportBot) -> Teller:
    """What `/setup features` says of the guidelines and their reminders."""

    async def told(guild: GuildId, voice: Voice) -> list[str]:
        chosen = bot.feature(Charter).chosen(guild)
        panel = voice("charter.feature-off")
        if chosen.panel is not None:
            panel = voice("charter.feature-on", channel=f"<#{chosen.panel}>")
        count = len(chosen.places)
        return [panel, voice("charter.feature-reminders", count=count)]

    return told


def _panel(guild: discord.Guild, voice: Voice, chosen: GuidelineSettings) -> Iterator[Finding]:
    if chosen.panel is None:
        return
    if guild.get_channel(chosen.panel) is None:
        yield unwell(voice("charter.doctor-panel-gone"))
    elif not _open(guild, chosen.panel):
        yield unwell(voice("charter.doctor-panel-shut", channel=f"<#{chosen.panel}>"))
    else:
        yield well(voice("charter.doctor-panel", channel=f"<#{chosen.panel}>"))


def _role(guild: discord.Guild, voice: Voice, chosen: GuidelineSettings) -> Iterator[Finding]:
    if chosen.role is None:
        return
    named, why = f"<@&{chosen.role}>", hindrance(guild, guild.get_role(chosen.role))
    if why is not None:
        yield unwell(voice(f"guidelines.role-{why}", role=named))
    else:
        yield well(voice("charter.doctor-role", role=named))


def _places(guild: discord.Guild, voice: Voice, chosen: GuidelineSettings) -> Iterator[Finding]:
    gone = sum(guild.get_channel(each) is None for each in chosen.places)
    if gone:
        yield unwell(voice("charter.doctor-places-gone", count=gone))
    shut = [each for each in chosen.places if guild.get_channel(each) and not _open(guild, each)]
    if shut:
        names = ", ".join(f"<#{each}>" for each in shut[:NAMED])
        yield unwell(voice("charter.doctor-places-shut", channels=names))


def _open(guild: discord.Guild, channel: ChannelId) -> bool:
    """Whether the bot can post in a channel."""
    room = guild.get_channel(channel)
    mine = room.permissions_for(guild.me) if room else discord.Permissions.none()
    return mine.view_channel and mine.send_messages
