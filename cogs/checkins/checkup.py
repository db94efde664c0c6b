"""What the doctor learns of check-ins: what rests, where one cannot post, which deck is empty."""

from collections.abc import Iterable

import discord

from bot.ids import GuildId
from bot.services.recurring import Recurring
from bot.storage.recurring import Schedule, Standing
from bot.ui.checkup import Examiner, Finding, unwell, well
from bot.ui.house import House, Voice
from bot.ui.tellers import Teller
from cogs.checkins.deck_panel import emptied
from cogs.checkins.domain import Choices
from cogs.checkins.service import PROMPT


def examiner(house: House) -> Examiner:
    """Who looks at the schedules of a community."""

    async def examine(guild: discord.Guild, voice: Voice) -> Iterable[Finding]:
        here = GuildId(guild.id)
        found = await house.feature(Recurring).of(here, PROMPT)
        bare = {each.id for each in await emptied(house, here)}
        told = [
            finding for each in found for finding in _of(guild, voice, each, empty=each.id in bare)
        ]
        running = sum(each.state is Standing.ON for each in found)
        return told or ([well(voice("checkins.doctor", count=running))] if running else [])

    return examine


def overview(house: House) -> Teller:
    """What `/setup features` says of check-ins."""

    async def told(guild: GuildId, voice: Voice) -> list[str]:
        found = await house.feature(Recurring).of(guild, PROMPT)
        running = sum(each.state is Standing.ON for each in found)
        if not running:
            return [voice("checkins.feature-off")]
        return [voice("checkins.feature-on", count=running)]

    return told


def _of(guild: discord.Guild, voice: Voice, each: Schedule, *, empty: bool) -> Iterable[Finding]:
    if each.state is Standing.PAUSED:
        yield unwell(voice("checkins.doctor-paused", number=each.id))
    if each.state is not Standing.ON:
        return
    if empty:
        yield unwell(voice("checkins.doctor-deck", number=each.id))
    if each.next_at is None:
        yield unwell(voice("checkins.doctor-never", number=each.id))
    choices = Choices.model_validate(each.choices)
    room = guild.get_channel(choices.channel) if choices.channel else None
    if room is None:
        yield unwell(voice("checkins.doctor-gone", number=each.id))
        return
    trouble = _lacking(room.permissions_for(guild.me), thread=choices.thread)
    if trouble:
        place = f"<#{room.id}>"
        yield unwell(voice(f"checkins.doctor-{trouble}", number=each.id, channel=place))


def _lacking(mine: discord.Permissions, *, thread: bool) -> str:
    """What a prompt lacks in its channel; empty where it has everything."""
    if not (mine.view_channel and mine.send_messages):
        return "closed"
    if thread and not mine.create_public_threads:
        return "thread"
    return "" if mine.attach_files else "pictures"
