"""`/care`: one menu for staff, to which every feature adds what helps them to look after a room."""

from typing import Any

import discord
from discord import app_commands


class CareMenu(app_commands.Group):
    """The commands of `/care`. A feature adds its own with `care_menu(bot.tree).command(…)`."""

    def __init__(self) -> None:
        super().__init__(
            name="care",
            description="care.command",
            guild_only=True,
            default_permissions=discord.Permissions(moderate_members=True),
        )


def care_menu(tree: app_commands.CommandTree[Any]) -> CareMenu:
    """The menu; whoever asks first puts it on the tree."""
    found = tree.get_command("care")
    if isinstance(found, CareMenu):
        return found
    menu = CareMenu()
    tree.add_command(menu)
    return menu
