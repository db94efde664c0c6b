"""`/care quiet`: a channel goes slowly for a while, with a kind notice, and ends it by itself.

    (usual pace) ──quiet──► slow ──its row comes due──► usual pace again
                              │ └──quiet again──► slow, until the newer end
                              └──somebody sets another pace by hand──► theirs stays

Invariants: the row that ends it stands before the channel is slowed, so that no crash leaves it
slow; of several rows of a channel the newest counts; the former pace comes back only where the
pace is still the one that was set here.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import discord
from discord import app_commands

from bot.app import SupportBot
from bot.errors import Refusal
from bot.ids import ChannelId, GuildId
from bot.services.courier import Parcel, Unclear, Undeliverable, Unwanted
from bot.storage.outbox import Entry, Order, OutboxEntries, State
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.care_menu import care_menu
from bot.ui.courier import Drawer, Post
from bot.ui.explain import OldButton, door
from bot.ui.gates import Right, require
from bot.ui.house import public_voice, voice_of
from bot.ui.routes import Route

BEGIN, END = "guidelines:quiet", "guidelines:usual"
MINUTES, LONGEST = 30, 24 * 60
SECONDS, SLOWEST = 30, 600
MOMENT = timedelta(hours=1)  # after that a notice of either kind is no news
Slow = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread


class CannotSlow(Refusal):
    """This channel has no pace, or the bot may not set it."""

    key = "refusal.cannot-slow"


class SlowAlready(Refusal):
    """The channel goes that slowly or more by somebody's hand."""

    key = "refusal.slow-already"


@dataclass(frozen=True, slots=True)
class Quiet:
    """A quiet time of a channel: the pace before it, the pace it set (seconds), and its end."""

    channel: ChannelId
    former: int
    pace: int
    until: datetime

    def row(self, guild: GuildId, act: int) -> Order:
        """The row that ends it; one for each act of somebody of the staff."""
        ids = {"channel": self.channel, "former": self.former, "pace": self.pace}
        key = f"{END}:{self.channel}:{act}"
        return Order(key, END, guild, self.until, ids)  # never too late: the room would stay slow


class UsualPace(Route, address="quiet:end", label="quiet.end", ids=1):
    """Ends it now; the id is the channel."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, voice = require(interaction, Right.MODERATE), voice_of(interaction)
        await thinking(interaction)
        bot, channel = bot_of(interaction), ChannelId(self.ids[0])
        rows = await rows_of(bot, channel)
        live = living(rows)
        if live is None or live.guild != guild:
            raise OldButton
        now = bot.clock.now()
        over = Quiet(channel, live.ids["former"], live.ids["pace"], now)
        await bot.outbox.put([over.row(guild, interaction.id)])
        await bot.beat()
        await turn(
            interaction, Card(voice("quiet.title"), (voice("quiet.ended"),), tone=Tone.STAFF)
        )


async def begin(interaction: discord.Interaction[Any], minutes: int, seconds: int) -> Card:
    """Slow the channel in which the command was typed."""
    guild, channel = require(interaction, Right.MODERATE), interaction.channel
    bot, voice = bot_of(interaction), voice_of(interaction)
    if not isinstance(channel, Slow) or not _may(channel):
        raise CannotSlow
    place, now = ChannelId(channel.id), bot.clock.now()
    rows, pace = await rows_of(bot, place), _pace(channel)
    live = living(rows)
    ours = live is not None and live.ids["pace"] == pace
    former = live.ids["former"] if live is not None and ours else pace
    if not ours and pace >= seconds:
        raise SlowAlready
    quiet = Quiet(place, former, seconds, now + timedelta(minutes=minutes))
    await bot.outbox.put([quiet.row(guild, interaction.id)])
    await _set(channel, seconds)
    until = int(quiet.until.timestamp())
    ids = {"channel": place, "until": until}
    key = f"{BEGIN}:{place}:{interaction.id}"
    await bot.outbox.put([Order(key, BEGIN, guild, now, ids, now + MOMENT)])
    await bot.beat()
    row: tuple[Control, ...] = (UsualPace.button(voice, place),)
    body = (voice("quiet.begun", channel=f"<#{place}>", seconds=seconds, until=f"<t:{until}:t>"),)
    small = voice("quiet.begun-small")
    return Card(voice("quiet.title"), body, (row,), tone=Tone.STAFF, small=small)


def draw_begin(bot: SupportBot) -> Drawer:
    """Who draws the notice that a channel goes slowly."""

    async def draw(parcel: Parcel) -> Post:
        voice = public_voice(bot, parcel.guild)
        until = f"<t:{parcel.ids['until']}:t>"
        body = (voice("quiet.notice"), voice("quiet.notice-until", until=until))
        return Post(ChannelId(parcel.ids["channel"]), Card(voice("quiet.notice-title"), body))

    return draw


def draw_end(bot: SupportBot) -> Drawer:
    """Who gives the former pace back, and says so. Doing it twice changes nothing."""

    async def draw(parcel: Parcel) -> Post:
        place = ChannelId(parcel.ids["channel"])
        rows = await rows_of(bot, place)
        if rows[-1].key != parcel.key:
            raise Unwanted  # a newer one counts
        channel = bot.get_channel(place)
        if not isinstance(channel, Slow):
            raise Undeliverable("gone")
        pace, former = _pace(channel), parcel.ids["former"]
        if pace not in (parcel.ids["pace"], former):
            raise Unwanted  # somebody set another pace by hand, and theirs stays
        if pace != former:
            await _give_back(channel, former)
        voice = public_voice(bot, parcel.guild)
        return Post(place, Card("", (voice("quiet.over"),)))

    return draw


async def rows_of(bot: SupportBot, channel: ChannelId) -> list[Entry]:
    """Every row that ends or ended a quiet time of a channel, oldest first."""
    async with bot.database.read() as tx:
        return await OutboxEntries(tx).beginning(f"{END}:{channel}:")


def living(rows: list[Entry]) -> Entry | None:
    """The row of the quiet time that goes on now."""
    last = rows[-1] if rows else None
    return last if last is not None and last.state in (State.PENDING, State.CLAIMED) else None


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


def _may(channel: Slow) -> bool:
    mine = channel.permissions_for(channel.guild.me)
    if isinstance(channel, discord.Thread):
        return mine.manage_threads
    return mine.manage_channels


def _pace(channel: Slow) -> int:
    return channel.slowmode_delay


async def _set(channel: Slow, seconds: int) -> None:
    try:
        await channel.edit(slowmode_delay=seconds)
    except discord.Forbidden:
        raise CannotSlow from None


async def _give_back(channel: Slow, seconds: int) -> None:
    try:
        await channel.edit(slowmode_delay=seconds)
    except discord.Forbidden:
        raise Undeliverable("forbidden") from None
    except discord.NotFound:
        raise Undeliverable("gone") from None
    except (discord.HTTPException, OSError, TimeoutError):
        raise Unclear from None


ROUTES = (UsualPace,)
