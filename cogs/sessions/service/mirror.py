"""Brings the public posts of sessions up to date: cards, rooms, the board."""

import logging
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.ids import GuildId
from bot.services.courier import Parcel, Posted, Unclear, Undeliverable, Unwanted
from bot.services.settings import Settings
from bot.storage.database import Database
from bot.storage.outbox import Entry, Order, OutboxEntries, State
from bot.storage.unplanned import keep_in_mind
from cogs.sessions.service.deeds import put_room_card
from cogs.sessions.service.ports import (
    BOARD,
    CARD,
    SessionSettings,
    Show,
    board_key,
    card_key,
    room_key,
)
from cogs.sessions.store.meeting import Meeting, MeetingState
from cogs.sessions.store.meetings import Meetings
from cogs.sessions.store.plans import Session, Sessions, SessionState

log = logging.getLogger("hearth.sessions")

BATCH = 50


class Mirror:
    """Brings the public posts up to date: cards, rooms, the board. Runs after the clockwork."""

    def __init__(self, database: Database, settings: Settings, clock: Clock, show: Show) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._show = show

    async def work(self) -> None:
        """Draw again what does not show everything; what changes meanwhile stays to be drawn."""
        async with self._database.read() as tx:
            sessions, meetings = await Sessions(tx).stale(BATCH), await Meetings(tx).stale(BATCH)
        for session in sessions:
            await self._card(session)
        for guild in {session.guild for session in sessions}:
            await self._board(guild)
        for meeting in meetings:
            await self._room(meeting)

    async def next_due(self) -> datetime | None:
        """Never of its own: whoever changes something beats."""
        return None

    async def remember(self) -> None:
        """The nightly round: posts that are still edited in place are not forgotten."""
        now = self._clock.now()
        async with self._database.write() as tx:
            keys = {card_key(number, cards) for number, cards in await Sessions(tx).cards()}
            await keep_in_mind(tx, CARD, now, keys)
            await keep_in_mind(tx, BOARD, now)

    async def _card(self, session: Session) -> None:
        key = card_key(session.id, session.cards)
        drawn = await self._drawn(key)
        if drawn is None:
            return
        async with self._database.write() as tx:
            await Sessions(tx).shown(session)
            before = await OutboxEntries(tx).get(key)
            if not drawn and before is not None and session.state is SessionState.LIVE:
                cards = session.cards + 1
                await Sessions(tx).change(session.id, cards=cards)
                await self._again(tx, before, card_key(session.id, cards))

    async def _room(self, meeting: Meeting) -> None:
        key = room_key(meeting.id, meeting.cards)
        drawn = await self._drawn(key)
        if drawn is None:
            return
        async with self._database.write() as tx:
            await Meetings(tx).shown(meeting)
            there = await Meetings(tx).get(meeting.id)
            # Where the room itself is gone, it is not a card that is missing.
            if there is None or there.room is None or there.room != meeting.room:
                return
            if not drawn and there.state is MeetingState.OPEN:
                cards = meeting.cards + 1
                await Meetings(tx).change(meeting.id, cards=cards)
                await put_room_card(tx, meeting, cards)

    async def _board(self, guild: GuildId) -> None:
        chosen = self._settings.of(guild, SessionSettings)
        key = board_key(guild, chosen.boards)
        if await self._drawn(key) is False:
            await self._settings.change(guild, SessionSettings, boards=chosen.boards + 1)
            async with self._database.write() as tx:
                before = await OutboxEntries(tx).get(key)
                if before is not None:
                    await self._again(tx, before, board_key(guild, chosen.boards + 1))

    async def _again(self, tx: AsyncConnection, before: Entry, key: str) -> None:
        """Somebody deleted it by hand: it is put up once more."""
        order = Order(key, before.kind, before.guild, self._clock.now(), before.ids)
        await OutboxEntries(tx).put(order)

    async def _drawn(self, key: str) -> bool | None:
        """Whether the post of a key stands and shows what is; None: it is on its way."""
        async with self._database.read() as tx:
            entry = await OutboxEntries(tx).get(key)
        if entry is not None and entry.state in (State.PENDING, State.CLAIMED):
            return None
        if entry is None or entry.channel is None or entry.message is None:
            return entry is None or entry.state is not State.FAILED
        parcel = Parcel(entry.key, entry.kind, entry.guild, entry.ids)
        try:
            return await self._show(parcel, Posted(entry.channel, entry.message))
        except (Unclear, Undeliverable, Unwanted):
            log.info("sessions.not_redrawn", extra={"row": entry.id})
        return True
