"""Whatever is published is held together, exhaustively: nothing is told of fewer than five people.

A small community answers its check-ins in every possible way. An onlooker holds all cards and all
pulses against each other, whenever those were asked for, and knows the rule; whoever sees less
learns less. For everything that can be seen, all afternoons that may lie behind it are kept in
mind: a group is isolated where every one of them gives it one to four people, or where its
difference to another is sure and one of the two may be so small. The same onlooker breaks a rule
that adds up the answers before it asks for five.
"""

from collections.abc import Callable
from functools import cache
from itertools import combinations, combinations_with_replacement, product

import numpy as np

from cogs.checkins.domain import BANDS, FEWEST, Cell, publish, pulse

Counts = tuple[int, int, int]
Cards = tuple[Cell, ...]
Rule = Callable[[tuple[Counts, ...]], Cards]
MOST = 11  # people who answer a check-in at most: from ten on, a card may have two cells
GROUPS = [bands for size in (1, 2, 3) for bands in combinations(range(3), size)]


def tallies(most: int) -> list[Counts]:
    return [each for each in product(range(most + 1), repeat=3) if sum(each) <= most]


@cache
def card(counts: Counts) -> Cards:
    return publish({band[0]: count for band, count in zip(BANDS, counts, strict=True)})


def ours(said: tuple[Counts, ...]) -> Cards:
    return of_cards(tuple(card(each) for each in said))


@cache
def of_cards(cards: tuple[Cards, ...]) -> Cards:
    return pulse(cards)


def added_before(said: tuple[Counts, ...]) -> Cards:
    first, second, third = (sum(each[band] for each in said) for band in range(3))
    return card((first, second, third))


def isolated(rule: Rule, most: int) -> int:
    """How often two check-ins, with every pulse there could be of them, isolate a small group."""
    pairs = list(product(tallies(most), repeat=2))
    one = np.array(pairs)
    seen: dict[tuple[Cards, ...], int] = {}
    views = np.array([seen.setdefault(view(rule, a, b), len(seen)) for a, b in pairs])
    order = np.argsort(views, kind="stable")
    edges = np.flatnonzero(np.diff(views[order], prepend=-1))
    found = 0
    for ones, others in product([(), *GROUPS], repeat=2):
        sizes = [
            one[order, at][:, list(group)].sum(axis=1) for at, group in enumerate((ones, others))
        ]
        both = sizes[0] + sizes[1]
        low, high = np.minimum.reduceat(both, edges), np.maximum.reduceat(both, edges)
        found += int(((low >= 1) & (high < FEWEST)).sum())
        if ones and others:
            apart = sizes[0] - sizes[1]
            sure = np.minimum.reduceat(apart, edges) == np.maximum.reduceat(apart, edges)
            small = np.minimum.reduceat(np.minimum(*sizes), edges) < FEWEST
            found += int((sure & small).sum())
    return found


def view(rule: Rule, one: Counts, two: Counts) -> tuple[Cards, ...]:
    """Both cards, and the pulse on a day when the week held one, the other, or both."""
    return card(one), card(two), rule((one,)), rule((two,)), rule((one, two))


def test_two_check_ins_and_every_pulse_of_them_isolate_nobody() -> None:
    assert isolated(ours, 10) == 0


def test_the_same_onlooker_breaks_a_pulse_that_adds_up_first() -> None:
    assert isolated(added_before, 6) > 0


def test_three_check_ins_added_and_taken_away_in_every_way_isolate_nobody() -> None:
    """The cards say all that a pulse could: so each card's afternoons are free of the others'."""
    behind: dict[Cards, list[Counts]] = {}
    for counts in tallies(MOST):
        behind.setdefault(card(counts), []).append(counts)
    bounds = {
        shown: [
            (min(sizes), max(sizes))
            for group in GROUPS
            for sizes in [[sum(each[band] for band in group) for each in there]]
        ]
        for shown, there in behind.items()
    }
    assert len(bounds) > 9
    for cards in combinations_with_replacement(bounds, 3):
        for (a, b), (c, d), (e, f) in product(*(bounds[shown] for shown in cards)):
            assert not (a + c + e >= 1 and b + d + f < FEWEST)
            for low, high in ((a + c - f, b + d - e), (a - d - f, b - c - e)):
                assert low != high or min(a, c, e) >= FEWEST


def test_a_pulse_has_at_most_three_cells_of_five_or_more_and_is_made_of_cards_alone() -> None:
    shown = sorted({card(each) for each in tallies(16)}, key=str)
    few = [*shown[:3], *shown[:: max(1, len(shown) // 14)]]
    for size in (1, 2, 3):
        for cards in product(few, repeat=size):
            cells = pulse(cards)
            assert len(cells) <= 3
            assert all(cell.people >= FEWEST for cell in cells)
            told = sum(cell.people for each in cards for cell in each)
            assert sum(cell.people for cell in cells) == told
            bands = [band for cell in cells for band in cell.bands]
            assert bands == ([0, 1, 2] if told else [])
            assert pulse(cards[::-1]) == cells
    assert pulse([(Cell((0,), 5), Cell((1,), 6), Cell((2,), 7))]) == (
        Cell((0,), 5),
        Cell((1,), 6),
        Cell((2,), 7),
    )
    low = (Cell((0, 1), 9), Cell((2,), 5))
    high = (Cell((0,), 5), Cell((1, 2), 6))
    assert pulse([low, (), low]) == (Cell((0, 1), 18), Cell((2,), 10))
    assert pulse([low, high]) == (Cell((0, 1, 2), 25),)
    assert pulse([(), ()]) == ()
