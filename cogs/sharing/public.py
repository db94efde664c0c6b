"""The buttons under a share, which everybody sees."""

import re
from typing import Any

import discord

from bot.safety.signal import Level
from bot.sections import CommunitySettings
from bot.services.heartbeat import Heartbeat
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, keep_pictures
from bot.ui.house import Voice, guild_of, house_of, public_voice, voice_of
from bot.ui.routes import Pick, Route
from cogs.sharing.domain import shown
from cogs.sharing.keeping import Keeping
from cogs.sharing.leaving import author_of
from cogs.sharing.moderation import Moderation
from cogs.sharing.planner import REPORT, Planner
from cogs.sharing.service import Sharing
from cogs.sharing.store import Share
from cogs.sharing.writing import ReplyForm

REASONS = ("danger", "names", "rules", "else")
_NUMBER = re.compile(r"sharing:report:(\d{1,20})(?:~.*)?")


class Reply(Route, address="sharing:reply", label="sharing.reply", ids=1):
    """Opens the form for a reply under another name of the thread."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        sharing = house_of(interaction).feature(Sharing)
        await sharing.check_reply(author_of(interaction), self.ids[0])
        await ReplyForm(self.ids[0]).open(interaction)


class MeToo(Route, address="sharing:same", label="sharing.me-too", ids=1):
    """Somebody feels the same: counted once, and shown from three up."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        house, voice, number = house_of(interaction), voice_of(interaction), self.ids[0]
        count = await house.feature(Keeping).me_too(author_of(interaction), number)
        body = (voice("sharing.me-too-said"), voice("sharing.me-too-how"))
        await answer(interaction, Card(voice("sharing.me-too"), body, tone=Tone.WARM))
        guild = guild_of(interaction)
        if shown(count) is not None and interaction.message is not None and guild is not None:
            await recount(interaction.message, me_too_label(public_voice(house, guild), count))


async def recount(message: discord.Message, label: str) -> None:
    """Write the count on the button; nothing else of the message changes."""
    view = discord.ui.LayoutView.from_message(message, timeout=None)
    for item in view.walk_children():
        if isinstance(item, discord.ui.Button) and (item.custom_id or "").startswith(
            f"{MeToo.address}:"
        ):
            item.label = label
    keep_pictures(view)
    await message.edit(view=view, allowed_mentions=discord.AllowedMentions.none())
    view.stop()  # the routes answer, not this view


def me_too_label(voice: Voice, count: int) -> str:
    """What stands on the button."""
    seen = shown(count)
    return voice("sharing.me-too") if seen is None else voice("sharing.me-too-count", count=seen)


class Report(Route, address="sharing:report", label="sharing.report", ids=1):
    """Asks what is the matter; staff are told of the share, and not who told them."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        voice = voice_of(interaction)
        options = [(each, voice(f"sharing.report-{each}")) for each in REASONS]
        rows = ((Reason.words(voice, options, self.ids[0]),),)
        body = (voice("sharing.report-body"),)
        await answer(interaction, Card(voice("sharing.report-title"), body, rows))


class Reason(Pick, address="sharing:reason", label="sharing.report-pick", ids=1):
    """Tells staff, as a case about the share."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await thinking(interaction)
        house, voice, guild = house_of(interaction), voice_of(interaction), guild_of(interaction)
        if guild is None or house.settings.of(guild, CommunitySettings).staff_channel is None:
            body = (voice("sharing.report-nobody"),)
            await turn(interaction, Card(voice("sharing.report-title"), body))
            return
        share = await house.feature(Moderation).get(guild, self.ids[0])
        why = values[0] if values[0] in REASONS else REASONS[-1]
        level = Level.HIGH if why == "danger" else Level.CONCERN
        await house.feature(Planner).open_case(share, REPORT, level, f"share-{why}")
        await house.feature(Heartbeat).beat()
        body = (voice("sharing.report-told"), voice("sharing.report-unnamed"))
        await turn(interaction, Card(voice("sharing.report-title"), body, tone=Tone.CARE))


def public_row(voice: Voice, share: Share, count: int = 0) -> tuple[Control, ...]:
    """The buttons under a share; under a reply, fewer."""
    row: list[Control] = []
    if share.root is not None or share.wish.takes_replies:
        row.append(Reply.button(voice, share.thread))
    if share.root is None:
        row.append(MeToo.button(voice, share.id, label=me_too_label(voice, count)))
    return (*row, Report.button(voice, share.id))


def number_on(message: discord.Message, me: discord.abc.Snowflake | None) -> int | None:
    """The share that a message of the bot's is, or None where it is something else."""
    if me is None or message.author.id != me.id:
        return None
    view = discord.ui.LayoutView.from_message(message, timeout=None)
    for item in view.walk_children():
        found = _NUMBER.fullmatch(str(getattr(item, "custom_id", "") or ""))
        if found is not None:
            return int(found[1])
    return None


ROUTES = (Reply, MeToo, Report, Reason)
