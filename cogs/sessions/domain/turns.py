"""Whose turn it is: everybody once before anyone twice, and nobody who has not asked.

Hands are kept with the seats, so a restart forgets none; here is only what they mean.

    hand down ─raise─► waiting ─call─► speaking ─next, pass─► hand down

Leaving ends each of these, and whoever only listens has no hand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody in the room. `raised` orders the hands; None: it is down."""

    person: int
    listens: bool = False
    raised: int | None = None
    turns: int = 0


@dataclass(frozen=True, slots=True)
class Circle:
    """Everybody in the room, and who speaks. `speaker` is nobody between turns."""

    hands: Mapping[int, Hand]
    speaker: int | None = None
    raised_so_far: int = 0

    def order(self) -> list[int]:
        """Who waits for a turn: who spoke least, then who raised their hand first."""
        waiting = [each for each in self.hands.values() if each.raised is not None]
        return [each.person for each in sorted(waiting, key=lambda h: (h.turns, h.raised or 0))]

    def enter(self, person: int, *, listens: bool) -> "Circle":
        """Somebody is in the room, to speak or to listen; who is there keeps their hand."""
        known = self.hands.get(person, Hand(person))
        raised = None if listens else known.raised
        return self._with(replace(known, listens=listens, raised=raised))

    def raise_hand(self, person: int) -> "Circle":
        """Ask for a turn; asking again keeps the place. Listeners are never called."""
        hand = self.hands.get(person)
        if hand is None or hand.listens or hand.raised is not None or person == self.speaker:
            return self
        number = self.raised_so_far + 1
        return replace(self._with(replace(hand, raised=number)), raised_so_far=number)

    def pass_on(self, person: int) -> "Circle":
        """Lower the hand, or end the own turn; it costs nothing."""
        hand = self.hands.get(person)
        if hand is None:
            return self
        circle = self._with(replace(hand, raised=None))
        return replace(circle, speaker=None) if person == self.speaker else circle

    def leave(self, person: int) -> "Circle":
        """Somebody is gone."""
        left = {who: hand for who, hand in self.hands.items() if who != person}
        return replace(self, hands=left, speaker=None if person == self.speaker else self.speaker)

    def call_next(self) -> "Circle":
        """End the turn that is, and give the next one; with no hand up nobody speaks."""
        order = self.order()
        if not order:
            return replace(self, speaker=None)
        hand = self.hands[order[0]]
        circle = self._with(replace(hand, raised=None, turns=hand.turns + 1))
        return replace(circle, speaker=hand.person)

    def _with(self, hand: Hand) -> "Circle":
        return replace(self, hands={**self.hands, hand.person: hand})


def circle_of(hands: Sequence[Hand], speaker: int | None) -> Circle:
    """The circle as the rows remember it."""
    there = {hand.person: hand for hand in hands}
    highest = max((hand.raised or 0 for hand in hands), default=0)
    return Circle(there, speaker if speaker in there else None, highest)
