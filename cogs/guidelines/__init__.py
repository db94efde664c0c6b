"""Guidelines that welcome, are agreed to, and are remembered at the right moment."""

from bot.app import SupportBot
from bot.services.guideline_lines import GuidelineLines
from bot.ui.checkup import Checkup
from bot.ui.tellers import Overview
from cogs.guidelines import (
    choose,
    draft,
    examining,
    giving,
    moments,
    outcome,
    pace,
    panel,
    places,
    quiet,
    reading,
    receiving,
    regular,
    reminding,
    reporting,
    screens,
    sending,
    welcome,
)
from cogs.guidelines.cog import GuidelinesCog
from cogs.guidelines.correcting import Correction, NextPress
from cogs.guidelines.letters import (
    ANSWERED,
    LETTER,
    LETTER_NUMBER,
    RELEASED,
    RELEASED_NUMBER,
    Letters,
)
from cogs.guidelines.reports import OUTCOME, OUTCOME_NUMBER, Reports
from cogs.guidelines.service import Charter
from cogs.guidelines.timetable import REMINDER

# `charter` is what admins do with the guidelines, `remind` what staff do, one to one.
ADDRESSES = ("guidelines", "charter", "remind", "quiet", "report")


async def setup(bot: SupportBot) -> None:
    """Build the capability and connect it."""
    bot.provide(Charter(bot))
    bot.provide(Letters(bot))
    bot.add_routes(*reading.ROUTES, *screens.ROUTES, *welcome.ROUTES)
    bot.add_routes(*draft.ROUTES, *choose.ROUTES, *places.ROUTES, *regular.ROUTES)
    bot.add_routes(*reminding.ROUTES, *receiving.ROUTES, *quiet.ROUTES)
    bot.add_routes(*reporting.ROUTES, *sending.ROUTES, *outcome.ROUTES)
    bot.add_forms(*sending.FORMS, *outcome.FORMS, *regular.FORMS)
    bot.add_forms(*draft.FORMS, *reminding.FORMS, *receiving.FORMS)
    bot.courier.draws(panel.PANEL, panel.draw_panel(bot))
    bot.courier.draws(giving.ROLE_TROUBLE, giving.draw_trouble(bot))
    bot.home.hang(reading.DOOR)
    bot.home.hang(reporting.DOOR)
    bot.home.post_beside(panel.PANEL)
    remembers = moments.Moments(bot)
    await remembers.load()
    bot.router.watch(remembers.heard)
    bot.provide(remembers)
    bot.feature(GuidelineLines).come_from(remembers)
    bot.courier.draws(moments.MOMENT, moments.draw_moment(bot))
    bot.courier.draws(REMINDER, moments.draw_reminder(bot))
    bot.notices.add(LETTER_NUMBER, LETTER, receiving.notice_card)
    bot.notices.add(RELEASED_NUMBER, RELEASED, reminding.released_card)
    bot.courier.draws(ANSWERED, reminding.draw_answered(bot))
    bot.courier.draws(pace.BEGIN, pace.draw_begin(bot))
    bot.courier.draws(pace.END, pace.draw_end(bot))
    bot.courier.draws(pace.STUCK, pace.draw_stuck(bot))
    reports = Reports(bot)
    bot.provide(reports)
    bot.heartbeat.add("reports", reports)
    if bot.intents.members:
        bot.heartbeat.add("agreements", Correction(bot))
    else:
        bot.add_listener(NextPress(bot).pressed, "on_interaction")
    bot.notices.add(OUTCOME_NUMBER, OUTCOME, outcome.notice_card)
    bot.feature(Checkup).by(examining.examiner(bot))
    bot.feature(Overview).by(examining.overview(bot))
    draft.add_command(bot)
    quiet.add_command(bot)
    reminding.add_menu(bot)
    reporting.add_menu(bot)
    await bot.add_cog(GuidelinesCog())
