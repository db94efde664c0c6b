"""`/setup checkins`: one schedule on a card of selects; every press is saved at once."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.ids import ChannelId, GuildId
from bot.schedule.days import MOST_WEEKS
from bot.schedule.typed import LONGEST
from bot.services.recurring import Recurring
from bot.storage.recurring import Standing
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, require
from bot.ui.house import house_of, voice_of
from bot.ui.routes import Pick, Route
from bot.ui.when import date_of, monthday_of, number_of, time_of, zone_chosen, zones_of
from cogs.checkins.deck_panel import Decks
from cogs.checkins.decks import CheckInSettings
from cogs.checkins.domain import DECKS, OPEN_HOURS, Choices, Days
from cogs.checkins.plan import (
    Change,
    NoRoom,
    changed,
    preview,
    said,
)
from cogs.checkins.service import PROMPT, CheckIns

EVERY = ("daily", "weekdays", "chosen", "weeks", "month")


class Show(Route, address="checkins:plan", label="checkins.plan", ids=1):
    """One schedule."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await turn(interaction, await plan_card(interaction, guild, self.ids[0]))


class Where(Pick, address="checkins:where", label="checkins.pick-where", ids=1):
    """In which channel."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = interaction.guild
        room = guild.get_channel(int(values[0])) if guild and values[0].isdigit() else None
        if room is None:
            raise NoRoom
        await _decide(interaction, self.ids[0], changed(channel=ChannelId(room.id)))


class Which(Pick, address="checkins:deck", label="checkins.pick-deck", ids=1):
    """From which deck."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        own = house_of(interaction).settings.of(guild, CheckInSettings).decks
        deck = values[0] if values[0] in {*DECKS, *(each.key for each in own)} else "daily"
        await _decide(interaction, self.ids[0], changed(deck=deck))


class OpenFor(Pick, address="checkins:hours", label="checkins.pick-hours", ids=1):
    """For how many hours it can be answered."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        hours = int(values[0]) if values[0] in map(str, OPEN_HOURS) else OPEN_HOURS[-1]
        await _decide(interaction, self.ids[0], changed(open_hours=hours))


class Thread(Route, address="checkins:thread", label="checkins.thread-yes", ids=2):
    """With a thread under each prompt (1), or without (0)."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _decide(interaction, self.ids[0], changed(thread=self.ids[1] == 1))


class OnDays(Pick, address="checkins:days", label="checkins.pick-days", ids=1):
    """On which days; some ways need one more question."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        require(interaction, Right.ADMINISTER)
        voice, number = voice_of(interaction), self.ids[0]
        if values[0] == "weeks":
            today = house_of(interaction).clock.now().date().isoformat()
            await WeeksForm(number).open(interaction, {"weeks": "2", "first": today})
        elif values[0] == "month":
            await MonthForm(number).open(interaction)
        elif values[0] == "chosen":
            options = [(str(day), voice(f"schedule.day-{day}")) for day in range(7)]
            rows = (
                (Weekdays.words(voice, options, number, most=7),),
                (Show.button(voice, number),),
            )
            card = Card(voice("checkins.which-days"), rows=rows, tone=Tone.STAFF)
            await turn(interaction, card)
        else:
            every = "weekdays" if values[0] == "weekdays" else "daily"
            await _decide(interaction, number, changed(days=Days(every=every)))


class Weekdays(Pick, address="checkins:weekdays", label="checkins.pick-weekdays", ids=1):
    """Some days of the week."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        days = tuple(sorted({int(each) for each in values if each in "0123456"}))
        await _decide(interaction, self.ids[0], changed(days=Days(every="chosen", weekdays=days)))


class WeeksForm(Form, address="checkins:weeks", title="checkins.weeks-title", ids=1):
    """Every so many weeks, from a day on."""

    fields = (
        Field("weeks", "checkins.weeks", 2, hint="checkins.weeks-hint"),
        Field("first", "checkins.weeks-first", 10, hint="checkins.weeks-first-hint"),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        weeks, first = number_of(words["weeks"], MOST_WEEKS), date_of(words["first"])
        days = Days(every="weeks", weeks=weeks)
        await _decide(interaction, self.ids[0], changed(first=first, days=days))


class MonthForm(Form, address="checkins:month", title="checkins.month-title", ids=1):
    """On a day of the month."""

    fields = (Field("day", "checkins.month", 12, hint="checkins.month-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        day = monthday_of(words["day"], voice_of(interaction)("checkins.month-last"))
        await _decide(interaction, self.ids[0], changed(days=Days(every="month", monthday=day)))


class When(Route, address="checkins:when", label="checkins.when", ids=1):
    """Asks for hour and zone."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        now = await house_of(interaction).feature(Recurring).get(guild, PROMPT, self.ids[0])
        written = {"at": f"{now.rule.at:%H:%M}", "zone": now.zone}
        await WhenForm(*self.ids).open(interaction, written)


class WhenForm(Form, address="checkins:at", title="checkins.when-title", ids=1):
    """At which hour, on whose clock."""

    fields = (
        Field("at", "checkins.at", 12, hint="checkins.at-hint"),
        Field("zone", "checkins.zone", LONGEST, hint="checkins.zone-hint"),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        at = time_of(words["at"])
        zones = await zones_of(words["zone"])
        if len(zones) == 1:
            await _decide(interaction, self.ids[0], changed(at=at, zone=zones[0]))
            return
        guild, change = require(interaction, Right.ADMINISTER), changed(at=at)
        await thinking(interaction)
        recurring = house_of(interaction).feature(Recurring)
        await recurring.change(guild, PROMPT, self.ids[0], change)
        voice, options = voice_of(interaction), [(zone, zone) for zone in zones]
        body, rows = (voice("checkins.zones-body"),), ((Zone.words(voice, options, *self.ids),),)
        card = Card(voice("checkins.zones-title"), body, rows, tone=Tone.STAFF)
        await answer(interaction, card)


class Zone(Pick, address="checkins:zone", label="checkins.pick-zone", ids=1):
    """One of the zones that may have been meant."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        zone = await zone_chosen(values[0])
        await _decide(interaction, self.ids[0], changed(zone=zone))


class Start(Route, address="checkins:start", label="checkins.start", ids=1):
    """It runs from now on."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await switch(interaction, self.ids[0], Standing.ON)


class Pause(Route, address="checkins:pause", label="checkins.pause", ids=1):
    """It rests until somebody resumes it."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await switch(interaction, self.ids[0], Standing.PAUSED)


class Remove(Route, address="checkins:remove", label="checkins.remove", ids=1):
    """It goes; what was answered until now goes as it would have gone."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await remove(interaction, self.ids[0])


async def switch(interaction: discord.Interaction[Any], number: int, to: Standing) -> None:
    """Start, pause or resume, and show what is so now.

    Raises:
        NoRoom: it cannot run without a channel.
    """
    guild = require(interaction, Right.ADMINISTER)
    await thinking(interaction)
    house = house_of(interaction)
    recurring = house.feature(Recurring)
    now = await recurring.get(guild, PROMPT, number)
    if to is Standing.ON:
        if Choices.model_validate(now.choices).channel is None:
            raise NoRoom
        await house.feature(CheckIns).resume(guild, number)
    elif now.state is Standing.ON:
        await recurring.switch(guild, PROMPT, number, to)
    await turn(interaction, await plan_card(interaction, guild, number))


async def remove(interaction: discord.Interaction[Any], number: int) -> None:
    """Remove a schedule, and say so."""
    guild = require(interaction, Right.ADMINISTER)
    await thinking(interaction)
    await house_of(interaction).feature(Recurring).remove(guild, PROMPT, number)
    voice = voice_of(interaction)
    await turn(interaction, Card(voice("checkins.removed"), (voice("checkins.removed-body"),)))


async def plan_card(interaction: discord.Interaction[Any], guild: GuildId, number: int) -> Card:
    """One schedule: what is chosen, when it comes next, and everything that can be changed."""
    house, voice = house_of(interaction), voice_of(interaction)
    schedule = await house.feature(Recurring).get(guild, PROMPT, number)
    choices = Choices.model_validate(schedule.choices)
    own = [(each.key, each.name) for each in house.settings.of(guild, CheckInSettings).decks]
    decks = [*((name, voice(f"checkins.deck-{name}")) for name in DECKS), *own]
    ways = [(way, voice(f"checkins.every-{way}")) for way in EVERY]
    hours = [(str(each), voice("checkins.open-hours", hours=each)) for each in OPEN_HOURS]
    thread = voice("checkins.thread-no" if choices.thread else "checkins.thread-yes")
    turned = Thread.button(voice, number, int(not choices.thread), label=thread)
    runs = schedule.state is Standing.ON
    go = Pause.button(voice, number) if runs else Start.button(voice, number)
    rows: tuple[tuple[Control, ...], ...] = (
        (Where.channels(voice, number),),
        (OnDays.words(voice, ways, number),),
        (Which.words(voice, decks, number),),
        (OpenFor.words(voice, hours, number),),
        (When.button(voice, number), turned, Decks.button(voice), go, Remove.button(voice, number)),
    )
    title = voice(
        "checkins.plan-title", number=number, state=voice(f"checkins.state-{schedule.state}")
    )
    body = [said(house, voice, schedule), preview(house, voice, schedule)]
    if choices.channel is not None and not can_post(interaction, choices.channel):
        body.insert(1, voice("checkins.cannot-post", channel=f"<#{choices.channel}>"))
    small = voice("checkins.plan-small")
    return Card(title, tuple(body), rows, tone=Tone.STAFF, small=small)


def can_post(interaction: discord.Interaction[Any], channel: ChannelId) -> bool:
    """Whether the bot may post in a channel now; one that is gone it may not."""
    room = interaction.guild.get_channel(channel) if interaction.guild else None
    mine = room.permissions_for(room.guild.me) if room else discord.Permissions.none()
    return mine.view_channel and mine.send_messages


async def _decide(interaction: discord.Interaction[Any], number: int, change: Change) -> None:
    """Save what was chosen and show the whole again."""
    guild = require(interaction, Right.ADMINISTER)
    await thinking(interaction)
    await house_of(interaction).feature(Recurring).change(guild, PROMPT, number, change)
    await turn(interaction, await plan_card(interaction, guild, number))


ROUTES = (Show, Where, Which, OpenFor, Thread, OnDays, Weekdays, When, Zone, Start, Pause, Remove)
FORMS = (WeeksForm, MonthForm, WhenForm)
