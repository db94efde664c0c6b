"""The way in: `/home`, its panel, and `/about`."""

from bot.app import SupportBot
from cogs.home import ui
from cogs.home.cog import Home


async def setup(bot: SupportBot) -> None:
    """Build the capability and connect it."""
    bot.add_routes(*ui.ROUTES)
    for door in ui.DOORS:
        bot.home.hang(door)
    await bot.add_cog(Home(bot))
