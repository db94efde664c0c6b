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
from bot.ui.gates import Right, has_right, member_of
from bot.ui.home import Door
from bot.ui.house import house_of, user_of, voice_of
from bot.ui.routes import Pick, Route
from bot.ui.support import Support
from cogs.guidelines.moments import Moments
from cogs.guidelines.reading import here
from cogs.guidelines.reports import NOBODY, REASONS, Reports, Told

WORDS = 1500  # characters
ABOUT_STAFF = "staff"


class Open(Route, address="report:open", label="report.title"):
    """Begins a report from the Home panel."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        here(interaction)
        await answer(interaction, start_card(interaction, 0, 0))


class Why(Pick, address="report:why", label="report.why", ids=2):
    """What it is about; the ids are whom and which message."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        here(interaction)
        if values[0] == ABOUT_STAFF:
            await turn(interaction, staff_card(interaction))
        elif values[0] in REASONS:
            person, message = self.ids
            reason = REASONS.index(values[0])
            await turn(interaction, name_card(interaction, person, message, reason))
        else:
            raise OldButton


class Whom(Pick, address="report:whom", label="report.whom", ids=1):
    """Whom it is about, where it began without a message; the id is the reason."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        here(interaction)
        await turn(interaction, name_card(interaction, int(values[0]), 0, self.ids[0]))


class Named(Route, address="report:name", label="report.with-name", ids=3):
    """With or without a name; the ids are whom, which message, and reason and name in one."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        here(interaction)
        await ReportForm(*self.ids).open(interaction)


class ReportForm(Form, address="report:words", title="report.title", ids=3):
    """What happened, in the reporter's words."""

    fields = (Field("words", "report.words", WORDS, tall=True, hint="report.words-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild, said = here(interaction), words.get("words", "").strip()[:WORDS]
        await thinking(interaction)
        why_not = await self._send(interaction, guild, said)
        voice = voice_of(interaction)
        if why_not is not None:
            body = (
                voice(why_not, contact=_contact(interaction)),
                *((plain(said),) if said else ()),
            )
            await answer(interaction, Card(voice("report.not-sent"), body))
        else:
            body = (voice("report.sent-body"), voice("report.sent-next"), voice("report.sent-now"))
            await answer(interaction, Card(voice("report.sent-title"), body, tone=Tone.CARE))
        await house_of(interaction).feature(Support).first(interaction, said)

    async def _send(
        self, interaction: discord.Interaction[Any], guild: GuildId, said: str
    ) -> str | None:
        """Send it; or the key of the sentence that says why not."""
        person, message, packed = self.ids
        house, reason = house_of(interaction), packed // 2
        if reason >= len(REASONS) or not said:
            return "report.empty"
        if house.settings.of(guild, CommunitySettings).staff_channel is None:
            return "report.nobody"
        about = await _about(interaction, person)
        if about is None:
            return "report.about-staff"
        place, quoted = await _quoted(interaction, message)
        told = Told(
            user_of(interaction), about, REASONS[reason], said, place, quoted, bool(packed % 2)
        )
        try:
            await house.feature(Reports).send(guild, told)
        except TooOften:
            return TooOften.key
        except StorageDown:
            return "report.not-saved"
        if place is not None:
            house.feature(Moments).reported(place.channel)
        return None


async def _about(interaction: discord.Interaction[Any], person: int) -> UserId | None:
    """Whom it is about, `NOBODY` for a bot or for no one, None for somebody of the staff."""
    member = await member_of(interaction, person) if person else None
    if member is None or member.bot:
        return UserId(person) if person and member is None else NOBODY
    house = house_of(interaction)
    staff = has_right(house, member, member.guild_permissions, Right.MODERATE)
    return None if staff else UserId(person)


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
    options = [(each, voice(f"report.why-{each}")) for each in (*REASONS, ABOUT_STAFF)]
    row: tuple[Control, ...] = (Why.words(voice, options, person, message),)
    body = (voice("report.start"), voice("report.start-danger"))
    small = voice("report.start-small")
    return Card(voice("report.title"), body, (row,), tone=Tone.CARE, small=small)


def name_card(
    interaction: discord.Interaction[Any], person: int, message: int, reason: int
) -> Card:
    """With a name or without, and what each truly means."""
    voice = voice_of(interaction)
    if reason >= len(REASONS):
        raise OldButton
    rows: list[tuple[Control, ...]] = []
    if not message:
        rows.append((Whom.people(voice, reason),))
    rows.append(
        (
            Named.button(voice, person, message, 2 * reason + 1),
            Named.button(voice, person, message, 2 * reason, label=voice("report.without-name")),
        )
    )
    about = voice("report.about-them", who=f"<@{person}>") if person else ""
    body = (*((about,) if about else ()), voice("report.name-with"), voice("report.name-without"))
    return Card(voice("report.title"), body, tuple(rows), tone=Tone.CARE)


def staff_card(interaction: discord.Interaction[Any]) -> Card:
    """About staff: what is not possible yet, said honestly, and who else there is."""
    voice = voice_of(interaction)
    body = (voice("report.about-staff", contact=_contact(interaction)),)
    return Card(voice("report.title"), body, tone=Tone.CARE)


def _contact(interaction: discord.Interaction[Any]) -> str:
    contact = house_of(interaction).contact
    return plain(contact) if contact else voice_of(interaction)("report.no-contact")


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
ROUTES = (Open, Why, Whom, Named)
FORMS = (ReportForm,)
