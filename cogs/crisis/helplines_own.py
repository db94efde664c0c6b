"""A line of a community's own: typed in two short forms over a draft, shown when it is whole."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.content.helplines import country_name
from bot.content.languages import language_name
from bot.content.own_lines import LONGEST, OwnLines, Reading, Typed, line_of
from bot.errors import Refusal
from bot.ids import GuildId
from bot.sections import CommunitySettings
from bot.services.helplines import CommunityLines, NoSuchLine, Reader
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, require
from bot.ui.house import House, Voice, house_of, voice_of
from bot.ui.lines import say_line
from bot.ui.routes import Pick, Route
from bot.ui.standing import Standing
from cogs.crisis.helpnow import KINDS

NEW = 0
ADDRESSES = ("chat", "web", "source")
# What an admin needs beside what members see.
STAFF_FACTS = ("web", "country", "languages", "source", "checked")


class LongerThanItsField(Refusal):
    """More was sent than the form takes; Discord itself lets nobody type so much."""

    key = "refusal.longer-than-its-field"


def _field(name: str, label: str, hint: str) -> Field:
    return Field(name, label, LONGEST[name], required=name == "name", hint=hint)


class ReachForm(Form, address="lines:reached", title="lines.reach-title", ids=1):
    """What the line is called and how to reach it."""

    fields = (
        _field("name", "lines.name", "lines.name-hint"),
        _field("phone", "lines.phone", "lines.phone-hint"),
        _field("text", "lines.text", "lines.text-hint"),
        _field("chat", "lines.chat", "lines.chat-hint"),
        _field("web", "lines.web", "lines.web-hint"),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        await _take(interaction, self, words)


class FactsForm(Form, address="lines:told", title="lines.facts-title", ids=1):
    """Where and when the line answers, and who says so."""

    fields = (
        _field("country", "lines.country", "lines.country-hint"),
        _field("hours", "lines.hours", "lines.hours-hint"),
        _field("languages", "lines.languages", "lines.languages-hint"),
        _field("source", "lines.source", "lines.source-hint"),
        _field("checked", "lines.checked", "lines.checked-hint"),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        await _take(interaction, self, words)


class Add(Route, address="lines:add", label="lines.add"):
    """Begins a line."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.ADMINISTER)
        await ReachForm(NEW).open(interaction)


class Reach(Route, address="lines:reach", label="lines.reach", ids=1):
    """Opens its name and numbers again, as they were typed."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await ReachForm(*self.ids).open(interaction, _written(interaction, guild, self.ids[0]))


class Facts(Route, address="lines:facts", label="lines.facts", ids=1):
    """Opens where, when and who says so, as it was typed."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await FactsForm(*self.ids).open(interaction, _written(interaction, guild, self.ids[0]))


class Serves(Pick, address="lines:serves", label="lines.serves", ids=1):
    """What the line is for."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        typed = Typed(id=self.ids[0], serves=tuple(values))
        number = await _lines(interaction).keep(guild, typed, _reader(interaction))
        await turn(interaction, line_card(interaction, guild, number))


class Show(Route, address="lines:show", label="lines.show", ids=1):
    """Members see the draft from now on."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await _lines(interaction).show(guild, self.ids[0], _reader(interaction))
        await turn(interaction, line_card(interaction, guild, self.ids[0]))
        await house_of(interaction).feature(Standing).bring_up_to_date(guild)


class Discard(Route, address="lines:discard", label="lines.discard", ids=1):
    """Throws the draft away."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await _lines(interaction).drop_draft(guild, self.ids[0])
        await turn(interaction, _done(voice_of(interaction), "lines.discarded"))


class Rest(Route, address="lines:rest", label="lines.retire", ids=1):
    """Shows the line to nobody until it is brought back."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await _lines(interaction).retire(guild, Typed(id=self.ids[0]).line_id)
        await turn(interaction, line_card(interaction, guild, self.ids[0]))
        await house_of(interaction).feature(Standing).bring_up_to_date(guild)


class Wake(Route, address="lines:wake", label="lines.bring-back", ids=1):
    """Shows the line again."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await _lines(interaction).bring_back(guild, Typed(id=self.ids[0]).line_id)
        await turn(interaction, line_card(interaction, guild, self.ids[0]))
        await house_of(interaction).feature(Standing).bring_up_to_date(guild)


class Remove(Route, address="lines:remove", label="lines.remove", ids=1):
    """Removes a resting line for good."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        await _lines(interaction).remove(guild, self.ids[0])
        await turn(interaction, _done(voice_of(interaction), "lines.removed"))


def line_card(interaction: discord.Interaction[Any], guild: GuildId, number: int) -> Card:
    """One line of their own: what members see or would see, what is missing, what can be done.

    Raises:
        NoSuchLine: it was removed.
    """
    house, voice = house_of(interaction), voice_of(interaction)
    chosen = house.settings.of(guild, OwnLines)
    draft, kept = chosen.draft(number), chosen.kept(number)
    typed = draft or kept
    if typed is None:
        raise NoSuchLine
    reading, rests = _reader(interaction)(typed), typed.line_id in chosen.retired
    if draft is not None:
        state = "draft" if kept is None else "change-rests" if rests else "change"
        acts: tuple[Control, ...] = (Discard.button(voice, number),)
        acts = acts if reading.faults else (Show.button(voice, number), *acts)
    elif rests:
        state, acts = "rests", (Wake.button(voice, number), Remove.button(voice, number))
    else:
        state, acts = "shown", (Rest.button(voice, number),)
    kinds = [(each, voice(f"helpnow.kind-{each.replace('_', '-')}")) for each in KINDS]
    edit: tuple[Control, ...] = (Reach.button(voice, number), Facts.button(voice, number))
    rows = (edit, (Serves.words(voice, kinds, number, most=len(kinds)),), acts)
    body = (voice(f"lines.state-{state}"), *_told(house, voice, reading))
    return Card(voice("lines.own-title"), body, rows, tone=Tone.STAFF)


def _told(house: House, voice: Voice, reading: Reading) -> tuple[str, ...]:
    """The line as members would see it, what staff know of it, and what is still to do."""
    typed, line = reading.typed, None if reading.faults else line_of(reading.typed)
    shown = _plain_words(voice, typed)
    facts = [
        f"{voice(f'lines.{name}')}: {_safe(name, reading, shown[name])}"
        for name in (LONGEST if line is None else STAFF_FACTS)
        if shown[name]
    ]
    if typed.serves:
        kinds = voice.several(
            voice(f"helpnow.kind-{each.replace('_', '-')}") for each in typed.serves
        )
        facts.append(voice("lines.for", kinds=kinds))
    if line is not None:
        return (say_line(house, voice, line), "\n".join(facts))
    todo = [f"• {voice(f'lines.mend-{each}')}" for each in reading.faults]
    return ("\n".join(facts), "\n".join((voice("lines.todo"), *todo)))


def _safe(name: str, reading: Reading, words: str) -> str:
    """An address that was read as one acts as one; anything else acts as nothing."""
    whole = name in ADDRESSES and name not in reading.faults
    return f"<{words}>" if whole else plain(words)


def _plain_words(voice: Voice, typed: Typed) -> dict[str, str]:
    """Every field in the reader's language: what is kept as a code is said by its name."""
    words = {name: str(getattr(typed, name)) for name in LONGEST}
    words["country"] = country_name(typed.country, voice.locale)
    codes = typed.languages.split(", ")
    words["languages"] = ", ".join(language_name(each, voice.locale) for each in codes)
    words["text"] = typed.text.replace(":", " ")
    return words


def _written(
    interaction: discord.Interaction[Any], guild: GuildId, number: int
) -> Mapping[str, str]:
    """What stands in a form's fields when it opens."""
    settings, voice = house_of(interaction).settings, voice_of(interaction)
    chosen = settings.of(guild, OwnLines)
    typed = chosen.draft(number) or chosen.kept(number)
    if typed is None:
        raise NoSuchLine
    home = settings.of(guild, CommunitySettings).country or ""
    return _plain_words(voice, typed.model_copy(update={"country": typed.country or home}))


async def _take(
    interaction: discord.Interaction[Any], form: Form, words: Mapping[str, str]
) -> None:
    """Keep what was typed, also what cannot be read yet, and say what is still to do."""
    guild = require(interaction, Right.ADMINISTER)
    await thinking(interaction)
    known = {each.name: words.get(each.name, "") for each in form.fields}
    if any(len(each) > LONGEST[name] for name, each in known.items()):
        raise LongerThanItsField
    typed = Typed.model_validate({**known, "id": form.ids[0]})
    number = await _lines(interaction).keep(guild, typed, _reader(interaction))
    await answer(interaction, line_card(interaction, guild, number))


def _lines(interaction: discord.Interaction[Any]) -> CommunityLines:
    return house_of(interaction).feature(CommunityLines)


def _reader(interaction: discord.Interaction[Any]) -> Reader:
    house = house_of(interaction)
    today = house.clock.now().date()
    return Reader(house.content.helplines, voice_of(interaction).locale, today)


def _done(voice: Voice, key: str) -> Card:
    return Card(voice("lines.own-title"), (voice(key),), tone=Tone.STAFF)


ROUTES = (Add, Reach, Facts, Serves, Show, Discard, Rest, Wake, Remove)
FORMS = (ReachForm, FactsForm)
