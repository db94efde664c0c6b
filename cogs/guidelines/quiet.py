"""`/care quiet`: a channel goes slowly for a while, with a kind notice, and ends it by itself.

    (usual pace) ──quiet──► slow ──its row comes due──► usual pace again
                    │         │ ├──Discord refuses that──► slow; staff are told, tried again
                    │         │ └──quiet again──► slow, until the newer end
                    │         └──somebody sets another pace by hand──► theirs stays
                    └──Discord refuses──► (usual pace): nothing is announced

Invariants: the row that ends it stands before the channel is slowed, so that no crash leaves it
slow; of several rows of a channel the newest counts; the former pace comes back only where the
pace is still the one that was set here; a notice says nothing that Discord has not taken.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import discord
from discord import app_commands

from bot.app import SupportBot
from bot.errors import Refusal
from bot.ids import ChannelId
from bot.storage.unplanned import take_back
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.care_menu import care_menu
from bot.ui.explain import OldButton, door
from bot.ui.gates import Right, require
from bot.ui.house import voice_of
from bot.ui.routes import Route
from cogs.guidelines.pace import Quiet, Slow, living, may_pace, paced, quiet_of, rows_of

MINUTES, LONGEST = 30, 24 * 60
SECONDS, SLOWEST = 30, 600


class CannotSlow(Refusal):
    """This channel has no pace, or the bot may not set it."""

    key = "refusal.cannot-slow"


class SlowAlready(Refusal):
    """The channel goes that slowly or more by somebody's hand."""

    key = "refusal.slow-already"


class NotSlowed(Refusal):
    """Discord was in trouble and did not take the pace."""

    key = "refusal.not-slowed"


class PerhapsSlow(Refusal):
    """Discord did not answer: nobody knows whether the channel goes slowly now."""

    key = "refusal.perhaps-slow"


class UsualPace(Route, address="quiet:end", label="quiet.end", ids=1):
    """Ends it now; the id is the channel."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, voice = require(interaction, Right.MODERATE), voice_of(interaction)
        await thinking(interaction)
        bot, channel = bot_of(interaction), ChannelId(self.ids[0])
        live = living(await rows_of(bot, channel))
        if live is None or live.guild != guild:
            raise OldButton
        over = replace(quiet_of(live, bot.clock.now()), tries=0)
        await bot.outbox.put([over.row(guild, str(interaction.id))])
        await bot.beat()
        stuck = living(await rows_of(bot, channel)) is not None
        said = voice("quiet.not-ended" if stuck else "quiet.ended")
        await turn(interaction, Card(voice("quiet.title"), (said,), tone=Tone.STAFF))


async def begin(interaction: discord.Interaction[Any], minutes: int, seconds: int) -> Card:
    """Slow the channel in which the command was typed.

    Raises:
        CannotSlow, SlowAlready, NotSlowed, PerhapsSlow: as they say; nothing is announced.
    """
    guild, channel = require(interaction, Right.MODERATE), interaction.channel
    bot, voice = bot_of(interaction), voice_of(interaction)
    if not isinstance(channel, Slow) or not may_pace(channel):
        raise CannotSlow
    until = bot.clock.now() + timedelta(minutes=minutes)
    quiet = await _planned(bot, channel, seconds, until)
    first = quiet.row(guild, str(interaction.id))
    await bot.outbox.put([first])
    await _slowed(bot, channel, quiet, first.key)
    told = replace(quiet, was=seconds, told=True)
    notice = told.notice(guild, interaction.id, bot.clock.now())
    await bot.outbox.put([told.row(guild, f"{interaction.id}:told"), notice])
    await bot.beat()
    row: tuple[Control, ...] = (UsualPace.button(voice, quiet.channel),)
    end, where = f"<t:{int(until.timestamp())}:t>", f"<#{quiet.channel}>"
    body = (voice("quiet.begun", channel=where, seconds=seconds, until=end),)
    small = voice("quiet.begun-small")
    return Card(voice("quiet.title"), body, (row,), tone=Tone.STAFF, small=small)


async def _planned(bot: SupportBot, channel: Slow, seconds: int, until: datetime) -> Quiet:
    """What is asked for, with the pace to give back: that of before the first of several."""
    place, pace = ChannelId(channel.id), channel.slowmode_delay
    live = living(await rows_of(bot, place))
    before = None if live is None else quiet_of(live, until)
    if before is not None and pace in (before.pace, before.was):
        return Quiet(place, before.former, seconds, until, pace, before.told)
    if pace >= seconds:
        raise SlowAlready
    return Quiet(place, pace, seconds, until, pace)


async def _slowed(bot: SupportBot, channel: Slow, quiet: Quiet, key: str) -> None:
    taken = await paced(channel, quiet.pace)
    if taken:
        return
    if taken is None:  # its row stays, and ends what may have begun
        raise PerhapsSlow(until=f"<t:{int(quiet.until.timestamp())}:t>")
    async with bot.database.write() as tx:
        await take_back(tx, key)
    raise NotSlowed if may_pace(channel) else CannotSlow


def add_command(bot: SupportBot) -> None:
    """Put it on the staff's menu."""

    @care_menu(bot.tree).command(name="quiet", description="quiet.command")
    @app_commands.describe(minutes="quiet.command-minutes", seconds="quiet.command-seconds")
    async def quiet(
        interaction: discord.Interaction[Any],
        minutes: app_commands.Range[int, 5, LONGEST] = MINUTES,
        seconds: app_commands.Range[int, 5, SLOWEST] = SECONDS,
    ) -> None:
        """This channel goes slowly for a while."""
        async with door(interaction):
            require(interaction, Right.MODERATE)
            await thinking(interaction)
            await answer(interaction, await begin(interaction, minutes, seconds))


def bot_of(interaction: discord.Interaction[Any]) -> SupportBot:
    """The bot to which the command came."""
    client = interaction.client
    assert isinstance(client, SupportBot)  # noqa: S101 - the only client that loads this feature
    return client


ROUTES = (UsualPace,)
