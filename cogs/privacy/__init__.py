"""Me and my data: how I am treated, stepping back, what is kept of me, a copy of it, its end."""

from bot.app import SupportBot
from cogs.privacy import away, choosing, panel
from cogs.privacy.cog import Privacy

ADDRESSES = ("me", "mine")


async def setup(bot: SupportBot) -> None:
    """Build the capability and connect it."""
    await bot.people.load_languages()
    for part in (panel, choosing, away):
        bot.add_routes(*part.ROUTES)
    bot.add_forms(*choosing.FORMS)
    bot.home.hang(panel.DOOR)
    await bot.add_cog(Privacy())
