"""Who draws what is posted unasked: at the moment of sending, from what is true then."""

from collections.abc import Mapping
from datetime import UTC, datetime

import discord

from bot.app import SupportBot
from bot.ids import ChannelId, GuildId
from bot.sections import CommunitySettings
from bot.services.courier import Parcel, Undeliverable, Unwanted
from bot.ui.cards import Card, Control, Tone
from bot.ui.courier import Post
from bot.ui.house import Voice, public_voice
from bot.ui.notices import Drawing
from cogs.sessions.domain.steps import Step
from cogs.sessions.service import ports
from cogs.sessions.service.coming import Coming, View
from cogs.sessions.service.ports import SAID, NoSuchSession
from cogs.sessions.store.meetings import Meeting, Meetings, MeetingState
from cogs.sessions.ui import public
from cogs.sessions.ui.live import cover_button, feeling_buttons, room_card
from cogs.sessions.ui.saying import both, stamp, title_of


class Drawers:
    """The drawers of this feature's posts."""

    def __init__(self, bot: SupportBot, coming: Coming) -> None:
        self._bot = bot
        self._coming = coming

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
        return Post(meeting.room, room_card(public_voice(self._bot, parcel.guild), view))

    async def words(self, parcel: Parcel) -> Post:
        """A few words in the room."""
        view, meeting = await self._at(parcel)
        which = SAID[parcel.ids["which"]]
        if meeting.room is None or (which in ("alone", "late") and meeting.host_seen):
            raise Unwanted
        voice = public_voice(self._bot, parcel.guild)
        row = feeling_buttons(voice, meeting.id) if which == "feedback" else ()
        kept = stamp(meeting.times.ends + meeting.times.kept, "R")
        body = (voice(f"sessions.say-{which}", kept=kept),)
        return Post(meeting.room, Card(title_of(view.session.plan), body, (row,), tone=Tone.WARM))

    async def cover(self, parcel: Parcel) -> Post:
        """Hosts are asked whether one of them can take this meeting."""
        view, meeting = await self._at(parcel)
        if meeting.host_seen or meeting.state is not MeetingState.OPEN:
            raise Unwanted
        voice = public_voice(self._bot, parcel.guild)
        role = self._bot.settings.of(parcel.guild, CommunitySettings).facilitator_role
        pings = (discord.Object(role, type=discord.Role),) if role else ()
        asked = f"<@&{role}>" if role else ""
        body = tuple(filter(None, (asked, voice("sessions.cover-asked"))))
        row: tuple[Control, ...] = (cover_button(voice, meeting.id),)
        card = Card(title_of(view.session.plan), body, (row,), tone=Tone.STAFF)
        return Post(self._staff(parcel.guild), card, pings=pings)

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


class Notices:
    """Notices to one person: neutral words, for a phone may lie where others see it."""

    def __init__(self, bot: SupportBot) -> None:
        self._bot = bot

    def kinds(self) -> Mapping[str, Drawing]:
        """Every kind of notice and who draws it."""
        return {
            ports.REMIND: self._remind,
            ports.OFFERED: self._offered,
            ports.MOVED: self._moved,
            ports.OFF: self._off,
            ports.MEND: self._mend,
        }

    def _past(self, at: int) -> bool:
        return at <= self._bot.clock.now().timestamp()

    def _remind(self, voice: Voice, ids: Mapping[str, int]) -> Card | None:
        if self._past(ids["start"]):
            return None
        row: tuple[Control, ...] = (public.Cannot.button(voice, ids["meeting"]),)
        body = (voice("sessions.notice-remind", when=_when(ids)),)
        return Card(voice("sessions.neutral-title"), body, (row,), tone=Tone.WARM)

    def _offered(self, voice: Voice, ids: Mapping[str, int]) -> Card | None:
        if self._past(ids["until"]):
            return None
        until = stamp(ids["until"], "t")
        body = (voice("sessions.notice-offered", until=until, when=_when(ids)),)
        return Card(voice("sessions.neutral-title"), body, (_answers(voice, ids),), tone=Tone.WARM)

    def _moved(self, voice: Voice, ids: Mapping[str, int]) -> Card | None:
        if self._past(ids["start"]):
            return None
        body = (voice("sessions.notice-moved", when=_when(ids)),)
        return Card(voice("sessions.neutral-title"), body, (_answers(voice, ids),), tone=Tone.WARM)

    def _off(self, voice: Voice, ids: Mapping[str, int]) -> Card | None:
        if self._past(ids["start"] + 24 * 3600):
            return None
        body = (voice("sessions.notice-off", when=_when(ids)),)
        return Card(voice("sessions.neutral-title"), body, tone=Tone.WARM)

    def _mend(self, voice: Voice, ids: Mapping[str, int]) -> Card | None:
        body = (voice(f"sessions.mend-{ids['why']}", when=_when(ids)), voice("sessions.mend-how"))
        return Card(voice("sessions.mend-title"), body, tone=Tone.STAFF)


def _when(ids: Mapping[str, int]) -> str:
    return both(datetime.fromtimestamp(ids["start"], UTC))


def _answers(voice: Voice, ids: Mapping[str, int]) -> tuple[Control, ...]:
    return (
        public.IllCome.button(voice, ids["meeting"]),
        public.Cannot.button(voice, ids["meeting"]),
    )
