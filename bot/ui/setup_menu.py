"""`/setup`: one menu for admins, to which every feature adds what can be decided about it."""

import discord
from discord import app_commands


class SetupMenu(app_commands.Group):
    """The commands of `/setup`. A feature adds its own with `bot.feature(SetupMenu).command(…)`."""

    def __init__(self) -> None:
        super().__init__(
            name="setup",
            description="setup.command",
            guild_only=True,
            default_permissions=discord.Permissions(manage_guild=True),
        )
