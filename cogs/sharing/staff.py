"""What staff press: pause, take down, look before it is posted, write to whoever shared."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands

from bot.app import SupportBot
from bot.services.heartbeat import Heartbeat
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.catalogue import menu_name
from bot.ui.explain import check_served, door
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, require
from bot.ui.house import Voice, house_of, user_of, voice_of
from bot.ui.routes import Route
from cogs.sharing.cards import Rows, public_card, shown_picture
from cogs.sharing.domain import PAUSES
from cogs.sharing.mine import LETTER, letters_card
from cogs.sharing.moderation import Moderation
from cogs.sharing.pictures import Pictures
from cogs.sharing.public import number_on
from cogs.sharing.store import Share

REASON = 300  # characters
SPANS = ("hour", "day", "week")


class Pause(Route, address="sharing:pause", label="sharing.pause-hour", ids=2):
    """Pauses whoever wrote it. The answer is one and the same, whoever that is."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        voice, number = voice_of(interaction), self.ids[0]
        span = PAUSES[min(self.ids[1], len(PAUSES) - 1)]
        moderation = house_of(interaction).feature(Moderation)
        await moderation.pause(guild, user_of(interaction), number, span)
        body = (voice("sharing.paused-body"), voice("sharing.paused-hint"))
        await turn(interaction, Card(voice("sharing.paused-title"), body, tone=Tone.STAFF))


class Remove(Route, address="sharing:remove", label="sharing.remove", ids=1):
    """Asks for the reason that whoever shared will read."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.MODERATE)
        await RemoveForm(self.ids[0]).open(interaction)


class RemoveForm(Form, address="sharing:removed", title="sharing.remove-title", ids=1):
    """The reason; then the share goes."""

    fields = (Field("reason", "sharing.remove-reason", REASON, tall=True),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        reason = words["reason"].strip()[:REASON]
        await house.feature(Moderation).remove(guild, user_of(interaction), self.ids[0], reason)
        await house.feature(Heartbeat).beat()
        body = (voice("sharing.removed-body"),)
        await answer(interaction, Card(voice("sharing.removed-title"), body, tone=Tone.STAFF))


class WriteTo(Route, address="sharing:letter", label="sharing.write-to", ids=1):
    """Opens a form for a letter to whoever shared."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.MODERATE)
        await LetterForm(self.ids[0]).open(interaction)


class LetterForm(Form, address="sharing:lettered", title="sharing.write-title", ids=1):
    """A letter that waits in `/share`."""

    fields = (Field("words", "sharing.write-words", LETTER, tall=True),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        moderation = house.feature(Moderation)
        await moderation.write(guild, user_of(interaction), self.ids[0], words["words"].strip())
        await house.feature(Heartbeat).beat()
        body = (voice("sharing.written"),)
        await answer(interaction, Card(voice("sharing.write-title"), body, tone=Tone.STAFF))


class Read(Route, address="sharing:read", label="sharing.letters", ids=1):
    """What was written between staff and an author; that it was opened is noted."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice, number = house_of(interaction), voice_of(interaction), self.ids[0]
        said = await house.feature(Moderation).letters(guild, user_of(interaction), number)
        rows: Rows = ((WriteTo.button(voice, number),),)
        await answer(interaction, letters_card(voice, said, rows, "sharing.noted"))


class Look(Route, address="sharing:look", label="sharing.look", ids=2):
    """Shows a share that waits, as it would look; that it was opened is noted."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice, number = house_of(interaction), voice_of(interaction), self.ids[0]
        moderation = house.feature(Moderation)
        share, typed = await moderation.look(guild, user_of(interaction), number)
        rows: Rows = (
            (
                Approve.button(voice, number, share.version),
                Remove.button(voice, number, label=voice("sharing.decline")),
            ),
        )
        picture = shown_picture(await house.feature(Pictures).of(share))
        await answer(interaction, public_card(voice, share, typed, picture=picture))
        body = (voice("sharing.look-body"),)
        small = voice("sharing.noted")
        card = Card(voice("sharing.look-title"), body, rows, tone=Tone.STAFF, small=small)
        await answer(interaction, card)


class Approve(Route, address="sharing:approve", label="sharing.approve", ids=2):
    """Lets a share be posted as it was read."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        moderation = house.feature(Moderation)
        await moderation.approve(guild, user_of(interaction), *self.ids)
        await house.feature(Heartbeat).beat()
        body = (voice("sharing.approved"),)
        await turn(interaction, Card(voice("sharing.look-title"), body, tone=Tone.STAFF))


def review_row(voice: Voice, share: Share) -> tuple[Control, ...]:
    """Under the card that tells staff of a share that waits."""
    return (Look.button(voice, share.id, share.version),)


def letter_row(voice: Voice, share: Share) -> tuple[Control, ...]:
    """Under the card that tells staff of an answer."""
    return (Read.button(voice, share.id),)


def staff_card(voice: Voice, number: int) -> Card:
    """What staff can do with a share; the same for every share, whoever wrote it."""
    pauses = tuple(
        Pause.button(voice, number, place, label=voice(f"sharing.pause-{name}"))
        for place, name in enumerate(SPANS)
    )
    others = (
        Remove.button(voice, number),
        WriteTo.button(voice, number),
        Read.button(voice, number),
    )
    body = (voice("sharing.staff-body"), voice("sharing.paused-hint"))
    return Card(voice("sharing.staff-title"), body, (pauses, others), tone=Tone.STAFF)


def add_menu(bot: SupportBot) -> None:
    """Put it on the menu of messages."""

    async def pause_author(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        async with door(interaction):
            check_served(interaction)
            require(interaction, Right.MODERATE)
            voice, number = voice_of(interaction), number_on(message, bot.user)
            if number is None:
                body = (voice("sharing.not-a-share"),)
                await answer(interaction, Card(voice("sharing.staff-title"), body))
            else:
                await answer(interaction, staff_card(voice, number))

    menu = app_commands.ContextMenu(
        name=menu_name(bot.texts, "sharing.menu"), callback=pause_author
    )
    menu.guild_only = True
    menu.default_permissions = discord.Permissions(moderate_members=True)
    bot.tree.add_command(menu)


ROUTES = (Pause, Remove, WriteTo, Read, Look, Approve)
FORMS = (RemoveForm, LetterForm)
