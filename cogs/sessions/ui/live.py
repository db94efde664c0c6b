"""In the room, for whoever is there: the way in with one tap to agree, turns, feedback."""

from collections.abc import Callable
from typing import Any

import discord

from bot.ids import ChannelId, GuildId
from bot.services.courier import Unclear, Undeliverable
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.house import House, Voice, house_of, user_of, voice_of
from bot.ui.routes import Route
from cogs.sessions.domain.plan import Room
from cogs.sessions.domain.seats import Seat, Standing
from cogs.sessions.service.agenda import Agenda
from cogs.sessions.service.coming import Coming, View
from cogs.sessions.service.noticing import Noticing
from cogs.sessions.service.ports import RoomShut
from cogs.sessions.service.running import Running, circle
from cogs.sessions.store.meeting import Meeting, MeetingState
from cogs.sessions.ui.panel import ForTheHost
from cogs.sessions.ui.saying import purpose_of, stamp, title_of, turns_of
from cogs.sessions.ui.shared import RoomsAtDiscord, beat, check_welcome, community

REMINDED = 5  # guidelines told at the door
TOLD_ABOVE = "confidentiality"  # in words of its own


class ComeIn(Route, address="sessions:enter", label="sessions.come-in", ids=1):
    """Shows what is agreed before somebody comes in."""

    style = discord.ButtonStyle.success

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = community(interaction)
        await thinking(interaction)
        view = await house_of(interaction).feature(Coming).at(self.ids[0], guild)
        check_welcome(interaction, view.session.plan)
        await answer(interaction, door_card(house_of(interaction), voice_of(interaction), view))


class Agree(Route, address="sessions:agree", label="sessions.agree", ids=1):
    """One tap to agree, and in."""

    style = discord.ButtonStyle.success

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = community(interaction)
        await thinking(interaction)
        house, user = house_of(interaction), user_of(interaction)
        view = await house.feature(Coming).at(self.ids[0], guild)
        check_welcome(interaction, view.session.plan)
        view = await house.feature(Running).enter(self.ids[0], guild, user)
        meeting, voice = view.meeting, voice_of(interaction)
        if meeting is None:
            return
        room = await _let_in(interaction, guild, meeting)
        body = (voice("sessions.inside", room=f"<#{room}>"),)
        await turn(interaction, Card(title_of(view.session.plan), body, tone=Tone.WARM))
        await beat(interaction)


class Raise(Route, address="sessions:raise", label="sessions.raise", ids=1):
    """I would like to say something."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _turn_taken(interaction, self.ids[0], Running.raise_hand)


class Pass(Route, address="sessions:pass", label="sessions.pass", ids=1):
    """Not now, or: I am done."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _turn_taken(interaction, self.ids[0], Running.pass_on)


class Leave(Route, address="sessions:leave", label="sessions.leave", ids=1):
    """I am going; no reason is asked."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = community(interaction)
        await thinking(interaction)
        house, voice = house_of(interaction), voice_of(interaction)
        await house.feature(Running).leave(self.ids[0], guild, user_of(interaction))
        await answer(interaction, Card("", (voice("sessions.left"),), tone=Tone.WARM))
        await beat(interaction)


class Felt(Route, address="sessions:felt", label="sessions.felt-0", ids=2):
    """One tap of feedback, linked to nobody."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = community(interaction)
        await thinking(interaction)
        running, user = house_of(interaction).feature(Running), user_of(interaction)
        counted = await running.felt(self.ids[0], guild, user, self.ids[1])
        voice = voice_of(interaction)
        key = "sessions.felt-thanks" if counted else "sessions.felt-before"
        await answer(interaction, Card("", (voice(key),), tone=Tone.WARM))


class Ease(Route, address="sessions:ease", label="sessions.ease-0", ids=3):
    """One word on how it is right now, linked to nobody."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = community(interaction)
        await thinking(interaction)
        number, check, feeling = self.ids
        agenda, user = house_of(interaction).feature(Agenda), user_of(interaction)
        became = await agenda.ease(number, guild, user, check, feeling)
        voice = voice_of(interaction)
        await answer(interaction, Card("", (voice(f"sessions.eased-{became}"),), tone=Tone.WARM))


def door_card(house: House, voice: Voice, view: View) -> Card:
    """What is agreed in this room; one tap says yes, and closing the card says no."""
    guidelines = house.content.near(voice.locale).guidelines
    fitting = (each for each in guidelines.fitting("sessions") if each.id != TOLD_ABOVE)
    lines = [f"• {each.reminder}" for each in fitting]
    body = (
        purpose_of(view.session.plan),
        voice("sessions.confidential"),
        "\n".join(lines[:REMINDED]),
        voice("sessions.agree-body"),
    )
    number = view.meeting.id if view.meeting else 0
    row: tuple[Control, ...] = (Agree.button(voice, number),)
    return Card(title_of(view.session.plan), body, (row,), tone=Tone.CARE)


def room_card(voice: Voice, view: View) -> Card:
    """The card in the room: opening words, whose turn it is, who is next."""
    meeting, plan = view.meeting, view.session.plan
    if meeting is None or meeting.state is not MeetingState.OPEN:
        return Card(title_of(plan), (voice("sessions.room-over"),), tone=Tone.CALM)
    number, body = meeting.id, [voice("sessions.opening"), purpose_of(plan)]
    body += [voice("sessions.confidential"), turns_of(voice, view)]
    ends = meeting.going.timer_ends
    body += [voice("sessions.timer-runs", end=stamp(ends, "R"))] if ends is not None else []
    body.append(voice("sessions.until", end=stamp(meeting.times.ends, "t")))
    hands: tuple[Control, ...] = (
        Raise.button(voice, number),
        Pass.button(voice, number),
        Leave.button(voice, number),
    )
    others: tuple[Control, ...] = (ForTheHost.button(voice, number),)
    if plan.room is Room.CHANNEL:
        others = (ComeIn.button(voice, number), *others)
    small = voice("sessions.room-small")
    return Card(title_of(plan), tuple(body), (hands, others), tone=Tone.WARM, small=small)


def feeling_buttons(voice: Voice, number: int) -> tuple[Control, ...]:
    """The three taps of feedback."""
    labels = (voice("sessions.felt-0"), voice("sessions.felt-1"), voice("sessions.felt-2"))
    return tuple(
        Felt.button(voice, number, place, label=label) for place, label in enumerate(labels)
    )


def ease_buttons(voice: Voice, number: int, check: int) -> tuple[Control, ...]:
    """The three words of a check how people are."""
    labels = (voice("sessions.ease-0"), voice("sessions.ease-1"), voice("sessions.ease-2"))
    return tuple(
        Ease.button(voice, number, check, place, label=label) for place, label in enumerate(labels)
    )


async def _let_in(
    interaction: discord.Interaction[Any], guild: GuildId, meeting: Meeting
) -> ChannelId:
    """Into the room; one that was deleted while nobody listened is made again first."""
    house, user = house_of(interaction), user_of(interaction)
    try:
        if meeting.room is not None:
            await house.feature(RoomsAtDiscord).rooms.admit(meeting.room, user)
            return meeting.room
    except Unclear:
        raise RoomShut from None
    except Undeliverable as problem:
        if problem.reason != "gone":
            raise RoomShut from None
        await house.feature(Noticing).room_gone(guild, meeting.room or ChannelId(0))
    await beat(interaction)
    there = (await house.feature(Coming).at(meeting.id, guild)).meeting
    if there is None or there.room in (None, meeting.room):
        raise RoomShut
    return there.room


async def _turn_taken(
    interaction: discord.Interaction[Any], number: int, act: Callable[..., Any]
) -> None:
    guild = community(interaction)
    await thinking(interaction)
    running = house_of(interaction).feature(Running)
    view, seat = await act(running, number, guild, user_of(interaction))
    await answer(interaction, Card("", (_hand(voice_of(interaction), view, seat),)))
    await beat(interaction)


def _hand(voice: Voice, view: View, seat: Seat) -> str:
    round_now = circle(view)
    if round_now.hands[seat.id].listens and seat.standing is Standing.IN:
        return voice("sessions.hand-listens")
    if round_now.speaker == seat.id:
        return voice("sessions.hand-speaks")
    order = round_now.order()
    if seat.id in order:
        return voice("sessions.hand-up", place=order.index(seat.id) + 1)
    return voice("sessions.hand-down")


ROUTES = (ComeIn, Agree, Raise, Pass, Leave, Felt, Ease)
