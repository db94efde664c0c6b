"""Staff are told although nothing can be kept: no case and no buttons, but a human hears of it."""

import asyncio
import functools
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

import discord

from bot.app import SupportBot
from bot.ids import ChannelId, GuildId, MessageId, UserId
from bot.keyring import Unopenable
from bot.safety.signal import Level
from bot.sections import CommunitySettings
from bot.services.calls import ALONE_A_MINUTE, GATHER, MINUTE
from bot.services.case_rules import NobodyTold
from bot.services.signposting import Concern
from bot.services.without import Without
from bot.storage.cases import Case
from bot.storage.database import StorageDown
from bot.ui.cards import Card, Tone
from bot.ui.house import House, Voice, public_voice
from cogs.crisis.cards import named
from cogs.crisis.posting import LOST, post_now, status_of
from cogs.crisis.service import Help

log = logging.getLogger("hearth.crisis")

NOT_KEPT = (StorageDown, Unopenable, NobodyTold)
LISTED = 20  # as in every list of cases: what fits on a card


@dataclass(frozen=True, slots=True)
class Unkept:
    """Somebody of whom no case could be made; without a message, they asked for a human."""

    person: UserId
    level: Level
    message: tuple[ChannelId, MessageId] | None = None


@dataclass(slots=True)
class _Gathering:
    found: list[Unkept]
    posting: asyncio.Task[bool]


class Plainly:
    """Tells staff directly; beyond a few in a minute, in one card for all of some seconds."""

    def __init__(self, bot: SupportBot) -> None:
        self._bot = bot
        self._alone: dict[GuildId, deque[datetime]] = {}
        self._gatherings: dict[GuildId, _Gathering] = {}

    async def tell(self, guild: GuildId, one: Unkept) -> bool:
        """Answers whether staff have been told.

        Nobody is told where the person chose staff who must not know: these read there too.
        """
        without = self._bot.feature(Without)
        if without.chosen_by(guild, one.person) or without.unreadable(guild, one.person):
            log.error("crisis.staff_not_told", extra={"why": "kept_from_some"})
            return False
        now = self._bot.clock.now()
        lately = self._alone.setdefault(guild, deque(maxlen=ALONE_A_MINUTE))
        if len(lately) < ALONE_A_MINUTE or now - lately[0] >= MINUTE:
            lately.append(now)
            return await self._post(guild, [one])
        gathering = self._gatherings.get(guild)
        if gathering is None:
            found: list[Unkept] = []
            gathering = _Gathering(found, asyncio.create_task(self._gather(guild, found)))
            self._gatherings[guild] = gathering
        gathering.found.append(one)
        return await asyncio.shield(gathering.posting)

    def reachable(self, guild: GuildId) -> bool:
        """Whether there is a staff channel, it still exists, and I may write there."""
        chosen = self._bot.settings.of(guild, CommunitySettings).staff_channel
        room = None if chosen is None else self._bot.get_channel(chosen)
        if not isinstance(room, discord.abc.GuildChannel):
            return False
        mine = room.permissions_for(room.guild.me)
        return mine.view_channel and mine.send_messages

    async def _gather(self, guild: GuildId, found: list[Unkept]) -> bool:
        await asyncio.sleep(GATHER.total_seconds())
        del self._gatherings[guild]
        return await self._post(guild, found)

    async def _post(self, guild: GuildId, found: list[Unkept]) -> bool:
        chosen = self._bot.settings.of(guild, CommunitySettings)
        if chosen.staff_channel is None:
            return False
        role = chosen.moderator_role
        asked = [discord.Object(role)] if role else []
        card = unkept_card(public_voice(self._bot, guild), guild, found, f"<@&{role}>" * len(asked))
        pings = discord.AllowedMentions(everyone=False, users=False, roles=asked)
        try:
            await post_now(self._bot, chosen.staff_channel, card, allowed_mentions=pings)
        except LOST as problem:
            log.error("crisis.staff_not_told", extra={"status": status_of(problem)})  # noqa: TRY400 - frames say nothing more
            return False
        return True


def unkept_card(voice: Voice, guild: GuildId, found: list[Unkept], ping: str) -> Card:
    """What staff get when the database keeps nothing: who, where, and that nothing was kept."""
    found = sorted(found, key=lambda one: -one.level.rank)
    lines = [_line(voice, guild, one) for one in found[:LISTED]]
    if len(found) > LISTED:
        lines.append(voice("cases.degraded-others", count=len(found) - LISTED))
    title = voice("cases.many-title")
    if len(found) == 1:
        title = voice("cases.degraded-title", level=voice(f"cases.level-{named(found[0].level)}"))
    body = (ping, "\n".join(lines), voice("cases.degraded-body"))
    return Card(title, tuple(filter(None, body)), tone=Tone.URGENT)


def _line(voice: Voice, guild: GuildId, one: Unkept) -> str:
    who = f"<@{one.person}>"
    if one.message is None:
        return voice("cases.kind-contact", who=who)
    channel, message = one.message
    address = f"https://discord.com/channels/{guild}/{channel}/{message}"
    return voice("cases.degraded-who", who=who, address=address)


async def ask_for_human(house: House, guild: GuildId, concern: Concern) -> bool:
    """Tell staff that somebody would like to talk; answers whether they have been told."""
    asked = functools.partial(house.feature(Help).ask_for_human, guild, concern)
    return await _told(house, guild, Unkept(concern.user, concern.level), asked)


async def talk_again(house: House, earlier: Case) -> bool:
    """As `ask_for_human`, for somebody on whom a human looked in."""
    asked = functools.partial(house.feature(Help).talk_again, earlier)
    return await _told(house, earlier.guild, Unkept(earlier.person, Level.CONCERN), asked)


async def _told(
    house: House, guild: GuildId, one: Unkept, asked: Callable[[], Awaitable[object]]
) -> bool:
    plainly = house.feature(Plainly)
    if not plainly.reachable(guild):
        return False
    try:
        await asked()
    except NOT_KEPT:
        log.exception("crisis.case_not_kept", extra={"guild": guild})
        return await plainly.tell(guild, one)
    return True
