"""The grid of epochs: weeks of UTC, numbered, so that every birth and death follows from the clock.

An epoch begins on a Monday at 00:00 UTC and lasts 7 days. Its key dies 14 days after its end, so
three keys are alive at any time: of this week, of the last, and of the one before.
"""

from datetime import UTC, datetime, timedelta

ORIGIN = datetime(1969, 12, 29, tzinfo=UTC)  # the Monday before any computer's first second
LENGTH = timedelta(days=7)  # product 4.5
REST = timedelta(days=14)  # product 4.5: from an epoch's end to the death of its key
LIVING = 1 + REST // LENGTH


def number_at(now: datetime) -> int:
    """The number of the epoch that an instant lies in."""
    return (now - ORIGIN) // LENGTH


def starts_at(number: int) -> datetime:
    """When an epoch begins; it ends where the next one begins.

    Raises:
        OverflowError: no calendar reaches so far.
    """
    return ORIGIN + number * LENGTH


def dies_at(number: int) -> datetime:
    """From when on the key of an epoch must not exist."""
    return starts_at(number + 1) + REST
