"""The one ear of the house: every message and edit comes here first, and mostly ends here.

A listener per feature costs several microseconds a message; a watcher is a plain call that
answers None at once where there is nothing to do (docs/decisions/0015).
"""

import logging
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

import discord

from bot.ids import ChannelId, GuildId, MessageId, UserId
from bot.ui.ear import Frame
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

    def raw(self, frame: Frame) -> Awaitable[None] | None:
        """A new message as Discord sent it; answers what is left to do, which is nearly never."""
        try:
            author = frame["author"]
            if frame.get("webhook_id"):
                return self._again(frame)
            if author.get("bot"):
                return None
            text = frame["content"]
            if frame.get("message_snapshots") or frame.get("poll"):
                text = _all_words(frame)
            if not text:
                return None
            guild, channel = frame.get("guild_id"), int(frame["channel_id"])
            said = Said(
                None if guild is None else GuildId(int(guild)),
                ChannelId(channel),
                None if guild is None else self._parent(int(guild), channel),
                MessageId(int(frame["id"])),
                UserId(int(author["id"])),
                text,
            )
            return self._left(said)
        except Exception as problem:  # a door: one message's trouble must not deafen the bot
            log.error("router.watcher_failed", exc_info=problem)  # noqa: TRY400 - frames without words
            return None

    def _left(self, said: Said) -> Awaitable[None] | None:
        work = [left for watcher in self._watchers if (left := watcher(said)) is not None]
        return self._all(work) if work else None

    async def _all(self, work: Iterable[Awaitable[None]]) -> None:
        for each in work:
            await self._guarded(each)

    async def message(self, message: discord.Message) -> None:
        """A message that was read from a channel's history."""
        text = _words_of(message)
        if message.author.bot or message.webhook_id is not None or not text:
            return
        guild, channel = message.guild, message.channel
        await self._tell(
            Said(
                None if guild is None else GuildId(guild.id),
                ChannelId(channel.id),
                None if guild is None else self._parent(guild.id, channel.id),
                MessageId(message.id),
                UserId(message.author.id),
                text,
            )
        )

    def _parent(self, guild: int, channel: int) -> ChannelId | None:
        place = self._bot.get_guild(guild)
        thread = None if place is None else place.get_thread(channel)
        return None if thread is None else ChannelId(thread.parent_id)

    def _again(self, frame: Frame) -> Awaitable[None] | None:
        """A webhook spoke: perhaps for a member, who is answered already."""
        channel, new = ChannelId(int(frame["channel_id"])), MessageId(int(frame["id"]))
        original = self.proxies.original_of(channel, new, frame["content"], time.monotonic())
        guild = frame.get("guild_id")
        if original is None or guild is None:
            return None
        parent = self._parent(int(guild), channel)
        said = Said(GuildId(int(guild)), channel, parent, new, original.user, original.text)
        return self._all(hearer(said, original.message) for hearer in self._echoes)

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
        left = self._left(said)
        if left is not None:
            await left

    async def spoken_for(self, said: Said) -> None:
        """Words that the bot posted under a member's name: heard as if they had written there."""
        await self._tell(said)

    async def edited(self, event: discord.RawMessageUpdateEvent) -> None:
        """An edit, also of a message from before the start."""
        payload: Any = event.data
        author = payload.get("author")
        text = payload.get("content")
        if not author or not text or author.get("bot") or payload.get("webhook_id"):
            return
        guild = event.guild_id
        said = Said(
            None if guild is None else GuildId(guild),
            ChannelId(event.channel_id),
            None if guild is None else self._parent(guild, event.channel_id),
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


def _words_of(message: discord.Message) -> str:
    pieces = [message.content, *(each.content for each in message.message_snapshots)]
    if message.poll is not None:
        pieces += [message.poll.question, *(each.text for each in message.poll.answers)]
    return "\n".join(piece for piece in pieces if piece)


def _all_words(frame: Frame) -> str:
    """A message with the words of what it forwards and of its poll."""
    pieces = [frame["content"]]
    forwarded = frame.get("message_snapshots") or ()
    pieces += [each.get("message", {}).get("content", "") for each in forwarded]
    poll = frame.get("poll")
    if poll:
        pieces.append(poll.get("question", {}).get("text", ""))
        pieces += [each.get("poll_media", {}).get("text", "") for each in poll.get("answers", ())]
    return "\n".join(piece for piece in pieces if piece)
