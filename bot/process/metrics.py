"""Figures for whoever watches the machine: off by default, on this machine only, about nobody.

What is counted are the names of log lines, which are fixed words of this program, and times. No
label comes from what people write, from a person or from a community.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from bot.app import SupportBot
from bot.errors import HearthError, StartRefused

HERE = "127.0.0.1"
EVERY = timedelta(seconds=15)


class PortTaken(StartRefused):
    """Another program listens where the figures were to be read."""


class Figures:
    """A duty of the heartbeat that keeps the figures true, and a log handler that counts."""

    def __init__(self, bot: SupportBot) -> None:
        # Three megabytes that only those carry who want the figures.
        from prometheus_client import CollectorRegistry, Counter, Gauge, ProcessCollector  # noqa: PLC0415

        self._bot = bot
        self.registry = kept = CollectorRegistry()
        ProcessCollector(registry=kept)
        late, beat = "How long the earliest planned post is overdue", "When the heartbeat last beat"
        self._late = Gauge("hearth_late_seconds", late, registry=kept)
        self._beat = Gauge("hearth_last_beat_timestamp_seconds", beat, registry=kept)
        lines, labels = "Log lines by name and level", ("name", "level")
        self._told = Counter("hearth_log_lines", lines, labels, registry=kept)
        asked: dict[str, tuple[str, Callable[[], float]]] = {
            "hearth_ready": ("Whether the bot is connected", lambda: float(bot.is_ready())),
            "hearth_gateway_latency_seconds": ("Of Discord's gateway", lambda: bot.latency),
            "hearth_communities": ("How many communities it is in", lambda: len(bot.guilds)),
        }
        for name, (about, tell) in asked.items():
            Gauge(name, about, registry=kept).set_function(tell)

    async def work(self) -> None:
        """Read how late the earliest planned post is."""
        now = self._bot.clock.now()
        self._beat.set(now.timestamp())
        try:
            due = await self._bot.outbox.next_due()
        except HearthError:
            return  # the log line that tells of it is counted
        self._late.set(max(0.0, (now - due).total_seconds()) if due else 0.0)

    async def next_due(self) -> None:
        """It rides on the net of the alarm and asks for no beat of its own."""

    def count(self, record: logging.LogRecord) -> None:
        """Count a line of our own by its name; a name is never made of anybody's words."""
        self._told.labels(str(record.msg), record.levelname).inc()


class _Counting(logging.Handler):
    def __init__(self, figures: Figures) -> None:
        super().__init__(logging.INFO)
        self._figures = figures

    def emit(self, record: logging.LogRecord) -> None:
        self._figures.count(record)


@asynccontextmanager
async def watched(bot: SupportBot, port: int | None) -> AsyncGenerator[None]:
    """Let the figures be read at a port of this machine while the bot runs; None: not at all.

    Raises:
        PortTaken: something else listens there.
    """
    if port is None:
        yield
        return
    from prometheus_client import start_http_server  # noqa: PLC0415 - as above

    figures = Figures(bot)
    try:
        server, thread = start_http_server(port, HERE, figures.registry)
    except OSError as problem:
        why = f"HEARTH_METRICS: port {port} cannot be used ({problem.strerror})."
        raise PortTaken(why) from None
    counting = _Counting(figures)
    ours: Any = logging.getLogger("hearth")
    ours.addHandler(counting)
    bot.heartbeat.add("figures", figures)
    try:
        yield
    finally:
        ours.removeHandler(counting)
        await asyncio.to_thread(server.shutdown)
        server.server_close()
        thread.join()
