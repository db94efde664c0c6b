"""What a card, a route or a form may ask of the running bot."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar, cast

import discord

from bot.clock import Clock
from bot.content.loader import Content
from bot.content.wording import day_in, list_in
from bot.ids import GuildId, UserId
from bot.keyring import Keyring
from bot.safety.lexicon import Lexicon
from bot.sections import CommunitySettings
from bot.services.courier import Parcel, Posted
from bot.services.people import People
from bot.services.settings import Settings
from bot.texts import FALLBACK, Texts

T = TypeVar("T")


class Redrawer(Protocol):
    """The part of the courier that a press may use: bring a post up to date."""

    async def redraw(self, parcel: Parcel, posted: Posted) -> bool:
        """Draw it again in its place; False: it is gone."""
        ...

    async def withdraw(self, posted: Posted) -> None:
        """Delete it."""
        ...


class House(Protocol):
    """The services that every feature shares, and the features by their type."""

    clock: Clock
    texts: Texts
    content: Content
    lexicon: Lexicon
    settings: Settings
    people: People
    keyring: Keyring
    contact: str

    @property
    def courier(self) -> Redrawer:
        """Who brings posts up to date."""
        ...

    def feature(self, kind: type[T]) -> T:
        """The one object of that type that a feature has provided."""
        ...


@dataclass(frozen=True, slots=True)
class Voice:
    """Says sentences in one language."""

    texts: Texts
    locale: str

    def __call__(self, key: str, **values: str | int) -> str:
        """The sentence of a key."""
        return self.texts.say(key, self.locale, **values)

    def several(self, parts: Iterable[str]) -> str:
        """Several things, one after the other."""
        return list_in(self.locale, parts)

    def day(self, day: date) -> str:
        """A day, where Discord cannot show it in the reader's own way."""
        return day_in(self.locale, day)


def house_of(interaction: discord.Interaction[Any]) -> House:
    """The bot that an interaction came to."""
    return cast("House", interaction.client)


def voice_of(interaction: discord.Interaction[Any]) -> Voice:
    """The language of the person who pressed: the one they chose here, or that of their Discord."""
    house, guild, user = house_of(interaction), guild_of(interaction), user_of(interaction)
    people = house.people
    chosen = people.language_anywhere(user) if guild is None else people.language(guild, user)
    return Voice(house.texts, chosen or str(interaction.locale))


def voice_to(house: House, guild: GuildId, user: UserId) -> Voice:
    """The language of what is sent to one person unasked: the one they chose, or the community's.

    Discord tells a person's language with a press alone, and it is not kept (decision 0033).
    """
    chosen = house.people.language(guild, user)
    return Voice(house.texts, chosen) if chosen else public_voice(house, guild)


def voice_to_sender(house: House, user: UserId, communities: Iterable[GuildId]) -> Voice:
    """The language of an answer to a direct message, which names no community.

    The one they chose in any, or the one that every community of this bot speaks, or English.
    """
    spoken = {public_voice(house, guild).locale for guild in communities}
    shared = spoken.pop() if len(spoken) == 1 else FALLBACK
    return Voice(house.texts, house.people.language_anywhere(user) or shared)


def public_voice(house: House, guild: GuildId) -> Voice:
    """The language of a community: what everybody sees speaks this one."""
    return Voice(house.texts, house.settings.of(guild, CommunitySettings).locale)


def guild_of(interaction: discord.Interaction[Any]) -> GuildId | None:
    """The community in which somebody pressed, or None in a direct message."""
    return None if interaction.guild_id is None else GuildId(interaction.guild_id)


def user_of(interaction: discord.Interaction[Any]) -> UserId:
    """The person who pressed."""
    return UserId(interaction.user.id)
