"""Who is still here: by this it is known whose data has to go, and when."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, LargeBinary, or_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import GuildId, Tag, UserId
from bot.storage.base import Base, PersonalData
from bot.storage.opening import opened
from bot.storage.types import Sealed, UtcDateTime


class PresenceRow(Base):
    """One person in one community. `seen_in` is the first day of a month: nobody needs more."""

    __tablename__ = "presence"
    # In the order of tags, which is none: rows tell nobody who came when.
    __table_args__ = ({"sqlite_with_rowid": False},)
    personal = PersonalData(
        why="kept.presence",
        keep=timedelta(days=430),  # longer than both: the erasure comes before it
        until="seen_in",
        tag="tag",
        erase="delete",
    )

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    person: Mapped[int] = mapped_column(Sealed("presence.person"))
    seen_in: Mapped[datetime] = mapped_column(UtcDateTime)
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Presence:
    """Repository of who is here, of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def seen(
        self, guild: GuildId, people: Collection[tuple[UserId, Tag]], month: datetime
    ) -> None:
        """They used the bot in this month, and so have not left."""
        for person, tag in people:
            row = {"guild_id": guild, "tag": tag, "person": person, "seen_in": month}
            await self._tx.execute(
                insert(PresenceRow)
                .values(**row, left_at=None)
                .on_conflict_do_update(
                    index_elements=["guild_id", "tag"],
                    set_={"seen_in": month, "left_at": None},
                )
            )

    async def left(self, guild: GuildId, person: UserId, tag: Tag, now: datetime) -> None:
        """Somebody left; told twice, the first time counts."""
        month = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        row = {"guild_id": guild, "tag": tag, "person": person, "seen_in": month, "left_at": now}
        await self._tx.execute(insert(PresenceRow).values(**row).on_conflict_do_nothing())
        await self._tx.execute(
            update(PresenceRow)
            .where(PresenceRow.guild_id == guild, PresenceRow.tag == tag)
            .where(PresenceRow.left_at.is_(None))
            .values(left_at=now)
        )

    async def back(self, guild: GuildId, tag: Tag) -> None:
        """Somebody came back: the clock stops."""
        await self._tx.execute(
            update(PresenceRow)
            .where(PresenceRow.guild_id == guild, PresenceRow.tag == tag)
            .values(left_at=None)
        )

    async def over(
        self, left_before: datetime, seen_before: datetime
    ) -> dict[GuildId, set[UserId]]:
        """Whose time is over, by community."""
        over = or_(PresenceRow.left_at < left_before, PresenceRow.seen_in < seen_before)
        asked = select(PresenceRow.guild_id, PresenceRow.person).where(over)
        found: dict[GuildId, set[UserId]] = {}
        for row in (await opened(self._tx, asked)).rows:
            found.setdefault(GuildId(row["guild_id"]), set()).add(UserId(row["person"]))
        return found
