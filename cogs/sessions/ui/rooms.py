"""Rooms at Discord: private threads that are found before they are made, locked, deleted."""

from collections.abc import AsyncGenerator, Collection
from contextlib import asynccontextmanager
from datetime import datetime

import aiohttp
import discord

from bot.ids import ChannelId, GuildId, UserId
from bot.services.courier import Unclear, Undeliverable
from bot.ui.house import House, public_voice

IN_A_CHANNEL = ("view_channel", "send_messages", "read_message_history")
FOR_A_THREAD = (
    "view_channel",
    "read_message_history",
    "create_private_threads",
    "send_messages_in_threads",
    "manage_threads",
)
LOOKED_THROUGH = 300  # messages of the first minutes
ARCHIVED_AFTER = 10080  # minutes of silence; a room is deleted long before
_SERVER_ERROR = 500
_NOBODY = (10007, 10013)  # Discord's codes for "Unknown Member" and "Unknown User"


class DiscordRooms:
    """The port `Rooms` over discord.py."""

    def __init__(self, client: discord.Client, house: House) -> None:
        self._client = client
        self._house = house

    def lacking(self, guild: GuildId, channel: ChannelId, *, thread: bool) -> tuple[str, ...]:
        place = self._client.get_guild(guild)
        there = place.get_channel(channel) if place else None
        if place is None or there is None:
            return ("gone",)
        mine = there.permissions_for(place.me)
        return tuple(
            name for name in (FOR_A_THREAD if thread else IN_A_CHANNEL) if not getattr(mine, name)
        )

    async def present(
        self, guild: GuildId, room: ChannelId, people: Collection[UserId], since: datetime
    ) -> bool:
        place = self._client.get_guild(guild)
        there = place.get_channel_or_thread(room) if place else None
        voiced = isinstance(there, discord.VoiceChannel | discord.StageChannel)
        if voiced and not set(people).isdisjoint(there.voice_states):
            return True
        try:
            async with _meaning():
                # Who wrote is all that is looked at.
                written = self._client.get_partial_messageable(room).history
                return any(
                    [
                        each.author.id in people
                        async for each in written(limit=LOOKED_THROUGH, after=since)
                    ]
                )
        except Undeliverable:  # a room that cannot be read tells nothing
            return False

    async def here(self, guild: GuildId, user: UserId) -> bool:
        place = self._client.get_guild(guild)
        try:
            if place is not None:
                await place.fetch_member(user)
        except discord.NotFound:
            return False
        except (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError):
            pass
        return True

    async def open(self, guild: GuildId, channel: ChannelId, number: int) -> ChannelId:
        lacking = self.lacking(guild, channel, thread=True)
        place = self._client.get_guild(guild)
        parent = place.get_channel(channel) if place else None
        if place is None or not isinstance(parent, discord.TextChannel):
            raise Undeliverable("gone")
        if lacking:
            raise Undeliverable("forbidden")
        name = public_voice(self._house, guild)("sessions.room-name", number=number)
        async with _meaning():
            for thread in await place.active_threads():
                mine = self._client.user is not None and thread.owner_id == self._client.user.id
                if mine and thread.parent_id == channel and thread.name == name:
                    return ChannelId(thread.id)
            made = await parent.create_thread(
                name=name,
                type=discord.ChannelType.private_thread,
                invitable=False,
                auto_archive_duration=ARCHIVED_AFTER,
            )
            return ChannelId(made.id)

    async def admit(self, room: ChannelId, user: UserId) -> None:
        async with _meaning():
            there = await self._client.fetch_channel(room)
            if isinstance(there, discord.Thread):
                await there.add_user(discord.Object(user))

    async def lock(self, room: ChannelId) -> None:
        async with _meaning():
            thread = await self._thread(room)
            if thread is not None and not thread.locked:
                await thread.edit(locked=True)

    async def remove(self, room: ChannelId) -> None:
        async with _meaning():
            thread = await self._thread(room)
            if thread is not None:
                await thread.delete()

    async def _thread(self, room: ChannelId) -> discord.Thread | None:
        try:
            found = await self._client.fetch_channel(room)
        except discord.NotFound:
            return None
        return found if isinstance(found, discord.Thread) else None


@asynccontextmanager
async def _meaning() -> AsyncGenerator[None]:
    """What Discord answered, as the services know it."""
    try:
        yield
    except discord.NotFound as problem:
        left = problem.code in _NOBODY
        raise Undeliverable("left" if left else "gone") from None
    except discord.RateLimited:
        raise Unclear from None
    except discord.HTTPException as problem:
        if problem.status >= _SERVER_ERROR:
            raise Unclear from None
        raise Undeliverable("forbidden") from None
    except (aiohttp.ClientError, OSError, TimeoutError):
        raise Unclear from None
