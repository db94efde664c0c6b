"""What only the person sees: the neutral button, and the private cards behind it.

Every button carries the same sealed token; a stranger's press, or a token of another key, leads
to the general numbers and nothing else.
"""

from typing import Any

import discord

from bot.safety.signal import Level
from bot.services.helplines import CommunityLines
from bot.services.signposting import Concern, seal
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.house import House, Voice, guild_of, house_of, voice_of
from bot.ui.lines import Asked, country_of, emergency, help_words, say_line
from bot.ui.routes import Pick, Route
from cogs.crisis import helpnow
from cogs.crisis.concern import BARRIERS, HUSH_DAYS, concern_of, guild_in, take_down, variant
from cogs.crisis.domain import ASK_FIRST
from cogs.crisis.human import Human, is_shut, shut_row
from cogs.crisis.look import Wish
from cogs.crisis.service import Help


class More(Route, address="more:open", label="more.open", token=True):
    """The neutral button in public."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        concern = concern_of(interaction, self.token)
        if concern is None:
            await answer(interaction, await helpnow.help_card(interaction, "general"))
            return
        await answer(interaction, await first_card(interaction, concern, self.token))
        guild, message = guild_of(interaction), interaction.message
        if guild is not None and message is not None and not message.flags.ephemeral:
            await take_down(message)
            await house_of(interaction).feature(Help).line_used(guild, concern)


class SafeToRead(Route, address="more:safe", label="more.safe-yes", token=True):
    """It is safe to read this here."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        concern = concern_of(interaction, self.token)
        if concern is None:
            await turn(interaction, await helpnow.help_card(interaction, "general"))
        else:
            await turn(interaction, await main_card(interaction, concern, self.token))


class NotHere(Route, address="more:later", label="more.safe-no"):
    """It is not: nothing more comes."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        voice, country = voice_of(interaction), await country_of(interaction)
        body = [voice("more.later-body")]
        body += [emergency(house_of(interaction), voice, country)] if country else []
        await turn(interaction, Card(voice("more.later-title"), tuple(body)))


class Barriers(Route, address="more:ways", label="more.barriers", token=True):
    """What gets in the way of contacting somebody."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        voice = voice_of(interaction)
        options = [(each, voice(f"more.barrier-{each}")) for each in BARRIERS]
        rows: tuple[tuple[Control, ...], ...] = (
            (Barrier.words(voice, options, token=self.token),),
            (Wish.button(voice, token=self.token), Back.button(voice, token=self.token)),
        )
        await turn(
            interaction,
            Card(
                voice("more.barriers-title"), (voice("more.barriers-body"),), rows, tone=Tone.CARE
            ),
        )


class Barrier(Pick, address="more:way", label="more.barriers-pick", token=True):
    """One barrier, one short honest answer."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        name = values[0] if values[0] in BARRIERS else BARRIERS[0]
        guild = guild_in(interaction, self.token)
        country = await country_of(interaction, guild)
        ours = house.feature(CommunityLines)
        lines = ours.lines_for(guild, country.code, "general", 9) if country else ()
        typed = [each for each in lines if each.typed]
        body = [voice(f"more.answer-{name}")]
        body += [say_line(house, voice, each) for each in typed[:1]]
        row: tuple[Control, ...] = (Back.button(voice, token=self.token),)
        await turn(
            interaction, Card(voice(f"more.barrier-{name}"), tuple(body), (row,), tone=Tone.CARE)
        )


class Grounding(Route, address="more:ground", label="more.grounding", token=True):
    """Three exercises to choose from."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        house, voice = house_of(interaction), voice_of(interaction)
        offered = house.content.near(voice.locale).grounding.short()
        steps = tuple(
            Exercise.button(voice, number, token=self.token, label=exercise.title)
            for number, exercise in offered
        )
        row: tuple[Control, ...] = (Back.button(voice, token=self.token),)
        body = (voice("more.grounding-body"),)
        await turn(
            interaction, Card(voice("more.grounding-title"), body, (steps, row), tone=Tone.CALM)
        )


class Exercise(Route, address="more:step", label="more.grounding", ids=1, token=True):
    """One exercise, with its steps and a way out."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        house, voice = house_of(interaction), voice_of(interaction)
        exercise = house.content.near(voice.locale).grounding.get(self.ids[0])
        if exercise is None:
            await turn(interaction, await helpnow.help_card(interaction, "general"))
            return
        steps = tuple(
            voice("more.step", place=n, text=step.text, seconds=step.seconds)
            if step.seconds
            else f"{n}. {step.text}"
            for n, step in enumerate(exercise.steps, start=1)
        )
        row: tuple[Control, ...] = (
            Grounding.button(voice, token=self.token, label=voice("more.another")),
            Back.button(voice, token=self.token),
        )
        body = (voice("more.stop-any-time"), *steps, voice("more.no-hurry"))
        small = voice("more.skip-if", when=exercise.not_when)
        await turn(interaction, Card(exercise.title, body, (row,), tone=Tone.CALM, small=small))


class Back(Route, address="more:back", label="more.back", token=True):
    """Back to the first card."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        concern = concern_of(interaction, self.token)
        if concern is None:
            await turn(interaction, await helpnow.help_card(interaction, "general"))
        else:
            await turn(interaction, await main_card(interaction, concern, self.token))


class NotForMe(Route, address="more:no", label="more.not-for-me", token=True):
    """Closes it; needs no reason."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        voice, guild = voice_of(interaction), guild_in(interaction, self.token)
        concern = concern_of(interaction, self.token)
        if concern is not None and guild is not None:
            await house_of(interaction).feature(Help).not_for_me(guild, concern)
        hush: tuple[Control, ...] = tuple(
            Hush.button(voice, days, token=self.token, label=voice("more.hush-days", days=days))
            for days in HUSH_DAYS
        )
        body = (voice("more.no-body"), voice("more.no-hush"))
        await turn(interaction, Card(voice("more.no-title"), body, (hush,) if guild else ()))


class Hush(Route, address="more:hush", label="more.hush-days", ids=1, token=True):
    """Nothing about this for some days; never for `imminent`."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        voice, guild = voice_of(interaction), guild_in(interaction, self.token)
        concern = concern_of(interaction, self.token)
        days = self.ids[0] if self.ids[0] in HUSH_DAYS else HUSH_DAYS[0]
        if concern is not None and guild is not None:
            await house_of(interaction).feature(Help).hush(guild, concern, days)
        await turn(interaction, Card(voice("more.hushed", days=days), (voice("more.hushed-but"),)))


def line_card(house: House, voice: Voice, concern: Concern) -> Card:
    """The neutral line in public: one sentence, one button, no word about the matter."""
    row: tuple[Control, ...] = (More.button(voice, token=seal(house.keyring, concern)),)
    return Card("", (voice("more.line"),), (row,))


def direct_card(house: House, voice: Voice, concern: Concern) -> Card:
    """The same in a direct message: neutral, for somebody else may hold the phone."""
    row: tuple[Control, ...] = (More.button(voice, token=seal(house.keyring, concern)),)
    return Card("", (voice("more.line-direct"),), (row,))


async def first_card(interaction: discord.Interaction[Any], concern: Concern, token: str) -> Card:
    """The question whether it is safe to read, where a person may be the danger; else the card."""
    if concern.category not in ASK_FIRST or concern.level is Level.THIRD_PARTY:
        return await main_card(interaction, concern, token)
    voice, guild = voice_of(interaction), guild_in(interaction, token)
    country = await country_of(interaction, guild)
    row: tuple[Control, ...] = (
        SafeToRead.button(voice, token=token),
        NotHere.button(voice),
        NotForMe.button(voice, token=token),
    )
    urgent = emergency(house_of(interaction), voice, country)
    return Card(voice("more.safe-title"), (voice("more.safe-body"),), (row,), small=urgent)


async def main_card(interaction: discord.Interaction[Any], concern: Concern, token: str) -> Card:
    """The private card: a human sentence, what the bot is, a few numbers, at most four buttons."""
    house, voice, guild = house_of(interaction), voice_of(interaction), guild_in(interaction, token)
    country = await country_of(interaction, guild)
    name = variant(concern)
    kind = "general" if concern.level is Level.THIRD_PARTY else concern.category.value
    numbers = help_words(house, voice, Asked(guild, country, kind), 2)
    words = [voice(f"more.body-{name}"), voice("more.what-i-am")]
    body = (words[0], *numbers, words[1]) if name == "now" else (*words, *numbers)
    known: Control = Grounding.button(voice, token=token)
    place = helpnow.KINDS.index(kind)
    unknown: Control = helpnow.OtherCountry.button(voice, place, label=voice("helpnow.choose"))
    ways: tuple[Control, ...] = (
        Human.button(voice, token=token),
        Barriers.button(voice, token=token),
    )
    if is_shut(interaction, guild):
        body, ways = (*body, voice("whom.not-called")), shut_row(interaction, token)
    row = (*ways, known if country else unknown, NotForMe.button(voice, token=token))
    tone = Tone.WARM if name == "now" else Tone.CARE
    return Card(voice(f"more.title-{name}"), body, (row,), tone=tone, small=voice("more.only-you"))


ROUTES = (
    More,
    SafeToRead,
    NotHere,
    Barriers,
    Barrier,
    Grounding,
    Exercise,
    Back,
    NotForMe,
    Hush,
)
