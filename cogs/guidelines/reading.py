"""Reading the guidelines: in short or in full, a page at a time, only for whoever asks."""

from typing import Any

import discord

from bot.ids import GuildId
from bot.ui.answers import answer, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.explain import OldButton
from bot.ui.home import Door
from bot.ui.house import Voice, guild_of, house_of, public_voice, voice_of
from bot.ui.routes import Pick, Route, way_to
from cogs.guidelines.again import ask_again
from cogs.guidelines.domain import FULL_PAGE, SHORT_PAGE, Rule, paged
from cogs.guidelines.paging import pieces, size
from cogs.guidelines.service import Charter

SHORT, FULL = 0, 1
IN_A_SELECT = 25  # Discord's own limit
LEAST = 40  # characters that the shortest counts for: a select holds 25 and no more

Options = list[tuple[str, str]]


class Read(Route, address="guidelines:read", label="guidelines.read"):
    """Opens the first page."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await look(interaction)


class Page(Route, address="guidelines:page", label="guidelines.next", ids=2):
    """Goes to a page, in short or in full."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await turn(interaction, page_card(interaction, here(interaction), *self.ids))


class One(Pick, address="guidelines:one", label="guidelines.one", ids=1):
    """One guideline in full; the id is the page to go back to."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await turn(interaction, one_card(interaction, int(values[0]), 0, self.ids[0]))


class Part(Route, address="guidelines:part", label="guidelines.next", ids=3):
    """More of a long one; the ids are which one, its part, and the page to go back to."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await turn(interaction, one_card(interaction, *self.ids))


async def look(interaction: discord.Interaction[Any]) -> None:
    """The first page; below it the question, for whoever agreed to an earlier version."""
    guild = here(interaction)
    await answer(interaction, page_card(interaction, guild, SHORT, 0))
    await ask_again(interaction, guild)


def here(interaction: discord.Interaction[Any]) -> GuildId:
    """The community in which somebody pressed.

    Raises:
        OldButton: it was in direct messages, where no guidelines are.
    """
    guild = guild_of(interaction)
    if guild is None:
        raise OldButton
    return guild


def one_card(interaction: discord.Interaction[Any], rule: int, number: int, back: int) -> Card:
    """One guideline in full, or a part of it."""
    guild, voice = here(interaction), voice_of(interaction)
    one = house_of(interaction).feature(Charter).rule(guild, rule)
    parts = pieces(one.text)
    number = min(number, len(parts) - 1)
    ways: list[Control] = []
    if number > 0:
        before = voice("guidelines.previous")
        ways.append(Part.button(voice, rule, number - 1, back, label=before))
    if number + 1 < len(parts):
        ways.append(Part.button(voice, rule, number + 1, back))
    ways.append(Page.button(voice, SHORT, back, label=voice("guidelines.back-to-all")))
    body = (parts[number], f"-# {plain(one.reminder)}")
    return Card(plain(one.title), body, (tuple(ways),))


def page_card(
    interaction: discord.Interaction[Any], guild: GuildId, mode: int, number: int
) -> Card:
    """One page of the guidelines as they hold now; a page that is gone becomes the last."""
    house, voice = house_of(interaction), voice_of(interaction)
    rules = house.feature(Charter).rules(guild)
    said = _in_full(rules) if mode == FULL else _in_short(rules)
    room = FULL_PAGE if mode == FULL else SHORT_PAGE
    pages = paged([max(size(each), LEAST) for each in said], room)
    number = min(number, len(pages) - 1)
    shown = pages[number]
    title = voice("guidelines.page-title", page=number + 1, pages=len(pages))
    ours = house.content.near(public_voice(house, guild).locale).guidelines
    preamble = (plain(ours.meta.preamble),) if number == 0 else ()
    rows = () if mode == FULL else _choose(voice, number, [rules[each] for each in shown])
    body = (*preamble, *(said[each] for each in shown))
    ways = _ways(voice, mode, number, len(pages))
    begin: tuple[Control, ...] = (
        way_to("guidelines:join", voice),
        way_to("guidelines:steps", voice),
    )
    small = voice("guidelines.page-small")
    return Card(title, body, (*rows, ways, begin), tone=Tone.WARM, small=small)


def _in_short(rules: tuple[Rule, ...]) -> list[str]:
    return [f"**{plain(each.title)}**\n{plain(each.reminder)}" for each in rules]


def _in_full(rules: tuple[Rule, ...]) -> list[str]:
    """All of them; one that is too long for a page stands in several pieces."""
    said: list[str] = []
    for each in rules:
        head = f"**{plain(each.title)}**\n"
        first, *others = pieces(each.text, FULL_PAGE - size(head))
        said += [f"{head}{first}", *others]
    return said


def _choose(voice: Voice, number: int, shown: list[Rule]) -> tuple[tuple[Control, ...], ...]:
    options = [(str(each.number), each.title) for each in shown]
    return ((One.words(voice, options, number),),)


def selects(voice: Voice, key: str, rules: tuple[Rule, ...]) -> list[tuple[str, Options]]:
    """Guidelines in as many selects as they need: each with its label, which says where it is."""
    blocks = range(0, len(rules), IN_A_SELECT)
    ways: list[tuple[str, Options]] = []
    for start in blocks:
        shown = rules[start : start + IN_A_SELECT]
        where = {"first": start + 1, "last": start + len(shown)}
        label = voice("guidelines.some-of", what=voice(key), **where)
        options = [(str(each.number), each.title) for each in shown]
        ways.append((label if len(blocks) > 1 else voice(key), options))
    return ways


def _ways(voice: Voice, mode: int, number: int, pages: int) -> tuple[Control, ...]:
    ways: list[Control] = []
    if number > 0:
        ways.append(Page.button(voice, mode, number - 1, label=voice("guidelines.previous")))
    if number + 1 < pages:
        ways.append(Page.button(voice, mode, number + 1))
    other, key = (SHORT, "guidelines.in-short") if mode == FULL else (FULL, "guidelines.in-full")
    ways.append(Page.button(voice, other, 0, label=voice(key)))
    return tuple(ways)


DOOR = Door(60, Read.button)
ROUTES = (Read, Page, One, Part)
