"""Buttons and forms of a check-in.

An address carries only answers that could be given, never one that somebody gave.
"""

from collections.abc import Mapping
from typing import Any

import discord

from bot.epochs.files import KeysUnusable
from bot.ids import GuildId
from bot.storage.database import StorageDown
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control
from bot.ui.explain import NotYourRight
from bot.ui.forms import Field, Form
from bot.ui.home import Door
from bot.ui.house import House, Voice, guild_of, house_of, user_of, voice_of
from bot.ui.routes import Route
from bot.ui.support import Support
from cogs.checkins import cards
from cogs.checkins.domain import LEVELS, MAX_WORDS, RATHER_NOT, Answer, Ended
from cogs.checkins.service import CheckIns, TooLong
from cogs.checkins.store import CheckIn

Rows = tuple[tuple[Control, ...], ...]


class Say(Route, address="checkins:answer", label="checkins.rather-not", ids=2):
    """One of the five answers, or none; pressed again it changes."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = here(interaction)
        await thinking(interaction)
        number, level = self.ids
        level = level if level in LEVELS else RATHER_NOT
        checkins = house_of(interaction).feature(CheckIns)
        mine = await checkins.answer(guild, number, user_of(interaction), level)
        await turn(interaction, await card_of(interaction, await checkins.get(guild, number), mine))


class More(Route, address="checkins:more", label="checkins.more", ids=1):
    """A few words, typed."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, number = here(interaction), self.ids[0]
        checkins = house_of(interaction).feature(CheckIns)
        mine = await checkins.mine(guild, number, user_of(interaction))
        await Words(number).open(interaction, {"words": mine.words})


class Words(Form, address="checkins:words", title="checkins.words-title", ids=1):
    """What somebody would like to add; nobody else sees it."""

    fields = (Field("words", "checkins.words", MAX_WORDS, tall=True, hint="checkins.words-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild, written = here(interaction), words.get("words", "").strip()
        await thinking(interaction)
        try:
            card = await self._kept(interaction, guild, written)
        except (StorageDown, KeysUnusable):
            card = cards.words_back(voice_of(interaction), "checkins.not-kept-now", written)
        except TooLong:
            card = cards.words_back(voice_of(interaction), "checkins.not-kept-long", written)
        # Help comes first for the eye; the words are safe before it.
        await house_of(interaction).feature(Support).first(interaction, written)
        await answer(interaction, card)

    async def _kept(
        self, interaction: discord.Interaction[Any], guild: GuildId, words: str
    ) -> Card:
        """Words for a check-in that has closed meanwhile go to the person's own of today."""
        checkins, user = house_of(interaction).feature(CheckIns), user_of(interaction)
        number = self.ids[0]
        try:
            mine = await checkins.say(guild, number, user, words)
        except Ended:
            number = (await checkins.own(guild)).id
            mine = await checkins.say(guild, number, user, words)
        return await card_of(interaction, await checkins.get(guild, number), mine)


class Own(Route, address="checkins:own", label="checkins.door"):
    """A check-in at any time, for oneself alone."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await show_own(interaction)


async def show_own(interaction: discord.Interaction[Any]) -> None:
    """Today's check-in of somebody's own: the five answers, or what they said already."""
    guild = here(interaction)
    await thinking(interaction)
    house, voice = house_of(interaction), voice_of(interaction)
    checkins = house.feature(CheckIns)
    own = await checkins.own(guild)
    mine = await checkins.mine(guild, own.id, user_of(interaction))
    if mine == Answer():
        await answer(interaction, cards.own_card(house, voice, own, answers(house, voice, own)))
    else:
        await answer(interaction, await card_of(interaction, own, mine))


async def card_of(interaction: discord.Interaction[Any], checkin: CheckIn, mine: Answer) -> Card:
    """The private card of a check-in, with everything that can be done with it."""
    house, voice = house_of(interaction), voice_of(interaction)
    label = voice("checkins.more-again" if mine.words else "checkins.more")
    rows: Rows = ((More.button(voice, checkin.id, label=label),),)
    return cards.answered_card(house, voice, checkin, mine, rows)


def answers(house: House, voice: Voice, checkin: CheckIn) -> Rows:
    """The five answers, and the two ways that are none."""
    five = tuple(
        Say.button(voice, checkin.id, level, label=cards.label_of(house, level)) for level in LEVELS
    )
    other = (More.button(voice, checkin.id), Say.button(voice, checkin.id, RATHER_NOT))
    return (five, other)


def here(interaction: discord.Interaction[Any]) -> GuildId:
    """The community in which somebody checks in.

    Raises:
        NotYourRight: there is none.
    """
    guild = guild_of(interaction)
    if guild is None:
        raise NotYourRight
    return guild


DOOR = Door(20, Own.button)
ROUTES = (Say, More, Own)
FORMS = (Words,)
