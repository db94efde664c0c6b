"""Once a week, in the staff channel: what the week was, and what waits for somebody. No names."""

from collections.abc import Awaitable, Callable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.app import SupportBot
from bot.sections import CommunitySettings
from bot.services.courier import Parcel, Undeliverable
from bot.storage.outbox import Order
from bot.ui.cards import Card, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.house import public_voice
from bot.ui.tellers import Weekly
from cogs.setup.doctor import troubles

DIGEST = "setup:digest"
WEEK = timedelta(days=7)
MONDAY, HOUR = 0, time(9)
LATE = timedelta(days=2)  # after that, the next one is nearer
MOST = 5  # findings; the rest are in `/setup doctor`


def next_digest(now: datetime, zone: str) -> datetime:
    """Nine on the coming Monday, by a community's own clock."""
    here = now.astimezone(ZoneInfo(zone))
    day = here.date() + timedelta(days=(MONDAY - here.weekday()) % 7)
    due = datetime.combine(day, HOUR, ZoneInfo(zone))
    return due if due > now else datetime.combine(day + WEEK, HOUR, ZoneInfo(zone))


def plan_digests(bot: SupportBot) -> Callable[[], Awaitable[None]]:
    """The night's work: see to it that the coming Monday has its digest, once."""

    async def plan() -> None:
        now = bot.clock.now()
        orders: list[Order] = []
        for guild in bot.settings.decided(CommunitySettings):
            chosen = bot.settings.of(guild, CommunitySettings)
            if bot.get_guild(guild) is None or chosen.staff_channel is None or not chosen.set_up:
                continue
            due = next_digest(now, chosen.zone)
            year, week, _ = due.isocalendar()
            key = f"{DIGEST}:{guild}:{year}-{week}"
            orders.append(Order(key, DIGEST, guild, due, {"week": week}, due + LATE))
        await bot.outbox.put(orders)

    return plan


def draw_digest(bot: SupportBot) -> Drawer:
    """Who draws it, from what is true at that moment."""

    async def draw(parcel: Parcel) -> Post:
        guild, place = parcel.guild, bot.get_guild(parcel.guild)
        room = bot.settings.of(guild, CommunitySettings).staff_channel
        if room is None or place is None:
            raise Undeliverable("no_staff_channel")
        voice = public_voice(bot, guild)
        told = await bot.feature(Weekly).lines(guild, voice)
        bad = [f"▲ {each.sentence}" for each in await troubles(bot, place, voice)]
        more = len(bad) - MOST
        rest = (voice("setup.digest-more", count=more),) if more > 0 else ()
        mend = "\n".join((voice("setup.digest-mend"), *bad[:MOST], *rest)) if bad else ""
        body = (
            voice("setup.digest-thanks"),
            "\n".join(told) or voice("setup.digest-quiet"),
            mend or voice("setup.digest-well"),
        )
        card = Card(
            voice("setup.digest-title"), body, tone=Tone.STAFF, small=voice("setup.digest-small")
        )
        return Post(room, card)

    return draw
