"""Emergency numbers, services and directories in words: needed wherever help is shown."""

from dataclasses import dataclass
from typing import Any

import discord

from bot.content.helplines import Country, Helplines, Line
from bot.content.languages import language_name
from bot.ids import GuildId
from bot.sections import CommunitySettings
from bot.services.helplines import CommunityLines
from bot.ui.cards import plain
from bot.ui.house import House, Voice, guild_of, house_of, user_of


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: help of a kind, in a country if it is known, as a community shows it."""

    guild: GuildId | None
    country: Country | None
    kind: str


async def country_of(
    interaction: discord.Interaction[Any], known: GuildId | None = None
) -> Country | None:
    """The country that a person chose, or the community's; `known` names it in a direct message."""
    house, guild = house_of(interaction), known or guild_of(interaction)
    if guild is None:
        return None
    wishes = await house.people.wishes(guild, user_of(interaction))
    code = wishes.country or house.settings.of(guild, CommunitySettings).country
    return house.content.helplines.country(code)


def help_words(house: House, voice: Voice, asked: Asked, limit: int = 3) -> tuple[str, ...]:
    """The emergency number, then at most `limit` lines; directories where there is no line."""
    country, abroad = asked.country, directories(house.content.helplines, asked.kind, voice)
    if country is None:
        return (emergency(house, voice, None), *abroad)
    ours = house.feature(CommunityLines)
    lines = ours.lines_for(asked.guild, country.code, asked.kind, limit)
    said = [say_line(house, voice, each) for each in lines]
    return (emergency(house, voice, country), *(said or abroad))


def emergency(house: House, voice: Voice, country: Country | None) -> str:
    """The line with the emergency number; it is always the first."""
    if country is None:
        return voice("helpnow.no-country")
    said = voice("helpnow.emergency", number=country.emergency[0])
    if country.emergency_note:
        said += f" {_beside(house, voice, country.emergency_note)}"
    if country.emergency_text:  # for some: it stands by itself, and small
        said += f"\n-# {_beside(house, voice, country.emergency_text)}"
    return said


def say_line(house: House, voice: Voice, line: Line) -> str:
    """One service in two short lines: who, how to reach it, when, what to know before."""
    ways = [f"**{'** · **'.join(line.phone[:2])}**"] if line.phone else []
    if line.phone and line.phone_then:
        ways[0] += f" ({_beside(house, voice, line.phone_then)})"
    if line.text_number:
        key = "helpnow.text-word" if line.text_keyword else "helpnow.text-to"
        ways.append(voice(key, number=line.text_number, word=plain(line.text_keyword)))
    if line.whatsapp:
        ways.append(f"WhatsApp **{line.whatsapp}**")
    if line.chat:
        ways.append(voice("helpnow.chat-at", address=_shown(line.chat)))
    if not ways:
        ways.append(_shown(line.url or line.email))
    known = line.hours != "see site"
    facts = [_beside(house, voice, line.first)] if line.first else []
    facts += [_beside(house, voice, line.hours) if known else voice("helpnow.hours-vary")]
    facts += _foreign(voice, line)
    facts += [voice("helpnow.free")] if line.free else []
    facts += [_beside(house, voice, each) for each in (line.area, line.audience) if each]
    return f"**{plain(line.name)}** — {' · '.join(ways)}\n-# {' · '.join(facts)}"


def _beside(house: House, voice: Voice, phrase: str) -> str:
    """What stands beside a number, in the reader's language where somebody has translated it."""
    return plain(house.content.near(voice.locale).line_words.get(phrase, phrase))


def _foreign(voice: Voice, line: Line) -> list[str]:
    """The languages of a line, where the reader's own is not known to be among them."""
    mine = voice.locale.partition("-")[0]
    if not line.languages or mine in {each.partition("_")[0] for each in line.languages}:
        return []
    return [voice.several(language_name(each, voice.locale) for each in line.languages)]


def directories(helplines: Helplines, kind: str, voice: Voice) -> tuple[str, ...]:
    """Where to look when no country is known."""
    return tuple(
        voice("helpnow.directory", name=each.name, address=f"<{each.url}>")
        for each in helplines.international(kind)[:2]
    )


def _shown(address: str) -> str:
    return f"<{address}>" if address.startswith("http") else address
