"""Afterwards, for the host: three private taps, of which nothing is kept, and supervision."""

from collections.abc import Mapping, Sequence
from typing import Any

import discord

from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, require
from bot.ui.house import Voice, house_of, user_of, voice_of
from bot.ui.routes import Pick, Route
from bot.ui.support import Support
from cogs.sessions.service.after import Supervision
from cogs.sessions.store.asides import Matter
from cogs.sessions.ui.draft_forms import check_lengths
from cogs.sessions.ui.saying import stamp

MATTER = 1000  # characters
SHOWN = 10  # of what was brought, on one card
EXCERPT = 300
TAPS = ("light", "mixed", "heavy")


class HowItWas(Route, address="sessions:how", label="sessions.how-light", ids=2):
    """One tap on how it was to host; nothing of it is kept."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        voice, (number, which) = voice_of(interaction), self.ids
        tap = TAPS[which % len(TAPS)]
        row: tuple[Control, ...] = (Bring.button(voice, number),)
        body = (voice(f"sessions.how-{tap}-body"), voice("sessions.how-not-kept"))
        await turn(interaction, Card(voice("sessions.after-title"), body, (row,), tone=Tone.CARE))


class Bring(Route, address="sessions:bring", label="sessions.bring", ids=1):
    """Opens what is brought to supervision; it may stay empty."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await BringForm(*self.ids).open(interaction)


class BringForm(Form, address="sessions:matter", title="sessions.bring-title", ids=1):
    """A few words for supervision, or none: then only that there is something."""

    fields = (
        Field(
            "words",
            "sessions.bring-label",
            MATTER,
            tall=True,
            required=False,
            hint="sessions.bring-hint",
        ),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        check_lengths(self, words)
        await thinking(interaction)
        house, voice, said = house_of(interaction), voice_of(interaction), words.get("words", "")
        await house.feature(Support).first(interaction, said)
        await house.feature(Supervision).bring(self.ids[0], user_of(interaction), said.strip())
        body = (voice("sessions.brought-body"),)
        await answer(interaction, Card(voice("sessions.after-title"), body, tone=Tone.CARE))


class Brought(Route, address="sessions:brought", label="sessions.brought", ids=1):
    """What was brought, for who hosts the supervision."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        supervision, number = house_of(interaction).feature(Supervision), self.ids[0]
        matters = await supervision.brought(number, guild, user_of(interaction))
        await turn(interaction, _brought_card(voice_of(interaction), matters, number))


class TalkedAbout(Pick, address="sessions:talked", label="sessions.talked-about", ids=1):
    """It was talked about, so it goes."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        supervision, number = house_of(interaction).feature(Supervision), self.ids[0]
        user = user_of(interaction)
        await supervision.talked_about(number, guild, user, int(values[0]))
        matters = await supervision.brought(number, guild, user)
        await turn(interaction, _brought_card(voice_of(interaction), matters, number))


class TakeBack(Pick, address="sessions:take-back", label="sessions.take-back"):
    """Takes back what somebody brought."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        supervision, user = house_of(interaction).feature(Supervision), user_of(interaction)
        await supervision.take_back(guild, user, int(values[0]))
        own = await supervision.own(guild, user)
        await turn(interaction, _own_card(voice_of(interaction), own))


def after_card(voice: Voice, number: int) -> Card:
    """To whoever hosted: thanks, three taps, and supervision."""
    labels = [voice(f"sessions.how-{tap}") for tap in TAPS]
    taps = tuple(
        HowItWas.button(voice, number, place, label=label) for place, label in enumerate(labels)
    )
    rows: tuple[tuple[Control, ...], ...] = (taps, (Bring.button(voice, number),))
    body = (voice("sessions.after-body"),)
    small = voice("sessions.after-small")
    return Card(voice("sessions.after-title"), body, rows, tone=Tone.CARE, small=small)


async def show_own(interaction: discord.Interaction[Any]) -> None:
    """What somebody brings to supervision themselves."""
    guild = require(interaction, Right.FACILITATE)
    await thinking(interaction)
    own = await house_of(interaction).feature(Supervision).own(guild, user_of(interaction))
    await answer(interaction, _own_card(voice_of(interaction), own))


def _own_card(voice: Voice, own: Sequence[Matter]) -> Card:
    if not own:
        body = (voice("sessions.matters-none"),)
        return Card(voice("sessions.matters-title"), body, tone=Tone.STAFF)
    row: tuple[Control, ...] = (TakeBack.words(voice, _options(voice, own)),)
    body = (voice("sessions.matters-body"), *(_line(voice, each) for each in own[:SHOWN]))
    return Card(voice("sessions.matters-title"), body, (row,), tone=Tone.STAFF)


def _brought_card(voice: Voice, matters: Sequence[Matter], number: int) -> Card:
    if not matters:
        return Card(voice("sessions.brought"), (voice("sessions.brought-none"),), tone=Tone.STAFF)
    lines = [f"<@{each.person}> · {_line(voice, each)}" for each in matters[:SHOWN]]
    row: tuple[Control, ...] = (TalkedAbout.words(voice, _options(voice, matters), number),)
    body = (voice("sessions.brought-private"), *lines)
    return Card(voice("sessions.brought"), body, (row,), tone=Tone.STAFF)


def _options(voice: Voice, matters: Sequence[Matter]) -> list[tuple[str, str]]:
    return [
        (str(each.id), each.words.replace("\n", " ") or voice("sessions.matter-wordless"))
        for each in matters[:SHOWN]
    ]


def _line(voice: Voice, matter: Matter) -> str:
    words = plain(matter.words[:EXCERPT]) + ("…" if len(matter.words) > EXCERPT else "")
    return f"{stamp(matter.brought_at, 'd')} · {words or voice('sessions.matter-wordless')}"


ROUTES = (HowItWas, Bring, Brought, TalkedAbout, TakeBack)
FORMS = (BringForm,)
