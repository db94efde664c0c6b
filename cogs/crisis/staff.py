"""What staff see: the card that says who needs a human, and the buttons under it."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.errors import Refusal
from bot.ids import GuildId, UserId
from bot.sections import CommunitySettings
from bot.services.case_desk import CaseDesk
from bot.services.case_rules import is_quiet
from bot.services.cases import Cases
from bot.services.courier import Parcel, Posted
from bot.services.heartbeat import Heartbeat
from bot.services.reach import Notice, Reach
from bot.storage.cases import LIVE, Case, CaseState
from bot.storage.outbox import Entry, State
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.gates import Right, has_right, member_of, require
from bot.ui.house import House, Voice, house_of, user_of, voice_of
from bot.ui.lines import emergency
from bot.ui.notices import Notices
from bot.ui.routes import Pick, Route
from cogs.crisis.after import ended_card
from cogs.crisis.cards import facts, named, of_report, standing
from cogs.crisis.limits import limits_of
from cogs.crisis.service import CONTACT, REACH_OUT

OUTCOMES = ("talked", "emergency", "helpline", "no-answer", "nothing-needed")
COMING = "cases:coming"


class NotStaff(Refusal):
    """Only staff can be given a case."""

    key = "refusal.not-staff"


class Go(Route, address="cases:go", label="cases.go", ids=1):
    """I'll go: this moderator has the case."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house = house_of(interaction)
        case = await house.feature(Cases).claim(guild, self.ids[0], user_of(interaction))
        await somebody_goes(house, case)
        if case.kind in (CONTACT, REACH_OUT):
            notice = Notice(guild, case.person, COMING, {"case": case.id})
            await house.feature(Reach).tell(notice, house.feature(Notices).numbers)
        limits = await limits_of(house, voice_of(interaction), case)
        await turn(interaction, yours_card(house, voice_of(interaction), case, limits))


class StepDown(Route, address="cases:back", label="cases.back", ids=1):
    """I can't take this one: no reason is asked; if it was theirs, the case is open again."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        cases, me = house.feature(Cases), user_of(interaction)
        mine = (await house.feature(CaseDesk).get(guild, self.ids[0], me)).owner == me
        if mine:
            await redraw(house, await cases.hand_back(guild, self.ids[0], me))
            await house.feature(Heartbeat).beat()
        else:
            await cases.decline(guild, self.ids[0], me)
        key = "cases.handed-back-body" if mine else "cases.declined-body"
        await turn(interaction, Card(voice("cases.handed-back"), (voice(key),), tone=Tone.STAFF))


class Join(Route, address="cases:join", label="cases.join", ids=1):
    """I'll come along: two are better than one."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        case = await house.feature(Cases).join(guild, self.ids[0], user_of(interaction))
        await redraw(house, case)
        body = (standing(voice, case), voice("cases.joined-body"))
        title = voice("cases.joined-title", number=case.id)
        await turn(interaction, Card(title, body, tone=Tone.STAFF, small=voice("cases.thanks")))


class CallMore(Route, address="cases:more", label="cases.more", ids=1):
    """More people are asked at once."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        case = await house.feature(Cases).call_more(guild, self.ids[0], user_of(interaction))
        await house.feature(Heartbeat).beat()
        body = (voice("cases.more-body"), voice("cases.more-urgent"))
        title = voice("cases.more-title", number=case.id)
        await turn(interaction, Card(title, body, tone=Tone.STAFF))


class HandOver(Pick, address="cases:over", label="cases.over", ids=1):
    """Gives the case to somebody else of the staff."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        to = await member_of(interaction, int(values[0]))
        if to is None or to.bot or not _may_go(house, to):
            raise NotStaff
        cases, me = house.feature(Cases), user_of(interaction)
        case = await cases.hand_over(guild, self.ids[0], me, UserId(int(values[0])))
        await redraw(house, case)
        body = (standing(voice, case), voice("cases.over-body"))
        title = voice("cases.over-title", number=case.id)
        await turn(interaction, Card(title, body, tone=Tone.STAFF, small=voice("cases.after")))


class Look(Route, address="cases:look", label="cases.look", ids=1):
    """Opens everything that is kept of a case; that it was opened is kept too."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        desk = house.feature(CaseDesk)
        case = await desk.look_into(guild, self.ids[0], user_of(interaction))
        steps = await desk.steps(case)
        life = "\n".join(
            f"<t:{int(at.timestamp())}:t> {voice(f'cases.step-{named(step)}')}"
            for at, step in steps[-12:]
        )
        words = (
            voice("cases.excerpt", words=_quoted(case.excerpt))
            if case.excerpt
            else voice("cases.no-words")
        )
        rules = voice("cases.rules", rules=", ".join(f"`{rule}`" for rule in case.rules[:8]) or "—")
        told = await _told(interaction, case)
        row: tuple[Control, ...] = ()
        if case.state in LIVE:
            row = (Outcome.words(voice, _outcomes(voice), case.id),)
        body = (*facts(voice, case), *_kept_from(interaction, case), *told, words, rules, life)
        title = voice("cases.look-title", number=case.id)
        await answer(
            interaction, Card(title, body, (row,), tone=Tone.STAFF, small=voice("cases.look-small"))
        )


async def _told(interaction: discord.Interaction[Any], case: Case) -> tuple[str, ...]:
    """What somebody told of the person: to whoever goes, who it was and what they wrote."""
    notes = await house_of(interaction).feature(CaseDesk).notes(case)
    voice = voice_of(interaction)
    if notes and case.owner != user_of(interaction):
        return (voice("cases.told-hidden"),)
    lines: list[str] = []
    for note in notes[-3:]:
        who = f"<@{note.author}>" if note.author else voice("cases.told-nameless")
        when = f"<t:{int(note.at.timestamp())}:R>"
        if note.words:
            words = _quoted(note.words)
            lines.append(voice("cases.told-by", who=who, when=when, words=words))
        else:
            lines.append(voice("cases.told-wordless", who=who, when=when))
    return tuple(lines)


def _kept_from(interaction: discord.Interaction[Any], case: Case) -> tuple[str, ...]:
    """To whoever goes, and to nobody else: with whom not to speak of it."""
    if not is_quiet(case) or case.owner != user_of(interaction):
        return ()
    voice = voice_of(interaction)
    whom = voice.several(f"<@{each}>" for each in sorted(case.hidden))
    return (voice("cases.kept-from", whom=whom),)


class FalseAlarm(Route, address="cases:false", label="cases.false-alarm", ids=1):
    """The words meant something else."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        await end(interaction, guild, self.ids[0], "false_alarm")


class Outcome(Pick, address="cases:end", label="cases.outcome", ids=1):
    """How a case ended."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        outcome = values[0] if values[0] in OUTCOMES else OUTCOMES[-1]
        await end(interaction, guild, self.ids[0], outcome)


async def end(
    interaction: discord.Interaction[Any], guild: GuildId, number: int, outcome: str
) -> None:
    """End a case, bring its card up to date, and look after whoever went."""
    house = house_of(interaction)
    case = await house.feature(Cases).resolve(guild, number, user_of(interaction), outcome)
    await somebody_goes(house, case)
    await turn(interaction, ended_card(voice_of(interaction), case))


def buttons_of(voice: Voice, case: Case) -> tuple[Control, ...]:
    """What can be done with a case, at most five: Discord's width."""
    if case.state not in LIVE:
        return (Look.button(voice, case.id),)
    first = Go if case.state is CaseState.OPEN else Join
    return tuple(
        each.button(voice, case.id) for each in (first, Look, StepDown, CallMore, FalseAlarm)
    )


def look_row(voice: Voice, cases: Sequence[Case]) -> tuple[Control, ...]:
    """A button for each of the first five cases."""
    return tuple(
        Look.button(voice, case.id, label=voice("cases.number", number=case.id))
        for case in cases[:5]
    )


def yours_card(house: House, voice: Voice, case: Case, limits: tuple[str, ...] = ()) -> Card:
    """To whoever goes: thanks, how, the number for the worst, and every way out."""
    chosen = house.settings.of(case.guild, CommunitySettings)
    country = house.content.helplines.country(chosen.country)
    urgent = emergency(house, voice, country)
    how = "cases.yours-how-report" if of_report(case) else "cases.yours-how"
    if case.person in case.hidden:
        how = "cases.yours-report-staff" if of_report(case) else "cases.yours-about-staff"
    how = how if case.person or of_report(case) else "cases.yours-share"
    rows: tuple[tuple[Control, ...], ...] = (
        (Outcome.words(voice, _outcomes(voice), case.id),),
        (HandOver.people(voice, case.id),),
        (StepDown.button(voice, case.id), CallMore.button(voice, case.id)),
    )
    return Card(
        voice("cases.yours-title", number=case.id),
        (voice("cases.yours-body"), voice(how), *(() if of_report(case) else (urgent,)), *limits),
        rows,
        tone=Tone.STAFF,
        small=voice("cases.thanks"),
    )


def _may_go(house: House, member: discord.Member) -> bool:
    return has_right(house, member, member.guild_permissions, Right.MODERATE)


async def redraw(house: House, case: Case) -> None:
    """Bring every card of a case up to date, wherever it was posted."""
    if is_quiet(case):
        await take_back(house, case)
        return
    for entry in await house.feature(CaseDesk).alerts(case):
        if entry.state is State.SENT and entry.channel and entry.message:
            parcel = Parcel(entry.key, entry.kind, entry.guild, entry.ids)
            await house.courier.redraw(parcel, Posted(entry.channel, entry.message))


async def somebody_goes(house: House, case: Case) -> None:
    """As `redraw`; the calls for somebody to go are no longer true and are taken back."""
    await redraw(house, case)
    await _withdraw(house, await house.feature(CaseDesk).calls(case))


async def take_back(house: House, case: Case) -> None:
    """Nothing of a case may stand in a channel any more."""
    desk = house.feature(CaseDesk)
    posts = [*await desk.alerts(case), *await desk.calls(case), *await desk.follow_ups(case)]
    await _withdraw(house, posts)


async def _withdraw(house: House, posts: Sequence[Entry]) -> None:
    for entry in posts:
        if entry.state is State.SENT and entry.channel and entry.message:
            await house.courier.withdraw(Posted(entry.channel, entry.message))


def _outcomes(voice: Voice) -> list[tuple[str, str]]:
    return [(each, voice(f"cases.outcome-{each}")) for each in OUTCOMES]


def _quoted(text: str) -> str:
    return plain(text).replace("\n", " ").replace("||", "")


ROUTES = (Go, StepDown, Join, CallMore, HandOver, Look, FalseAlarm, Outcome)
