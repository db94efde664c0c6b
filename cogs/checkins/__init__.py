"""A rhythm that lets quiet members be heard, without a table of who was unwell when."""

from collections.abc import Awaitable, Callable

from bot.app import SupportBot
from bot.charts.worker import Charts
from bot.ids import ChannelId, GuildId
from bot.schedule.recurrence import Rule
from bot.sections import CommunitySettings
from bot.services.recurring import Plan, Recurring
from bot.storage.recurring import Standing
from bot.ui.checkup import Checkup
from bot.ui.tellers import Overview
from cogs.checkins import (
    checkup,
    deck_panel,
    history,
    menu,
    panel,
    parting,
    posts,
    pulse,
    remind,
    shared,
    ui,
)
from cogs.checkins.cog import CheckInCog, Rounds
from cogs.checkins.diary import SHARE, Diary
from cogs.checkins.domain import Choices, late_by, rule_text
from cogs.checkins.keys import CheckInKeys
from cogs.checkins.menu import MORNING
from cogs.checkins.reminders import REMINDER, REMINDER_NUMBER, Reminders
from cogs.checkins.service import CLOSING, PROMPT, QUIET, CheckIns

REHEARSAL_ROOM = "check-ins"


async def setup(bot: SupportBot) -> None:
    """Build the capability and connect it."""
    keys = CheckInKeys(bot.config.home / "checkins")
    checkins = CheckIns(bot, bot.feature(Recurring), keys)
    diary = Diary(bot, checkins)
    parting.Answered(bot, keys, diary).name_parts()
    listening = shared.Listening(diary, bot.router)
    reminders = Reminders(bot)
    charts = Charts(bot.config.home / "charts")
    bot.notices.add(REMINDER_NUMBER, REMINDER, remind.notice_card, reminders.wanted)
    for service in (checkins, diary, listening, charts, reminders):
        bot.provide(service)
    bot.add_routes(*ui.ROUTES, *history.ROUTES, *shared.ROUTES, *remind.ROUTES)
    bot.add_routes(*panel.ROUTES, *deck_panel.ROUTES, *pulse.ROUTES)
    bot.add_forms(*ui.FORMS, *panel.FORMS, *remind.FORMS, *deck_panel.FORMS)
    bot.home.hang(ui.DOOR)
    bot.courier.draws(PROMPT, posts.draw_prompt(bot))
    bot.courier.draws(CLOSING, posts.draw_closing(bot))
    bot.courier.draws(QUIET, posts.draw_quiet(bot))
    bot.courier.draws(SHARE, shared.draw_share(bot))
    bot.courier.draws(pulse.PULSE, pulse.draw_pulse(bot))
    bot.heartbeat.add("checkins", Rounds(bot, checkins))
    bot.heartbeat.add("shared", listening)
    bot.heartbeat.add("reminders", reminders)
    bot.nightly.add(checkins.tidy)
    bot.feature(Checkup).by(checkup.examiner(bot))
    bot.feature(Overview).by(checkup.overview(bot))
    bot.on_adopted(furnish(bot, bot.feature(Recurring)))
    menu.add_commands(bot)
    pulse.add_command(bot)
    await bot.add_cog(CheckInCog(bot))


def furnish(bot: SupportBot, recurring: Recurring) -> Callable[[GuildId], Awaitable[None]]:
    """Who plans a check-in in a rehearsal's community, where it has a room for it."""

    async def adopt(guild: GuildId) -> None:
        place = bot.get_guild(guild)
        rooms = [] if place is None else place.text_channels
        for room in rooms:
            if room.name == REHEARSAL_ROOM and not await recurring.of(guild, PROMPT):
                today = bot.clock.now().date()
                choices = Choices(channel=ChannelId(room.id))
                rule = Rule(rule_text(choices.days, today), today, MORNING)
                zone = bot.settings.of(guild, CommunitySettings).zone
                body = choices.model_dump(mode="json")
                plan = Plan(rule, zone, late_by(choices.open_hours), body)
                made = await recurring.draft(guild, PROMPT, plan)
                await recurring.switch(guild, PROMPT, made.id, Standing.ON)

    return adopt
