"""One line of a community's guidelines, for a feature that asks for one at its own moment."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.ids import ChannelId, GuildId


@dataclass(frozen=True, slots=True)
class Spot:
    """Where everybody would see a line: its channel, and the key of its post."""

    channel: ChannelId
    key: str


Source = Callable[[GuildId, str, Spot | None], str]
"""Finds a line for a community and a kind of place; for a channel, at most one in 6 hours."""


class GuidelineLines:
    """Asks whoever keeps the guidelines; where nobody does, there is no line."""

    def __init__(self) -> None:
        self._source: Source | None = None

    def come_from(self, source: Source) -> None:
        """Name who keeps the guidelines."""
        self._source = source

    def line_for(self, guild: GuildId, kind: str, spot: Spot | None = None) -> str:
        """A sentence, ready to show; empty where there is none to say now.

        Args:
            guild: the community.
            kind: of which kind the place is: `sharing`, `venting`, `social` or `staff`.
            spot: where everybody would see it; None where one person alone does.
        """
        return "" if self._source is None else self._source(guild, kind, spot)
