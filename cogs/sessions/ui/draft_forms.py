"""What hosts type of a session: words, time, numbers, a rule; kept in the draft at once."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import discord

from bot.errors import Refusal
from bot.ui.answers import turn, turning
from bot.ui.cards import Card
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, require
from bot.ui.house import Voice, house_of, user_of, voice_of
from bot.ui.support import Support
from cogs.sessions.domain.plan import (
    CAPACITY,
    KEPT_HOURS,
    MINUTES,
    NOTES,
    PURPOSE,
    TITLE,
    TYPED,
    Plan,
    every_weeks,
    monthly_by_date,
    monthly_by_weekday,
)
from cogs.sessions.domain.spoken import StartRefused, UnknownZone, read_start, read_zone
from cogs.sessions.service.planning import Planning
from cogs.sessions.store.plans import Session


class OutOfBounds(Refusal):
    """A number that is none, or too small or too large."""

    key = "sessions.out-of-bounds"


class LongerThanItsField(Refusal):
    """More was sent than the form takes; Discord itself lets nobody type so much."""

    key = "refusal.longer-than-its-field"


class DraftPanel:
    """Draws a draft. Found by its type, for the panel opens forms and forms show the panel."""

    def __init__(self, draw: Callable[[Voice, Planning, Session, Sequence[str]], Card]) -> None:
        self.draw = draw


class WordsForm(Form, address="sessions:words", title="sessions.words-title", ids=1):
    """What it is called, what it is for, what people need to know."""

    fields = (
        Field("title", "sessions.title", TITLE, hint="sessions.title-hint"),
        Field("purpose", "sessions.purpose", PURPOSE, tall=True, hint="sessions.purpose-hint"),
        Field(
            "notes", "sessions.notes", NOTES, tall=True, required=False, hint="sessions.notes-hint"
        ),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        require(interaction, Right.FACILITATE)
        check_lengths(self, words)
        said = {name: words.get(name, "").strip() for name in ("title", "purpose", "notes")}
        await change(interaction, self.ids[0], lambda plan: plan.but(**said))
        # A host may have written of themselves: help is offered to them as to anybody.
        await house_of(interaction).feature(Support).first(interaction, "\n".join(said.values()))


class WhenForm(Form, address="sessions:when", title="sessions.when-title", ids=1):
    """When it begins, how long it takes, on which clock."""

    fields = (
        Field("start", "sessions.start-label", TYPED, hint="sessions.start-hint"),
        Field("minutes", "sessions.minutes", 4, hint="sessions.minutes-hint"),
        Field("zone", "sessions.zone", 64, hint="sessions.zone-hint"),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        require(interaction, Right.FACILITATE)
        check_lengths(self, words)
        now, fault = house_of(interaction).clock.now(), list[Refusal]()
        locale = voice_of(interaction).locale

        def timed(plan: Plan) -> Plan:
            changed = plan.but(typed=words["start"].strip())
            try:
                changed = changed.but(minutes=_number(words["minutes"], MINUTES))
                changed = changed.but(zone=read_zone(words["zone"]))
                if (changed.typed, changed.zone) == (plan.typed, plan.zone) and plan.start:
                    return changed  # the start was left as it is, also one that lies behind us
                start = read_start(words["start"], ZoneInfo(changed.zone), now, locale)
                # Kept as a date: "thu" would be another day when the form opens again.
                typed = f"{start:%Y-%m-%d %H:%M}"
                return changed.but(typed=typed, start=start, repeat=_follows(plan, start))
            except (OutOfBounds, UnknownZone, StartRefused) as problem:
                fault.append(problem)
                return changed

        await change(interaction, self.ids[0], timed, fault)


class MoreForm(Form, address="sessions:more", title="sessions.more-title", ids=1):
    """How many, and how long the room is kept."""

    fields = (
        Field("capacity", "sessions.capacity", 3, required=False, hint="sessions.capacity-hint"),
        Field("kept", "sessions.kept", 3, hint="sessions.kept-hint"),
    )

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        require(interaction, Right.FACILITATE)
        capacity = words.get("capacity", "").strip()
        kept = _number(words.get("kept", ""), KEPT_HOURS)
        most = _number(capacity, CAPACITY) if capacity else None
        fields = {"capacity": most, "kept_hours": kept}
        await change(interaction, self.ids[0], lambda plan: plan.but(**fields))


class RepeatForm(Form, address="sessions:rule", title="sessions.rule-title", ids=1):
    """A number of weeks, or a rule of RFC 5545."""

    fields = (Field("rule", "sessions.rule", 200, hint="sessions.rule-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        require(interaction, Right.FACILITATE)
        check_lengths(self, words)
        rule = words["rule"].strip().upper().removeprefix("RRULE:")
        if rule.isdigit():
            rule = every_weeks(_number(rule, (1, 52)))
        await change(interaction, self.ids[0], lambda plan: plan.but(repeat=rule))


async def change(
    interaction: discord.Interaction[Any],
    number: int,
    how: Callable[[Plan], Plan],
    fault: list[Refusal] | None = None,
) -> None:
    """Keep a change of the draft and show it, with what could not be read of it."""
    guild = require(interaction, Right.FACILITATE)
    await turning(interaction)
    house, voice = house_of(interaction), voice_of(interaction)
    draft = await house.feature(Planning).change(guild, number, user_of(interaction), how)
    said = [voice(each.key, **each.values) for each in fault or ()]
    await show_draft(interaction, draft, said)


async def show_draft(
    interaction: discord.Interaction[Any], draft: Session, faults: Sequence[str] = ()
) -> None:
    """The panel, as it is now."""
    house, voice = house_of(interaction), voice_of(interaction)
    card = house.feature(DraftPanel).draw(voice, house.feature(Planning), draft, faults)
    await turn(interaction, card)


def check_lengths(form: Form, words: Mapping[str, str]) -> None:
    """Refuse what no client of Discord's can send."""
    fields = (each for each in form.fields if isinstance(each, Field))
    if any(len(words.get(each.name, "")) > each.longest for each in fields):
        raise LongerThanItsField


def _number(written: str, bounds: tuple[int, int]) -> int:
    least, most = bounds
    with suppress(ValueError):
        if least <= int(written.strip()) <= most:
            return int(written.strip())
    raise OutOfBounds(least=least, most=most)


def _follows(plan: Plan, start: datetime) -> str:
    """A monthly repeat that came from the old start follows to the new one."""
    if plan.start is not None:
        for monthly in (monthly_by_weekday, monthly_by_date):
            if plan.repeat == monthly(plan.start.date()):
                return monthly(start.date())
    return plan.repeat


FORMS = (WordsForm, WhenForm, MoreForm, RepeatForm)
