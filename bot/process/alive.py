"""Whether the bot listens: what a container asks every now and then, with little loaded."""

import os
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import SystemClock
from bot.config import Config, read_config, read_environment
from bot.errors import StartRefused

# A sign of life is written every twenty seconds while Discord is listened to; a bot that was cut
# off for a moment, or whose database is busy, is not ill.
RECENT = timedelta(minutes=3)


def listens(config: Config, now: datetime) -> bool:
    """Whether it has listened to Discord within the last minutes, as its database knows."""
    file = config.database_file
    if file is None or not file.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as found:
            row = found.execute("SELECT at FROM moment WHERE name = 'alive'").fetchone()
    except sqlite3.Error:
        return False
    return row is not None and now - datetime.fromisoformat(row[0]).replace(tzinfo=UTC) < RECENT


def main() -> int:
    """Answers 0 where it listens, else 1."""
    try:
        config = read_config(read_environment(os.environ, Path(".env")))
    except StartRefused:
        return 1
    return int(not listens(config, SystemClock().now()))


if __name__ == "__main__":
    sys.exit(main())
