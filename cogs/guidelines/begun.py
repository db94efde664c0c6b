"""A report that has begun, as the buttons of its cards carry it: nothing of it is kept anywhere."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from struct import Struct, error
from typing import Self

from bot.ids import UserId
from bot.ui.explain import OldButton
from cogs.guidelines.reports import REASONS

MOST_PEOPLE = 5
# The message, reason and name in one, and five people; 0 is no message and nobody.
_LAYOUT = Struct(f">QB{MOST_PEOPLE}Q")


@dataclass(frozen=True, slots=True)
class Begun:
    """Whom it is about (nobody: no one person), where it began, why, and with a name or without.

    `message` is 0 where it began without one.
    """

    people: tuple[UserId, ...]
    message: int
    reason: str
    named: bool = False

    @classmethod
    def about(cls, people: Iterable[int], message: int, reason: str) -> Self:
        """A report about these people, each once."""
        known = dict.fromkeys(UserId(each) for each in people if each)
        return cls((*known,)[:MOST_PEOPLE], message, reason)

    @classmethod
    def of_ids(cls, person: int, message: int, packed: int) -> Self:
        """What a button about one person (0: nobody) carries.

        Raises:
            OldButton: there is no such reason any more.
        """
        return cls(
            (UserId(person),) if person else (), message, reason(packed // 2), packed % 2 == 1
        )

    @classmethod
    def of_token(cls, token: str) -> Self:
        """What a button about several people carries.

        Raises:
            OldButton: it is nothing that was ever written.
        """
        try:
            message, packed, *people = _LAYOUT.unpack(urlsafe_b64decode(f"{token}=="))
        except (ValueError, error):
            raise OldButton from None
        known = tuple(UserId(each) for each in people if each)
        return cls(known, message, reason(packed // 2), packed % 2 == 1)

    @property
    def ids(self) -> tuple[int, int, int]:
        """What a button carries where it is about one person at most."""
        return (self.people[0] if self.people else 0), self.message, self._packed

    @property
    def token(self) -> str:
        """What a button carries where it is about several."""
        padded = (*self.people, *[0] * MOST_PEOPLE)[:MOST_PEOPLE]
        written = _LAYOUT.pack(self.message, self._packed, *padded)
        return urlsafe_b64encode(written).decode().rstrip("=")

    @property
    def _packed(self) -> int:
        return 2 * REASONS.index(self.reason) + self.named


def reason(place: int) -> str:
    """The reason that a button names by its place.

    Raises:
        OldButton: there is none there.
    """
    if place >= len(REASONS):
        raise OldButton
    return REASONS[place]
