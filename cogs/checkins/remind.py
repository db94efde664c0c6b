"""A reminder of one's own: set at an hour, changed, and stopped with one press."""

from collections.abc import Mapping
from datetime import time
from typing import Any

import discord

from bot.schedule.typed import LONGEST
from bot.sections import CommunitySettings
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.forms import Field, Form
from bot.ui.house import Voice, house_of, user_of, voice_of
from bot.ui.routes import Pick, Route
from bot.ui.when import time_of, zone_chosen, zones_of
from cogs.checkins.here import here
from cogs.checkins.reminders import Reminders


class Remind(Route, address="checkins:remind", label="checkins.remind"):
    """What is so now, and what can be changed about it."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        here(interaction)
        await thinking(interaction)
        await turn(interaction, await reminder_card(interaction))


class Set(Route, address="checkins:remindset", label="checkins.remind-set"):
    """Asks for hour and zone."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, user, house = here(interaction), user_of(interaction), house_of(interaction)
        now = await house.feature(Reminders).of(guild, user)
        zone = (await house.people.wishes(guild, user)).zone
        zone = zone or house.settings.of(guild, CommunitySettings).zone
        at = f"{now.at:%H:%M}" if now else ""
        await HourForm().open(interaction, {"at": at, "zone": now.zone if now else zone})


class HourForm(Form, address="checkins:remindat", title="checkins.remind-title"):
    """At which hour, on whose clock."""

    fields = (
        Field("at", "checkins.at", 12, hint="checkins.at-hint"),
        Field("zone", "checkins.zone-own", LONGEST, hint="checkins.zone-hint"),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild, user, at = here(interaction), user_of(interaction), time_of(words["at"])
        zones = await zones_of(words["zone"])
        await thinking(interaction)
        if len(zones) == 1:
            await house_of(interaction).feature(Reminders).set(guild, user, at, zones[0])
            await answer(interaction, await reminder_card(interaction))
            return
        voice, minutes = voice_of(interaction), at.hour * 60 + at.minute
        row = (Zone.words(voice, [(zone, zone) for zone in zones], minutes),)
        body = (voice("checkins.remind-zones"),)
        await answer(interaction, Card(voice("checkins.zones-title"), body, (row,)))


class Zone(Pick, address="checkins:remindzone", label="checkins.pick-zone", ids=1):
    """One of the zones that may have been meant; the id is the hour in minutes."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild, user = here(interaction), user_of(interaction)
        await thinking(interaction)
        zone = await zone_chosen(values[0])
        hour, minute = divmod(self.ids[0] % (24 * 60), 60)
        await house_of(interaction).feature(Reminders).set(guild, user, time(hour, minute), zone)
        await turn(interaction, await reminder_card(interaction))


class Stop(Route, address="checkins:remindoff", label="checkins.remind-stop"):
    """No more reminders."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, user = here(interaction), user_of(interaction)
        await thinking(interaction)
        await house_of(interaction).feature(Reminders).stop(guild, user)
        await turn(interaction, await reminder_card(interaction))


class StopThis(Route, address="checkins:hush", label="checkins.remind-stop", ids=1):
    """The same on the reminder itself, also in direct messages; the id is its number."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        voice, reminders = voice_of(interaction), house_of(interaction).feature(Reminders)
        await reminders.stop_one(self.ids[0], user_of(interaction))
        body = (voice("checkins.remind-stopped-body"),)
        await turn(interaction, Card(voice("checkins.remind-stopped"), body))


def notice_card(voice: Voice, ids: Mapping[str, int]) -> Card:
    """The reminder: neutral words, nothing about yesterday, and one press to end it."""
    row: tuple[Control, ...] = (StopThis.button(voice, ids["reminder"]),)
    body = (voice("checkins.remind-notice-body"),)
    return Card(voice("checkins.remind-notice"), body, (row,), tone=Tone.WARM)


async def reminder_card(interaction: discord.Interaction[Any]) -> Card:
    """Whether there is a reminder, when, and by which way it would come."""
    guild, user, voice = here(interaction), user_of(interaction), voice_of(interaction)
    house = house_of(interaction)
    now = await house.feature(Reminders).of(guild, user)
    wishes = await house.people.wishes(guild, user)
    way = "direct" if wishes.direct_messages else "thread" if wishes.private_thread else "home"
    if now is None:
        body, row = (voice("checkins.remind-none"),), (Set.button(voice),)
    else:
        said = voice("checkins.remind-on", at=f"{now.at:%H:%M}", zone=now.zone)
        again = Set.button(voice, label=voice("checkins.remind-change"))
        body = (said,) if wishes.prompts else (said, voice("checkins.remind-not-now"))
        row = (again, Stop.button(voice))
    body += (voice(f"checkins.remind-by-{way}"), voice("checkins.remind-quiet"))
    small = voice("checkins.only-you")
    return Card(voice("checkins.remind-title"), body, (row,), small=small)


def door(voice: Voice) -> Control:
    """The button that leads here."""
    return Remind.button(voice)


ROUTES = (Remind, Set, Zone, Stop, StopThis)
FORMS = (HourForm,)
