"""The last three of five short screens: how I like to be here, what the bot may do, is it for me.

Everything is off until it is chosen, and every screen can be left with one press.
"""

from collections.abc import Mapping
from typing import Any

import discord

from bot.services.people import Wishes
from bot.ui.answers import thinking, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.explain import OldButton
from bot.ui.house import Voice, house_of, user_of, voice_of
from bot.ui.routes import Pick, Route
from bot.ui.switches import switch_lines, switch_row, switched
from cogs.guidelines.reading import Read, here
from cogs.guidelines.service import Charter

SCREENS = 5
LIKES, MAY, RIGHT = 3, 4, 5
# How somebody likes to be here: three questions, and what each answer changes.
PLACES: Mapping[str, Mapping[str, object]] = {
    "talking": {"listening": False},
    "listening": {"listening": True},
}
WAYS: Mapping[str, Mapping[str, object]] = {
    "either": {"way": None},
    "text": {"way": "text"},
    "voice": {"way": "voice"},
}
ADVICE: Mapping[str, Mapping[str, object]] = {
    "advice-none": {"advice": "none"},
    "advice-ask": {"advice": "ask"},
    "advice-welcome": {"advice": "welcome"},
}
QUESTIONS = (PLACES, WAYS, ADVICE)


class Screen(Route, address="guidelines:screen", label="guidelines.skip", ids=1):
    """Goes to one of the screens."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        here(interaction)
        await thinking(interaction)
        await turn(interaction, await screen(interaction, self.ids[0]))


class Done(Route, address="guidelines:done", label="guidelines.enough"):
    """Enough for now."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild, voice = here(interaction), voice_of(interaction)
        await thinking(interaction)
        charter = house_of(interaction).feature(Charter)
        holds = charter.holds(guild, await charter.agreed(guild, user_of(interaction)))
        key = "guidelines.done-agreed" if holds else "guidelines.done-open"
        body = (voice(key), voice("guidelines.done-help"))
        await turn(interaction, Card(voice("guidelines.done-title"), body, tone=Tone.WARM))


class Like(Pick, address="guidelines:like", label="guidelines.pick-like", ids=1):
    """One answer to one of the questions; it is kept at once."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = here(interaction)
        answers = QUESTIONS[self.ids[0]] if self.ids[0] < len(QUESTIONS) else {}
        if values[0] not in answers:
            raise OldButton
        await thinking(interaction)
        people = house_of(interaction).people
        wishes = await people.wish(guild, user_of(interaction), **answers[values[0]])
        await turn(interaction, likes_screen(voice_of(interaction), wishes))


class Allow(Route, address="guidelines:may", label="guidelines.button-prompts", ids=2):
    """Allows one thing, or takes it back; the ids are which, and whether."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = here(interaction)
        changed = switched(*self.ids)
        if changed is None:
            raise OldButton
        await thinking(interaction)
        people = house_of(interaction).people
        wishes = await people.wish(guild, user_of(interaction), **changed)
        await turn(interaction, may_screen(voice_of(interaction), wishes))


async def screen(interaction: discord.Interaction[Any], number: int) -> Card:
    """One of the screens; a number beyond them is the last."""
    if number >= RIGHT:
        return right_screen(interaction)
    guild, voice = here(interaction), voice_of(interaction)
    wishes = await house_of(interaction).people.wishes(guild, user_of(interaction))
    return may_screen(voice, wishes) if number == MAY else likes_screen(voice, wishes)


def likes_screen(voice: Voice, wishes: Wishes) -> Card:
    """How somebody likes to be here, in three selects; what is kept now stands above."""
    now = ("listening" if wishes.listening else "talking", wishes.way or "either")
    kept = [*now, f"advice-{wishes.advice}"] if wishes.advice else [*now]
    said = ", ".join(voice(f"guidelines.like-{each}") for each in kept)
    rows: tuple[tuple[Control, ...], ...] = tuple(
        (Like.words(voice, [(each, voice(f"guidelines.like-{each}")) for each in answers], place),)
        for place, answers in enumerate(QUESTIONS)
    )
    body = (voice("guidelines.likes-body"), voice("guidelines.likes-now", now=said))
    small = voice("guidelines.likes-small")
    return Card(title(voice, LIKES), body, (*rows, _ways(voice, MAY)), Tone.WARM, small)


def may_screen(voice: Voice, wishes: Wishes) -> Card:
    """What the bot may do, each with a button; what it does in any case is said plainly."""

    def button(which: int, allowed: int, label: str) -> Control:
        return Allow.button(voice, which, allowed, label=label)

    lines = switch_lines(voice, wishes)
    body = (voice("guidelines.may-body"), lines, voice("guidelines.may-always"))
    rows = (switch_row(voice, wishes, button), _ways(voice, RIGHT))
    small = voice("guidelines.may-small")
    return Card(title(voice, MAY), body, rows, tone=Tone.WARM, small=small)


def right_screen(interaction: discord.Interaction[Any]) -> Card:
    """Is peer support right for me now; every answer is a good one."""
    house, voice = house_of(interaction), voice_of(interaction)
    known = house.content.learn.get("is-it-for-me")
    body = (*((plain(known.body),) if known else ()), voice("guidelines.right-either-way"))
    row: tuple[Control, ...] = (
        Done.button(voice, label=voice("guidelines.finish")),
        Read.button(voice),
    )
    small = voice("guidelines.help")
    return Card(title(voice, RIGHT), body, (row,), tone=Tone.WARM, small=small)


def title(voice: Voice, number: int) -> str:
    """Which screen this is, of how many."""
    name = voice(f"guidelines.screen-{number}")
    return voice("guidelines.screen-title", number=number, count=SCREENS, name=name)


def _ways(voice: Voice, following: int) -> tuple[Control, ...]:
    return (Screen.button(voice, following), Done.button(voice))


ROUTES = (Screen, Done, Like, Allow)
