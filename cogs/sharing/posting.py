"""Draws what the outbox posts: shares, replies, changes, and what staff are told."""

from dataclasses import replace
from http import HTTPStatus
from typing import Any

import aiohttp
import discord

from bot.app import SupportBot
from bot.epochs.files import KeysUnusable
from bot.epochs.key import KeyGone
from bot.ids import ChannelId, GuildId, MessageId
from bot.sections import CommunitySettings
from bot.services.courier import Parcel, Unclear, Undeliverable, Unwanted
from bot.ui.cards import Card, Picture, Tone, picture_of
from bot.ui.courier import Post
from bot.ui.house import public_voice, voice_to
from cogs.sharing.cards import public_card, shown_picture, taken_back_card
from cogs.sharing.domain import NotOpen, Over, SharingSettings
from cogs.sharing.keeping import Keeping
from cogs.sharing.moderation import Moderation
from cogs.sharing.pictures import Pictures
from cogs.sharing.public import public_row
from cogs.sharing.sealing import Typed
from cogs.sharing.service import Sharing
from cogs.sharing.staff import letter_row, review_row
from cogs.sharing.store import Share, Stage

A_WEEK = 10080  # minutes: the longest that Discord keeps a quiet thread in sight
THREAD_STANDS = 160004  # Discord: the message has its thread already


class Posting:
    """The drawers of this feature; each asks at the moment of sending what is true then."""

    def __init__(self, bot: SupportBot) -> None:
        self._bot = bot

    async def draw_post(self, parcel: Parcel) -> Post:
        """A share, or a reply in the thread under its share."""
        share, voice = await self._share(parcel), public_voice(self._bot, parcel.guild)
        place = await self._place(share)
        if share.stage in (Stage.WITHDRAWN, Stage.REMOVED):
            # It may stand already, and then has to be found; else nothing of it is shown.
            return Post(place, taken_back_card(voice))
        if share.stage is not Stage.POSTING:
            raise Unwanted
        rows = (public_row(voice, share),)
        picture = await self._picture(share)
        return Post(place, public_card(voice, share, self._typed(share), rows, picture))

    async def draw_edit(self, parcel: Parcel) -> Post:
        """A share with other words."""
        edit, voice = await self._share(parcel), public_voice(self._bot, parcel.guild)
        if edit.stage is not Stage.POSTING or edit.edits is None:
            raise Unwanted
        share = await self._get(parcel.guild, edit.edits)
        if share.stage is not Stage.POSTED or share.place is None:
            raise Unwanted
        count = await self._bot.feature(Keeping).how_many(share.id)
        changed = replace(share, veiled=edit.veiled)
        rows = (public_row(voice, share, count),)
        channel, message = share.place
        picture = await self._standing(channel, message)
        card = public_card(voice, changed, self._typed(edit), rows, picture)
        return Post(channel, card, over=message)

    async def draw_gone(self, parcel: Parcel) -> Post:
        """Nothing, in the place of a share."""
        share = await self._get(parcel.guild, parcel.ids["share"])
        if share.place is None:
            raise Unwanted
        channel, message = share.place
        return Post(channel, None, over=message)

    async def draw_review(self, parcel: Parcel) -> Post:
        """To staff: a share waits for somebody to look."""
        share, voice = await self._share(parcel), public_voice(self._bot, parcel.guild)
        if share.stage is not Stage.REVIEW:
            raise Unwanted
        key = "sharing.review-danger" if share.level else "sharing.review-body"
        body = (voice(key), voice("sharing.review-unnamed"))
        rows = (review_row(voice, share),)
        return Post(
            self._staff_room(parcel.guild),
            Card(voice("sharing.review-title"), body, rows, tone=Tone.STAFF),
        )

    async def draw_letter(self, parcel: Parcel) -> Post:
        """To staff: the author of a share has answered."""
        share = await self._get(parcel.guild, parcel.ids["share"])
        voice = public_voice(self._bot, parcel.guild)
        rows = (letter_row(voice, share),)
        card = Card(voice("sharing.letters"), (voice("sharing.letter-came"),), rows)
        return Post(self._staff_room(parcel.guild), card)

    async def draw_news(self, parcel: Parcel) -> Post:
        """To an author who opted in: something waits. Whom it goes to stands in no row."""
        share = await self._get(parcel.guild, parcel.ids["share"])
        user = self._bot.feature(Moderation).address(share)
        if user is None or not await self._bot.reach.direct_now(parcel.guild, user):
            raise Unwanted  # it waits in `/share` all the same
        voice = voice_to(self._bot, parcel.guild, user)
        return Post(user, Card("", (voice("sharing.news"),)), direct=True)

    def _staff_room(self, guild: GuildId) -> ChannelId:
        channel = self._bot.settings.of(guild, CommunitySettings).staff_channel
        if channel is None:
            raise Undeliverable("no_staff_channel")
        return channel

    async def _share(self, parcel: Parcel) -> Share:
        share = await self._get(parcel.guild, parcel.ids["share"])
        if share.version != parcel.ids["version"]:
            raise Unwanted
        return share

    async def _get(self, guild: GuildId, number: int) -> Share:
        try:
            return await self._bot.feature(Moderation).get(guild, number)
        except Over:
            raise Unwanted from None

    def _typed(self, share: Share) -> Typed:
        try:
            return self._bot.feature(Sharing).typed(share)
        except (KeyGone, KeysUnusable):
            raise Undeliverable("unopenable") from None

    async def _picture(self, share: Share) -> Picture | None:
        try:
            return shown_picture(await self._bot.feature(Pictures).of(share))
        except (KeyGone, KeysUnusable):
            raise Undeliverable("unopenable") from None

    async def _standing(self, channel: ChannelId, message: MessageId) -> Picture | None:
        """The picture on a post: here it is kept no more, and with other words it stays."""
        place = self._bot.get_partial_messageable(channel)
        try:
            return picture_of(await place.fetch_message(message))
        except discord.HTTPException:
            raise Unclear from None
        except (aiohttp.ClientError, OSError, TimeoutError):
            raise Unclear from None

    async def _place(self, share: Share) -> ChannelId:
        if share.root is not None:
            return await self._thread(await self._get(share.guild, share.root))
        try:
            return self._bot.settings.of(share.guild, SharingSettings).place
        except NotOpen:
            raise Undeliverable("gone") from None

    async def _thread(self, root: Share) -> ChannelId:
        """The thread under a share, made where it is not there; without the right, its channel."""
        if root.place is None or root.stage is not Stage.POSTED:
            raise Unwanted
        channel, message = root.place
        room: Any = self._bot.get_channel(channel)
        if self._bot.get_channel(message) is not None:
            return ChannelId(message)
        if not isinstance(room, discord.TextChannel):
            raise Undeliverable("gone")
        made = await _threaded(room.get_partial_message(message), root.alias or "…")
        return ChannelId(message) if made else channel


async def _threaded(post: discord.PartialMessage, name: str) -> bool:
    """Whether a message has its thread now; Discord gives it the id of the message."""
    try:
        await post.create_thread(name=name, auto_archive_duration=A_WEEK)
    except discord.HTTPException as problem:
        if problem.status == HTTPStatus.FORBIDDEN:
            return False
        if problem.status == HTTPStatus.NOT_FOUND:
            raise Undeliverable("gone") from None
        if problem.code != THREAD_STANDS:
            raise Unclear from None
    except (aiohttp.ClientError, OSError, TimeoutError):
        raise Unclear from None
    return True
