"""`/setup checkins decks`: a community's own questions, one by one."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.ids import GuildId
from bot.services.recurring import Recurring
from bot.storage.recurring import Schedule, Standing
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, require
from bot.ui.house import House, house_of, voice_of
from bot.ui.routes import Pick, Route
from cogs.checkins.decks import (
    NAME,
    TEXT,
    CheckInSettings,
    Decided,
    OwnDeck,
    asking,
    cards_of,
    named,
    without_card,
    without_deck,
)
from cogs.checkins.domain import Choices
from cogs.checkins.service import PROMPT

IN_A_SELECT = 25  # Discord's own limit
SHOWN = 60  # characters of a question in a list


class Decks(Route, address="checkins:decks", label="checkins.decks"):
    """Every deck of the community's own."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await turn(interaction, decks_card(interaction))


class OneDeck(Pick, address="checkins:deckone", label="checkins.decks-pick"):
    """One of them."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await turn(interaction, await deck_card(interaction, _number(values)))


class Deck(Route, address="checkins:deckshow", label="checkins.deck-back", ids=1):
    """Back to a deck."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await turn(interaction, await deck_card(interaction, self.ids[0]))


class Name(Route, address="checkins:deckname", label="checkins.deck-new", ids=1):
    """Asks for the name of a deck; 0 is a new one."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, number = require(interaction, Right.ADMINISTER), self.ids[0]
        now = _settings(interaction, guild).deck(number).name if number else ""
        await NameForm(number).open(interaction, {"name": now})


class NameForm(Form, address="checkins:deckcalled", title="checkins.deck-name-title", ids=1):
    """What a deck is called."""

    fields = (Field("name", "checkins.deck-name", NAME),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        settings = await _decide(interaction, named(self.ids[0], words["name"]))
        number = self.ids[0] or settings.decks[-1].number
        await answer(interaction, await deck_card(interaction, number))


class Ask(Route, address="checkins:cardask", label="checkins.card-new", ids=2):
    """Asks for the words of a question: deck, and the question or 0 for a new one."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, (deck, number) = require(interaction, Right.ADMINISTER), self.ids
        settings = _settings(interaction, guild)
        now = settings.card(deck, number).text if number else ""
        await AskForm(settings.deck(deck).number, number).open(interaction, {"text": now})


class AskForm(Form, address="checkins:cardtext", title="checkins.card-title", ids=2):
    """A question in words."""

    fields = (Field("text", "checkins.card-text", TEXT, tall=True, hint="checkins.card-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        deck, number = self.ids
        await _decide(interaction, asking(deck, number, words["text"]))
        await answer(interaction, await deck_card(interaction, deck))


class OneCard(Pick, address="checkins:cardone", label="checkins.card-pick", ids=2):
    """One question; the second id is which select it was chosen from."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild, deck = require(interaction, Right.ADMINISTER), self.ids[0]
        await thinking(interaction)
        voice, mine = voice_of(interaction), _settings(interaction, guild)
        card = mine.card(deck, _number(values))
        row: tuple[Control, ...] = (
            Ask.button(voice, deck, card.number, label=voice("checkins.card-change")),
            RemoveCard.button(voice, deck, card.number),
            Deck.button(voice, deck),
        )
        title = plain(mine.deck(deck).name)
        await turn(interaction, Card(title, (plain(card.text),), (row,), tone=Tone.STAFF))


class RemoveCard(Route, address="checkins:cardgone", label="checkins.card-remove", ids=2):
    """A question goes."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _decide(interaction, without_card(*self.ids))
        await turn(interaction, await deck_card(interaction, self.ids[0]))


class RemoveDeck(Route, address="checkins:deckgone", label="checkins.deck-remove", ids=1):
    """A deck goes."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _decide(interaction, without_deck(self.ids[0]))
        await turn(interaction, decks_card(interaction))


def decks_card(interaction: discord.Interaction[Any]) -> Card:
    """The decks, each with how much is in it."""
    guild, voice = require(interaction, Right.ADMINISTER), voice_of(interaction)
    decks = _settings(interaction, guild).decks
    lines = [
        voice("checkins.decks-line", name=plain(each.name), count=len(each.cards)) for each in decks
    ]
    body = ("\n".join(lines) or voice("checkins.decks-none"),)
    rows: list[tuple[Control, ...]] = []
    if decks:
        rows.append((OneDeck.words(voice, [(str(each.number), each.name) for each in decks]),))
    rows.append((Name.button(voice, 0),))
    small = voice("checkins.decks-small")
    return Card(voice("checkins.decks-title"), body, tuple(rows), tone=Tone.STAFF, small=small)


async def deck_card(interaction: discord.Interaction[Any], number: int) -> Card:
    """One deck, its questions, and what is so while it has none.

    Raises:
        DeckGone: it is not there.
    """
    guild, voice = require(interaction, Right.ADMINISTER), voice_of(interaction)
    deck = _settings(interaction, guild).deck(number)
    body = ["\n".join(f"• {_brief(plain(each.text))}" for each in deck.cards)]
    if not deck.cards:
        body = [voice("checkins.deck-none")]
        using = await _using(house_of(interaction), guild, deck)
        if using:
            names = ", ".join(str(each.id) for each in using)
            body.append(voice("checkins.deck-emptied", names=names))
    rows: list[tuple[Control, ...]] = []
    for place in range(0, len(deck.cards), IN_A_SELECT):
        some = deck.cards[place : place + IN_A_SELECT]
        options = [(str(each.number), _brief(each.text)) for each in some]
        rows.append((OneCard.words(voice, options, number, place // IN_A_SELECT),))
    rename = Name.button(voice, number, label=voice("checkins.deck-rename"))
    last = (Ask.button(voice, number, 0), rename, RemoveDeck.button(voice, number))
    rows.append((*last, Decks.button(voice)))
    return Card(plain(deck.name), tuple(body), tuple(rows), tone=Tone.STAFF)


async def _using(house: House, guild: GuildId, deck: OwnDeck) -> list[Schedule]:
    found = await house.feature(Recurring).of(guild, PROMPT)
    return [each for each in found if Choices.model_validate(each.choices).deck == deck.key]


async def emptied(house: House, guild: GuildId) -> list[Schedule]:
    """Running schedules whose deck has nothing to give."""
    chosen, prompts = house.settings.of(guild, CheckInSettings), house.content.prompts
    return [
        each
        for each in await house.feature(Recurring).of(guild, PROMPT)
        if each.state is Standing.ON
        and not cards_of(prompts, chosen, Choices.model_validate(each.choices).deck)
    ]


async def _decide(interaction: discord.Interaction[Any], how: Decided) -> CheckInSettings:
    guild = require(interaction, Right.ADMINISTER)
    await thinking(interaction)
    return await house_of(interaction).settings.decide(guild, CheckInSettings, how)


def _settings(interaction: discord.Interaction[Any], guild: GuildId) -> CheckInSettings:
    return house_of(interaction).settings.of(guild, CheckInSettings)


def _number(values: list[str]) -> int:
    return int(values[0]) if values[0].isascii() and values[0].isdigit() else 0


def _brief(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


ROUTES = (Decks, OneDeck, Deck, Name, Ask, OneCard, RemoveCard, RemoveDeck)
FORMS = (NameForm, AskForm)
