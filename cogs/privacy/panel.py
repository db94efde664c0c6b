"""The card of `/me`: what is so now, and a door to each thing that can be changed."""

from typing import Any

import discord

from bot.content.countries import country_name
from bot.content.languages import language_name
from bot.ids import GuildId
from bot.services.people import Wishes
from bot.services.reach import is_away
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.explain import OldButton
from bot.ui.home import Door
from bot.ui.house import Voice, guild_of, house_of, user_of, voice_of
from bot.ui.routes import Route, way_to
from bot.ui.switches import switch_lines, switch_row, switched
from cogs.privacy.away import BackNow, StepBack


class Me(Route, address="me:open", label="me.door"):
    """Opens the card, as a new one."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await open_me(interaction)


class BackToMe(Route, address="me:card", label="me.to-card"):
    """Turns a card of this feature back into the first one."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await show_me(interaction)


class May(Route, address="me:may", label="me.may"):
    """What the bot may do."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        _, wishes = await wishes_of(interaction)
        await turn(interaction, may_card(voice_of(interaction), wishes))


class Switch(Route, address="me:switch", label="me.may", ids=2):
    """Allows one thing, or takes it back; the ids are which, and whether."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        changed = switched(*self.ids)
        if changed is None:
            raise OldButton
        wishes = await change(interaction, **changed)
        await turn(interaction, may_card(voice_of(interaction), wishes))


def here(interaction: discord.Interaction[Any]) -> GuildId:
    """The community in which somebody asks.

    Raises:
        OldButton: it is in none.
    """
    guild = guild_of(interaction)
    if guild is None:
        raise OldButton
    return guild


async def wishes_of(interaction: discord.Interaction[Any]) -> tuple[GuildId, Wishes]:
    """What the person who pressed asked for, and where; acknowledges the press first."""
    guild = here(interaction)
    await thinking(interaction)
    return guild, await house_of(interaction).people.wishes(guild, user_of(interaction))


async def change(interaction: discord.Interaction[Any], **fields: object) -> Wishes:
    """Change what the person who pressed asked for."""
    guild = here(interaction)
    await thinking(interaction)
    return await house_of(interaction).people.wish(guild, user_of(interaction), **fields)


async def open_me(interaction: discord.Interaction[Any]) -> None:
    """The card, as a new private one."""
    _, wishes = await wishes_of(interaction)
    await answer(interaction, me_card(interaction, wishes))


async def show_me(interaction: discord.Interaction[Any]) -> None:
    """The card, in the place of the one that was pressed."""
    _, wishes = await wishes_of(interaction)
    await turn(interaction, me_card(interaction, wishes))


def me_card(interaction: discord.Interaction[Any], wishes: Wishes) -> Card:
    """What is so now. Nothing that could be read over a shoulder but what everybody may know."""
    voice = voice_of(interaction)
    away = is_away(wishes, house_of(interaction).clock.now())
    body = (*_stepped_back(voice, wishes, away=away), "\n".join(_lines(voice, wishes)))
    rows: tuple[tuple[Control, ...], ...] = (
        (
            way_to("me:language", voice),
            way_to("helpnow:country", voice, 0, label=voice("me.country")),
            way_to("me:zone", voice),
            way_to("me:hours", voice),
        ),
        (May.button(voice), way_to("me:limits", voice), way_to("whom:open", voice)),
        ((BackNow if away else StepBack).button(voice),),
        (way_to("mine:see", voice, 0), way_to("mine:copy", voice), way_to("mine:erase", voice)),
    )
    return Card(voice("me.title"), body, rows, tone=Tone.CALM, small=voice("me.small"))


def may_card(voice: Voice, wishes: Wishes) -> Card:
    """What the bot may do, each with a button; what it does in any case is said plainly."""

    def button(which: int, allowed: int, label: str) -> Control:
        return Switch.button(voice, which, allowed, label=label)

    row = switch_row(voice, wishes, button)
    body = (
        voice("guidelines.may-body"),
        switch_lines(voice, wishes),
        voice("guidelines.may-always"),
    )
    return Card(voice("me.may"), body, (row, (BackToMe.button(voice),)), tone=Tone.CALM)


def _stepped_back(voice: Voice, wishes: Wishes, *, away: bool) -> tuple[str, ...]:
    if not away or wishes.away_until is None:
        return ()
    return (voice("me.away-until", until=f"<t:{int(wishes.away_until.timestamp())}:f>"),)


def _lines(voice: Voice, wishes: Wishes) -> list[str]:
    nothing, said = voice("me.not-chosen"), voice.locale
    language = language_name(wishes.locale, said) if wishes.locale else voice("me.as-discord")
    country = country_name(wishes.country, said) if wishes.country else nothing
    hours = nothing
    if wishes.quiet_from is not None and wishes.quiet_to is not None:
        times = {"start": f"{wishes.quiet_from:%H:%M}", "end": f"{wishes.quiet_to:%H:%M}"}
        hours = voice("me.from-to", **times)
    return [
        voice("me.line", what=voice("me.language"), now=language),
        voice("me.line", what=voice("me.country"), now=country),
        voice("me.line", what=voice("me.zone"), now=wishes.zone or nothing),
        voice("me.line", what=voice("me.hours"), now=hours),
    ]


DOOR = Door(70, Me.button)
ROUTES = (Me, BackToMe, May, Switch)
