"""The clock of a community: by it the digest comes, and hours of people who chose no zone count."""

import asyncio
from collections.abc import Mapping
from typing import Any
from zoneinfo import available_timezones

import discord

from bot.errors import Refusal
from bot.schedule.typed import LONGEST, zones_like
from bot.ui.answers import answer, thinking
from bot.ui.cards import Card, Tone, plain
from bot.ui.explain import OldButton
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, require
from bot.ui.house import voice_of
from bot.ui.routes import Pick, Route
from cogs.setup.wizard import COUNTRY, save


class NoZone(Refusal):
    """No zone is like what was typed."""

    key = "refusal.not-a-zone"


class AskZone(Route, address="setup:zone", label="setup.type-zone"):
    """Opens the field for the zone."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.ADMINISTER)
        await ZoneForm().open(interaction)


class ZoneForm(Form, address="setup:clock", title="setup.zone-title"):
    """A zone, a city or what a clock is called."""

    fields = (Field("zone", "me.zone-label", LONGEST, hint="setup.zone-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        written = words.get("zone", "").strip()
        # Reading the names of all zones goes to the disk.
        zones = zones_like(written, await asyncio.to_thread(available_timezones))
        if not zones:
            raise NoZone(written=plain(written))
        if len(zones) == 1:
            await save(interaction, COUNTRY, zone=zones[0])
            return
        voice = voice_of(interaction)
        row = (WhichZone.words(voice, [(zone, zone) for zone in zones]),)
        card = Card(voice("setup.zone-title"), (voice("me.zones"),), (row,), tone=Tone.STAFF)
        await answer(interaction, card)


class WhichZone(Pick, address="setup:place", label="me.pick-zone"):
    """One of the zones that may have been meant."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        require(interaction, Right.ADMINISTER)
        if values[0] not in await asyncio.to_thread(available_timezones):
            raise OldButton
        await save(interaction, COUNTRY, zone=values[0])


ROUTES = (AskZone, WhichZone)
FORMS = (ZoneForm,)
