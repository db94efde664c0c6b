"""Which of a member's last messages are read together."""

from cogs.crisis.domain import PEOPLE_REMEMBERED, TOGETHER_WITHIN, LastPieces

HERE = (1, 2)


def test_a_sentence_in_pieces_is_read_as_one() -> None:
    pieces = LastPieces()
    assert pieces.add(HERE, "i want", 0) == ()
    assert list(pieces.add(HERE, "to", 1)) == ["i want", "to"]
    assert list(pieces.add(HERE, "die", 2)) == ["i want", "to", "die"]


def test_a_longer_end_still_belongs_to_its_beginning() -> None:
    pieces = LastPieces()
    pieces.add(HERE, "i want to", 0)
    last = "die and i mean it tonight"
    assert list(pieces.add(HERE, last, 1)) == ["i want to", last]
    assert pieces.add(HERE, "good night", 2) == ()


def test_what_is_long_by_itself_is_not_remembered() -> None:
    pieces = LastPieces()
    assert pieces.add(HERE, "this is a whole sentence by itself", 0) == ()
    assert pieces.add(HERE, "yes", 1) == ()


def test_after_a_minute_and_a_half_it_is_another_sentence() -> None:
    pieces = LastPieces()
    pieces.add(HERE, "i want", 0)
    assert pieces.add(HERE, "die", TOGETHER_WITHIN + 1) == ()


def test_two_people_and_two_rooms_are_never_mixed() -> None:
    pieces = LastPieces()
    pieces.add((1, 2), "i want", 0)
    assert pieces.add((1, 3), "to", 0) == ()
    assert pieces.add((2, 2), "to", 0) == ()


def test_memory_is_bounded() -> None:
    pieces = LastPieces()
    for number in range(PEOPLE_REMEMBERED + 10):
        pieces.add((1, number), "hello", 0)
    assert pieces.add((1, 0), "again", 1) == ()
    assert list(pieces.add((1, PEOPLE_REMEMBERED + 9), "again", 1)) == ["hello", "again"]
