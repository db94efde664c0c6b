"""What is kept of shares: no author, no exact time, no order, and words only until they are posted.

A person appears as a tag under an epoch key, which is cut off when the key dies. Ids are random,
so neither they nor the order of rows say what came first.
"""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import BigInteger, Boolean, Index, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.epochs.key import EpochTag
from bot.ids import ChannelId, GuildId, MessageId
from bot.storage.base import Base, PersonalData
from bot.storage.types import RowId, Sealed, UtcDateTime
from cogs.sharing.domain import Wish

KEPT = timedelta(days=90)


class Stage(StrEnum):
    """Where a share, a reply or an edit stands; `cogs/sharing/service.py` draws who moves it."""

    DRAFT = "draft"
    REVIEW = "review"
    WAITING = "waiting"
    POSTING = "posting"
    POSTED = "posted"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"


UNPOSTED = (Stage.DRAFT, Stage.REVIEW, Stage.WAITING)


def new_id() -> int:
    """An id that tells nothing; it fits Discord's buttons and a signed column."""
    return secrets.randbits(62) | 1


class ShareRow(Base):
    """A share, a reply to one (`root`), or a change of one (`edits`)."""

    __tablename__ = "share"
    __table_args__ = (
        Index("ix_share_tag", "tag"),
        Index("ix_share_root", "root"),
        Index("ix_share_stage", "stage"),
    )
    personal = PersonalData(
        why="kept.share",
        keep=KEPT,
        until="at",
        tag=None,  # an epoch's tag: nobody can find these rows by a person's own
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=False)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    stage: Mapped[str] = mapped_column(String(10))
    tag: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    epoch: Mapped[int] = mapped_column(Integer)
    root: Mapped[int | None] = mapped_column(BigInteger)
    edits: Mapped[int | None] = mapped_column(BigInteger)
    words: Mapped[bytes | None] = mapped_column(LargeBinary)
    address: Mapped[bytes | None] = mapped_column(LargeBinary)
    wish: Mapped[str] = mapped_column(String(10))
    veiled: Mapped[bool] = mapped_column(Boolean)
    minutes: Mapped[int] = mapped_column(Integer)
    version: Mapped[int] = mapped_column(Integer)
    alias: Mapped[str | None] = mapped_column(Sealed("share.alias"))
    thread_key: Mapped[str | None] = mapped_column(Sealed("share.thread_key"))
    speakers: Mapped[int] = mapped_column(Integer)
    place: Mapped[list[int] | None] = mapped_column(Sealed("share.place"))
    level: Mapped[str | None] = mapped_column(String(12))
    trouble: Mapped[str | None] = mapped_column(String(12))
    reason: Mapped[str | None] = mapped_column(Sealed("share.reason"))
    due: Mapped[datetime | None] = mapped_column(UtcDateTime)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class MeTooRow(Base):
    """Somebody feels the same. The mark is theirs for this share alone and joins nothing."""

    __tablename__ = "share_me_too"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own form; no order of coming
    personal = PersonalData(
        why="kept.share-me-too",
        keep=KEPT,
        until="at",
        tag=None,
        erase="delete",
    )

    share_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    tag_mark: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class PauseRow(Base):
    """Whoever this tag stands for is not to share or reply until then."""

    __tablename__ = "share_pause"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - as above
    personal = PersonalData(
        why="kept.share-pause",
        keep=timedelta(days=1),
        until="until",
        tag=None,
        erase="delete",
    )

    guild_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    until: Mapped[datetime] = mapped_column(UtcDateTime)


class LetterRow(Base):
    """A message between staff and the author of a share; sealed under the epoch's key."""

    __tablename__ = "share_letter"
    __table_args__ = (Index("ix_share_letter_share_id", "share_id"),)
    personal = PersonalData(
        why="kept.share-letter",
        keep=timedelta(days=30),
        until="at",
        tag=None,
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=False)
    share_id: Mapped[int] = mapped_column(BigInteger)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    epoch: Mapped[int] = mapped_column(Integer)
    from_staff: Mapped[bool] = mapped_column(Boolean)
    seen: Mapped[bool] = mapped_column(Boolean)
    words: Mapped[bytes] = mapped_column(LargeBinary)
    place_in_turn: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class PictureRow(Base):
    """The picture of a share that is not posted yet; sealed under the epoch's key."""

    __tablename__ = "share_picture"
    personal = PersonalData(
        why="kept.share-picture",
        keep=timedelta(days=10),  # a draft's day, a week for staff, a day again
        until="at",
        tag=None,
        erase="delete",
    )

    share_id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=False)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    epoch: Mapped[int] = mapped_column(Integer)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


@dataclass(frozen=True, slots=True)
class Share:
    """A row as read. `root` is the share that a reply belongs to, `edits` the one that changes."""

    id: int
    guild: GuildId
    stage: Stage
    tag: EpochTag | None = field(repr=False)
    epoch: int
    root: int | None
    edits: int | None
    words: bytes | None = field(repr=False)
    address: bytes | None = field(repr=False)
    wish: Wish
    veiled: bool
    minutes: int
    version: int
    alias: str | None
    thread_key: str | None = field(repr=False)
    speakers: int
    place: tuple[ChannelId, MessageId] | None
    level: str | None
    trouble: str | None
    reason: str | None = field(repr=False)
    due: datetime | None
    until: datetime | None
    at: datetime

    @property
    def thread(self) -> int:
        """The share at the head of the conversation."""
        return self.root or self.id


@dataclass(frozen=True, slots=True)
class Letter:
    """A message between staff and an author, as read."""

    id: int
    share: int
    from_staff: bool
    seen: bool
    words: bytes = field(repr=False)
    at: datetime
