"""Files for somebody's own calendar."""

from io import BytesIO
from typing import Any

import discord

from bot.ui.answers import thinking
from bot.ui.cards import Card, layout
from bot.ui.house import house_of, voice_of
from bot.ui.routes import Route
from cogs.sessions.domain.ics import Entry, calendar
from cogs.sessions.service.planning import Planning
from cogs.sessions.service.ports import NoSuchSession
from cogs.sessions.store.plans import Session, SessionState
from cogs.sessions.ui.shared import check_welcome, community, hosts_here


class ToCalendar(Route, address="sessions:calendar", label="sessions.calendar", ids=1):
    """A file for the own calendar; 0: of everything that is coming."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = community(interaction)
        await thinking(interaction)
        planning = house_of(interaction).feature(Planning)
        number = self.ids[0]
        if number:
            sessions = [await planning.session(guild, number)]
            check_welcome(interaction, sessions[0].plan)
        else:
            hosts = hosts_here(interaction)
            sessions = [
                each for each in await planning.live(guild) if hosts or not each.plan.for_hosts
            ]
        await _send_file(interaction, sessions)


async def _send_file(interaction: discord.Interaction[Any], sessions: list[Session]) -> None:
    house, voice = house_of(interaction), voice_of(interaction)
    entries = [
        Entry(
            each.guild,
            each.id,
            each.version,
            each.plan,
            cancelled=each.state is SessionState.CANCELLED,
        )
        for each in sessions
        if each.state is not SessionState.DRAFT
    ]
    if not entries:
        raise NoSuchSession
    made = calendar(entries, voice("sessions.neutral-title"), house.clock.now())
    view = layout(Card(voice("sessions.calendar"), (voice("sessions.calendar-body"),)))
    view.add_item(discord.ui.File[Any]("attachment://meeting.ics"))
    file = discord.File(BytesIO(made), "meeting.ics")
    await interaction.followup.send(view=view, file=file, ephemeral=True)


ROUTES = (ToCalendar,)
