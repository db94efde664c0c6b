"""`/care pulse`: how the check-ins of a week went, for staff; asked for, or posted on Mondays."""

from datetime import time, timedelta
from typing import Any

import discord

from bot.app import SupportBot
from bot.ids import GuildId
from bot.schedule.recurrence import Rule
from bot.sections import CommunitySettings
from bot.services.courier import Parcel, Undeliverable, Unwanted
from bot.services.recurring import Plan, Recurring
from bot.storage.recurring import Standing
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.care_menu import care_menu
from bot.ui.courier import Drawer, Post
from bot.ui.explain import door
from bot.ui.gates import Right, require
from bot.ui.house import House, Voice, house_of, public_voice, voice_of
from bot.ui.routes import Route
from cogs.checkins import picture
from cogs.checkins.domain import FEWEST, pulse
from cogs.checkins.service import CheckIns
from cogs.checkins.store import CheckIn

PULSE = "checkins:pulse"
MORNING, LATE = time(9), timedelta(hours=12)


class Weekly(Route, address="checkins:weekly", label="checkins.pulse-weekly", ids=1):
    """Post it every Monday (1), or no longer (0)."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, wanted = require(interaction, Right.MODERATE), self.ids[0] == 1
        await thinking(interaction)
        await choose(house_of(interaction), guild, wanted=wanted)
        voice = voice_of(interaction)
        said = voice("checkins.pulse-on" if wanted else "checkins.pulse-off")
        await turn(interaction, Card(voice("checkins.pulse-title"), (said,), tone=Tone.STAFF))


async def choose(house: House, guild: GuildId, *, wanted: bool) -> None:
    """Whether it is posted by itself: one schedule a community, on its own clock."""
    recurring = house.feature(Recurring)
    for each in await recurring.of(guild, PULSE):
        await recurring.remove(guild, PULSE, each.id)
    if wanted:
        rule = Rule("FREQ=WEEKLY;BYDAY=MO", house.clock.now().date(), MORNING)
        zone = house.settings.of(guild, CommunitySettings).zone
        made = await recurring.draft(guild, PULSE, Plan(rule, zone, LATE))
        await recurring.switch(guild, PULSE, made.id, Standing.ON)


def draw_pulse(house: House) -> Drawer:
    """Who draws it on Mondays, while it is wanted."""

    async def draw(parcel: Parcel) -> Post:
        if not await house.feature(Recurring).of(parcel.guild, PULSE):
            raise Unwanted
        staff = house.settings.of(parcel.guild, CommunitySettings).staff_channel
        if staff is None:
            raise Undeliverable("no_staff_channel")
        week = await house.feature(CheckIns).week(parcel.guild)
        if not week:
            raise Unwanted
        voice = public_voice(house, parcel.guild)
        return Post(staff, await pulse_card(house, voice, week, picture.BRIEFLY))

    return draw


async def pulse_card(house: House, voice: Voice, week: list[CheckIn], patience: float) -> Card:
    """The closing cards of a week as one."""
    shown = [each.cells for each in week if each.cells]
    title, cells = voice("checkins.pulse-title"), pulse(shown)
    if not cells:
        key = "checkins.pulse-few" if week else "checkins.pulse-none"
        return Card(title, (voice(key, few=FEWEST),), tone=Tone.STAFF)
    head = voice("checkins.pulse-counted", count=len(shown), few=FEWEST)
    said = picture.cells_said(voice, cells)
    seen = await picture.drawn(house, picture.cells_chart(voice, cells, title), said, patience)
    small = voice("checkins.pulse-small")
    return Card(title, (head, said), tone=Tone.STAFF, small=small, picture=seen)


def add_command(bot: SupportBot) -> None:
    """Put it on the staff's menu."""

    @care_menu(bot.tree).command(name="pulse", description="checkins.pulse-command")
    async def pulse_now(interaction: discord.Interaction[Any]) -> None:
        """The last seven days."""
        async with door(interaction):
            guild, voice = require(interaction, Right.MODERATE), voice_of(interaction)
            await thinking(interaction)
            week = await bot.feature(CheckIns).week(guild)
            card = await pulse_card(bot, voice, week, picture.PATIENCE)
            on = bool(await bot.feature(Recurring).of(guild, PULSE))
            label = voice("checkins.pulse-stop" if on else "checkins.pulse-weekly")
            row: tuple[Control, ...] = (Weekly.button(voice, int(not on), label=label),)
            await answer(interaction, card.with_rows(row))


ROUTES = (Weekly,)
