"""What an admin types for a line of their own: read kindly, kept as it is shown, never guessed."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.helplines import is_stale, read_helplines
from bot.content.own_lines import LONGEST, Typed, line_of, lines_of, read, tidy

LINES = read_helplines(Path(__file__).parents[3] / "data" / "helplines.toml")
TODAY = date(2026, 11, 25)
GOOD = Typed(
    id=3,
    name="Willow Line",
    phone="0800 123 456",
    country="GB",
    source="https://willow.example/contact",
    checked="2026-11-01",
    serves=("general", "abuse_danger"),
)


def faults(**fields: object) -> tuple[str, ...]:
    return read(GOOD.model_copy(update=fields), LINES, "en", TODAY).faults


def kept(field: str, written: str, locale: str = "en") -> str:
    reading = read(GOOD.model_copy(update={field: written}), LINES, locale, TODAY)
    assert reading.faults == ()
    return str(getattr(reading.typed, field))


def test_a_whole_line_has_no_faults_and_becomes_a_line() -> None:
    reading = read(GOOD, LINES, "en", TODAY)
    assert reading.faults == ()
    line = line_of(reading.typed)
    assert line is not None
    assert (line.id, line.country, line.seen) == ("own-3", "GB", "2026-11")
    assert line.hours == "see site"
    assert lines_of([GOOD], "GB", "abuse_danger") == (line,)
    assert lines_of([GOOD], "GB", "eating") == lines_of([GOOD], "IE", "general") == ()


def test_an_empty_one_says_everything_that_it_needs() -> None:
    reading = read(Typed(), LINES, "en", TODAY)
    assert reading.faults == ("name", "country", "source", "checked", "way", "serves")
    assert line_of(reading.typed) is None


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("116123", "116123"),
        (" +44 (0)20 7946.0018 ", "+44 0 20 7946 0018"),
        ("0800\u2013123\u00a0456", "0800-123 456"),
        ("٠٨٠٠ ١٢٣", "0800 123"),
        ("*4141", "*4141"),
    ],
)
def test_a_number_is_read_however_it_is_printed(written: str, number: str) -> None:
    assert kept("phone", written) == number


@pytest.mark.parametrize(
    "nonsense", ["call me", "1-800-TALK", "12", "1234567890123456", "+", "116 123 or 999", "½½½"]
)
def test_what_is_no_number_is_said(nonsense: str) -> None:
    assert faults(phone=nonsense) == ("phone",)


@pytest.mark.parametrize(
    ("written", "number"),
    [("85258", "85258"), ("SHOUT to 85258", "SHOUT:85258"), ("SHOUT 85258", "SHOUT:85258")],
)
def test_a_number_to_text_may_have_a_word_to_send(written: str, number: str) -> None:
    assert kept("text", written) == number
    line = line_of(GOOD.model_copy(update={"text": number}))
    assert line is not None
    assert line.text_number == "85258"
    assert line.text_keyword == ("SHOUT" if ":" in number else "")


@pytest.mark.parametrize(
    "wrong",
    [
        "willow",
        "javascript:alert(1)",
        "ftp://willow.example",
        "https://",
        "https://me@willow.example@x",
        "https://willow.example/a b",
        "https://willow.example/>@everyone",
        "data:text/html,x",
    ],
)
def test_what_is_no_address_is_said(wrong: str) -> None:
    assert faults(chat=wrong, web=wrong, source=wrong) == ("chat", "web", "source")


def test_an_address_needs_no_scheme() -> None:
    assert kept("web", "www.willow.example/help?a=1") == "https://www.willow.example/help?a=1"


@pytest.mark.parametrize(
    ("written", "code"), [("England", "GB"), ("Österreich", "AT"), ("de", "DE"), ("日本", "JP")]
)
def test_a_country_is_known_by_any_of_its_names(written: str, code: str) -> None:
    assert kept("country", written) == code


def test_a_country_that_is_not_there_or_not_plain_is_said() -> None:
    assert faults(country="Atlantis") == ("country",)
    assert faults(country="aus") == ("country-several",)


@pytest.mark.parametrize("locale", ["en", "de", "fr", "ja"])
def test_what_is_kept_means_the_same_in_every_language(locale: str) -> None:
    for each in LINES.country_:
        assert kept("country", each.code, locale) == each.code
    assert kept("languages", "en, pl, cy, yue", locale) == "en, pl, cy, yue"


def test_languages_are_known_by_name_or_code_in_the_admins_language() -> None:
    assert kept("languages", "English, polski; cy") == "en, pl, cy"
    assert kept("languages", "Englisch / Walisisch", "de") == "en, cy"
    assert faults(languages="English, Elvish") == ("languages",)


@pytest.mark.parametrize("wrong", ["", "1.11.2026", "2026-02-31", "yesterday", "２０２６-11-01"])
def test_a_day_is_written_as_one_day_everywhere(wrong: str) -> None:
    assert faults(checked=wrong) == ("checked",)


def test_a_day_to_come_is_not_believed_but_tomorrow_is_today_somewhere() -> None:
    assert faults(checked="2026-11-27") == ("checked-ahead",)
    assert faults(checked="2026-11-26") == ()


def test_a_line_checked_more_than_a_year_ago_is_stale() -> None:
    fresh, old = (
        line_of(GOOD.model_copy(update={"checked": day})) for day in ("2025-11-30", "2025-10-31")
    )
    assert fresh is not None
    assert old is not None
    assert not is_stale(fresh, TODAY)
    assert is_stale(old, TODAY)


def test_an_emergency_number_is_known_on_a_built_in_line_only() -> None:
    assert [line.id for line in LINES.line if LINES.emergency_line(line)] == ["id-sejiwa"]
    mine = line_of(GOOD.model_copy(update={"phone": "999"}))
    assert mine is not None
    assert not LINES.emergency_line(mine)


def test_signs_that_cannot_be_seen_are_gone() -> None:
    assert tidy("\u202eWil\u200blow\x00\n  Line\ufffe") == "Willow Line"


FIELDS = st.sampled_from(sorted(LONGEST))
WORDS = st.text(max_size=60) | st.sampled_from(
    ["SHOUT to 85258", "polski", "Wales", "a.bc", "+1 2"]
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(FIELDS, WORDS))
def test_reading_twice_is_reading_once_and_no_fault_means_it_can_be_shown(
    written: dict[str, str],
) -> None:
    once = read(GOOD.model_copy(update=written), LINES, "de", TODAY)
    assert read(once.typed, LINES, "de", TODAY) == once
    assert (line_of(once.typed) is not None) or once.faults
