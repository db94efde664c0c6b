"""`hearth keys rotate`: everything is sealed anew under the newest key, while the bot runs."""

import sqlite3
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

from bot.clock import Clock
from bot.config import Config
from bot.errors import StartRefused
from bot.keyring import Keyring, Unopenable, WrongKey
from bot.process.keys import keyring_there
from bot.storage.backups import KEPT
from bot.storage.inspection import Unfinished, opens
from bot.storage.rotation import Rotated, Rotation, StillWritten

# A bot gives a sign of life every 20 seconds.
AT_WORK = timedelta(minutes=2)
_TOLD_EVERY = 1.0  # seconds


class NotRotated(StartRefused):
    """The old key is still needed; what was done stays done, and everything still opens."""

    exit_code: ClassVar[int] = 12

    def __init__(self, why: str) -> None:
        super().__init__(f"The old key is still needed: {why}")


def rotate(config: Config, clock: Clock) -> int:
    """Seal everything anew under the first key of the line, and say how far it is.

    Raises:
        NotRotated, WrongKey: one sentence that says why not.
    """
    file = config.database_file
    if file is None or not file.is_file():
        raise NotRotated(f"there is no database at {file}.")
    keyring = keyring_there(config)
    if not keyring.older:
        _say("There is one key, so nothing to seal anew. Put a fresh one before it, like new,old.")
        return 0
    try:
        return _account(_run(file, keyring, clock), clock)
    except Unopenable:
        raise WrongKey from None
    except Unfinished:
        raise NotRotated(f"{file} was begun and never finished; start the bot once.") from None
    except StillWritten:
        raise NotRotated("something goes on writing under it. Does a second bot run?") from None
    except sqlite3.Error as problem:
        raise NotRotated(f"SQLite says: {problem}. Say it again, it goes on from there.") from None
    except KeyboardInterrupt:
        raise NotRotated("you stopped it. Say it again, it goes on from there.") from None


def _run(file: Path, keyring: Keyring, clock: Clock) -> Rotated:
    opens(file, keyring)
    with closing(Rotation(file, keyring, _Progress().tell)) as rotation:
        if not rotation.may_begin(clock.now() - AT_WORK):
            raise NotRotated(
                "the bot is running and does not know the first key of the line. Start it again "
                "with that line, then rotate."
            )
        return rotation.run()


def _account(done: Rotated, clock: Clock) -> int:
    _say(f"{done.values} values were sealed anew; everything is under the newest key now.")
    day = (clock.now() + KEPT).date() + timedelta(days=1)
    _say(f"Keep the older keys on the line until {day}: backups of before open with them.")
    for column, count in done.lost.items():
        _say(f"{column}: {count} open with no key of the line. They were lost before this.")
    return int(bool(done.lost))


class _Progress:
    """Says now and then how far it is."""

    def __init__(self) -> None:
        self._told = 0.0

    def tell(self, table: str, done: int, count: int) -> None:
        now = time.monotonic()
        if done < count and now - self._told < _TOLD_EVERY:
            return
        self._told = now
        _say(f"{table}: {done} of {count} rows")


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the answer of the command
