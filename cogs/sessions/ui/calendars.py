"""Files for somebody's own calendar."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import discord

from bot.ui.answers import thinking
from bot.ui.cards import Card, Control, layout
from bot.ui.house import house_of, voice_of
from bot.ui.routes import Route
from cogs.sessions.domain.ics import Entry, calendar
from cogs.sessions.service.planning import Planning
from cogs.sessions.service.ports import NoSuchSession
from cogs.sessions.store.plans import SessionState
from cogs.sessions.ui.shared import check_welcome, community, hosts_here


class ToCalendar(Route, address="sessions:calendar", label="sessions.calendar", ids=1):
    """A file for the own calendar, with a neutral title; 0: of everything that is coming."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        entries = await _entries(interaction, self.ids[0])
        voice = voice_of(interaction)
        row: tuple[Control, ...] = (WithTitles.button(voice, self.ids[0]),)
        body = (voice("sessions.calendar-body"), voice("sessions.calendar-titles"))
        card = Card(voice("sessions.calendar"), body, (row,))
        await _send_file(interaction, card, entries)


class WithTitles(Route, address="sessions:titled", label="sessions.calendar-titled", ids=1):
    """The same file with the titles as they are."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        entries = await _entries(interaction, self.ids[0])
        titled = [replace(each, title=each.plan.title) for each in entries]
        voice = voice_of(interaction)
        card = Card(voice("sessions.calendar"), (voice("sessions.calendar-titled-body"),))
        await _send_file(interaction, card, titled)


async def _entries(interaction: discord.Interaction[Any], number: int) -> list[Entry]:
    """What somebody may put into their calendar: one session, or (0) everything.

    Raises:
        NoCommunity, ForHosts, NoSuchSession: as they say.
    """
    guild = community(interaction)
    await thinking(interaction)
    planning, hosts = house_of(interaction).feature(Planning), hosts_here(interaction)
    if number:
        sessions = [await planning.session(guild, number)]
        check_welcome(interaction, sessions[0].plan)
    else:
        sessions = [s for s in await planning.live(guild) if hosts or not s.plan.for_hosts]
    shown = [each for each in sessions if each.state is not SessionState.DRAFT]
    if not shown:
        raise NoSuchSession
    gone = SessionState.CANCELLED
    return [Entry(s.guild, s.id, s.version, s.plan, cancelled=s.state is gone) for s in shown]


async def _send_file(
    interaction: discord.Interaction[Any], card: Card, entries: list[Entry]
) -> None:
    now = house_of(interaction).clock.now()
    made = calendar(entries, voice_of(interaction)("sessions.neutral-title"), now)
    view = layout(card)
    view.add_item(discord.ui.File[Any]("attachment://meeting.ics"))
    file = discord.File(BytesIO(made), "meeting.ics")
    await interaction.followup.send(view=view, file=file, ephemeral=True)


ROUTES = (ToCalendar, WithTitles)
