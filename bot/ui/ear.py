"""Hears messages before discord.py builds objects of them: nearly none is ever looked at again.

Building a `discord.Message`, its member and its user costs more than everything that this bot does
with an ordinary message, and nobody here reads them (decision 0015).
"""

from collections.abc import Awaitable, Mapping
from typing import Any

import discord
from discord.ext import commands
from discord.state import ConnectionState

Frame = Mapping[str, Any]
"""A message as Discord sent it."""


def intents(*, members: bool) -> discord.Intents:
    """The fewest intents that work; members only where the operator asked for it."""
    wanted = discord.Intents.none()
    wanted.guilds = True
    wanted.messages = True
    wanted.message_content = True
    wanted.voice_states = True  # who is in a voice channel: whether a session's host is there
    wanted.members = members
    return wanted


def remembered(*, members: bool) -> discord.MemberCacheFlags:
    """Whom discord.py keeps in memory as members: those in voice channels are known by id."""
    return discord.MemberCacheFlags(joined=members, voice=False)


class LeanState(ConnectionState[Any]):
    """discord.py's own state, but for messages: they are handed on as they came.

    What is left to do is awaited through the client's own events, as every listener is.
    """

    def parse_message_create(self, frame: Any, /) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - only its name differs
        """A message arrived."""
        left = self._get_client().hear(frame)
        if left is not None:
            self.dispatch("heard", left)


class Ear(commands.Bot):
    """A bot that hears frames instead of messages."""

    def hear(self, frame: Frame) -> Awaitable[None] | None:
        """What is left to do for a message: nearly always nothing."""
        raise NotImplementedError

    async def on_heard(self, left: Awaitable[None]) -> None:
        """Do it."""
        await left

    def _get_state(self, **options: Any) -> LeanState:
        # The hook by which discord.py itself makes another state for sharded bots.
        return LeanState(
            dispatch=self.dispatch,
            handlers=self._handlers,
            hooks=self._hooks,
            http=self.http,
            **options,
        )
