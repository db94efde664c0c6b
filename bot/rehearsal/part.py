"""What the rehearsal asks of the bot that plays in it, and the clock that it gives to it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

import discord

from bot.clock import Clock


class RehearsedBot(Protocol):
    """An unstarted `discord.Client` that can also do these things.

    It must not wake itself: the rehearsal moves time and calls `beat()`.
    """

    async def adopt_rehearsal(
        self, guild_id: int, rooms: Mapping[str, int], roles: Mapping[str, int], /
    ) -> None:
        """Set the community up, as an admin would; called once, after the first start only.

        Args:
            guild_id: the community.
            rooms: channel ids by key: welcome, lounge, checkins, shares, sessions, staff.
            roles: role ids by key: facilitator, moderator, admin.
        """
        ...

    async def beat(self) -> None:
        """Do everything that is due by now."""
        ...

    async def next_due(self) -> tuple[datetime, str] | None:
        """The next instant at which `beat()` has work, with a few plain words for what it is."""
        ...

    async def close(self) -> None:
        """Let go of the database and of everything else."""
        ...


Build = Callable[[Clock], RehearsedBot]


class NotAClient(TypeError):
    """What `build` returned cannot be connected to a Discord."""

    def __init__(self, bot: object) -> None:
        super().__init__(f"build() must return a discord.Client, not {type(bot).__name__}")


def as_client(bot: RehearsedBot) -> discord.Client:
    """The same bot, seen as what Discord talks to.

    Raises:
        NotAClient: it is none.
    """
    if not isinstance(bot, discord.Client):
        raise NotAClient(bot)
    return bot


class RehearsalClock:
    """Answers the rehearsal's own time: the simulated Discord's, once there is one."""

    def __init__(self, opening: datetime) -> None:
        self._opening = opening
        self._source: Callable[[], datetime] | None = None

    def follow(self, source: Callable[[], datetime]) -> None:
        """From now on, tell the time that `source` tells."""
        self._source = source

    def now(self) -> datetime:
        return self._source() if self._source is not None else self._opening
