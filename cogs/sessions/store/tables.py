"""Tables of sessions. Whoever comes stands in one row that goes a day after the meeting."""

from datetime import date, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Boolean,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base, PersonalData
from bot.storage.types import RowId, Sealed, UtcDateTime


class SessionRow(Base):
    """One session or series, or the draft of one. `ended_at` is empty while it goes on.

    `edits` names the session that a draft will change, and `edits_version` what was looked at.
    `next_look` is when the beat looks for its next meeting; empty: it has one, or none is left.
    `stale` counts changes that the public card does not show yet, `cards` how often it was put up.
    """

    __tablename__ = "session"
    __table_args__ = (
        Index("ix_session_guild_id_state", "guild_id", "state"),
        Index("ix_session_next_look", "next_look"),
        Index("ix_session_stale", "stale"),
    )
    personal = PersonalData(
        why="kept.session",
        keep=timedelta(days=30),
        until="ended_at",
        tag="host_tag",
        erase="unname",
        names=("host_tag",),
        mentions=("people",),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    guild_id: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(10))
    version: Mapped[int] = mapped_column(Integer, default=0)
    plan: Mapped[dict[str, object]] = mapped_column(Sealed("session.plan"))
    host_tag: Mapped[bytes | None] = mapped_column(LargeBinary(16), index=True)
    people: Mapped[list[int] | None] = mapped_column(Sealed("session.people"))
    edits: Mapped[int | None] = mapped_column(BigInteger)
    edits_version: Mapped[int | None] = mapped_column(Integer)
    next_look: Mapped[datetime | None] = mapped_column(UtcDateTime)
    stale: Mapped[int] = mapped_column(Integer, default=0)
    cards: Mapped[int] = mapped_column(Integer, default=0)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class MeetingRow(Base):
    """One meeting of a session: the step that comes next, its room, whose seat speaks."""

    __tablename__ = "session_meeting"
    __table_args__ = (
        UniqueConstraint("session_id", "day"),
        Index("ix_session_meeting_due", "due"),
        Index("ix_session_meeting_guild_id_ends_at", "guild_id", "ends_at"),
        Index("ix_session_meeting_stale", "stale"),
    )
    personal = PersonalData(
        why="kept.session-meeting",
        keep=timedelta(days=30),
        until="ends_at",
        tag="cover_tag",
        erase="unname",
        names=("cover_tag", "cover"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    guild_id: Mapped[int] = mapped_column(BigInteger)
    day: Mapped[date] = mapped_column(Date)
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    kept_until: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(10))
    step: Mapped[int] = mapped_column(Integer)
    due: Mapped[datetime | None] = mapped_column(UtcDateTime)
    tries: Mapped[int] = mapped_column(Integer, default=0)
    version: Mapped[int] = mapped_column(Integer, default=0)
    room: Mapped[int | None] = mapped_column(Sealed("session_meeting.room"))
    cards: Mapped[int] = mapped_column(Integer, default=0)
    host_seen: Mapped[bool] = mapped_column(Boolean, default=False)
    started: Mapped[bool] = mapped_column(Boolean, default=False)
    cover_tag: Mapped[bytes | None] = mapped_column(LargeBinary(16), index=True)
    cover: Mapped[int | None] = mapped_column(Sealed("session_meeting.cover"))
    speaker: Mapped[int | None] = mapped_column(Integer)
    tally: Mapped[list[int] | None] = mapped_column(Sealed("session_meeting.tally"))
    missed: Mapped[int] = mapped_column(Integer, default=0)
    missed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    stale: Mapped[int] = mapped_column(Integer, default=0)
    theme: Mapped[str | None] = mapped_column(String(60))
    prompted: Mapped[int] = mapped_column(Integer, default=0)
    turn_minutes: Mapped[int | None] = mapped_column(Integer)
    timer: Mapped[int] = mapped_column(Integer, default=0)
    timer_ends: Mapped[datetime | None] = mapped_column(UtcDateTime)
    comfort_check: Mapped[int] = mapped_column(Integer, default=0)
    comfort_ends: Mapped[datetime | None] = mapped_column(UtcDateTime)
    comfort: Mapped[list[int] | None] = mapped_column(Sealed("session_meeting.comfort"))
    looked_back: Mapped[bool] = mapped_column(Boolean, default=False)


class SeatRow(Base):
    """One person at one meeting: whether they come, wait, want to speak."""

    __tablename__ = "session_seat"
    __table_args__ = (
        UniqueConstraint("meeting_id", "tag"),
        Index("ix_session_seat_offered_until", "offered_until"),
    )
    personal = PersonalData(
        why="kept.session-seat",
        keep=timedelta(days=1),
        until="ends_at",
        tag="tag",
        erase="delete",
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True, autoincrement=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("session_meeting.id", ondelete="CASCADE"))
    guild_id: Mapped[int] = mapped_column(BigInteger)
    tag: Mapped[bytes] = mapped_column(LargeBinary(16), index=True)
    person: Mapped[int] = mapped_column(Sealed("session_seat.person"))
    answer: Mapped[str] = mapped_column(String(10))
    standing: Mapped[str] = mapped_column(String(10))
    seen: Mapped[bool] = mapped_column(Boolean, default=False)
    remind: Mapped[bool] = mapped_column(Boolean, default=False)
    confirmed: Mapped[bool] = mapped_column(Boolean, default=True)
    offered_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    inside: Mapped[bool] = mapped_column(Boolean, default=False)
    came: Mapped[bool] = mapped_column(Boolean, default=False)
    hand: Mapped[int | None] = mapped_column(Integer)
    turns: Mapped[int] = mapped_column(Integer, default=0)
    said: Mapped[bool] = mapped_column(Boolean, default=False)
    eased: Mapped[int] = mapped_column(Integer, default=0)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
