"""A rhythm that lets quiet members be heard, without a table of who was unwell when."""

from bot.app import SupportBot
from bot.services.recurring import Recurring
from cogs.checkins import history, menu, panel, parting, posts, shared, ui
from cogs.checkins.cog import CheckInCog, Rounds
from cogs.checkins.diary import SHARE, Diary
from cogs.checkins.keys import CheckInKeys
from cogs.checkins.service import CLOSING, PROMPT, QUIET, CheckIns


async def setup(bot: SupportBot) -> None:
    """Build the capability and connect it."""
    keys = CheckInKeys(bot.config.home / "checkins")
    checkins = CheckIns(bot, bot.feature(Recurring), keys)
    diary = Diary(bot, checkins)
    parting.Answered(bot, keys, diary).name_parts()
    listening = shared.Listening(diary, bot.router)
    for service in (checkins, diary, listening):
        bot.provide(service)
    bot.add_routes(*ui.ROUTES, *history.ROUTES, *shared.ROUTES, *panel.ROUTES)
    bot.add_forms(*ui.FORMS, *panel.FORMS)
    bot.home.hang(ui.DOOR)
    bot.courier.draws(PROMPT, posts.draw_prompt(bot))
    bot.courier.draws(CLOSING, posts.draw_closing(bot))
    bot.courier.draws(QUIET, posts.draw_quiet(bot))
    bot.courier.draws(SHARE, shared.draw_share(bot))
    bot.heartbeat.add("checkins", Rounds(bot, checkins))
    bot.heartbeat.add("shared", listening)
    bot.nightly.add(checkins.tidy)
    menu.add_commands(bot)
    await bot.add_cog(CheckInCog(bot))
