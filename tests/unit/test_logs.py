"""What a log holds: events and ids. What it never holds: words, keys, tokens, people."""

import io
import json
import logging
from collections.abc import Iterator

import discord.gateway
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import logs
from bot.ids import UserId
from bot.keyring import new_key

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB"  # noqa: S105 - made up
WORDS = "nobody knows about my dog Biscuit"
log = logging.getLogger("hearth.test")
gateway: logging.Logger = discord.gateway._log  # noqa: SLF001 - the very logger that would write raw frames


@pytest.fixture(autouse=True)
def logging_as_it_was() -> Iterator[None]:
    """Nothing that a test does to loggers outlives it."""
    root = logging.getLogger()
    touched = [root, gateway, *(logging.getLogger(name) for name in (*logs._CAPPED, *logs._CHATTY))]  # noqa: SLF001 - to put them back
    before = [(each, each.level) for each in touched]
    handlers = root.handlers[:]
    yield
    root.handlers[:] = handlers
    for each, level in before:
        each.setLevel(level)


def written(form: str = "text", level: str = "DEBUG") -> io.StringIO:
    """A log that is written from now on."""
    stream = io.StringIO()
    logs.set_up(level, form, stream)
    return stream


def fail() -> None:
    raise ValueError(WORDS)


def test_a_line_of_text_has_moment_level_logger_event_and_values() -> None:
    stream = written()
    log.info("checkins.planned", extra={"slots": 3, "guild": 42})
    moment, level, name, event, *values = stream.getvalue().split()
    assert moment.endswith("+00:00")
    assert (level, name, event) == ("INFO", "hearth.test", "checkins.planned")
    assert values == ["slots=3", "guild=42"]


def test_a_line_of_json_has_the_same_as_fields() -> None:
    stream = written("json")
    log.warning("checkins.planned", extra={"slots": 3})
    line = json.loads(stream.getvalue())
    assert line.pop("at").endswith("+00:00")
    assert line == {
        "level": "WARNING",
        "logger": "hearth.test",
        "event": "checkins.planned",
        "slots": 3,
    }


def test_every_json_record_is_one_line_also_with_a_trace_and_line_breaks() -> None:
    stream = written("json")
    try:
        fail()
    except ValueError:
        log.exception("failed\nbadly", extra={"value": "a\nb"})
    log.info("next")
    assert [json.loads(line)["event"] for line in stream.getvalue().splitlines()] == [
        "failed\nbadly",
        "next",
    ]


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    "shape",
    ["{}", "Bot {}", "token={}", "'{}'", '{{"token": "{}"}}', "({})", "https://x.example/?k={}"],
)
def test_a_token_and_a_key_never_reach_the_output(form: str, shape: str) -> None:
    stream, key = written(form), new_key()
    for secret in (TOKEN, key):
        held = shape.format(secret)
        log.info("event.%s", held)
        log.info("event", extra={"value": held, "deep": {"list": [held]}, "raw": held.encode()})
        logging.getLogger("discord.http").warning("sent %s", {"Authorization": held})
    assert TOKEN not in stream.getvalue()
    assert key not in stream.getvalue()
    assert key.rstrip("=") not in stream.getvalue()
    assert stream.getvalue().count("[redacted]") >= 8
    assert len(stream.getvalue().splitlines()) == 6


@given(st.binary(min_size=32, max_size=32))
def test_no_key_whatever_is_written(raw: bytes) -> None:
    import base64  # noqa: PLC0415 - used here alone

    key = base64.urlsafe_b64encode(raw).decode()
    stream = written()
    log.info("key %s", key)
    assert key not in stream.getvalue()
    assert "[redacted]" in stream.getvalue()


def test_a_webhook_and_an_interaction_are_named_without_their_secret() -> None:
    stream, secret = written(), "A" * 68
    log.info("https://discord.com/api/webhooks/123/%s?wait=true", secret)
    log.info("https://discord.com/api/interactions/123/%s/callback", secret)
    assert secret not in stream.getvalue()
    assert stream.getvalue().count("[redacted]") == 2


def test_a_key_at_the_beginning_of_a_second_line_is_taken_out_of_json_too() -> None:
    stream, key = written("json"), new_key()
    log.info("event", extra={"value": f"first\n{key}"})
    assert key not in stream.getvalue()


def test_raw_frames_of_discord_are_refused_whatever_level_somebody_sets() -> None:
    stream = written()
    gateway.debug("For Shard ID %s: WebSocket Event: %s", None, {"content": WORDS})
    assert stream.getvalue() == ""
    gateway.setLevel(logging.DEBUG)
    logging.getLogger("discord").setLevel(logging.DEBUG)
    assert gateway.name == "discord.gateway"
    assert gateway.isEnabledFor(logging.DEBUG)
    gateway.debug("For Shard ID %s: WebSocket Event: %s", None, {"content": WORDS})
    assert stream.getvalue() == ""
    gateway.info("Shard ID None has connected")
    assert "has connected" in stream.getvalue()


@pytest.mark.parametrize("name", ["sqlalchemy.engine.Engine", "aiosqlite", "aiohttp.x", "simcord"])
def test_libraries_that_see_words_are_refused_below_info(name: str) -> None:
    stream = written()
    library = logging.getLogger(name)
    before = library.level
    library.setLevel(logging.DEBUG)
    try:
        library.debug("INSERT %s", WORDS)
        assert stream.getvalue() == ""
        library.warning("library.warned")
    finally:
        library.setLevel(before)
    assert "library.warned" in stream.getvalue()


def test_our_own_details_are_written_when_asked_for_and_not_otherwise() -> None:
    loud = written(level="DEBUG")
    log.debug("detail")
    quiet = written(level="WARNING")
    log.info("detail")
    gateway.info("Shard ID None has connected")
    assert "detail" in loud.getvalue()
    assert quiet.getvalue() == ""


def test_at_the_level_error_no_library_warns() -> None:
    stream = written(level="ERROR")
    logging.getLogger("sqlalchemy.pool").warning("library.warned")
    assert stream.getvalue() == ""


@pytest.mark.parametrize("form", ["text", "json"])
def test_an_error_is_told_by_its_frames_and_kind_and_not_by_its_own_words(form: str) -> None:
    stream = written(form)
    try:
        try:
            fail()
        except ValueError as first:
            raise RuntimeError(f"while keeping: {WORDS}") from first
    except RuntimeError:
        log.exception("notes.failed", stack_info=True)
    said = stream.getvalue()
    assert "Biscuit" not in said
    assert "while keeping" not in said
    assert "builtins.RuntimeError" in said
    assert "test_logs.py" in said


def test_the_frames_lead_to_the_line_that_failed() -> None:
    stream = written()
    try:
        fail()
    except ValueError:
        log.exception("notes.failed")
    line = fail.__code__.co_firstlineno + 1
    assert f"test_logs.py:{line} fail" in stream.getvalue()


def test_a_log_call_that_is_wrong_does_not_quote_its_arguments(
    capsys: pytest.CaptureFixture[str],
) -> None:
    written()
    log.info("slots=%d", WORDS)
    assert "Biscuit" not in capsys.readouterr().err


def test_a_person_has_one_name_for_this_process_that_does_not_hold_the_id() -> None:
    one, two = UserId(123456789012345678), UserId(123456789012345679)
    assert logs.person(one) == logs.person(int(one))
    assert logs.person(one) != logs.person(two)
    assert logs.person(one).startswith("p-")
    assert not {str(int(one)), format(int(one), "x")} & set(logs.person(one).split("-"))


def test_tomorrow_the_same_person_has_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    today = logs.person(UserId(7))
    monkeypatch.setattr(logs, "_SALT", b"another process's")
    assert logs.person(UserId(7)) != today


def test_one_place_only_is_written_to() -> None:
    first, second = written(), written()
    log.info("event")
    assert first.getvalue() == ""
    assert second.getvalue().count("event") == 1
