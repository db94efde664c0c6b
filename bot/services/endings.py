"""What else happens when a row of the outbox ends: in one transaction, so no crash loses it."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.services.courier import number_of
from bot.storage.outbox import Entry, Order, OutboxEntries, State

log = logging.getLogger("hearth.outbox")

Trouble = Callable[[Entry, State, str], Order | None]
Ended = Callable[[AsyncConnection, Entry, State], Awaitable[None]]


class Endings:
    """Who wishes to hear of the end of which rows, and what staff are told of trouble."""

    def __init__(self) -> None:
        self._tell: Trouble | None = None
        self._ended: dict[str, Ended] = {}
        self._quiet: set[str] = set()

    def on_trouble(self, tell: Trouble) -> None:
        """Name what is posted to staff when a post failed, expired or is unknown."""
        self._tell = tell

    def on_end(self, kind: str, act: Ended, *, quiet: bool = False) -> None:
        """Name what else happens when a row of a kind ends, sent or not.

        Args:
            kind: of which rows.
            act: what happens.
            quiet: staff are not told of a failure: it would be a hint at a person.
        """
        self._ended[kind] = act
        if quiet:
            self._quiet.add(kind)

    async def sent(self, tx: AsyncConnection, entry: Entry) -> None:
        """A row was sent."""
        await self._act(tx, entry, State.SENT)

    async def unsent(self, tx: AsyncConnection, entry: Entry, state: State, reason: str) -> None:
        """A row ended otherwise; staff are told unless it was only not wanted any more."""
        await self._act(tx, replace(entry, reason=reason), state)
        if state is State.DROPPED or entry.kind in self._quiet:
            return
        notice = None if self._tell is None else self._tell(entry, state, reason)
        if notice is not None:
            await OutboxEntries(tx).put(notice)
        number = number_of(entry.key)
        log.warning("outbox.not_posted", extra={"row": number, "state": state, "why": reason})

    async def _act(self, tx: AsyncConnection, entry: Entry, state: State) -> None:
        act = self._ended.get(entry.kind)
        if act is not None:
            await act(tx, entry, state)
