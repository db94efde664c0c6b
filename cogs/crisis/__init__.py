"""Signposts for the person, cases for staff: help first, quietly, then a human."""

from bot.app import SupportBot
from bot.services.cases import ALERT
from cogs.crisis import helpnow, more, staff
from cogs.crisis.cog import Crisis

# `more` and `helpnow` are neutral on purpose: every client can read a button's address.
ADDRESSES = ("more", "helpnow", "cases")


async def setup(bot: SupportBot) -> None:
    """Build the capability and connect it."""
    bot.add_routes(*more.ROUTES, *helpnow.ROUTES, *staff.ROUTES)
    bot.add_forms(*helpnow.FORMS)
    crisis = Crisis(bot)
    bot.provide(crisis)
    bot.home.hang(helpnow.DOOR)
    bot.router.watch(crisis.heard)
    bot.router.on_deleted(crisis.gone)
    bot.on_gap(crisis.read_back)
    bot.courier.draws(ALERT, staff.draw_alert(bot))
    bot.heartbeat.add("signposts", crisis.lines)
    await bot.add_cog(crisis)
