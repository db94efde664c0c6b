"""Who draws what is posted unasked: at the moment of sending, from what is true then."""

from collections.abc import Mapping
from datetime import UTC, datetime

import discord

from bot.app import SupportBot
from bot.ids import ChannelId, GuildId
from bot.sections import CommunitySettings
from bot.services.courier import Parcel, Undeliverable, Unwanted
from bot.services.guideline_lines import GuidelineLines, Spot
from bot.ui.cards import Card, Control, Tone
from bot.ui.courier import Drawer, Post
from bot.ui.house import Voice, public_voice
from cogs.sessions.domain.feedback import told
from cogs.sessions.domain.steps import Step
from cogs.sessions.service import ports
from cogs.sessions.service.agenda import Agenda
from cogs.sessions.service.coming import Coming, View
from cogs.sessions.service.ports import SAID, NoSuchSession
from cogs.sessions.store.meeting import Meeting, MeetingState
from cogs.sessions.store.meetings import Meetings
from cogs.sessions.store.plans import SessionState
from cogs.sessions.ui import public
from cogs.sessions.ui.live import ease_buttons, feeling_buttons, room_card
from cogs.sessions.ui.panel import cover_button
from cogs.sessions.ui.saying import stamp, title_of, told_words

# Said while nobody hosts: no longer true once somebody came.
UNHOSTED = ("alone", "late", "without")


class Drawers:
    """The drawers of this feature's posts."""

    def __init__(self, bot: SupportBot, coming: Coming) -> None:
        self._bot = bot
        self._coming = coming

    def kinds(self) -> Mapping[str, Drawer]:
        """Every kind of post and who draws it."""
        return {
            ports.CARD: self.card,
            ports.BOARD: self.board,
            ports.ROOM: self.room,
            ports.WORDS: self.words,
            ports.TIMER: self.timer,
            ports.PROMPT: self.prompt,
            ports.EASE: self.ease,
            ports.EASED: self.eased,
            ports.COVER: self.cover,
            ports.MISSED: self.missed,
            ports.NEEDED: self.needed,
        }

    async def card(self, parcel: Parcel) -> Post:
        """The public card of a session."""
        try:
            view = await self._coming.view(parcel.guild, parcel.ids["session"])
        except NoSuchSession:
            raise Unwanted from None
        voice = public_voice(self._bot, parcel.guild)
        return Post(ChannelId(parcel.ids["channel"]), public.session_card(voice, view))

    async def board(self, parcel: Parcel) -> Post:
        """The board of what is coming."""
        views = await self._coming.coming(parcel.guild, public.LISTED)
        card = public.board_card(public_voice(self._bot, parcel.guild), views)
        return Post(ChannelId(parcel.ids["channel"]), card)

    async def room(self, parcel: Parcel) -> Post:
        """The card in the room."""
        view, meeting = await self._at(parcel)
        if meeting.room is None:
            raise Unwanted
        card = room_card(public_voice(self._bot, parcel.guild), view)
        if meeting.state is MeetingState.OPEN:
            lines, spot = self._bot.feature(GuidelineLines), Spot(meeting.room, parcel.key)
            card = card.saying(await lines.line_in(parcel.guild, "sharing", spot))
        return Post(meeting.room, card)

    async def words(self, parcel: Parcel) -> Post:
        """A few words in the room."""
        view, meeting = await self._at(parcel)
        which = SAID[parcel.ids["which"]]
        if meeting.room is None or (which in UNHOSTED and meeting.host_seen):
            raise Unwanted
        voice = public_voice(self._bot, parcel.guild)
        row = feeling_buttons(voice, meeting.id) if which == "feedback" else ()
        kept = stamp(meeting.times.ends + meeting.times.kept, "R")
        return self._in_room(parcel, view, f"sessions.say-{which}", row, kept=kept)

    async def timer(self, parcel: Parcel) -> Post:
        """The time that was set is over; nobody is cut off."""
        view, meeting = await self._going_on(parcel)
        if meeting.going.timer != parcel.ids["timer"]:
            raise Unwanted
        each = meeting.going.turn_minutes is not None
        key = "sessions.say-turn-over" if each else "sessions.say-round-over"
        return self._in_room(parcel, view, key)

    async def prompt(self, parcel: Parcel) -> Post:
        """A piece of the theme, or the host's own words."""
        _, meeting = await self._going_on(parcel)
        words = await self._bot.feature(Agenda).line(meeting.id, parcel.ids["line"])
        if words is None or meeting.room is None:
            raise Unwanted
        voice = public_voice(self._bot, parcel.guild)
        small = voice("sessions.prompt-small")
        card = Card(voice("sessions.prompt-title"), (words,), tone=Tone.WARM, small=small)
        return Post(meeting.room, card)

    async def ease(self, parcel: Parcel) -> Post:
        """Everybody in the room is asked how it is, in one of three words."""
        view, meeting = await self._going_on(parcel)
        check, voice = parcel.ids["check"], public_voice(self._bot, parcel.guild)
        if meeting.going.check != check or meeting.going.check_ends is None:
            raise Unwanted
        ends = stamp(meeting.going.check_ends, "R")
        row = ease_buttons(voice, meeting.id, check)
        return self._in_room(parcel, view, "sessions.say-ease", row, end=ends)

    async def eased(self, parcel: Parcel) -> Post:
        """What was answered, by the rule of fives."""
        view, meeting = await self._going_on(parcel)
        if meeting.going.check != parcel.ids["check"]:
            raise Unwanted
        voice = public_voice(self._bot, parcel.guild)
        counts = told(meeting.going.comfort)
        if counts is None:
            return self._in_room(parcel, view, "sessions.say-eased-few")
        said = told_words(lambda each: voice(f"sessions.ease-{each}"), counts)
        return self._in_room(parcel, view, "sessions.say-eased", counts=said)

    async def cover(self, parcel: Parcel) -> Post:
        """Hosts are asked whether one of them can take this meeting."""
        view, meeting = await self._at(parcel)
        if meeting.host_seen or meeting.state is not MeetingState.OPEN:
            raise Unwanted
        voice = public_voice(self._bot, parcel.guild)
        row: tuple[Control, ...] = (cover_button(voice, meeting.id),)
        return self._asking(parcel.guild, view, voice("sessions.cover-asked"), row)

    async def needed(self, parcel: Parcel) -> Post:
        """Hosts are asked for a session that nobody can host for now; nothing says why."""
        try:
            view = await self._coming.view(parcel.guild, parcel.ids["session"])
        except NoSuchSession:
            raise Unwanted from None
        if view.session.state is not SessionState.LIVE:
            raise Unwanted
        voice = public_voice(self._bot, parcel.guild)
        return self._asking(parcel.guild, view, voice("sessions.host-needed"), ())

    def _asking(self, guild: GuildId, view: View, words: str, row: tuple[Control, ...]) -> Post:
        role = self._bot.settings.of(guild, CommunitySettings).facilitator_role
        pings = (discord.Object(role, type=discord.Role),) if role else ()
        asked = f"<@&{role}>" if role else ""
        body = tuple(filter(None, (asked, words)))
        card = Card(title_of(view.session.plan), body, (row,), tone=Tone.STAFF)
        return Post(self._staff(guild), card, pings=pings)

    async def missed(self, parcel: Parcel) -> Post:
        """What could not be done in time, in one card for all of it."""
        voice = public_voice(self._bot, parcel.guild)
        since = datetime.fromtimestamp(parcel.ids["since"], UTC)
        async with self._bot.database.read() as tx:
            found = await Meetings(tx).missed_at(parcel.guild, since)
        lines = [await self._missed_line(voice, meeting) for meeting in found]
        if not lines:
            raise Unwanted
        body = (voice("sessions.missed-body"), "\n".join(lines))
        return Post(
            self._staff(parcel.guild), Card(voice("sessions.missed-title"), body, tone=Tone.STAFF)
        )

    async def _missed_line(self, voice: Voice, meeting: Meeting) -> str:
        view = await self._coming.at(meeting.id, meeting.guild)
        steps = [each for each in Step if meeting.missed >> each & 1]
        what = voice.several(voice(f"sessions.step-{each.name.lower()}") for each in steps)
        when = stamp(meeting.times.starts)
        return voice(
            "sessions.missed-line", title=title_of(view.session.plan), when=when, what=what
        )

    async def _going_on(self, parcel: Parcel) -> tuple[View, Meeting]:
        view, meeting = await self._at(parcel)
        if meeting.state is not MeetingState.OPEN or meeting.room is None:
            raise Unwanted
        return view, meeting

    def _in_room(
        self,
        parcel: Parcel,
        view: View,
        key: str,
        row: tuple[Control, ...] = (),
        **values: str,
    ) -> Post:
        """A sentence in the room, under the meeting's title."""
        if view.meeting is None or view.meeting.room is None:
            raise Unwanted
        body = (public_voice(self._bot, parcel.guild)(key, **values),)
        title = title_of(view.session.plan)
        return Post(view.meeting.room, Card(title, body, (row,) if row else (), tone=Tone.WARM))

    async def _at(self, parcel: Parcel) -> tuple[View, Meeting]:
        try:
            view = await self._coming.at(parcel.ids["meeting"], parcel.guild)
        except NoSuchSession:
            raise Unwanted from None
        if view.meeting is None:
            raise Unwanted
        return view, view.meeting

    def _staff(self, guild: GuildId) -> ChannelId:
        channel = self._bot.settings.of(guild, CommunitySettings).staff_channel
        if channel is None:
            raise Undeliverable("no_staff_channel")
        return channel
