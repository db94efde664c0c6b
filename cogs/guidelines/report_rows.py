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
        why="kept.reporter",
        keep=timedelta(days=60),
        until="made_at",
        tag="tag",
        erase="delete",
        mentions=("settled_by",),
        keeps=("kept_from",),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger, index=True)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), index=True)
    person: Mapped[int] = mapped_column(Sealed("reporter.person"))
    case_id: Mapped[int] = mapped_column(BigInteger)
    outcome: Mapped[str | None] = mapped_column(Sealed("reporter.outcome"))
    settled_by: Mapped[int | None] = mapped_column(Sealed("reporter.settled_by"))
    kept_from: Mapped[list[int] | None] = mapped_column(Sealed("reporter.kept_from"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    appealed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it is kept; `outcome` and `settled_by` are known once the case has ended.

    `kept_from` is who of the staff must know nothing of it, also when it is looked at again.
    """

    id: int
    guild: GuildId
    tag: Tag
    person: UserId
    case: int
    outcome: str | None
    appealed: bool
    settled_by: UserId | None = None
    kept_from: frozenset[UserId] = frozenset()


@dataclass(frozen=True, slots=True)
class End:
    """How the case of a report ended, and who ended it."""

    outcome: str
    by: UserId | None
    kept_from: list[int]


class ReportFile:
    """Repository of reports of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def add(
        self,
        guild: GuildId,
        reporter: tuple[UserId, Tag],
        case: int,
        now: datetime,
        appealed: datetime | None = None,
    ) -> None:
        """Keep who waits for the outcome of a case; of a second look there is no third."""
        person, tag = reporter
        row = {"guild_id": guild, "tag": tag, "person": person, "case_id": case, "made_at": now}
        # Drawn by lot: in a row of numbers, whoever reports would see that others did.
        number = secrets.randbits(40) + 1
        await self._tx.execute(insert(ReportRow).values(id=number, appealed_at=appealed, **row))

    async def ended(self) -> list[tuple[Report, End]]:
        """Reports whose case has ended and whose reporter has not been told, with the end."""
        rows = await self._tx.execute(_ENDED)
        return [
            (_report(row), End(str(row["ended_as"]), row["owner"], row["hidden"] or []))
            for row in rows.mappings()
        ]

    async def told(self, number: int, end: End, now: datetime) -> None:
        """The reporter is being told."""
        kept = {"outcome": end.outcome, "settled_by": end.by, "kept_from": end.kept_from}
        await self._tx.execute(
            update(ReportRow).where(ReportRow.id == number).values(told_at=now, **kept)
        )

    async def get(self, number: int) -> Report | None:
        """One report, or None where it is gone."""
        rows = await self._tx.execute(select(*_COLUMNS).where(ReportRow.id == number))
        row = rows.mappings().one_or_none()
        return None if row is None else _report(row)

    async def appeal(self, number: int, now: datetime) -> bool:
        """Somebody asked for a second look; answers whether it is the first time."""
        done = await self._tx.execute(
            update(ReportRow)
            .where(ReportRow.id == number, ReportRow.appealed_at.is_(None))
            .values(appealed_at=now)
        )
        return done.rowcount == 1


_COLUMNS = (
    ReportRow.id,
    ReportRow.guild_id,
    ReportRow.tag,
    ReportRow.person,
    ReportRow.case_id,
    ReportRow.outcome,
    ReportRow.appealed_at,
    ReportRow.settled_by,
    ReportRow.kept_from,
)
_ENDED = (
    select(*_COLUMNS, CaseRow.outcome.label("ended_as"), CaseRow.owner, CaseRow.hidden)
    .join(CaseRow, CaseRow.id == ReportRow.case_id)
    .where(ReportRow.told_at.is_(None), CaseRow.state.not_in(LIVE))
    .order_by(ReportRow.made_at, ReportRow.id)
    .limit(20)
)


def _report(row: RowMapping) -> Report:
    return Report(
        id=row["id"],
        guild=GuildId(row["guild_id"]),
        tag=Tag(row["tag"]),
        person=UserId(row["person"]),
        case=row["case_id"],
        outcome=row["outcome"],
        appealed=row["appealed_at"] is not None,
        settled_by=row["settled_by"],
        kept_from=frozenset(UserId(each) for each in row["kept_from"] or ()),
    )
