"""Who comes and who waits: places in order, and how they are told as words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.ids import Tag, UserId

OFFER = timedelta(minutes=30)
A_FEW = 3


class Answer(StrEnum):
    """How somebody comes."""

    COMING = "coming"
    LISTENING = "listening"
    EARLY = "early"  # may leave early


class Standing(StrEnum):
    """Whether they have a place."""

    IN = "in"
    WAITING = "waiting"
    OFFERED = "offered"


@dataclass(frozen=True, slots=True)
class Seat:
    """One person at one meeting, in the order in which they asked.

    `confirmed` is False after the time changed, until they say again that they come.
    `hand` is the order in which hands were raised; None: it is down. `turns`: how often they spoke.
    """

    id: int
    meeting: int
    tag: Tag
    person: UserId
    answer: Answer
    standing: Standing
    seen: bool = False  # hosts may see that they come
    remind: bool = False
    confirmed: bool = True
    offered_until: datetime | None = None
    inside: bool = False
    came: bool = False  # was inside, whether or not they left
    hand: int | None = None
    turns: int = 0
    said: bool = False  # has given feedback; what they said is not kept here
    eased: int = 0  # the latest check how people are that they answered; not how


def taken(seats: Sequence[Seat]) -> int:
    """Places that nobody else can have now."""
    return sum(each.standing is not Standing.WAITING for each in seats)


def has_room(capacity: int | None, seats: Sequence[Seat]) -> bool:
    """Whether somebody new gets a place at once: nobody overtakes those who wait."""
    waits = any(each.standing is Standing.WAITING for each in seats)
    return capacity is None or (taken(seats) < capacity and not waits)


def to_offer(capacity: int | None, seats: Sequence[Seat]) -> list[Seat]:
    """Who is offered a place now: as many as are free, in the order in which they asked."""
    waiting = sorted((s for s in seats if s.standing is Standing.WAITING), key=lambda s: s.id)
    free = len(waiting) if capacity is None else capacity - taken(seats)
    return waiting[: max(free, 0)]


def places(capacity: int | None, seats: Sequence[Seat]) -> str:
    """How many places are left, as a word: never how many people come."""
    if capacity is None:
        return "open"
    if not has_room(capacity, seats):
        return "full"
    return "few" if capacity - taken(seats) <= A_FEW else "several"
