"""Who agreed to which version of the guidelines, and what each version said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, Integer, LargeBinary, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import GuildId, Tag
from bot.storage.base import Base, PersonalData
from bot.storage.types import Sealed, UtcDateTime
from cogs.guidelines.domain import Rule


class AgreementRow(Base):
    """The latest version that somebody agreed to."""

    __tablename__ = "agreement"
    personal = PersonalData(
        why="kept.agreement",
        keep=timedelta(days=730),
        until="agreed_at",
        tag="tag",
        erase="delete",
    )

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    version: Mapped[int] = mapped_column(Integer)
    agreed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class EditionRow(Base):
    """What one version said, word for word; sealed, for moderators typed it."""

    __tablename__ = "edition"

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    version: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    body: Mapped[list[dict[str, object]]] = mapped_column(Sealed("edition.body"))
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What somebody agreed to, and when."""

    version: int
    at: datetime


class Agreements:
    """Repository of agreements and editions of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def of(self, guild: GuildId, tag: Tag) -> Agreed | None:
        """The latest agreement of a person."""
        found = await self._tx.execute(
            select(AgreementRow.version, AgreementRow.agreed_at).where(
                AgreementRow.guild_id == guild, AgreementRow.tag == tag
            )
        )
        row = found.one_or_none()
        return None if row is None else Agreed(row.version, row.agreed_at)

    async def keep(self, guild: GuildId, tag: Tag, agreed: Agreed) -> None:
        """Write an agreement; it takes the place of an earlier one."""
        statement = insert(AgreementRow).values(
            guild_id=guild, tag=tag, version=agreed.version, agreed_at=agreed.at
        )
        await self._tx.execute(
            statement.on_conflict_do_update(
                index_elements=["guild_id", "tag"],
                set_={
                    "version": statement.excluded.version,
                    "agreed_at": statement.excluded.agreed_at,
                },
            )
        )

    async def before(self, guild: GuildId, version: int) -> frozenset[Tag]:
        """The tags of whoever last agreed to an earlier version."""
        rows = await self._tx.execute(
            select(AgreementRow.tag).where(
                AgreementRow.guild_id == guild, AgreementRow.version < version
            )
        )
        return frozenset(Tag(tag) for tag in rows.scalars())

    async def forget(self, guild: GuildId, tag: Tag) -> None:
        """Delete an agreement."""
        await self._tx.execute(
            delete(AgreementRow).where(AgreementRow.guild_id == guild, AgreementRow.tag == tag)
        )

    async def print(
        self, guild: GuildId, version: int, rules: Sequence[Rule], at: datetime
    ) -> None:
        """Keep what a version says; the same version is kept once."""
        statement = insert(EditionRow).values(
            guild_id=guild,
            version=version,
            body=[each.model_dump(mode="json") for each in rules],
            published_at=at,
        )
        await self._tx.execute(statement.on_conflict_do_nothing())

    async def edition(self, guild: GuildId, version: int) -> tuple[Rule, ...] | None:
        """What a version said, or None where it was never kept."""
        found = await self._tx.execute(
            select(EditionRow.body).where(
                EditionRow.guild_id == guild, EditionRow.version == version
            )
        )
        body = found.scalar_one_or_none()
        return None if body is None else tuple(Rule.model_validate(each) for each in body)
