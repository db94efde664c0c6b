"""Who comes to a meeting."""

from dataclasses import asdict
from datetime import datetime

from sqlalchemy import RowMapping, delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import GuildId, Tag, UserId
from bot.storage.types import NOW
from cogs.sessions.domain.seats import Answer, Seat, Standing
from cogs.sessions.store.meeting import Meeting
from cogs.sessions.store.tables import SeatRow

_COLUMNS = (
    SeatRow.id,
    SeatRow.meeting_id,
    SeatRow.tag,
    SeatRow.person,
    SeatRow.answer,
    SeatRow.standing,
    SeatRow.seen,
    SeatRow.remind,
    SeatRow.confirmed,
    SeatRow.offered_until,
    SeatRow.inside,
    SeatRow.came,
    SeatRow.hand,
    SeatRow.turns,
    SeatRow.said,
    SeatRow.eased,
)
_LAPSED = select(*_COLUMNS).where(SeatRow.offered_until <= NOW).order_by(SeatRow.offered_until)
_NEXT_LAPSE = (
    select(SeatRow.offered_until)
    .where(SeatRow.offered_until.is_not(None))
    .order_by(SeatRow.offered_until)
    .limit(1)
)
_OURS = ("id", "meeting", "tag", "person")


class Seats:
    """Repository of seats of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def of(self, meeting: int) -> list[Seat]:
        """Everybody at a meeting, in the order in which they asked."""
        rows = await self._tx.execute(
            select(*_COLUMNS).where(SeatRow.meeting_id == meeting).order_by(SeatRow.id)
        )
        return [_seat(row) for row in rows.mappings()]

    async def get(self, meeting: int, tag: Tag) -> Seat | None:
        """One person's seat."""
        rows = await self._tx.execute(
            select(*_COLUMNS).where(SeatRow.meeting_id == meeting, SeatRow.tag == tag)
        )
        row = rows.mappings().one_or_none()
        return None if row is None else _seat(row)

    async def mine(self, guild: GuildId, tag: Tag) -> dict[int, Seat]:
        """One person's seats in a community, by meeting."""
        rows = await self._tx.execute(
            select(*_COLUMNS).where(SeatRow.guild_id == guild, SeatRow.tag == tag)
        )
        return {row["meeting_id"]: _seat(row) for row in rows.mappings()}

    async def add(
        self, meeting: Meeting, person: tuple[UserId, Tag], answer: Answer, standing: Standing
    ) -> None:
        """Somebody asks for a place; asking twice is asking once."""
        user, tag = person
        await self._tx.execute(
            insert(SeatRow)
            .values(
                meeting_id=meeting.id,
                guild_id=meeting.guild,
                tag=tag,
                person=user,
                answer=answer,
                standing=standing,
                seen=False,
                remind=False,
                confirmed=True,
                inside=False,
                came=False,
                turns=0,
                said=False,
                ends_at=meeting.times.ends,
            )
            .on_conflict_do_nothing()
        )

    async def keep(self, seat: Seat) -> None:
        """Write a seat as it is now."""
        columns = {name: value for name, value in asdict(seat).items() if name not in _OURS}
        await self._tx.execute(update(SeatRow).where(SeatRow.id == seat.id).values(**columns))

    async def drop(self, meeting: int, tag: Tag) -> bool:
        """Somebody does not come; answers whether they had asked."""
        gone = await self._tx.execute(
            delete(SeatRow).where(SeatRow.meeting_id == meeting, SeatRow.tag == tag)
        )
        return gone.rowcount == 1

    async def end_at(self, meeting: int, ends: datetime) -> None:
        """The meeting ends at another time: from then on the rows age."""
        await self._tx.execute(
            update(SeatRow).where(SeatRow.meeting_id == meeting).values(ends_at=ends)
        )

    async def ask_again(self, meeting: int) -> None:
        """Everybody is asked once more whether they come."""
        await self._tx.execute(
            update(SeatRow).where(SeatRow.meeting_id == meeting).values(confirmed=False)
        )

    async def lapsed(self, now: datetime) -> list[Seat]:
        """Offers of a place that nobody took in time."""
        rows = await self._tx.execute(_LAPSED, {"now": now})
        return [_seat(row) for row in rows.mappings()]

    async def next_lapse(self) -> datetime | None:
        """When the next offer ends."""
        return (await self._tx.execute(_NEXT_LAPSE)).scalar_one_or_none()


def _seat(row: RowMapping) -> Seat:
    return Seat(
        id=row["id"],
        meeting=row["meeting_id"],
        tag=Tag(row["tag"]),
        person=UserId(row["person"]),
        answer=Answer(row["answer"]),
        standing=Standing(row["standing"]),
        seen=row["seen"],
        remind=row["remind"],
        confirmed=row["confirmed"],
        offered_until=row["offered_until"],
        inside=row["inside"],
        came=row["came"],
        hand=row["hand"],
        turns=row["turns"],
        said=row["said"],
        eased=row["eased"],
    )
