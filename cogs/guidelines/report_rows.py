"""Who waits to hear how a report ended: until they have been told, and could answer."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, LargeBinary, RowMapping, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import GuildId, Tag, UserId
from bot.storage.base import Base, PersonalData
from bot.storage.cases import LIVE, CaseRow
from bot.storage.types import RowId, Sealed, UtcDateTime


class ReportRow(Base):
    """One report of one person; what they wrote stands with the case, not here."""

    __tablename__ = "reporter"
    personal = PersonalData(
        why="to tell you how your report ended, also if you gave it without your name",
        keep=timedelta(days=60),
        until="made_at",
        tag="tag",
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger, index=True)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), index=True)
    person: Mapped[int] = mapped_column(Sealed("reporter.person"))
    case_id: Mapped[int] = mapped_column(BigInteger)
    outcome: Mapped[str | None] = mapped_column(Sealed("reporter.outcome"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    appealed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it is kept; `outcome` is known once the case has ended."""

    id: int
    guild: GuildId
    tag: Tag
    person: UserId
    case: int
    outcome: str | None
    appealed: bool


class ReportFile:
    """Repository of reports of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def add(
        self, guild: GuildId, reporter: tuple[UserId, Tag], case: int, now: datetime
    ) -> None:
        """Keep who waits for the outcome of a case."""
        person, tag = reporter
        row = {"guild_id": guild, "tag": tag, "person": person, "case_id": case, "made_at": now}
        # Drawn by lot: in a row of numbers, whoever reports would see that others did.
        number = secrets.randbits(40) + 1
        await self._tx.execute(insert(ReportRow).values(id=number, **row))

    async def ended(self) -> list[tuple[Report, str]]:
        """Reports whose case has ended and whose reporter has not been told, with the outcome."""
        rows = await self._tx.execute(
            select(*_COLUMNS, CaseRow.outcome.label("ended_as"))
            .join(CaseRow, CaseRow.id == ReportRow.case_id)
            .where(ReportRow.told_at.is_(None), CaseRow.state.not_in(LIVE))
            .order_by(ReportRow.made_at, ReportRow.id)
            .limit(20)
        )
        return [(_report(row), str(row["ended_as"])) for row in rows.mappings()]

    async def told(self, number: int, outcome: str, now: datetime) -> None:
        """The reporter is being told."""
        await self._tx.execute(
            update(ReportRow).where(ReportRow.id == number).values(told_at=now, outcome=outcome)
        )

    async def get(self, number: int) -> Report | None:
        """One report, or None where it is gone."""
        rows = await self._tx.execute(select(*_COLUMNS).where(ReportRow.id == number))
        row = rows.mappings().one_or_none()
        return None if row is None else _report(row)

    async def appeal(self, number: int, now: datetime) -> None:
        """Somebody asked for a second look."""
        await self._tx.execute(
            update(ReportRow).where(ReportRow.id == number).values(appealed_at=now)
        )


_COLUMNS = (
    ReportRow.id,
    ReportRow.guild_id,
    ReportRow.tag,
    ReportRow.person,
    ReportRow.case_id,
    ReportRow.outcome,
    ReportRow.appealed_at,
)


def _report(row: RowMapping) -> Report:
    people = Tag(row["tag"]), UserId(row["person"])
    appealed = row["appealed_at"] is not None
    guild = GuildId(row["guild_id"])
    return Report(row["id"], guild, *people, row["case_id"], row["outcome"], appealed)
