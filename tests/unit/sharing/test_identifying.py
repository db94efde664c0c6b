"""Details that could tell who somebody is are found; ordinary sentences are left in peace."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.sharing.identifying import Kind, identifying
from cogs.sharing.names import Names

NOBODY = Names(())
MEMBERS = Names(
    [
        "Anna Maria", "Anna", "José", "luna_moon99", "✨ Sky ✨", "𝓛𝓮𝓸𝓷𝓪", "小明", "Hope", "Jo",
        "Дмитрий", "I", "2005", "!!!", "", "Captain of the seven very long and winding seas",
    ],
    everyday={"hope"},
)  # fmt: skip


def found(text: str, names: Names = NOBODY) -> list[tuple[Kind, str]]:
    return [(each.kind, text[each.start : each.end]) for each in identifying(text, names)]


def names_in(text: str) -> list[str]:
    return [text[start:end] for start, end in MEMBERS.found_in(text)]


@pytest.mark.parametrize(
    ("text", "kind", "detail"),
    [
        ("write to jo.b+x@mail.example.org please", Kind.MAIL, "jo.b+x@mail.example.org"),
        ("it is jo.b at gmail dot com", Kind.MAIL, "jo.b at gmail dot com"),
        ("it is jo.b (at) proton.me", Kind.MAIL, "jo.b (at) proton.me"),
        ("see https://example.org/a?b=c#d now", Kind.LINK, "https://example.org/a?b=c#d"),
        ("see www.example.org now", Kind.LINK, "www.example.org"),
        ("join discord.gg/abcDEF", Kind.LINK, "discord.gg/abcDEF"),
        ("join discord.com/invite/abc", Kind.LINK, "discord.com/invite/abc"),
        ("my page is jo.example.com", Kind.LINK, "jo.example.com"),
        ("my page is youtu.be/abc", Kind.LINK, "youtu.be/abc"),
        ("ask <@123456789012345678>", Kind.HANDLE, "<@123456789012345678>"),
        ("my id is 123456789012345678", Kind.HANDLE, "123456789012345678"),
        ("I am @sleepy.moth, hello", Kind.HANDLE, "@sleepy.moth"),
        ("I was moth#0412 then", Kind.HANDLE, "moth#0412"),
        ("I am u/sleepy_moth there", Kind.HANDLE, "u/sleepy_moth"),
        ("insta: sleepy_moth", Kind.HANDLE, "insta: sleepy_moth"),
        ("call +44 20 7946 0958", Kind.PHONE, "+44 20 7946 0958"),
        ("call (555) 010-4477", Kind.PHONE, "(555) 010-4477"),
        ("call 0176/55512345", Kind.PHONE, "0176/55512345"),
        ("call 06.39.98.12.34", Kind.PHONE, "06.39.98.12.34"),
        ("call 5550104477", Kind.PHONE, "5550104477"),
        ("I live at 12 Rose Lane", Kind.ADDRESS, "12 Rose Lane"),
        ("i live at 221b baker street", Kind.ADDRESS, "221b baker street"),
        ("at 7 Old Mill Ct", Kind.ADDRESS, "7 Old Mill Ct"),
        ("in der Hauptstraße 5b", Kind.ADDRESS, "Hauptstraße 5b"),
        ("in der Berliner Straße 12", Kind.ADDRESS, "Berliner Straße 12"),
        ("au 12 bis, rue Lepic", Kind.ADDRESS, "12 bis, rue Lepic"),
        ("vivo en la Calle de Alcalá 42", Kind.ADDRESS, "Calle de Alcalá 42"),
        ("abito in via Garibaldi 7", Kind.ADDRESS, "via Garibaldi 7"),
        ("ul. Długa 5", Kind.ADDRESS, "ul. Długa 5"),
        ("flat 3 upstairs", Kind.ADDRESS, "flat 3"),
        ("near SW1A 1AA", Kind.ADDRESS, "SW1A 1AA"),
        ("near K1A 0B1", Kind.ADDRESS, "K1A 0B1"),
        ("near CA 90210", Kind.ADDRESS, "CA 90210"),
    ],
)
def test_a_detail_is_found(text: str, kind: Kind, detail: str) -> None:
    assert found(text) == [(kind, detail)]


@pytest.mark.parametrize(
    "text",
    [
        "It began on 2026-10-07 and ended on 11.12.2026.",
        "In 2019-2021 I was not well. 2019 2020 2021 were hard.",
        "I took 2 of them at 10:30 - 11:45, 20 minutes after the other 3.",
        "He owes me 1.000.000 and I have 12,50 left.",
        "1 2 3 4 5 6 7 8 and breathe",
        "I felt done.It hurts.me too.So what",
        "Call 988 or 116 123 or 112.",
        "2 hours down the road there is a lane",
        "It took 3 years to find my way. I was 5 and in a place I hated.",
        "Thank you @everyone and @here",
        "50/50, his/her, and/or, 24/7, e.g. this",
        "I'm at work... at least I was",
        "Discord is where I feel safe, and Facebook is not.",
        "I was 17.\n3\nI am 31 now.",
        "😀 ❤️‍🩹 ❤",
        "",
    ],
)
def test_an_ordinary_sentence_is_left_in_peace(text: str) -> None:
    assert found(text, MEMBERS) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("then anna said", ["anna"]),
        ("then ANNA MARIA said, and Anna's mother", ["ANNA MARIA", "Anna"]),
        ("jose told josé and Jose\u0301", ["jose", "josé", "Jose\u0301"]),
        ("luna moon99, LunaMoon99 or luna_moon99", ["luna moon99", "luna_moon99"]),
        ("the sky is what sky is called", ["sky", "sky"]),
        ("leona and 𝕝𝕖𝕠𝕟𝕒", ["leona", "𝕝𝕖𝕠𝕟𝕒"]),
        ("我和小明说话", ["小明"]),
        ("это дмитрий", ["дмитрий"]),
        ("annabel and savannah", []),
        ("i hope. Hope is all. I told Hope", ["Hope"]),
        ("i told @hope", ["hope"]),
        ("jo and Jo. Jo", ["Jo"]),
        ("I am from 2005 !!!", []),
        (
            "captain of the seven very long and winding road",
            ["captain of the seven very long and winding"],
        ),
        ("captain of the seven", []),
    ],
)
def test_names_are_found_as_people_write_them(text: str, names: list[str]) -> None:
    assert names_in(text) == names


def test_several_details_come_in_order_and_none_inside_another() -> None:
    text = "Anna of 12 Anna Lane, anna@example.org, https://example.org/anna, +44 20 7946 0958"
    assert [kind for kind, _ in found(text, MEMBERS)] == [
        Kind.NAME, Kind.ADDRESS, Kind.MAIL, Kind.LINK, Kind.PHONE,
    ]  # fmt: skip


HOSTILE = st.one_of(
    st.text(max_size=400),
    st.text("01 +()-./@:#aA", max_size=400),
    st.builds(
        lambda piece, tail: piece * (3500 // len(piece)) + tail,
        st.one_of(
            st.text(min_size=1, max_size=6),
            st.text("01 +()-./@:#aAwst,", min_size=1, max_size=6),
            st.sampled_from(
                ["1 a ", "a@", "a.", "www.", "1-", "(1", "Calle A ", "1 A ", "at ", "\u0301", "u/"]
            ),
        ),
        st.sampled_from(["", "!", "@", "street", " 5", "#1", "\n"]),
    ),
)


@settings(max_examples=150, deadline=None)
@given(HOSTILE)
def test_whatever_is_written_is_read_quickly_and_told_in_order(text: str) -> None:
    began = time.thread_time()
    details = identifying(text, MEMBERS)
    # A tenth of a second for the longest share; what backtracks freely takes minutes.
    assert time.thread_time() - began < 0.5
    ends = 0
    for detail in details:
        assert ends <= detail.start < detail.end <= len(text)
        ends = detail.end


@pytest.mark.parametrize(
    "piece",
    ["1 a ", "a@", "a.a", "1-", "(1 ", "Calle Aa ", "1 Aa ", "aat ", "a-", "anna maria ", "x", "1"],
)
def test_twice_the_text_costs_about_twice_the_time(piece: str) -> None:
    def cost(length: int) -> float:
        text = (piece * length)[:length]
        took: list[float] = []
        for _ in range(5):
            began = time.thread_time()
            identifying(text, MEMBERS)
            took.append(time.thread_time() - began)
        return min(took)

    assert cost(16_000) < 4 * 3 * cost(4_000) + 0.01  # four times the text; thrice for noise


def test_many_names_cost_the_text_nothing() -> None:
    text = "anna told me that the weather would turn. " * 80
    many = Names([f"member{number} of{number}" for number in range(20_000)] + ["Anna"])

    def cost(names: Names) -> float:
        took: list[float] = []
        for _ in range(5):
            began = time.thread_time()
            assert len(list(names.found_in(text))) == 80
            took.append(time.thread_time() - began)
        return min(took)

    assert cost(many) < 3 * cost(Names(["Anna"])) + 0.005
