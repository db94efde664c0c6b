"""The commands of `/setup checkins`."""

from datetime import time
from typing import Any

import discord
from discord import app_commands

from bot.app import SupportBot
from bot.schedule.recurrence import Rule
from bot.sections import CommunitySettings
from bot.services.recurring import Plan, Recurring
from bot.storage.recurring import Schedule, Standing
from bot.ui.answers import answer, thinking
from bot.ui.cards import Card, Control, Tone
from bot.ui.explain import door
from bot.ui.gates import Right, require
from bot.ui.house import Voice, guild_of, house_of, voice_of
from bot.ui.setup_menu import SetupMenu
from cogs.checkins import panel
from cogs.checkins.deck_panel import decks_card
from cogs.checkins.domain import Choices, Days, late_by, rule_text
from cogs.checkins.plan import days_said, preview, said
from cogs.checkins.service import PROMPT

MORNING = time(9)
SHOWN = 5  # buttons in a row, rows on a card: Discord's own limits


async def numbers(
    interaction: discord.Interaction[Any], written: str
) -> list[app_commands.Choice[int]]:
    """The schedules there are, for an admin who types."""
    guild, voice = guild_of(interaction), voice_of(interaction)
    if guild is None:
        return []
    found = await house_of(interaction).feature(Recurring).of(guild, PROMPT)
    return [
        app_commands.Choice(name=brief(voice, each)[:100], value=each.id)
        for each in found
        if written in str(each.id)
    ]


def add_commands(bot: SupportBot) -> None:
    """Put the schedules on the admins' menu."""
    menu = app_commands.Group(
        name="checkins", description="checkins.setup-command", parent=bot.feature(SetupMenu)
    )

    @menu.command(name="add", description="checkins.setup-add")
    async def add(interaction: discord.Interaction[Any]) -> None:
        """A new schedule, which rests until it is started."""
        async with door(interaction):
            guild = require(interaction, Right.ADMINISTER)
            await thinking(interaction)
            choices, today = Choices(), bot.clock.now().date()
            rule = Rule(rule_text(choices.days, today), today, MORNING)
            zone = bot.settings.of(guild, CommunitySettings).zone
            body = choices.model_dump(mode="json")
            plan = Plan(rule, zone, late_by(choices.open_hours), body)
            made = await bot.feature(Recurring).draft(guild, PROMPT, plan)
            await answer(interaction, await panel.plan_card(interaction, guild, made.id))

    @menu.command(name="edit", description="checkins.setup-edit")
    @app_commands.describe(number="checkins.setup-number")
    @app_commands.autocomplete(number=numbers)
    async def edit(interaction: discord.Interaction[Any], number: int) -> None:
        """One schedule, to change."""
        async with door(interaction):
            guild = require(interaction, Right.ADMINISTER)
            await thinking(interaction)
            await answer(interaction, await panel.plan_card(interaction, guild, number))

    @menu.command(name="pause", description="checkins.setup-pause")
    @app_commands.describe(number="checkins.setup-number")
    @app_commands.autocomplete(number=numbers)
    async def pause(interaction: discord.Interaction[Any], number: int) -> None:
        """It rests."""
        async with door(interaction):
            await panel.switch(interaction, number, Standing.PAUSED)

    @menu.command(name="resume", description="checkins.setup-resume")
    @app_commands.describe(number="checkins.setup-number")
    @app_commands.autocomplete(number=numbers)
    async def resume(interaction: discord.Interaction[Any], number: int) -> None:
        """It runs again."""
        async with door(interaction):
            await panel.switch(interaction, number, Standing.ON)

    @menu.command(name="remove", description="checkins.setup-remove")
    @app_commands.describe(number="checkins.setup-number")
    @app_commands.autocomplete(number=numbers)
    async def remove(interaction: discord.Interaction[Any], number: int) -> None:
        """It goes."""
        async with door(interaction):
            await panel.remove(interaction, number)

    @menu.command(name="list", description="checkins.setup-list")
    async def list_them(interaction: discord.Interaction[Any]) -> None:
        """All schedules."""
        async with door(interaction):
            guild = require(interaction, Right.ADMINISTER)
            await thinking(interaction)
            found = await bot.feature(Recurring).of(guild, PROMPT)
            await answer(interaction, list_card(voice_of(interaction), found))

    _add_looks(bot, menu)


def _add_looks(bot: SupportBot, menu: app_commands.Group) -> None:
    """What comes next, and from which questions."""

    @menu.command(name="decks", description="checkins.setup-decks")
    async def decks(interaction: discord.Interaction[Any]) -> None:
        """Questions of the community's own."""
        async with door(interaction):
            require(interaction, Right.ADMINISTER)
            await thinking(interaction)
            await answer(interaction, decks_card(interaction))

    @menu.command(name="preview", description="checkins.setup-preview")
    @app_commands.describe(number="checkins.setup-number")
    @app_commands.autocomplete(number=numbers)
    async def preview_one(interaction: discord.Interaction[Any], number: int) -> None:
        """When it comes next."""
        async with door(interaction):
            guild = require(interaction, Right.ADMINISTER)
            await thinking(interaction)
            voice, schedule = (
                voice_of(interaction),
                await bot.feature(Recurring).get(guild, PROMPT, number),
            )
            body = (said(bot, voice, schedule), preview(bot, voice, schedule))
            row: tuple[Control, ...] = (panel.Show.button(voice, number),)
            await answer(interaction, Card(brief(voice, schedule), body, (row,), tone=Tone.STAFF))


def brief(voice: Voice, schedule: Schedule) -> str:
    """A schedule in one line."""
    days: Days = Choices.model_validate(schedule.choices).days
    return voice(
        "checkins.brief",
        number=schedule.id,
        state=voice(f"checkins.state-{schedule.state}"),
        days=days_said(voice, days),
        at=f"{schedule.rule.at:%H:%M}",
    )


def list_card(voice: Voice, found: list[Schedule]) -> Card:
    """All schedules, each with a button to open it."""
    if not found:
        return Card(voice("checkins.list-title"), (voice("checkins.list-none"),), tone=Tone.STAFF)
    lines: list[str] = []
    for each in found:
        soon = f" · <t:{int(each.next_at.timestamp())}:R>" if each.next_at else ""
        lines.append(brief(voice, each) + soon)
    buttons = [
        panel.Show.button(voice, each.id, label=voice("checkins.open-one", number=each.id))
        for each in found
    ]
    rows = [tuple(buttons[at : at + SHOWN]) for at in range(0, len(buttons), SHOWN)]
    return Card(voice("checkins.list-title"), ("\n".join(lines),), tuple(rows), tone=Tone.STAFF)
