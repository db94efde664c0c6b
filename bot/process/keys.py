"""Where the key is, and how one is made when there is none."""

import logging
import os
from pathlib import Path

from bot.config import Config, WrongSetting
from bot.keyring import Keyring, WrongKey, new_key, read_keys
from bot.storage.database import ensure_folder

log = logging.getLogger("hearth.keys")


def keyring_for(config: Config) -> Keyring:
    """The keyring of this process: from `HEARTH_KEY`, else from `HEARTH_HOME/key`, else made there.

    Raises:
        WrongSetting: the key file does not hold a key, or cannot be read or written.
        WrongKey: there is a database and no key; a fresh one would never open it.
    """
    path = config.home / "key"
    if not config.keys and not path.exists():
        if config.database_file is not None and config.database_file.exists():
            raise WrongKey
        try:
            _make(path)
        except OSError as problem:
            raise _unusable(problem) from None
        log.warning("keys.made", extra={"file": str(path), "next": "back it up elsewhere"})
    return keyring_there(config)


def keyring_there(config: Config) -> Keyring:
    """The keyring of what is there already; none is made.

    Raises:
        WrongSetting: the key file does not hold a key, or cannot be read.
        WrongKey: there is no key.
    """
    if config.keys:
        return Keyring(config.keys)
    try:
        keys = read_keys((config.home / "key").read_text(encoding="ascii"))
    except FileNotFoundError:
        raise WrongKey from None
    except (OSError, ValueError) as problem:
        raise _unusable(problem) from None
    if not keys:
        raise WrongSetting("HEARTH_HOME/key", "is empty")
    return Keyring(keys)


def _unusable(problem: OSError | ValueError) -> WrongSetting:
    why = getattr(problem, "strerror", None) or str(problem)
    return WrongSetting("HEARTH_HOME/key", f"cannot be used: {why}")


def _make(path: Path) -> None:
    ensure_folder(path.parent)
    # Exclusive and private from the first byte: two starts at once agree on one key.
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(new_key() + "\n")
