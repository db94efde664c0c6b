"""What hosts do with sessions that are planned: look, change, skip, move, cancel."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import discord

from bot.app import SupportBot
from bot.ids import ChannelId, GuildId
from bot.sections import CommunitySettings
from bot.services.reach import Reach
from bot.storage.outbox import Order
from bot.ui.answers import answer, thinking, turn
from bot.ui.cards import Card, Control, Tone
from bot.ui.forms import Field, Form
from bot.ui.gates import Right, require
from bot.ui.house import House, Voice, house_of, user_of, voice_of
from bot.ui.routes import Pick, Route
from cogs.sessions.domain.plan import SHOWN_AHEAD, TYPED
from cogs.sessions.domain.seats import Standing
from cogs.sessions.domain.spoken import read_start
from cogs.sessions.service.coming import Coming, View
from cogs.sessions.service.planning import Planning
from cogs.sessions.service.ports import BOARD, SessionSettings, board_key
from cogs.sessions.store.plans import Session
from cogs.sessions.ui.covering import CoverDay
from cogs.sessions.ui.draft_forms import check_lengths, show_draft
from cogs.sessions.ui.lately import felt_line, lately_row
from cogs.sessions.ui.saying import both, names, stamp, title_of
from cogs.sessions.ui.shared import beat, day_of

VERBS = ("look", "edit", "skip", "move", "cancel", "cover")
LOOK, EDIT, SKIP, MOVE, CANCEL, COVER = range(len(VERBS))
REHEARSAL_ROOM = "sessions"


class Which(Pick, address="sessions:which", label="sessions.which", ids=1):
    """Which session, for what was asked."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        await _act(interaction, self.ids[0] % len(VERBS), int(values[0]))


class Act(Route, address="sessions:act", label="sessions.edit", ids=2):
    """Something to do with a session."""

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await _act(interaction, self.ids[0] % len(VERBS), self.ids[1])


class CancelAll(Route, address="sessions:off", label="sessions.cancel-yes", ids=1):
    """Yes, end it."""

    style = discord.ButtonStyle.danger

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        session = await house_of(interaction).feature(Planning).cancel(guild, self.ids[0])
        await turn(interaction, _done(voice_of(interaction), session, "sessions.cancelled-done"))
        await beat(interaction)


class SkipDay(Pick, address="sessions:skip", label="sessions.which-date", ids=1):
    """Which date does not happen."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.FACILITATE)
        await thinking(interaction)
        day = day_of(int(values[0]))
        session = await house_of(interaction).feature(Planning).skip(guild, self.ids[0], day)
        await turn(interaction, _done(voice_of(interaction), session, "sessions.skipped-done"))
        await beat(interaction)


class MoveDay(Pick, address="sessions:move", label="sessions.which-date", ids=1):
    """Which date happens at another time."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        require(interaction, Right.FACILITATE)
        await MoveForm(self.ids[0], int(values[0])).open(interaction)


class MoveForm(Form, address="sessions:moved", title="sessions.move-title", ids=2):
    """To when."""

    fields = (Field("start", "sessions.start-label", TYPED, hint="sessions.start-hint"),)

    async def sent(self, interaction: discord.Interaction[Any], words: Mapping[str, str]) -> None:
        guild = require(interaction, Right.FACILITATE)
        check_lengths(self, words)
        await thinking(interaction)
        house, (number, ordinal) = house_of(interaction), self.ids
        planning = house.feature(Planning)
        plan = (await planning.session(guild, number)).plan
        zone, locale = ZoneInfo(plan.zone), voice_of(interaction).locale
        wall = read_start(words["start"], zone, house.clock.now(), locale)
        session = await planning.move(guild, number, day_of(ordinal), wall)
        await answer(interaction, _done(voice_of(interaction), session, "sessions.moved-done"))
        await beat(interaction)


class BoardRoom(Pick, address="sessions:board", label="sessions.board-pick"):
    """The channel in which sessions are shown."""

    async def chosen(self, interaction: discord.Interaction[Any], values: list[str]) -> None:
        guild = require(interaction, Right.ADMINISTER)
        await thinking(interaction)
        channel = ChannelId(int(values[0]))
        await put_up(house_of(interaction), guild, channel)
        voice = voice_of(interaction)
        body = (voice("sessions.board-done", channel=f"<#{channel}>"),)
        await turn(interaction, Card(voice("sessions.coming"), body, tone=Tone.STAFF))
        await beat(interaction)


async def put_up(house: House, guild: GuildId, channel: ChannelId) -> None:
    """From now on sessions are shown in this channel; the board is put up there."""
    chosen = await house.settings.decide(
        guild, SessionSettings, lambda now: {"channel": channel, "boards": now.boards + 1}
    )
    key, ids = board_key(guild, chosen.boards), {"channel": channel}
    order = Order(key, BOARD, guild, house.clock.now(), ids)
    await house.feature(Planning).post(order)


def furnish(bot: SupportBot) -> Callable[[GuildId], Awaitable[None]]:
    """Who puts up the board of a rehearsal's community: where a channel is called sessions."""

    async def put(guild: GuildId) -> None:
        place = bot.get_guild(guild)
        for channel in place.text_channels if place else ():
            if channel.name == REHEARSAL_ROOM:
                await put_up(bot, guild, ChannelId(channel.id))

    return put


def board_panel(interaction: discord.Interaction[Any], guild: GuildId) -> Card:
    """Where sessions are shown now, and where else they could be."""
    voice, settings = voice_of(interaction), house_of(interaction).settings
    chosen = settings.of(guild, SessionSettings).channel
    chosen = chosen or settings.of(guild, CommunitySettings).home_channel
    body = [voice("sessions.board-body")]
    body += [voice("sessions.board-now", channel=f"<#{chosen}>")] if chosen else []
    row: tuple[Control, ...] = (BoardRoom.channels(voice),)
    return Card(voice("sessions.coming"), tuple(body), (row,), tone=Tone.STAFF)


async def create(interaction: discord.Interaction[Any]) -> None:
    """A new draft, or the one that was begun."""
    guild = require(interaction, Right.FACILITATE)
    await thinking(interaction)
    house, user = house_of(interaction), user_of(interaction)
    planning = house.feature(Planning)
    begun = [each for each in await planning.drafts(guild, user) if each.edits is None]
    zone = (await house.people.wishes(guild, user)).zone
    zone = zone or house.settings.of(guild, CommunitySettings).zone
    await show_draft(interaction, begun[0] if begun else await planning.begin(guild, user, zone))


async def ask_which(interaction: discord.Interaction[Any], verb: int) -> None:
    """Every session that goes on, to choose one; to look at, what ended lately too."""
    guild = require(interaction, Right.FACILITATE)
    await thinking(interaction)
    house, voice = house_of(interaction), voice_of(interaction)
    planning = house.feature(Planning)
    sessions = await planning.live(guild)
    over = await planning.over_lately(guild) if verb == LOOK else []
    lines = [_line(voice, planning, each) for each in sessions]
    options = [(str(each.id), each.plan.title) for each in sessions]
    row: tuple[Control, ...] = (Which.words(voice, options, verb),) if options else ()
    body = ("\n".join(lines) or voice("sessions.none-planned"),)
    rows = (row, lately_row(voice, over))
    await answer(interaction, Card(voice("sessions.hosting"), body, rows, tone=Tone.STAFF))


async def _act(interaction: discord.Interaction[Any], verb: int, number: int) -> None:
    guild = require(interaction, Right.FACILITATE)
    await thinking(interaction)
    house, voice = house_of(interaction), voice_of(interaction)
    planning = house.feature(Planning)
    if verb == EDIT:
        await show_draft(interaction, await planning.edit(guild, number, user_of(interaction)))
        return
    view = await house.feature(Coming).view(guild, number)
    if verb == LOOK:
        view = await _without_the_away(house.feature(Reach), view)
        card = _look_card(voice, planning, view, await planning.felt(view.session))
    elif verb == CANCEL:
        card = _cancel_card(voice, view)
    else:
        card = _days_card(voice, planning, view, verb)
    await turn(interaction, card)


async def _without_the_away(reach: Reach, view: View) -> View:
    """Whoever has stepped back stands in no list until they return."""
    guild = view.session.guild
    seats = [
        replace(seat, seen=seat.seen and not await reach.away_until(guild, seat.person))
        for seat in view.seats
    ]
    return replace(view, seats=seats)


def _look_card(voice: Voice, planning: Planning, view: View, felt: tuple[int, ...] | None) -> Card:
    """One session for its hosts: who comes, of those who said that hosts may see it."""
    session = view.session
    placed = [seat for seat in view.seats if seat.standing is Standing.IN]
    seen = [seat.person for seat in placed if seat.seen]
    body = [voice.several(stamp(each.at) for each in planning.ahead(session, SHOWN_AHEAD))]
    if view.meeting is not None:
        others, waiting = len(placed) - len(seen), len(view.seats) - len(placed)
        if seen:
            body.append(voice("sessions.who-comes", who=names(seen), others=others))
        else:
            body.append(voice("sessions.how-many-come", count=others))
        body += [voice("sessions.how-many-wait", count=waiting)] if waiting else []
        unsure = sum(not seat.confirmed for seat in view.seats)
        body += [voice("sessions.not-confirmed", count=unsure)] if unsure else []
    body += [felt_line(voice, felt)] if felt is not None else []
    acts = {EDIT: "sessions.edit", SKIP: "sessions.skip", MOVE: "sessions.move"}
    row = [Act.button(voice, each, session.id, label=voice(key)) for each, key in acts.items()]
    row.append(Act.button(voice, COVER, session.id, label=voice("sessions.ask-others")))
    row.append(Act.button(voice, CANCEL, session.id, label=voice("sessions.cancel")))
    return Card(title_of(session.plan), tuple(body), (tuple(row),), tone=Tone.STAFF)


def _days_card(voice: Voice, planning: Planning, view: View, verb: int) -> Card:
    """The next dates, to choose one."""
    session, ahead = view.session, planning.ahead(view.session, SHOWN_AHEAD)
    zone = ZoneInfo(session.plan.zone)
    options = [
        (str(each.day.toordinal()), f"{each.at.astimezone(zone):%Y-%m-%d %H:%M} {zone.key}")
        for each in ahead
    ]
    if not options:
        return Card(title_of(session.plan), (voice("sessions.never"),), tone=Tone.STAFF)
    pick = {SKIP: SkipDay, COVER: CoverDay}.get(verb, MoveDay)
    row: tuple[Control, ...] = (pick.words(voice, options, session.id),)
    keys = {SKIP: "sessions.skip-body", COVER: "sessions.cover-body"}
    body = (voice(keys.get(verb, "sessions.move-body")),)
    return Card(title_of(session.plan), body, (row,), tone=Tone.STAFF)


def _cancel_card(voice: Voice, view: View) -> Card:
    """What cancelling means, before it is done."""
    number = view.session.id
    row: tuple[Control, ...] = (
        CancelAll.button(voice, number),
        Act.button(voice, SKIP, number, label=voice("sessions.skip")),
    )
    body = (voice("sessions.cancel-body"),)
    return Card(title_of(view.session.plan), body, (row,), tone=Tone.STAFF)


def _line(voice: Voice, planning: Planning, session: Session) -> str:
    ahead = planning.ahead(session, 1)
    when = both(ahead[0].at) if ahead else voice("sessions.never")
    return f"**{title_of(session.plan)}** · {when}"


def _done(voice: Voice, session: Session, key: str) -> Card:
    return Card(title_of(session.plan), (voice(key),), tone=Tone.STAFF)


ROUTES = (Which, Act, CancelAll, SkipDay, MoveDay, BoardRoom)
FORMS = (MoveForm,)
