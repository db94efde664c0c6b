"""`/report` and *Report privately*: a reason, words, a name or none; told to staff alone."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands

from bot.app import SupportBot
from bot.ids import ChannelId, GuildId, MessageId, UserId
from bot.sections import CommunitySettings
from bot.services.case_rules import TooOften, excerpt
from bot.storage.cases import Place
from bot.storage.database import StorageDown
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.catalogue import menu_name
from bot.ui.explain import OldButton, check_served, door
from bot.ui.forms import Field, Form
from bot.ui.gates import member_of
from bot.ui.home import Door
from bot.ui.house import Voice, house_of, user_of, voice_of
from bot.ui.routes import Pick, Route
from bot.ui.support import Support
from cogs.guidelines.about_staff import (
    ADMIN,
    NOBODY_ELSE,
    OWNER,
    NotThem,
    kept_from,
    nobody_else,
    past_card,
    standing_of,
    way_to_the_others,
)
from cogs.guidelines.moments import Moments
from cogs.guidelines.reading import here
from cogs.guidelines.reports import ABOUT_STAFF, NOBODY, REASONS, Reports, Told

WORDS = 1500  # characters


class Open(Route, address="report:open", label="report.title"):
    """Begins a report from the Home panel."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        here(interaction)
        await answer(interaction, start_card(interaction, 0, 0))


class Why(Pick, address="report:why", label="report.why", ids=2):
    """What it is about; the ids are whom and which message."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        here(interaction)
        if values[0] not in REASONS:
            raise OldButton
        await thinking(interaction)
        person, message = self.ids
        about = values[0]
        if about == ABOUT_STAFF and not await standing_of(interaction, person):
            await turn(interaction, staff_card(interaction, message))
        else:
            await turn(interaction, await next_card(interaction, person, message, about))


class Whom(Pick, address="report:whom", label="report.whom", ids=1):
    """Whom it is about, where it began without a message; the id is the reason."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        here(interaction)
        await thinking(interaction)
        about = _reason(self.ids[0])
        await turn(interaction, await next_card(interaction, int(values[0]), 0, about))


class WhomOfStaff(Pick, address="report:who", label="report.who", ids=1):
    """Whom of the staff it is about; the id is the message where it began."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        here(interaction)
        await thinking(interaction)
        person = int(values[0])
        member = await member_of(interaction, person)
        if person == interaction.user.id or (member is not None and member.bot):
            raise NotThem
        card = await next_card(interaction, person, self.ids[0], ABOUT_STAFF)
        await turn(interaction, card)


class Still(Route, address="report:still", label="report.still", ids=3):
    """Tell the others, knowing that Discord keeps nothing from this person."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        here(interaction)
        person, message, reason = self.ids
        card = name_card(interaction, person, message, _reason(reason), quietly=True)
        await turn(interaction, card)


class Named(Route, address="report:name", label="report.with-name", ids=3):
    """With or without a name; the ids are whom, which message, and reason and name in one."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        here(interaction)
        _reason(self.ids[2] // 2)
        await ReportForm(*self.ids).open(interaction)


class ReportForm(Form, address="report:words", title="report.title", ids=3):
    """What happened, in the reporter's words."""

    fields = (Field("words", "report.words", WORDS, tall=True, hint="report.words-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild, said = here(interaction), words.get("words", "").strip()[:WORDS]
        await thinking(interaction)
        try:
            card = await self._send(interaction, guild, said)
        except TooOften:
            card = _kept_back(interaction, said, TooOften.key)
        except StorageDown:
            card = _kept_back(interaction, said, "report.not-saved")
        await answer(interaction, card)
        await house_of(interaction).feature(Support).first(interaction, said)

    async def _send(self, interaction: discord.Interaction[Any], guild: GuildId, said: str) -> Card:
        """Send it; what is not sent comes back with the reason."""
        person, _, packed = self.ids
        house = house_of(interaction)
        if packed // 2 >= len(REASONS) or not said:
            return _kept_back(interaction, said, "report.empty")
        if house.settings.of(guild, CommunitySettings).staff_channel is None:
            return _kept_back(interaction, said, "report.nobody")
        reason, about = REASONS[packed // 2], await _about(interaction, person)
        quiet = bool(await standing_of(interaction, about)) or reason == ABOUT_STAFF
        hidden = kept_from(interaction, guild, about, quiet=quiet and bool(about))
        way = await way_to_the_others(interaction, guild, hidden) if hidden else ""
        if way == "nobody":
            return _kept_back(interaction, said, NOBODY_ELSE)
        place, quoted = await _quoted(interaction, self.ids[1])
        named, quietly = bool(packed % 2), quiet and bool(about)
        told = Told(user_of(interaction), about, reason, said, place, quoted, named, quietly)
        await house.feature(Reports).send(guild, told)
        if place is not None and not hidden:
            house.feature(Moments).reported(place.channel)
        return _sent_card(voice_of(interaction), way)


def _kept_back(interaction: discord.Interaction[Any], said: str, why_not: str) -> Card:
    """Why it was not sent, and every word of it, so that nothing is lost."""
    voice = voice_of(interaction)
    body = nobody_else(interaction) if why_not == NOBODY_ELSE else (voice(why_not),)
    return Card(voice("report.not-sent"), (*body, *((plain(said),) if said else ())))


def _sent_card(voice: Voice, way: str) -> Card:
    """It is with staff; where it is kept from some of them (`way` says how), that is said."""
    first = ("report.sent-quietly", f"report.quietly-{way}") if way else ("report.sent-body",)
    body = tuple(voice(key) for key in (*first, "report.sent-next", "report.sent-now"))
    title = voice("report.quietly-title" if way else "report.sent-title")
    return Card(title, body, tone=Tone.CARE)


async def _about(interaction: discord.Interaction[Any], person: int) -> UserId:
    """Whom it is about; `NOBODY` for a bot or for no one."""
    try:
        member = await member_of(interaction, person) if person else None
    except discord.HTTPException:
        return UserId(person)
    return NOBODY if member is not None and member.bot else UserId(person)


async def _quoted(
    interaction: discord.Interaction[Any], message: int
) -> tuple[Place | None, str | None]:
    """Where the message stands and how it begins; a message that is gone has no words."""
    channel = interaction.channel
    if not message or channel is None:
        return None, None
    place = Place(ChannelId(channel.id), MessageId(message))
    try:
        found = await interaction.client.get_partial_messageable(channel.id).fetch_message(message)
    except (discord.HTTPException, OSError, TimeoutError):
        return place, None
    return place, excerpt(found.content, ()) or None


def start_card(interaction: discord.Interaction[Any], person: int, message: int) -> Card:
    """What will happen, and the first question."""
    voice = voice_of(interaction)
    options = [(each, voice(f"report.why-{each}")) for each in REASONS]
    row: tuple[Control, ...] = (Why.words(voice, options, person, message),)
    body = (voice("report.start"), voice("report.start-danger"))
    small = voice("report.start-small")
    return Card(voice("report.title"), body, (row,), tone=Tone.CARE, small=small)


async def next_card(
    interaction: discord.Interaction[Any], person: int, message: int, reason: str
) -> Card:
    """With or without a name; of whom nothing can be kept, that is said first."""
    standing = await standing_of(interaction, person)
    if standing in (OWNER, ADMIN):
        still = Still.button(voice_of(interaction), person, message, REASONS.index(reason))
        return past_card(interaction, person, standing, (still,))
    quietly = bool(standing) or reason == ABOUT_STAFF
    return name_card(interaction, person, message, reason, quietly=quietly)


def name_card(
    interaction: discord.Interaction[Any], person: int, message: int, reason: str, *, quietly: bool
) -> Card:
    """With a name or without, and what each truly means."""
    voice, place = voice_of(interaction), REASONS.index(reason)
    rows: list[tuple[Control, ...]] = []
    if not message and reason != ABOUT_STAFF:
        rows.append((Whom.people(voice, place),))
    without = voice("report.without-name")
    rows.append(
        (
            Named.button(voice, person, message, 2 * place + 1),
            Named.button(voice, person, message, 2 * place, label=without),
        )
    )
    key = "report.kept-from" if quietly else "report.about-them"
    about = voice(key, who=f"<@{person}>") if person else ""
    body = (*((about,) if about else ()), voice("report.name-with"), voice("report.name-without"))
    return Card(voice("report.title"), body, tuple(rows), tone=Tone.CARE)


def staff_card(interaction: discord.Interaction[Any], message: int) -> Card:
    """About staff: whom, and what keeping it from them means."""
    voice = voice_of(interaction)
    body = (voice("report.who-body"), voice("report.who-others"))
    rows: tuple[tuple[Control, ...], ...] = ((WhomOfStaff.people(voice, message),),)
    return Card(voice("report.title"), body, rows, tone=Tone.CARE)


def _reason(place: int) -> str:
    if place >= len(REASONS):
        raise OldButton
    return REASONS[place]


def add_menu(bot: SupportBot) -> None:
    """Put *Report privately* on the menu of messages."""

    async def report(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        async with door(interaction):
            check_served(interaction)
            here(interaction)
            nameless = message.webhook_id is not None or message.author.bot
            mine = message.author.id == interaction.user.id
            person = 0 if nameless or mine else message.author.id
            await answer(interaction, start_card(interaction, person, message.id))

    menu = app_commands.ContextMenu(name=menu_name(bot.texts, "report.menu"), callback=report)
    menu.guild_only = True
    bot.tree.add_command(menu)


DOOR = Door(80, Open.button)
ROUTES = (Open, Why, Whom, WhomOfStaff, Still, Named)
FORMS = (ReportForm,)
