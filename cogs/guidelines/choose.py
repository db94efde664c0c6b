"""What else is decided about the guidelines: the panel's channel, the role, the age."""

from typing import Any

import discord

from bot.app import SupportBot
from bot.ids import ChannelId, GuildId, RoleId
from bot.ui.answers import thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.gates import Right, require
from bot.ui.house import house_of, voice_of
from bot.ui.routes import Pick, Route
from cogs.guidelines.domain import AGES, LEAVES, GuidelineSettings
from cogs.guidelines.giving import hindrance
from cogs.guidelines.panel import post_panel
from cogs.guidelines.places import Places
from cogs.guidelines.service import Charter


class Choices(Route, address="charter:choices", label="charter.choices"):
    """Shows what is decided."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await turn(interaction, choices_card(interaction, guild))


class PanelRoom(Pick, address="charter:panel", label="charter.panel"):
    """Where the welcome card stands; it is posted at once."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        bot, channel = interaction.client, ChannelId(int(values[0]))
        assert isinstance(bot, SupportBot)  # noqa: S101 - the only client that loads this feature
        await bot.settings.change(guild, GuidelineSettings, panel=channel)
        await post_panel(bot, guild, channel)
        await turn(interaction, choices_card(interaction, guild))


class AgreedRole(Pick, address="charter:role", label="charter.role"):
    """The role that goes with agreeing."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await _save(interaction, role=RoleId(int(values[0])))


class NoRole(Route, address="charter:norole", label="charter.no-role"):
    """Agreeing gives no role."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _save(interaction, role=None)


class Age(Pick, address="charter:age", label="charter.age"):
    """How old somebody has to be here."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        age = int(values[0]) if values[0].isdigit() else 0
        await _save(interaction, age=age if age in AGES else 18)


class Leave(Pick, address="charter:leave", label="charter.leave"):
    """Whether the role leaves whoever does not answer a material change, and when."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        days = int(values[0]) if values[0].isdigit() else 0
        await _save(interaction, leave_days=days if days in LEAVES else None)


def choices_card(interaction: discord.Interaction[Any], guild: GuildId) -> Card:
    """What is decided now, what stands in its way, and how to change it."""
    voice, place = voice_of(interaction), interaction.guild
    chosen = house_of(interaction).feature(Charter).chosen(guild)
    body = [
        voice("charter.panel-now", channel=f"<#{chosen.panel}>")
        if chosen.panel
        else voice("charter.panel-none"),
        voice("charter.role-now", role=f"<@&{chosen.role}>")
        if chosen.role
        else voice("charter.role-none"),
        voice("charter.age-now", age=chosen.age),
    ]
    if chosen.role:
        days = chosen.leave_days
        body.append(voice("charter.leave-now", days=days) if days else voice("charter.leave-never"))
    if chosen.role and place is not None:
        reason = hindrance(place, place.get_role(chosen.role))
        if reason is not None:
            body.insert(2, voice(f"guidelines.role-{reason}", role=f"<@&{chosen.role}>"))
    ages = [(str(each), voice("charter.age-n", age=each)) for each in AGES]
    rows: list[tuple[Control, ...]] = [
        (PanelRoom.channels(voice),),
        (AgreedRole.roles(voice),),
        (Age.words(voice, ages),),
    ]
    if chosen.role:
        leaves = [(str(days), voice("charter.leave-n", days=days)) for days in LEAVES]
        rows.append((Leave.words(voice, [("0", voice("charter.leave-0")), *leaves]),))
    more: list[Control] = [Places.button(voice)]
    if chosen.role:
        more.append(NoRole.button(voice))
    rows.append(tuple(more))
    title, small = voice("charter.choices-title"), voice("charter.choices-small")
    return Card(title, tuple(body), tuple(rows), tone=Tone.STAFF, small=small)


async def _save(interaction: discord.Interaction[Any], **fields: object) -> None:
    guild = require(interaction, Right.ADMINISTER)
    await thinking(interaction)
    await house_of(interaction).settings.change(guild, GuidelineSettings, **fields)
    await turn(interaction, choices_card(interaction, guild))


ROUTES = (Choices, PanelRoom, AgreedRole, NoRole, Age, Leave)
