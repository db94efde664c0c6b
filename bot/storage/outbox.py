"""What is to be posted unasked: one row per post, unique by key, never rendered text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Index,
    Integer,
    RowMapping,
    String,
    bindparam,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import ChannelId, GuildId, MessageId
from bot.storage.base import Base
from bot.storage.opening import opened
from bot.storage.types import MOST, NOW, RowId, Sealed, UtcDateTime


class State(StrEnum):
    """Where a row stands; `bot/services/outbox.py` draws who moves it."""

    PENDING = "pending"
    CLAIMED = "claimed"
    SENT = "sent"
    FAILED = "failed"
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    DROPPED = "dropped"


# Why a claimed row waits: its channel's history could not be read.
BLIND = "could_not_look"
OVER = (State.SENT, State.FAILED, State.EXPIRED, State.UNKNOWN, State.DROPPED)


class OutboxRow(Base):
    """One post that is to be made once. Sealed: its ids may lead to a person."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_next", "state", "lane", "next_at"),
        Index("ix_outbox_due", "state", "next_at"),
        Index("ix_outbox_kind", "guild_id", "kind", "due"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    key: Mapped[str] = mapped_column(String(120), unique=True)
    kind: Mapped[str] = mapped_column(String(60))
    guild_id: Mapped[int] = mapped_column(BigInteger)
    lane: Mapped[int] = mapped_column(Integer)
    ids: Mapped[dict[str, int]] = mapped_column(Sealed("outbox.ids"))
    due: Mapped[datetime] = mapped_column(UtcDateTime)
    next_at: Mapped[datetime] = mapped_column(UtcDateTime)
    late_after: Mapped[datetime | None] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(10))
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    first_claimed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    claimed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    blind_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    blind_looks: Mapped[int] = mapped_column(Integer, default=0)
    channel: Mapped[int | None] = mapped_column(Sealed("outbox.channel"))
    message: Mapped[int | None] = mapped_column(Sealed("outbox.message"))
    reason: Mapped[str | None] = mapped_column(String(40))


@dataclass(frozen=True, slots=True)
class Order:
    """A post to be made: which kind draws it, for whom, and until when it makes sense.

    `lane` 0 goes before everything else; `ids` are numbers only (the type says so), so no word
    that somebody wrote can reach a row.
    """

    key: str
    kind: str
    guild: GuildId
    due: datetime
    ids: Mapping[str, int] = field(default_factory=dict[str, int])
    late_after: datetime | None = None
    lane: int = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as read: the order and where it stands."""

    id: int
    key: str
    kind: str
    guild: GuildId
    ids: Mapping[str, int]
    due: datetime
    state: State
    attempts: int
    first_claimed_at: datetime | None
    claimed_at: datetime | None
    blind_since: datetime | None
    blind_looks: int
    late_after: datetime | None
    channel: ChannelId | None
    message: MessageId | None
    reason: str | None


_COLUMNS = (
    OutboxRow.id,
    OutboxRow.key,
    OutboxRow.kind,
    OutboxRow.guild_id,
    OutboxRow.ids,
    OutboxRow.due,
    OutboxRow.state,
    OutboxRow.attempts,
    OutboxRow.first_claimed_at,
    OutboxRow.claimed_at,
    OutboxRow.blind_since,
    OutboxRow.blind_looks,
    OutboxRow.late_after,
    OutboxRow.channel,
    OutboxRow.message,
    OutboxRow.reason,
)
_LANES = (0, 1, 2)
_CLAIM = (
    update(OutboxRow)
    # By id alone: naming the state again would make SQLite walk every planned row.
    .where(
        OutboxRow.id.in_(
            select(OutboxRow.id)
            .where(OutboxRow.state == State.PENDING, OutboxRow.lane == bindparam("urgency"))
            .where(OutboxRow.next_at <= NOW)
            .order_by(OutboxRow.next_at)
            .limit(MOST)
            .with_for_update(skip_locked=True)
        )
    )
    .values(
        state=State.CLAIMED,
        claimed_at=NOW,
        first_claimed_at=func.coalesce(OutboxRow.first_claimed_at, NOW),
        attempts=OutboxRow.attempts + 1,
    )
    .returning(*_COLUMNS)
)
_IN_FLIGHT = (
    select(*_COLUMNS)
    .where(OutboxRow.state == State.CLAIMED, OutboxRow.claimed_at <= bindparam("before"))
    .where(OutboxRow.next_at <= NOW)
    .order_by(OutboxRow.lane, OutboxRow.id)
    .limit(100)
)
_NEXT_DUE = tuple(
    select(OutboxRow.next_at).where(OutboxRow.state == state).order_by(OutboxRow.next_at).limit(1)
    for state in (State.PENDING, State.CLAIMED)
)


class OutboxEntries:
    """Repository of the outbox of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def put(self, order: Order) -> bool:
        """Plan a post; planning the same key again changes nothing. Answers whether it was new."""
        statement = insert(OutboxRow).values(
            key=order.key,
            kind=order.kind,
            guild_id=order.guild,
            lane=order.lane,
            ids=dict(order.ids),
            due=order.due,
            next_at=order.due,
            late_after=order.late_after,
            state=State.PENDING,
            attempts=0,
            blind_looks=0,
        )
        done = await self._tx.execute(statement.on_conflict_do_nothing(index_elements=["key"]))
        return done.rowcount == 1

    async def claim(self, now: datetime, limit: int) -> list[Entry]:
        """Take up to `limit` due rows, urgent lanes first; after commit they are ours."""
        taken: list[Entry] = []
        for lane in _LANES:
            some = {"urgency": lane, "now": now, "most": limit - len(taken)}
            rows = await self._tx.execute(_CLAIM, some)
            taken += sorted((_entry(row) for row in rows.mappings()), key=lambda entry: entry.id)
            if len(taken) >= limit:
                break
        return taken

    async def in_flight(self, before: datetime, now: datetime) -> list[Entry]:
        """Claimed rows whose claim is older than `before` and whose next look is due."""
        rows = await self._tx.execute(_IN_FLIGHT, {"before": before, "now": now})
        return [_entry(row) for row in rows.mappings()]

    async def finish(self, entry: Entry, state: State, reason: str | None = None) -> bool:
        """End a claimed row; answers False if somebody else has moved it meanwhile."""
        return await self._move(entry, {"state": state, "reason": reason})

    async def sent(self, entry: Entry, channel: ChannelId, message: MessageId) -> bool:
        """The post stands in Discord."""
        return await self._move(
            entry, {"state": State.SENT, "channel": channel, "message": message, "reason": None}
        )

    async def again(self, entry: Entry, at: datetime, reason: str) -> bool:
        """Try to send once more, at `at`."""
        sighted = {"blind_since": None, "blind_looks": 0}
        return await self._move(
            entry, {"state": State.PENDING, "next_at": at, "reason": reason, **sighted}
        )

    async def look_later(self, entry: Entry, at: datetime, now: datetime) -> bool:
        """It stays claimed; history could not be read, look again at `at`."""
        blind = {"blind_since": entry.blind_since or now, "blind_looks": entry.blind_looks + 1}
        return await self._move(entry, {"next_at": at, "reason": BLIND, **blind})

    async def _move(self, entry: Entry, values: Mapping[str, object]) -> bool:
        moved = await self._tx.execute(
            update(OutboxRow)
            .where(OutboxRow.id == entry.id, OutboxRow.state == State.CLAIMED)
            .where(OutboxRow.attempts == entry.attempts)
            .values(**values)
        )
        return moved.rowcount == 1

    async def get(self, key: str) -> Entry | None:
        """The row of a key."""
        rows = await self._tx.execute(select(*_COLUMNS).where(OutboxRow.key == key))
        row = rows.mappings().one_or_none()
        return None if row is None else _entry(row)

    async def numbered(self, number: int) -> Entry | None:
        """The row of a number."""
        rows = await self._tx.execute(select(*_COLUMNS).where(OutboxRow.id == number))
        row = rows.mappings().one_or_none()
        return None if row is None else _entry(row)

    async def forget(self, number: int) -> None:
        """A row goes."""
        await self._tx.execute(delete(OutboxRow).where(OutboxRow.id == number))

    async def beginning(self, prefix: str) -> list[Entry]:
        """Every row that opens whose key begins so, in the order in which they were planned."""
        after = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        asked = select(*_COLUMNS).where(OutboxRow.key >= prefix, OutboxRow.key < after)
        found = await opened(self._tx, asked.order_by(OutboxRow.id))
        return [_entry(row) for row in found.rows]

    async def next_due(self) -> datetime | None:
        """The earliest instant at which a row wants something, or None."""
        times: list[datetime] = []
        for asked in _NEXT_DUE:
            times += (await self._tx.execute(asked)).scalars()
        return min(times, default=None)


def _entry(values: RowMapping) -> Entry:
    return Entry(
        id=values["id"],
        key=values["key"],
        kind=values["kind"],
        guild=GuildId(values["guild_id"]),
        ids=values["ids"],
        due=values["due"],
        state=State(values["state"]),
        attempts=values["attempts"],
        first_claimed_at=values["first_claimed_at"],
        claimed_at=values["claimed_at"],
        blind_since=values["blind_since"],
        blind_looks=values["blind_looks"],
        late_after=values["late_after"],
        channel=values["channel"],
        message=values["message"],
        reason=values["reason"],
    )
