"""The neutral public lines: posted, and gone after a quarter of an hour, or with their message."""

import logging
from datetime import datetime

import discord

from bot.app import SupportBot
from bot.ids import ChannelId, GuildId, MessageId
from bot.safety.signal import Category, Level
from bot.services.signposting import Concern, StandingLine
from bot.storage.database import StorageDown
from bot.storage.signposts import Offer
from bot.ui.house import Voice, public_voice, voice_to
from bot.ui.router import Said
from cogs.crisis.concern import take_down
from cogs.crisis.domain import ASK_FIRST, CrisisSettings
from cogs.crisis.more import direct_card, line_card
from cogs.crisis.posting import LOST, post_now, status_of
from cogs.crisis.shared import shared_card

log = logging.getLogger("hearth.lines")


class Lines:
    """Posts the lines; as a duty of the heartbeat, ends those whose time is over."""

    def __init__(self, bot: SupportBot) -> None:
        self._bot = bot

    async def offer(self, said: Said, offer: Offer, *, pinged: bool = True) -> bool:
        """Put a line for somebody who is offered help; answers whether there is one for them."""
        signposting = self._bot.signposting
        voice = public_voice(self._bot, offer.guild)
        if await self._in_private(said, offer):
            await signposting.keep(offer, None)
            return True
        try:
            if signposting.crowded(said.channel):
                stands = await self._for_everybody(said, voice)
            else:
                with signposting.coming(said.channel):
                    line = await self._for_one(said, offer, voice, pinged=pinged)
                    stands = signposting.stand(offer.source_index, said.channel, line)
        except LOST as problem:
            log.warning("crisis.no_line", extra={"status": status_of(problem)})
            signposting.take_back(offer)
            return False
        await signposting.keep(offer, stands)
        return True

    async def _in_private(self, said: Said, offer: Offer) -> bool:
        """To the person alone, where the community wants it so and they allowed it.

        Answers False where not, or where their messages are closed: then a line is posted.
        """
        category = Category(offer.category)
        if not self._bot.settings.of(offer.guild, CrisisSettings).may_write(category):
            return False
        if not (await self._bot.people.wishes(offer.guild, said.user)).direct_messages:
            return False
        concern = Concern(said.user, said.message, Level(offer.level), category)
        voice = voice_to(self._bot, offer.guild, said.user)
        try:
            private = await self._bot.create_dm(discord.Object(said.user))
            card = direct_card(self._bot, voice, concern)
            await post_now(self._bot, ChannelId(private.id), card)
        except LOST as problem:
            log.info("lines.not_direct", extra={"status": status_of(problem)})
            return False
        return True

    async def _for_everybody(self, said: Said, voice: Voice) -> StandingLine | None:
        signposting = self._bot.signposting
        async with signposting.one_by_one(said.channel):
            if signposting.shared(said.channel) is not None:
                return None  # kept with whom it was posted for
            line = await post_now(self._bot, said.channel, shared_card(voice))
            return signposting.share(said.channel, line)

    async def _for_one(self, said: Said, offer: Offer, voice: Voice, *, pinged: bool) -> MessageId:
        """A reply that says nothing; where a person is the danger, no reply."""
        category = Category(offer.category)
        concern = Concern(said.user, said.message, Level(offer.level), category)
        card = line_card(self._bot, voice, concern)
        if category in ASK_FIRST:
            return await post_now(self._bot, said.channel, card)
        to = discord.MessageReference(
            message_id=said.message,
            channel_id=said.channel,
            guild_id=said.guild,
            fail_if_not_exists=False,
        )
        only_author = discord.AllowedMentions(
            everyone=False, users=False, roles=False, replied_user=pinged
        )
        how = {"reference": to, "allowed_mentions": only_author}
        return await post_now(self._bot, said.channel, card, **how)

    async def work(self) -> None:
        """Remove what is over."""
        over = self._bot.signposting.lines_over()
        for _, line in over:
            await self._remove(line)
        if over:
            await self._bot.signposting.taken_down(index for index, _ in over)

    async def next_due(self) -> datetime | None:
        """When the next line ends."""
        return self._bot.signposting.next_end()

    async def deleted(self, guild: GuildId, message: MessageId) -> None:
        """A message is gone: its line goes, and its words go from every case."""
        self._bot.signposting.fell(message)
        index = self._bot.people.message_index(guild, message)
        line = self._bot.signposting.line_for(index)
        if line is not None:
            await self._remove(line)
            await self._bot.signposting.taken_down([index])
        try:
            await self._bot.case_words.wipe_words_of(guild, index)
        except StorageDown:
            log.exception("lines.words_not_wiped")

    async def _remove(self, line: StandingLine) -> None:
        channel = self._bot.get_partial_messageable(line.channel)
        await take_down(channel.get_partial_message(line.message))
