"""What can be done with a check-in, as verbs; speaks of ids, not of Discord.

    (drawn for its first sending, or asked for with /checkin) ──► open ──its time is over──► closed

Invariants: one check-in a schedule and local day; one answer a person, the last one; what somebody
answered stands nowhere but sealed under the key of the check-in (`keys`), and that key is gone
once it is closed. Who moves it: the heartbeat, nobody else. A crash after the transaction that
closes and before the key is destroyed leaves a key without a check-in: the next round destroys it.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.content.loader import Content
from bot.epochs.files import KeysUnusable
from bot.errors import Refusal
from bot.ids import GuildId, MessageId, UserId
from bot.sections import CommunitySettings
from bot.services.people import People
from bot.services.recurring import Recurring
from bot.services.settings import Settings
from bot.storage.database import Database
from bot.storage.outbox import Entry, Order, OutboxEntries
from bot.storage.recurring import Schedule, Schedules, Standing
from cogs.checkins.decks import CheckInSettings, cards_of
from cogs.checkins.domain import (
    LEVELS,
    MAX_WORDS,
    SILENT,
    Answer,
    Choices,
    Ended,
    next_card,
    publish,
)
from cogs.checkins.kept import Entries
from cogs.checkins.keys import CheckInKeys
from cogs.checkins.store import OWN, AnswerRows, CheckIn, CheckInRows

log = logging.getLogger("hearth.checkins")

PROMPT, CLOSING, QUIET = "checkins:prompt", "checkins:closing", "checkins:quiet"
# The room of a day for /checkin closes on the next morning, whenever it was first used.
OWN_CLOSES = time(6)
STILL_NEWS = timedelta(days=1)
A_WEEK = timedelta(days=7)


class TooLong(Refusal):
    """More words than a check-in can carry."""

    key = "refusal.checkin-too-long"


class Services(Protocol):
    """What check-ins stand on; the bot has it."""

    database: Database
    settings: Settings
    people: People
    clock: Clock
    content: Content


class CheckIns:
    """Opens, answers and closes check-ins."""

    def __init__(self, services: Services, recurring: Recurring, keys: CheckInKeys) -> None:
        self._database, self._clock = services.database, services.clock
        self._settings, self._prompts = services.settings, services.content.prompts
        self._recurring, self._keys = recurring, keys
        self._people = services.people
        self._swept = False

    async def of_day(self, guild: GuildId, schedule: int, day: date) -> CheckIn | None:
        """The check-in of a schedule's local day, where it was opened."""
        async with self._database.read() as tx:
            return await CheckInRows(tx).of_day(guild, schedule, day)

    async def get(self, guild: GuildId, number: int) -> CheckIn:
        """One check-in.

        Raises:
            Ended: it is gone.
        """
        async with self._database.read() as tx:
            return _found(await CheckInRows(tx).get(guild, number))

    async def message_of(self, guild: GuildId, number: int) -> MessageId | None:
        """The message that a check-in is, where it is one."""
        checkin = await self.get(guild, number)
        row = await self.post_of(checkin)
        return None if row is None else row.message

    async def post_of(self, checkin: CheckIn) -> Entry | None:
        """Where the prompt of a check-in stands in the outbox."""
        key = f"{PROMPT}:{checkin.schedule}:{checkin.day.isoformat()}"
        async with self._database.read() as tx:
            return await OutboxEntries(tx).get(key)

    async def week(self, guild: GuildId) -> list[CheckIn]:
        """What closed within seven days."""
        async with self._database.read() as tx:
            return await CheckInRows(tx).closed(guild, self._clock.now() - A_WEEK)

    async def open(self, schedule: Schedule, day: date) -> CheckIn:
        """The check-in of a schedule's day, opened where it was not.

        Raises:
            KeysUnusable: no key can be made; nothing was opened.
        """
        choices = Choices.model_validate(schedule.choices)
        now = self._clock.now().replace(second=0, microsecond=0)
        fresh = CheckIn(
            guild=schedule.guild,
            schedule=schedule.id,
            day=day,
            card="",
            channel=choices.channel,
            closes_at=now + timedelta(hours=choices.open_hours),
        )
        own = self._settings.of(schedule.guild, CheckInSettings)
        return await self._opened(fresh, cards_of(self._prompts, own, choices.deck))

    async def own(self, guild: GuildId) -> CheckIn:
        """Today's room for /checkin: nothing of it is counted or shown.

        Raises:
            KeysUnusable: no key can be made; nothing was opened.
        """
        zone = ZoneInfo(self._settings.of(guild, CommunitySettings).zone)
        day = self._clock.now().astimezone(zone).date()
        closes = datetime.combine(day + timedelta(days=1), OWN_CLOSES, zone).astimezone(UTC)
        return await self._opened(CheckIn(guild, OWN, day, "", None, closes), [])

    async def _opened(self, fresh: CheckIn, deck: list[str]) -> CheckIn:
        async with self._database.write() as tx:
            rows = CheckInRows(tx)
            found = await rows.of_day(fresh.guild, fresh.schedule, fresh.day)
            if found is not None:
                return found
            used = await rows.cards(fresh.guild, fresh.schedule) if deck else []
            card = next_card(deck, used, fresh.schedule) or ""
            number = await rows.add(replace(fresh, card=card))
            # Before the commit: a check-in without its key could never be answered.
            await asyncio.to_thread(self._keys.make, number)
        return replace(fresh, id=number, card=card)

    async def mine(self, guild: GuildId, number: int, user: UserId) -> Answer:
        """What somebody has said so far.

        Raises:
            Ended: it has closed.
        """
        async with self._database.read() as tx:
            checkin = self._answerable(await CheckInRows(tx).get(guild, number))
            key = self._keys.get(checkin.id)
            if key is None:
                raise Ended
            token = key.token(user)
            sealed = await AnswerRows(tx).get(checkin.id, token)
        return (key.open(token, sealed) if sealed else None) or Answer()

    async def answer(self, guild: GuildId, number: int, user: UserId, level: int) -> Answer:
        """Somebody's answer, in the place of the one before.

        Raises:
            Ended: it has closed; nothing was counted.
        """
        return await self._change(guild, number, user, lambda now: replace(now, level=level))

    async def say(self, guild: GuildId, number: int, user: UserId, words: str) -> Answer:
        """Somebody's words, in the place of those before.

        Raises:
            Ended, TooLong: nothing was kept; whoever asks still has the words.
        """
        if len(words) > MAX_WORDS:
            raise TooLong(limit=MAX_WORDS)
        return await self._change(guild, number, user, lambda now: replace(now, words=words))

    async def _change(
        self, guild: GuildId, number: int, user: UserId, how: Callable[[Answer], Answer]
    ) -> Answer:
        async with self._database.write() as tx:
            checkin = self._answerable(await CheckInRows(tx).get(guild, number))
            key = self._keys.get(checkin.id)
            if key is None:
                raise Ended
            answers, token = AnswerRows(tx), key.token(user)
            sealed = await answers.get(checkin.id, token)
            changed = how((key.open(token, sealed) if sealed else None) or Answer())
            await answers.put(checkin, token, key.seal(token, changed))
            # Only whoever keeps this check-in has a row that this could touch.
            await Entries(tx).follow(self._people.tag(guild, user), checkin.id, changed)
        return changed

    def _answerable(self, checkin: CheckIn | None) -> CheckIn:
        found = _found(checkin)
        if not found.is_open or found.closes_at <= self._clock.now():
            raise Ended
        return found

    async def work(self) -> list[CheckIn]:
        """Close what is over, and see that no key outlives its check-in; answers what closed."""
        async with self._database.read() as tx:
            over = await CheckInRows(tx).over(self._clock.now())
        for checkin in over:
            async with self._database.write() as tx:
                await self._close(tx, checkin)
        if over or not self._swept:
            await self.sweep()
        return over

    async def _close(self, tx: AsyncConnection, checkin: CheckIn) -> None:
        rows, entries, now = CheckInRows(tx), OutboxEntries(tx), self._clock.now()
        key, sealed = self._keys.get(checkin.id), await AnswerRows(tx).of(checkin.id)
        opened = [key.open(*each) for each in sealed] if key is not None else []
        tally = Counter(each.level for each in opened if each and each.level in LEVELS)
        cells = publish({level: tally[level] for level in LEVELS})
        if checkin.schedule == OWN:
            await rows.close(checkin.id, (), silent=False)
            return
        await rows.close(checkin.id, cells, silent=not sealed)
        ids = {"checkin": checkin.id, "schedule": checkin.schedule}
        late = now + STILL_NEWS
        if cells:
            key_of = f"{CLOSING}:{checkin.id}"
            await entries.put(Order(key_of, CLOSING, checkin.guild, now, ids, late, lane=2))
        if await rows.silence(checkin.guild, checkin.schedule, SILENT):
            schedules = Schedules(tx)
            found = await schedules.get(checkin.guild, PROMPT, checkin.schedule)
            if found is not None and found.state is Standing.ON:
                await schedules.save(replace(found, state=Standing.PAUSED, next_at=None))
                key_of = f"{QUIET}:{checkin.id}"
                await entries.put(Order(key_of, QUIET, checkin.guild, now, ids, late))

    async def sweep(self) -> None:
        """Destroy every key whose check-in is not open; what cannot be is tried again."""
        try:
            # As a writer: a key whose check-in is being opened right now is no orphan.
            async with self._database.write() as tx:
                living = await CheckInRows(tx).living()
                await asyncio.to_thread(self._keys.sweep, living)
        except KeysUnusable as problem:
            log.error("checkin.key_not_destroyed", extra={"why": problem.why})  # noqa: TRY400 - says all
            self._swept = False
        else:
            self._swept = True

    async def next_due(self) -> datetime | None:
        """When the next one closes."""
        async with self._database.read() as tx:
            return await CheckInRows(tx).next_end()

    async def resume(self, guild: GuildId, number: int) -> Schedule:
        """A schedule runs again, and what was silent before is forgiven.

        Raises:
            NoSuchSchedule: it is not there.
        """
        async with self._database.write() as tx:
            await CheckInRows(tx).forgive(guild, number)
        return await self._recurring.switch(guild, PROMPT, number, Standing.ON)

    async def tidy(self) -> None:
        """The nightly round."""
        async with self._database.write() as tx:
            await CheckInRows(tx).prune(self._clock.now())
        await self.sweep()


def _found(checkin: CheckIn | None) -> CheckIn:
    if checkin is None:
        raise Ended
    return checkin
