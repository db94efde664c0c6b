"""What staff read once a week: each feature says what needs attention, without a name."""

from collections.abc import Awaitable, Callable, Iterable

from bot.ids import GuildId
from bot.ui.house import Voice

Teller = Callable[[GuildId, Voice], Awaitable[Iterable[str]]]
"""Short sentences about the week of one community: numbers, never a person. May be empty."""


class Weekly:
    """The tellers that features have added, in the order in which they came."""

    def __init__(self) -> None:
        self._tellers: list[Teller] = []

    def by(self, teller: Teller) -> None:
        """Add what a feature has to say of a week."""
        self._tellers.append(teller)

    async def lines(self, guild: GuildId, voice: Voice) -> list[str]:
        """Everything that features say of this week.

        Raises:
            StorageDown: a teller needed the database and it does not answer.
        """
        return [line for tell in self._tellers for line in await tell(guild, voice)]
