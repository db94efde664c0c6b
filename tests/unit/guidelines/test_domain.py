"""What differs between two versions, and which guidelines stand on one page."""

from hypothesis import given
from hypothesis import strategies as st

from bot.app import ROOT
from bot.content.guidelines import read_guidelines
from cogs.guidelines.domain import (
    NUDGE,
    REMINDER,
    TEXT,
    TITLE,
    Rule,
    changes,
    find,
    marked,
    paged,
    rules_of,
    sum_of,
)

SHIPPED = rules_of(read_guidelines(ROOT / "data" / "guidelines.toml"))
WORDS = st.lists(st.sampled_from(["we", "speak", "listen", "gently", "now"]), max_size=20)


def test_what_ships_fits_the_fields_and_every_number_is_its_own() -> None:
    for each in SHIPPED:
        assert len(each.title) <= TITLE
        assert len(each.reminder) <= REMINDER
        assert len(each.text) <= TEXT
        assert len(each.nudge) <= NUDGE
        assert find(SHIPPED, each.number) == each
    assert len({each.number for each in SHIPPED}) == len(SHIPPED)


def test_one_changed_one_gone_one_new() -> None:
    first, second, *rest = SHIPPED
    other = first.model_copy(update={"text": "Other words."})
    new = Rule(id="own-1", title="Ours", reminder="r", text="t", nudge="n")
    found = changes(SHIPPED, (other, *rest, new))
    assert [(each.kind, each.rule.id) for each in found] == [
        ("changed", first.id),
        ("added", "own-1"),
        ("removed", second.id),
    ]
    assert changes(SHIPPED, SHIPPED) == []
    assert sum_of(SHIPPED) != sum_of((other, *SHIPPED[1:]))


@given(before=WORDS, after=WORDS)
def test_the_pieces_of_a_difference_put_both_texts_together_again(
    before: list[str], after: list[str]
) -> None:
    pieces = marked(" ".join(before), " ".join(after))
    old = " ".join(words for kind, words in pieces if kind != "new")
    new = " ".join(words for kind, words in pieces if kind != "gone")
    assert (old.split(), new.split()) == (before, after)


@given(lengths=st.lists(st.integers(0, 500), max_size=40), room=st.integers(1, 900))
def test_pages_hold_everything_once_in_order_and_no_more_than_fits(
    lengths: list[int], room: int
) -> None:
    pages = paged(lengths, room)
    assert [place for page in pages for place in page] == list(range(len(lengths)))
    for page in pages:
        assert len(page) >= 1
        assert len(page) == 1 or sum(lengths[place] for place in page) <= room
