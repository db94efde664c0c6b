"""`/setup rota`: who of the staff is on duty when. Staff may also keep their own hours."""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import discord

from bot.app import SupportBot
from bot.errors import Refusal
from bot.ids import GuildId, UserId
from bot.schedule.duty import WEEK, Hours, days_of, mask_of
from bot.sections import CommunitySettings
from bot.services.rota import Coverage, Duty
from bot.services.swaps import Swaps
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, require
from bot.ui.house import Voice, house_of, user_of, voice_of
from bot.ui.routes import Pick, Route
from bot.ui.setup_menu import SetupMenu
from cogs.crisis.swap import RollCall, Whom, shift_of, swapped

AWAY_DAYS = (1, 7, 28)
BACK = 0
SHOWN = 20  # shifts on one card


class NotHours(Refusal):
    """A time or a zone that cannot be read."""

    key = "refusal.not-hours"


class Who(Pick, address="rota:who", label="rota.who"):
    """Whose hours."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        require(interaction, Right.ADMINISTER)
        await turn(interaction, days_card(voice_of(interaction), int(values[0])))


class Mine(Route, address="rota:mine", label="rota.mine"):
    """My own hours."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.MODERATE)
        await turn(interaction, days_card(voice_of(interaction), interaction.user.id))


class Days(Pick, address="rota:days", label="rota.days", ids=1):
    """On which days."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, _right(interaction, self.ids[0]))
        zone = house_of(interaction).settings.of(guild, CommunitySettings).zone
        days = mask_of(int(value) for value in values if value.isdigit())
        await HoursForm(self.ids[0], days).open(interaction, {"zone": zone})


class HoursForm(Form, address="rota:hours", title="rota.hours-title", ids=2):
    """From when to when, on which clock."""

    fields = (
        Field("start", "rota.start", 5, hint="rota.start-hint"),
        Field("end", "rota.end", 5, hint="rota.end-hint"),
        Field("zone", "rota.zone", 64, hint="rota.zone-hint"),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        person, days = self.ids
        guild = require(interaction, _right(interaction, person))
        await thinking(interaction)
        hours = Hours(
            days_of(days), _time(words["start"]), _time(words["end"]), _zone(words["zone"])
        )
        await house_of(interaction).feature(Duty).add(guild, UserId(person), hours)
        await turn(interaction, await rota_card(interaction, guild))


class Drop(Pick, address="rota:drop", label="rota.drop"):
    """Takes hours back: one's own, or as an admin anybody's."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        duty = house_of(interaction).feature(Duty)
        for shift in await duty.shifts(guild):
            if str(shift.id) == values[0]:
                require(interaction, _right(interaction, shift.person))
                await duty.drop(guild, shift.id)
        await turn(interaction, await rota_card(interaction, guild))


class Away(Route, address="rota:away", label="rota.away", ids=1):
    """I am away for so many days; 0: I am back."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        days = self.ids[0] if self.ids[0] in AWAY_DAYS else BACK
        await house_of(interaction).feature(Duty).away(guild, user_of(interaction), days)
        voice = voice_of(interaction)
        key = "rota.away-body" if days else "rota.back-body"
        await turn(
            interaction,
            Card(voice("rota.title"), (voice(key, days=days),), (_home(voice),), tone=Tone.STAFF),
        )


class Swapping(Route, address="rota:swap", label="rota.swap"):
    """Which of one's own hours (an admin: whose) somebody else could take once."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        voice, me = voice_of(interaction), user_of(interaction)
        every = interaction.permissions.manage_guild
        options = [
            (str(each.id), f"{place}. {_said(voice, each.hours)}")
            for place, each in enumerate(await house_of(interaction).feature(Duty).shifts(guild), 1)
            if each.person == me or every
        ]
        if not options:
            body = (voice("rota.swap-none"),)
            await turn(interaction, Card(voice("rota.title"), body, (_home(voice),)))
            return
        row: tuple[Control, ...] = (Which.words(voice, options),)
        body = (voice("rota.swap-body"),)
        await turn(
            interaction, Card(voice("rota.swap"), body, (row, _home(voice)), tone=Tone.STAFF)
        )


class Which(Pick, address="rota:which", label="rota.which"):
    """One shift; whom to ask comes next."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        voice = voice_of(interaction)
        shift = await shift_of(interaction, guild, int(values[0]))
        row: tuple[Control, ...] = (Whom.people(voice, shift.id),)
        body = (_said(voice, shift.hours), voice("rota.whom-body"))
        await turn(
            interaction, Card(voice("rota.swap"), body, (row, _home(voice)), tone=Tone.STAFF)
        )


class Write(Route, address="rota:write", label="rota.write", ids=1):
    """May the bot write to me of what stands in no channel? 1: yes, 0: no."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, me = house_of(interaction), user_of(interaction)
        wanted = bool(self.ids[0])
        if wanted:
            await house.feature(Duty).remember(guild, me)
        await house.people.wish(guild, me, direct_messages=wanted)
        await turn(interaction, await rota_card(interaction, guild))


class Show(Route, address="rota:show", label="rota.show"):
    """All hours."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        await turn(interaction, await rota_card(interaction, guild))


async def rota_card(interaction: discord.Interaction[Any], guild: GuildId) -> Card:
    """Everybody's hours, who is on duty now, and what can be changed."""
    voice, duty = voice_of(interaction), house_of(interaction).feature(Duty)
    swaps = house_of(interaction).feature(Swaps)
    await house_of(interaction).feature(RollCall).call(guild)
    shifts, ahead, gone = (
        await duty.shifts(guild),
        await swaps.ahead(guild),
        await swaps.gone(guild),
    )
    rows: list[tuple[Control, ...]] = []
    if interaction.permissions.manage_guild:
        rows.append((Who.people(voice),))
    if shifts:
        options = [
            (str(each.id), f"{place}. {_said(voice, each.hours)}")
            for place, each in enumerate(shifts[:SHOWN], start=1)
        ]
        rows.append((Drop.words(voice, options),))
    away = [
        Away.button(voice, days, label=voice("rota.away-days", days=days)) for days in AWAY_DAYS
    ]
    away.append(Away.button(voice, BACK, label=voice("rota.back")))
    wishes = await house_of(interaction).people.wishes(guild, user_of(interaction))
    say = voice("rota.write-no" if wishes.direct_messages else "rota.write")
    write = Write.button(voice, 1 - int(wishes.direct_messages), label=say)
    rows += [(Mine.button(voice), Swapping.button(voice), write), tuple(away)]
    lines = [
        f"{place}. <@{each.person}> · {_said(voice, each.hours)}{swapped(voice, each, ahead)}"
        + (f" · {voice('rota.gone')}" if each.tag in gone else "")
        for place, each in enumerate(shifts[:SHOWN], start=1)
    ]
    body = (now_on(voice, await duty.coverage(guild)), "\n".join(lines) or voice("rota.none"))
    return Card(voice("rota.title"), body, tuple(rows), tone=Tone.STAFF, small=voice("rota.small"))


def now_on(voice: Voice, coverage: Coverage) -> str:
    """Who is on duty now, for staff."""
    if coverage.on:
        return voice("rota.now", who=voice.several(f"<@{each}>" for each in coverage.on))
    return voice("rota.now-nobody" if coverage.kept else "rota.now-unkept")


def days_card(voice: Voice, person: int) -> Card:
    """The days of the week to choose from."""
    options = [(str(day), voice(f"rota.day-{day}")) for day in range(7)]
    row: tuple[Control, ...] = (Days.words(voice, options, person, most=7),)
    body = (voice("rota.days-body", who=f"<@{person}>"),)
    return Card(voice("rota.title"), body, (row, _home(voice)), tone=Tone.STAFF)


def add_command(bot: SupportBot) -> None:
    """Put the rota on the admins' menu."""

    @bot.feature(SetupMenu).command(name="rota", description="rota.command")
    async def rota(interaction: discord.Interaction[Any]) -> None:
        """Who is on duty when."""
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await answer(interaction, await rota_card(interaction, guild))


def _home(voice: Voice) -> tuple[Control, ...]:
    return (Show.button(voice),)


def _right(interaction: discord.Interaction[Any], person: int) -> Right:
    """One's own hours are a moderator's to keep; another's are an admin's."""
    return Right.MODERATE if person == interaction.user.id else Right.ADMINISTER


def _said(voice: Voice, hours: Hours) -> str:
    days: Sequence[int] = sorted(hours.days)
    named = (
        voice("rota.every-day")
        if len(days) == WEEK
        else voice.several(voice(f"rota.short-{day}") for day in days)
    )
    times = {"start": f"{hours.start:%H:%M}", "end": f"{hours.end:%H:%M}"}
    return voice("rota.hours", days=named, zone=hours.zone.key, **times)


def _time(written: str) -> time:
    digits = written.strip().replace(".", ":").replace("h", ":").rstrip(":")
    hour, _, minute = digits.partition(":")
    try:
        return time(int(hour) % 24, int(minute or 0))
    except ValueError:
        raise NotHours from None


def _zone(written: str) -> ZoneInfo:
    wanted = written.strip().replace(" ", "_").casefold()
    for name in available_timezones():
        if name.casefold() == wanted:
            return ZoneInfo(name)
    raise NotHours


ROUTES = (Who, Mine, Days, Drop, Away, Swapping, Which, Write, Show)
FORMS = (HoursForm,)
