"""`/setup guidelines`, reminders by schedule: where, on which days, when; every press is saved."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.errors import Refusal
from bot.ids import ChannelId, GuildId
from bot.schedule.days import LAST_DAY, MOST_WEEKS
from bot.schedule.typed import LONGEST
from bot.sections import CommunitySettings
from bot.services.recurring import Recurring
from bot.storage.recurring import Schedule, Standing
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.explain import OldButton
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, require
from bot.ui.house import Voice, house_of, voice_of
from bot.ui.routes import Pick, Route, way_to
from bot.ui.when import date_of, monthday_of, number_of, time_of, zone_chosen, zones_of
from cogs.guidelines.service import Charter
from cogs.guidelines.timetable import (
    REMINDER,
    Change,
    Times,
    brief,
    changed,
    fresh,
    preview,
    said,
)

IN_A_SELECT, IN_A_ROW, MOST = 25, 5, 15
OFTEN, TWO = ("week", "weeks", "month"), 2


class NotNamed(Refusal):
    """A line stands only in a channel that was named, with its kind."""

    key = "refusal.channel-not-named"


class Regular(Route, address="charter:regular", label="charter.times"):
    """All schedules."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await turn(interaction, await list_card(interaction, guild))


class New(Route, address="charter:new", label="charter.times-new"):
    """One more, which rests until it is started."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        house = house_of(interaction)
        zone = house.settings.of(guild, CommunitySettings).zone
        plan = fresh(zone, house.clock.now().date())
        made = await house.feature(Recurring).draft(guild, REMINDER, plan)
        await turn(interaction, await times_card(interaction, guild, made.id))


class Show(Route, address="charter:times", label="charter.times-open", ids=1):
    """One schedule."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await turn(interaction, await times_card(interaction, guild, self.ids[0]))


class Where(Pick, address="charter:where", label="charter.times-pick-where", ids=1):
    """In which of the channels that were named."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        channel = ChannelId(int(values[0]) if values[0].isdigit() else 0)
        if channel not in house_of(interaction).feature(Charter).chosen(guild).places:
            raise NotNamed
        await _decide(interaction, self.ids[0], changed(channel=channel))


class OnDays(Pick, address="charter:days", label="charter.times-pick-days", ids=1):
    """On which days of the week."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        days = tuple(sorted({int(each) for each in values if each in [*"0123456"]}))
        await _decide(interaction, self.ids[0], changed(days=days or (0,), monthday=None))


class HowOften(Pick, address="charter:often", label="charter.times-pick-often", ids=1):
    """Every week, every few weeks, or once a month; the last two need one more question."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild, number = require(interaction, Right.ADMINISTER), self.ids[0]
        if values[0] not in OFTEN:
            raise OldButton
        if values[0] == "week":
            await _decide(interaction, number, changed(weeks=1, monthday=None))
            return
        house = house_of(interaction)
        now = await house.feature(Recurring).get(guild, REMINDER, number)
        times = Times.model_validate(now.choices)
        if values[0] == "month":
            day = times.monthday or ""
            last = voice_of(interaction)("charter.times-month-word") if day == LAST_DAY else day
            await MonthForm(number).open(interaction, {"day": str(last)})
            return
        today = house.clock.now().astimezone(now.wall).date()
        written = {"weeks": str(max(times.weeks, TWO)), "first": today.isoformat()}
        await WeeksForm(number).open(interaction, written)


class WeeksForm(Form, address="charter:weeks", title="charter.times-every-weeks", ids=1):
    """Every how many weeks, and which week is the first."""

    fields = (
        Field("weeks", "charter.times-how-many", 2, hint="charter.times-how-many-hint"),
        Field("first", "charter.times-first", 10, hint="charter.times-first-hint"),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        weeks = number_of(words.get("weeks", ""), MOST_WEEKS)
        change = changed(first=date_of(words.get("first", "")), weeks=weeks, monthday=None)
        await _decide(interaction, self.ids[0], change)


class MonthForm(Form, address="charter:month", title="charter.times-every-month", ids=1):
    """On which day of the month."""

    fields = (Field("day", "charter.times-month", 12, hint="charter.times-month-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        last = voice_of(interaction)("charter.times-month-word")
        day = monthday_of(words.get("day", ""), last)
        await _decide(interaction, self.ids[0], changed(monthday=day))


class When(Route, address="charter:when", label="charter.times-at", ids=1):
    """Asks for hour and zone."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        now = await house_of(interaction).feature(Recurring).get(guild, REMINDER, self.ids[0])
        written = {"at": f"{now.rule.at:%H:%M}", "zone": now.zone}
        await WhenForm(*self.ids).open(interaction, written)


class WhenForm(Form, address="charter:at", title="charter.times-at", ids=1):
    """At which hour, on whose clock."""

    fields = (
        Field("at", "charter.times-hour", 12, hint="charter.times-hour-hint"),
        Field("zone", "charter.times-zone", LONGEST, hint="charter.times-zone-hint"),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        at, zones = time_of(words.get("at", "")), await zones_of(words.get("zone", ""))
        if len(zones) == 1:
            await _decide(interaction, self.ids[0], changed(at=at, zone=zones[0]))
            return
        await thinking(interaction)
        recurring, voice = house_of(interaction).feature(Recurring), voice_of(interaction)
        await recurring.change(guild, REMINDER, self.ids[0], changed(at=at))
        pick = Zone.words(voice, [(zone, zone) for zone in zones], *self.ids)
        title, body = voice("charter.times-which-zone"), (voice("charter.times-saved"),)
        await answer(interaction, Card(title, body, ((pick,),), tone=Tone.STAFF))


class Zone(Pick, address="charter:zone", label="charter.times-pick-zone", ids=1):
    """One of the zones that may have been meant."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        require(interaction, Right.ADMINISTER)
        await _decide(interaction, self.ids[0], changed(zone=await zone_chosen(values[0])))


class Run(Route, address="charter:run", label="charter.times-start", ids=2):
    """It runs from now on (1), or rests (0)."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        number, runs = self.ids
        house = house_of(interaction)
        now = await house.feature(Recurring).get(guild, REMINDER, number)
        if runs and _room(now) not in house.feature(Charter).chosen(guild).places:
            raise NotNamed
        to = Standing.ON if runs else Standing.PAUSED
        if now.state is not to:
            await house.feature(Recurring).switch(guild, REMINDER, number, to)
        await turn(interaction, await times_card(interaction, guild, number))


class Remove(Route, address="charter:remove", label="charter.times-remove", ids=1):
    """It goes."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await house_of(interaction).feature(Recurring).remove(guild, REMINDER, self.ids[0])
        await turn(interaction, await list_card(interaction, guild))


async def list_card(interaction: discord.Interaction[Any], guild: GuildId) -> Card:
    """All schedules, each with a button to open it."""
    house, voice = house_of(interaction), voice_of(interaction)
    found = (await house.feature(Recurring).of(guild, REMINDER))[:MOST]
    body = [voice("charter.times-body")]
    if found:
        body.append("\n".join(brief(voice, each) for each in found))
    named = bool(house.feature(Charter).chosen(guild).places)
    if not named:
        body.append(voice("charter.times-no-places"))
    buttons = [
        Show.button(voice, each.id, label=voice("charter.times-open", number=each.id))
        for each in found
    ]
    rows: list[tuple[Control, ...]] = [
        tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW)
    ]
    if len(found) < MOST:
        rows.append((New.button(voice),) if named else (_places(voice), New.button(voice)))
    return Card(voice("charter.times"), tuple(body), tuple(rows), tone=Tone.STAFF)


async def times_card(interaction: discord.Interaction[Any], guild: GuildId, number: int) -> Card:
    """One schedule: what is chosen, when it comes next, and everything that can be changed."""
    house, voice = house_of(interaction), voice_of(interaction)
    schedule = await house.feature(Recurring).get(guild, REMINDER, number)
    places = house.feature(Charter).chosen(guild).places
    often = [(each, voice(f"charter.times-every-{each}")) for each in OFTEN]
    rows: list[tuple[Control, ...]] = [(HowOften.words(voice, often, number),)]
    if Times.model_validate(schedule.choices).monthday is None:
        days = [(str(day), voice(f"schedule.day-{day}")) for day in range(7)]
        rows.append((OnDays.words(voice, days, number, most=7),))
    rooms = _rooms(interaction, voice, places)
    if rooms:
        rows.insert(0, (Where.words(voice, rooms, number),))
    runs = schedule.state is Standing.ON
    label = voice("charter.times-pause" if runs else "charter.times-start")
    go = Run.button(voice, number, int(not runs), label=label)
    last = (When.button(voice, number), go, Remove.button(voice, number), Regular.button(voice))
    rows.append(last if places else (_places(voice), *last))
    body = [said(voice, schedule), preview(house, voice, schedule)]
    room = _room(schedule)
    if not places:
        body.append(voice("charter.times-no-places"))
    elif room is not None and room not in places:
        body.insert(1, voice("charter.times-not-named", channel=f"<#{room}>"))
    elif room is not None and not _can_post(interaction, room):
        body.insert(1, voice("checkins.cannot-post", channel=f"<#{room}>"))
    state = voice(f"charter.times-{schedule.state}")
    title = voice("charter.times-title", number=number, state=state)
    small = voice("charter.times-small")
    return Card(title, tuple(body), tuple(rows), tone=Tone.STAFF, small=small)


async def _decide(interaction: discord.Interaction[Any], number: int, change: Change) -> None:
    """Save what was chosen and show the whole again."""
    guild = require(interaction, Right.ADMINISTER)
    await thinking(interaction)
    await house_of(interaction).feature(Recurring).change(guild, REMINDER, number, change)
    await turn(interaction, await times_card(interaction, guild, number))


def _places(voice: Voice) -> Route:
    """To where channels are named, each with its kind."""
    return way_to("charter:places", voice, label=voice("charter.places"))


def _room(schedule: Schedule) -> ChannelId | None:
    return Times.model_validate(schedule.choices).channel


def _rooms(
    interaction: discord.Interaction[Any], voice: Voice, places: Mapping[ChannelId, str]
) -> list[tuple[str, str]]:
    """The channels that were named and are there, by name and kind."""
    named: list[tuple[str, str]] = []
    for channel, kind in places.items():
        room = interaction.guild.get_channel(channel) if interaction.guild else None
        if isinstance(room, discord.abc.Messageable):  # nobody can write into a forum itself
            named.append((str(channel), f"#{room.name} · {voice(f'charter.kind-{kind}')}"))
    return named[:IN_A_SELECT]


def _can_post(interaction: discord.Interaction[Any], channel: ChannelId) -> bool:
    room = interaction.guild.get_channel(channel) if interaction.guild else None
    mine = room.permissions_for(room.guild.me) if room else discord.Permissions.none()
    return mine.view_channel and mine.send_messages


ROUTES = (Regular, New, Show, Where, HowOften, OnDays, When, Zone, Run, Remove)
FORMS = (WeeksForm, MonthForm, WhenForm)
