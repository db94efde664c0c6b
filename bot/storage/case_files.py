"""Reading and writing cases."""

import secrets
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import ChannelId, GuildId, MessageId, Tag, UserId
from bot.storage.cases import (
    LIVE,
    Case,
    CaseNoteRow,
    CaseRow,
    CaseState,
    CaseStepRow,
    NewCase,
    Note,
    Place,
)
from bot.storage.opening import opened

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
    CaseRow.waiting_since,
    CaseRow.called,
    CaseRow.company,
    CaseRow.owner,
    CaseRow.claimed_at,
    CaseRow.ended_at,
    CaseRow.outcome,
    CaseRow.look_in,
    CaseRow.hidden,
    CaseRow.barred,
    CaseRow.others,
)
# A case that somebody of the staff must not know of has a number of its own kind, drawn by lot: in
# a row of numbers, the one that is missing would tell that there is something.
QUIET_FROM, QUIET_TO = 10_000_000, 99_999_999


class CaseFiles:
    """Repository of the cases of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def add(self, new: NewCase, hidden: Collection[UserId] = ()) -> int:
        """Open a case, kept from those who must not know of it; answers its number."""
        place = None if new.place is None else [new.place.channel, new.place.message]
        made = await self._tx.execute(
            insert(CaseRow)
            .values(
                id=await (self._lot() if hidden else self._next()),
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
                waiting_since=new.at,
                called=0,
                company=[],
                hidden=sorted(hidden),
                barred=sorted(new.barred),
                others=[*new.others],
            )
            .returning(CaseRow.id)
        )
        number = made.scalar_one()
        await self.step(number, "opened", None, new.at)
        return number

    async def _next(self) -> int:
        found = await self._tx.execute(select(func.max(CaseRow.id)).where(CaseRow.id < QUIET_FROM))
        return (found.scalar_one_or_none() or 0) + 1

    async def _lot(self) -> int:
        while True:
            number = QUIET_FROM + secrets.randbelow(QUIET_TO - QUIET_FROM + 1)
            taken = await self._tx.execute(select(CaseRow.id).where(CaseRow.id == number))
            if taken.scalar_one_or_none() is None:
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
        return (await self.live_and_shut(guild))[0]

    async def live_and_shut(self, guild: GuildId) -> tuple[list[Case], int]:
        """The same, and how many there are that no key opens.

        Of one that is kept from some of the staff nobody can say from whom: it is not counted.
        """
        found = await opened(
            self._tx,
            select(*_COLUMNS)
            .where(CaseRow.guild_id == guild, CaseRow.state.in_(LIVE))
            .order_by(CaseRow.opened_at, CaseRow.id),
        )
        shut = sum(number < QUIET_FROM for (number,) in found.shut)
        return [_case(row) for row in found.rows], shut

    async def since(self, guild: GuildId, since: datetime) -> list[Case]:
        """Every case of a community that opened since then, newest first."""
        found = await opened(
            self._tx,
            select(*_COLUMNS)
            .where(CaseRow.guild_id == guild, CaseRow.opened_at >= since)
            .order_by(CaseRow.opened_at.desc(), CaseRow.id.desc()),
        )
        return [_case(row) for row in found.rows]

    async def all_about(self, guild: GuildId, tag: Tag) -> list[Case]:
        """Every case about one person that is kept."""
        asked = select(*_COLUMNS).where(CaseRow.guild_id == guild, CaseRow.tag == tag)
        return [_case(row) for row in (await opened(self._tx, asked)).rows]

    async def live_about(self, guild: GuildId, tag: Tag, kind: str) -> Case | None:
        """The newest case of one kind about one person that has not ended."""
        found = await opened(
            self._tx,
            select(*_COLUMNS)
            .where(CaseRow.guild_id == guild, CaseRow.tag == tag, CaseRow.kind == kind)
            .where(CaseRow.state.in_(LIVE))
            .order_by(CaseRow.opened_at.desc(), CaseRow.id.desc()),
        )
        return next((_case(row) for row in found.rows), None)

    async def change(self, number: int, allowed: tuple[CaseState, ...], **values: object) -> bool:
        """Change a case if it still stands in an allowed state; answers whether it did."""
        done = await self._tx.execute(
            update(CaseRow).where(CaseRow.id == number, CaseRow.state.in_(allowed)).values(**values)
        )
        return done.rowcount == 1

    async def called(self, guild: GuildId, number: int, circle: int) -> None:
        """A circle has been called; a narrower one later changes nothing."""
        await self._tx.execute(
            update(CaseRow)
            .where(CaseRow.id == number, CaseRow.guild_id == guild, CaseRow.called < circle)
            .values(called=circle)
        )

    async def look_in(self, number: int, was: str | None, now: str) -> bool:
        """Move looking in from one place to the next; answers whether it stood there."""
        stood = CaseRow.look_in.is_(None) if was is None else CaseRow.look_in == was
        done = await self._tx.execute(
            update(CaseRow).where(CaseRow.id == number, stood).values(look_in=now)
        )
        return done.rowcount == 1

    async def no_look_in(self, guild: GuildId, tag: Tag, was: str) -> None:
        """Take back looking in from every case about a person in which it stands at `was`."""
        await self._tx.execute(
            update(CaseRow)
            .where(CaseRow.guild_id == guild, CaseRow.tag == tag, CaseRow.look_in == was)
            .values(look_in=None)
        )

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

    async def note(self, guild: GuildId, number: int, note: Note) -> None:
        """Keep what somebody told."""
        await self._tx.execute(
            insert(CaseNoteRow).values(
                case_id=number,
                guild_id=guild,
                tag=note.tag,
                author=note.author,
                words=note.words,
                at=note.at,
            )
        )

    async def notes(self, number: int) -> list[Note]:
        """What was told for a case, in order."""
        rows = await self._tx.execute(
            select(CaseNoteRow.author, CaseNoteRow.tag, CaseNoteRow.words, CaseNoteRow.at)
            .where(CaseNoteRow.case_id == number)
            .order_by(CaseNoteRow.id)
        )
        return [Note(UserId(row.author), Tag(row.tag), row.words, row.at) for row in rows]

    async def told_since(self, guild: GuildId, tag: Tag, since: datetime) -> int:
        """How often somebody told something since then."""
        found = await self._tx.execute(
            select(func.count())
            .select_from(CaseNoteRow)
            .where(CaseNoteRow.guild_id == guild, CaseNoteRow.tag == tag, CaseNoteRow.at > since)
        )
        return found.scalar_one()

    async def led_to(self, guild: GuildId, source_index: bytes) -> int | None:
        """The newest case to which one message led."""
        found = await self._tx.execute(
            select(CaseRow.id)
            .where(CaseRow.source_index == source_index, CaseRow.guild_id == guild)
            .order_by(CaseRow.opened_at.desc(), CaseRow.id.desc())
            .limit(1)
        )
        return found.scalar_one_or_none()

    async def said_again(self, old: bytes, new: bytes, place: Place) -> None:
        """A message stands elsewhere now: the case leads there."""
        await self._tx.execute(
            update(CaseRow)
            .where(CaseRow.source_index == old)
            .values(source_index=new, place=[place.channel, place.message])
        )

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
    values["company"] = tuple(UserId(each) for each in values["company"] or ())
    values["others"] = tuple(UserId(each) for each in values["others"] or ())
    for whom in ("hidden", "barred"):
        values[whom] = frozenset(UserId(each) for each in values[whom] or ())
    spot = None if place is None else Place(ChannelId(place[0]), MessageId(place[1]))
    return Case(guild=guild, place=spot, **values)
