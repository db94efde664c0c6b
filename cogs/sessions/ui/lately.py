"""Sessions that ended lately, for hosts: how the last meeting was for people, as far as is told."""

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

import discord

from bot.ui.answers import thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.gates import Right, require
from bot.ui.house import Voice, house_of, voice_of
from bot.ui.routes import Pick
from cogs.sessions.domain.feedback import told
from cogs.sessions.domain.steps import Step, due
from cogs.sessions.service.planning import Planning
from cogs.sessions.store.meeting import Meeting
from cogs.sessions.store.plans import Session
from cogs.sessions.ui.saying import stamp, title_of, told_words


class Lately(Pick, address="sessions:lately", label="sessions.over-lately"):
    """One that ended lately."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        planning = house_of(interaction).feature(Planning)
        session, meeting = await planning.looked_back(guild, int(values[0]))
        await turn(interaction, _over_card(voice_of(interaction), session, meeting))


def lately_row(voice: Voice, over: Sequence[tuple[Session, Meeting]]) -> tuple[Control, ...]:
    """A select of what ended lately; nothing where nothing did."""
    options = [(str(each.id), f"{_day(each, last)} · {each.plan.title}") for each, last in over]
    return (Lately.words(voice, options),) if options else ()


def felt_line(voice: Voice, felt: Sequence[int]) -> str:
    """What people tapped after the latest meeting; small numbers are told together."""
    counts = told(felt)
    if counts is None:
        return voice("sessions.felt-few")
    said = told_words(lambda each: voice(f"sessions.felt-{each}"), counts)
    return voice("sessions.felt-told", counts=said)


def _over_card(voice: Voice, session: Session, meeting: Meeting) -> Card:
    """How it was, once nobody can tap any more: a count that grows tells what the last one was."""
    if meeting.step is Step.DONE:
        felt = felt_line(voice, meeting.tally)
    else:
        felt = voice("sessions.felt-later", when=stamp(due(Step.REMOVE, meeting.times), "R"))
    body = (voice("sessions.was-on", when=stamp(meeting.times.starts)), felt)
    return Card(title_of(session.plan), body, tone=Tone.STAFF)


def _day(session: Session, meeting: Meeting) -> str:
    return f"{meeting.times.starts.astimezone(ZoneInfo(session.plan.zone)):%Y-%m-%d}"


ROUTES = (Lately,)
