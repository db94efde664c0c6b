"""Who of the staff did what and when: a plain append-only table.

People are named through a subject row; erasing a person deletes that row, and the line stays
without a name (docs/decisions/0007).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, UniqueConstraint, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import GuildId, Tag
from bot.storage.base import Base, PersonalData
from bot.storage.types import RowId, UtcDateTime


class SubjectRow(Base):
    """A person as the audit names them; deleted, the lines remain and name nobody."""

    __tablename__ = "subject"
    __table_args__ = (UniqueConstraint("guild_id", "tag"),)
    personal = PersonalData(
        why="kept.acts",
        keep=timedelta(days=365),
        until="seen_at",
        tag="tag",
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16))
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)


class AuditRow(Base):
    """One act."""

    __tablename__ = "audit"
    personal = PersonalData(
        why="kept.acts",
        keep=timedelta(days=365),
        until="at",
        tag=None,
        erase="unname",
        names=("subject_id",),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger, index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    subject_id: Mapped[int | None] = mapped_column(
        ForeignKey("subject.id", ondelete="SET NULL"), index=True
    )
    act: Mapped[str] = mapped_column(String(60))
    target: Mapped[str] = mapped_column(String(60))


@dataclass(frozen=True, slots=True)
class Act:
    """What was done to what: `cases.opened` and `case 12`; never a name, never words."""

    at: datetime
    tag: Tag | None
    act: str
    target: str


class AuditLines:
    """Repository of the audit of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def add(self, guild: GuildId, act: Act) -> None:
        """Append a line, in the same transaction as the act itself."""
        subject = None if act.tag is None else await self._subject(guild, act.tag, act.at)
        await self._tx.execute(
            insert(AuditRow).values(
                guild_id=guild, at=act.at, subject_id=subject, act=act.act, target=act.target
            )
        )

    async def latest(self, guild: GuildId, limit: int = 100) -> list[Act]:
        """The latest lines, newest first."""
        rows = await self._tx.execute(
            select(AuditRow.at, SubjectRow.tag, AuditRow.act, AuditRow.target)
            .outerjoin(SubjectRow, AuditRow.subject_id == SubjectRow.id)
            .where(AuditRow.guild_id == guild)
            .order_by(AuditRow.id.desc())
            .limit(limit)
        )
        return [Act(r.at, None if r.tag is None else Tag(r.tag), r.act, r.target) for r in rows]

    async def _subject(self, guild: GuildId, tag: Tag, now: datetime) -> int:
        statement = insert(SubjectRow).values(guild_id=guild, tag=tag, seen_at=now)
        statement = statement.on_conflict_do_update(
            index_elements=["guild_id", "tag"], set_={"seen_at": statement.excluded.seen_at}
        )
        return (await self._tx.execute(statement.returning(SubjectRow.id))).scalar_one()
