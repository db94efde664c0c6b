"""What staff see: the card that says who needs a human, and the buttons under it."""

from typing import Any

import discord

from bot.ids import GuildId
from bot.keyring import Unopenable
from bot.safety.signal import Category, Level
from bot.sections import CommunitySettings
from bot.services.cases import Cases
from bot.services.courier import Parcel, Posted, Undeliverable, Unwanted
from bot.services.reach import Notice, Reach
from bot.storage.cases import LIVE, Case, CaseState
from bot.storage.outbox import State
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.courier import Drawer, Post
from bot.ui.gates import Right, require
from bot.ui.house import House, Voice, house_of, public_voice, user_of, voice_of
from bot.ui.lines import emergency
from bot.ui.notices import Notices
from bot.ui.routes import Pick, Route
from cogs.crisis.service import CONTACT

OUTCOMES = ("talked", "emergency", "helpline", "no-answer", "nothing-needed")
COMING = "cases:coming"


class Go(Route, address="cases:go", label="cases.go", ids=1):
    """I'll go: this moderator has the case."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        case = await house.feature(Cases).claim(guild, self.ids[0], user_of(interaction))
        await redraw(house, case)
        if case.kind == CONTACT:
            notice = Notice(guild, case.person, COMING, {"case": case.id})
            await house.feature(Reach).tell(notice, house.feature(Notices).numbers)
        country = house.content.helplines.country(
            house.settings.of(guild, CommunitySettings).country
        )
        urgent = emergency(voice, country) if country else voice("helpnow.no-country")
        body = (voice("cases.yours-body"), voice("cases.yours-how"), urgent)
        row: tuple[Control, ...] = (Outcome.words(voice, _outcomes(voice), case.id),)
        second: tuple[Control, ...] = (HandBack.button(voice, case.id),)
        await turn(
            interaction,
            Card(
                voice("cases.yours-title", number=case.id),
                body,
                (row, second),
                tone=Tone.STAFF,
                small=voice("cases.thanks"),
            ),
        )


class HandBack(Route, address="cases:back", label="cases.back", ids=1):
    """I can't take this one: no reason is asked, and the case is open again."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        case = await house.feature(Cases).hand_back(guild, self.ids[0], user_of(interaction))
        await redraw(house, case)
        await turn(
            interaction,
            Card(voice("cases.handed-back"), (voice("cases.handed-back-body"),), tone=Tone.STAFF),
        )


class Look(Route, address="cases:look", label="cases.look", ids=1):
    """Opens everything that is kept of a case; that it was opened is kept too."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.MODERATE)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        cases = house.feature(Cases)
        case = await cases.look_into(guild, self.ids[0], user_of(interaction))
        steps = await cases.steps(case.id)
        life = "\n".join(
            f"<t:{int(at.timestamp())}:t> {voice(f'cases.step-{_id(step)}')}"
            for at, step in steps[-12:]
        )
        words = (
            voice("cases.excerpt", words=_quoted(case.excerpt))
            if case.excerpt
            else voice("cases.no-words")
        )
        rules = voice("cases.rules", rules=", ".join(f"`{rule}`" for rule in case.rules[:8]) or "—")
        row: tuple[Control, ...] = ()
        if case.state in LIVE:
            row = (Outcome.words(voice, _outcomes(voice), case.id),)
        body = (*facts(voice, case), words, rules, life)
        title = voice("cases.look-title", number=case.id)
        await answer(
            interaction, Card(title, body, (row,), tone=Tone.STAFF, small=voice("cases.look-small"))
        )


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
    house, voice = house_of(interaction), voice_of(interaction)
    case = await house.feature(Cases).resolve(guild, number, user_of(interaction), outcome)
    await redraw(house, case)
    key = "cases.ended-false" if outcome == "false_alarm" else "cases.ended-body"
    title = voice("cases.ended-title", number=case.id)
    await turn(interaction, Card(title, (voice(key), voice("cases.after")), tone=Tone.STAFF))


def case_card(voice: Voice, case: Case, ping: str = "") -> Card:
    """The card in the staff channel: level, what about, who, where, what the bot did, who goes."""
    open_, ours = case.state is CaseState.OPEN, case.state in LIVE
    buttons: list[Control] = [Go.button(voice, case.id)] if open_ else []
    buttons += [Look.button(voice, case.id)]
    buttons += [HandBack.button(voice, case.id)] if ours and not open_ else []
    buttons += [FalseAlarm.button(voice, case.id)] if ours else []
    tone = Tone.STAFF
    if open_:
        tone = Tone.URGENT if case.level == Level.IMMINENT else Tone.WARM
    title = voice("cases.title", number=case.id, level=voice(f"cases.level-{_id(case.level)}"))
    body = (*facts(voice, case), standing(voice, case))
    small = voice("cases.small") if open_ else ""
    return Card(
        title, (*((ping,) if ping else ()), *body), (tuple(buttons),), tone=tone, small=small
    )


def facts(voice: Voice, case: Case) -> tuple[str, ...]:
    """Who, what about, where, and what the bot did for them."""
    about = voice(f"cases.about-{_id(case.category)}")
    where = voice("cases.no-place")
    if case.place is not None:
        address = (
            f"https://discord.com/channels/{case.guild}/{case.place.channel}/{case.place.message}"
        )
        where = voice("cases.place", address=address, channel=f"<#{case.place.channel}>")
    when = f"<t:{int(case.opened_at.timestamp())}:R>"
    kind = voice(f"cases.kind-{_id(case.kind)}", who=f"<@{case.person}>")
    lines = (
        f"{kind} {when}",
        voice("cases.about", about=about),
        where,
        voice(f"cases.did-{_id(case.reached)}"),
    )
    return ("\n".join(lines),)


def standing(voice: Voice, case: Case) -> str:
    """Where the case stands, in words."""
    if case.state is CaseState.OPEN:
        return voice("cases.nobody-yet")
    owner = f"<@{case.owner}>" if case.owner else "—"
    if case.state is CaseState.CLAIMED:
        return voice("cases.goes", owner=owner)
    if case.state is CaseState.FALSE_ALARM:
        return voice("cases.was-false", owner=owner)
    return voice("cases.was-resolved", owner=owner, outcome=voice(f"cases.outcome-{case.outcome}"))


def draw_alert(house: House) -> Drawer:
    """Who draws the card of a case at the moment of sending."""

    async def draw(parcel: Parcel) -> Post:
        chosen = house.settings.of(parcel.guild, CommunitySettings)
        if chosen.staff_channel is None:
            raise Undeliverable("no_staff_channel")
        try:
            case = await house.feature(Cases).get(parcel.guild, parcel.ids["case"])
        except Unopenable:
            raise Undeliverable("unopenable") from None
        if case.state not in LIVE and case.ended_at is None:
            raise Unwanted
        role = chosen.moderator_role
        ping = f"<@&{role}>" if role and case.state is CaseState.OPEN else ""
        pings = (discord.Object(role),) if role and ping else ()
        card = case_card(public_voice(house, parcel.guild), case, ping)
        return Post(chosen.staff_channel, card, pings=pings)

    return draw


async def redraw(house: House, case: Case) -> None:
    """Bring every card of a case up to date, wherever it was posted."""
    for entry in await house.feature(Cases).alerts(case.id):
        if entry.state is State.SENT and entry.channel and entry.message:
            parcel = Parcel(entry.key, entry.kind, entry.guild, entry.ids)
            await house.courier.redraw(parcel, Posted(entry.channel, entry.message))


def coming_card(voice: Voice, _ids: object) -> Card:
    """To the person who asked for a human: somebody has seen it."""
    return Card(voice("cases.coming-title"), (voice("cases.coming-body"),), tone=Tone.CARE)


def list_card(voice: Voice, cases: list[Case]) -> Card:
    """The live cases, for `/cases list`: who has which, without a word about what."""
    if not cases:
        return Card(voice("cases.none-title"), (voice("cases.none-body"),), tone=Tone.STAFF)
    lines = [
        f"**{voice('cases.number', number=case.id)}** · "
        f"{voice(f'cases.level-{_id(case.level)}')} · "
        f"<t:{int(case.opened_at.timestamp())}:R> · {standing(voice, case)}"
        for case in cases[:20]
    ]
    rows: list[tuple[Control, ...]] = [
        tuple(
            Look.button(voice, case.id, label=voice("cases.number", number=case.id))
            for case in cases[:5]
        )
    ]
    return Card(voice("cases.list-title"), ("\n".join(lines),), tuple(rows), tone=Tone.STAFF)


def degraded_card(voice: Voice, person: int, address: str, level: Level) -> Card:
    """What staff get when the database keeps nothing: who, where, and that nothing was kept."""
    body = (
        voice("cases.degraded-who", who=f"<@{person}>", address=address),
        voice("cases.degraded-body"),
    )
    title = voice("cases.degraded-title", level=voice(f"cases.level-{_id(level)}"))
    return Card(title, body, tone=Tone.URGENT)


def _outcomes(voice: Voice) -> list[tuple[str, str]]:
    return [(each, voice(f"cases.outcome-{each}")) for each in OUTCOMES]


def _quoted(text: str) -> str:
    return plain(text).replace("\n", " ").replace("||", "")


def _id(name: str | Level | Category) -> str:
    return str(name).replace("_", "-")


ROUTES = (Go, HandBack, Look, FalseAlarm, Outcome)
