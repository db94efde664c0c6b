"""In which channels a reminder may stand, and of which kind each is: none until an admin says."""

from typing import Any

import discord

from bot.ids import ChannelId, GuildId
from bot.ui.answers import thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.explain import OldButton
from bot.ui.gates import Right, require
from bot.ui.house import house_of, voice_of
from bot.ui.routes import Pick, Route
from cogs.guidelines.domain import KINDS, GuidelineSettings, PlaceKind
from cogs.guidelines.regular import Regular
from cogs.guidelines.service import Charter

NAMES: tuple[PlaceKind, ...] = tuple(KINDS)
ALSO = (discord.ChannelType.forum, discord.ChannelType.voice)


class Places(Route, address="charter:places", label="charter.places"):
    """Shows where reminders may stand."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await turn(interaction, places_card(interaction, guild))


class Kind(Route, address="charter:kind", label="charter.kind-sharing", ids=1):
    """Opens the channels of one kind."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.ADMINISTER)
        voice, kind = voice_of(interaction), _named(self.ids[0])
        body = (voice("charter.place-body", kind=voice(f"charter.kind-{kind}")),)
        rows = ((Place.channels(voice, self.ids[0], also=ALSO),), (Places.button(voice),))
        await turn(interaction, Card(voice("charter.places"), body, rows, tone=Tone.STAFF))


class Place(Pick, address="charter:place", label="charter.place", ids=1):
    """Puts a channel among those of a kind; one that is there already is taken out."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        channel, kind = ChannelId(int(values[0])), _named(self.ids[0])

        def moved(now: GuidelineSettings) -> dict[str, object]:
            others = {each: was for each, was in now.places.items() if each != channel}
            out = now.places.get(channel) == kind
            return {"places": others if out else {**others, channel: kind}}

        await house_of(interaction).settings.decide(guild, GuidelineSettings, moved)
        await turn(interaction, places_card(interaction, guild))


class Nowhere(Route, address="charter:nowhere", label="charter.nowhere"):
    """Reminders stand nowhere any more."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await house_of(interaction).settings.change(guild, GuidelineSettings, places={})
        await turn(interaction, places_card(interaction, guild))


def places_card(interaction: discord.Interaction[Any], guild: GuildId) -> Card:
    """The channels of each kind, and the ways to change them."""
    voice = voice_of(interaction)
    places = house_of(interaction).feature(Charter).chosen(guild).places
    lines: list[str] = []
    for kind in NAMES:
        named = [f"<#{channel}>" for channel, of in places.items() if of == kind]
        shown = ", ".join(named) if named else voice("charter.no-channels")
        lines.append(f"**{voice(f'charter.kind-{kind}')}** · {shown}")
    kinds = tuple(
        Kind.button(voice, place, label=voice(f"charter.kind-{name}"))
        for place, name in enumerate(NAMES)
    )
    rows: list[tuple[Control, ...]] = [kinds]
    if places:
        rows.append((Regular.button(voice), Nowhere.button(voice)))
    body = (voice("charter.places-body"), "\n".join(lines))
    small = voice("charter.places-small")
    return Card(voice("charter.places"), body, tuple(rows), tone=Tone.STAFF, small=small)


def _named(number: int) -> PlaceKind:
    if number >= len(NAMES):
        raise OldButton
    return NAMES[number]


ROUTES = (Places, Kind, Place, Nowhere)
