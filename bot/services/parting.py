"""What somebody holds for others: handed over when they step back, let go when they are erased."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.ids import GuildId, UserId

Count = Callable[[GuildId, UserId], Awaitable[int]]
Act = Callable[[GuildId, UserId], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of open thing. A feature declares its own.

    Args:
        name: a text key `<name>`, which says with `$count` what becomes of them when somebody is
            erased; also what the feature is asked for.
        count: how many are open now.
        let_go: before somebody is erased. Done twice, it changes nothing more.
        hand_over: when somebody steps back; None where nothing of it has to go on without them.
    """

    name: str
    count: Count
    let_go: Act
    hand_over: Act | None = None


class Partings:
    """Every kind of open thing, in the order in which features named them."""

    def __init__(self) -> None:
        self._parts: list[Part] = []

    def add(self, part: Part) -> None:
        """Name one more kind."""
        self._parts.append(part)

    async def open(self, guild: GuildId, user: UserId) -> list[tuple[str, int]]:
        """What somebody has open: the text key of each kind, and how many."""
        found = [(part.name, await part.count(guild, user)) for part in self._parts]
        return [(name, count) for name, count in found if count]

    async def hand_over(self, guild: GuildId, user: UserId) -> None:
        """Somebody steps back."""
        for part in self._parts:
            if part.hand_over is not None:
                await part.hand_over(guild, user)

    async def let_go(self, guild: GuildId, user: UserId) -> None:
        """Somebody is erased."""
        for part in self._parts:
            await part.let_go(guild, user)
