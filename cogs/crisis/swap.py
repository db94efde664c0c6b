"""Swapping hours of duty, and whose hours rest because they serve no more."""

import asyncio
import logging
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import discord

from bot.app import SupportBot
from bot.errors import Refusal
from bot.ids import ChannelId, GuildId, UserId
from bot.sections import CommunitySettings
from bot.services.courier import Parcel, Posted, Undeliverable, Unwanted
from bot.services.heartbeat import Heartbeat
from bot.services.rota import Duty
from bot.services.swaps import NoSuchSwap, Swaps
from bot.storage.database import StorageDown
from bot.storage.outbox import Entry
from bot.storage.rota import Shift
from bot.storage.swaps import Answer, Swap
from bot.ui.answers import thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.gates import Right, require, serves
from bot.ui.house import House, Voice, house_of, public_voice, user_of, voice_of
from bot.ui.routes import Pick, Route

log = logging.getLogger("hearth.rota")
_LOST = (StorageDown, discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError)
# One question to Discord per person of a rota: often enough, and no burden to anybody.
EVERY = timedelta(hours=1)


class NotForHours(Refusal):
    """Hours can be asked only of somebody else of the staff."""

    key = "refusal.not-for-hours"


class Whom(Pick, address="rota:whom", label="rota.whom", ids=1):
    """Asks somebody to take the next time of one shift; the id is the shift's."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        shift = await shift_of(interaction, guild, self.ids[0])
        to = UserId(int(values[0]))
        if to == shift.person or not await serves(interaction.client, house, guild, to):
            raise NotForHours
        if house.settings.of(guild, CommunitySettings).staff_channel is None:
            body: tuple[str, ...] = (voice("rota.asked-nowhere", who=f"<@{to}>"),)
            await turn(interaction, Card(voice("rota.swap"), body, tone=Tone.STAFF))
            return
        asked = await house.feature(Swaps).ask(guild, shift, to)
        posted = place_of(asked.replaced)
        if posted is not None:
            await house.courier.withdraw(posted)
        await house.feature(Heartbeat).beat()
        body = (
            voice("rota.asked-body", who=f"<@{to}>"),
            times(voice, asked.swap),
            voice("rota.asked-until", who=f"<@{shift.person}>"),
        )
        await turn(interaction, Card(voice("rota.asked-title"), body, tone=Tone.STAFF))


class Take(Route, address="rota:take", label="rota.take", ids=1):
    """I'll take it."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _answer(interaction, self.ids[0], Answer.TAKEN)


class Pass(Route, address="rota:pass", label="rota.pass", ids=1):
    """I can't; nobody asks why."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _answer(interaction, self.ids[0], Answer.DECLINED)


async def _answer(interaction: discord.Interaction[Any], number: int, said: Answer) -> None:
    guild = require(interaction, Right.MODERATE)
    await thinking(interaction)
    house, voice = house_of(interaction), voice_of(interaction)
    swaps = house.feature(Swaps)
    swap = await swaps.answer(guild, number, user_of(interaction), said)
    entry = await swaps.post_of(number)
    posted = place_of(entry)
    if entry is not None and posted is not None:
        await house.courier.redraw(Parcel(entry.key, entry.kind, guild, entry.ids), posted)
    await house.feature(Heartbeat).beat()
    key = "rota.took" if said is Answer.TAKEN else "rota.passed"
    body = (voice(key, who=f"<@{swap.owner}>"), times(voice, swap))
    await turn(interaction, Card(voice("rota.title"), body, tone=Tone.STAFF))


async def shift_of(interaction: discord.Interaction[Any], guild: GuildId, number: int) -> Shift:
    """A shift that this person may give away: their own, or as an admin anybody's.

    Raises:
        NoSuchSwap: it is gone.
        NotYourRight: it is somebody else's.
    """
    for shift in await house_of(interaction).feature(Duty).shifts(guild):
        if shift.id == number:
            mine = shift.person == user_of(interaction)
            require(interaction, Right.MODERATE if mine else Right.ADMINISTER)
            return shift
    raise NoSuchSwap


def swapped(voice: Voice, shift: Shift, ahead: list[Swap]) -> str:
    """What is true of the next times of a shift, behind its line; empty where nothing is."""
    said = ""
    for swap in ahead:
        if swap.shift == shift.id and swap.state is not Answer.DECLINED:
            key = "rota.taken-by" if swap.state is Answer.TAKEN else "rota.asked-still"
            when, who = _time(swap.starts_at, "f"), f"<@{swap.person}>"
            said += f" · {voice(key, when=when, who=who, owner=f'<@{shift.person}>')}"
    return said


def times(voice: Voice, swap: Swap) -> str:
    """From when to when, on each reader's own clock."""
    return voice("rota.times", start=_time(swap.starts_at, "F"), end=_time(swap.ends_at, "t"))


def draw_ask(house: House) -> Drawer:
    """Who draws the question to somebody, and what became of it."""

    async def draw(parcel: Parcel) -> Post:
        swap, room = await _swap_of(house, parcel)
        voice = public_voice(house, parcel.guild)
        who = {"who": f"<@{swap.person}>", "owner": f"<@{swap.owner}>"}
        body = (voice(f"rota.ask-{swap.state}", **who), times(voice, swap))
        if swap.state is not Answer.ASKED:
            return Post(room, Card("", body, tone=Tone.STAFF))
        row: tuple[Control, ...] = (Take.button(voice, swap.id), Pass.button(voice, swap.id))
        pings = (discord.Object(swap.person, type=discord.User),)
        small = voice("rota.ask-small")
        return Post(room, Card("", body, (row,), tone=Tone.STAFF, small=small), pings=pings)

    return draw


def draw_told(house: House) -> Drawer:
    """Who draws the answer, for whoever asked."""

    async def draw(parcel: Parcel) -> Post:
        swap, room = await _swap_of(house, parcel)
        voice = public_voice(house, parcel.guild)
        who = {"who": f"<@{swap.person}>", "owner": f"<@{swap.owner}>"}
        key = "rota.told-taken" if swap.state is Answer.TAKEN else "rota.told-declined"
        pings = (discord.Object(swap.owner, type=discord.User),)
        return Post(
            room, Card("", (voice(key, **who), times(voice, swap)), tone=Tone.STAFF), pings=pings
        )

    return draw


class RollCall:
    """A duty of the heartbeat: once an hour, who of the rota still serves.

    It asks Discord beside the beat, so that nobody's call waits for it.
    """

    def __init__(self, bot: SupportBot) -> None:
        self._bot = bot
        self._next: datetime | None = None
        self._asking: asyncio.Task[None] | None = None

    async def work(self) -> None:
        """Begin a round where it is time."""
        now = self._bot.clock.now()
        if self._next is not None and now < self._next:
            return
        self._next = now + EVERY
        self._asking = asyncio.create_task(self._round())

    async def next_due(self) -> datetime | None:
        """It rides on the net of the alarm and asks for no beat of its own."""
        return None

    async def _round(self) -> None:
        for guild in self._bot.guilds:
            if self._bot.allowed(guild.id):
                await self.call(GuildId(guild.id))

    async def call(self, guild: GuildId) -> None:
        """Look now who of a community's rota serves; what cannot be known changes nothing."""
        if not self._known(guild):
            return
        swaps = self._bot.feature(Swaps)
        try:
            serving = {
                person: await serves(self._bot, self._bot, guild, person)
                for person in await swaps.rostered(guild)
            }
            await swaps.mark(guild, serving)
        except _LOST as problem:
            status = getattr(problem, "status", 0)
            log.warning("rota.not_looked", extra={"guild": guild, "status": status})

    def _known(self, guild: GuildId) -> bool:
        """Without the community's roles, or one of them for moderators, all would look gone."""
        place = self._bot.get_guild(guild)
        role = self._bot.settings.of(guild, CommunitySettings).moderator_role
        if place is None or place.unavailable or role is None:
            return False
        return place.get_role(role) is not None

    def stop(self) -> None:
        """The process ends."""
        if self._asking is not None:
            self._asking.cancel()


def place_of(entry: Entry | None) -> Posted | None:
    """Where a row stands in Discord, if it does."""
    if entry is None or entry.channel is None or entry.message is None:
        return None
    return Posted(entry.channel, entry.message)


async def _swap_of(house: House, parcel: Parcel) -> tuple[Swap, ChannelId]:
    swap = await house.feature(Swaps).get(parcel.guild, parcel.ids["swap"])
    if swap is None:
        raise Unwanted
    room = house.settings.of(parcel.guild, CommunitySettings).staff_channel
    if room is None:
        raise Undeliverable("no_staff_channel")
    return swap, room


def _time(at: datetime, style: str) -> str:
    return f"<t:{int(at.timestamp())}:{style}>"


ROUTES = (Whom, Take, Pass)
