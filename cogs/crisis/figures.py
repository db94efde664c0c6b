"""Figures about cases, for staff to learn from: never about one person, member or volunteer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from bot.ids import GuildId
from bot.services.case_desk import CaseDesk
from bot.storage.cases import LIVE, Case, CaseState
from bot.ui.cards import Card, Tone
from bot.ui.house import House, Voice
from bot.ui.tellers import Teller
from cogs.crisis.cards import named, standing

DAYS = 30  # cases are kept so long after their last change
WEEK = timedelta(days=7)
SHOWN = 15
FEW = 5  # cases; below, a median says more about one evening than about the community
# A rule that is wrong more often than this, in so many alerts, is proposed for a look.
WRONG_SHARE, WRONG_CASES = 0.3, 20


@dataclass(frozen=True, slots=True)
class Figures:
    """What can be said of a month. Times are None where too few cases stand behind them."""

    opened: int
    waiting: int
    false_alarms: int
    to_claim: timedelta | None
    wrong: tuple[tuple[str, int, int], ...]
    """Rules that misled often: id, false alarms, cases."""


def figures(cases: Sequence[Case]) -> Figures:
    """Count what staff can learn from."""
    waits = [
        (case.claimed_at - case.opened_at).total_seconds()
        for case in cases
        if case.claimed_at is not None
    ]
    ended = [case for case in cases if case.state not in LIVE]
    alarms, wrong = Counter[str](), Counter[str]()
    for case in ended:
        alarms.update(case.rules)
        if case.state is CaseState.FALSE_ALARM:
            wrong.update(case.rules)
    misled = (
        (rule, count, alarms[rule])
        for rule, count in wrong.most_common()
        if alarms[rule] >= WRONG_CASES and count / alarms[rule] > WRONG_SHARE
    )
    return Figures(
        opened=len(cases),
        waiting=sum(case.state is CaseState.OPEN for case in cases),
        false_alarms=sum(case.state is CaseState.FALSE_ALARM for case in ended),
        to_claim=timedelta(seconds=median(waits)) if len(waits) >= FEW else None,
        wrong=tuple(misled),
    )


def figures_card(voice: Voice, cases: Sequence[Case]) -> Card:
    """The month in words."""
    told = figures(cases)
    body = [
        voice("cases.stats-opened", count=told.opened, waiting=told.waiting),
        voice("cases.stats-false", count=told.false_alarms),
        voice("cases.stats-few")
        if told.to_claim is None
        else voice("cases.stats-claim", minutes=max(1, round(told.to_claim.total_seconds() / 60))),
    ]
    body += [
        voice("cases.stats-rule", rule=f"`{rule}`", wrong=wrong, count=count)
        for rule, wrong, count in told.wrong[:SHOWN]
    ]
    small = voice("cases.stats-small")
    return Card(voice("cases.stats-title"), ("\n".join(body),), tone=Tone.STAFF, small=small)


def week_of(house: House) -> Teller:
    """What the weekly digest says of cases; those that are kept from somebody stand nowhere."""

    async def told(guild: GuildId, voice: Voice) -> list[str]:
        cases = await house.feature(CaseDesk).in_public(guild, DAYS)
        begun = house.clock.now() - WEEK
        opened = sum(case.opened_at >= begun for case in cases)
        waiting = sum(case.state is CaseState.OPEN for case in cases)
        lines = [voice("cases.week-opened", count=opened)] if opened else []
        return [*lines, voice("cases.week-waiting", count=waiting)] if waiting else lines

    return told


def overview(_: House) -> Teller:
    """What `/setup features` says of help in danger, which is never off."""

    async def told(_guild: GuildId, voice: Voice) -> list[str]:
        return [voice("cases.feature-help")]

    return told


def history_card(voice: Voice, cases: Sequence[Case]) -> Card:
    """The cases that have ended, without a word about what or about whom."""
    ended = [case for case in cases if case.state not in LIVE]
    lines = [
        f"**{voice('cases.number', number=case.id)}** · "
        f"{voice(f'cases.level-{named(case.level)}')} · "
        f"<t:{int(case.opened_at.timestamp())}:d> · {standing(voice, case)}"
        for case in ended[:SHOWN]
    ]
    body = "\n".join(lines) or voice("cases.history-none")
    small = voice("cases.history-small")
    return Card(voice("cases.history-title"), (body,), tone=Tone.STAFF, small=small)
