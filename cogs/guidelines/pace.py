"""How a channel's pace is set and given back: rows that end a quiet time, and who draws them.

Every row names the former pace and the one that was set. The first row of a quiet time is written
before the channel is slowed and promises nothing (`told` is 0); once Discord has taken the pace, a
second one takes its place. Where Discord refuses the former pace, the same row is planned again.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import aiohttp
import discord

from bot.app import SupportBot
from bot.ids import ChannelId, GuildId
from bot.sections import CommunitySettings
from bot.services.courier import Parcel, Undeliverable, Unwanted
from bot.storage.outbox import Entry, Order, OutboxEntries, State
from bot.ui.cards import Card, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.house import public_voice

BEGIN, END, STUCK = "guidelines:quiet", "guidelines:usual", "guidelines:stuck"
MOMENT = timedelta(hours=1)  # after that a notice that it begins is no news
# Minutes between tries to give a pace back; the last one again and again, for three days.
WAITS, TRIES = (1, 5, 15, 60), 4 + 72
# Discord in trouble is mostly well again soon: staff hear of it when the second try fails.
PATIENCE = 1
Slow = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread
_LOST = (discord.RateLimited, aiohttp.ClientError, OSError, TimeoutError)
_IN_TROUBLE = 500  # and above: Discord may have done what it did not answer to


@dataclass(frozen=True, slots=True)
class Quiet:
    """A quiet time of a channel: the pace before it, the pace that it sets, and its end.

    `was` is the pace that stood when it was asked for: it may stand still where Discord did not
    answer. `told`: a notice said that it begins. `tries` to end it have failed.
    """

    channel: ChannelId
    former: int
    pace: int
    until: datetime
    was: int
    told: bool = False
    tries: int = 0

    def row(self, guild: GuildId, name: str) -> Order:
        """The row that ends it; `name` begins with the act of somebody of the staff."""
        ids = {"channel": self.channel, "former": self.former, "pace": self.pace}
        ids |= {"was": self.was, "told": int(self.told), "tries": self.tries}
        key = f"{END}:{self.channel}:{name}"
        return Order(key, END, guild, self.until, ids)  # never too late: the room would stay slow

    def notice(self, guild: GuildId, act: int, now: datetime) -> Order:
        """The row that says that it begins."""
        ids = {"channel": self.channel, "until": int(self.until.timestamp())}
        late = min(self.until, now + MOMENT)
        return Order(f"{BEGIN}:{self.channel}:{act}", BEGIN, guild, now, ids, late)


def quiet_of(row: Entry | Parcel, until: datetime) -> Quiet:
    """The quiet time that a row ends."""
    ids = row.ids
    was, told = ids.get("was", ids["pace"]), bool(ids.get("told", 1))
    place = ChannelId(ids["channel"])
    return Quiet(place, ids["former"], ids["pace"], until, was, told, ids.get("tries", 0))


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
        quiet = quiet_of(parcel, bot.clock.now())
        rows = await rows_of(bot, quiet.channel)
        if rows[-1].key != parcel.key:
            raise Unwanted  # a newer one counts
        channel = bot.get_channel(quiet.channel)
        if not isinstance(channel, Slow):
            raise Undeliverable("gone")
        pace = channel.slowmode_delay
        if pace not in (quiet.pace, quiet.was, quiet.former):
            raise Unwanted  # somebody set another pace by hand, and theirs stays
        if pace == quiet.former:
            if not quiet.told:
                raise Unwanted  # it never began
        elif not await _given_back(bot, parcel, channel, quiet):
            raise Unwanted
        voice = public_voice(bot, parcel.guild)
        return Post(quiet.channel, Card("", (voice("quiet.over"),)))

    return draw


def draw_stuck(bot: SupportBot) -> Drawer:
    """Who tells staff that a channel is still slow, while it is."""

    async def draw(parcel: Parcel) -> Post:
        staff = bot.settings.of(parcel.guild, CommunitySettings).staff_channel
        if staff is None:
            raise Undeliverable("no_staff_channel")
        place = ChannelId(parcel.ids["channel"])
        if living(await rows_of(bot, place)) is None:
            raise Unwanted
        voice = public_voice(bot, parcel.guild)
        where = {"channel": f"<#{place}>", "seconds": parcel.ids["former"]}
        body = (voice("quiet.stuck", **where), voice("quiet.stuck-mend"), voice("quiet.stuck-then"))
        return Post(staff, Card(voice("quiet.stuck-title"), body, tone=Tone.STAFF))

    return draw


async def rows_of(bot: SupportBot, channel: ChannelId) -> list[Entry]:
    """Every row that ends or ended a quiet time of a channel, oldest first."""
    async with bot.database.read() as tx:
        return await OutboxEntries(tx).beginning(f"{END}:{channel}:")


def living(rows: list[Entry]) -> Entry | None:
    """The row of the quiet time that goes on now."""
    last = rows[-1] if rows else None
    return last if last is not None and last.state in (State.PENDING, State.CLAIMED) else None


async def paced(channel: Slow, seconds: int) -> bool | None:
    """Set a pace; answers whether Discord took it, or None where nobody knows."""
    try:
        await channel.edit(slowmode_delay=seconds)
    except discord.HTTPException as problem:
        return await _found(channel, seconds) if problem.status >= _IN_TROUBLE else False
    except _LOST:
        return await _found(channel, seconds)
    return True


async def _found(channel: Slow, seconds: int) -> bool | None:
    """Whether a pace stands, asked of Discord itself."""
    try:
        now = await channel.guild.fetch_channel(channel.id)
    except (discord.HTTPException, *_LOST):
        return None
    return isinstance(now, Slow) and now.slowmode_delay == seconds


async def _given_back(bot: SupportBot, parcel: Parcel, channel: Slow, quiet: Quiet) -> bool:
    """Give the former pace back; where Discord does not take it, plan the next try.

    Raises:
        Undeliverable: it was tried for long enough.
    """
    if may_pace(channel) and await paced(channel, quiet.former):
        return True
    if quiet.tries >= TRIES:
        raise Undeliverable("forbidden")
    act = parcel.key.removeprefix(f"{END}:{quiet.channel}:").partition(":")[0]
    wait = timedelta(minutes=WAITS[min(quiet.tries, len(WAITS) - 1)])
    later = replace(quiet, tries=quiet.tries + 1, until=bot.clock.now() + wait)
    orders = [later.row(parcel.guild, f"{act}:{later.tries}")]
    staffed = bot.settings.of(parcel.guild, CommunitySettings).staff_channel is not None
    if staffed and quiet.tries >= PATIENCE:
        key = f"{STUCK}:{quiet.channel}:{act}"
        ids: dict[str, int] = {"channel": quiet.channel, "former": quiet.former}
        orders.append(Order(key, STUCK, parcel.guild, bot.clock.now(), ids))
    await bot.outbox.put(orders)
    return False


def may_pace(channel: Slow) -> bool:
    """Whether the bot has the permission that a pace needs there."""
    mine = channel.permissions_for(channel.guild.me)
    if isinstance(channel, discord.Thread):
        return mine.manage_threads
    return mine.manage_channels
