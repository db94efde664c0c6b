"""Posts what the outbox delivers, and finds it again in the channel's history."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import aiohttp
import discord

from bot.ids import ChannelId, MessageId, UserId
from bot.services.courier import CouldNotLook, Parcel, Posted, Unclear, Undeliverable, Unwanted
from bot.services.reach import Reach
from bot.storage.database import StorageDown
from bot.ui.cards import Card, files_of, layout
from bot.ui.routes import mark

log = logging.getLogger("hearth.courier")

# Above what any channel of a support community says between a crash and the look (0.5 s a page
# of 100); beyond it the answer is "could not look", never "not there".
FAR_ENOUGH = 1000
_LOST = (discord.DiscordServerError, discord.RateLimited, aiohttp.ClientError, OSError)
_NO = {401: "unauthorized", 403: "forbidden", 404: "gone"}


@dataclass(frozen=True, slots=True)
class Post:
    """Where a parcel goes and how it looks today.

    `to` is a channel or thread, or a person's direct messages. `pings` names roles or people
    (objects of type `discord.User`) that may be notified; nobody else ever is. `pinned` keeps it
    at the channel's top; `thread` is the name of a thread to open under it. `over` is a message of
    the bot's that this one replaces; without a card it is deleted. Both can be done twice, and
    change nothing the second time.
    """

    to: ChannelId | UserId
    card: Card | None
    direct: bool = False
    pings: tuple[discord.abc.Snowflake, ...] = ()
    pinned: bool = False
    thread: str = ""
    over: MessageId | None = None


Drawer = Callable[[Parcel], Awaitable[Post]]


class DiscordCourier:
    """The courier port over discord.py."""

    def __init__(self, bot: discord.Client, reach: Reach) -> None:
        self._bot, self._reach = bot, reach
        self._drawers: dict[str, Drawer] = {}

    def draws(self, kind: str, drawer: Drawer) -> None:
        """Name who draws a kind of parcel. Drawing happens at the moment of sending."""
        if kind in self._drawers:
            raise ValueError(f"two drawers for {kind}")
        self._drawers[kind] = drawer

    def drawer(self, kind: str) -> Drawer:
        """Who draws a kind of parcel."""
        return self._drawers[kind]

    @property
    def kinds(self) -> frozenset[str]:
        """Every kind that can be drawn."""
        return frozenset(self._drawers)

    async def send(self, parcel: Parcel) -> Posted:
        post = await self._drawn(parcel)
        if post.direct and await self._reach.away_until(parcel.guild, UserId(post.to)):
            raise Unwanted
        place = await self._place(post)
        if post.over is not None:
            return await self._over(post, place.get_partial_message(post.over))
        post = _showable(post, place)
        view = _marked(post, parcel)
        try:
            message = await place.send(
                view=view,
                files=files_of(post.card) if post.card else [],
                nonce=parcel.nonce,
                allowed_mentions=await self._mentions(parcel, post.pings),
                suppress_embeds=True,
            )
        except discord.HTTPException as problem:
            raise _meaning(problem) from None
        except (*_LOST, TimeoutError):
            raise Unclear from None
        await self._after(post, message)
        return Posted(ChannelId(message.channel.id), MessageId(message.id))

    async def find(self, parcel: Parcel, since: datetime) -> Posted | None:
        try:
            post = await self._drawn(parcel)
        except Unwanted:
            return None  # sending it again will find the same and drop it
        if post.over is not None:
            return None  # done again, it changes nothing
        place = await self._place(post)
        if not self._may_look(place):
            raise CouldNotLook
        seen = 0
        try:
            async for message in place.history(limit=FAR_ENOUGH, after=since, oldest_first=True):
                seen += 1
                if message.author == self._bot.user and parcel.nonce[:12] in _marks(message):
                    await self._after(post, message)
                    return Posted(ChannelId(message.channel.id), MessageId(message.id))
        except (discord.HTTPException, *_LOST, TimeoutError):
            raise CouldNotLook from None
        if seen >= FAR_ENOUGH:
            raise CouldNotLook
        return None

    async def redraw(self, parcel: Parcel, posted: Posted) -> bool:
        """Bring a post up to date in its place; answers False where it is gone."""
        post = await self._drawn(parcel)
        view, files = _marked(post, parcel), files_of(post.card) if post.card else []
        pictures: dict[str, Any] = {"attachments": files} if files else {}
        channel = self._bot.get_partial_messageable(posted.channel)
        try:
            await channel.get_partial_message(posted.message).edit(
                view=view,
                allowed_mentions=discord.AllowedMentions.none(),
                **pictures,
            )
        except discord.NotFound:
            log.info("courier.redraw_gone", extra={"kind": parcel.kind})
            return False
        except (discord.HTTPException, *_LOST, TimeoutError) as problem:
            log.warning(
                "courier.not_redrawn",
                extra={"kind": parcel.kind, "status": getattr(problem, "status", 0)},
            )
        return True

    async def _over(self, post: Post, message: discord.PartialMessage) -> Posted:
        """Replace or delete a message; one that is gone already is as good as deleted."""
        try:
            if post.card is None:
                await message.delete()
            else:
                quiet = discord.AllowedMentions.none()
                await message.edit(view=layout(post.card), allowed_mentions=quiet)
        except discord.HTTPException as problem:
            if post.card is not None or not isinstance(problem, discord.NotFound):
                raise _meaning(problem) from None
        except (*_LOST, TimeoutError):
            raise Unclear from None
        return Posted(ChannelId(message.channel.id), MessageId(message.id))

    async def withdraw(self, posted: Posted) -> None:
        """Delete a post that is no longer true; one that is gone is left alone."""
        channel = self._bot.get_partial_messageable(posted.channel)
        try:
            await channel.get_partial_message(posted.message).delete()
        except (discord.HTTPException, *_LOST, TimeoutError) as problem:
            log.info("courier.not_withdrawn", extra={"status": getattr(problem, "status", 0)})

    async def _drawn(self, parcel: Parcel) -> Post:
        if not self._reach.may_send(parcel.guild):
            raise Unwanted
        drawer = self._drawers.get(parcel.kind)
        if drawer is None:
            raise Undeliverable("nobody_draws")
        try:
            return await drawer(parcel)
        except (Unwanted, Undeliverable, asyncio.CancelledError):
            raise
        except StorageDown:
            raise Unclear from None  # what it is drawn from cannot be read now: not for good
        except Exception as problem:
            log.error("courier.not_drawn", extra={"kind": parcel.kind}, exc_info=problem)  # noqa: TRY400 - the formatter prints frames without words
            raise Undeliverable("not_drawn") from None

    async def _place(self, post: Post) -> Any:
        if not post.direct:
            channel = self._bot.get_channel(post.to)
            if isinstance(channel, discord.abc.GuildChannel | discord.Thread):
                _check_permission(channel)
            return channel or self._bot.get_partial_messageable(post.to)
        try:
            user = discord.Object(post.to)
            return await self._bot.create_dm(user)
        except discord.HTTPException as problem:
            raise _meaning(problem) from None
        except (*_LOST, TimeoutError):
            raise Unclear from None

    async def _mentions(
        self, parcel: Parcel, pings: tuple[discord.abc.Snowflake, ...]
    ) -> discord.AllowedMentions:
        """Who is notified: roles, and people who did not ask for quiet."""
        people = [each for each in pings if getattr(each, "type", None) is discord.User]
        roles = [each for each in pings if each not in people]
        users = [
            each for each in people if await self._reach.may_mention(parcel.guild, UserId(each.id))
        ]
        return discord.AllowedMentions(everyone=False, roles=roles, users=users, replied_user=False)

    def _may_look(self, place: Any) -> bool:
        # Without this permission Discord answers an empty list and no error.
        if isinstance(place, discord.abc.GuildChannel | discord.Thread):
            return place.permissions_for(place.guild.me).read_message_history
        return True

    async def _after(self, post: Post, message: discord.Message) -> None:
        """What belongs to a post and may fail without it: a pin, a thread."""
        try:
            if post.pinned and not message.pinned:
                await message.pin()
            if post.thread and not message.flags.has_thread:
                await message.create_thread(name=post.thread[:100])
        except (discord.HTTPException, *_LOST, TimeoutError) as problem:
            log.warning("courier.not_completed", extra={"status": getattr(problem, "status", 0)})


def _marked(post: Post, parcel: Parcel) -> discord.ui.LayoutView:
    if post.card is None:
        raise Undeliverable("not_drawn")
    view = layout(post.card)
    mark(view, parcel.nonce)
    return view


def _showable(post: Post, place: Any) -> Post:
    """Without its picture where the bot may attach none: the words say the same."""
    if post.card is None or not isinstance(place, discord.abc.GuildChannel | discord.Thread):
        return post
    if place.permissions_for(place.guild.me).attach_files:
        return post
    return replace(post, card=replace(post.card, picture=None))


def _check_permission(channel: discord.abc.GuildChannel | discord.Thread) -> None:
    mine = channel.permissions_for(channel.guild.me)
    can_send = (
        mine.send_messages_in_threads if isinstance(channel, discord.Thread) else mine.send_messages
    )
    if not (mine.view_channel and can_send):
        raise Undeliverable("forbidden")


def _meaning(problem: discord.HTTPException) -> Exception:
    if problem.status >= 500 or problem.status == 429:  # noqa: PLR2004 - HTTP's own numbers
        return Unclear()
    if problem.status not in _NO:
        log.error("courier.refused", extra={"status": problem.status, "code": problem.code})
    return Undeliverable(_NO.get(problem.status, "refused"))


def _marks(message: discord.Message) -> str:
    """Everything on a message in which a marker can stand."""
    view = discord.ui.LayoutView.from_message(message, timeout=None)
    pieces: list[str] = []
    for item in view.walk_children():
        pieces.append(str(getattr(item, "custom_id", "") or ""))
        if isinstance(item, discord.ui.TextDisplay):
            pieces.append(item.content)
    return "\n".join(pieces)
