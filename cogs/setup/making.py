"""What the wizard makes or adopts: told before it is done, and done once whatever is pressed."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import discord

from bot.errors import Refusal
from bot.ids import ChannelId, GuildId, RoleId
from bot.sections import CommunitySettings
from bot.ui.house import Voice

# Discord hides the staff's commands from whoever lacks the bit (docs/operating.md).
BITS = {"moderator_role": "moderate_members", "facilitator_role": "manage_events"}
_turns: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)


class CannotMake(Refusal):
    """The bot may not make channels or roles here, or Discord has no place for more."""

    key = "refusal.cannot-make"


class NotEverybody(Refusal):
    """That role is everybody's: all members would read of everybody in danger."""

    key = "refusal.not-everybody"


@dataclass(frozen=True, slots=True)
class Plan:
    """One channel or role: which setting it is for, its name, and what is there already."""

    setting: str
    name: str
    found: discord.TextChannel | discord.Role | None

    @property
    def is_role(self) -> bool:
        """A role, or else a channel."""
        return self.setting.endswith("_role")

    @property
    def shown(self) -> str:
        """How the plan names it before it is made."""
        if self.found is not None:
            return self.found.mention
        return f"@{self.name}" if self.is_role else f"#{self.name}"


def plan(guild: discord.Guild, setting: str, voice: Voice) -> Plan:
    """What would be made for a setting, or what of that name is there and would be used."""
    name = voice(f"setup.name-{setting.replace('_', '-')}")
    if setting.endswith("_role"):
        roles = (role for role in guild.roles if role.name.casefold() == name.casefold())
        return Plan(setting, name, next((r for r in roles if r.is_assignable()), None))
    rooms = (room for room in guild.text_channels if room.name == name)
    return Plan(setting, name, next((r for r in rooms if _can_see(guild, r)), None))


def check_roles(guild: GuildId, fields: Mapping[str, object]) -> None:
    """What is chosen for staff may be a role of some, and not of everybody.

    Raises:
        NotEverybody: as it says; Discord gives @everyone the number of the community.
    """
    if any(fields.get(name) == guild for name in BITS):
        raise NotEverybody


async def carry_out(
    guild: discord.Guild, look: Callable[[], Plan], chosen: CommunitySettings
) -> discord.TextChannel | discord.Role:
    """Make it, or answer what is there; a second press finds what the first one made.

    `look` plans anew, once it is this press's turn.

    Raises:
        CannotMake: a permission is missing, or the community is full.
    """
    async with _turns[guild.id]:
        planned = look()
        if planned.found is not None:
            return planned.found
        try:
            if planned.is_role:
                return await _make_role(guild, planned)
            return await _make_room(guild, planned, chosen)
        except discord.HTTPException as refused:
            raise CannotMake(what=planned.shown) from refused


async def let_in(guild: discord.Guild, chosen: CommunitySettings) -> None:
    """Let moderators into the staff channel, where they cannot see it and the bot may say so."""
    room, role = _room_of(guild, chosen.staff_channel), _role_of(guild, chosen.moderator_role)
    if room is None or role is None or room.permissions_for(role).view_channel:
        return
    if room.permissions_for(guild.me).manage_roles:
        await room.set_permissions(role, view_channel=True, send_messages=True)


def is_there(guild: discord.Guild, value: ChannelId | RoleId | None) -> bool:
    """Whether a chosen channel or role is still there."""
    return value is not None and (
        guild.get_channel(value) is not None or guild.get_role(value) is not None
    )


async def _make_role(guild: discord.Guild, planned: Plan) -> discord.Role:
    # No bit that the bot does not hold itself: Discord would refuse the whole role.
    bit = BITS[planned.setting]
    held = {bit: True} if getattr(guild.me.guild_permissions, bit) else {}
    return await guild.create_role(name=planned.name, permissions=discord.Permissions(**held))


async def _make_room(
    guild: discord.Guild, planned: Plan, chosen: CommunitySettings
) -> discord.TextChannel:
    sees = discord.PermissionOverwrite(
        view_channel=True, send_messages=True, embed_links=True, read_message_history=True
    )
    overwrites: dict[Any, discord.PermissionOverwrite] = {guild.me: sees}
    if planned.setting == "staff_channel":
        overwrites[guild.default_role] = discord.PermissionOverwrite(view_channel=False)
        moderators = _role_of(guild, chosen.moderator_role)
        if moderators is not None:
            overwrites[moderators] = sees
    else:
        overwrites[guild.default_role] = discord.PermissionOverwrite(send_messages=False)
    return await guild.create_text_channel(planned.name, overwrites=overwrites)


def _can_see(guild: discord.Guild, room: discord.TextChannel) -> bool:
    return room.permissions_for(guild.me).view_channel


def _room_of(guild: discord.Guild, number: ChannelId | None) -> discord.TextChannel | None:
    room = None if number is None else guild.get_channel(number)
    return room if isinstance(room, discord.TextChannel) else None


def _role_of(guild: discord.Guild, number: RoleId | None) -> discord.Role | None:
    return None if number is None else guild.get_role(number)
