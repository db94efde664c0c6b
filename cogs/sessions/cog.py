"""`/sessions` for members, `/host session` for hosts, `/setup sessions` for admins."""

import logging
from collections.abc import Coroutine
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import SupportBot
from bot.ids import ChannelId, GuildId, UserId
from bot.storage.database import StorageDown
from bot.ui.answers import answer
from bot.ui.gates import Right, require
from bot.ui.setup_menu import SetupMenu
from cogs.sessions.service.noticing import Noticing
from cogs.sessions.ui import after, hosting
from cogs.sessions.ui.proposing import show_proposals
from cogs.sessions.ui.public import show_coming

log = logging.getLogger("hearth.sessions")


class SessionsCog(commands.Cog):
    """The members' command, and what changes by hand at Discord."""

    def __init__(self, bot: SupportBot) -> None:
        self._bot = bot

    @commands.Cog.listener("on_raw_member_remove")
    async def left(self, event: discord.RawMemberRemoveEvent) -> None:
        """Somebody left, was kicked or banned; comes with the members intent alone."""
        if self._bot.allowed(event.guild_id):
            noticing = self._bot.feature(Noticing)
            await self._put_right(noticing.left(GuildId(event.guild_id), UserId(event.user.id)))

    @commands.Cog.listener("on_guild_channel_delete")
    async def channel_gone(self, channel: discord.abc.GuildChannel) -> None:
        """A channel was deleted by hand."""
        if self._bot.allowed(channel.guild.id):
            guild, gone = GuildId(channel.guild.id), ChannelId(channel.id)
            await self._put_right(self._bot.feature(Noticing).channel_gone(guild, gone))

    @commands.Cog.listener("on_raw_thread_delete")
    async def room_gone(self, event: discord.RawThreadDeleteEvent) -> None:
        """A thread was deleted, by hand or by us after its time."""
        if self._bot.allowed(event.guild_id):
            guild, gone = GuildId(event.guild_id), ChannelId(event.thread_id)
            await self._put_right(self._bot.feature(Noticing).room_gone(guild, gone))

    @commands.Cog.listener("on_raw_message_delete")
    async def message_gone(self, event: discord.RawMessageDeleteEvent) -> None:
        """A message was deleted: perhaps the card in a room."""
        if event.guild_id is not None and self._bot.allowed(event.guild_id):
            guild, where = GuildId(event.guild_id), ChannelId(event.channel_id)
            await self._put_right(self._bot.feature(Noticing).message_gone(guild, where))

    async def _put_right(self, noticed: Coroutine[Any, Any, bool]) -> None:
        """Do it, and at once what follows from it; a sick database is no reason to fall."""
        try:
            if await noticed:
                await self._bot.heartbeat.beat()
        except StorageDown:
            log.exception("sessions.not_noticed")  # a room that is gone is noticed at *Come in*

    @app_commands.command(name="sessions", description="sessions.command")
    @app_commands.guild_only()
    async def sessions(self, interaction: discord.Interaction[Any]) -> None:
        """What is coming, in the own time of whoever asks."""
        await show_coming(interaction)


def add_commands(bot: SupportBot) -> None:
    """Put the hosts' menu on the tree, and where sessions are shown on the admins'."""
    host = app_commands.Group(
        name="host",
        description="sessions.host-command",
        guild_only=True,
        default_permissions=discord.Permissions(manage_events=True),
    )
    session = app_commands.Group(
        name="session", description="sessions.session-command", parent=host
    )
    _for_a_session(session)
    _for_a_date(session)
    _for_hosts(session)
    bot.tree.add_command(host)

    @bot.feature(SetupMenu).command(name="sessions", description="sessions.setup-command")
    async def sessions(interaction: discord.Interaction[Any]) -> None:
        """Where sessions are shown."""
        guild = require(interaction, Right.ADMINISTER)
        await answer(interaction, hosting.board_panel(interaction, guild))


def _for_a_session(session: app_commands.Group) -> None:
    """A session or series as a whole."""

    @session.command(name="create", description="sessions.create-command")
    async def create(interaction: discord.Interaction[Any]) -> None:
        """A panel over a draft."""
        await hosting.create(interaction)

    @session.command(name="list", description="sessions.list-command")
    async def look(interaction: discord.Interaction[Any]) -> None:
        """Every session, and what can be done with it."""
        await hosting.ask_which(interaction, hosting.LOOK)

    @session.command(name="edit", description="sessions.edit-command")
    async def edit(interaction: discord.Interaction[Any]) -> None:
        """Change a session."""
        await hosting.ask_which(interaction, hosting.EDIT)

    @session.command(name="cancel", description="sessions.cancel-command")
    async def cancel(interaction: discord.Interaction[Any]) -> None:
        """Leave one date out, or end the whole."""
        await hosting.ask_which(interaction, hosting.CANCEL)


def _for_a_date(session: app_commands.Group) -> None:
    """One date of a session."""

    @session.command(name="skip", description="sessions.skip-command")
    async def skip(interaction: discord.Interaction[Any]) -> None:
        """Leave one date out."""
        await hosting.ask_which(interaction, hosting.SKIP)

    @session.command(name="move", description="sessions.move-command")
    async def move(interaction: discord.Interaction[Any]) -> None:
        """Let one date happen at another time."""
        await hosting.ask_which(interaction, hosting.MOVE)

    @session.command(name="cover", description="sessions.cover-command")
    async def cover(interaction: discord.Interaction[Any]) -> None:
        """Ask other hosts to take one date."""
        await hosting.ask_which(interaction, hosting.COVER)


def _for_hosts(session: app_commands.Group) -> None:
    """What comes from members, and what goes to supervision."""

    @session.command(name="proposals", description="sessions.proposals-command")
    async def proposals(interaction: discord.Interaction[Any]) -> None:
        """What members would like."""
        await show_proposals(interaction)

    @session.command(name="matters", description="sessions.matters-command")
    async def matters(interaction: discord.Interaction[Any]) -> None:
        """What somebody brings to supervision."""
        await after.show_own(interaction)
