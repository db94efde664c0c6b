"""Group sessions, from the plan to the goodbye."""

from bot.app import SupportBot
from bot.services.reach import Reach
from bot.ui.checkup import Checkup
from bot.ui.home import Door
from bot.ui.tellers import Overview
from cogs.sessions.cog import SessionsCog, add_commands
from cogs.sessions.service import ports
from cogs.sessions.service.after import Supervision
from cogs.sessions.service.again import Again
from cogs.sessions.service.agenda import Agenda
from cogs.sessions.service.clockwork import Clockwork
from cogs.sessions.service.coming import Coming
from cogs.sessions.service.covering import Covering
from cogs.sessions.service.deeds import Deeds
from cogs.sessions.service.following import Following
from cogs.sessions.service.mirror import Mirror
from cogs.sessions.service.noticing import Noticing
from cogs.sessions.service.parting import Leaving
from cogs.sessions.service.planning import Planning
from cogs.sessions.service.proposing import Proposing
from cogs.sessions.service.running import Running
from cogs.sessions.ui import (
    after,
    again,
    calendars,
    covering,
    draft,
    draft_forms,
    hosting,
    lately,
    live,
    panel,
    proposing,
    public,
    publishing,
)
from cogs.sessions.ui.drawing import Drawers
from cogs.sessions.ui.examine import examiner, overview
from cogs.sessions.ui.notices import Notices
from cogs.sessions.ui.rooms import DiscordRooms
from cogs.sessions.ui.shared import RoomsAtDiscord


async def setup(bot: SupportBot) -> None:
    """Build the capability and connect it."""
    reach, rooms = bot.feature(Reach), DiscordRooms(bot, bot)
    coming = Coming(bot.database, bot.people, bot.clock, reach)
    following = Following(bot.clock, reach, coming)
    planning = Planning(bot.database, bot.people, bot.clock, following)
    running = Running(bot.database, bot.people, bot.clock, coming, reach)
    agenda = Agenda(bot.database, bot.people, bot.clock)
    drafts, doors = draft_forms.DraftPanel(draft.draft_card), RoomsAtDiscord(rooms)
    asking = Covering(bot.database, bot.people, bot.clock, reach)
    ideas = Proposing(bot.database, bot.people, bot.clock, reach)
    matters = Supervision(bot.database, bot.people, bot.clock)
    noticing = Noticing(bot.database, bot.people, bot.clock, coming, reach)
    leaving = Leaving(bot.database, bot.clock, reach)
    leaving.name_parts(reach.partings, planning, coming, running)
    for each in (planning, coming, running, agenda, asking, ideas, matters, noticing):
        bot.provide(each)
    bot.provide(drafts)
    bot.provide(doors)
    bot.feature(Checkup).by(examiner(bot))
    bot.feature(Overview).by(overview(bot))
    rooms_of_buttons = (public, calendars, live, panel, after, draft, publishing)
    for room in (*rooms_of_buttons, hosting, lately, covering, proposing, again):
        bot.add_routes(*room.ROUTES)
    for form in (draft_forms, hosting, panel, after, proposing):
        bot.add_forms(*form.FORMS)
    drawers = Drawers(bot, coming)
    for kind, drawer in drawers.kinds().items():
        bot.courier.draws(kind, drawer)
    bot.courier.draws(ports.ASK, covering.draw_ask(bot))
    bot.courier.draws(ports.AGAIN, again.draw_again(bot))
    bot.courier.draws(ports.PROPOSED, proposing.draw_proposed(bot))
    for name, drawing in Notices(bot).kinds().items():
        bot.notices.add(ports.NOTICES[name], name, drawing)
    deeds, lost = Deeds(bot.database, rooms, reach), Again(bot.database, rooms, reach)
    bot.heartbeat.add("sessions", Clockwork(bot.database, bot.clock, deeds, lost, coming))
    mirror = Mirror(bot.database, bot.settings, bot.clock, bot.courier.redraw)
    bot.heartbeat.add("session-posts", mirror)
    bot.nightly.add(mirror.remember)
    bot.on_adopted(hosting.furnish(bot))
    bot.home.hang(Door(20, public.WhatIsComing.button))
    bot.home.stands(ports.BOARD)
    add_commands(bot)
    await bot.add_cog(SessionsCog(bot))
