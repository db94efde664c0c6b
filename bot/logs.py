"""Logging: events with ids, never words, never people.

A log record is an event name and a few values (`log.info("outbox.planned", extra={"slots": 3})`).
People are named by a salt of this process, so that two lines about one person can be joined
today and by nobody tomorrow. `discord.*` is capped at INFO: below it, discord.py writes raw
frames with everything that members said.
"""

import hashlib
import json
import logging
import re
import secrets
import sys
from datetime import UTC, datetime
from typing import Any, TextIO, cast

from bot.ids import UserId

_SALT = secrets.token_bytes(16)
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_SECRET = re.compile(
    r"[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}"  # a bot token
    r"|(?<![\w-])[\w-]{43}=?(?![\w=-])"  # a key as `keys new` prints it
    r"|(?<=/webhooks/)\d+/[\w-]{60,}"
    r"|(?<=/interactions/)\d+/[\w-]{60,}"
)
_CAPPED = ("discord", "sqlalchemy", "aiosqlite", "apscheduler", "alembic", "aiohttp", "simcord")

# What these say at INFO helps nobody at night.
_CHATTY = ("sqlalchemy", "aiosqlite", "apscheduler", "alembic", "aiohttp", "discord.client")


def person(user: UserId | int) -> str:
    """A name for somebody that means nothing outside this process."""
    return (
        "p-" + hashlib.blake2b(int(user).to_bytes(8, "big"), key=_SALT, digest_size=5).hexdigest()
    )


class _Redacting(logging.Formatter):
    """Adds the values of an event and takes secrets out of whatever reaches a log."""

    def format(self, record: logging.LogRecord) -> str:
        return _redacted(self.line(record, _values(record)))

    def line(self, record: logging.LogRecord, values: dict[str, Any]) -> str:
        head = f"{_moment(record)} {record.levelname:<7} {record.name} {record.getMessage()}"
        tail = "".join(f" {name}={value}" for name, value in values.items())
        return head + tail + _trace(self, record)


class _Json(_Redacting):
    def line(self, record: logging.LogRecord, values: dict[str, Any]) -> str:
        body: dict[str, Any] = {
            "at": _moment(record),
            "level": record.levelname,
            "logger": record.name,
            "event": record.getMessage(),
            **values,
        }
        if trace := _trace(self, record):
            body["trace"] = trace.strip()
        # Before it is escaped: behind an escape a secret does not look like one.
        return json.dumps(_clean(body), ensure_ascii=False)


class _Cap(logging.Filter):
    """Refuses records of other people's libraries below INFO, whatever level they are set to."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= logging.INFO or record.name.partition(".")[0] not in _CAPPED


def set_up(level: str, form: str, stream: TextIO | None = None) -> logging.Handler:
    """Send every log record of the process to one place.

    Args:
        level: lowest level of our own events.
        form: `text` or `json`.
        stream: where to; standard error by default.
    """
    output = logging.StreamHandler(stream or sys.stderr)
    output.setFormatter(_Json() if form == "json" else _Redacting())
    output.addFilter(_Cap())
    root = logging.getLogger()
    root.handlers[:] = [output]
    root.setLevel(level)
    for name in _CAPPED:
        # Never below INFO, so that the records (and what they would hold) are not even made.
        logging.getLogger(name).setLevel(max(logging.INFO, logging.getLevelNamesMapping()[level]))
    for name in _CHATTY:
        quiet = max(logging.WARNING, logging.getLevelNamesMapping()[level])
        logging.getLogger(name).setLevel(quiet)
    # A wrong log call would print its arguments, which may hold what somebody wrote.
    logging.raiseExceptions = False
    return output


def _values(record: logging.LogRecord) -> dict[str, Any]:
    return {name: value for name, value in vars(record).items() if name not in _STANDARD}


def _redacted(text: str) -> str:
    return _SECRET.sub("[redacted]", text)


def _clean(value: object) -> object:
    """A value as JSON can hold it, with every secret taken out."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, dict):
        pairs = cast("dict[object, object]", value).items()
        return {_redacted(str(name)): _clean(each) for name, each in pairs}
    if isinstance(value, list | tuple):
        return [_clean(each) for each in cast("list[object]", value)]
    return _redacted(str(value))


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _trace(formatter: logging.Formatter, record: logging.LogRecord) -> str:
    """The frames of an error without its own words: an error may quote what somebody wrote."""
    if not record.exc_info or record.exc_info[1] is None:
        return ""
    error = record.exc_info[1]
    frames: list[str] = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        frames.append(f"  {code.co_filename}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return "\n" + "\n".join([*frames, f"  {type(error).__module__}.{type(error).__qualname__}"])
