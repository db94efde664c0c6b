"""What a share may be: refused kindly, never changed in its words, told no more exactly."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refusal
from cogs.sharing.domain import (
    DELAYS,
    MAX_LENGTH,
    MAX_NOTE,
    Draft,
    Empty,
    NotADelay,
    NotOpen,
    Review,
    SharingSettings,
    TooLong,
    Wish,
    delay_of,
    draft,
    harmless,
    post_delay,
    rounded,
    shown,
    tidy,
    tidy_note,
)

ANYTHING = st.text(st.characters(codec=None), max_size=300)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("I am here.", "I am here."),
        ("  a poem\n    keeps its shape  \n", "  a poem\n    keeps its shape"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\n\n one \n\n\n\n\n two\n\n", " one\n\n\n two"),
        ("bell\x07 and \x1b[31mcolour", "bell and [31mcolour"),
        ("half \ud83d of a pair", "half  of a pair"),
        ("👩‍👩‍👧 and ❤️ stay", "👩‍👩‍👧 and ❤️ stay"),
        ("ein Wort, слово, 言葉, كلمة", "ein Wort, слово, 言葉, كلمة"),
        ("...", "..."),
    ],
)
def test_words_are_kept_and_what_nobody_sees_goes(written: str, kept: str) -> None:
    assert tidy(written) == kept


@pytest.mark.parametrize(
    "written", ["", "   \n\t", "\u200b\u200d", "\u3164", "\u2800", "\x00", "\u0301"]
)
def test_nothing_to_be_seen_is_nothing(written: str) -> None:
    with pytest.raises(Empty):
        tidy(written)
    assert tidy_note(written) == ""


def test_what_is_too_long_is_given_back_whole() -> None:
    assert tidy("x" * MAX_LENGTH) == "x" * MAX_LENGTH
    with pytest.raises(TooLong) as told:
        tidy("  " + "word " * MAX_LENGTH)
    assert told.value.kept == "  " + ("word " * MAX_LENGTH).rstrip()
    assert told.value.values == {"limit": MAX_LENGTH, "over": len(told.value.kept) - MAX_LENGTH}
    assert "word" not in str(told.value)
    assert "word" not in repr(told.value)


@given(ANYTHING)
def test_tidying_twice_is_tidying_once_and_the_result_can_be_sent(written: str) -> None:
    try:
        once = tidy(written)
    except Empty:
        return
    assert tidy(once) == once
    assert once.encode()
    assert len(once) <= max(len(written), 1)
    shown_before = [char for char in written if char.isalnum()]
    assert [char for char in once if char.isalnum()] == shown_before


@given(ANYTHING)
def test_a_note_is_one_tidy_line(written: str) -> None:
    note = tidy_note(written[:MAX_NOTE])
    assert tidy_note(note) == note
    assert len(note.splitlines()) <= 1
    assert note.encode() == note.strip().encode()


def test_a_note_that_is_too_long_is_given_back() -> None:
    assert tidy_note("x" * MAX_NOTE) == "x" * MAX_NOTE
    with pytest.raises(TooLong) as told:
        tidy_note("night " * MAX_NOTE)
    assert told.value.kept == ("night " * MAX_NOTE).strip()


def test_a_draft_is_frozen_and_shows_no_word() -> None:
    made = draft(" I told nobody ", Wish.LISTEN, "about\nnight", 4)
    assert made == Draft(" I told nobody", Wish.LISTEN, "about night", delay=timedelta(minutes=4))
    assert "nobody" not in repr(made)
    assert "night" not in repr(made)
    with pytest.raises(AttributeError):
        made.body = "other"  # pyright: ignore[reportAttributeAccessIssue]


@pytest.mark.parametrize("minutes", [-1, 0, 11, 10_000])
def test_a_share_waits_one_to_ten_minutes(minutes: int) -> None:
    with pytest.raises(NotADelay) as told:
        delay_of(minutes)
    assert told.value.values == {"least": 1, "most": 10}
    assert [delay_of(chosen).seconds for chosen in (1, 10)] == [60, 600]


def test_only_a_closed_share_takes_no_replies() -> None:
    assert [wish for wish in Wish if not wish.takes_replies] == [Wish.CLOSED]
    assert [wish.value for wish in Wish] == ["listen", "ideas", "closed"]  # as they are stored


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)), st.integers(-14 * 4, 14 * 4))  # noqa: DTZ001 - the zone is added
def test_a_time_is_told_by_its_hour_alone(naive: datetime, quarters: int) -> None:
    at = naive.replace(tzinfo=timezone(timedelta(minutes=15 * quarters)))
    hour = rounded(at)
    assert hour <= at < hour + timedelta(hours=1)
    in_utc = hour.astimezone(UTC)
    assert (in_utc.minute, in_utc.second, in_utc.microsecond) == (0, 0, 0)
    assert rounded(hour) == hour


def test_a_count_is_shown_from_three_up() -> None:
    assert [shown(count) for count in range(5)] == [None, None, None, 3, 4]


def test_every_refusal_has_a_key_of_the_feature() -> None:
    for refusal in (Empty(), TooLong("x", 1), NotADelay()):
        assert isinstance(refusal, Refusal)
        assert refusal.key.startswith("sharing.")


@given(st.sampled_from(DELAYS), st.floats(0, 1))
def test_a_share_waits_at_least_a_minute_and_at_most_as_chosen(most: int, chance: float) -> None:
    assert timedelta(minutes=1) <= post_delay(most, chance) <= timedelta(minutes=most)


MENTIONS = ("@everyone", "@here", "<@123456789012345678>", "<@!1>", "<@&12>", "a@b.c", "@june", "<")


@given(st.lists(st.sampled_from(MENTIONS)).map(" ".join))
def test_mentions_become_words_and_no_longer(written: str) -> None:
    kept = harmless(written)
    assert len(kept) == len(written)
    assert "@everyone" not in kept
    assert "@here" not in kept
    assert "<@" not in kept
    assert kept.count("a@b.c") == written.count("a@b.c")
    assert harmless(kept) == kept


@pytest.mark.parametrize(
    ("mode", "calm", "heard"),
    [(Review.OFF, False, False), (Review.FLAGGED, False, True), (Review.ALL, True, True)],
)
def test_what_staff_see_first(mode: Review, calm: bool, heard: bool) -> None:  # noqa: FBT001 - cases
    assert mode.holds(heard=False) is calm
    assert mode.holds(heard=True) is heard


def test_without_a_channel_or_closed_there_is_no_place() -> None:
    assert SharingSettings(channel=7).place == 7
    for closed in (SharingSettings(), SharingSettings(channel=7, is_open=False)):
        with pytest.raises(NotOpen):
            _ = closed.place
