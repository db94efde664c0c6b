"""Tables beside a session: what is read out, asked of hosts, proposed, brought to supervision."""

from datetime import date, datetime, timedelta

from sqlalchemy import BigInteger, Date, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base, PersonalData
from bot.storage.types import RowId, Sealed, UtcDateTime


class LineRow(Base):
    """A prompt on its way into a room: a piece of a theme, or a host's own words."""

    __tablename__ = "session_line"
    personal = PersonalData(
        why="kept.session-line",
        keep=timedelta(days=1),
        until="ends_at",
        tag="tag",
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("session_meeting.id", ondelete="CASCADE"))
    guild_id: Mapped[int] = mapped_column(BigInteger)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), index=True)
    words: Mapped[str] = mapped_column(Sealed("session_line.words"))
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)


class CoverRow(Base):
    """One date for which other hosts were asked, and who said yes."""

    __tablename__ = "session_cover"
    __table_args__ = (UniqueConstraint("session_id", "day"),)
    personal = PersonalData(
        why="kept.session-cover",
        keep=timedelta(days=30),
        until="starts_at",
        tag="tag",
        erase="unname",
        names=("tag", "person"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    guild_id: Mapped[int] = mapped_column(BigInteger)
    day: Mapped[date] = mapped_column(Date)
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    tag: Mapped[bytes | None] = mapped_column(LargeBinary(16), index=True)
    person: Mapped[int | None] = mapped_column(Sealed("session_cover.person"))


class ProposalRow(Base):
    """A session that a member would like, until a host answers and a while after."""

    __tablename__ = "session_proposal"
    personal = PersonalData(
        why="kept.session-proposal",
        keep=timedelta(days=60),
        until="asked_at",
        tag="tag",
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger, index=True)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), index=True)
    person: Mapped[int] = mapped_column(Sealed("session_proposal.person"))
    words: Mapped[dict[str, str]] = mapped_column(Sealed("session_proposal.words"))
    state: Mapped[str] = mapped_column(String(10))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)


class MatterRow(Base):
    """Something that a host brings to supervision; a flag where there are no words."""

    __tablename__ = "session_matter"
    personal = PersonalData(
        why="kept.session-matter",
        keep=timedelta(days=90),
        until="brought_at",
        tag="tag",
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger, index=True)
    meeting: Mapped[int] = mapped_column(BigInteger)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), index=True)
    person: Mapped[int] = mapped_column(Sealed("session_matter.person"))
    words: Mapped[str | None] = mapped_column(Sealed("session_matter.words"))
    brought_at: Mapped[datetime] = mapped_column(UtcDateTime)
