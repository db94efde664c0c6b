"""Setting up a community in ten minutes, and a doctor that says what to mend."""

from bot.app import SupportBot
from bot.ui.standing import Standing
from cogs.setup import digest, panels, people, wizard, zone
from cogs.setup.cog import add_commands


async def setup(bot: SupportBot) -> None:
    """Build the capability and connect it."""
    bot.add_routes(*wizard.ROUTES, *zone.ROUTES, *people.ROUTES)
    bot.add_forms(*wizard.FORMS, *zone.FORMS)
    bot.home.stands(panels.HOME, panels.HELPLINES)
    bot.provide(Standing(bot))
    bot.courier.draws(panels.HOME, panels.draw_home(bot))
    bot.courier.draws(panels.HELPLINES, panels.draw_helplines(bot))
    bot.on_adopted(panels.furnish(bot))
    bot.outbox.endings.on_trouble(panels.tell_trouble(bot))
    bot.courier.draws(panels.TROUBLE, panels.draw_trouble(bot))
    bot.courier.draws(digest.DIGEST, digest.draw_digest(bot))
    bot.nightly.add(digest.plan_digests(bot))
    add_commands(bot)
