"""Who sees the commands of staff: by Discord's bit, or because an admin opened them by hand."""

import discord
from discord import app_commands

from bot.app import SupportBot
from bot.ids import GuildId
from bot.sections import CommunitySettings
from bot.ui.checkup import Finding, unwell
from bot.ui.house import Voice

# Which role of `/setup` is meant to see what Discord shows to holders of a bit.
MEANT = {"moderate_members": "moderator_role", "manage_events": "facilitator_role"}
MOST = 5  # commands named in a line


async def who_sees(bot: SupportBot, guild: discord.Guild, voice: Voice) -> list[Finding]:
    """Roles that should see a command of staff and do not, and roles that see one and should not.

    Discord hides a command from whoever lacks its bit, unless Server Settings, Integrations says
    otherwise. Rights are asked at the act in any case; this is about who finds the door.
    """
    chosen = bot.settings.of(GuildId(guild.id), CommunitySettings)
    blind: dict[int, list[str]] = {}
    opened: dict[int, list[str]] = {}
    try:
        for command in await bot.tree.fetch_commands():
            bits = command.default_member_permissions
            if bits is None:
                continue
            allowed = await _opened(command, guild)
            meant = _meant(guild, chosen, bits)
            if meant is not None and not _sees(meant, bits) and meant.id not in allowed:
                blind.setdefault(meant.id, []).append(_shown(command))
            for role in filter(None, map(guild.get_role, allowed)):
                if role != meant and not _sees(role, bits):
                    opened.setdefault(role.id, []).append(_shown(command))
    except discord.HTTPException:
        return [unwell(voice("setup.doctor-doors-unknown"))]
    return [
        unwell(voice(f"setup.doctor-{key}", role=_role(guild, number), commands=_few(names)))
        for key, found in (("blind", blind), ("opened", opened))
        for number, names in found.items()
    ]


async def _opened(command: app_commands.AppCommand, guild: discord.Guild) -> set[int]:
    """The roles to which an admin opened this command by hand."""
    try:
        found = await command.fetch_permissions(guild)
    except discord.NotFound:
        return set()  # nothing was decided
    roles = (one for one in found.permissions if one.type is discord.AppCommandPermissionType.role)
    return {each.id for each in roles if each.permission}


def _meant(
    guild: discord.Guild, chosen: CommunitySettings, bits: discord.Permissions
) -> discord.Role | None:
    for bit, setting in MEANT.items():
        number = getattr(chosen, setting)
        if getattr(bits, bit) and number is not None:
            return guild.get_role(number)
    return None


def _sees(role: discord.Role, bits: discord.Permissions) -> bool:
    held = role.permissions | role.guild.default_role.permissions
    return held.administrator or bits.is_subset(held)


def _shown(command: app_commands.AppCommand) -> str:
    slash = command.type is discord.AppCommandType.chat_input
    return f"/{command.name}" if slash else f"“{command.name}”"


def _role(guild: discord.Guild, number: int) -> str:
    # The number of @everyone is that of the community.
    return "@everyone" if number == guild.id else f"<@&{number}>"


def _few(names: list[str]) -> str:
    return ", ".join(names[:MOST]) + (" …" if len(names) > MOST else "")
