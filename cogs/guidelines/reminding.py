"""*Guideline reminder*, on the menu of a message: a moderator chooses one and may add a line."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands

from bot.app import SupportBot
from bot.ids import ChannelId, GuildId, MessageId, UserId
from bot.sections import CommunitySettings
from bot.services.courier import Parcel, Undeliverable, Unwanted
from bot.ui.answers import answer, thinking
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.catalogue import menu_name
from bot.ui.courier import Drawer, Post
from bot.ui.explain import check_served, door
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, has_right, member_of, require
from bot.ui.house import Voice, house_of, public_voice, user_of, voice_of
from bot.ui.routes import Pick, Route
from cogs.guidelines.letter_rows import Written
from cogs.guidelines.letters import WAITS, Letters
from cogs.guidelines.reading import selects
from cogs.guidelines.service import Charter

WORDS = 500  # characters; a line, not a lecture


class Which(Pick, address="remind:which", label="remind.which", ids=3):
    """Which guideline; the ids are who, about which message, and which select this is."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        require(interaction, Right.MODERATE)
        person, message, _ = self.ids
        await LineForm(person, message, int(values[0])).open(interaction)


class LineForm(Form, address="remind:line", title="remind.title", ids=3):
    """A line of the moderator's own; none is needed."""

    fields = (
        Field("words", "remind.line", WORDS, tall=True, required=False, hint="remind.line-hint"),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        person, message, number = self.ids
        house, voice = house_of(interaction), voice_of(interaction)
        rule = house.feature(Charter).rule(guild, number)
        place = ChannelId(interaction.channel_id or 0), MessageId(message)
        line = words.get("words", "").strip()[:WORDS]
        written = Written(UserId(person), user_of(interaction), number, line, place)
        way = await house.feature(Letters).write(guild, written)
        body = (
            voice("remind.sent-body", title=plain(rule.title)),
            voice("remind.sent-waits" if way == WAITS else "remind.sent-goes"),
            voice("remind.sent-kept"),
        )
        await answer(interaction, Card(voice("remind.sent-title"), body, tone=Tone.STAFF))


class Said(Route, address="remind:said", label="remind.said", ids=1):
    """Opens the answer of a member; that it was opened is kept."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        letter = await house.feature(Letters).answered(guild, self.ids[0], user_of(interaction))
        rule = next(
            (e for e in house.feature(Charter).rules(guild) if e.number == letter.rule), None
        )
        about = voice("remind.about", title=plain(rule.title)) if rule else ""
        said = plain(letter.answer or "").replace("||", "")
        who = voice("remind.said-by", who=f"<@{letter.person}>", author=f"<@{letter.author}>")
        body = tuple(each for each in (who, about, f"||{said}||") if each)
        small = voice("remind.said-small")
        await answer(interaction, Card(voice("remind.answer-title"), body, (), Tone.STAFF, small))


async def ask(interaction: discord.Interaction[Any], message: discord.Message) -> None:
    """The card on which a guideline is chosen, or why nobody can be reminded here."""
    guild, voice, author = (
        require(interaction, Right.MODERATE),
        voice_of(interaction),
        message.author,
    )
    await thinking(interaction)
    # A webhook's author is nobody of the community, though it may carry a member's name.
    member = None if message.webhook_id else await member_of(interaction, author.id)
    key = _hindrance(interaction, member)
    if key is not None or member is None:
        await answer(interaction, Card(voice("remind.title"), (voice(key or "remind.gone"),)))
        return
    await answer(interaction, await choose_card(interaction, guild, member.id, message.id))


def _hindrance(interaction: discord.Interaction[Any], member: discord.Member | None) -> str | None:
    if member is None or member.bot:
        return "remind.gone"
    if member.id == interaction.user.id:
        return "remind.self"
    house = house_of(interaction)
    staff = has_right(house, member, member.guild_permissions, Right.MODERATE)
    return "remind.staff" if staff else None


async def choose_card(
    interaction: discord.Interaction[Any], guild: GuildId, person: int, message: int
) -> Card:
    """All guidelines, in as many selects as they need, and how often this person was reminded."""
    house, voice = house_of(interaction), voice_of(interaction)
    rules = house.feature(Charter).rules(guild)
    before = await house.feature(Letters).reminded(guild, UserId(person))
    past = voice("remind.never-before")
    if before is not None:
        day = f"<t:{int(before.last_at.timestamp())}:D>"
        past = voice("remind.before", count=before.count, day=day)
    rows: list[tuple[Control, ...]] = []
    for block, (label, options) in enumerate(selects(voice, Which.label_key, rules)):
        rows.append((Which.words(voice, options, person, message, block, label=label),))
    body = (voice("remind.body", who=f"<@{person}>"), past)
    small = voice("remind.small")
    return Card(voice("remind.title"), body, tuple(rows), tone=Tone.STAFF, small=small)


def released_card(voice: Voice, ids: Mapping[str, int]) -> Card:
    """To whoever had a case that somebody else is asked for: no reason, and no blame."""
    body = (voice("remind.released-body", number=ids["case"]),)
    return Card(voice("remind.released-title"), body, tone=Tone.STAFF)


def draw_answered(bot: SupportBot) -> Drawer:
    """Who tells staff that somebody answered; what they wrote lies behind a press."""

    async def draw(parcel: Parcel) -> Post:
        staff = bot.settings.of(parcel.guild, CommunitySettings).staff_channel
        if staff is None:
            raise Undeliverable("no_staff_channel")
        number = parcel.ids["letter"]
        author = await bot.feature(Letters).author_of(number)
        if author is None:
            raise Unwanted
        voice = public_voice(bot, parcel.guild)
        row: tuple[Control, ...] = (Said.button(voice, number),)
        body = (voice("remind.answered", author=f"<@{author}>"),)
        return Post(staff, Card(voice("remind.answer-title"), body, (row,), tone=Tone.STAFF))

    return draw


def add_menu(bot: SupportBot) -> None:
    """Put it on the menu of messages, for staff."""

    async def remind(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        async with door(interaction):
            check_served(interaction)
            await ask(interaction, message)

    menu = app_commands.ContextMenu(name=menu_name(bot.texts, "remind.menu"), callback=remind)
    menu.guild_only = True
    menu.default_permissions = discord.Permissions(moderate_members=True)
    bot.tree.add_command(menu)


ROUTES = (Which, Said)
FORMS = (LineForm,)
