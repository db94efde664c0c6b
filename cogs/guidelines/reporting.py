"""`/report` and *Report privately*: a reason, words, a name or none; told to staff alone."""

from typing import Any

import discord
from discord import app_commands

from bot.app import SupportBot
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.catalogue import menu_name
from bot.ui.explain import OldButton, check_served, door
from bot.ui.gates import member_of
from bot.ui.home import Door
from bot.ui.house import voice_of
from bot.ui.routes import Pick, Route
from cogs.guidelines.about_staff import ADMIN, OWNER, NotThem, past_card, standing_of
from cogs.guidelines.begun import MOST_PEOPLE, Begun, reason
from cogs.guidelines.reading import here
from cogs.guidelines.reports import ABOUT_STAFF, REASONS
from cogs.guidelines.sending import name_buttons

TWO = 2


class Open(Route, address="report:open", label="report.title"):
    """Begins a report from the Home panel."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        here(interaction)
        await answer(interaction, start_card(interaction, 0, 0))


class Why(Pick, address="report:why", label="report.why", ids=2):
    """What it is about; the ids are whom and which message."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        here(interaction)
        if values[0] not in REASONS:
            raise OldButton
        await thinking(interaction)
        person, message = self.ids
        about = values[0]
        if about == ABOUT_STAFF and not await standing_of(interaction, person):
            await turn(interaction, staff_card(interaction, message))
        else:
            begun = Begun.about([person], message, about)
            await turn(interaction, await next_card(interaction, begun))


class Whom(Pick, address="report:whom", label="report.whom", ids=1):
    """Whom it is about, where it began without a message; the id is the reason."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        here(interaction)
        await thinking(interaction)
        begun = Begun.about([int(values[0])], 0, reason(self.ids[0]))
        await turn(interaction, await next_card(interaction, begun))


class WhomOfStaff(Pick, address="report:who", label="report.who", ids=1):
    """Whom of the staff it is about; the id is the message where it began."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        here(interaction)
        await thinking(interaction)
        people = await _others(interaction, values)
        begun = Begun.about(people, self.ids[0], ABOUT_STAFF)
        await turn(interaction, await next_card(interaction, begun))


class OfStaffToo(Pick, address="report:too", label="report.too", ids=3):
    """Who else of the staff it is about, beside the one where it began."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        here(interaction)
        await thinking(interaction)
        first = Begun.of_ids(*self.ids)
        people = [*first.people, *await _others(interaction, values)]
        begun = Begun.about(people, first.message, first.reason)
        await turn(interaction, await next_card(interaction, begun))


class Still(Route, address="report:still", label="report.still", ids=3):
    """Tell the others, knowing that Discord keeps nothing from this person."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        here(interaction)
        person, message, place = self.ids
        begun = Begun.about([person], message, reason(place))
        await turn(interaction, name_card(interaction, begun, quietly=True))


class StillSeveral(Route, address="report:yet", label="report.still", token=True):
    """The same, about several people."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        here(interaction)
        begun = Begun.of_token(self.token)
        await turn(interaction, name_card(interaction, begun, quietly=True))


async def _others(interaction: discord.Interaction[Any], values: list[str]) -> list[int]:
    """The people who were chosen.

    Raises:
        NotThem: one of them is a bot, or the reporter.
    """
    people = [int(each) for each in values]
    for person in people:
        member = await member_of(interaction, person)
        if person == interaction.user.id or (member is not None and member.bot):
            raise NotThem
    return people


def start_card(interaction: discord.Interaction[Any], person: int, message: int) -> Card:
    """What will happen, and the first question."""
    voice = voice_of(interaction)
    options = [(each, voice(f"report.why-{each}")) for each in REASONS]
    row: tuple[Control, ...] = (Why.words(voice, options, person, message),)
    body = (voice("report.start"), voice("report.start-danger"))
    small = voice("report.start-small")
    return Card(voice("report.title"), body, (row,), tone=Tone.CARE, small=small)


async def next_card(interaction: discord.Interaction[Any], begun: Begun) -> Card:
    """With or without a name; of whom nothing can be kept, that is said first."""
    standings = {each: await standing_of(interaction, each) for each in begun.people}
    past = {who: how for who, how in standings.items() if how in (OWNER, ADMIN)}
    if past:
        voice = voice_of(interaction)
        still = StillSeveral.button(voice, token=begun.token)
        if len(begun.people) == 1:
            person, message, _ = begun.ids
            still = Still.button(voice, person, message, REASONS.index(begun.reason))
        return past_card(interaction, past, (still,))
    quietly = begun.reason == ABOUT_STAFF or any(standings.values())
    return name_card(interaction, begun, quietly=quietly)


def name_card(interaction: discord.Interaction[Any], begun: Begun, *, quietly: bool) -> Card:
    """With a name or without, and what each truly means."""
    voice = voice_of(interaction)
    rows: list[tuple[Control, ...]] = [name_buttons(voice, begun)]
    if quietly and len(begun.people) == 1 and (begun.message or begun.reason != ABOUT_STAFF):
        rows.append((OfStaffToo.people(voice, *begun.ids, most=MOST_PEOPLE - 1),))
    elif not begun.message and begun.reason != ABOUT_STAFF and len(begun.people) < TWO:
        rows.insert(0, (Whom.people(voice, REASONS.index(begun.reason)),))
    key = "report.kept-from" if quietly else "report.about-them"
    who = voice.several(f"<@{each}>" for each in begun.people)
    about = (voice(key, who=who),) if who else ()
    body = (*about, voice("report.name-with"), voice("report.name-without"))
    return Card(voice("report.title"), body, tuple(rows), tone=Tone.CARE)


def staff_card(interaction: discord.Interaction[Any], message: int) -> Card:
    """About staff: whom, and what keeping it from them means."""
    voice = voice_of(interaction)
    body = (voice("report.who-body"), voice("report.who-others"))
    pick = WhomOfStaff.people(voice, message, most=MOST_PEOPLE)
    return Card(voice("report.title"), body, ((pick,),), tone=Tone.CARE)


def add_menu(bot: SupportBot) -> None:
    """Put *Report privately* on the menu of messages."""

    async def report(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        async with door(interaction):
            check_served(interaction)
            here(interaction)
            nameless = message.webhook_id is not None or message.author.bot
            mine = message.author.id == interaction.user.id
            person = 0 if nameless or mine else message.author.id
            await answer(interaction, start_card(interaction, person, message.id))

    menu = app_commands.ContextMenu(name=menu_name(bot.texts, "report.menu"), callback=report)
    menu.guild_only = True
    bot.tree.add_command(menu)


DOOR = Door(80, Open.button)
ROUTES = (Open, Why, Whom, WhomOfStaff, OfStaffToo, Still, StillSeveral)
