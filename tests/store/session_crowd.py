"""Sixty people at one meeting, ten presses a second: raise, pass, leave, come back, get kicked."""

import random
from collections.abc import Callable

from bot.errors import Refusal
from bot.ids import UserId
from bot.services.people import People
from bot.services.reach import Reach
from cogs.sessions.service.noticing import Noticing
from cogs.sessions.service.running import circle
from tests.store.session_house import GUILD, HOST, PEOPLE, PLAN, House, starts

Reborn = Callable[[], House]


async def crowd(house: House, reborn: Reborn, people: People, presses: int, seed: int) -> int:
    """Press at random and keep the line by hand beside it; answers how many turns were given.

    Args:
        house: the services before the first restart.
        reborn: new services over the same file, as a new process has them.
        people: who tags people.
        presses: how many presses.
        seed: of the dice.
    """
    dice = random.Random(seed)  # noqa: S311 - no secret
    await house.planned(PLAN.but(capacity=60))
    await house.at(starts())
    for who in PEOPLE:
        await house.running.enter(1, GUILD, who)
    by_hand = ByHand()
    for press in range(presses):
        house.clock.advance(milliseconds=100)
        if press % 50 == 49:
            house = reborn()
        who, what = dice.choice(PEOPLE), dice.choices(ACTS, WEIGHTS)[0]
        before = await _speaker(house)
        try:
            await _act(house, people, what, who)
        except Refusal:
            continue  # whoever is not in the room cannot press
        called = by_hand.note(what, who, before)
        assert called is None or await _speaker(house) == called
        assert await _line(house) == by_hand.order()
    return by_hand.given


class ByHand:
    """The line as somebody with pen and paper keeps it."""

    def __init__(self) -> None:
        self.line: list[UserId] = []  # who asked, in order
        self.turns = dict.fromkeys(PEOPLE, 0)
        self.given = 0

    def order(self) -> list[UserId]:
        """Who spoke least, then who asked first."""
        return sorted(self.line, key=lambda each: self.turns[each])

    def note(self, what: str, who: UserId, speaker: UserId | None) -> UserId | None:
        """What a press means; answers who is called by it, if anybody."""
        called = None
        if what == "raise" and who not in self.line and who != speaker:
            self.line.append(who)
        elif what in ("pass", "leave", "kick") and who in self.line:
            self.line.remove(who)
        elif what == "next" and self.line:
            called = self.order()[0]
            self.line.remove(called)
            self.turns[called] += 1
            self.given += 1
        if what == "kick":
            self.turns[who] = 0  # whoever is let in again is new
        return called


ACTS = ("raise", "next", "pass", "leave", "enter", "kick")
WEIGHTS = (60, 12, 6, 6, 12, 4)


async def _act(house: House, people: People, what: str, who: UserId) -> None:
    running = house.running
    if what == "next":
        await running.call_next(1, GUILD, HOST)
    elif what == "kick":
        reach = Reach(house.database, people, house.clock)
        noticing = Noticing(house.database, people, house.clock, house.coming, reach)
        await noticing.left(GUILD, who)
    else:
        verbs = {
            "raise": running.raise_hand,
            "pass": running.pass_on,
            "leave": running.leave,
            "enter": running.enter,
        }
        await verbs[what](1, GUILD, who)


async def _speaker(house: House) -> UserId | None:
    view = await house.coming.at(1)
    speaker = circle(view).speaker
    return next((each.person for each in view.seats if each.id == speaker), None)


async def _line(house: House) -> list[UserId]:
    view = await house.coming.at(1)
    people = {seat.id: seat.person for seat in view.seats}
    return [people[each] for each in circle(view).order()]
