"""Signposts for the person, cases for staff: help first, quietly, then a human."""

from bot.app import SupportBot
from bot.services.calls import ALERT, CALL, FOLLOW_QUIETLY, MANY, QUIET
from bot.services.case_desk import CaseDesk
from bot.services.case_follow_up import FOLLOW, FollowUps
from bot.services.swaps import ASK, TOLD, Swaps
from bot.services.without import Without
from bot.ui.support import Support
from bot.ui.tellers import Overview, Weekly
from cogs.crisis import (
    after,
    calls,
    decide,
    figures,
    forms,
    helplines_list,
    helplines_own,
    helpnow,
    human,
    look,
    more,
    parting,
    quiet,
    rota,
    shared,
    staff,
    swap,
    whom,
    worry,
)
from cogs.crisis.cog import Crisis
from cogs.crisis.domain import CrisisSettings

# `more` and `helpnow` are neutral on purpose: every client can read a button's address.
ADDRESSES = ("more", "helpnow", "cases", "rota", "tune", "lines", "after", "look", "whom")


async def setup(bot: SupportBot) -> None:
    """Build the capability and connect it."""
    bot.add_routes(
        *more.ROUTES, *helpnow.ROUTES, *staff.ROUTES, *rota.ROUTES, *shared.ROUTES, *decide.ROUTES
    )
    bot.add_routes(*after.ROUTES, *look.ROUTES, *swap.ROUTES)
    bot.add_routes(*helplines_list.ROUTES, *helplines_own.ROUTES)
    bot.add_routes(*whom.ROUTES, *human.ROUTES, *worry.ROUTES)
    bot.add_forms(*helplines_own.FORMS)
    bot.add_forms(*helpnow.FORMS, *rota.FORMS, *worry.FORMS, *decide.FORMS)
    without = Without(bot.database, bot.people, bot.cases, bot.clock)
    await without.load()
    bot.provide(without)
    bot.provide(CaseDesk(bot.database, bot.people, bot.clock))
    crisis = Crisis(bot)
    bot.provide(crisis)
    bot.provide(Support(crisis.reads, forms.support_card, forms.card_for))
    bot.provide(bot.outbox)
    bot.provide(Swaps(bot.database, bot.people, bot.clock))
    bot.provide(roll := swap.RollCall(bot))
    bot.heartbeat.add("rota", roll)
    bot.provide(FollowUps(bot.database, bot.people, bot.clock))
    bot.notices.add(look.HELLO_NUMBER, look.HELLO, look.hello_card)
    bot.notices.add(look.LOOK_NUMBER, look.LOOK, look.look_card, look.look_still(bot))
    bot.home.hang(helpnow.DOOR)
    bot.home.hang(whom.DOOR)
    bot.notices.add(2, quiet.WAITS, quiet.waits_card, quiet.waits_still(bot, bot))
    bot.router.watch(crisis.heard)
    bot.router.on_deleted(crisis.gone)
    bot.router.on_said_again(crisis.said_again)
    bot.on_gap(crisis.read_back)
    bot.courier.draws(ALERT, calls.draw_alert(bot, bot))
    bot.courier.draws(CALL, calls.draw_call(bot, bot))
    bot.courier.draws(after.TALK, after.draw_talk(bot))
    bot.courier.draws(FOLLOW, look.draw_follow_up(bot, bot))
    bot.courier.draws(FOLLOW_QUIETLY, look.draw_quietly(bot, bot))
    bot.courier.draws(ASK, swap.draw_ask(bot))
    bot.courier.draws(TOLD, swap.draw_told(bot))
    bot.courier.draws(MANY, calls.draw_many(bot, bot))
    bot.courier.draws(QUIET, quiet.draw_quiet(bot, bot))
    bot.heartbeat.add("signposts", crisis.lines)
    bot.feature(Weekly).by(figures.week_of(bot))
    bot.feature(Overview).by(figures.overview(bot))
    await whom.watch_keys(bot)
    rota.add_command(bot)
    decide.add_command(bot)
    helplines_list.add_command(bot)
    for guild in bot.settings.decided(CrisisSettings):
        await crisis.lexicons.prepare(guild)
    worry.add_menus(bot)
    parting.name_parts(bot)
    bot.courier.draws(parting.ERASED, parting.draw_erased(bot))
    await bot.add_cog(crisis)
