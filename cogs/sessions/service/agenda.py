"""What a host sets going in the room: a theme and its pieces, a timer, a check how people are."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.ids import GuildId, UserId
from bot.services.people import People
from bot.storage.database import Database
from bot.storage.outbox import Order, OutboxEntries
from cogs.sessions.service.coming import Coming, View
from cogs.sessions.service.inside import hosted, inside, set_timer, the_open
from cogs.sessions.service.ports import EASE, EASED, PROMPT, NoRoom
from cogs.sessions.store.asides import Lines
from cogs.sessions.store.meeting import Meeting
from cogs.sessions.store.meetings import Meetings
from cogs.sessions.store.seating import Seats

COMFORT_LASTS = timedelta(minutes=3)
FEELINGS = 3  # words to choose from


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a theme, as it stood on the host's card."""

    theme: str
    place: int
    words: str


class Agenda:
    """Presses of hosts, and the one answer of whoever is in the room."""

    def __init__(self, database: Database, people: People, clock: Clock) -> None:
        self._database = database
        self._people = people
        self._clock = clock

    async def look(self, number: int, guild: GuildId, user: UserId) -> View:
        """The host opens the agenda of a room that is open; nothing is shown in it."""
        async with self._database.write() as tx:
            view, _ = await hosted(tx, number, guild, user)
            await Meetings(tx).change(number, host_seen=True)
            return view

    async def choose(self, number: int, guild: GuildId, user: UserId, theme: str) -> View:
        """The host chooses a theme; its pieces begin anew."""
        async with self._database.write() as tx:
            await hosted(tx, number, guild, user)
            await Meetings(tx).change(number, theme=theme, prompted=0, host_seen=True)
            return await Coming.look(tx, number, guild)

    async def show_piece(self, number: int, guild: GuildId, user: UserId, piece: Piece) -> View:
        """Show the next piece of the theme in the room; pressed twice, it is shown once.

        Where a co-host has chosen another theme meanwhile, nothing is shown.
        """
        async with self._database.write() as tx:
            _, meeting = await hosted(tx, number, guild, user)
            if (meeting.going.theme, meeting.going.prompted) == (piece.theme, piece.place):
                await Meetings(tx).change(number, prompted=piece.place + 1, host_seen=True)
                await self._show(tx, meeting, user, piece.words)
            return await Coming.look(tx, number, guild)

    async def show_own(self, number: int, guild: GuildId, user: UserId, words: str) -> View:
        """Show a host's own words in the room."""
        async with self._database.write() as tx:
            view, meeting = await hosted(tx, number, guild, user)
            await Meetings(tx).change(number, host_seen=True)
            await self._show(tx, meeting, user, words)
            return view

    async def time(
        self, number: int, guild: GuildId, user: UserId, minutes: int, *, each_turn: bool
    ) -> View:
        """A timer for this turn and all that come, or for the round; 0 minutes: none."""
        async with self._database.write() as tx:
            _, meeting = await hosted(tx, number, guild, user)
            each = minutes if minutes and each_turn else None
            await Meetings(tx).change(number, turn_minutes=each, host_seen=True)
            runs = minutes and not (each_turn and meeting.speaker is None)
            ends = self._clock.now() + timedelta(minutes=minutes)
            await set_timer(tx, meeting, ends if runs else None)
            await Meetings(tx).changed(number)
            return await Coming.look(tx, number, guild)

    async def check(self, number: int, guild: GuildId, user: UserId) -> View:
        """Ask everybody in the room how it is for them; while one goes on, nothing happens."""
        now = self._clock.now()
        async with self._database.write() as tx:
            view, meeting = await hosted(tx, number, guild, user)
            going = meeting.going
            if going.check_ends is not None and going.check_ends > now:
                return view
            check, ends = going.check + 1, now + COMFORT_LASTS
            await Meetings(tx).change(
                number, comfort_check=check, comfort_ends=ends, comfort=None, host_seen=True
            )
            ids, late = {"meeting": number, "check": check}, _late(meeting)
            for kind, due, until in ((EASE, now, ends), (EASED, ends, late)):
                key = f"{kind}:{number}:{check}"
                await OutboxEntries(tx).put(Order(key, kind, guild, due, ids, late_after=until))
            return await Coming.look(tx, number, guild)

    async def ease(
        self, number: int, guild: GuildId, user: UserId, check: int, feeling: int
    ) -> str:
        """One tap, counted once and linked to nobody; answers `thanks`, `before` or `over`."""
        async with self._database.write() as tx:
            view, meeting = await the_open(tx, number, guild)
            seat, going = inside(view, self._people.tag(guild, user)), meeting.going
            over = going.check_ends is None or going.check_ends <= self._clock.now()
            if check != going.check or over:
                return "over"
            if seat.eased >= check or not 0 <= feeling < FEELINGS:
                return "before"
            counts = list(going.comfort)
            counts[feeling] += 1
            await Meetings(tx).change(number, comfort=counts)
            await Seats(tx).keep(replace(seat, eased=check))
            return "thanks"

    async def line(self, meeting: int, number: int) -> str | None:
        """What a prompt says."""
        async with self._database.read() as tx:
            return await Lines(tx).get(meeting, number)

    async def _show(self, tx: AsyncConnection, meeting: Meeting, user: UserId, words: str) -> None:
        if meeting.room is None:
            raise NoRoom
        tag, now = self._people.tag(meeting.guild, user), self._clock.now()
        line = await Lines(tx).add(meeting, tag, words)
        # With the time: a number may come again when somebody's rows were erased.
        key = f"{PROMPT}:{meeting.id}:{line}:{int(now.timestamp())}"
        ids = {"meeting": meeting.id, "line": line}
        order = Order(key, PROMPT, meeting.guild, now, ids, late_after=meeting.times.ends)
        await OutboxEntries(tx).put(order)


def _late(meeting: Meeting) -> datetime:
    return meeting.times.ends + meeting.times.kept
