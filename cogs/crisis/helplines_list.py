"""`/setup helplines`: which lines members see for a country and a kind of help, and which rest."""

from string import ascii_uppercase, digits
from typing import Any

import discord
from discord import app_commands

from bot.app import SupportBot
from bot.content.helplines import Country, country_name
from bot.content.own_lines import OwnLines
from bot.content.wording import month_in
from bot.ids import GuildId
from bot.sections import CommunitySettings
from bot.services.helplines import CommunityLines, Listed
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.explain import OldButton
from bot.ui.gates import Right, require
from bot.ui.house import House, Voice, house_of, voice_of
from bot.ui.lines import say_line
from bot.ui.routes import Pick
from bot.ui.setup_menu import SetupMenu
from bot.ui.standing import Standing
from cogs.crisis.helplines_own import Add, line_card
from cogs.crisis.helpnow import KINDS, countries_like, kind_of

_SIGNS = digits + ascii_uppercase


class Kind(Pick, address="lines:kind", label="lines.kind", ids=1):
    """Another kind of help; the id is the country."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        kind = values[0] if values[0] in KINDS else KINDS[0]
        country = _country(house_of(interaction), self.ids[0])
        await turn(interaction, list_card(interaction, guild, country, kind))


class Retire(Pick, address="lines:retire", label="lines.retire-one", ids=2):
    """Shows a line to nobody until it is brought back; the ids are country and kind."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        house = house_of(interaction)
        await house.feature(CommunityLines).retire(guild, values[0])
        country, kind = _country(house, self.ids[0]), kind_of(self.ids[1:])
        await turn(interaction, list_card(interaction, guild, country, kind))
        await house.feature(Standing).bring_up_to_date(guild)


class BringBack(Pick, address="lines:back", label="lines.bring-one-back", ids=2):
    """Shows a line again; the ids are country and kind."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        house = house_of(interaction)
        await house.feature(CommunityLines).bring_back(guild, values[0])
        country, kind = _country(house, self.ids[0]), kind_of(self.ids[1:])
        await turn(interaction, list_card(interaction, guild, country, kind))
        await house.feature(Standing).bring_up_to_date(guild)


class Own(Pick, address="lines:own", label="lines.own"):
    """Looks at a line of their own, or at a draft."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        number = int(values[0]) if values[0].isdecimal() else 0
        await answer(interaction, line_card(interaction, guild, number))


def list_card(
    interaction: discord.Interaction[Any], guild: GuildId, country: Country | None, kind: str
) -> Card:
    """Every line for a country and a kind, what became of it, and every way to change that."""
    house, voice = house_of(interaction), voice_of(interaction)
    rows: list[tuple[Control, ...]] = [(Add.button(voice),)]
    title, small = voice("lines.title"), voice("lines.small")
    if country is None:
        body: tuple[str, ...] = (voice("lines.no-country"),)
        return Card(title, body, (*rows, *_own_row(house, voice, guild)), Tone.STAFF, small)
    place = int(country.code, len(_SIGNS))
    today = house.clock.now().date()
    listed = house.feature(CommunityLines).listed(guild, country.code, kind, today)
    kinds = [(each, _kind_words(voice, each)) for each in KINDS]
    rows.append((Kind.words(voice, kinds, place),))
    ids = (place, KINDS.index(kind))
    # Their own come last: a select holds 25, and they have a select of their own.
    stays = house.content.helplines.emergency_line
    theirs_last = sorted(listed, key=lambda each: each.own)
    active = [each.line for each in theirs_last if not (each.retired or stays(each.line))]
    resting = [each.line for each in theirs_last if each.retired]
    if active:
        rows.append((Retire.words(voice, [(each.id, each.name) for each in active], *ids),))
    if resting:
        rows.append((BringBack.words(voice, [(each.id, each.name) for each in resting], *ids),))
    name = country_name(country.code, voice.locale)
    head = voice("lines.head", country=name, kind=_kind_words(voice, kind))
    body = (head, *(_row(house, voice, each) for each in listed))
    if not any(each.shown for each in listed):
        body = (*body, voice("lines.all-rest" if listed else "lines.none-here"))
    return Card(title, body, (*rows, *_own_row(house, voice, guild)), Tone.STAFF, small)


def add_command(bot: SupportBot) -> None:
    """Put it on the admins' menu."""

    @bot.feature(SetupMenu).command(name="helplines", description="lines.command")
    @app_commands.describe(country="lines.command-country")
    async def helplines(interaction: discord.Interaction[Any], country: str | None = None) -> None:
        """Which lines members see."""
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        known = bot.content.helplines
        if country is None:
            found = known.country(bot.settings.of(guild, CommunitySettings).country)
        else:
            found = next(iter(known.find_country(country, voice_of(interaction).locale)), None)
        await answer(interaction, list_card(interaction, guild, found, KINDS[0]))

    @helplines.autocomplete("country")
    async def like(
        interaction: discord.Interaction[Any], written: str
    ) -> list[app_commands.Choice[str]]:
        return countries_like(interaction, written)


def _row(house: House, voice: Voice, listed: Listed) -> str:
    """A line, whether members see it, whose it is, and when it was last looked at."""
    state = "rests" if listed.retired else "shown" if listed.shown else "reserve"
    facts = [voice(f"lines.is-{state}")]
    facts += [voice("lines.is-yours")] if listed.own else []
    age = "undated" if listed.line.seen == "undated" else "checked" if listed.own else "evidence"
    age += "-old" if listed.stale and age != "undated" else ""
    month = "" if age == "undated" else month_in(voice.locale, listed.line.seen)
    facts.append(voice(f"lines.age-{age}", month=month))
    first, _, _ = say_line(house, voice, listed.line).partition("\n")
    return f"{first}\n-# {' · '.join(facts)}"


def _own_row(house: House, voice: Voice, guild: GuildId) -> tuple[tuple[Control, ...], ...]:
    chosen = house.settings.of(guild, OwnLines)
    named = {each.id: each.name for each in chosen.own}
    for each in chosen.drafts:
        named[each.id] = voice("lines.draft", name=each.name or f"№ {each.id}")
    options = [(str(number), name) for number, name in sorted(named.items())]
    return ((Own.words(voice, options),),) if options else ()


def _kind_words(voice: Voice, kind: str) -> str:
    return voice(f"helpnow.kind-{kind.replace('_', '-')}")


def _country(house: House, place: int) -> Country:
    first, second = divmod(place, len(_SIGNS))
    code = f"{_SIGNS[first]}{_SIGNS[second]}" if first < len(_SIGNS) else None
    country = house.content.helplines.country(code)
    if country is None:
        raise OldButton
    return country


ROUTES = (Kind, Retire, BringBack, Own)
