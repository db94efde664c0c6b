"""What somebody chose to keep of their check-ins, or to share under their name."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Boolean,
    Index,
    Integer,
    LargeBinary,
    RowMapping,
    UniqueConstraint,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import ChannelId, GuildId, Tag, UserId
from bot.storage.base import Base, PersonalData
from bot.storage.opening import opened
from bot.storage.types import RowId, Sealed, UtcDateTime
from cogs.checkins.domain import Answer

KEPT_DAYS = (7, 30, 90, 365)  # for how long, as each chooses for themselves


class EntryRow(Base):
    """One check-in that somebody keeps for themselves. `made_at` is a day, not a moment."""

    __tablename__ = "checkin_entry"
    __table_args__ = (UniqueConstraint("tag", "checkin_id"),)
    personal = PersonalData(
        why="kept.checkin-entry",
        keep=timedelta(days=1),
        until="ends_at",
        tag="tag",
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger, index=True)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16))
    checkin_id: Mapped[int] = mapped_column(Integer)
    said: Mapped[list[object]] = mapped_column(Sealed("checkin_entry.said"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ShareRow(Base):
    """What somebody shared under their name: drawn from here, and taken back through here.

    `heard` says whether it has been read as every message of a member is. Numbers are never used
    twice: the outbox remembers them.
    """

    __tablename__ = "checkin_share"
    __table_args__ = (
        UniqueConstraint("tag", "checkin_id"),
        Index("ix_checkin_share_heard", "heard"),
        {"sqlite_autoincrement": True},
    )
    personal = PersonalData(
        why="kept.checkin-share",
        keep=timedelta(days=7),
        until="made_at",
        tag="tag",
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16))
    checkin_id: Mapped[int] = mapped_column(Integer)
    person: Mapped[int] = mapped_column(Sealed("checkin_share.person"))
    channel: Mapped[int] = mapped_column(Sealed("checkin_share.channel"))
    said: Mapped[list[object]] = mapped_column(Sealed("checkin_share.said"))
    heard: Mapped[bool] = mapped_column(Boolean)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class Entry:
    """A check-in that was kept."""

    id: int
    said: Answer
    day: datetime


@dataclass(frozen=True, slots=True)
class Share:
    """A check-in that was shared."""

    guild: GuildId
    person: UserId
    channel: ChannelId
    said: Answer
    id: int = 0


class Entries:
    """Repository of kept check-ins of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def keep(
        self, place: tuple[GuildId, Tag], checkin: int, said: Answer, days: tuple[datetime, int]
    ) -> None:
        """Keep one, in the place of what was kept of the same; from a day on, for so many."""
        (guild, tag), (day, count) = place, days
        body = [said.level, said.words]
        statement = insert(EntryRow).values(
            guild_id=guild,
            tag=tag,
            checkin_id=checkin,
            said=body,
            made_at=day,
            ends_at=day + timedelta(days=count),
        )
        await self._tx.execute(
            statement.on_conflict_do_update(
                index_elements=["tag", "checkin_id"], set_={"said": statement.excluded.said}
            )
        )

    async def follow(self, tag: Tag, checkin: int, said: Answer) -> None:
        """Somebody changed their answer: what they keep of it, if they do, changes with it."""
        mine = (EntryRow.tag == tag, EntryRow.checkin_id == checkin)
        body = [said.level, said.words]
        await self._tx.execute(update(EntryRow).where(*mine).values(said=body))

    async def keep_for(self, tag: Tag, count: int) -> None:
        """Everything of somebody's stays for so many days from its own day on."""
        rows = await self._tx.execute(
            select(EntryRow.id, EntryRow.made_at).where(EntryRow.tag == tag)
        )
        for row in rows.all():
            ends = row.made_at + timedelta(days=count)
            one = EntryRow.id == row.id
            await self._tx.execute(update(EntryRow).where(one).values(ends_at=ends))

    async def drop(self, tag: Tag, checkin: int) -> None:
        """Keep nothing of one."""
        mine = (EntryRow.tag == tag, EntryRow.checkin_id == checkin)
        await self._tx.execute(delete(EntryRow).where(*mine))

    async def has(self, tag: Tag, checkin: int) -> bool:
        """Whether something is kept of one."""
        mine = (EntryRow.tag == tag, EntryRow.checkin_id == checkin)
        found = await self._tx.execute(select(EntryRow.id).where(*mine))
        return found.scalar_one_or_none() is not None

    async def of(self, guild: GuildId, tag: Tag) -> list[Entry]:
        """Everything that somebody keeps, the newest first."""
        rows = await self._tx.execute(
            select(EntryRow.id, EntryRow.said, EntryRow.made_at)
            .where(EntryRow.guild_id == guild, EntryRow.tag == tag)
            .order_by(EntryRow.id.desc())
        )
        return [Entry(row.id, Answer(*row.said), row.made_at) for row in rows]

    async def delete(self, tag: Tag, number: int | None) -> int:
        """Delete one entry of somebody's, or all (None); answers how many went."""
        mine = [EntryRow.tag == tag, *([] if number is None else [EntryRow.id == number])]
        return (await self._tx.execute(delete(EntryRow).where(*mine))).rowcount


class Shares:
    """Repository of shared check-ins of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def add(self, share: Share, tag: Tag, checkin: int, now: datetime) -> int | None:
        """Write one; None where this person has shared this check-in already."""
        body = [share.said.level, share.said.words]
        made = (
            insert(ShareRow)
            .values(
                guild_id=share.guild,
                tag=tag,
                checkin_id=checkin,
                person=share.person,
                channel=share.channel,
                said=body,
                heard=False,
                made_at=now,
            )
            .on_conflict_do_nothing()
            .returning(ShareRow.id)
        )
        return (await self._tx.execute(made)).scalar_one_or_none()

    async def get(self, guild: GuildId, number: int) -> Share | None:
        """One of a community's."""
        mine = (ShareRow.id == number, ShareRow.guild_id == guild)
        row = (await self._tx.execute(select(_TABLE).where(*mine))).mappings().one_or_none()
        return None if row is None else _share(row)

    async def of(self, tag: Tag) -> list[int]:
        """The numbers of all that somebody shared and that is kept."""
        rows = await self._tx.execute(select(ShareRow.id).where(ShareRow.tag == tag))
        return list(rows.scalars())

    async def has(self, tag: Tag, checkin: int) -> bool:
        """Whether somebody has shared a check-in."""
        mine = (ShareRow.tag == tag, ShareRow.checkin_id == checkin)
        found = await self._tx.execute(select(func.count()).select_from(ShareRow).where(*mine))
        return found.scalar_one() > 0

    async def unheard(self) -> list[Share]:
        """Those that nobody has read yet."""
        found = await opened(self._tx, _UNHEARD)
        return [_share(row) for row in found.rows]

    async def heard(self, number: int) -> None:
        """One has been read."""
        await self._tx.execute(update(ShareRow).where(ShareRow.id == number).values(heard=True))

    async def drop(self, number: int) -> None:
        """Forget one."""
        await self._tx.execute(delete(ShareRow).where(ShareRow.id == number))


_TABLE = ShareRow.__table__
_UNHEARD = select(_TABLE).where(ShareRow.heard.is_(False))


def _share(row: RowMapping) -> Share:
    return Share(
        guild=GuildId(row["guild_id"]),
        person=UserId(row["person"]),
        channel=ChannelId(row["channel"]),
        said=Answer(*row["said"]),
        id=row["id"],
    )
