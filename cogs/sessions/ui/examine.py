"""What `/setup doctor` says of sessions: what is missing where, and the way to mend it."""

from collections.abc import Awaitable, Callable, Iterable

import discord

from bot.app import SupportBot
from bot.ids import ChannelId, GuildId
from bot.sections import CommunitySettings
from bot.ui.checkup import Finding, unwell, well
from bot.ui.house import Voice
from bot.ui.tellers import Teller
from cogs.sessions.domain.plan import Room
from cogs.sessions.service.planning import Planning
from cogs.sessions.service.ports import Rooms, SessionSettings
from cogs.sessions.store.plans import Session
from cogs.sessions.ui.saying import title_of
from cogs.sessions.ui.shared import RoomsAtDiscord

Examine = Callable[[discord.Guild, Voice], Awaitable[Iterable[Finding]]]


def examiner(bot: SupportBot) -> Examine:
    """Looks at the channel of the cards and at the channel of each session that goes on."""

    async def examine(guild: discord.Guild, voice: Voice) -> list[Finding]:
        here = GuildId(guild.id)
        live = await bot.feature(Planning).live(here)
        if not live:
            return []
        rooms, found = bot.feature(RoomsAtDiscord).rooms, _board(bot, here, voice)
        for session in live:
            found += _meets(rooms, session, voice)
        # Several sessions may meet in one channel: it is told once.
        found = list(dict.fromkeys(found))
        return found or [well(voice("sessions.doctor-well", count=len(live)))]

    return examine


def overview(bot: SupportBot) -> Teller:
    """What `/setup features` says of sessions."""

    async def told(guild: GuildId, voice: Voice) -> list[str]:
        channel = bot.settings.of(guild, SessionSettings).channel
        if channel is None:
            return [voice("sessions.feature-off")]
        return [voice("sessions.feature-on", channel=f"<#{channel}>")]

    return told


def _board(bot: SupportBot, guild: GuildId, voice: Voice) -> list[Finding]:
    chosen = bot.settings.of(guild, SessionSettings).channel
    board = chosen or bot.settings.of(guild, CommunitySettings).home_channel
    if board is None:
        return [unwell(voice("sessions.doctor-no-board"))]
    lacking = bot.feature(RoomsAtDiscord).rooms.lacking(guild, board, thread=False)
    return [_lacking(voice, "sessions.doctor-board", board, lacking)] if lacking else []


def _meets(rooms: Rooms, session: Session, voice: Voice) -> list[Finding]:
    plan = session.plan
    if plan.channel is None:
        return []
    lacking = rooms.lacking(session.guild, plan.channel, thread=plan.room is Room.THREAD)
    if "gone" in lacking:
        return [unwell(voice("sessions.doctor-gone", title=title_of(plan)))]
    return [_lacking(voice, "sessions.doctor-room", plan.channel, lacking)] if lacking else []


def _lacking(voice: Voice, key: str, channel: ChannelId, lacking: tuple[str, ...]) -> Finding:
    names = ", ".join(voice(f"sessions.permission-{each.replace('_', '-')}") for each in lacking)
    return unwell(voice(key, channel=f"<#{channel}>", permissions=names))
