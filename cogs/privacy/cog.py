"""`/me`."""

from collections.abc import Mapping
from typing import Any, cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import SupportBot
from bot.ids import GuildId, UserId
from bot.services.departures import Departures, leaves_a_trace
from bot.ui.explain import door
from bot.ui.house import guild_of, user_of
from cogs.privacy.panel import open_me


class Privacy(commands.Cog):
    """The command by which somebody sees and changes what is theirs; who comes and who goes."""

    def __init__(self, bot: SupportBot, departures: Departures) -> None:
        self.bot, self.departures = bot, departures

    @app_commands.command(name="me", description="me.command")
    @app_commands.guild_only()
    async def me(self, interaction: discord.Interaction[Any]) -> None:
        """How you like to be treated, stepping back, and what is kept of you."""
        async with door(interaction):
            await open_me(interaction)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Somebody is here; nothing of what they did is remembered."""
        guild = guild_of(interaction)
        told = cast("Mapping[str, Any]", interaction.data or {})
        named = str(told.get("custom_id") or told.get("name") or "")
        if guild is not None and self.bot.allowed(guild) and leaves_a_trace(named):
            self.departures.pressed(guild, user_of(interaction))

    @commands.Cog.listener()
    async def on_raw_member_remove(self, payload: discord.RawMemberRemoveEvent) -> None:
        """Somebody left (Discord says so only with the members intent)."""
        if not payload.user.bot:
            await self.departures.left(GuildId(payload.guild_id), UserId(payload.user.id))

    @commands.Cog.listener()
    async def on_member_join(self, member: discord.Member) -> None:
        """Somebody came back, or is new."""
        await self.departures.back(GuildId(member.guild.id), UserId(member.id))

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A community that was taken for gone is there: its clock stops."""
        if self.bot.people.has_parted(GuildId(guild.id)):
            await self.bot.people.meet(GuildId(guild.id))

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Communities may have removed the bot while it was away."""
        await self.departures.removed_from({each.id: each for each in self.bot.guilds})
