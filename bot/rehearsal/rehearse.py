"""Opens a rehearsal, keeps it going, and ends it cleanly: what the main command calls."""

import asyncio
import contextlib
import logging
import signal
import webbrowser
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.clock import Clock, SystemClock
from bot.rehearsal.part import Build
from bot.rehearsal.script import load_script
from bot.rehearsal.server import Server, take_port
from bot.rehearsal.stage import Stage
from bot.rehearsal.travel import Traveller

log = logging.getLogger("hearth.rehearsal")

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A rehearsal that is open."""

    stage: Stage
    traveller: Traveller
    server: Server


@asynccontextmanager
async def open_rehearsal(
    build: Build, *, port: int, clock: Clock | None = None
) -> AsyncGenerator[Rehearsal]:
    """A rehearsal, open as long as the block runs; afterwards nothing of it is left.

    Args:
        build: makes an unstarted bot that reads the clock it is given.
        port: of this machine; 0 takes a free one.
        clock: says which day it is; the machine's own, if none is given.

    Raises:
        PortInUse: somebody else holds the port; nothing was begun.
        BrokenContent: a file of `data/rehearsal` cannot be used; nothing was begun.
    """
    script = load_script()
    with contextlib.closing(take_port(port)) as held:
        today = (clock or SystemClock()).now().date()
        opens_at = script.community.opens_at
        stage = Stage(build, script, datetime.combine(today, opens_at, tzinfo=UTC))
        traveller = Traveller(stage)
        server = Server(stage, traveller, held)
        async with contextlib.AsyncExitStack() as ending:
            ending.push_async_callback(stage.close)
            await stage.open()
            ending.push_async_callback(server.close)
            await traveller.look_ahead()
            await server.start()
            ending.push_async_callback(_stop, asyncio.create_task(traveller.tick()))
            yield Rehearsal(stage, traveller, server)


async def rehearse(
    build: Build, *, port: int, open_browser: bool, out: Callable[[str], None]
) -> int:
    """Run a rehearsal until Ctrl-C, SIGTERM or cancellation, and answer the exit code.

    Args:
        build: makes an unstarted bot that reads the clock it is given; called again at restarts.
        port: of this machine; 0 takes a free one.
        open_browser: whether to show the page at once.
        out: says one line to the operator.

    Raises:
        StartRefused: it cannot start; `str()` is the sentence for the operator.
    """
    ended = asyncio.Event()
    with _on_signals(ended.set):
        async with open_rehearsal(build, port=port) as rehearsal:
            address = rehearsal.server.address
            out(f"The rehearsal is open at {address}")
            out("Nobody real reads what is written there. End it with Ctrl-C.")
            if open_browser and not await asyncio.to_thread(webbrowser.open, address):
                out("No browser could be opened here: open the address yourself.")
            await ended.wait()
            out("The rehearsal is closing.")
    return 0


@contextlib.contextmanager
def _on_signals(end: Callable[[], None]) -> Generator[None]:
    loop = asyncio.get_running_loop()
    held: list[signal.Signals] = []
    for number in SIGNALS:
        # Not on Windows, and not outside the main thread: cancellation ends it there.
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, end)
            held.append(number)
    try:
        yield
    finally:
        for number in held:
            loop.remove_signal_handler(number)


async def _stop(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
