"""Plans who is called to a case, in the transaction that makes it wait (`calls` says when)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import GuildId, UserId
from bot.sections import CaseSettings
from bot.services.calls import (
    ALERT,
    ALONE_A_MINUTE,
    MANY,
    MINUTE,
    Circle,
    alert,
    first_circle,
    key_of,
    later_calls,
    many_calls,
    many_due,
    opening_call,
    pressed_call,
    quiet_calls,
)
from bot.services.case_rules import RANK, Opened, is_quiet
from bot.services.rota import coverage
from bot.services.settings import Settings
from bot.storage.case_files import CaseFiles
from bot.storage.cases import Case, NewCase
from bot.storage.outbox import Order, OutboxEntries, State
from bot.storage.outbox_counts import planned_since


class CaseCalls:
    """Writes the rows of the outbox by which staff learn of a case."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    async def opened(
        self, tx: AsyncConnection, new: NewCase, opened: Opened, hidden: frozenset[UserId]
    ) -> bool:
        """Alert staff, and plan who is called if nobody goes; whether the alert is its own."""
        guild, at, patience, number = new.guild, new.at, self._patience(new.guild), opened.number
        first = await self._first(tx, guild, hidden, at)
        orders: Iterable[Order]
        alone = False
        if hidden:
            why = {"pressed" if opened.joined else "opening": 1}
            orders = quiet_calls((guild, number), at, patience, first, **why)
        elif await planned_since(tx, guild, ALERT, at - MINUTE) < ALONE_A_MINUTE:
            alone = True
            card = alert(guild, number, RANK[new.level], at, first)
            orders = (card, *later_calls(guild, number, at, patience, first))
        else:
            planned = await OutboxEntries(tx).beginning(f"{MANY}:{guild}:")
            due = many_due(planned, at)
            orders = () if due is None else many_calls(guild, due, patience, first)
        await CaseFiles(tx).called(guild, number, first)
        await _put(tx, orders)
        return alone

    async def again(self, tx: AsyncConnection, case: Case, at: datetime) -> None:
        """Nobody has the case any more: the circles are asked as at the start."""
        guild, number, patience = case.guild, case.id, self._patience(case.guild)
        first = await self._first(tx, guild, case.hidden, at)
        await CaseFiles(tx).called(guild, number, first)
        orders: Iterable[Order] = (
            opening_call(guild, number, at, first),
            *later_calls(guild, number, at, patience, first),
        )
        if is_quiet(case):
            orders = quiet_calls((guild, number), at, patience, first, opening=1)
        await _put(tx, orders)

    async def kept_from_some(self, tx: AsyncConnection, case: Case, at: datetime) -> None:
        """Some must not know of it any more: what stands of it goes, and the others are told."""
        first = await self._first(tx, case.guild, case.hidden, at)
        patience, whose = self._patience(case.guild), (case.guild, case.id)
        kept = int(at.timestamp())
        orders = quiet_calls(whose, case.waiting_since, patience, first, opening=1, kept=kept)
        await _put(tx, orders)

    async def pressed(self, tx: AsyncConnection, case: Case, circle: Circle, at: datetime) -> None:
        """Somebody asked for more people."""
        await _put(tx, (pressed_call(case, circle, at),))

    async def next_circle(self, tx: AsyncConnection, case: Case) -> Circle:
        """The circle after the widest that was called, by the clock or by a press."""
        entries, widest = OutboxEntries(tx), Circle(case.called)
        for circle in Circle:
            row = await entries.get(key_of(case.id, case.waiting_since, circle))
            if row is not None and row.state in (State.SENT, State.CLAIMED):
                widest = max(widest, circle)
        return Circle(min(widest + 1, Circle.ADMINS))

    async def _first(
        self, tx: AsyncConnection, guild: GuildId, hidden: frozenset[UserId], at: datetime
    ) -> Circle:
        return first_circle(set((await coverage(tx, guild, at)).fresh) - hidden)

    def _patience(self, guild: GuildId) -> timedelta:
        return timedelta(minutes=self._settings.of(guild, CaseSettings).escalate_minutes)


async def _put(tx: AsyncConnection, orders: Iterable[Order]) -> None:
    entries = OutboxEntries(tx)
    for order in orders:
        await entries.put(order)
