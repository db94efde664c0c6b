"""Starts the bot, live or as a rehearsal, and ends it cleanly."""

import asyncio
import contextlib
import gc
import logging
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import aiohttp
import discord

from bot.app import SupportBot, Words
from bot.clock import Clock, SystemClock
from bot.config import Config
from bot.epochs.files import KeysUnusable
from bot.epochs.keeper import EpochKeys
from bot.errors import StartRefused
from bot.logs import set_up
from bot.process.backup import backups_of
from bot.process.copies import age_of_copies
from bot.process.keys import keyring_for
from bot.process.metrics import watched
from bot.process.warm import warm
from bot.services.alarm import SilentAlarm, SystemAlarm
from bot.services.backups import DailyBackups
from bot.storage.database import ensure_folder
from bot.storage.schema import prepare
from bot.ui.checkup import Checkup

log = logging.getLogger("hearth.process")
# How long what is in flight may take at the end: above the longest send observed.
LAST_WORDS = 10.0


class TokenRefused(StartRefused):
    """Discord does not accept the token."""

    exit_code: ClassVar[int] = 3


class RehearsalRefused(StartRefused):
    """A rehearsal must not open here."""

    exit_code: ClassVar[int] = 9


@dataclass(frozen=True, slots=True)
class Page:
    """How the rehearsal's page is opened."""

    port: int
    open_browser: bool


def start(config: Config, page: Page, *, rehearse_only: bool) -> int:
    """Run until stopped; answers the exit code.

    Raises:
        StartRefused: one sentence that says why not.
    """
    set_up(config.log_level, config.log_format)
    if config.token and not rehearse_only:
        return asyncio.run(_until_told(lambda: live(config)))
    if not rehearse_only:
        refuse_rehearsal(config, terminal=sys.stdin.isatty() or sys.stdout.isatty())
    return asyncio.run(_until_told(lambda: rehearse(config, page)))


def refuse_rehearsal(config: Config, *, terminal: bool) -> None:
    """A live community must never find itself in a rehearsal because a token went missing.

    Raises:
        RehearsalRefused: the database knows a live community, or nobody sits at a terminal.
    """
    if knows_live(config.database_file):
        raise RehearsalRefused(
            "DISCORD_TOKEN is missing, and this database knows a live community. Put the token "
            "back, or say `python -m bot rehearse` if you want a rehearsal."
        )
    if not terminal:
        raise RehearsalRefused(
            "DISCORD_TOKEN is missing. Where nobody sits at a terminal a rehearsal opens only "
            "with `python -m bot rehearse`."
        )


def knows_live(file: Path | None) -> bool:
    """Whether a database has ever served a community."""
    if file is None or not file.exists():
        return False
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT count(*) FROM community").fetchone()[0] > 0
    except sqlite3.Error:
        return False  # the start itself will say what is the matter with it


async def live(config: Config) -> int:
    """Serve real communities until told to stop."""
    keyring = keyring_for(config)
    file = config.database_file
    if file is not None:
        _folder(file.parent)
    clock = SystemClock()
    _destroy_due(config, clock)
    bot = SupportBot(config, Words.load(), keyring, clock, SystemAlarm())
    if file is not None:
        folder = backups_of(config)
        bot.heartbeat.add("backups", DailyBackups(file, keyring, folder, clock))
        bot.feature(Checkup).by(age_of_copies(folder, clock))
    set_aside()
    try:
        async with bot, watched(bot, config.metrics):
            await prepare(bot.database, keyring)  # a wrong key must stop it before Discord is asked
            warming = asyncio.create_task(warm(bot.lexicon))
            try:
                await bot.start(config.token or "")
            finally:
                warming.cancel()
    except discord.LoginFailure:
        raise TokenRefused(
            "Discord did not accept DISCORD_TOKEN. Copy it again from the developer portal "
            "(Applications, your bot, Bot, Reset Token)."
        ) from None
    except discord.PrivilegedIntentsRequired:
        wanted = "Message Content Intent" + (" and Server Members Intent" if config.members else "")
        raise TokenRefused(
            f"Discord refused an intent. Switch on {wanted} in the developer portal "
            "(Applications, your bot, Bot, Privileged Gateway Intents) and start again."
        ) from None
    except (aiohttp.ClientError, discord.GatewayNotFound, OSError) as problem:
        raise StartRefused(f"Discord could not be reached ({type(problem).__name__}).") from None
    return 0


def set_aside() -> None:
    """What is loaded stays for good: the garbage collector need not walk it again and again.

    With the lexicon in memory a full collection held the loop for 70 to 140 ms, and with it
    whoever was in danger just then (tests/bench/test_signpost_latency.py).
    """
    gc.collect()
    gc.freeze()


async def rehearse(config: Config, page: Page) -> int:
    """Open a fresh rehearsal community: its own database, its own key, gone at the end."""
    # The simulated Discord warns of what only a real one needs (voice, intents of a stand-in).
    logging.getLogger("discord").setLevel(logging.ERROR)
    from bot.rehearsal.rehearse import rehearse as open_page  # noqa: PLC0415 - SimCord loads with it

    words = Words.load()
    with tempfile.TemporaryDirectory(prefix="hearth-rehearsal-") as folder:
        home = Path(folder)
        fresh = replace(
            config,
            token=None,
            keys=(),
            home=home,
            epochs=home / "epochs",
            database_url=f"sqlite+aiosqlite:///{home / 'hearth.db'}",
            guilds=frozenset(),
        )
        keyring = keyring_for(fresh)

        def build(clock: Clock) -> SupportBot:
            return SupportBot(fresh, words, keyring, clock, SilentAlarm())

        return await open_page(
            build,
            port=page.port,
            open_browser=page.open_browser,
            out=print,
        )


async def _until_told(work: Callable[[], Awaitable[int]]) -> int:
    """Run, and on SIGTERM or Ctrl-C end it the way a finished run ends."""
    task = asyncio.ensure_future(work())
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # not on Windows: there Ctrl-C raises
            loop.add_signal_handler(name, task.cancel)
    try:
        return await task
    except asyncio.CancelledError:
        log.info("process.stopped")
        return 0


def _destroy_due(config: Config, clock: Clock) -> None:
    """Epoch keys die on their day also where Discord cannot be reached; beats come later."""
    try:
        EpochKeys(config.epochs).destroy_due(clock.now())
    except KeysUnusable as problem:  # help must start all the same, and every beat tries again
        log.error("epochs.not_destroyed", extra={"why": problem.why})  # noqa: TRY400 - `why` says it


def _folder(path: Path) -> None:
    try:
        ensure_folder(path)
    except OSError as problem:
        raise StartRefused(f"{path} cannot be made ({problem.strerror}).") from None
