"""`/helpnow`: numbers for a country, for anybody, at any time, also in direct messages."""

import logging
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands

from bot.content.helplines import Country, country_name
from bot.errors import Refusal
from bot.keyring import Unopenable
from bot.storage.database import StorageDown
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, link
from bot.ui.forms import Field, Form
from bot.ui.home import Door
from bot.ui.house import guild_of, house_of, user_of, voice_of
from bot.ui.lines import Asked, country_of, help_words
from bot.ui.routes import Pick, Route

log = logging.getLogger("hearth.helpnow")

# The order in which the kinds of help are offered; the words are plain, not clinical.
KINDS = (
    "general",
    "suicide",
    "self_harm",
    "abuse_danger",
    "sexual_violence",
    "overdose",
    "eating",
    "panic_dissociation",
    "child_safety",
)
LONGEST_COUNTRY = 60  # characters; the longest country name in any language is shorter


class NoSuchCountry(Refusal):
    """No country was recognised in what was typed, or we have no numbers for it."""

    key = "refusal.no-such-country"


class HelpNow(Route, address="helpnow:open", label="helpnow.button"):
    """Opens the numbers."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        await answer(interaction, await help_card(interaction, "general"))


class OtherCountry(Route, address="helpnow:country", label="helpnow.other-country", ids=1):
    """Asks for the country; the id is the kind of help that is being looked at."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await WhichCountry(*self.ids).open(interaction)


class WhichCountry(Form, address="helpnow:which", title="helpnow.which-title", ids=1):
    """A country, typed in any language."""

    fields = (Field("country", "helpnow.which-label", LONGEST_COUNTRY, hint="helpnow.which-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        found = house.content.helplines.find_country(words.get("country", ""), voice.locale)
        kind = kind_of(self.ids)
        likeliest = next(iter(found), None)
        if likeliest is None:
            raise NoSuchCountry
        if len(found) > 1:
            options = [(each.code, country_name(each.code, voice.locale)) for each in found]
            pick = OneOfThese.words(voice, options, KINDS.index(kind))
            await turn(interaction, Card(voice("helpnow.several"), rows=((pick,),)))
            return
        await _remember(interaction, likeliest)
        await turn(interaction, numbers(interaction, likeliest, kind))


class OneOfThese(Pick, address="helpnow:one", label="helpnow.pick-country", ids=1):
    """One of a few countries that may have been meant."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        house = house_of(interaction)
        country = house.content.helplines.country(values[0])
        if country is None:
            raise NoSuchCountry
        await thinking(interaction)
        await _remember(interaction, country)
        kind = kind_of(self.ids)
        await turn(interaction, numbers(interaction, country, kind))


class WhatKind(Pick, address="helpnow:kind", label="helpnow.pick-kind"):
    """Another kind of help."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await thinking(interaction)
        kind = values[0] if values[0] in KINDS else KINDS[0]
        await turn(interaction, await help_card(interaction, kind))


class ForgetCountry(Route, address="helpnow:forget", label="helpnow.forget"):
    """Takes back a country that was remembered."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        guild = guild_of(interaction)
        if guild is not None:
            await house_of(interaction).people.wish(guild, user_of(interaction), country=None)
        voice = voice_of(interaction)
        await turn(interaction, Card(voice("helpnow.forgotten"), tone=Tone.CALM))


def kind_of(ids: tuple[int, ...]) -> str:
    """The kind of help that a button's id names."""
    return KINDS[ids[0]] if ids and ids[0] < len(KINDS) else KINDS[0]


async def help_card(
    interaction: discord.Interaction[Any], kind: str, asked: str | None = None
) -> Card:
    """The numbers for the person who pressed: their country, or the community's, or none."""
    country = house_of(interaction).content.helplines.country(asked)
    return numbers(interaction, country or await country_of(interaction), kind)


def countries_like(
    interaction: discord.Interaction[Any], written: str
) -> list[app_commands.Choice[str]]:
    """Countries in the reader's language, as they type."""
    locale, helplines = voice_of(interaction).locale, house_of(interaction).content.helplines
    if not written:
        named = helplines.sorted_countries(locale)[:25]
        return [app_commands.Choice(name=name, value=code) for name, code in named]
    return [
        app_commands.Choice(name=country_name(each.code, locale), value=each.code)
        for each in helplines.find_country(written, locale)
    ]


def numbers(interaction: discord.Interaction[Any], country: Country | None, kind: str) -> Card:
    """A card with the emergency number and at most three lines."""
    house, voice, place = house_of(interaction), voice_of(interaction), KINDS.index(kind)
    body = help_words(house, voice, Asked(guild_of(interaction), country, kind))
    choose = WhatKind.words(voice, [(each, voice(f"helpnow.kind-{_id(each)}")) for each in KINDS])
    if country is None:
        row: tuple[Control, ...] = (
            OtherCountry.button(voice, place, label=voice("helpnow.choose")),
        )
        return Card(voice("helpnow.title"), body, (row, (choose,)), tone=Tone.CARE)
    buttons = (
        OtherCountry.button(voice, place),
        ForgetCountry.button(voice),
        link(voice("helpnow.more-lines"), country.directory),
    )
    name = country_name(country.code, voice.locale)
    return Card(
        voice("helpnow.title-country", country=name),
        body,
        (buttons, (choose,)),
        tone=Tone.CARE,
        small=voice("helpnow.small"),
    )


async def _remember(interaction: discord.Interaction[Any], country: Country) -> None:
    guild = guild_of(interaction)
    if guild is None:  # in direct messages nothing is stored
        return
    try:
        await house_of(interaction).people.wish(guild, user_of(interaction), country=country.code)
    except (StorageDown, Unopenable):  # the numbers come all the same
        log.warning("helpnow.not_remembered", extra={"guild": guild})


def _id(kind: str) -> str:
    return kind.replace("_", "-")


DOOR = Door(0, HelpNow.button)
ROUTES = (HelpNow, OtherCountry, OneOfThese, WhatKind, ForgetCountry)
FORMS = (WhichCountry,)
