"""The neutral public lines: posted, and gone after a quarter of an hour, or with their message."""

import logging
from datetime import datetime

import aiohttp
import discord

from bot.app import SupportBot
from bot.ids import GuildId, MessageId
from bot.safety.signal import Category
from bot.services.signposting import StandingLine
from bot.storage.database import StorageDown
from bot.ui.cards import Card, layout
from bot.ui.router import Said
from cogs.crisis.concern import take_down
from cogs.crisis.domain import CrisisSettings

log = logging.getLogger("hearth.lines")


class Lines:
    """A duty of the heartbeat: ends the lines whose time is over."""

    def __init__(self, bot: SupportBot) -> None:
        self._bot = bot

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


async def direct_line(bot: SupportBot, said: Said, category: Category, card: Card) -> bool:
    """Send it to the person alone, where the community wants it so and they allowed it.

    Answers False where not, or where their messages are closed: then the quiet line is posted.
    """
    guild = said.guild
    if guild is None or not bot.settings.of(guild, CrisisSettings).may_write(category):
        return False
    if not (await bot.people.wishes(guild, said.user)).direct_messages:
        return False
    try:
        private = await bot.create_dm(discord.Object(said.user))
        await private.send(view=layout(card))
    except (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError) as problem:
        log.info("lines.not_direct", extra={"status": getattr(problem, "status", 0)})
        return False
    return True


async def quiet_line(bot: SupportBot, said: Said, card: Card, *, reply: bool) -> MessageId:
    """Post the neutral line; answers its id.

    Raises:
        discord.HTTPException, aiohttp.ClientError, OSError: it could not be posted.
    """
    channel = bot.get_partial_messageable(said.channel, guild_id=said.guild)
    if not reply:
        message = await channel.send(view=layout(card))
        return MessageId(message.id)
    to = discord.MessageReference(
        message_id=said.message,
        channel_id=said.channel,
        guild_id=said.guild,
        fail_if_not_exists=False,
    )
    only_author = discord.AllowedMentions(
        everyone=False, users=False, roles=False, replied_user=True
    )
    message = await channel.send(view=layout(card), reference=to, allowed_mentions=only_author)
    return MessageId(message.id)
