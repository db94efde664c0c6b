"""A session being planned: a panel of selects and short forms over a draft that is kept."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, ClassVar

import discord

from bot.errors import Refusal
from bot.ids import ChannelId, UserId
from bot.ui.answers import thinking
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.explain import OldButton
from bot.ui.gates import Right, has_right, member_of, require
from bot.ui.house import Voice, house_of, user_of
from bot.ui.routes import Pick, Route
from cogs.sessions.domain.plan import (
    SHOWN_AHEAD,
    Absent,
    Kind,
    Plan,
    Room,
    every_weeks,
    monthly_by_date,
    monthly_by_weekday,
)
from cogs.sessions.service.planning import Planning
from cogs.sessions.store.plans import Session
from cogs.sessions.ui.draft_forms import (
    MoreForm,
    RepeatForm,
    WhenForm,
    WordsForm,
    change,
    show_draft,
)
from cogs.sessions.ui.publishing import Discard, Publish
from cogs.sessions.ui.saying import both, names, purpose_of, repeat_of, stamp, title_of, where_of

HOST, COHOST = 0, 1
TYPED_REPEAT = "typed"
REPEATS = ("once", "1", "2", "weekday", "date", TYPED_REPEAT)
ALSO = (discord.ChannelType.voice,)


class NotAHost(Refusal):
    """Only facilitators can host."""

    key = "sessions.not-a-host"


class OpenWords(Route, address="sessions:write", label="sessions.words-button", ids=1):
    """Opens the words, as they are."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        plan = (await _draft(interaction, self.ids[0])).plan
        written = {"title": plan.title, "purpose": plan.purpose, "notes": plan.notes}
        await WordsForm(*self.ids).open(interaction, written)


class OpenWhen(Route, address="sessions:time", label="sessions.when-button", ids=1):
    """Opens the time, as it was typed."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        plan = (await _draft(interaction, self.ids[0])).plan
        written = {"start": plan.typed, "minutes": str(plan.minutes), "zone": plan.zone}
        await WhenForm(*self.ids).open(interaction, written)


class OpenMore(Route, address="sessions:room-for", label="sessions.more-button", ids=1):
    """Opens how many and how long."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        plan = (await _draft(interaction, self.ids[0])).plan
        written = {"capacity": str(plan.capacity or ""), "kept": str(plan.kept_hours)}
        await MoreForm(*self.ids).open(interaction, written)


class _OneWord(Pick):
    """One of a few words; a card of an earlier version may still offer another."""

    part: ClassVar[str]
    words_known: ClassVar[type[StrEnum]]

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        if values[0] not in list(self.words_known):
            raise OldButton
        said = {self.part: self.words_known(values[0])}
        await change(interaction, self.ids[0], lambda plan: plan.but(**said))


class ChooseKind(_OneWord, address="sessions:kind", label="sessions.choose-kind", ids=1):
    """What kind of meeting it is."""

    part, words_known = "kind", Kind


class ChooseRoom(_OneWord, address="sessions:place", label="sessions.choose-room", ids=1):
    """In the channel itself, or in a thread made for it."""

    part, words_known = "room", Room


class ChooseAbsent(_OneWord, address="sessions:absent", label="sessions.choose-absent", ids=1):
    """What happens if no host comes."""

    part, words_known = "absent", Absent


class Repeat(Pick, address="sessions:repeat", label="sessions.choose-repeat", ids=1):
    """How often it comes."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        if values[0] == TYPED_REPEAT:
            plan = (await _draft(interaction, self.ids[0])).plan
            await RepeatForm(*self.ids).open(interaction, {"rule": plan.repeat})
            return
        if values[0] not in REPEATS:
            raise OldButton
        await change(interaction, self.ids[0], lambda plan: plan.but(repeat=_rule(plan, values[0])))


class Channel(Pick, address="sessions:channel", label="sessions.choose-channel", ids=1):
    """The channel in which it is, or in which its thread is made."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        channel = ChannelId(int(values[0]))
        there = interaction.guild.get_channel(channel) if interaction.guild else None
        fields: dict[str, object] = {"channel": channel}
        if isinstance(there, discord.VoiceChannel):  # a voice channel cannot hold threads
            fields["room"] = Room.CHANNEL
        await change(interaction, self.ids[0], lambda plan: plan.but(**fields))


class ChooseHost(Pick, address="sessions:lead", label="sessions.choose-host", ids=1):
    """Who hosts."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await _host(interaction, self.ids[0], UserId(int(values[0])), HOST)


class ChooseCohost(Pick, address="sessions:second", label="sessions.choose-cohost", ids=1):
    """Who hosts with them."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await _host(interaction, self.ids[0], UserId(int(values[0])), COHOST)


def draft_card(
    voice: Voice, planning: Planning, draft: Session, faults: Sequence[str] = ()
) -> Card:
    """The draft as it is: what is said, the next dates, what is still missing."""
    plan, number = draft.plan, draft.id
    body = [f"▲ {fault}" for fault in faults]
    if plan.title:
        body.append(f"**{title_of(plan)}**\n{purpose_of(plan)}")
    body.append("\n".join(_facts(voice, draft)))
    body += _dates(voice, planning, draft)
    body += [voice(f"sessions.missing-{each}") for each in plan.missing]
    write: tuple[Control, ...] = (
        OpenWords.button(voice, number),
        OpenWhen.button(voice, number),
        OpenMore.button(voice, number),
    )
    end: tuple[Control, ...] = (Discard.button(voice, number),)
    if not plan.missing:
        key = "sessions.publish" if draft.edits is None else "sessions.apply"
        end = (Publish.button(voice, number, label=voice(key)), *end)
    rows: tuple[tuple[Control, ...], ...] = (write, *_selects(voice, draft), end)
    small = voice("sessions.draft-small")
    title = voice("sessions.draft-title" if draft.edits is None else "sessions.edit-title")
    return Card(title, tuple(filter(None, body)), rows, tone=Tone.STAFF, small=small)


def _facts(voice: Voice, draft: Session) -> list[str]:
    plan = draft.plan
    facts = [
        voice("sessions.fact-kind", kind=voice(f"sessions.kind-{plan.kind.value}")),
        voice("sessions.fact-length", minutes=plan.minutes),
        voice("sessions.fact-repeat", repeat=repeat_of(voice, plan)),
        voice("sessions.fact-host", hosts=names(draft.hosts)),
        voice("sessions.fact-capacity", count=plan.capacity or 0),
        voice(f"sessions.absent-{plan.absent.value}"),
    ]
    if plan.channel is not None:
        facts.append(voice("sessions.fact-where", where=where_of(voice, plan)))
    if plan.room is Room.THREAD:
        facts.append(voice("sessions.fact-kept", count=plan.kept_hours))
    if plan.notes:
        facts.append(voice("sessions.fact-notes", notes=plain(plan.notes)))
    return facts


def _dates(voice: Voice, planning: Planning, draft: Session) -> list[str]:
    """The start as a local time and as everybody's own, and the next six."""
    plan = draft.plan
    if plan.start is None:
        return []
    ahead = planning.ahead(draft, SHOWN_AHEAD)
    if not ahead:
        return [voice("sessions.never")]
    local = f"{plan.start:%Y-%m-%d %H:%M}"
    said = voice("sessions.local", local=local, zone=plan.zone, yours=both(ahead[0].at))
    if not plan.repeat:
        return [said]
    dates = voice.several(stamp(each.at) for each in ahead)
    return [said, voice("sessions.next-dates", dates=dates)]


def _selects(voice: Voice, draft: Session) -> list[tuple[Control, ...]]:
    number = draft.id
    kinds = [(each.value, voice(f"sessions.kind-{each.value}")) for each in Kind]
    rooms = [(each.value, voice(f"sessions.room-{each.value}")) for each in Room]
    absents = [(each.value, voice(f"sessions.absent-{each.value}")) for each in Absent]
    repeats = [(each, voice(f"sessions.repeat-as-{each}")) for each in REPEATS]
    selects: tuple[Control, ...] = (
        ChooseKind.words(voice, kinds, number),
        Channel.channels(voice, number, also=ALSO),
        ChooseRoom.words(voice, rooms, number),
        Repeat.words(voice, repeats, number),
        ChooseHost.people(voice, number),
        ChooseCohost.people(voice, number),
        ChooseAbsent.words(voice, absents, number),
    )
    return [(each,) for each in selects]


async def _host(
    interaction: discord.Interaction[Any], number: int, person: UserId, place: int
) -> None:
    guild = require(interaction, Right.FACILITATE)
    await thinking(interaction)
    house, user = house_of(interaction), user_of(interaction)
    member = await member_of(interaction, person)
    if member is None or not has_right(house, member, member.guild_permissions, Right.FACILITATE):
        raise NotAHost
    planning = house.feature(Planning)
    hosts = (await planning.draft(guild, number, user)).hosts or (user,)
    chosen = (person, *hosts[1:]) if place == HOST else (hosts[0], person)
    await show_draft(interaction, await planning.hosts(guild, number, user, chosen))


async def _draft(interaction: discord.Interaction[Any], number: int) -> Session:
    guild = require(interaction, Right.FACILITATE)
    return await house_of(interaction).feature(Planning).draft(guild, number, user_of(interaction))


def _rule(plan: Plan, chosen: str) -> str:
    """The repeat that was chosen, from the first day on."""
    first = plan.start.date() if plan.start else None
    if first is not None and chosen == "weekday":
        return monthly_by_weekday(first)
    if first is not None and chosen == "date":
        return monthly_by_date(first)
    return every_weeks(int(chosen)) if chosen.isdigit() else ""


ROUTES = (
    *(OpenWords, OpenWhen, OpenMore, ChooseKind, ChooseRoom, ChooseAbsent, Repeat),
    *(Channel, ChooseHost, ChooseCohost),
)
