"""The one ear of the house: every message and edit comes here first, and mostly ends here.

A listener per feature costs several microseconds a message; a watcher is a plain call that
answers None at once where there is nothing to do (docs/decisions/0015).
"""

import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import discord

from bot.ids import ChannelId, GuildId, MessageId, UserId
from bot.ui.proxies import Proxies

log = logging.getLogger("hearth.router")


@dataclass(slots=True)
class Said:
    """Something that somebody wrote, as the watchers see it. Never stored, never logged."""

    guild: GuildId | None
    channel: ChannelId
    parent: ChannelId | None
    message: MessageId
    user: UserId
    text: str


Watcher = Callable[[Said], Awaitable[None] | None]
Echo = Callable[[Said, MessageId], Awaitable[None]]
Farewell = Callable[[GuildId | None, MessageId], Awaitable[None] | None]


class Router:
    """Turns Discord's events into `Said` and calls the watchers."""

    def __init__(self, bot: discord.Client) -> None:
        self._bot = bot
        self._watchers: list[Watcher] = []
        self._farewells: list[Farewell] = []
        self._echoes: list[Echo] = []
        self.proxies = Proxies()

    def watch(self, watcher: Watcher) -> None:
        """Call this for every message and edit by a person."""
        self._watchers.append(watcher)

    def on_deleted(self, farewell: Farewell) -> None:
        """Call this for every message that is deleted."""
        self._farewells.append(farewell)

    def on_said_again(self, echo: Echo) -> None:
        """Call this when a proxy bot says again what somebody acted on; with the first one's id."""
        self._echoes.append(echo)

    async def message(self, message: discord.Message) -> None:
        """A new message."""
        author = message.author
        if message.webhook_id is not None:
            await self._again(message)
            return
        if author.bot:
            return
        text = message.content
        if message.message_snapshots or message.poll is not None:
            text = _all_words(message)
        if not text:
            return
        channel = message.channel
        guild = message.guild
        said = Said(
            None if guild is None else GuildId(guild.id),
            ChannelId(channel.id),
            _parent(channel),
            MessageId(message.id),
            UserId(author.id),
            text,
        )
        for watcher in self._watchers:
            work = watcher(said)
            if work is not None:
                await self._guarded(work)

    async def _again(self, message: discord.Message) -> None:
        """A webhook spoke: perhaps for a member, who is answered already."""
        channel, new = ChannelId(message.channel.id), MessageId(message.id)
        original = self.proxies.original_of(channel, new, message.content, time.monotonic())
        if original is None or message.guild is None:
            return
        guild = GuildId(message.guild.id)
        for hearer in self._echoes:
            said = Said(guild, channel, _parent(message.channel), new, original.user, original.text)
            await self._guarded(hearer(said, original.message))

    async def titled(self, thread: discord.Thread) -> None:
        """A new thread or forum post, by its title; its first message comes by itself.

        The two share an id, so that what both say is answered once.
        """
        if not thread.name or not thread.owner_id or thread.owner_id == self._me:
            return
        await self._tell(
            Said(
                GuildId(thread.guild.id),
                ChannelId(thread.id),
                ChannelId(thread.parent_id),
                MessageId(thread.id),
                UserId(thread.owner_id),
                thread.name,
            )
        )

    @property
    def _me(self) -> int:
        return self._bot.user.id if self._bot.user else 0

    async def _tell(self, said: Said) -> None:
        for watcher in self._watchers:
            work = watcher(said)
            if work is not None:
                await self._guarded(work)

    async def edited(self, event: discord.RawMessageUpdateEvent) -> None:
        """An edit, also of a message from before the start."""
        payload: Any = event.data
        author = payload.get("author")
        text = payload.get("content")
        if not author or not text or author.get("bot") or payload.get("webhook_id"):
            return
        channel = self._bot.get_channel(event.channel_id)
        said = Said(
            None if event.guild_id is None else GuildId(event.guild_id),
            ChannelId(event.channel_id),
            None if channel is None else _parent(channel),
            MessageId(event.message_id),
            UserId(int(author["id"])),
            text,
        )
        await self._tell(said)

    async def deleted(self, guild: int | None, message: int) -> None:
        """A message is gone; not so one that a proxy bot has said again."""
        if self.proxies.said_again(MessageId(message)) is not None:
            return
        for farewell in self._farewells:
            work = farewell(None if guild is None else GuildId(guild), MessageId(message))
            if work is not None:
                await self._guarded(work)

    async def _guarded(self, work: Awaitable[None]) -> None:
        try:
            await work
        except Exception as problem:  # a door: one message's trouble must not deafen the bot
            log.error("router.watcher_failed", exc_info=problem)  # noqa: TRY400 - frames without words


def _parent(channel: object) -> ChannelId | None:
    if isinstance(channel, discord.Thread) and channel.parent_id:
        return ChannelId(channel.parent_id)
    return None


def _all_words(message: discord.Message) -> str:
    """A message with the words of what it forwards and of its poll."""
    pieces = [message.content, *(each.content for each in message.message_snapshots)]
    if message.poll is not None:
        pieces.append(message.poll.question)
        pieces += [answer.text for answer in message.poll.answers]
    return "\n".join(piece for piece in pieces if piece)
