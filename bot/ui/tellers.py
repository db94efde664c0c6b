"""Short sentences that each feature says of itself, gathered for one card of staff."""

from collections.abc import Awaitable, Callable, Iterable

from bot.ids import GuildId
from bot.ui.house import Voice

Teller = Callable[[GuildId, Voice], Awaitable[Iterable[str]]]
"""Sentences about one community: numbers and places, never a person. May be none."""


class Tellers:
    """What features have added, in the order in which they came."""

    def __init__(self) -> None:
        self._tellers: list[Teller] = []

    def by(self, teller: Teller) -> None:
        """Add what a feature has to say."""
        self._tellers.append(teller)

    async def lines(self, guild: GuildId, voice: Voice) -> list[str]:
        """Everything that features say now.

        Raises:
            StorageDown: a teller needed the database and it does not answer.
        """
        return [line for tell in self._tellers for line in await tell(guild, voice)]


class Weekly(Tellers):
    """What the week was and what waits, for the digest: without a name."""


class Overview(Tellers):
    """What is switched on and where that is decided, for `/setup features`."""
