"""One short line where it helps: at the right moment, rotated, at most one a channel in 6 hours.

Nothing is asked of the database while messages are heard. What was posted when is known from the
rows of the outbox, and for posts of other features from rows of its own (`spoken`), read once at
the start, so that a restart repeats nothing.
"""

import logging
import zlib
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.app import SupportBot
from bot.ids import ChannelId, GuildId
from bot.services.courier import Parcel, Unwanted
from bot.services.guideline_lines import Spot
from bot.services.recurring import NoSuchSchedule, Recurring
from bot.storage.database import StorageDown
from bot.storage.outbox import Order, OutboxEntries
from bot.storage.recurring import Standing
from bot.ui.cards import Card, Control, plain
from bot.ui.courier import Drawer, Post
from bot.ui.house import public_voice
from bot.ui.router import Said
from cogs.guidelines.domain import KINDS, GuidelineSettings, PlaceKind, Rule, fitting
from cogs.guidelines.reading import Read
from cogs.guidelines.rhythm import Rhythm
from cogs.guidelines.service import Charter
from cogs.guidelines.spoken import SpokenLines
from cogs.guidelines.timetable import REMINDER, Times, turn_of

log = logging.getLogger("hearth.guidelines")

MOMENT = "guidelines:moment"
# After five minutes the moment has passed. Two posts are six hours apart at least, even when the
# first was late and the second is not (product 4.4).
LATE = 5 * 60.0
APART = 6 * 3600.0 + LATE
# Three reports in one place within an hour are many.
MANY, LATELY = 3, 3600.0
_BY_NAME: Mapping[str, PlaceKind] = {each: each for each in KINDS}
_EPOCH_MS = 1_420_070_400_000  # Discord's own epoch: a message's id says when it was written


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The last line of a channel: when, in seconds, which turn it was, and by which schedule."""

    at: float
    turn: int
    key: str = ""


class Moments:
    """Hears messages, and plans a line when one is due."""

    def __init__(self, bot: SupportBot) -> None:
        self._bot = bot
        self._rhythm = Rhythm(bot.clock.now().timestamp())
        self._spoken: dict[ChannelId, _Spoken] = {}
        self._reports: dict[ChannelId, list[float]] = {}

    async def load(self) -> None:
        """Read what was said lately.

        Raises:
            StorageDown: nobody can know.
        """
        async with self._bot.database.read() as tx:
            rows = await OutboxEntries(tx).beginning(f"{MOMENT}:")
            planned = await OutboxEntries(tx).beginning(f"{REMINDER}:")
            elsewhere = await SpokenLines(tx).all()
        for row in rows:
            spoken = _Spoken(float(row.ids["at"]), row.ids["turn"])
            self._spoken[ChannelId(row.ids["channel"])] = spoken
        for row in planned:
            if row.channel is not None and row.message is not None:
                self._also(Spot(row.channel, row.key), _written(row.message))
        for spot, at in elsewhere:
            self._also(spot, at.timestamp())

    def _also(self, spot: Spot, at: float) -> None:
        """A line that stood there by another way than a moment; the latest counts."""
        last = self._spoken.get(spot.channel, _Spoken(0.0, -1))
        if at > last.at:
            self._spoken[spot.channel] = _Spoken(at, last.turn, spot.key)

    def heard(self, said: Said) -> Awaitable[None] | None:
        """What is left to do for a message: nearly always nothing."""
        guild = said.guild
        if guild is None:
            return None
        places = self._bot.settings.of(guild, GuidelineSettings).places
        place = said.channel if said.channel in places else said.parent
        if place is None or place not in places:
            return None
        spoken = self._due(said)
        return None if spoken is None else self._plan(guild, said.channel, place, spoken)

    def _due(self, said: Said) -> _Spoken | None:
        """The line that is due with this message, remembered at once as said; or None."""
        at = _written(said.message)
        wakes = self._rhythm.wakes(said.channel, said.user, at)
        last = self._spoken.get(said.channel)
        if last is not None and at < last.at + APART:
            return None
        if not (wakes or self._hard(said.channel, at)):
            return None
        if self._bot.clock.now().timestamp() - at > LATE:
            return None  # read late, after a gap: the moment has passed
        spoken = _Spoken(at, 0 if last is None else last.turn + 1)
        self._spoken[said.channel] = spoken
        return spoken

    def may_speak(self, channel: ChannelId, key: str) -> bool:
        """Whether a line may stand there now; if so it counts as said. Asked again, it is one."""
        now, last = self._bot.clock.now().timestamp(), self._spoken.get(channel)
        if last is not None and (last.key == key or now < last.at + APART):
            return last.key == key
        self._spoken[channel] = _Spoken(now, -1 if last is None else last.turn, key)
        return True

    def card(self, guild: GuildId, place: ChannelId, turned: int) -> Card:
        """The line whose turn it is, of those that fit the channel's kind.

        Raises:
            Unwanted: reminders were switched off there, or no guideline fits.
        """
        charter = self._bot.feature(Charter)
        kind = kind_of(charter.chosen(guild).places, place)
        fits: Sequence[Rule] = fitting(charter.rules(guild), kind) if kind else ()
        if not fits:
            raise Unwanted
        voice = public_voice(self._bot, guild)
        row: tuple[Control, ...] = (Read.button(voice),)
        line = voice("guidelines.moment", line=plain(fits[turned % len(fits)].reminder))
        return Card("", (line,), (row,))

    def line_beside(self, guild: GuildId, kind: str, turn: int) -> str:
        """A line that one person alone sees: nothing is kept of it, nobody else's is held back."""
        return self._line(guild, kind, turn, "guidelines.before")

    async def line_in(self, guild: GuildId, kind: str, spot: Spot) -> str:
        """A line in a post of another feature, under the cap of them all; kept before it stands."""
        line = self._line(guild, kind, zlib.crc32(spot.key.encode()), "guidelines.moment")
        before, now = self._spoken.get(spot.channel), self._bot.clock.now()
        if not line or not self.may_speak(spot.channel, spot.key):
            return ""
        if before is not None and before.key == spot.key:
            return line  # drawn again
        try:
            async with self._bot.database.write() as tx:
                await SpokenLines(tx).keep(guild, spot, now, now - timedelta(seconds=APART))
        except StorageDown:  # after a restart nobody would know of it
            log.warning("guidelines.line_not_kept", extra={"guild": guild})
            self._spoken[spot.channel] = before or _Spoken(0.0, -1)
            return ""
        return line

    def _line(self, guild: GuildId, kind: str, turn: int, key: str) -> str:
        of = _BY_NAME.get(kind)
        fits = fitting(self._bot.feature(Charter).rules(guild), of) if of else ()
        if not fits:
            return ""
        line = plain(fits[turn % len(fits)].reminder)
        return public_voice(self._bot, guild)(key, line=line)

    def reported(self, channel: ChannelId) -> None:
        """Something in a channel was reported to staff."""
        now = self._bot.clock.now().timestamp()
        lately = [at for at in self._reports.get(channel, ()) if at > now - LATELY]
        self._reports[channel] = [*lately, now][-MANY:]

    def _hard(self, channel: ChannelId, at: float) -> bool:
        """Whether much is happening in a channel: neutral lines, or reports."""
        if self._bot.signposting.crowded(channel):
            return True
        reports = self._reports.get(channel, [])
        return len(reports) >= MANY and reports[0] > at - LATELY

    async def _plan(
        self, guild: GuildId, channel: ChannelId, place: ChannelId, spoken: _Spoken
    ) -> None:
        ids = {"channel": channel, "place": place, "at": int(spoken.at), "turn": spoken.turn}
        key = f"{MOMENT}:{channel}:{int(spoken.at)}"
        now, late = self._bot.clock.now(), datetime.fromtimestamp(spoken.at + LATE, UTC)
        try:
            await self._bot.outbox.put([Order(key, MOMENT, guild, now, ids, late)])
        except StorageDown:
            log.warning("guidelines.moment_not_planned", extra={"guild": guild})
            return
        await self._bot.beat()


def draw_moment(bot: SupportBot) -> Drawer:
    """Who draws the line: of the guidelines that hold now, the next that fits the channel."""

    async def draw(parcel: Parcel) -> Post:
        place = ChannelId(parcel.ids["place"])
        card = bot.feature(Moments).card(parcel.guild, place, parcel.ids["turn"])
        return Post(ChannelId(parcel.ids["channel"]), card)

    return draw


def draw_reminder(bot: SupportBot) -> Drawer:
    """Who draws the line of a schedule: only while it runs, and by the cap of all reminders."""

    async def draw(parcel: Parcel) -> Post:
        try:
            now = await bot.feature(Recurring).get(parcel.guild, REMINDER, parcel.ids["schedule"])
        except NoSuchSchedule:
            raise Unwanted from None
        times = Times.model_validate(now.choices)
        room = times.channel
        if now.state is not Standing.ON or room is None:
            raise Unwanted
        day = date.fromordinal(parcel.ids["day"])
        turned = turn_of(times, now.rule.first_day, day)
        card = bot.feature(Moments).card(parcel.guild, room, turned)
        if not bot.feature(Moments).may_speak(room, parcel.key):
            raise Unwanted  # somebody was reminded there less than six hours ago
        return Post(room, card)

    return draw


def _written(message: int) -> float:
    """When a message was written, in seconds."""
    return ((message >> 22) + _EPOCH_MS) / 1000


def kind_of(places: Mapping[ChannelId, PlaceKind], place: ChannelId) -> PlaceKind | None:
    """Of which kind a channel is, if reminders may stand there."""
    found = places.get(place)
    return found if found in KINDS else None
