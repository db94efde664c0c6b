"""What ships is whole, a fault is named, and a country's lines come in a kind order."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.helplines import KINDS, Helplines, Line, country_name
from bot.content.line import ALWAYS
from bot.content.loader import Content, load
from bot.errors import BrokenContent
from tests.shipped import WORDS

DATA = Path(__file__).parents[3] / "data"
CONTENT = WORDS.content
LINES: Helplines = CONTENT.helplines
CODES = [each.code for each in LINES.country_]
EVERYWHERE = [(code, category) for code in CODES for category in KINDS]
ONE, TWO = LINES.line[:2]
EXERCISE = CONTENT.grounding.exercise[0].id
LOW = 'evidence_level = "low"'
Spoil = Callable[[str, str, str], Content]


@pytest.fixture
def spoiled(tmp_path: Path) -> Spoil:
    """Loads a copy in which the first such words of a file are others."""

    def load_spoiled(name: str, old: str, new: str) -> Content:
        no_lexicon = shutil.ignore_patterns("lexicon")
        shutil.copytree(DATA, tmp_path, dirs_exist_ok=True, ignore=no_lexicon)
        whole = (tmp_path / name).read_text(encoding="utf-8")
        assert old in whole
        (tmp_path / name).write_text(whole.replace(old, new, 1), encoding="utf-8")
        return load(tmp_path)

    return load_spoiled


def test_what_ships_loads_and_is_not_empty() -> None:
    assert len(CODES) >= 78
    assert len(LINES.line) > len(CODES)
    assert len(CONTENT.grounding.exercise) >= 3


def test_every_country_has_an_emergency_number_and_every_line_source_and_date() -> None:
    assert all(each.emergency and all(each.emergency) and each.sources for each in LINES.country_)
    for line in LINES.line:
        assert all(source.strip() for source in line.sources), line.id
        assert (
            line.seen == "undated" or date.fromisoformat(f"{line.seen}-01") <= LINES.meta.compiled
        )


def test_every_named_source_stands_in_the_file() -> None:
    used = {name for each in (*LINES.line, *LINES.country_) for name in each.sources}
    told = ("founders", "public-record:", "general:")  # as docs/content.md explains
    named = {name for name in used if "://" not in name and not name.startswith(told)}
    unknown = named - set(LINES.source)
    assert unknown == set()


@pytest.mark.parametrize(
    ("file", "old", "new", "entry", "field"),
    [
        ("helplines.toml", 'compiled = "2026', 'compiled = "26x', "meta", "compiled"),
        ("helplines.toml", "emergency = [", "emergancy = [", CODES[0], "emergency"),
        ("helplines.toml", 'hours = "', 'hours = 7 #"', ONE.id, "hours"),
        ("helplines.toml", 'kind = "', 'kind = "un', ONE.id, "kind"),
        (
            "helplines.toml",
            f'id = "{TWO.id}"',
            f'id = "{ONE.id}"',
            ONE.id,
            "id",
        ),
        ("helplines.toml", f'code = "{CODES[1]}"', f'code = "{CODES[0]}"', CODES[0], "code"),
        (
            "helplines.toml",
            f'country = "{ONE.country}"',
            'country = "ZZ"',
            ONE.id,
            "country",
        ),
        ("grounding.toml", "seconds = 40", 'seconds = "long"', EXERCISE, "steps.0.seconds"),
        (
            "grounding.toml",
            "minutes = 4",
            "minutes = 0",
            EXERCISE,
            "minutes",
        ),
        (
            "grounding.toml",
            'evidence_level = "low"',
            'evidence_level = "sure"',
            EXERCISE,
            "evidence_level",
        ),
    ],
)
def test_a_broken_copy_names_file_entry_and_field(  # noqa: PLR0913, PLR0917 - the columns of the table
    spoiled: Spoil, file: str, old: str, new: str, entry: str, field: str
) -> None:
    with pytest.raises(BrokenContent) as caught:
        spoiled(file, old, new)
    problem = caught.value
    assert (problem.path.name, problem.entry, problem.field) == (file, entry, field)
    assert file in str(problem)
    assert problem.why


def test_a_file_that_is_not_toml_or_not_there_is_named(spoiled: Spoil, tmp_path: Path) -> None:
    with pytest.raises(BrokenContent, match=r"grounding\.toml: is not TOML"):
        spoiled("grounding.toml", "[meta]", "[meta")
    (tmp_path / "grounding.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(BrokenContent, match=r"grounding\.toml: is not TOML"):
        load(tmp_path)
    (tmp_path / "grounding.toml").unlink()
    with pytest.raises(BrokenContent, match=r"grounding\.toml"):
        load(tmp_path)


def fitting(code: str, category: str) -> list[Line]:
    """Every line of a country for a category, in the file's order."""
    kinds = set(KINDS[category])
    return [each for each in LINES.line if each.country == code and {each.kind, *each.also} & kinds]


def test_at_most_three_lines_all_of_that_country_and_for_that_matter() -> None:
    for code, category in EVERYWHERE:
        shown = LINES.lines_for(code, category)
        assert len(shown) == min(3, len(fitting(code, category))), (code, category)
        assert all(line in fitting(code, category) for line in shown), (code, category)
        assert len({line.id for line in shown}) == len(shown), (code, category)
    assert any(LINES.lines_for(code, "general") for code in CODES)


def test_a_country_that_is_not_known_has_no_lines_and_never_its_neighbours() -> None:
    assert LINES.lines_for("ZZ", "suicide") == ()
    assert LINES.lines_for(CODES[0].lower(), "suicide") == LINES.lines_for(CODES[0], "suicide")


def test_a_category_that_is_not_known_gets_the_general_lines() -> None:
    assert LINES.lines_for("GB", "loneliness") == LINES.lines_for("GB", "general") != ()


def test_where_one_can_type_one_of_the_shown_lines_is_typed() -> None:
    for code, category in EVERYWHERE:
        if any(line.typed and not line.area for line in fitting(code, category)):
            shown = LINES.lines_for(code, category)
            assert any(line.typed for line in shown), (code, category)


def test_lines_for_everybody_come_before_lines_for_some() -> None:
    seen = 0
    for code, category in EVERYWHERE:
        shown = LINES.lines_for(code, category)
        ranks = [line.for_some(category) for line in shown]
        if shown and ranks != sorted(ranks):
            pytest.fail(f"{code} {category}: {ranks}")
        left_out = [line for line in fitting(code, category) if line not in shown]
        if any(ranks[:-1]):  # the last may be there because one can type to it
            seen += 1
            assert all(line.for_some(category) for line in left_out), (code, category)
    assert seen


def test_of_one_kind_country_wide_lines_come_before_regional_ones() -> None:
    regional = 0
    for code, category in EVERYWHERE:
        shown = [line for line in LINES.lines_for(code, category, limit=99) if not line.audience]
        for kind in KINDS[category]:
            areas = [bool(line.area) for line in shown if line.kind == kind and not line.also]
            assert areas == sorted(areas), (code, category)
            regional += sum(areas)
    assert regional


def test_of_lines_as_near_those_that_answer_round_the_clock_come_first() -> None:
    with_hours = 0
    for code, category in EVERYWHERE:
        kinds, ranked = KINDS[category], LINES.ranked(code, category)
        for kind in kinds:
            near = [line for line in ranked if line.kind == kind and not line.also]
            alike = [line for line in near if not line.area and not line.for_some(category)]
            hours = [not line.hours.startswith(ALWAYS) for line in alike]
            assert hours == sorted(hours), (code, category)
            with_hours += 0 < sum(hours) < len(hours)
    assert with_hours
    first = [line.id for line in LINES.lines_for("GB", "suicide", limit=2)]
    assert first == ["gb-shout", "gb-samaritans"]  # another is for suicide alone, from 17:00 on


@pytest.mark.parametrize(
    ("written", "locale", "code"),
    [
        ("Germany", "en", "DE"),
        ("Deutschland", "en", "DE"),
        ("Allemagne", "en", "DE"),
        ("ALEMANIA", "de", "DE"),
        ("Niemcy", "en", "DE"),
        ("  germany ", "en", "DE"),
        ("de", "en", "DE"),
        ("DE", "fr", "DE"),
        ("uk", "en", "GB"),
        ("England", "en", "GB"),
        ("U.S.A.", "en", "US"),
        ("United States", "en", "US"),
        ("Estados Unidos", "pt", "US"),
        ("Holland", "en", "NL"),
        ("Brasil", "en", "BR"),
        ("Brésil", "en", "BR"),
        ("bresil", "en", "BR"),
        ("日本", "ja", "JP"),
        ("Japonia", "pl", "JP"),
    ],
)
def test_a_country_is_found_by_its_name_in_several_languages(
    written: str, locale: str, code: str
) -> None:
    assert [each.code for each in LINES.find_country(written, locale)] == [code]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Germny", "DE"),
        ("germani", "DE"),
        ("Untied States", "US"),
        ("Frnace", "FR"),
        ("Austrlia", "AU"),
        ("Irland", "IE"),
        ("Candaa", "CA"),
        ("Swedn", "SE"),
        ("Switz", "CH"),
    ],
)
def test_a_typo_or_a_beginning_offers_the_country_first(written: str, code: str) -> None:
    assert LINES.find_country(written, "en")[0].code == code


@given(st.text(max_size=80), st.sampled_from(["en", "de", "ja", "xx", "", "pt-BR"]))
def test_whatever_is_typed_offers_at_most_five_different_countries(w: str, locale: str) -> None:
    found = LINES.find_country(w, locale)
    assert len({each.code for each in found}) == len(found) <= 5


def test_nothing_typed_offers_nothing() -> None:
    assert LINES.find_country("", "en") == LINES.find_country(" ?! ", "en") == ()


def test_every_country_is_listed_in_every_language_in_that_languages_names() -> None:
    for locale in ("en", "de", "pl", "pt-BR", "nonsense"):
        listed = LINES.sorted_countries(locale)
        assert sorted(code for _, code in listed) == sorted(CODES)
        assert all(name == country_name(code, locale) for name, code in listed)
    assert ("Deutschland", "DE") in LINES.sorted_countries("de")


def test_a_line_is_stale_after_a_year_or_without_a_date() -> None:
    dated = next(line for line in LINES.line if line.seen != "undated")
    year, month = int(dated.seen[:4]), int(dated.seen[5:])
    assert dated not in LINES.stale(date(year + 1, month, 28))
    assert dated in LINES.stale(date(year + 2, month, 1))
    month_after = date(year + 1 + month // 12, month % 12 + 1, 1)
    assert dated in LINES.stale(month_after)
    undated = {line.id for line in LINES.line if line.seen == "undated"}
    assert undated <= {line.id for line in LINES.stale(date(2000, 1, 1))}


def test_an_international_directory_is_there_for_every_category() -> None:
    assert all(LINES.international(category) for category in KINDS)


def test_three_short_exercises_are_offered_and_one_leaves_the_body_alone() -> None:
    offered = CONTENT.grounding.short()
    assert [exercise.category for _, exercise in offered] == ["senses", "mind", "rest"]
    assert all(CONTENT.grounding.get(number) is exercise for number, exercise in offered)
    assert CONTENT.grounding.get(-1) is CONTENT.grounding.get(9999) is None


def test_what_somebody_has_to_know_before_a_call_is_said_and_is_short() -> None:
    lines = CONTENT.helplines.line
    reporting = [each for each in lines if "reporting line" in each.note.casefold()]
    assert reporting
    assert all("reporting line" in each.first for each in reporting)
    assert max(len(each.first) for each in lines) < 100
