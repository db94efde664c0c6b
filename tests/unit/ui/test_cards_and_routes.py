"""What Discord would refuse is never drawn: too much text, too long addresses, lost markers."""

import re
from types import SimpleNamespace
from typing import Any

import discord
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ui.cards import FOR_THE_MARKER, ROOM, Card, Control, Tone, layout, link, plain
from bot.ui.explain import OldButton
from bot.ui.forms import Field, Form, typed
from bot.ui.house import Voice
from bot.ui.routes import MAX_CUSTOM_ID, Pick, Route, address_of, arguments, mark
from tests.shipped import WORDS

VOICE = Voice(WORDS.texts, "en")
MARKER = "0123456789abcdef01234567"
LARGEST = 2**63 - 1
TOKEN = "A" * 84


class Hug(Route, address="test:hug", label="home.title", ids=3):
    """A button with as many ids as fit beside a marker."""


class Open(Route, address="test:open", label="home.title", token=True):
    """A button with a sealed token."""


class Choose(Pick, address="test:choose", label="home.title", ids=1):
    """A select."""


class Wide(Route, address="test:wide-and-much-too-long", label="home.title", ids=3):
    """A button whose largest address leaves no room for a marker."""


class Tell(Form, address="test:tell", title="home.title", ids=1, token=True):
    """A form."""

    fields = (Field("words", "home.body", longest=10), Field("why", "home.body", longest=4000))


def shown(view: discord.ui.LayoutView) -> list[str]:
    every = list(view.walk_children())
    return [each.content for each in every if isinstance(each, discord.ui.TextDisplay)]


def addressed(view: discord.ui.LayoutView) -> list[str]:
    return [
        str(each.item.custom_id) for each in view.walk_children() if isinstance(each, Route | Pick)
    ]


def card_with(*controls: Control) -> Card:
    return Card("A title", ("Some words",), tuple((each,) for each in controls))


lengths = st.one_of(st.integers(0, 60), st.integers(3900, 4100), st.integers(0, 12_000))


@settings(deadline=None)
@given(lengths, st.lists(lengths, max_size=6), st.integers(0, 1500), st.sampled_from("xé\n字"))
def test_a_card_of_any_size_fits_and_says_something(
    title: int, body: list[int], small: int, letter: str
) -> None:
    card = Card(letter * title, tuple(letter * each for each in body), small=letter * small)
    texts = shown(layout(card))
    assert sum(len(text) for text in texts) <= ROOM
    assert all(texts)


def test_a_card_that_fits_is_not_cut_and_one_that_does_not_shows_that_it_was() -> None:
    fits = Card("T", ("one", "two"), small="small")
    assert shown(layout(fits)) == ["### T", "one\n\ntwo", "-# small"]
    long = shown(layout(Card("T", ("x" * 5000,), small="small")))
    assert long[1].endswith("x…")
    assert long[2] == "-# small"
    assert sum(map(len, long)) > ROOM - FOR_THE_MARKER - 20


def test_the_edge_has_the_tone_and_an_empty_row_is_left_out() -> None:
    view = layout(Card("T", rows=((), (link("Site", "https://example.org"),)), tone=Tone.CARE))
    box = view.children[0]
    assert isinstance(box, discord.ui.Container)
    assert box.accent_colour == Tone.CARE.value
    assert [type(each) for each in box.children] == [discord.ui.TextDisplay, discord.ui.ActionRow]


def test_words_from_outside_neither_mention_nor_format() -> None:
    said = plain("@everyone **loud** <@&123456789012345678> [x](https://y)")
    assert "@everyone" not in said
    assert "<@&123456789012345678>" not in said
    assert "**loud**" not in said


def test_a_marker_is_written_into_every_button_and_each_still_finds_its_route() -> None:
    hug, choose = Hug.button(VOICE, 1, LARGEST, 3), Choose.words(VOICE, [("a", "A")], LARGEST)
    view = layout(card_with(hug, choose, link("Site", "https://example.org")))
    mark(view, MARKER)
    assert addressed(view) == [
        f"test:hug:1:{LARGEST}:3~{MARKER}",
        f"test:choose:{LARGEST}~{MARKER}",
    ]
    for kind, custom_id in zip((Hug, Choose), addressed(view), strict=True):
        match = template(kind).fullmatch(custom_id)
        assert match is not None
        assert LARGEST in arguments(match, kind.id_count)[0]
    assert MARKER[:12] not in "".join(shown(view))


def test_a_second_marker_takes_the_place_of_the_first() -> None:
    view = layout(card_with(Hug.button(VOICE, 1, 2, 3)))
    mark(view, MARKER)
    mark(view, MARKER[::-1])
    assert addressed(view) == [f"test:hug:1:2:3~{MARKER[::-1]}"]


def test_a_card_without_buttons_carries_its_marker_in_a_small_line_and_still_fits() -> None:
    view = layout(Card("T", ("words",)))
    mark(view, MARKER)
    assert shown(view)[-1] == f"-# № {MARKER[:12]}"


def test_the_fullest_card_without_buttons_has_room_for_its_marker() -> None:
    view = layout(Card("T", ("x" * 5000,)))
    mark(view, MARKER)
    assert sum(map(len, shown(view))) <= ROOM


def template(kind: Any) -> re.Pattern[str]:
    found: re.Pattern[str] = kind.__discord_ui_compiled_template__
    return found


def test_the_largest_addresses_fit_with_marker_or_token() -> None:
    hug = f"{address_of(Hug, (LARGEST,) * 3, '')}~{MARKER}"
    assert len(hug) <= MAX_CUSTOM_ID
    assert template(Hug).fullmatch(hug)
    opened = address_of(Open, (), TOKEN)
    assert len(opened) <= MAX_CUSTOM_ID
    match = template(Open).fullmatch(opened)
    assert match is not None
    assert arguments(match, 0) == ((), TOKEN)


def test_an_address_without_room_for_the_marker_is_refused_when_it_is_made() -> None:
    assert address_of(Wide, (1, 2, 3), "")
    with pytest.raises(ValueError, match="no room"):
        address_of(Wide, (LARGEST,) * 3, "")


@pytest.mark.parametrize(
    ("kind", "ids", "token"),
    [(Hug, (1, 2), ""), (Hug, (1, 2, 3, 4), ""), (Hug, (1, 2, 3), TOKEN), (Open, (), ""),
     (Open, (1,), TOKEN)],
)  # fmt: skip
def test_an_address_takes_exactly_what_its_route_declares(
    kind: type[Route], ids: tuple[int, ...], token: str
) -> None:
    with pytest.raises(ValueError, match=kind.address):
        address_of(kind, ids, token)


@given(st.tuples(*[st.integers(0, 10**20 - 1)] * 3))
def test_whatever_ids_stand_in_an_address_no_row_gets_a_number_it_cannot_have(
    ids: tuple[int, int, int],
) -> None:
    match = template(Hug).fullmatch("test:hug:" + ":".join(map(str, ids)))
    assert match is not None
    assert arguments(match, 3) == (tuple(each if each <= LARGEST else 0 for each in ids), "")


@pytest.mark.parametrize(
    "custom_id",
    ["test:hug", "test:hug:1:2", "test:hug:1:2:3:4", "test:hug:1:2:x", "test:hug:1:2:-3",
     "test:hug:1:2:3~", "test:hug:1:2:3~XYZ", "xtest:hug:1:2:3", "test:hugs:1:2:3",
     "test:hug:1:2:" + "9" * 21, f"test:hug:1:2:3~{MARKER}0"],
)  # fmt: skip
def test_an_address_that_is_not_quite_right_is_nobodys(custom_id: str) -> None:
    assert template(Hug).fullmatch(custom_id) is None


def test_labels_and_options_are_cut_to_what_discord_takes() -> None:
    assert Hug.button(VOICE, 1, 2, 3, label="x" * 500).item.label == "x" * 80
    many = [(str(number), "y" * 300) for number in range(40)]
    options = Choose.words(VOICE, many, 1).item.options
    assert len(options) == 25
    assert {len(option.label) for option in options} == {100}


def test_a_word_that_a_select_does_not_offer_is_not_chosen() -> None:
    pick = Choose.words(VOICE, [("a", "A"), ("b", "B")], 1)
    pick.item._values = ["b"]  # noqa: SLF001 - as Discord answers
    assert pick.picked() == ["b"]
    pick.item._values = ["c"]  # noqa: SLF001
    with pytest.raises(OldButton):
        pick.picked()


def test_a_form_is_found_again_by_its_address_and_no_other() -> None:
    form = Tell.rebuilt(f"test:tell:{LARGEST}:{TOKEN}")
    assert form is not None
    assert (form.ids, form.token) == ((LARGEST,), TOKEN)
    assert Tell.rebuilt("test:tell:1") is None
    assert Tell.rebuilt(f"test:told:1:{TOKEN}") is None


async def test_a_form_shows_what_was_written_before_cut_to_its_room() -> None:
    modal = Tell(7, token="B" * 40).modal(VOICE, {"words": "z" * 50})
    assert Tell.rebuilt(modal.custom_id) is not None
    labels = [each for each in modal.children if isinstance(each, discord.ui.Label)]
    boxes = [each.component for each in labels if isinstance(each.component, discord.ui.TextInput)]
    assert [(box.custom_id, box.max_length, box.default) for box in boxes] == [
        ("words", 10, "z" * 10),
        ("why", 4000, None),
    ]
    assert all(len(label.text) <= 45 for label in labels)


@given(st.text(max_size=50), st.text(max_size=50))
def test_what_was_typed_is_taken_from_labels_and_from_rows(one: str, two: str) -> None:
    parts: list[dict[str, Any]] = [
        {"type": 18, "component": {"type": 4, "custom_id": "one", "value": one}},
        {"type": 1, "components": [{"type": 4, "custom_id": "two", "value": two}]},
        {"type": 18, "component": {"type": 4, "custom_id": "three", "value": None}},
    ]
    sent: Any = SimpleNamespace(data={"components": parts})
    assert typed(sent) == {"one": one, "two": two, "three": ""}
