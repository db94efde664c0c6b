"""A private reminder on its way to a member, the answer on its way back, and a count that stays."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, Integer, LargeBinary, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import ChannelId, GuildId, MessageId, Tag, UserId
from bot.storage.base import Base, PersonalData
from bot.storage.types import RowId, Sealed, UtcDateTime


class LetterRow(Base):
    """What a moderator wrote to somebody about a guideline, and what they answered."""

    __tablename__ = "letter"
    personal = PersonalData(
        why="kept.letter",
        keep=timedelta(days=30),
        until="made_at",
        tag="tag",
        erase="delete",
        mentions=("author",),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger, index=True)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), index=True)
    person: Mapped[int] = mapped_column(Sealed("letter.person"))
    author: Mapped[int] = mapped_column(Sealed("letter.author"))
    rule: Mapped[int] = mapped_column(BigInteger)
    words: Mapped[str | None] = mapped_column(Sealed("letter.words"))
    place: Mapped[list[int] | None] = mapped_column(Sealed("letter.place"))
    answer: Mapped[str | None] = mapped_column(Sealed("letter.answer"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


class RemindedRow(Base):
    """How often somebody was reminded, and when last: nothing else stays."""

    __tablename__ = "reminded"
    personal = PersonalData(
        why="kept.reminded",
        keep=timedelta(days=180),
        until="last_at",
        tag="tag",
        erase="delete",
    )

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    count: Mapped[int] = mapped_column(Integer)
    last_at: Mapped[datetime] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class Written:
    """A reminder as a moderator sends it; `place` is the message that it is about."""

    person: UserId
    author: UserId
    rule: int
    words: str
    place: tuple[ChannelId, MessageId]


@dataclass(frozen=True, slots=True)
class Letter:
    """A reminder as it is kept."""

    id: int
    guild: GuildId
    tag: Tag
    person: UserId
    author: UserId
    rule: int
    words: str | None
    place: tuple[int, int] | None
    answer: str | None


@dataclass(frozen=True, slots=True)
class Reminded:
    """How often, and when last."""

    count: int
    last_at: datetime


class LetterFile:
    """Repository of letters and counts of one transaction."""

    def __init__(self, tx: AsyncConnection) -> None:
        self._tx = tx

    async def add(self, guild: GuildId, tag: Tag, written: Written, now: datetime) -> int:
        """Keep a letter; answers its number."""
        statement = insert(LetterRow).values(
            guild_id=guild,
            tag=tag,
            person=written.person,
            author=written.author,
            rule=written.rule,
            words=written.words or None,
            place=[*written.place],
            made_at=now,
        )
        return (await self._tx.execute(statement.returning(LetterRow.id))).scalar_one()

    async def count(self, guild: GuildId, tag: Tag, now: datetime) -> None:
        """One reminder more."""
        statement = insert(RemindedRow).values(guild_id=guild, tag=tag, count=1, last_at=now)
        await self._tx.execute(
            statement.on_conflict_do_update(
                index_elements=["guild_id", "tag"],
                set_={"count": RemindedRow.count + 1, "last_at": statement.excluded.last_at},
            )
        )

    async def reminded(self, guild: GuildId, tag: Tag) -> Reminded | None:
        """How often somebody was reminded; None: never."""
        found = await self._tx.execute(
            select(RemindedRow.count, RemindedRow.last_at).where(
                RemindedRow.guild_id == guild, RemindedRow.tag == tag
            )
        )
        row = found.one_or_none()
        return None if row is None else Reminded(row[0], row[1])

    async def since(self, guild: GuildId, tag: Tag, start: datetime) -> int:
        """How many letters somebody was sent since then."""
        found = await self._tx.execute(
            select(func.count())
            .select_from(LetterRow)
            .where(LetterRow.guild_id == guild, LetterRow.tag == tag, LetterRow.made_at > start)
        )
        return found.scalar_one()

    async def get(self, number: int) -> Letter | None:
        """One letter, or None where it is gone."""
        found = await self._tx.execute(
            select(
                LetterRow.id,
                LetterRow.guild_id,
                LetterRow.tag,
                LetterRow.person,
                LetterRow.author,
                LetterRow.rule,
                LetterRow.words,
                LetterRow.place,
                LetterRow.answer,
            ).where(LetterRow.id == number)
        )
        row = found.one_or_none()
        if row is None:
            return None
        place = None if row.place is None else (row.place[0], row.place[1])
        people = Tag(row.tag), UserId(row.person), UserId(row.author)
        return Letter(
            row.id, GuildId(row.guild_id), *people, row.rule, row.words, place, row.answer
        )

    async def answer(self, number: int, words: str) -> None:
        """Write the answer."""
        await self._tx.execute(update(LetterRow).where(LetterRow.id == number).values(answer=words))
