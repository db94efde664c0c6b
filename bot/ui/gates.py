"""Who may do what, asked at the moment of the act and in this one place."""

from enum import Enum
from typing import Any

import discord

from bot.ids import GuildId
from bot.sections import CommunitySettings
from bot.ui.explain import NotYourRight
from bot.ui.house import House, house_of


class Right(Enum):
    """What an act needs. An admin has every right of staff; a moderator those of a facilitator."""

    FACILITATE = "facilitate"
    MODERATE = "moderate"
    ADMINISTER = "administer"


def require(interaction: discord.Interaction[Any], right: Right) -> GuildId:
    """The community in which the act happens.

    Raises:
        NotYourRight: the person does not have the right now, or it is not in a community.
    """
    member = interaction.user
    if interaction.guild_id is None or not isinstance(member, discord.Member):
        raise NotYourRight
    guild = GuildId(interaction.guild_id)
    if not has_right(house_of(interaction), member, interaction.permissions, right):
        raise NotYourRight
    return guild


def has_right(
    house: House, member: discord.Member, permissions: discord.Permissions, right: Right
) -> bool:
    """Whether somebody has a right now: by Manage Server, or by a role chosen in `/setup`."""
    if permissions.administrator or permissions.manage_guild:
        return True
    if right is Right.ADMINISTER:
        return False
    chosen = house.settings.of(GuildId(member.guild.id), CommunitySettings)
    roles: set[int | None] = {chosen.moderator_role}
    if right is Right.FACILITATE:
        roles.add(chosen.facilitator_role)
    # Everybody has @everyone; whoever chose it meant something else.
    return any(role.id in roles and not role.is_default() for role in member.roles)


async def serves(client: discord.Client, house: House, guild: GuildId, user: int) -> bool:
    """Whether somebody is of this community's staff now; False where they have left.

    Raises:
        discord.HTTPException: nobody knows.
    """
    place = client.get_guild(guild)
    try:
        member = None if place is None else await place.fetch_member(user)
    except discord.NotFound:
        return False
    return member is not None and has_right(house, member, member.guild_permissions, Right.MODERATE)


async def member_of(interaction: discord.Interaction[Any], user: int) -> discord.Member | None:
    """Somebody of this community with the roles that they have now; None: they are not here."""
    try:
        return await interaction.guild.fetch_member(user) if interaction.guild else None
    except discord.NotFound:
        return None
