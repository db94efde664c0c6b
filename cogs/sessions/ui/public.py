"""What everybody sees: the card of a session, its buttons, the board of what is coming."""

from collections.abc import Mapping, Sequence
from typing import Any

import discord

from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.house import Voice, guild_of, house_of, user_of, voice_of
from bot.ui.routes import Pick, Route
from cogs.sessions.domain.seats import Answer, Seat, Standing
from cogs.sessions.service.coming import Coming, View
from cogs.sessions.store.meeting import MeetingState
from cogs.sessions.store.plans import SessionState
from cogs.sessions.ui.calendars import ToCalendar
from cogs.sessions.ui.live import ComeIn, feeling_buttons
from cogs.sessions.ui.proposing import Propose
from cogs.sessions.ui.saying import (
    both,
    line_of,
    names,
    own_answer,
    places_of,
    purpose_of,
    repeat_of,
    stamp,
    title_of,
    where_of,
)
from cogs.sessions.ui.shared import beat, check_welcome, community, hosts_here

LISTED = 10


class IllCome(Route, address="sessions:come", label="sessions.come", ids=1):
    """I'll come."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _say(interaction, self.ids[0], Answer.COMING)


class Listen(Route, address="sessions:listen", label="sessions.listen", ids=1):
    """I'll come and only listen."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _say(interaction, self.ids[0], Answer.LISTENING)


class LeaveEarly(Route, address="sessions:early", label="sessions.early", ids=1):
    """I'll come and may leave early."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _say(interaction, self.ids[0], Answer.EARLY)


class Cannot(Route, address="sessions:cannot", label="sessions.cannot", ids=1):
    """I can't; no reason is asked."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        coming = house_of(interaction).feature(Coming)
        view = await coming.cannot(self.ids[0], guild_of(interaction), user_of(interaction))
        voice = voice_of(interaction)
        title = title_of(view.session.plan)
        await turn(interaction, Card(title, (voice("sessions.cannot-body"),), tone=Tone.WARM))
        await beat(interaction)


class Wish(Route, address="sessions:wish", label="sessions.remind-yes", ids=3):
    """What hosts may see (0) and reminders (1), on or off."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await thinking(interaction)
        number, which, wanted = self.ids
        wish = {("seen", "remind")[which % 2]: bool(wanted)}
        coming, guild = house_of(interaction).feature(Coming), guild_of(interaction)
        view, seat = await coming.wish(number, guild, user_of(interaction), **wish)
        await turn(interaction, seat_card(voice_of(interaction), view, seat))


class WhatIsComing(Route, address="sessions:coming", label="sessions.coming"):
    """The list, for whoever pressed."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await show_coming(interaction)


class Look(Pick, address="sessions:look", label="sessions.look"):
    """One of the list."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await thinking(interaction)
        guild, coming = community(interaction), house_of(interaction).feature(Coming)
        view = await coming.at(int(values[0]), guild)
        check_welcome(interaction, view.session.plan)
        mine = await coming.mine(guild, user_of(interaction))
        seat = mine.get(int(values[0]))
        card = session_card(voice_of(interaction), view, own=seat)
        await turn(interaction, card)


def session_card(voice: Voice, view: View, own: Seat | None = None) -> Card:
    """A session as everybody sees it; with `own`, for one person alone."""
    session, meeting = view.session, view.meeting
    plan = session.plan
    later: tuple[Control, ...] = (ToCalendar.button(voice, session.id),)
    if meeting is None or session.state is not SessionState.LIVE:
        cancelled = session.state is SessionState.CANCELLED
        body = (voice("sessions.cancelled" if cancelled else "sessions.ended"),)
        return Card(title_of(plan), body, (later,) if cancelled else (), tone=Tone.CALM)
    body, facts = (
        [purpose_of(plan)],
        [
            voice("sessions.fact-when", when=both(meeting.times.starts), minutes=plan.minutes),
            voice("sessions.fact-repeat", repeat=repeat_of(voice, plan)),
            voice("sessions.fact-where", where=where_of(voice, plan)),
            voice("sessions.fact-kind", kind=voice(f"sessions.kind-{plan.kind.value}")),
            voice("sessions.fact-host", hosts=names(view.leads)),
            voice("sessions.fact-places", places=places_of(voice, view)),
        ],
    )
    if plan.notes:
        facts.append(voice("sessions.fact-notes", notes=plain(plan.notes)))
    body.append("\n".join(facts))
    if own is not None:
        body.append(own_answer(voice, own))
    number = meeting.id
    answers: tuple[Control, ...] = (
        IllCome.button(voice, number),
        Listen.button(voice, number),
        LeaveEarly.button(voice, number),
        Cannot.button(voice, number),
    )
    if meeting.state is MeetingState.OPEN:
        body.append(voice("sessions.open-body"))
        later = (ComeIn.button(voice, number), *later)
    small = voice("sessions.card-small")
    return Card(title_of(plan), tuple(body), (answers, later), tone=Tone.WARM, small=small)


def seat_card(voice: Voice, view: View, seat: Seat) -> Card:
    """What somebody just said, and what they may choose; for them alone."""
    number = seat.meeting
    said = own_answer(voice, seat)
    body = [said[:1].upper() + said[1:]]
    if view.meeting is not None:
        body.append(both(view.meeting.times.starts))
    if seat.standing is Standing.WAITING:
        body.append(voice("sessions.waiting-body"))
    body.append(voice(f"sessions.seen-{'yes' if seat.seen else 'no'}-body"))
    body.append(voice(f"sessions.remind-{'yes' if seat.remind else 'no'}-body"))
    see, tell = "sessions.seen-stop", "sessions.remind-stop"
    wishes: tuple[Control, ...] = (
        Wish.button(
            voice,
            number,
            0,
            int(not seat.seen),
            label=voice(see if seat.seen else "sessions.seen-yes"),
        ),
        Wish.button(
            voice,
            number,
            1,
            int(not seat.remind),
            label=voice(tell if seat.remind else "sessions.remind-yes"),
        ),
    )
    rows: tuple[tuple[Control, ...], ...] = (
        wishes,
        (ToCalendar.button(voice, view.session.id), Cannot.button(voice, number)),
    )
    return Card(title_of(view.session.plan), tuple(body), rows, tone=Tone.WARM)


def board_card(voice: Voice, views: Sequence[View]) -> Card:
    """What is coming, for everybody; edited in place."""
    body = "\n".join(line_of(voice, view) for view in views[:LISTED])
    rows: tuple[tuple[Control, ...], ...] = ((WhatIsComing.button(voice),),)
    small = voice("sessions.card-small")
    return Card(
        voice("sessions.coming"),
        (body or voice("sessions.none-coming"),),
        rows,
        tone=Tone.WARM,
        small=small,
    )


def coming_card(
    voice: Voice, views: Sequence[View], mine: Mapping[int, Seat], back: View | None = None
) -> Card:
    """What is coming, for one person: with what they said; `back` asks how that one was."""
    there = [(view, view.meeting) for view in views[:25] if view.meeting is not None]
    body = "\n".join(line_of(voice, view, mine.get(meeting.id)) for view, meeting in there)
    ideas: tuple[Control, ...] = (Propose.button(voice),)
    asked, taps = _look_back(voice, back)
    if not there:
        none = (voice("sessions.none-coming"), *asked)
        return Card(voice("sessions.coming"), none, (ideas, *taps), tone=Tone.WARM)
    options = [(str(meeting.id), view.session.plan.title) for view, meeting in there]
    rows: tuple[tuple[Control, ...], ...] = (
        (Look.words(voice, options),),
        (ToCalendar.button(voice, 0, label=voice("sessions.calendar-all")), *ideas),
        *taps,
    )
    small = voice("sessions.own-time")
    return Card(voice("sessions.coming"), (body, *asked), rows, tone=Tone.WARM, small=small)


def _look_back(
    voice: Voice, view: View | None
) -> tuple[tuple[str, ...], tuple[tuple[Control, ...], ...]]:
    """How it was: the question, and the row of its three taps."""
    if view is None or view.meeting is None:
        return (), ()
    title, when = title_of(view.session.plan), stamp(view.meeting.times.starts)
    asked = voice("sessions.look-back", title=title, when=when)
    return (asked,), (feeling_buttons(voice, view.meeting.id),)


async def show_coming(interaction: discord.Interaction[Any]) -> None:
    """The list of what is coming, private."""
    guild = community(interaction)
    await thinking(interaction)
    coming = house_of(interaction).feature(Coming)
    views = await coming.coming(guild, 25, to_hosts=hosts_here(interaction))
    mine = await coming.mine(guild, user_of(interaction))
    back = await coming.to_look_back_on(guild, user_of(interaction))
    await answer(interaction, coming_card(voice_of(interaction), views, mine, back))


async def _say(interaction: discord.Interaction[Any], number: int, said: Answer) -> None:
    await thinking(interaction)
    coming, guild, user = (
        house_of(interaction).feature(Coming),
        guild_of(interaction),
        user_of(interaction),
    )
    view = await coming.at(number, guild)
    tag = coming.tag(view.session.guild, user)
    if all(seat.tag != tag for seat in view.seats):  # who has a place may answer in a letter too
        check_welcome(interaction, view.session.plan)
    view, seat = await coming.say(number, guild, user, said)
    await turn(interaction, seat_card(voice_of(interaction), view, seat))
    await beat(interaction)


ROUTES = (IllCome, Listen, LeaveEarly, Cannot, Wish, WhatIsComing, Look)
