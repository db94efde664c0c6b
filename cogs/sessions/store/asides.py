"""What stands beside sessions: lines on their way into a room, covers, proposals, matters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, RowMapping, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as put
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import GuildId, Tag, UserId
from bot.storage.base import table_of
from cogs.sessions.store.beside import CoverRow, LineRow, MatterRow, ProposalRow
from cogs.sessions.store.meeting import Meeting


class Lines:
    """Repository of prompts on their way, of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def add(self, meeting: Meeting, tag: Tag, words: str) -> int:
        """Keep a prompt until it is shown; answers its number."""
        values = {"meeting_id": meeting.id, "guild_id": meeting.guild, "tag": tag, "words": words}
        done = await self._tx.execute(
            insert(LineRow).values(**values, ends_at=meeting.times.ends).returning(LineRow.id)
        )
        return done.scalar_one()

    async def get(self, meeting: int, number: int) -> str | None:
        """What a prompt says."""
        found = await self._tx.execute(
            select(LineRow.words).where(LineRow.id == number, LineRow.meeting_id == meeting)
        )
        return found.scalar_one_or_none()


@dataclass(frozen=True, slots=True)
class Cover:
    """One date for which other hosts were asked; `person` said yes first."""

    id: int
    guild: GuildId
    session: int
    day: date
    starts: datetime
    person: UserId | None
    tag: Tag | None


class Covers:
    """Repository of covers of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def ask(self, guild: GuildId, session: int, day: date, starts: datetime) -> int:
        """Other hosts are asked for a date; asking twice is asking once. Answers the number."""
        values = {"guild_id": guild, "session_id": session, "day": day, "starts_at": starts}
        await self._tx.execute(put(CoverRow).values(**values).on_conflict_do_nothing())
        found = await self._tx.execute(
            select(CoverRow.id).where(CoverRow.session_id == session, CoverRow.day == day)
        )
        return found.scalar_one()

    async def get(self, guild: GuildId, number: int) -> Cover | None:
        """A cover of a community."""
        return await self._one(CoverRow.id == number, CoverRow.guild_id == guild)

    async def of(self, session: int, day: date) -> Cover | None:
        """The cover of a date, if anybody was asked."""
        return await self._one(CoverRow.session_id == session, CoverRow.day == day)

    async def by(self, guild: GuildId, tag: Tag, now: datetime) -> list[Cover]:
        """Dates ahead that somebody took over."""
        mine = (CoverRow.guild_id == guild, CoverRow.tag == tag, CoverRow.starts_at > now)
        rows = await self._tx.execute(select(table_of(CoverRow)).where(*mine))
        return [_cover(row) for row in rows.mappings()]

    async def take(self, number: int, person: UserId, tag: Tag) -> bool:
        """Somebody says yes; False: somebody was quicker."""
        done = await self._tx.execute(
            update(CoverRow)
            .where(CoverRow.id == number, CoverRow.tag.is_(None))
            .values(person=person, tag=tag)
        )
        return done.rowcount == 1

    async def free(self, number: int) -> None:
        """Whoever had said yes is not there any more."""
        await self._tx.execute(
            update(CoverRow).where(CoverRow.id == number).values(person=None, tag=None)
        )

    async def _one(self, *where: ColumnElement[bool]) -> Cover | None:
        rows = await self._tx.execute(select(table_of(CoverRow)).where(*where))
        row = rows.mappings().one_or_none()
        return None if row is None else _cover(row)


def _cover(row: RowMapping) -> Cover:
    person = None if row["person"] is None else UserId(row["person"])
    guild = GuildId(row["guild_id"])
    return Cover(
        row["id"], guild, row["session_id"], row["day"], row["starts_at"], person, row["tag"]
    )


class ProposalState(StrEnum):
    """Where a proposal stands."""

    OPEN = "open"
    TAKEN = "taken"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a member would like; hosts see the words and not the person."""

    id: int
    guild: GuildId
    person: UserId
    words: Mapping[str, str]
    state: ProposalState
    asked_at: datetime


class Proposals:
    """Repository of proposals of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def add(
        self, guild: GuildId, person: tuple[UserId, Tag], words: Mapping[str, str], now: datetime
    ) -> int:
        """Keep a proposal; answers its number."""
        user, tag = person
        values = {"guild_id": guild, "person": user, "tag": tag, "words": dict(words)}
        done = await self._tx.execute(
            insert(ProposalRow)
            .values(**values, state=ProposalState.OPEN, asked_at=now)
            .returning(ProposalRow.id)
        )
        return done.scalar_one()

    async def waiting(self, guild: GuildId) -> list[Proposal]:
        """Proposals that no host has answered, the oldest first."""
        rows = await self._tx.execute(
            select(table_of(ProposalRow))
            .where(ProposalRow.guild_id == guild, ProposalRow.state == ProposalState.OPEN)
            .order_by(ProposalRow.id)
        )
        return [_proposal(row) for row in rows.mappings()]

    async def of(self, guild: GuildId, tag: Tag) -> int:
        """How many of somebody's proposals wait."""
        found = await self._tx.execute(
            select(func.count())
            .select_from(ProposalRow)
            .where(ProposalRow.guild_id == guild, ProposalRow.tag == tag)
            .where(ProposalRow.state == ProposalState.OPEN)
        )
        return found.scalar_one()

    async def get(self, guild: GuildId, number: int) -> Proposal | None:
        """A proposal of a community."""
        rows = await self._tx.execute(
            select(table_of(ProposalRow)).where(
                ProposalRow.id == number, ProposalRow.guild_id == guild
            )
        )
        row = rows.mappings().one_or_none()
        return None if row is None else _proposal(row)

    async def answer(self, number: int, state: ProposalState) -> bool:
        """A host answers it; False: somebody was quicker."""
        done = await self._tx.execute(
            update(ProposalRow)
            .where(ProposalRow.id == number, ProposalRow.state == ProposalState.OPEN)
            .values(state=state)
        )
        return done.rowcount == 1


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that a host brings to supervision."""

    id: int
    person: UserId
    words: str
    brought_at: datetime


class Matters:
    """Repository of what is brought to supervision, of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def bring(
        self, meeting: Meeting, person: tuple[UserId, Tag], words: str, now: datetime
    ) -> None:
        """Bring something of a meeting; saying it again replaces what was said."""
        user, tag = person
        await self._tx.execute(
            delete(MatterRow).where(MatterRow.meeting == meeting.id, MatterRow.tag == tag)
        )
        values = {"guild_id": meeting.guild, "meeting": meeting.id, "tag": tag, "person": user}
        await self._tx.execute(
            insert(MatterRow).values(**values, words=words or None, brought_at=now)
        )

    async def of(self, guild: GuildId, tag: Tag | None = None) -> list[Matter]:
        """What was brought, the oldest first: somebody's own, or everything."""
        asked = (
            select(table_of(MatterRow)).where(MatterRow.guild_id == guild).order_by(MatterRow.id)
        )
        if tag is not None:
            asked = asked.where(MatterRow.tag == tag)
        rows = (await self._tx.execute(asked.order_by(MatterRow.id))).mappings()
        return [_matter(row) for row in rows]

    async def drop(self, guild: GuildId, number: int, tag: Tag | None = None) -> bool:
        """It was talked about, or taken back; answers whether it was there."""
        gone = delete(MatterRow).where(MatterRow.id == number, MatterRow.guild_id == guild)
        if tag is not None:
            gone = gone.where(MatterRow.tag == tag)
        return (await self._tx.execute(gone)).rowcount == 1


def _proposal(row: RowMapping) -> Proposal:
    return Proposal(
        id=row["id"],
        guild=GuildId(row["guild_id"]),
        person=UserId(row["person"]),
        words=row["words"],
        state=ProposalState(row["state"]),
        asked_at=row["asked_at"],
    )


def _matter(row: RowMapping) -> Matter:
    return Matter(row["id"], UserId(row["person"]), row["words"] or "", row["brought_at"])
