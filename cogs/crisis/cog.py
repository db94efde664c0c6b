"""Listens, and answers: a neutral line for the person, a case for staff, commands for both."""

import asyncio
import logging
import time
from collections.abc import Awaitable
from dataclasses import replace
from datetime import datetime
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import SupportBot
from bot.ids import GuildId, MessageId
from bot.safety.screen import screen, screen_together
from bot.safety.signal import Category, Level, Signal
from bot.sections import CommunitySettings
from bot.services.case_desk import CaseDesk
from bot.services.case_rules import excerpt
from bot.services.people import Wishes
from bot.services.reach import is_away
from bot.storage.cases import NewCase, Place
from bot.storage.database import StorageDown
from bot.storage.signposts import Offer
from bot.ui.answers import answer, thinking
from bot.ui.cards import Card, Tone
from bot.ui.gates import Right, require
from bot.ui.house import user_of, voice_of, voice_to_sender
from bot.ui.proxies import Original
from bot.ui.router import Said
from cogs.crisis import cards, figures, helpnow, rota, staff, swap
from cogs.crisis.domain import CrisisSettings, LastPieces
from cogs.crisis.lines import Lines
from cogs.crisis.plainly import NOT_KEPT, Plainly, Unkept
from cogs.crisis.posting import LOST, post_now, status_of
from cogs.crisis.service import CRISIS, Help
from cogs.crisis.tuning import Lexicons

log = logging.getLogger("hearth.crisis")

READ_BACK_MESSAGES = 300  # a channel, after a gap


class Crisis(commands.Cog):
    """The screen's ears and voice."""

    def __init__(self, bot: SupportBot) -> None:
        self.bot = bot
        self.pieces = LastPieces()
        self.lines = Lines(bot)
        self.plainly = Plainly(bot)
        bot.provide(self.plainly)
        self.lexicons = Lexicons(bot.lexicon, bot.settings)
        bot.provide(self.lexicons)
        bot.provide(Help(bot))
        bot.notices.add(1, staff.COMING, cards.coming_card)

    async def cog_unload(self) -> None:
        """The process ends, or the capability does."""
        self.bot.feature(swap.RollCall).stop()

    def heard(self, said: Said) -> Awaitable[None] | None:
        """Screen what was said; None where there is nothing to do, which is nearly always."""
        guild = said.guild
        if guild is None:
            return self.direct(said)
        lexicon = self.lexicons.of(guild)
        signal = screen(said.text, lexicon)
        together = self.pieces.add((said.channel, said.user), said.text, time.monotonic())
        if signal is None:
            if together:
                signal = screen_together(together, lexicon)
            if signal is None:
                return None
        return self.respond(guild, said, signal) if self.covers(guild, said) else None

    def reads(self, guild: GuildId, text: str) -> Signal | None:
        """What a text sounds like, as this community reads; nothing follows from it here."""
        return screen(text, self.lexicons.of(guild))

    def covers(self, guild: GuildId, said: Said) -> bool:
        """Whether a channel is read: staff rooms never are."""
        if not self.bot.allowed(guild):
            return False
        places = {said.channel, said.parent}
        left_out = self.bot.settings.of(guild, CrisisSettings).not_read
        return self.bot.settings.of(
            guild, CommunitySettings
        ).staff_channel not in places and left_out.isdisjoint(places)

    async def respond(self, guild: GuildId, said: Said, signal: Signal) -> None:
        """Offer help and tell staff, both at once; a sick database stops neither."""
        offer = Offer(
            guild=guild,
            tag=self.bot.people.tag(guild, said.user),
            level=signal.level,
            category=signal.category,
            source_index=self.bot.people.message_index(guild, said.message),
            at=self.bot.clock.now(),
        )
        if self.bot.signposting.answered(offer.source_index, signal.level):
            return
        original = Original(said.message, said.user, said.text, time.monotonic())
        self.bot.router.proxies.remember(said.channel, original)
        chosen = self.bot.settings.of(guild, CrisisSettings)
        offered = self.bot.signposting.wanted(offer, chosen.cooldown)
        self.bot.signposting.note(offer, offered=offered)
        wishes = Wishes()
        if offered and signal.level is not Level.IMMINENT:
            # In imminent danger nothing is asked of the database before help is offered.
            wishes = await self.bot.people.wishes(guild, said.user)
            offered = not self.hushed(wishes, signal)
        work: list[Awaitable[bool]] = []
        if offered:
            work.append(self.lines.offer(said, offer, pinged=wishes.pinged))
        if chosen.alerts(signal.level):
            by = "offered-either" if chosen.may_write(signal.category) else "offered"
            work.append(self.tell_staff(guild, said, signal, by if offered else "held-back"))
        outcomes = await asyncio.gather(*work)
        if offered and not outcomes[0]:
            await self.could_not(guild, said, signal)

    async def said_again(self, said: Said, first: MessageId) -> None:
        """A proxy bot says again what somebody wrote: their line and their case go with it."""
        guild, people = said.guild, self.bot.people
        if guild is None:
            return
        old, new = people.message_index(guild, first), people.message_index(guild, said.message)
        stands = self.bot.signposting.said_again(old, new)
        place = Place(said.channel, said.message)
        try:
            await self.bot.case_words.said_again(old, new, place)
        except StorageDown:
            log.warning("crisis.not_moved", extra={"guild": guild})
        offer = self.bot.signposting.latest(guild, people.tag(guild, said.user))
        if not stands and offer is not None and offer.source_index == old:
            signal = Signal(Level(offer.level), Category(offer.category), (), (), ())
            if not await self.lines.offer(said, replace(offer, source_index=new)):
                await self.could_not(guild, said, signal)

    def hushed(self, wishes: Wishes, signal: Signal) -> bool:
        """Whether this person asked for quiet: about this, or from everything."""
        now = self.bot.clock.now()
        return is_away(wishes, now) or wishes.hushed.get(signal.category.value, now) > now

    async def tell_staff(self, guild: GuildId, said: Said, signal: Signal, reached: str) -> bool:
        """Open or join a case; where it cannot be kept, tell staff without it."""
        new = NewCase(
            guild=guild,
            kind=CRISIS,
            tag=self.bot.people.tag(guild, said.user),
            person=said.user,
            place=Place(said.channel, said.message),
            source_index=self.bot.people.message_index(guild, said.message),
            level=signal.level,
            category=signal.category,
            rules=signal.rules,
            excerpt=excerpt(said.text, signal.spans),
            reached=reached,
            at=self.bot.clock.now(),
        )
        try:
            await self.bot.feature(Help).open_case(new)
        except NOT_KEPT:
            log.exception("crisis.case_not_kept", extra={"guild": guild, "level": signal.level})
            unkept = Unkept(said.user, signal.level, (said.channel, said.message))
            return await self.plainly.tell(guild, unkept)
        return True

    async def could_not(self, guild: GuildId, said: Said, signal: Signal) -> None:
        """No line could be put there: the case says so, or one is opened that says so."""
        if not self.bot.settings.of(guild, CrisisSettings).alerts(signal.level):
            await self.tell_staff(guild, said, signal, "could-not")
            return
        index = self.bot.people.message_index(guild, said.message)
        try:
            case = await self.bot.case_words.not_reached(guild, index)
            if case is not None:
                await staff.redraw(self.bot, case)
        except NOT_KEPT:
            log.warning("crisis.not_marked", extra={"guild": guild})

    async def direct(self, said: Said) -> None:
        """A direct message: always answered, and nobody reads this inbox."""
        here = (GuildId(each.id) for each in self.bot.guilds)
        voice = voice_to_sender(self.bot, said.user, here)
        signal = screen(said.text, self.bot.lexicon)
        words = "more.dm-heard" if signal is not None else "more.dm-body"
        body = (voice(words), voice("more.dm-nobody"), voice("helpnow.no-country"))
        row = (helpnow.HelpNow.button(voice),)
        card = Card(voice("more.dm-title"), body, (row,), tone=Tone.CARE)
        try:
            await post_now(self.bot, said.channel, card)
        except LOST as problem:
            log.warning("crisis.dm_unanswered", extra={"status": status_of(problem)})

    def gone(self, guild: GuildId | None, message: MessageId) -> Awaitable[None] | None:
        """The author deleted the message: its line and every word of it go."""
        if guild is None:
            return None
        return self.lines.deleted(guild, message)

    async def read_back(self, guild: GuildId, since: datetime) -> None:
        """After a gap: read once what was said meanwhile."""
        found = self.bot.get_guild(guild)
        if found is None:
            return
        for channel in (*found.text_channels, *found.threads, *found.voice_channels):
            allowed = channel.permissions_for(found.me)
            if not (allowed.view_channel and allowed.read_message_history):
                continue
            try:
                async for message in channel.history(limit=READ_BACK_MESSAGES, after=since):
                    await self.bot.router.message(message)
            except LOST as problem:
                log.warning("crisis.not_read_back", extra={"status": status_of(problem)})

    @app_commands.command(name="helpnow", description="helpnow.command")
    @app_commands.describe(country="helpnow.command-country")
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
    async def helpnow(
        self, interaction: discord.Interaction[Any], country: str | None = None
    ) -> None:
        """Numbers for a country, only for the person who asks."""
        await thinking(interaction)
        found = self.bot.content.helplines.find_country(country or "", voice_of(interaction).locale)
        code = found[0].code if found else None
        await answer(interaction, await helpnow.help_card(interaction, "general", code))

    @helpnow.autocomplete("country")
    async def countries(
        self, interaction: discord.Interaction[Any], written: str
    ) -> list[app_commands.Choice[str]]:
        """Countries in the member's language, as they type."""
        return helpnow.countries_like(interaction, written)

    cases = app_commands.Group(
        name="cases",
        description="cases.command",
        guild_only=True,
        default_permissions=discord.Permissions(moderate_members=True),
    )

    @cases.command(name="list", description="cases.command-list")
    async def list_cases(self, interaction: discord.Interaction[Any]) -> None:
        """Every case that has not ended."""
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        desk, voice = self.bot.feature(CaseDesk), voice_of(interaction)
        live, shut = await desk.live_and_shut(guild, user_of(interaction))
        rows = ((*staff.look_row(voice, live),), (rota.Show.button(voice),))
        await answer(interaction, cards.list_card(voice, live, *rows, shut=shut))

    @cases.command(name="history", description="cases.command-history")
    async def history(self, interaction: discord.Interaction[Any]) -> None:
        """The cases of a month that have ended."""
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        found = await self.bot.feature(CaseDesk).since(guild, figures.DAYS, user_of(interaction))
        await answer(interaction, figures.history_card(voice_of(interaction), found))

    @cases.command(name="stats", description="cases.command-stats")
    async def stats(self, interaction: discord.Interaction[Any]) -> None:
        """What can be learned from a month of cases."""
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        found = await self.bot.feature(CaseDesk).since(guild, figures.DAYS, user_of(interaction))
        await answer(interaction, figures.figures_card(voice_of(interaction), found))

    @cases.command(name="show", description="cases.command-show")
    @app_commands.describe(number="cases.command-number")
    async def show_case(self, interaction: discord.Interaction[Any], number: int) -> None:
        """One case, with its buttons."""
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        case = await self.bot.feature(CaseDesk).look_into(guild, number, user_of(interaction))
        voice = voice_of(interaction)
        card = cards.case_card(voice, case, staff.buttons_of(voice, case))
        await answer(interaction, card)
