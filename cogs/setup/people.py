"""`/setup people` and `/setup features`: who may do what, and what is switched on."""

from typing import Any

import discord

from bot.ids import GuildId, RoleId
from bot.sections import CommunitySettings
from bot.ui.answers import thinking, turn
from bot.ui.cards import Card, Tone, plain
from bot.ui.gates import Right, require
from bot.ui.house import house_of, voice_of
from bot.ui.routes import Pick
from bot.ui.tellers import Overview
from cogs.setup.making import check_roles, let_in


class Moderators(Pick, address="setup:takecases", label="setup.pick-moderators"):
    """The role that may take cases."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await _choose(interaction, moderator_role=RoleId(int(values[0])))


class Facilitators(Pick, address="setup:runsessions", label="setup.pick-facilitators"):
    """The role that runs sessions."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await _choose(interaction, facilitator_role=RoleId(int(values[0])))


async def _choose(interaction: discord.Interaction[Any], **fields: RoleId) -> None:
    guild = require(interaction, Right.ADMINISTER)
    check_roles(guild, fields)
    await thinking(interaction)
    settings = house_of(interaction).settings
    await settings.change(guild, CommunitySettings, **fields)
    if interaction.guild is not None:
        await let_in(interaction.guild, settings.of(guild, CommunitySettings))
    await turn(interaction, people_card(interaction, guild))


def people_card(interaction: discord.Interaction[Any], guild: GuildId) -> Card:
    """Who may do what, with a choice for each role."""
    house, voice = house_of(interaction), voice_of(interaction)
    chosen = house.settings.of(guild, CommunitySettings)
    lines = [voice("setup.people-admins")]
    for name, role in {
        "moderator": chosen.moderator_role,
        "facilitator": chosen.facilitator_role,
    }.items():
        key = f"setup.people-{name}" if role else f"setup.people-no-{name}"
        lines.append(voice(key, role=f"<@&{role}>"))
    contact = plain(house.contact)
    key = "setup.people-contact" if contact else "setup.people-no-contact"
    body = ("\n".join(lines), voice("setup.people-duty"), voice(key, contact=contact))
    rows = ((Moderators.roles(voice),), (Facilitators.roles(voice),))
    small = voice("setup.people-small")
    return Card(voice("setup.people-title"), body, rows, tone=Tone.STAFF, small=small)


async def features_card(interaction: discord.Interaction[Any], guild: GuildId) -> Card:
    """Each feature by itself: on or off, and the command that decides it."""
    house, voice = house_of(interaction), voice_of(interaction)
    body = await house.feature(Overview).lines(guild, voice)
    small = voice("setup.features-small")
    return Card(voice("setup.features-title"), tuple(body), tone=Tone.STAFF, small=small)


ROUTES = (Moderators, Facilitators)
