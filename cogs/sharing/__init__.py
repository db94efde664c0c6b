"""Sharing without a name: written, looked at in private, posted, and nobody can tell by whom."""

from bot.app import SupportBot
from bot.content.aliases import AliasWords
from bot.ids import GuildId
from bot.safety.signal import Signal
from bot.ui.checkup import Checkup
from bot.ui.home import Door
from bot.ui.support import Support
from bot.ui.tellers import Overview
from cogs.sharing import deciding, examining, leaving, mine, picture, public, staff, writing
from cogs.sharing.called import Called
from cogs.sharing.cog import Share
from cogs.sharing.darkroom import Darkroom
from cogs.sharing.journal import Journal
from cogs.sharing.keeping import Keeping
from cogs.sharing.moderation import Moderation
from cogs.sharing.orders import EDIT, GONE, LETTER, NEWS, POST, REVIEW
from cogs.sharing.parting import Cutting
from cogs.sharing.pictures import Pictures
from cogs.sharing.planner import Planner
from cogs.sharing.posting import Posting
from cogs.sharing.service import Sharing


async def setup(bot: SupportBot) -> None:
    """Build the capability and connect it."""

    def reads(guild: GuildId, text: str) -> Signal | None:
        return bot.feature(Support).read(guild, text)

    def words(locale: str) -> AliasWords:
        aliases = bot.content.aliases
        return aliases.get(locale, aliases["en"])

    planner = Planner(bot.database, bot.clock, bot.cases, bot.people)
    for provided in (Sharing(bot, reads, words), Keeping(bot), Moderation(bot, bot.people)):
        bot.provide(provided)
    bot.provide(planner)
    Cutting(bot).name_parts(bot.reach.partings)
    for provided in (Pictures(bot), Darkroom(), picture.beside(bot)):
        bot.provide(provided)
    bot.provide(Called(bot.clock, everybody=bot.config.members))
    bot.provide(deciding.Panels(bot))
    for part in (writing, picture, leaving, mine, public, staff, deciding):
        bot.add_routes(*part.ROUTES)
    bot.add_forms(*writing.FORMS, *picture.FORMS, *mine.FORMS, *staff.FORMS)
    posting = Posting(bot)
    bot.courier.draws(POST, posting.draw_post)
    bot.courier.draws(EDIT, posting.draw_edit)
    bot.courier.draws(GONE, posting.draw_gone)
    bot.courier.draws(REVIEW, posting.draw_review)
    bot.courier.draws(LETTER, posting.draw_letter)
    bot.courier.draws(NEWS, posting.draw_news)
    bot.courier.draws(deciding.PANEL, deciding.draw_panel(bot))
    bot.home.stands(deciding.PANEL)
    bot.outbox.endings.on_end(POST, planner.post_ended)
    bot.outbox.endings.on_end(EDIT, planner.edit_ended)
    bot.outbox.endings.on_end(GONE, planner.gone_ended)
    bot.outbox.endings.on_end(LETTER, planner.letter_ended)
    bot.outbox.endings.on_end(REVIEW, planner.review_ended)
    bot.outbox.endings.on_end(NEWS, planner.news_ended, quiet=True)
    bot.heartbeat.add("sharing", planner)
    bot.heartbeat.add("sharing-journal", Journal(bot.database, bot.clock))
    bot.home.hang(Door(20, mine.Open.button))
    bot.on_adopted(deciding.furnish(bot))
    bot.feature(Checkup).by(examining.examiner(bot))
    bot.feature(Overview).by(examining.overview(bot))
    deciding.add_command(bot)
    staff.add_menu(bot)
    await bot.add_cog(Share())
