"""Settings: one sentence names what is wrong, and no secret is ever shown."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import Config, WrongSetting, read_config, read_environment
from bot.keyring import new_key

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB"  # noqa: S105 - made up


def refused(**values: str) -> WrongSetting:
    """The refusal of settings; it is one sentence, on one line."""
    with pytest.raises(WrongSetting) as caught:
        read_config(values)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2
    return caught.value


def test_without_any_setting_the_defaults_are_those_of_the_handbook() -> None:
    assert read_config({}) == Config(
        token=None,
        keys=(),
        home=Path("var"),
        epochs=Path("var/epochs"),
        database_url="sqlite+aiosqlite:///var/hearth.db",
        guilds=frozenset(),
        members=False,
        contact="",
        log_level="INFO",
        log_format="text",
    )


def test_what_is_not_said_follows_the_home() -> None:
    config = read_config({"HEARTH_HOME": "/srv/hearth"})
    assert config.epochs == Path("/srv/hearth/epochs")
    assert config.database_file == Path("/srv/hearth/hearth.db")
    apart = read_config({"HEARTH_HOME": "/srv/hearth", "HEARTH_EPOCHS": "/mnt/keys"})
    assert apart.epochs == Path("/mnt/keys")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HEARTH_KEY", "not-a-key"),
        ("HEARTH_KEY", "ключ"),
        ("DATABASE_URL", "postgresql://localhost/hearth"),
        ("DATABASE_URL", "sqlite:///var/hearth.db"),
        ("DATABASE_URL", "sqlite+aiosqlite:///"),
        ("DATABASE_URL", "var/hearth.db"),
        ("HEARTH_GUILDS", "my-server"),
        ("HEARTH_GUILDS", "1, 2, three"),
        ("HEARTH_GUILDS", "-1"),
        ("HEARTH_GUILDS", "١٢٣"),
        ("HEARTH_GUILDS", "9" * 21),
        ("HEARTH_MEMBERS", "yes"),
        ("HEARTH_MEMBERS", "1"),
        ("HEARTH_LOG_LEVEL", "LOUD"),
        ("HEARTH_LOG_LEVEL", "10"),
        ("HEARTH_LOG_FORMAT", "xml"),
    ],
)
def test_a_wrong_value_stops_with_a_sentence_that_names_the_setting(name: str, value: str) -> None:
    problem = refused(**{name: value})
    assert problem.name == name
    assert str(problem).startswith(f"{name} ")
    assert len(str(problem)) > len(name) + 10


@pytest.mark.parametrize("name", ["HEARTH_MEMBERS", "HEARTH_LOG_LEVEL", "HEARTH_LOG_FORMAT"])
def test_where_there_is_a_choice_the_sentence_lists_it(name: str) -> None:
    problem = refused(**{name: "perhaps"})
    allowed = str(problem).partition("one of ")[2].split(", ")
    assert len(allowed) >= 2
    for each in allowed:
        read_config({name: each})


@given(st.text(min_size=1, max_size=60))
def test_whatever_stands_in_the_guilds_is_read_or_refused_by_name(written: str) -> None:
    try:
        config = read_config({"HEARTH_GUILDS": written})
    except WrongSetting as problem:
        name = problem.name
    else:
        name = "HEARTH_GUILDS" if all(guild >= 0 for guild in config.guilds) else "below 0"
    assert name == "HEARTH_GUILDS"


def test_guilds_stand_with_commas_or_spaces() -> None:
    assert read_config({"HEARTH_GUILDS": "1,2, 3  4,"}).guilds == {1, 2, 3, 4}


def test_words_of_choice_may_be_written_large_or_small() -> None:
    config = read_config(
        {"HEARTH_MEMBERS": "ON", "HEARTH_LOG_LEVEL": "debug", "HEARTH_LOG_FORMAT": "JSON"}
    )
    assert (config.members, config.log_level, config.log_format) == (True, "DEBUG", "json")


def test_a_refused_key_is_not_repeated() -> None:
    almost = new_key()[:-6]
    assert almost not in str(refused(HEARTH_KEY=almost))


def test_the_environment_beats_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("HEARTH_CONTACT=file\nHEARTH_MEMBERS=on\n", encoding="utf-8")
    values = read_environment({"HEARTH_CONTACT": "environment"}, file)
    assert (values["HEARTH_CONTACT"], values["HEARTH_MEMBERS"]) == ("environment", "on")


def test_an_empty_value_counts_as_unset_in_both(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("DISCORD_TOKEN=\nHEARTH_CONTACT=file\nHEARTH_HOME\n", encoding="utf-8")
    values = read_environment({"HEARTH_CONTACT": "", "HEARTH_KEY": "   "}, file)
    assert values == {"HEARTH_CONTACT": "file"}


def test_without_a_file_the_environment_is_enough(tmp_path: Path) -> None:
    assert read_environment({"A": " b "}, tmp_path / "none") == {"A": "b"}
    assert read_environment({"A": "b"}) == {"A": "b"}


def test_no_secret_stands_in_what_a_traceback_would_show() -> None:
    key = new_key()
    config = read_config(
        {"DISCORD_TOKEN": TOKEN, "HEARTH_KEY": key, "DATABASE_URL": "sqlite+aiosqlite:///s3cret"}
    )
    for shown in (repr(config), str(config), f"{config}", repr([config])):
        assert TOKEN not in shown
        assert key not in shown
        assert repr(config.keys[0]) not in shown
        assert "s3cret" not in shown


def test_what_was_read_cannot_be_changed() -> None:
    config = read_config({})
    with pytest.raises(AttributeError):
        config.token = TOKEN  # pyright: ignore[reportAttributeAccessIssue]
