"""The clock of a community: by it the digest comes, and hours of people who chose no zone count."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.schedule.typed import LONGEST
from bot.ui.answers import answer, thinking
from bot.ui.cards import Card, Tone
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, require
from bot.ui.house import voice_of
from bot.ui.routes import Pick, Route
from bot.ui.when import zone_chosen, zones_of
from cogs.setup.wizard import COUNTRY, save


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
        zones = await zones_of(words.get("zone", "").strip())
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
        await save(interaction, COUNTRY, zone=await zone_chosen(values[0]))


ROUTES = (AskZone, WhichZone)
FORMS = (ZoneForm,)
