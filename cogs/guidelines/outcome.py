"""How a report ended, for whoever made it: a neutral card first, and one second look."""

from collections.abc import Mapping
from typing import Any

import discord

from bot.ids import UserId
from bot.sections import CommunitySettings
from bot.services.case_rules import TooOften
from bot.services.without import Without
from bot.storage.database import StorageDown
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, plain
from bot.ui.forms import Field, Form
from bot.ui.house import Voice, house_of, user_of, voice_of
from bot.ui.routes import Route
from bot.ui.support import Support
from cogs.guidelines.about_staff import nobody_else, way_to_the_others
from cogs.guidelines.report_rows import Report
from cogs.guidelines.reports import Reports

WORDS = 1000  # characters
KNOWN = ("talked", "emergency", "helpline", "no-answer", "nothing-needed", "false_alarm")


class Read(Route, address="report:read", label="report.read", ids=1):
    """Opens how it ended."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        voice = voice_of(interaction)
        reports = house_of(interaction).feature(Reports)
        report = await reports.mine(self.ids[0], user_of(interaction))
        await reports.read(report)
        outcome = report.outcome if report.outcome in KNOWN else "nothing-needed"
        key = f"report.ended-{outcome.replace('_', '-')}"
        row: tuple[Control, ...] = () if report.appealed else (Appeal.button(voice, report.id),)
        body = (voice(key), voice("report.ended-why"))
        await turn(interaction, Card(voice("report.ended-title"), body, (row,)))


class Appeal(Route, address="report:appeal", label="report.appeal", ids=1):
    """Opens the field for what somebody else of the staff reads."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await AppealForm(self.ids[0]).open(interaction)


class AppealForm(Form, address="report:again", title="report.appeal", ids=1):
    """Why it needs a second look; words are not needed."""

    fields = (
        Field("words", "report.appeal-words", WORDS, tall=True, required=False, hint="report.seen"),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        await thinking(interaction)
        said = words.get("words", "").strip()
        try:
            await self._take(interaction, said)
        finally:  # also where it could not be kept
            await house_of(interaction).feature(Support).first(interaction, said)

    async def _take(self, interaction: discord.Interaction[Any], said: str) -> None:
        house, voice = house_of(interaction), voice_of(interaction)
        report = await house.feature(Reports).mine(self.ids[0], user_of(interaction))
        try:
            why_not = await self._send(interaction, report, said)
        except TooOften:
            why_not = (voice(TooOften.key),)
        except StorageDown:
            why_not = (voice("report.not-saved"),)
        if why_not:
            body = (*why_not, *((plain(said),) if said else ()))
            await answer(interaction, Card(voice("report.not-sent"), body))
        else:
            body = (voice("report.appealed"),)
            await answer(interaction, Card(voice("report.sent-title"), body))

    async def _send(
        self, interaction: discord.Interaction[Any], report: Report, said: str
    ) -> tuple[str, ...]:
        """Send it; or the sentences that say why not."""
        house, voice = house_of(interaction), voice_of(interaction)
        if house.settings.of(report.guild, CommunitySettings).staff_channel is None:
            return (voice("report.nobody"),)
        me = user_of(interaction)
        hidden = report.kept_from | house.feature(Without).chosen_by(report.guild, me)
        if hidden:
            barred = {report.settled_by} if report.settled_by else set[UserId]()
            way = await way_to_the_others(interaction, report.guild, {*hidden, *barred})
            if way == "nobody":
                return nobody_else(interaction)
        await house.feature(Reports).appeal(report.id, me, said)
        return ()


def notice_card(voice: Voice, ids: Mapping[str, int]) -> Card:
    """What reaches the reporter first: neutral words, for it may be read over a shoulder."""
    row: tuple[Control, ...] = (Read.button(voice, ids["report"]),)
    return Card(voice("report.news-title"), (voice("report.news-body"),), (row,))


ROUTES = (Read, Appeal)
FORMS = (AppealForm,)
