"""One line of a community's guidelines, for a feature that asks for one at its own moment."""

from dataclasses import dataclass
from typing import Protocol

from bot.ids import ChannelId, GuildId


@dataclass(frozen=True, slots=True)
class Spot:
    """Where everybody would see a line: its channel, and the key of its post."""

    channel: ChannelId
    key: str


class Source(Protocol):
    """Whoever keeps the guidelines."""

    def line_beside(self, guild: GuildId, kind: str, turn: int) -> str:
        """A line that one person alone sees."""
        ...

    async def line_in(self, guild: GuildId, kind: str, spot: Spot) -> str:
        """A line that everybody in a channel sees: at most one in 6 hours, over restarts too."""
        ...


class GuidelineLines:
    """Asks whoever keeps the guidelines; where nobody does, there is no line.

    Both answer a sentence, ready to show, or nothing where there is none to say now. `kind` says
    of which kind the place is: `sharing`, `venting`, `social` or `staff`.
    """

    def __init__(self) -> None:
        self._source: Source | None = None

    def come_from(self, source: Source) -> None:
        """Name who keeps the guidelines."""
        self._source = source

    def line_beside(self, guild: GuildId, kind: str, turn: int) -> str:
        """A line beside something that one person alone sees; the same turn is the same line.

        It stands in no channel, and nothing is kept of it: held back because another person saw
        one, it would tell of that person.
        """
        return "" if self._source is None else self._source.line_beside(guild, kind, turn)

    async def line_in(self, guild: GuildId, kind: str, spot: Spot) -> str:
        """A line in a post that everybody in a channel sees; asked again for a post, it stays."""
        return "" if self._source is None else await self._source.line_in(guild, kind, spot)
