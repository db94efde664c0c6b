"""The question that a material change asks again: on the panel, and when somebody next looks."""

from typing import Any

import discord

from bot.ids import GuildId
from bot.storage.database import StorageDown
from bot.ui.answers import answer
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.house import house_of, user_of, voice_of
from bot.ui.routes import way_to
from cogs.guidelines.domain import FULL_PAGE, Change, paged
from cogs.guidelines.paging import size
from cogs.guidelines.service import Charter

ALONE, ON_THE_WAY = 0, 1  # an agreement by itself, or between two screens
SHOWN_CHANGES = 8


async def ask_again(interaction: discord.Interaction[Any], guild: GuildId) -> None:
    """Whoever agreed to an earlier version is asked below what they look at; nobody else is."""
    charter = house_of(interaction).feature(Charter)
    try:
        agreed = await charter.agreed(guild, user_of(interaction))
        if agreed is None or charter.holds(guild, agreed):
            return
        changed = await charter.since(guild, agreed.version)
    except StorageDown:
        return  # nobody can know now, and what they came to read is shown
    await answer(interaction, again_card(interaction, guild, changed))


def again_card(
    interaction: discord.Interaction[Any], guild: GuildId, changed: list[Change]
) -> Card:
    """To somebody who agreed to an earlier version: what changed, and the question again."""
    voice = voice_of(interaction)
    version = house_of(interaction).feature(Charter).chosen(guild).version
    lines = [
        voice(
            f"guidelines.since-{each.kind}",
            title=plain(each.rule.title),
            reminder=plain(each.rule.reminder),
        )
        for each in changed[:SHOWN_CHANGES]
    ]
    lines = lines[: len(paged([size(each) for each in lines], FULL_PAGE)[0])] if lines else []
    if len(changed) > len(lines):
        lines.append(voice("guidelines.since-more", count=len(changed) - len(lines)))
    row: tuple[Control, ...] = (
        way_to("guidelines:yes", voice, version, ALONE),
        way_to("guidelines:read", voice),
        way_to("guidelines:done", voice, label=voice("guidelines.not-now")),
    )
    body = (voice("guidelines.again-body"), *lines)
    late = house_of(interaction).feature(Charter).overdue(guild)
    small = voice("guidelines.again-waits" if late else "guidelines.again-small")
    return Card(voice("guidelines.again-title"), body, (row,), tone=Tone.WARM, small=small)
