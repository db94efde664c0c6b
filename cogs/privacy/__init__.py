"""Me and my data: how I am treated, stepping back, what is kept of me, a copy of it, its end."""

from bot.app import SupportBot
from bot.services.copying import Copying
from bot.services.departures import Departures
from bot.services.erasing import Erasing
from bot.services.parting import Part
from cogs.privacy import away, choosing, deciding, mine, panel
from cogs.privacy.cog import Privacy

ADDRESSES = ("me", "mine")


async def setup(bot: SupportBot) -> None:
    """Build the capability and connect it."""
    await bot.people.load_languages()
    erasing = Erasing(bot.database, bot.people, bot.clock, bot.reach.partings)
    departures = Departures(bot.database, bot.people, bot.clock, erasing)
    bot.reach.partings.add(Part("", departures.nothing, departures.forget))
    bot.heartbeat.add("departures", departures)
    bot.nightly.add(departures.sweep)
    bot.provide(erasing)
    bot.provide(departures)
    bot.provide(Copying(bot.database, bot.people))
    for part in (panel, choosing, away, mine):
        bot.add_routes(*part.ROUTES)
    bot.add_forms(*choosing.FORMS, *mine.FORMS)
    bot.home.hang(panel.DOOR)
    deciding.add_command(bot)
    await bot.add_cog(Privacy(bot, departures))
