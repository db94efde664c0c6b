"""The Home panel: every feature hangs its own door, so that nothing needs a typed command."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.ui.cards import Card, Control, Tone
from bot.ui.house import Voice

PER_ROW = 5  # Discord's own limit of buttons in a row


@dataclass(frozen=True, slots=True)
class Door:
    """A button of the panel. `place` orders them: help is 0 and comes first."""

    place: int
    button: Callable[[Voice], Control]


class HomePanel:
    """The doors of the panel, and the card on which they hang."""

    def __init__(self) -> None:
        self._doors: list[Door] = []
        self.beside: list[str] = []
        self.standing: set[str] = set()

    def post_beside(self, kind: str) -> None:
        """Name a kind of post that the wizard makes in the same channel, before the panel."""
        self.beside.append(kind)
        self.stands(kind)

    def stands(self, *kinds: str) -> None:
        """Name kinds of posts that stay and are brought up to date in their place."""
        self.standing.update(kinds)

    def hang(self, door: Door) -> None:
        """Add a feature's door."""
        self._doors.append(door)
        self._doors.sort(key=lambda each: each.place)

    def card(self, voice: Voice) -> Card:
        """The panel, in a community's language or a member's."""
        buttons = [door.button(voice) for door in self._doors]
        rows = [tuple(buttons[at : at + PER_ROW]) for at in range(0, len(buttons), PER_ROW)]
        return Card(
            voice("home.title"),
            (voice("home.body"), voice("home.private")),
            tuple(rows),
            tone=Tone.WARM,
            small=voice("home.small"),
        )
