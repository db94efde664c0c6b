"""Turns: everybody once before anyone twice, nobody lost, whatever happens in between."""

from dataclasses import astuple

from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.sessions.domain.turns import Circle, Hand, circle_of

PEOPLE = range(1, 61)
LISTENERS = frozenset(range(50, 61))

# A few press again and again, so that some have spoken often and others never.
somebody = st.one_of(st.integers(1, 5), st.sampled_from(PEOPLE))
verbs = st.sampled_from(["raise", "raise", "raise", "raise", "pass", "leave", "enter"])
acts = st.one_of(
    st.tuples(verbs, somebody), st.just(("call", 0)), st.just(("call", 0)), st.just(("restart", 0))
)


def reborn(circle: Circle) -> Circle:
    """What a new process makes of the rows."""
    rows = [astuple(hand) for hand in circle.hands.values()]
    return circle_of([Hand(*row) for row in rows], circle.speaker)


def act(circle: Circle, what: str, who: int) -> Circle:
    match what:
        case "raise":
            return circle.raise_hand(who)
        case "pass":
            return circle.pass_on(who)
        case "leave":
            return circle.leave(who)
        case "enter":
            return circle.enter(who, listens=who in LISTENERS)
        case "call":
            return circle.call_next()
        case _:
            return reborn(circle)


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(acts, max_size=300))
def test_sixty_people_are_called_fairly_and_none_is_lost(steps: list[tuple[str, int]]) -> None:
    circle = Circle({})
    for who in PEOPLE:
        circle = circle.enter(who, listens=who in LISTENERS)
    asked: list[int] = []  # who wants to speak and has neither spoken, passed nor left since
    turns: dict[int, int] = {}
    for what, who in steps:
        before = circle
        circle = act(circle, what, who)
        if what == "raise" and who in before.hands and who not in (*asked, *LISTENERS):
            asked += [who] if who != before.speaker else []
        elif what in ("pass", "leave") and who in asked:
            asked.remove(who)
        elif what == "call" and asked:
            called = circle.speaker
            fewest = min(turns.get(each, 0) for each in asked)
            assert called == next(each for each in asked if turns.get(each, 0) == fewest)
            asked.remove(called)
            turns[called] = turns.get(called, 0) + 1
        elif what == "call":
            assert circle.speaker is None
        if what == "leave":
            turns.pop(who, None)  # whoever comes back is new
        assert set(circle.order()) == set(asked)
        assert not LISTENERS & set(circle.order())


def test_ten_presses_are_one_hand_and_passing_costs_no_turn() -> None:
    circle = Circle({}).enter(1, listens=False).enter(2, listens=False)
    for _ in range(10):
        circle = circle.raise_hand(1)
    circle = circle.raise_hand(2)
    assert circle.order() == [1, 2]
    circle = circle.pass_on(1)
    assert circle.order() == [2]
    assert circle.hands[1].turns == 0
    circle = circle.call_next().raise_hand(1).raise_hand(2)
    assert circle.speaker == 2
    assert circle.order() == [1]
    assert circle.pass_on(2).raise_hand(2).order() == [1, 2]


def test_whoever_spoke_waits_for_those_who_did_not() -> None:
    circle = Circle({}).enter(1, listens=False).enter(2, listens=False).raise_hand(1).call_next()
    circle = circle.call_next().raise_hand(1).raise_hand(2)
    assert circle.order() == [2, 1]
