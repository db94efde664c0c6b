"""Cases: somebody needs a human; which one goes, and how it ended."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    ForeignKey,
    Index,
    LargeBinary,
    RowMapping,
    String,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import ChannelId, GuildId, MessageId, Tag, UserId
from bot.storage.base import Base, PersonalData
from bot.storage.types import RowId, Sealed, UtcDateTime


class CaseState(StrEnum):
    """Where a case stands; `bot/services/cases.py` draws who moves it."""

    OPEN = "open"
    CLAIMED = "claimed"
    RESOLVED = "resolved"
    FALSE_ALARM = "false_alarm"


class CaseRow(Base):
    """One case. The person, the place and the excerpt are sealed; rules and times are not."""

    __tablename__ = "case_file"
    __table_args__ = (Index("ix_case_file_state", "guild_id", "state"),)
    personal = PersonalData(
        why="so that a human comes when somebody is in danger, and only one is asked",
        keep=timedelta(days=30),
        until="changed_at",
        tag="tag",
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(12))
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), index=True)
    person: Mapped[int] = mapped_column(Sealed("case_file.person"))
    place: Mapped[list[int] | None] = mapped_column(Sealed("case_file.place"))
    source_index: Mapped[bytes | None] = mapped_column(LargeBinary(16), index=True)
    level: Mapped[str] = mapped_column(String(12))
    category: Mapped[str] = mapped_column(Sealed("case_file.category"))
    rules: Mapped[list[str]] = mapped_column(Sealed("case_file.rules"))
    excerpt: Mapped[str | None] = mapped_column(Sealed("case_file.excerpt"))
    reached: Mapped[str] = mapped_column(String(20))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    owner_tag: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    owner: Mapped[int | None] = mapped_column(Sealed("case_file.owner"))
    claimed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    outcome: Mapped[str | None] = mapped_column(String(20))


class CaseStepRow(Base):
    """One step in the life of a case."""

    __tablename__ = "case_step"
    personal = PersonalData(
        why="so that staff can see who did what for a case",
        keep=timedelta(days=30),
        until="at",
        tag="tag",
        erase="unname",
        names=("tag",),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    tag: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    step: Mapped[str] = mapped_column(String(20))


@dataclass(frozen=True, slots=True)
class Place:
    """Where it was said: enough for a link."""

    channel: ChannelId
    message: MessageId


@dataclass(frozen=True, slots=True)
class NewCase:
    """What is known when a case opens. `excerpt` is already cut to what may be kept."""

    guild: GuildId
    kind: str
    tag: Tag
    person: UserId
    place: Place | None
    source_index: bytes | None
    level: str
    category: str
    rules: tuple[str, ...]
    excerpt: str | None
    reached: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it stands. `reached` says what the bot did for the person."""

    id: int
    guild: GuildId
    kind: str
    state: CaseState
    tag: Tag
    person: UserId
    place: Place | None
    level: str
    category: str
    rules: tuple[str, ...]
    excerpt: str | None
    reached: str
    opened_at: datetime
    owner: UserId | None
    claimed_at: datetime | None
    ended_at: datetime | None
    outcome: str | None


_COLUMNS = (
    CaseRow.id,
    CaseRow.guild_id,
    CaseRow.kind,
    CaseRow.state,
    CaseRow.tag,
    CaseRow.person,
    CaseRow.place,
    CaseRow.level,
    CaseRow.category,
    CaseRow.rules,
    CaseRow.excerpt,
    CaseRow.reached,
    CaseRow.opened_at,
    CaseRow.owner,
    CaseRow.claimed_at,
    CaseRow.ended_at,
    CaseRow.outcome,
)
LIVE = (CaseState.OPEN, CaseState.CLAIMED)


class CaseFiles:
    """Repository of the cases of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def add(self, new: NewCase) -> int:
        """Open a case; answers its number."""
        place = None if new.place is None else [new.place.channel, new.place.message]
        made = await self._tx.execute(
            insert(CaseRow)
            .values(
                guild_id=new.guild,
                kind=new.kind,
                state=CaseState.OPEN,
                tag=new.tag,
                person=new.person,
                place=place,
                source_index=new.source_index,
                level=new.level,
                category=new.category,
                rules=list(new.rules),
                excerpt=new.excerpt,
                reached=new.reached,
                opened_at=new.at,
                changed_at=new.at,
            )
            .returning(CaseRow.id)
        )
        number = made.scalar_one()
        await self.step(number, "opened", None, new.at)
        return number

    async def get(self, guild: GuildId, number: int) -> Case | None:
        """One case of one community."""
        rows = (
            await self._tx.execute(
                select(*_COLUMNS).where(CaseRow.id == number, CaseRow.guild_id == guild)
            )
        ).mappings()
        row = rows.one_or_none()
        return None if row is None else _case(row)

    async def live(self, guild: GuildId) -> list[Case]:
        """Every case of a community that has not ended, oldest first."""
        rows = (
            await self._tx.execute(
                select(*_COLUMNS)
                .where(CaseRow.guild_id == guild, CaseRow.state.in_(LIVE))
                .order_by(CaseRow.id)
            )
        ).mappings()
        return [_case(row) for row in rows]

    async def live_about(self, guild: GuildId, tag: Tag, kind: str) -> Case | None:
        """The newest case of one kind about one person that has not ended."""
        rows = (
            await self._tx.execute(
                select(*_COLUMNS)
                .where(CaseRow.guild_id == guild, CaseRow.tag == tag, CaseRow.kind == kind)
                .where(CaseRow.state.in_(LIVE))
                .order_by(CaseRow.id.desc())
                .limit(1)
            )
        ).mappings()
        row = rows.one_or_none()
        return None if row is None else _case(row)

    async def change(self, number: int, allowed: tuple[CaseState, ...], **values: object) -> bool:
        """Change a case if it still stands in an allowed state; answers whether it did."""
        done = await self._tx.execute(
            update(CaseRow).where(CaseRow.id == number, CaseRow.state.in_(allowed)).values(**values)
        )
        return done.rowcount == 1

    async def step(self, number: int, step: str, tag: Tag | None, now: datetime) -> None:
        """Append a step to the life of a case."""
        await self._tx.execute(
            insert(CaseStepRow).values(case_id=number, at=now, tag=tag, step=step)
        )

    async def steps(self, number: int) -> list[tuple[datetime, str]]:
        """The life of a case, in order."""
        rows = await self._tx.execute(
            select(CaseStepRow.at, CaseStepRow.step)
            .where(CaseStepRow.case_id == number)
            .order_by(CaseStepRow.id)
        )
        return [(row.at, row.step) for row in rows]

    async def led_to(self, guild: GuildId, source_index: bytes) -> int | None:
        """The newest case to which one message led."""
        found = await self._tx.execute(
            select(CaseRow.id)
            .where(CaseRow.source_index == source_index, CaseRow.guild_id == guild)
            .order_by(CaseRow.id.desc())
            .limit(1)
        )
        return found.scalar_one_or_none()

    async def wipe_excerpts_of(self, source_index: bytes) -> int:
        """The author deleted the message: its words go from every case; answers how many."""
        done = await self._tx.execute(
            update(CaseRow).where(CaseRow.source_index == source_index).values(excerpt=None)
        )
        return done.rowcount

    async def wipe_old_excerpts(self, ended_before: datetime, opened_before: datetime) -> None:
        """Words go a while after the end of a case, and in any case a while after its start."""
        await self._tx.execute(
            update(CaseRow)
            .where((CaseRow.ended_at < ended_before) | (CaseRow.opened_at < opened_before))
            .where(CaseRow.excerpt.is_not(None))
            .values(excerpt=None)
        )


def _case(row: RowMapping) -> Case:
    values: dict[str, Any] = dict(row)
    guild, place = values.pop("guild_id"), values.pop("place")
    values["state"] = CaseState(values["state"])
    values["rules"] = tuple(values["rules"])
    spot = None if place is None else Place(ChannelId(place[0]), MessageId(place[1]))
    return Case(guild=guild, place=spot, **values)
