"""Guidelines that welcome, are agreed to, and are remembered at the right moment."""

from bot.app import SupportBot
from cogs.guidelines import choose, draft, giving, moments, panel, places, reading, screens, welcome
from cogs.guidelines.cog import GuidelinesCog
from cogs.guidelines.service import Charter

# `charter` is what admins do with the guidelines.
ADDRESSES = ("guidelines", "charter")


async def setup(bot: SupportBot) -> None:
    """Build the capability and connect it."""
    bot.provide(Charter(bot))
    bot.add_routes(*reading.ROUTES, *screens.ROUTES, *welcome.ROUTES)
    bot.add_routes(*draft.ROUTES, *choose.ROUTES, *places.ROUTES)
    bot.add_forms(*draft.FORMS)
    bot.courier.draws(panel.PANEL, panel.draw_panel(bot))
    bot.courier.draws(giving.ROLE_TROUBLE, giving.draw_trouble(bot))
    bot.home.hang(reading.DOOR)
    bot.home.post_beside(panel.PANEL)
    remembers = moments.Moments(bot)
    await remembers.load()
    bot.router.watch(remembers.heard)
    bot.courier.draws(moments.MOMENT, moments.draw_moment(bot))
    draft.add_command(bot)
    await bot.add_cog(GuidelinesCog())
