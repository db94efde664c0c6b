"""The alarm clock of a live process: APScheduler, which wakes and does not know."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from apscheduler.schedulers.asyncio import (  # pyright: ignore[reportMissingTypeStubs] - it ships none
    AsyncIOScheduler,
)

from bot.services.heartbeat import NET


class SystemAlarm:
    """One `date` job at the next due instant, and a slow interval as a net, both in memory."""

    def __init__(self) -> None:
        self._scheduler: Any = AsyncIOScheduler(
            timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1}
        )
        self._ring: Callable[[], Awaitable[None]] | None = None

    def start(self, ring: Callable[[], Awaitable[None]]) -> None:
        self._ring = ring
        self._scheduler.add_job(
            ring, "interval", seconds=int(NET.total_seconds()), id="net", replace_existing=True
        )
        self._scheduler.start()

    def arm(self, at: datetime) -> None:
        if self._ring is not None:
            self._scheduler.add_job(
                self._ring,
                "date",
                run_date=at,
                id="next",
                replace_existing=True,
                misfire_grace_time=None,
            )

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)


class SilentAlarm:
    """Never rings: the rehearsal and the tests call `beat()` themselves."""

    def start(self, ring: Callable[[], Awaitable[None]]) -> None:
        """Nothing to do."""

    def arm(self, at: datetime) -> None:
        """Nothing to do."""

    def stop(self) -> None:
        """Nothing to do."""
