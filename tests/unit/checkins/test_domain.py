"""What may be published, which card comes next, on which days."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import combinations, product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.days import LAST_DAY
from bot.schedule.recurrence import Rule, check, next_slots
from cogs.checkins.domain import (
    BANDS,
    FEWEST,
    Cell,
    Choices,
    Days,
    late_by,
    next_card,
    publish,
    rule_text,
)

Counts = tuple[int, int, int]
SMALL = 14  # people who answer at most: every tally of them is tried
GROUPS = [bands for size in (1, 2, 3) for bands in combinations(range(3), size)]


def shown(counts: Counts) -> tuple[Cell, ...]:
    return publish({band[0]: count for band, count in zip(BANDS, counts, strict=True)})


def tallies(most: int = SMALL) -> Iterator[Counts]:
    return (each for each in product(range(most + 1), repeat=3) if sum(each) <= most)


@cache
def could_be() -> dict[tuple[Cell, ...], list[Counts]]:
    """For every card that can be published: the tallies behind which it could stand."""
    found: dict[tuple[Cell, ...], list[Counts]] = {}
    for counts in tallies():
        found.setdefault(shown(counts), []).append(counts)
    return found


@pytest.mark.parametrize(
    ("counts", "cells"),
    [
        ((5, 6, 7), [((0,), 5), ((1,), 6), ((2,), 7)]),
        ((4, 6, 7), [((0, 1), 10), ((2,), 7)]),
        ((5, 6, 4), [((0,), 5), ((1, 2), 10)]),
        ((9, 0, 3), [((0, 1, 2), 12)]),
        ((12, 0, 0), [((0, 1, 2), 12)]),
        ((2, 2, 1), [((0, 1, 2), 5)]),
        ((2, 2, 0), []),
        ((0, 0, 0), []),
    ],
)
def test_bands_are_merged_until_every_cell_holds(
    counts: Counts, cells: list[tuple[tuple[int, ...], int]]
) -> None:
    assert shown(counts) == tuple(Cell(*each) for each in cells)


def test_every_published_cell_holds_five_and_together_they_hold_everybody() -> None:
    for counts in tallies():
        cells = shown(counts)
        assert all(cell.people >= FEWEST for cell in cells)
        assert len(cells) <= 3
        if cells:
            assert sum(cell.people for cell in cells) == sum(counts)
            assert [band for cell in cells for band in cell.bands] == [0, 1, 2]
        else:
            assert sum(counts) < FEWEST


def test_from_one_card_nobody_learns_that_a_group_of_fewer_than_five_is_there() -> None:
    """For every card and every group of bands: it could also be empty, or of five or more."""
    for behind in could_be().values():
        for group in GROUPS:
            sizes = {sum(counts[band] for band in group) for counts in behind}
            assert not sizes <= set(range(1, FEWEST)), (behind[:3], group, sizes)


def test_who_knows_everybody_that_answered_cannot_tell_what_one_of_them_said() -> None:
    """Also where all of them said the same: a person could have answered in two bands or more."""
    for cells, behind in could_be().items():
        by_size: dict[int, list[Counts]] = {}
        for counts in behind:
            by_size.setdefault(sum(counts), []).append(counts)
        for size, same in by_size.items():
            bands = {band for counts in same for band in range(3) if counts[band]}
            assert size == 0 or len(bands) > 1, cells


def test_no_sum_and_no_difference_of_closing_cards_isolates_fewer_than_five() -> None:
    """Every two cards of a small community, every way to add and take away their cells.

    A sum tells of a group (those in some bands of one check-in, and in some of the other), a
    difference that is sure tells the sizes of both. Neither may be sure to be fewer than five.
    """
    cards = [behind for cells, behind in could_be().items() if sum_of(cells) <= 11]
    sizes = [
        {sum(counts[band] for band in group) for counts in behind}
        for behind in cards
        for group in GROUPS
    ]
    few = set(range(1, FEWEST))
    for ones, others in combinations(sizes, 2):
        assert not {a + b for a in ones for b in others} <= few
        if len({a - b for a in ones for b in others}) == 1:
            assert min(*ones, *others) >= FEWEST


def sum_of(cells: tuple[Cell, ...]) -> int:
    return sum(cell.people for cell in cells)


@given(st.lists(st.text(max_size=5), min_size=1, max_size=12, unique=True), st.integers(0, 99))
def test_every_card_comes_once_before_any_comes_twice(deck: list[str], seed: int) -> None:
    used: list[str] = []
    for _ in range(3 * len(deck)):
        card = next_card(deck, used, seed)
        assert card is not None
        used.append(card)
    for start in range(0, len(used), len(deck)):
        assert sorted(used[start : start + len(deck)]) == sorted(deck)


def test_an_emptied_deck_has_no_card_and_a_grown_one_gives_the_new_ones() -> None:
    assert next_card([], ["a"], 1) is None
    used = ["a", "b"]
    new = [next_card(["a", "b", "c", "d"], used, 1)]
    new.append(next_card(["a", "b", "c", "d"], [*used, str(new[0])], 1))
    assert set(new) == {"c", "d"}


def days_of(days: Days, first: date = date(2026, 1, 1), count: int = 5) -> list[str]:
    rule = Rule(rule_text(days, first), first, time(9))
    check(rule)
    slots = next_slots(rule, ZoneInfo("Europe/Berlin"), datetime(2026, 1, 1, tzinfo=UTC), count)
    return [f"{slot.day:%a %d.%m}" for slot in slots]


@pytest.mark.parametrize(
    ("days", "come"),
    [
        (Days(), ["Thu 01.01", "Fri 02.01", "Sat 03.01", "Sun 04.01", "Mon 05.01"]),
        (Days(every="weekdays"), ["Thu 01.01", "Fri 02.01", "Mon 05.01", "Tue 06.01", "Wed 07.01"]),
        (
            Days(every="chosen", weekdays=(6, 1)),
            ["Sun 04.01", "Tue 06.01", "Sun 11.01", "Tue 13.01", "Sun 18.01"],
        ),
        (
            Days(every="weeks", weeks=3),
            ["Thu 01.01", "Thu 22.01", "Thu 12.02", "Thu 05.03", "Thu 26.03"],
        ),
        (
            Days(every="month", monthday=31),
            ["Sat 31.01", "Sat 28.02", "Tue 31.03", "Thu 30.04", "Sun 31.05"],
        ),
        (
            Days(every="month", monthday=LAST_DAY),
            ["Sat 31.01", "Sat 28.02", "Tue 31.03", "Thu 30.04", "Sun 31.05"],
        ),
        (
            Days(every="month", monthday=29),
            ["Thu 29.01", "Sat 28.02", "Sun 29.03", "Wed 29.04", "Fri 29.05"],
        ),
    ],
)
def test_days_as_they_are_meant(days: Days, come: list[str]) -> None:
    assert days_of(days) == come


ANY_DAYS = st.builds(
    Days,
    every=st.sampled_from(("daily", "weekdays", "chosen", "weeks", "month")),
    weekdays=st.lists(st.integers(0, 6), max_size=7).map(tuple),
    weeks=st.integers(1, 52),
    monthday=st.integers(-1, 31),
)


@given(ANY_DAYS, st.dates(date(2020, 1, 1), date(2027, 1, 1)))
def test_every_choice_of_days_is_a_rule_that_happens(days: Days, first: date) -> None:
    assert days_of(days, first, 2)


@pytest.mark.parametrize(("hours", "late"), [(1, 0.5), (2, 1), (24, 3), (72, 3)])
def test_a_late_prompt_still_leaves_time_to_answer(hours: int, late: float) -> None:
    assert late_by(hours) == timedelta(hours=late)


def test_choices_of_an_older_version_are_read() -> None:
    read: Callable[[object], Choices] = Choices.model_validate
    assert read({"deck": "wins", "gone": 1}) == Choices(deck="wins")
