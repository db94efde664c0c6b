"""The last step of a report: its words, and what became of them; nothing that was typed is lost."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import discord

from bot.ids import ChannelId, GuildId, MessageId, UserId
from bot.sections import CommunitySettings
from bot.services.case_rules import TooOften, excerpt
from bot.storage.cases import Place
from bot.storage.database import StorageDown
from bot.ui.answers import answer, thinking
from bot.ui.cards import Card, Tone, plain
from bot.ui.explain import OldButton
from bot.ui.forms import Field, Form
from bot.ui.gates import member_of
from bot.ui.house import Voice, house_of, user_of, voice_of
from bot.ui.routes import Route
from bot.ui.support import Support
from cogs.guidelines.about_staff import (
    NOBODY_ELSE,
    kept_from,
    nobody_else,
    standing_of,
    way_to_the_others,
)
from cogs.guidelines.begun import Begun
from cogs.guidelines.moments import Moments
from cogs.guidelines.reading import here
from cogs.guidelines.reports import ABOUT_STAFF, Reports, Told

WORDS = 1500  # characters
FIELDS = (Field("words", "report.words", WORDS, tall=True, hint="report.words-hint"),)


class Named(Route, address="report:name", label="report.with-name", ids=3):
    """With or without a name, about one person or nobody: asks for the words."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        here(interaction)
        Begun.of_ids(*self.ids)
        await ReportForm(*self.ids).open(interaction)


class NamedSeveral(Route, address="report:several", label="report.with-name", token=True):
    """The same, about several people."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        here(interaction)
        Begun.of_token(self.token)
        await SeveralForm(token=self.token).open(interaction)


class ReportForm(Form, address="report:words", title="report.title", ids=3):
    """What happened, in the reporter's words."""

    fields = FIELDS

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        person, message, packed = self.ids
        try:
            begun = Begun.of_ids(person, message, packed)
        except OldButton:
            begun = None
        await _take(interaction, begun, words)


class SeveralForm(Form, address="report:told", title="report.title", token=True):
    """The same, about several people."""

    fields = FIELDS

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        try:
            begun = Begun.of_token(self.token)
        except OldButton:
            begun = None
        await _take(interaction, begun, words)


def name_buttons(voice: Voice, begun: Begun) -> tuple[Route, ...]:
    """With a name, and without."""
    with_name = replace(begun, named=True)
    without = voice("report.without-name")
    if len(begun.people) > 1:
        return (
            NamedSeveral.button(voice, token=with_name.token),
            NamedSeveral.button(voice, token=begun.token, label=without),
        )
    return (
        Named.button(voice, *with_name.ids),
        Named.button(voice, *begun.ids, label=without),
    )


async def _take(
    interaction: discord.Interaction[Any], begun: Begun | None, words: Mapping[str, str]
) -> None:
    """Send what was written, or give it back with the reason."""
    guild, said = here(interaction), words.get("words", "").strip()[:WORDS]
    await thinking(interaction)
    try:
        card = await _send(interaction, guild, begun, said)
    except TooOften:
        card = _kept_back(interaction, said, TooOften.key)
    except StorageDown:
        card = _kept_back(interaction, said, "report.not-saved")
    await answer(interaction, card)
    await house_of(interaction).feature(Support).first(interaction, said)


async def _send(
    interaction: discord.Interaction[Any], guild: GuildId, begun: Begun | None, said: str
) -> Card:
    """Send it; what is not sent comes back with the reason."""
    house = house_of(interaction)
    if begun is None:
        return _kept_back(interaction, said, OldButton.key)
    if not said:
        return _kept_back(interaction, said, "report.empty")
    if house.settings.of(guild, CommunitySettings).staff_channel is None:
        return _kept_back(interaction, said, "report.nobody")
    people = await _people(interaction, begun.people)
    quietly = bool(people) and await is_about_staff(interaction, replace(begun, people=people))
    hidden = kept_from(interaction, guild, people if quietly else ())
    way = await way_to_the_others(interaction, guild, hidden) if hidden else ""
    if way == "nobody":
        return _kept_back(interaction, said, NOBODY_ELSE)
    place, quoted = await _quoted(interaction, begun.message)
    told = Told(
        reporter=user_of(interaction),
        people=people,
        reason=begun.reason,
        words=said,
        place=place,
        excerpt=quoted,
        named=begun.named,
        quietly=quietly,
    )
    await house.feature(Reports).send(guild, told)
    if place is not None and not hidden:
        house.feature(Moments).reported(place.channel)
    return _sent_card(voice_of(interaction), way)


async def is_about_staff(interaction: discord.Interaction[Any], begun: Begun) -> bool:
    """Whether it has to be kept from whom it is about."""
    if begun.reason == ABOUT_STAFF or len(begun.people) > 1:
        return True
    standings = [await standing_of(interaction, each) for each in begun.people]
    return any(standings)


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


async def _people(
    interaction: discord.Interaction[Any], chosen: tuple[UserId, ...]
) -> tuple[UserId, ...]:
    """Whom it is about, in an order that is the same for the same people; a bot is nobody."""
    found: list[UserId] = []
    for each in sorted(chosen):
        try:
            member = await member_of(interaction, each)
        except discord.HTTPException:
            member = None
        if member is None or not member.bot:
            found.append(each)
    return (*found,)


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


ROUTES = (Named, NamedSeveral)
FORMS = (ReportForm, SeveralForm)
