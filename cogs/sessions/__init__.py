"""Group sessions, from the plan to the goodbye."""

from bot.app import SupportBot
from bot.services.reach import Reach
from bot.ui.home import Door
from cogs.sessions.cog import SessionsCog, add_commands
from cogs.sessions.service import ports
from cogs.sessions.service.clockwork import Clockwork, Mirror
from cogs.sessions.service.coming import Coming
from cogs.sessions.service.deeds import Deeds
from cogs.sessions.service.following import Following
from cogs.sessions.service.parting import Leaving
from cogs.sessions.service.planning import Planning
from cogs.sessions.service.running import Running
from cogs.sessions.ui import draft, draft_forms, hosting, live, public
from cogs.sessions.ui.drawing import Drawers, Notices
from cogs.sessions.ui.rooms import DiscordRooms


async def setup(bot: SupportBot) -> None:
    """Build the capability and connect it."""
    reach, rooms = bot.feature(Reach), DiscordRooms(bot, bot)
    coming = Coming(bot.database, bot.people, bot.clock, reach)
    following = Following(bot.clock, reach, coming)
    planning = Planning(bot.database, bot.people, bot.clock, following)
    running = Running(bot.database, bot.people, bot.clock, coming)
    panel, doors = draft_forms.DraftPanel(draft.draft_card), live.RoomsAtDiscord(rooms)
    leaving = Leaving(bot.database, bot.clock, reach)
    leaving.name_parts(reach.partings, planning, coming, running)
    for each in (planning, coming, running, panel, doors):
        bot.provide(each)
    bot.add_routes(*public.ROUTES, *live.ROUTES, *draft.ROUTES, *hosting.ROUTES)
    bot.add_forms(*draft_forms.FORMS, *hosting.FORMS)
    drawers = Drawers(bot, coming)
    bot.courier.draws(ports.CARD, drawers.card)
    bot.courier.draws(ports.BOARD, drawers.board)
    bot.courier.draws(ports.ROOM, drawers.room)
    bot.courier.draws(ports.WORDS, drawers.words)
    bot.courier.draws(ports.COVER, drawers.cover)
    bot.courier.draws(ports.MISSED, drawers.missed)
    bot.courier.draws(ports.NEEDED, drawers.needed)
    for name, drawing in Notices(bot).kinds().items():
        bot.notices.add(ports.NOTICES[name], name, drawing)
    deeds = Deeds(bot.database, rooms, reach)
    bot.heartbeat.add("sessions", Clockwork(bot.database, bot.clock, deeds, coming))
    mirror = Mirror(bot.database, bot.settings, bot.clock, bot.courier.redraw)
    bot.heartbeat.add("session-posts", mirror)
    bot.on_adopted(hosting.furnish(bot))
    bot.home.hang(Door(20, public.WhatIsComing.button))
    add_commands(bot)
    await bot.add_cog(SessionsCog())
