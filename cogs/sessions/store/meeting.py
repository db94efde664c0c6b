"""A meeting as its row has it, and what the host's panel has set going in it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import RowMapping

from bot.ids import ChannelId, GuildId, UserId
from cogs.sessions.domain.plan import Plan
from cogs.sessions.domain.steps import Step, Times
from cogs.sessions.store.tables import MeetingRow


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    OPEN = "open"
    OVER = "over"
    CANCELLED = "cancelled"


AHEAD = (MeetingState.PLANNED, MeetingState.OPEN)


@dataclass(frozen=True, slots=True)
class Going:
    """What the host has set going: a theme, a timer, a check how people are.

    `prompted` counts the pieces of the theme that were shown. `turn_minutes`: every turn has a
    timer. `timer` and `check` are the numbers of the latest, so that an older one is known as old.
    """

    theme: str | None
    prompted: int
    turn_minutes: int | None
    timer: int
    timer_ends: datetime | None
    check: int
    check_ends: datetime | None
    comfort: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a session. `version` rises when its time changes."""

    id: int
    session: int
    guild: GuildId
    day: date
    times: Times
    state: MeetingState
    step: Step
    version: int
    room: ChannelId | None
    cards: int  # how often the card in the room was put up again
    host_seen: bool
    started: bool
    cover: UserId | None
    speaker: int | None
    tally: tuple[int, ...]
    missed: int
    stale: int
    tries: int
    going: Going
    looked_back: bool  # the hosts were asked how it was for them


COLUMNS = (
    MeetingRow.id,
    MeetingRow.session_id,
    MeetingRow.guild_id,
    MeetingRow.day,
    MeetingRow.starts_at,
    MeetingRow.ends_at,
    MeetingRow.kept_until,
    MeetingRow.state,
    MeetingRow.step,
    MeetingRow.version,
    MeetingRow.room,
    MeetingRow.cards,
    MeetingRow.host_seen,
    MeetingRow.started,
    MeetingRow.cover,
    MeetingRow.speaker,
    MeetingRow.tally,
    MeetingRow.missed,
    MeetingRow.stale,
    MeetingRow.tries,
    MeetingRow.theme,
    MeetingRow.prompted,
    MeetingRow.turn_minutes,
    MeetingRow.timer,
    MeetingRow.timer_ends,
    MeetingRow.comfort_check,
    MeetingRow.comfort_ends,
    MeetingRow.comfort,
    MeetingRow.looked_back,
)


def times_of(plan: Plan, starts: datetime) -> Times:
    """When a meeting of a plan begins, ends, and loses its room."""
    return Times(starts, starts + plan.length, timedelta(hours=plan.kept_hours))


def columns_of(times: Times) -> dict[str, datetime]:
    """Times as a row has them."""
    kept = times.ends + times.kept
    return {"starts_at": times.starts, "ends_at": times.ends, "kept_until": kept}


def meeting_of(row: RowMapping) -> Meeting:
    """A row as a meeting."""
    starts, ends = row["starts_at"], row["ends_at"]
    return Meeting(
        id=row["id"],
        session=row["session_id"],
        guild=GuildId(row["guild_id"]),
        day=row["day"],
        times=Times(starts, ends, row["kept_until"] - ends),
        state=MeetingState(row["state"]),
        step=Step(row["step"]),
        version=row["version"],
        room=None if row["room"] is None else ChannelId(row["room"]),
        cards=row["cards"],
        host_seen=row["host_seen"],
        started=row["started"],
        cover=None if row["cover"] is None else UserId(row["cover"]),
        speaker=row["speaker"],
        tally=tuple(row["tally"] or (0, 0, 0)),
        missed=row["missed"],
        stale=row["stale"],
        tries=row["tries"],
        going=_going(row),
        looked_back=row["looked_back"],
    )


def _going(row: RowMapping) -> Going:
    return Going(
        theme=row["theme"],
        prompted=row["prompted"],
        turn_minutes=row["turn_minutes"],
        timer=row["timer"],
        timer_ends=row["timer_ends"],
        check=row["comfort_check"],
        check_ends=row["comfort_ends"],
        comfort=tuple(row["comfort"] or (0, 0, 0)),
    )
