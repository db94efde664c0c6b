"""How long a post that could not be made waits: longer each time, and each a little differently.

After a storm (429, 5xx) every row has failed at the same moment. If all waited equally long, they
would come back together and make the next one. So each adds a share of its own, up to half: it
follows from the row's number and the attempt, and is the same after a restart. It only ever adds,
so nothing is asked again before its time.
"""

import hashlib
from datetime import timedelta

STEPS = tuple(timedelta(seconds=s) for s in (2, 5, 15, 60, 300))
# An unreadable history is looked at at least so often.
LOOK_AT_LEAST_EVERY = timedelta(minutes=1)
MOST = 1 / 2


def wait_before(row: int, attempt: int) -> timedelta:
    """How long a row waits after its n-th attempt (1 and up) before it is sent again."""
    return _step(attempt) * _spread(row, attempt)


def wait_to_look(row: int, look: int) -> timedelta:
    """How long a row waits after its n-th look at a history that could not be read."""
    return min(_step(look), LOOK_AT_LEAST_EVERY / (1 + MOST)) * _spread(row, look)


def _step(attempt: int) -> timedelta:
    return STEPS[min(max(attempt, 1), len(STEPS)) - 1]


def _spread(row: int, attempt: int) -> float:
    drawn = hashlib.sha256(f"{row}:{attempt}".encode()).digest()[:4]
    return 1 + MOST * int.from_bytes(drawn, "big") / 2**32
