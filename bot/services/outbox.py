"""Everything unasked is posted exactly once, whatever dies in between.

    (one transaction: insert, unique key) ──► pending
    pending ──commit──► claimed ──send(nonce, marker)──► sent
    claimed ──403, 404, no place──► failed          an admin is told why
    claimed ──no longer wanted────► dropped
    claimed ──nobody knows────────► look in history: found ► sent · not there ► pending, same nonce
                                    could not look ► stays claimed and is looked for again
    pending, later than its window ► expired        yesterday's "good morning" is never posted
    due before a restore ──────────► expired        what a backup had still to post was posted since

Who moves a row: `put` makes it; `deliver` alone moves it on. A claimed row that nobody holds
(its process died) is looked for in history before anything else. When Discord's memory of the
nonce is gone and history stays unreadable, the kind decides: what matters more than neatness is
sent again, the rest is left as `unknown` and staff are told.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.keyring import Unopenable
from bot.services.backoff import wait_before, wait_to_look
from bot.services.courier import (
    CouldNotLook,
    Courier,
    Parcel,
    Posted,
    Unclear,
    Undeliverable,
    Unwanted,
)
from bot.services.endings import Endings
from bot.storage.database import Database
from bot.storage.ledger import Moments
from bot.storage.outbox import BLIND, Entry, Order, OutboxEntries, State
from bot.storage.restored import RESTORED
from bot.storage.unopened import end_unopened

log = logging.getLogger("hearth.outbox")

BATCH = 20
# Clocks differ: history is read from a little before the first claim.
SKEW = timedelta(seconds=30)
# Discord remembers a nonce "for a few minutes"; within one minute we are sure of it.
NONCE_SURE = timedelta(seconds=60)
# A claim older than this whose holder is not this process is nobody's: above the longest send.
LEASE = timedelta(seconds=120)
# How long an unreadable history is waited for before the kind decides.
PATIENCE_URGENT = timedelta(minutes=2)
PATIENCE = timedelta(minutes=15)
# Why a row is sent once more although it may already stand.
NONCE_REMEMBERS = "nonce_remembers"
SENT_AGAIN = "sent_again"


class Outbox:
    """Delivers what is due.

    Args:
        database: where the rows live.
        courier: posts and looks.
        clock: tells the time.
        again: the kinds that are sent again when nobody can know whether they arrived.
    """

    def __init__(
        self, database: Database, courier: Courier, clock: Clock, again: frozenset[str]
    ) -> None:
        self._database = database
        self._courier = courier
        self._clock = clock
        self._again = again
        self._born: datetime | None = None
        self._held: set[int] = set()
        self._restored: datetime | None = None
        self.endings = Endings()

    async def put(self, orders: Sequence[Order]) -> int:
        """Plan posts in a transaction of their own; answers how many were new."""
        async with self._database.write() as tx:
            entries = OutboxEntries(tx)
            return sum([await entries.put(order) for order in orders])

    async def next_due(self) -> datetime | None:
        """When the outbox wants to be woken next."""
        async with self._database.read() as tx:
            return await OutboxEntries(tx).next_due()

    async def deliver(self) -> int:
        """Look for what was in flight, then send what is due; answers how many rows moved."""
        try:
            return await self._deliver()
        except Unopenable:
            if not await self._end_unopened():
                raise
            return await self._deliver()

    async def _deliver(self) -> int:
        moved = await self._recover()
        while True:
            now = self._clock.now()
            async with self._database.write() as tx:
                taken = await OutboxEntries(tx).claim(now, BATCH)
            if not taken:
                return moved
            self._held.update(entry.id for entry in taken)
            try:
                await self._in_order(taken, self._send)
            finally:
                self._held.difference_update(entry.id for entry in taken)
            moved += len(taken)

    async def work(self) -> int:
        """What the heartbeat calls: deliver."""
        return await self.deliver()

    async def _recover(self) -> int:
        now = self._clock.now()
        async with self._database.read() as tx:
            if self._born is None:
                self._restored = await Moments(tx).last(RESTORED)
            flying = await OutboxEntries(tx).in_flight(now, now)
        # Whatever was claimed before the first look lost its holder with an earlier process.
        self._born = self._born or now
        lost = [entry for entry in flying if entry.id not in self._held and self._orphan(entry)]
        await self._in_order(lost, self._look)
        return len(lost)

    def _orphan(self, entry: Entry) -> bool:
        claimed = entry.claimed_at
        waiting_for_a_look = entry.reason == BLIND
        return claimed is None or (
            claimed <= (self._born or claimed)
            or waiting_for_a_look
            or claimed <= self._clock.now() - LEASE
        )

    async def _in_order(
        self, entries: Sequence[Entry], act: Callable[[Entry], Awaitable[None]]
    ) -> None:
        """Urgent ones first and one after another; the communities beside one another."""
        for lane in (True, False):
            chosen = [entry for entry in entries if (entry.kind in self._again) is lane]
            by_guild: dict[int, list[Entry]] = {}
            for entry in chosen:
                by_guild.setdefault(entry.guild, []).append(entry)
            work = (self._one_by_one(group, act) for group in by_guild.values())
            # Everybody is waited for, so that no send goes on behind the back of the next beat.
            for outcome in await asyncio.gather(*work, return_exceptions=True):
                if isinstance(outcome, BaseException):
                    raise outcome

    @staticmethod
    async def _one_by_one(
        entries: Sequence[Entry], act: Callable[[Entry], Awaitable[None]]
    ) -> None:
        for entry in entries:
            await act(entry)

    async def _send(self, entry: Entry) -> None:
        if self._restored is not None and entry.due <= self._restored:
            await self._end(entry, State.EXPIRED, "restored")
            return
        if self._may_stand(entry) and await self._settled_by_a_look(entry):
            return
        if entry.late_after is not None and self._clock.now() > entry.late_after:
            await self._end(entry, State.EXPIRED, "late")
            return
        try:
            posted = await self._courier.send(_parcel(entry))
        except Unwanted:
            await self._end(entry, State.DROPPED, "unwanted")
        except Undeliverable as problem:
            await self._end(entry, State.FAILED, problem.reason)
        except Unclear:
            await self._look(entry)
        else:
            await self._sent(entry, posted)

    def _may_stand(self, entry: Entry) -> bool:
        """Whether an earlier attempt may have been posted, and Discord may refuse it no more."""
        if entry.reason not in (NONCE_REMEMBERS, SENT_AGAIN):
            return False
        first = entry.first_claimed_at or self._clock.now()
        late = entry.late_after is not None and self._clock.now() > entry.late_after
        return late or self._clock.now() - first >= NONCE_SURE

    async def _settled_by_a_look(self, entry: Entry) -> bool:
        """One look before sending again; False where it surely (or by its kind) has to be sent."""
        try:
            found = await self._courier.find(_parcel(entry), self._since(entry))
        except (CouldNotLook, Unclear):
            if entry.reason == SENT_AGAIN:
                return False
            await self._blind(entry)
            return True
        except Undeliverable as problem:
            await self._end(entry, State.FAILED, problem.reason)
            return True
        if found is None:
            return False
        await self._sent(entry, found)
        return True

    async def _look(self, entry: Entry) -> None:
        try:
            found = await self._courier.find(_parcel(entry), self._since(entry))
        except (CouldNotLook, Unclear):
            await self._blind(entry)
            return
        except Undeliverable as problem:
            await self._end(entry, State.FAILED, problem.reason)
            return
        if found is not None:
            await self._sent(entry, found)
        else:
            await self._retry(entry, "not_there")

    async def _blind(self, entry: Entry) -> None:
        """History cannot be read: wait, and after a while let the kind decide."""
        now, urgent = self._clock.now(), entry.kind in self._again
        since_first = now - (entry.first_claimed_at or now)
        blind_for = now - (entry.blind_since or now)
        if urgent and since_first < NONCE_SURE:
            await self._retry(entry, NONCE_REMEMBERS)
        elif blind_for < (PATIENCE_URGENT if urgent else PATIENCE):
            async with self._database.write() as tx:
                at = now + wait_to_look(entry.id, entry.blind_looks + 1)
                await OutboxEntries(tx).look_later(entry, at, now)
        elif urgent:
            await self._retry(entry, SENT_AGAIN)
        else:
            await self._end(entry, State.UNKNOWN, BLIND)

    def _since(self, entry: Entry) -> datetime:
        return (entry.first_claimed_at or self._clock.now()) - SKEW

    async def _retry(self, entry: Entry, reason: str) -> None:
        at = self._clock.now() + wait_before(entry.id, entry.attempts)
        async with self._database.write() as tx:
            await OutboxEntries(tx).again(entry, at, reason)

    async def _sent(self, entry: Entry, posted: Posted) -> None:
        async with self._database.write() as tx:
            if await OutboxEntries(tx).sent(entry, posted.channel, posted.message):
                sent = replace(entry, channel=posted.channel, message=posted.message)
                await self.endings.sent(tx, sent)

    async def _end(self, entry: Entry, state: State, reason: str) -> None:
        async with self._database.write() as tx:
            ended = await OutboxEntries(tx).finish(entry, state, reason)
            if ended:
                await self.endings.unsent(tx, entry, state, reason)

    async def _end_unopened(self) -> int:
        async with self._database.write() as tx:
            ended = await end_unopened(tx, self._clock.now())
            for entry in ended:
                await self.endings.unsent(tx, entry, State.FAILED, "unopenable")
        return len(ended)


def _parcel(entry: Entry) -> Parcel:
    return Parcel(key=entry.key, kind=entry.kind, guild=entry.guild, ids=entry.ids)
