"""The program as an operator meets it: commands, exit codes, one clear line, no remains."""

import asyncio
import json
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.ids import GuildId
from bot.keyring import Keyring, new_key, read_keys
from bot.process.start import RehearsalRefused, knows_live, refuse_rehearsal
from bot.storage.communities import Communities
from bot.storage.database import Database
from bot.storage.schema import prepare
from tests.behaviour.operator_desk import Ended, hearth, inside, one_line, settings
from tests.world import config_in

NAMED = ("run", "rehearse", "doctor", "backup", "restore", "keys", "assess")
COMMANDS = ([], *([name] for name in NAMED))
# Shaped like a token, and nobody's: the process must stop before Discord is asked.
NOBODYS = "MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB"


async def live_database(file: Path, key: str, *, joined: bool = True) -> None:
    """A database as a live bot leaves it."""
    keyring = Keyring(read_keys(key))
    file.parent.mkdir(exist_ok=True)
    database = Database(f"sqlite+aiosqlite:///{file}", keyring)
    await prepare(database, keyring)
    if joined:
        async with database.write() as tx:
            await Communities(tx).meet(GuildId(42), datetime(2026, 11, 1, tzinfo=UTC))
    await database.close()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_explains_itself(tmp_path: Path, command: list[str]) -> None:
    ended = (inside if command else hearth)(tmp_path, *command, "--help")
    assert ended.code == 0
    assert ended.out.startswith(" ".join(["usage: hearth", *command]))
    assert not (tmp_path / "var").exists()


def test_a_fresh_key_can_be_used_as_it_is_printed(tmp_path: Path) -> None:
    first, second = hearth(tmp_path, "keys", "new"), hearth(tmp_path, "keys", "new")
    assert (first.code, first.err) == (0, "")
    assert len(read_keys(first.out)) == 1
    assert first.out != second.out
    doctor = inside(tmp_path, "doctor", HEARTH_KEY=first.out)
    assert "ok   key: 1 from HEARTH_KEY" in doctor.out


@pytest.mark.parametrize("command", ["run", "rehearse", "doctor"])
def test_a_wrong_setting_stops_with_one_line_that_names_it(tmp_path: Path, command: str) -> None:
    ended = inside(tmp_path, command, HEARTH_MEMBERS="perhaps")
    assert ended.code == 2
    assert one_line(ended).startswith("hearth: HEARTH_MEMBERS ")
    assert not (tmp_path / "var").exists()


def test_a_setting_of_the_file_is_read_and_the_environment_beats_it(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("HEARTH_LOG_FORMAT=xml\n", encoding="utf-8")
    assert "HEARTH_LOG_FORMAT" in one_line(inside(tmp_path, "doctor"))
    assert inside(tmp_path, "doctor", HEARTH_LOG_FORMAT="json").code == 0


def test_a_rehearsal_does_not_open_by_itself_where_nobody_sits(tmp_path: Path) -> None:
    ended = hearth(tmp_path, "run")
    assert ended.code == 9
    assert "DISCORD_TOKEN" in one_line(ended)
    assert not (tmp_path / "var").exists()


async def test_a_rehearsal_does_not_open_over_a_live_community(tmp_path: Path) -> None:
    config = config_in(tmp_path)
    refuse_rehearsal(config, terminal=True)
    file = config.home / "hearth.db"
    await live_database(file, new_key(), joined=False)
    refuse_rehearsal(config, terminal=True)
    assert not knows_live(file)
    file.unlink()
    await live_database(file, new_key())
    assert knows_live(file)
    with pytest.raises(RehearsalRefused, match="live community") as caught:
        refuse_rehearsal(config, terminal=True)
    assert caught.value.exit_code == 9


@pytest.mark.parametrize(
    ("content", "start"),
    [(b"not a database at all\n" * 300, hearth), (b"SQLite format 3\0", inside)],
)
def test_a_file_that_is_no_database_stops_the_start_and_keeps_every_byte(
    tmp_path: Path, content: bytes, start: Callable[..., Ended]
) -> None:
    file = tmp_path / "var" / "hearth.db"
    file.parent.mkdir()
    file.write_bytes(content)
    ended = start(tmp_path, "run", DISCORD_TOKEN=NOBODYS, HEARTH_KEY=new_key())
    assert ended.code == 6
    assert "Nothing was changed" in one_line(ended)
    assert file.read_bytes() == content
    assert NOBODYS not in ended.err + ended.out


def test_another_key_stops_the_start_before_discord_is_asked(tmp_path: Path) -> None:
    asyncio.run(live_database(tmp_path / "var" / "hearth.db", new_key()))
    ended = inside(tmp_path, "run", DISCORD_TOKEN=NOBODYS, HEARTH_KEY=new_key())
    assert ended.code == 5
    assert "HEARTH_KEY" in one_line(ended)
    without = inside(tmp_path, "run", DISCORD_TOKEN=NOBODYS)
    assert without.code == 5
    assert not (tmp_path / "var" / "key").exists()


def test_the_doctor_is_content_with_a_fresh_home_and_changes_nothing(tmp_path: Path) -> None:
    ended = inside(tmp_path, "doctor")
    assert (ended.code, ended.err) == (0, "")
    assert all(line.startswith("ok   ") for line in ended.out.splitlines())
    assert "ok   backups: none yet" in ended.out
    assert len(ended.out.splitlines()) >= 6
    assert not (tmp_path / "var").exists()


def doctor_over(folder: Path, made_with: str, key_file: str | None, **values: str) -> Ended:
    home = folder / "var"
    asyncio.run(live_database(home / "hearth.db", made_with))
    if key_file is not None:
        (home / "key").write_text(key_file, encoding="utf-8")
        (home / "key").chmod(0o600)
    return inside(folder, "doctor", **values)


def test_the_doctor_opens_the_database_with_the_key(tmp_path: Path) -> None:
    key = new_key()
    ended = doctor_over(tmp_path, key, key)
    assert ended.code == 0, ended.out
    assert "opens with the key" in ended.out
    (tmp_path / "var" / "key").chmod(0o644)
    open_to_all = inside(tmp_path, "doctor")
    assert open_to_all.code == 1
    assert "FAIL key: others on this machine can read" in open_to_all.out


def test_the_doctor_notices_a_key_that_does_not_open_the_database(tmp_path: Path) -> None:
    ended = doctor_over(tmp_path, new_key(), None, HEARTH_KEY=new_key())
    assert (ended.code, ended.err) == (1, "")
    assert "FAIL database: the key does not open the database" in ended.out


@pytest.mark.parametrize("key_file", [None, "", "not a key", "ключ"])
def test_the_doctor_survives_a_key_file_that_is_missing_or_spoilt(
    tmp_path: Path, key_file: str | None
) -> None:
    ended = doctor_over(tmp_path, new_key(), key_file)
    assert (ended.code, ended.err) == (1, "")
    assert "FAIL" in ended.out


def test_the_doctor_names_a_database_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "hearth.db").write_bytes(b"not a database" * 200)
    ended = inside(tmp_path, "doctor")
    assert (ended.code, ended.err) == (1, "")
    assert "FAIL database" in ended.out


def test_a_settings_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("HEARTH_CONTACT=Grüße\n".encode("latin-1"))
    assert ".env" in one_line(inside(tmp_path, "doctor"))


def test_a_port_in_use_is_named_and_nothing_is_begun(tmp_path: Path) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        port = str(held.getsockname()[1])
        ended = hearth(tmp_path, "rehearse", "--no-browser", "--port", port)
    assert ended.code == 7
    assert port in one_line(ended)
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_port_that_no_machine_has_is_refused_in_one_line(tmp_path: Path) -> None:
    ended = hearth(tmp_path, "rehearse", "--no-browser", "--port", "99999")
    assert "Traceback" not in ended.err
    assert "99999" in ended.err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_rehearsal_says_where_it_is_and_ends_cleanly_when_told(
    tmp_path: Path, number: signal.Signals
) -> None:
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "bot", "rehearse", "--no-browser", "--port", "0"],
        cwd=tmp_path,
        env=settings(tmp_path),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            assert process.stdout is not None
            ready, _, _ = select.select([process.stdout], [], [], 25)
            assert ready
            first = process.stdout.readline().decode()
            assert "http://127.0.0.1:" in first
            assert len(list((tmp_path / "tmp").iterdir())) == 1
            process.send_signal(number)
            rest, errors = process.communicate(timeout=10)
        finally:
            process.kill()
    assert process.returncode == 0, errors.decode()
    assert b"closing" in rest
    assert b"Traceback" not in errors
    assert list((tmp_path / "tmp").iterdir()) == []
    assert not (tmp_path / "var").exists()


def test_assess_answers_every_line_in_its_place(tmp_path: Path) -> None:
    odd = [b"", b"x", b"[]", b"null", b"7", b'"text"', b"{}", b'{"text": 5}', b'{"text": null}',
           b"\xff\xfe", b"[" * 100_000, b'{"text": "\\ud800"}', b'{"text": ""}']  # fmt: skip
    odd += [b'{"text": "good morning"}', json.dumps({"text": "a" * 100_000}).encode()]
    ended = hearth(tmp_path, "assess", said=b"\n".join([*odd, b'{"text": "I want to die"}']))
    assert (ended.code, ended.err) == (0, "")
    answers = [json.loads(line) for line in ended.out.splitlines()]
    assert len(answers) == len(odd) + 1
    assert [sorted(each) for each in answers[:11]] == [["error"]] * 11
    assert [each["level"] for each in answers[11:-1]] == ["none"] * 4
    assert answers[-1]["level"] != "none"
    assert answers[-1]["category"] == "suicide"
