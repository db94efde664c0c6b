"""One schedule of check-ins in words, and what a choice changes in it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from bot.errors import Refusal
from bot.schedule.days import LAST_DAY
from bot.services.recurring import Recurring
from bot.storage.recurring import Schedule, Standing
from bot.ui.cards import plain
from bot.ui.house import House, Voice
from cogs.checkins.decks import CheckInSettings, cards_of
from cogs.checkins.domain import DECKS, Choices, Days, late_by, rule_text

PREVIEWED = 6  # product 4.3
Change = Callable[[Schedule], Schedule]


class NoRoom(Refusal):
    """There is no channel to post in."""

    key = "refusal.checkin-no-room"


def changed(
    *,
    at: time | None = None,
    zone: str | None = None,
    first: date | None = None,
    **chosen: object,
) -> Change:
    """A change of a schedule: its hour, its zone, its first day, or one of its choices."""

    def change(now: Schedule) -> Schedule:
        choices = Choices.model_validate({**now.choices, **chosen})
        day = first or now.rule.first_day
        text = rule_text(choices.days, day)
        # Midnight is a time like any other.
        hour = now.rule.at if at is None else at
        rule = replace(now.rule, text=text, first_day=day, at=hour)
        late, body = late_by(choices.open_hours), choices.model_dump(mode="json")
        return replace(now, rule=rule, zone=zone or now.zone, late=late, choices=body)

    return change


def said(house: House, voice: Voice, schedule: Schedule) -> str:
    """A schedule in words."""
    choices = Choices.model_validate(schedule.choices)
    own = house.settings.of(schedule.guild, CheckInSettings)
    room = f"<#{choices.channel}>" if choices.channel else voice("checkins.no-channel")
    lines = (
        voice("checkins.said-where", channel=room),
        voice("checkins.said-when", at=f"{schedule.rule.at:%H:%M}", zone=schedule.zone),
        voice("checkins.said-days", days=days_said(voice, choices.days)),
        voice("checkins.said-deck", deck=deck_said(voice, own, choices.deck)),
        voice("checkins.open-hours", hours=choices.open_hours),
        voice("checkins.said-thread" if choices.thread else "checkins.said-no-thread"),
    )
    empty = not cards_of(house.content.prompts, own, choices.deck)
    return "\n".join((*lines, voice("checkins.deck-none")) if empty else lines)


def deck_said(voice: Voice, own: CheckInSettings, deck: str) -> str:
    """The name of a deck."""
    if deck in DECKS:
        return voice(f"checkins.deck-{deck}")
    found = next((each.name for each in own.decks if each.key == deck), None)
    return plain(found) if found is not None else voice("checkins.deck-is-gone")


def preview(house: House, voice: Voice, schedule: Schedule) -> str:
    """The next six, in the reader's own time."""
    slots = house.feature(Recurring).upcoming(schedule, PREVIEWED)
    if not slots:
        return voice("checkins.never")
    lines = [f"• <t:{int(slot.at.timestamp())}:F>" for slot in slots]
    head = "checkins.next" if schedule.state is Standing.ON else "checkins.next-if"
    return "\n".join((voice(head), *lines))


def days_said(voice: Voice, days: Days) -> str:
    """The days in words."""
    names = voice.several(voice(f"schedule.day-{day}") for day in days.weekdays)
    if days.every == "month" and days.monthday == LAST_DAY:
        return voice("checkins.days-last")
    values = {"days": names, "weeks": days.weeks, "day": days.monthday}
    return voice(f"checkins.days-{days.every}", **values)
