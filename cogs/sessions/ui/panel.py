"""The host's panel while a meeting goes on; a co-host, or whoever covers, has the same."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import discord

from bot.content.prompts import Theme
from bot.ids import GuildId, UserId
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone, plain
from bot.ui.explain import OldButton
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, require
from bot.ui.house import House, Voice, house_of, public_voice, user_of, voice_of
from bot.ui.routes import Pick, Route
from bot.ui.support import Support
from cogs.sessions.service.agenda import Agenda, Piece
from cogs.sessions.service.coming import View
from cogs.sessions.service.noticing import Noticing
from cogs.sessions.service.running import Running
from cogs.sessions.store.meeting import MeetingState
from cogs.sessions.ui.after import Brought, after_card
from cogs.sessions.ui.draft_forms import check_lengths
from cogs.sessions.ui.saying import stamp, title_of, turns_of
from cogs.sessions.ui.shared import RoomsAtDiscord, beat

PROMPT = 600  # characters
NO_TIMER, TURN, ROUND = "none", "turn", "round"
TIMERS = (NO_TIMER, "turn-2", "turn-3", "turn-5", "round-5", "round-10", "round-20")
# Deep themes are for places that members chose for them; a host can still ask in their own words.
TOO_DEEP = "deep"


class ForTheHost(Route, address="sessions:host", label="sessions.for-the-host", ids=1):
    """The host's panel, for them alone."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        view = await _looking_in(interaction, self.ids[0])
        await turn(interaction, host_panel(voice_of(interaction), view))


class Start(Route, address="sessions:start", label="sessions.start", ids=1):
    """Begins the round."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _hosted(interaction, self.ids[0], Running.start)


class CallNext(Route, address="sessions:next", label="sessions.next", ids=1):
    """Gives the next turn."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _hosted(interaction, self.ids[0], partial(_next_who_is_here, house_of(interaction)))


class Close(Route, address="sessions:close", label="sessions.close", ids=1):
    """Ends the meeting."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        running = house_of(interaction).feature(Running)
        await running.close(self.ids[0], guild, user_of(interaction))
        await turn(interaction, after_card(voice_of(interaction), self.ids[0]))
        await beat(interaction)


class Cover(Route, address="sessions:cover", label="sessions.cover", ids=1):
    """I can host this one."""

    style = discord.ButtonStyle.success

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _hosted(interaction, self.ids[0], Running.cover)


class Timer(Pick, address="sessions:timer", label="sessions.choose-timer", ids=1):
    """A gentle timer for each turn or for the round, or none."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        kind, _, minutes = (values[0] if values[0] in TIMERS else NO_TIMER).partition("-")
        agenda, user = house_of(interaction).feature(Agenda), user_of(interaction)
        view = await agenda.time(
            self.ids[0], guild, user, int(minutes or 0), each_turn=kind == TURN
        )
        await turn(interaction, host_panel(voice_of(interaction), view))
        await beat(interaction)


class Prompts(Route, address="sessions:prompts", label="sessions.prompts", ids=1):
    """The agenda: a theme, its next piece, or words of the host's own."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        house = house_of(interaction)
        view = await house.feature(Agenda).look(self.ids[0], guild, user_of(interaction))
        await turn(interaction, agenda_card(house, voice_of(interaction), view))


class ChooseTheme(Pick, address="sessions:theme", label="sessions.choose-theme", ids=1):
    """Which theme."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        house, user = house_of(interaction), user_of(interaction)
        if theme_of(house, guild, values[0]) is None:
            raise OldButton  # offered once, and not in the prompts any more
        view = await house.feature(Agenda).choose(self.ids[0], guild, user, values[0])
        await turn(interaction, agenda_card(house, voice_of(interaction), view))


class ShowPiece(Route, address="sessions:piece", label="sessions.show-piece", ids=3):
    """Shows this piece in the room."""

    style = discord.ButtonStyle.primary

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        house, user, (number, which, place) = house_of(interaction), user_of(interaction), self.ids
        themes = _themes(house, guild)
        pieces = _pieces(themes[which]) if which < len(themes) else ()
        if place >= len(pieces):
            raise OldButton  # offered once, and not in the prompts any more
        piece = Piece(themes[which].id, place, pieces[place])
        view = await house.feature(Agenda).show_piece(number, guild, user, piece)
        await turn(interaction, agenda_card(house, voice_of(interaction), view))
        await beat(interaction)


class WriteOwn(Route, address="sessions:own-words", label="sessions.write-own", ids=1):
    """Opens a form for the host's own words."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        require(interaction, Right.FACILITATE)
        await OwnWords(*self.ids).open(interaction)


class OwnWords(Form, address="sessions:ask-all", title="sessions.own-title", ids=1):
    """A prompt in the host's own words; the bot shows it in the room."""

    fields = (Field("words", "sessions.own-label", PROMPT, tall=True, hint="sessions.own-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild = require(interaction, Right.FACILITATE)
        check_lengths(self, words)
        await thinking(interaction)
        house, user, said = house_of(interaction), user_of(interaction), words["words"].strip()
        await house.feature(Support).first(interaction, said)
        view = await house.feature(Agenda).show_own(self.ids[0], guild, user, plain(said))
        await answer(interaction, agenda_card(house, voice_of(interaction), view))
        await beat(interaction)


class Check(Route, address="sessions:check", label="sessions.check", ids=1):
    """Asks everybody in the room how it is, in one of three words."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _agenda(interaction, self.ids[0], Agenda.check)


def host_panel(voice: Voice, view: View) -> Card:
    """What the host can do now."""
    meeting = view.meeting
    if meeting is None:
        return Card(title_of(view.session.plan), (voice("sessions.is-over"),), tone=Tone.STAFF)
    inside = sum(seat.inside for seat in view.seats)
    body = [voice("sessions.host-inside", count=inside), turns_of(voice, view)]
    ends = meeting.going.timer_ends
    body += [voice("sessions.timer-runs", end=stamp(ends, "R"))] if ends is not None else []
    begin = CallNext if meeting.started else Start
    timers = [(each, voice(f"sessions.timer-as-{each}")) for each in TIMERS]
    more: tuple[Control, ...] = (
        Prompts.button(voice, meeting.id),
        Check.button(voice, meeting.id),
    )
    if view.session.plan.for_hosts:
        more = (*more, Brought.button(voice, meeting.id))
    rows: tuple[tuple[Control, ...], ...] = (
        (begin.button(voice, meeting.id), Close.button(voice, meeting.id)),
        (Timer.words(voice, timers, meeting.id),),
        more,
    )
    rows = rows if meeting.state is MeetingState.OPEN else ()
    small = voice("sessions.host-small")
    return Card(title_of(view.session.plan), tuple(body), rows, tone=Tone.STAFF, small=small)


def agenda_card(house: House, voice: Voice, view: View) -> Card:
    """The agenda, for hosts alone: what comes next, and what to be careful of."""
    meeting = view.meeting
    number, body = meeting.id if meeting else 0, [voice("sessions.agenda-body")]
    guild = view.session.guild
    themes = _themes(house, guild)
    theme = theme_of(house, guild, meeting.going.theme if meeting else None)
    pieces, place = _pieces(theme), meeting.going.prompted if meeting else 0
    shows: tuple[Control, ...] = (WriteOwn.button(voice, number),)
    if theme is not None:
        body += [f"**{theme.title}**", voice("sessions.agenda-care", care=theme.care)]
    if theme is not None and place < len(pieces):
        body.append(voice("sessions.agenda-next", piece=pieces[place]))
        shows = (ShowPiece.button(voice, number, themes.index(theme), place), *shows)
    elif theme is not None:
        body.append(voice("sessions.agenda-done"))
    shows = (*shows, ForTheHost.button(voice, number, label=voice("sessions.to-the-panel")))
    offered = [(each.id, each.title) for each in themes]
    pick: tuple[Control, ...] = (ChooseTheme.words(voice, offered, number),) if offered else ()
    small = voice("sessions.agenda-small")
    rows = (pick, shows)
    return Card(voice("sessions.agenda-title"), tuple(body), rows, tone=Tone.STAFF, small=small)


def theme_of(house: House, guild: GuildId, name: str | None) -> Theme | None:
    """A theme that may be chosen, by its name."""
    return next((each for each in _themes(house, guild) if each.id == name), None)


def _themes(house: House, guild: GuildId) -> list[Theme]:
    """In the language of the community: the room reads them."""
    prompts = house.content.near(public_voice(house, guild).locale).prompts
    return [each for each in prompts.theme if each.intensity != TOO_DEEP]


def _pieces(theme: Theme | None) -> tuple[str, ...]:
    """What a theme says in the room, in order."""
    return () if theme is None else (theme.opening, *theme.questions, theme.closing)


def cover_button(voice: Voice, number: int) -> Control:
    """The button for whoever can host."""
    return Cover.button(voice, number)


async def _looking_in(interaction: discord.Interaction[Any], number: int) -> View:
    guild = require(interaction, Right.FACILITATE)
    await thinking(interaction)
    running = house_of(interaction).feature(Running)
    return await running.look_in(number, guild, user_of(interaction))


async def _hosted(
    interaction: discord.Interaction[Any], number: int, act: Callable[..., Any]
) -> None:
    guild = require(interaction, Right.FACILITATE)
    await thinking(interaction)
    running = house_of(interaction).feature(Running)
    view = await act(running, number, guild, user_of(interaction))
    await turn(interaction, host_panel(voice_of(interaction), view))
    await beat(interaction)


async def _next_who_is_here(
    house: House, running: Running, number: int, guild: GuildId, user: UserId
) -> View:
    """Without the members intent nobody tells of a kick: it is noticed when their turn comes."""
    view = await running.call_next(number, guild, user)
    rooms, noticing = house.feature(RoomsAtDiscord).rooms, house.feature(Noticing)
    for _ in view.seats:
        speaker = view.meeting.speaker if view.meeting else None
        person = next((each.person for each in view.seats if each.id == speaker), None)
        if person is None or await rooms.here(guild, person):
            break
        await noticing.left(guild, person)
        view = await running.call_next(number, guild, user)
    return view


async def _agenda(
    interaction: discord.Interaction[Any], number: int, act: Callable[..., Any]
) -> None:
    guild = require(interaction, Right.FACILITATE)
    await thinking(interaction)
    agenda, voice = house_of(interaction).feature(Agenda), voice_of(interaction)
    await act(agenda, number, guild, user_of(interaction))
    await answer(interaction, Card("", (voice("sessions.check-asked"),), tone=Tone.STAFF))
    await beat(interaction)


ROUTES = (
    *(ForTheHost, Start, CallNext, Close, Cover, Timer),
    *(Prompts, ChooseTheme, ShowPiece, WriteOwn, Check),
)
FORMS = (OwnWords,)
