"""What the operator decides before the process starts: read once, typed, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from dotenv import dotenv_values

from bot.errors import StartRefused
from bot.ids import GuildId
from bot.keyring import read_keys

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
LOG_FORMATS = ("text", "json")
FIRST_PORT, LAST_PORT, LONGEST_PORT = 1024, 65535, 5
SWITCH = {"on": True, "off": False}


class WrongSetting(StartRefused):
    """A setting holds a value that cannot be used; the sentence names it."""

    exit_code: ClassVar[int] = 2

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name} {why}")
        self.name = name


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one process.

    `keys` are raw 32-byte keys, newest first; empty means that `HEARTH_HOME/key` decides.
    `guilds` is an allow-list; empty means every community. `metrics` is the port at which figures
    can be read on this machine; None means nowhere.
    """

    token: str | None
    keys: tuple[bytes, ...]
    home: Path
    epochs: Path
    database_url: str
    guilds: frozenset[GuildId]
    members: bool
    contact: str
    log_level: str
    log_format: str
    metrics: int | None = None

    def __repr__(self) -> str:
        """Names the places only: a token or a key must never reach a log through a traceback."""
        return f"Config(home={str(self.home)!r})"

    @property
    def database_file(self) -> Path | None:
        """The SQLite file, or None where the database lives elsewhere."""
        _, found, path = self.database_url.partition("sqlite+aiosqlite:///")
        return Path(path) if found and path else None


def read_environment(environ: Mapping[str, str], dotenv: Path | None = None) -> dict[str, str]:
    """The settings as written: the environment first, then the file; empty values count as unset.

    Args:
        environ: the process's environment.
        dotenv: the `.env` file, where there is one.

    Raises:
        WrongSetting: the file cannot be read, or is not UTF-8.
    """
    try:
        written = dotenv_values(dotenv) if dotenv is not None and dotenv.is_file() else {}
    except UnicodeDecodeError:
        raise WrongSetting(str(dotenv), "must be saved as UTF-8 text") from None
    except OSError as problem:
        raise WrongSetting(str(dotenv), f"cannot be read ({problem.strerror})") from None
    merged = {name: value for name, value in written.items() if value}
    merged.update({name: value for name, value in environ.items() if value})
    return {name: value.strip() for name, value in merged.items() if value.strip()}


def read_config(values: Mapping[str, str]) -> Config:
    """The typed settings.

    Raises:
        WrongSetting: names the first setting whose value cannot be used.
    """
    home = Path(values.get("HEARTH_HOME", "var"))
    return Config(
        token=values.get("DISCORD_TOKEN"),
        keys=_keys(values),
        home=home,
        epochs=Path(values.get("HEARTH_EPOCHS", str(home / "epochs"))),
        database_url=_database(values, home),
        guilds=_guilds(values),
        members=SWITCH[_one_of(values, "HEARTH_MEMBERS", tuple(SWITCH), "off")],
        contact=values.get("HEARTH_CONTACT", ""),
        log_level=_one_of(values, "HEARTH_LOG_LEVEL", LOG_LEVELS, "INFO"),
        log_format=_one_of(values, "HEARTH_LOG_FORMAT", LOG_FORMATS, "text"),
        metrics=_port(values, "HEARTH_METRICS"),
    )


def _keys(values: Mapping[str, str]) -> tuple[bytes, ...]:
    try:
        return read_keys(values.get("HEARTH_KEY", ""))
    except ValueError as problem:
        raise WrongSetting("HEARTH_KEY", str(problem)) from None


def _database(values: Mapping[str, str], home: Path) -> str:
    url = values.get("DATABASE_URL", f"sqlite+aiosqlite:///{home / 'hearth.db'}")
    if not url.startswith("sqlite+aiosqlite:///") or url.endswith("///"):
        raise WrongSetting(
            "DATABASE_URL", "must name a SQLite file, like sqlite+aiosqlite:///var/hearth.db"
        )
    return url


def _guilds(values: Mapping[str, str]) -> frozenset[GuildId]:
    written = values.get("HEARTH_GUILDS", "").replace(",", " ").split()
    if not all(part.isascii() and part.isdigit() and len(part) <= 20 for part in written):  # noqa: PLR2004 - a snowflake has at most 20 digits
        raise WrongSetting("HEARTH_GUILDS", "must be server ids (numbers) with commas between them")
    return frozenset(GuildId(int(part)) for part in written)


def _port(values: Mapping[str, str], name: str) -> int | None:
    written = values.get(name)
    if written is None:
        return None
    number = written.isascii() and written.isdigit() and len(written) <= LONGEST_PORT
    if not number or not FIRST_PORT <= int(written) <= LAST_PORT:
        raise WrongSetting(name, "must be a port from 1024 to 65535, or empty for none")
    return int(written)


def _one_of(values: Mapping[str, str], name: str, allowed: tuple[str, ...], default: str) -> str:
    written = values.get(name, default)
    for choice in allowed:
        if written.casefold() == choice.casefold():
            return choice
    raise WrongSetting(name, f"must be one of {', '.join(allowed)}")
