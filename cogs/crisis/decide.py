"""`/setup crisis`: what staff are told, how soon more are called, phrases, and a place to try."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.app import SupportBot
from bot.ids import GuildId
from bot.safety.screen import screen
from bot.safety.signal import Category, Level
from bot.sections import CaseSettings
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.explain import OldButton
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, require
from bot.ui.house import Voice, house_of, voice_of
from bot.ui.routes import Pick, Route
from bot.ui.setup_menu import SetupMenu
from cogs.crisis.cards import named
from cogs.crisis.domain import DELIVERIES, IN_CHANNEL, CrisisSettings, OwnPhrase
from cogs.crisis.tuning import SHOWN, Effect, Lexicons, check_phrase, check_rule

PHRASE = 80  # characters
TOLD = ("nothing", "concern", "third-party", "both")
HOURS, MINUTES = (1, 3, 6, 12, 24), (1, 2, 3, 5, 10, 15)
LEVELS = (Level.CONCERN, Level.HIGH, Level.IMMINENT)


class Told(Pick, address="tune:told", label="tune.told"):
    """At which milder levels staff are told."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        what = values[0]
        await _save(
            interaction,
            alert_at_concern=what in ("concern", "both"),
            alert_at_third_party=what in ("third-party", "both"),
        )


class Cooldown(Pick, address="tune:hours", label="tune.hours"):
    """How long one person is not offered the same again."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await _save(interaction, cooldown_hours=int(values[0]))


class Delivery(Pick, address="tune:by", label="tune.by"):
    """How a signpost comes to the person."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        by = values[0] if values[0] in DELIVERIES else IN_CHANNEL
        await _save(interaction, delivery=by)


class Patience(Pick, address="tune:minutes", label="tune.minutes"):
    """How long a case waits before the next circle is called."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        minutes = int(values[0])
        await house_of(interaction).settings.change(guild, CaseSettings, escalate_minutes=minutes)
        await turn(interaction, main_card(interaction, guild))


class Try(Route, address="tune:try", label="tune.try"):
    """Opens a field in which a sentence can be tried."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.ADMINISTER)
        await TryForm().open(interaction)


class TryForm(Form, address="tune:tried", title="tune.try-title"):
    """What the screen says of a sentence; nobody is alerted, nothing is kept."""

    fields = (Field("words", "tune.try-words", 1000, tall=True, hint="tune.try-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        voice, text = voice_of(interaction), words["words"]
        signal = screen(text, house_of(interaction).feature(Lexicons).of(guild))
        if signal is None:
            body = (voice("tune.tried-nothing"),)
        else:
            level = voice(f"cases.level-{named(signal.level)}")
            about = voice(f"cases.about-{named(signal.category)}")
            found = voice.several(
                voice("tune.tried-part", words=plain(text[a:b])) for a, b in signal.spans[:SHOWN]
            )
            rules = ", ".join(f"`{rule}`" for rule in signal.rules[:8])
            lowered = ", ".join(f"`{cue}`" for cue in signal.lowered_by[:8])
            body = (
                voice("tune.tried-level", level=level, about=about),
                voice("tune.tried-rules", rules=rules, found=found),
                *((voice("tune.tried-lowered", cues=lowered),) if lowered else ()),
            )
        row: tuple[Control, ...] = (Try.button(voice, label=voice("tune.try-again")),)
        title, small = voice("tune.try-title"), voice("tune.try-small")
        await answer(interaction, Card(title, body, (row,), tone=Tone.STAFF, small=small))


class Add(Route, address="tune:add", label="tune.add"):
    """Opens a field for a phrase."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.ADMINISTER)
        await AddForm().open(interaction)


class AddForm(Form, address="tune:added", title="tune.add-title"):
    """A phrase of the community's own: plain words, read as they stand."""

    fields = (Field("phrase", "tune.add-phrase", PHRASE, hint="tune.add-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        house = house_of(interaction)
        known = house.settings.of(guild, CrisisSettings).phrases
        phrase = check_phrase(words["phrase"], house.lexicon, known)
        number = max((each.id for each in known), default=0) + 1
        wanted = (*known, OwnPhrase(id=number, phrase=phrase))
        effect = await house.feature(Lexicons).effect(guild, wanted)
        await _keep(interaction, guild, phrases=wanted)
        await answer(interaction, phrase_card(voice_of(interaction), wanted[-1], effect))


class Means(Pick, address="tune:means", label="tune.means", ids=1):
    """How serious a phrase is, and what it is about."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        house, (level, _, category) = house_of(interaction), values[0].partition(":")
        known = house.settings.of(guild, CrisisSettings).phrases
        changed = tuple(
            each.model_copy(update={"level": Level(level), "category": Category(category)})
            if each.id == self.ids[0]
            else each
            for each in known
        )
        mine = next((each for each in changed if each.id == self.ids[0]), None)
        if mine is None:
            raise OldButton
        effect = await house.feature(Lexicons).effect(guild, changed)
        await _keep(interaction, guild, phrases=changed)
        await turn(interaction, phrase_card(voice_of(interaction), mine, effect))


class Remove(Pick, address="tune:drop", label="tune.drop"):
    """Takes a phrase back, or switches a rule on again."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        chosen = house_of(interaction).settings.of(guild, CrisisSettings)
        phrases = tuple(each for each in chosen.phrases if f"own.{each.id}" != values[0])
        await _keep(interaction, guild, phrases=phrases, off=chosen.off - {values[0]})
        await turn(interaction, main_card(interaction, guild))


class SwitchOff(Route, address="tune:off", label="tune.off"):
    """Opens a field for the id of a rule."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.ADMINISTER)
        await OffForm().open(interaction)


class OffForm(Form, address="tune:rule", title="tune.off-title"):
    """A built-in rule that this community does not want."""

    fields = (Field("rule", "tune.off-rule", 60, hint="tune.off-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        house = house_of(interaction)
        rule = check_rule(words["rule"], house.lexicon)
        chosen = house.settings.of(guild, CrisisSettings)
        await _keep(interaction, guild, off=chosen.off | {rule})
        await turn(interaction, main_card(interaction, guild))


def main_card(interaction: discord.Interaction[Any], guild: GuildId) -> Card:
    """What is decided now, in words, and every way to change it."""
    voice, settings = voice_of(interaction), house_of(interaction).settings
    chosen, cases = settings.of(guild, CrisisSettings), settings.of(guild, CaseSettings)
    told = TOLD[int(chosen.alert_at_concern) + 2 * int(chosen.alert_at_third_party)]
    body = (
        voice(f"tune.told-now-{told}"),
        voice("tune.times-now", hours=chosen.cooldown_hours, minutes=cases.escalate_minutes),
        voice(f"tune.by-now-{chosen.delivery}"),
        voice("tune.phrases-now", count=len(chosen.phrases), off=len(chosen.off)),
    )
    buttons = (Try.button(voice), Add.button(voice), SwitchOff.button(voice))
    rows: list[tuple[Control, ...]] = [
        buttons,
        (Told.words(voice, [(each, voice(f"tune.told-{each}")) for each in TOLD]),),
        (Cooldown.words(voice, [(str(n), voice("tune.hours-n", hours=n)) for n in HOURS]),),
        (Patience.words(voice, [(str(n), voice("tune.minutes-n", minutes=n)) for n in MINUTES]),),
        (Delivery.words(voice, [(each, voice(f"tune.by-{each}")) for each in DELIVERIES]),),
    ]
    mine = [(f"own.{each.id}", each.phrase) for each in chosen.phrases]
    mine += [(rule, rule) for rule in sorted(chosen.off)]
    if mine:
        rows.append((Remove.words(voice, mine),))
    return Card(voice("tune.title"), body, tuple(rows), tone=Tone.STAFF, small=voice("tune.small"))


def phrase_card(voice: Voice, mine: OwnPhrase, effect: Effect) -> Card:
    """A phrase as it is kept, what it changes among the examples, and what it means."""
    options = [
        (
            f"{level}:{category}",
            f"{voice(f'cases.level-{named(level)}')} · {voice(f'cases.about-{named(category)}')}",
        )
        for level in LEVELS
        for category in Category
    ]
    level, about = f"cases.level-{named(mine.level)}", f"cases.about-{named(mine.category)}"
    body = [
        voice("tune.kept", phrase=plain(mine.phrase), level=voice(level), about=voice(about)),
        voice("tune.heard", count=len(effect.heard)),
    ]
    body += [f"> {plain(text)}" for text in effect.heard[:SHOWN]]
    rows: tuple[tuple[Control, ...], ...] = ((Means.words(voice, options, mine.id),),)
    return Card(voice("tune.add-title"), tuple(body), rows, tone=Tone.STAFF)


def add_command(bot: SupportBot) -> None:
    """Put it on the admins' menu."""

    @bot.feature(SetupMenu).command(name="crisis", description="tune.command")
    async def crisis(interaction: discord.Interaction[Any]) -> None:
        """What is decided about signposts and cases."""
        guild = require(interaction, Right.ADMINISTER)
        await answer(interaction, main_card(interaction, guild))


async def _save(interaction: discord.Interaction[Any], **fields: object) -> None:
    guild = require(interaction, Right.ADMINISTER)
    await thinking(interaction)
    await house_of(interaction).settings.change(guild, CrisisSettings, **fields)
    await turn(interaction, main_card(interaction, guild))


async def _keep(interaction: discord.Interaction[Any], guild: GuildId, **fields: object) -> None:
    house = house_of(interaction)
    await house.settings.change(guild, CrisisSettings, **fields)
    await house.feature(Lexicons).prepare(guild)


ROUTES = (Told, Cooldown, Delivery, Patience, Try, Add, Means, Remove, SwitchOff)
FORMS = (TryForm, AddForm, OffForm)
