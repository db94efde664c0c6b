"""Cases: somebody needs a human; which one goes, and how it ended."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, LargeBinary, String, exists
from sqlalchemy.orm import Mapped, mapped_column

from bot.ids import ChannelId, GuildId, MessageId, Tag, UserId
from bot.storage.base import Base, PersonalData
from bot.storage.types import RowId, Sealed, UtcDateTime


class CaseState(StrEnum):
    """Where a case stands; `bot/services/cases.py` draws who moves it."""

    OPEN = "open"
    CLAIMED = "claimed"
    RESOLVED = "resolved"
    FALSE_ALARM = "false_alarm"


class CaseRow(Base):
    """One case. The person, the place and the excerpt are sealed; rules and times are not."""

    __tablename__ = "case_file"
    __table_args__ = (Index("ix_case_file_state", "guild_id", "state"),)
    personal = PersonalData(
        why="kept.case-file",
        keep=timedelta(days=30),
        until="changed_at",
        tag="tag",
        erase="delete",
        mentions=("owner_tag", "owner", "company", "barred"),
        keeps=("hidden", "others"),
        stays=lambda: exists().where(
            CaseNoteRow.case_id == CaseRow.id, CaseNoteRow.tag != CaseRow.tag
        ),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(12))
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), index=True)
    person: Mapped[int] = mapped_column(Sealed("case_file.person"))
    others: Mapped[list[int] | None] = mapped_column(Sealed("case_file.others"))
    place: Mapped[list[int] | None] = mapped_column(Sealed("case_file.place"))
    source_index: Mapped[bytes | None] = mapped_column(LargeBinary(16), index=True)
    level: Mapped[str] = mapped_column(String(12))
    category: Mapped[str] = mapped_column(Sealed("case_file.category"))
    rules: Mapped[list[str]] = mapped_column(Sealed("case_file.rules"))
    excerpt: Mapped[str | None] = mapped_column(Sealed("case_file.excerpt"))
    reached: Mapped[str] = mapped_column(String(20))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    waiting_since: Mapped[datetime] = mapped_column(UtcDateTime)
    called: Mapped[int] = mapped_column(Integer, default=0)
    company: Mapped[list[int] | None] = mapped_column(Sealed("case_file.company"))
    hidden: Mapped[list[int] | None] = mapped_column(Sealed("case_file.hidden"))
    barred: Mapped[list[int] | None] = mapped_column(Sealed("case_file.barred"))
    owner_tag: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    owner: Mapped[int | None] = mapped_column(Sealed("case_file.owner"))
    claimed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    outcome: Mapped[str | None] = mapped_column(String(20))
    look_in: Mapped[str | None] = mapped_column(String(8))


class CaseStepRow(Base):
    """One step in the life of a case."""

    __tablename__ = "case_step"
    personal = PersonalData(
        why="kept.case-step",
        keep=timedelta(days=30),
        until="at",
        tag="tag",
        erase="unname",
        names=("tag",),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    tag: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    step: Mapped[str] = mapped_column(String(20))


class CaseNoteRow(Base):
    """What somebody told staff of a person; who told it is for whoever goes."""

    __tablename__ = "case_note"
    personal = PersonalData(
        why="kept.case-note",
        keep=timedelta(days=30),
        until="at",
        tag="tag",
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case_file.id", ondelete="CASCADE"), index=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), index=True)
    author: Mapped[int] = mapped_column(Sealed("case_note.author"))
    words: Mapped[str | None] = mapped_column(Sealed("case_note.words"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody tells staff of a person; `words` may be missing."""

    author: UserId
    tag: Tag
    words: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """Where it was said: enough for a link."""

    channel: ChannelId
    message: MessageId


@dataclass(frozen=True, slots=True)
class NewCase:
    """What is known when a case opens. `excerpt` is already cut to what may be kept.

    `named` are the members of staff whom the case is about. For such a case `tag` is one that the
    person spoken of cannot be found by (`People.tag_aside`). `barred` are those of the staff
    who may know of it and may not go: they settled what it asks about. `others` are those of the
    staff whom it is about beside `person`.
    """

    guild: GuildId
    kind: str
    tag: Tag
    person: UserId
    place: Place | None
    source_index: bytes | None
    level: str
    category: str
    rules: tuple[str, ...]
    excerpt: str | None
    reached: str
    at: datetime
    named: tuple[UserId, ...] = ()
    barred: tuple[UserId, ...] = ()
    others: tuple[UserId, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it stands.

    `reached` says what the bot did for the person. `waiting_since` is when it last began to wait
    for somebody, `called` the widest circle that was called, `company` who went along, `hidden`
    who of the staff must not know of it (`case_rules.may_see` alone decides by it), `look_in`
    where looking in the next day stands (`case_follow_up`), `barred` who of the staff may not go,
    `others` of the staff it is about beside `person`.
    """

    id: int
    guild: GuildId
    kind: str
    state: CaseState
    tag: Tag
    person: UserId
    place: Place | None
    level: str
    category: str
    rules: tuple[str, ...]
    excerpt: str | None
    reached: str
    opened_at: datetime
    waiting_since: datetime
    called: int
    company: tuple[UserId, ...]
    owner: UserId | None
    claimed_at: datetime | None
    ended_at: datetime | None
    outcome: str | None
    look_in: str | None = None
    hidden: frozenset[UserId] = frozenset()
    barred: frozenset[UserId] = frozenset()
    others: tuple[UserId, ...] = ()

    @property
    def about(self) -> tuple[UserId, ...]:
        """Everybody whom it is about; nobody where it is about no one person."""
        return (self.person, *self.others) if self.person else ()


LIVE = (CaseState.OPEN, CaseState.CLAIMED)
