"""Whatever lies in the folder or happens to the disk: a kind refusal or nothing, never a crash."""

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.epochs.files import MAKING, KeysUnusable, locked
from bot.epochs.grid import number_at
from bot.epochs.keeper import EpochKeys
from bot.epochs.key import new_key

NOW = datetime(2026, 11, 25, 12, 30, tzinfo=UTC)
THIS = number_at(NOW)
LATE = NOW + timedelta(weeks=4)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "epochs"
    path.mkdir(mode=0o700)
    return path


def failing(monkeypatch: pytest.MonkeyPatch, name: str, code: int, when: str = "") -> None:
    """From now on this call of the system fails wherever its argument's name has `when` in it."""
    real: Callable[..., Any] = getattr(os, name)

    def fail(*args: Any, **named: Any) -> Any:
        if when in str(args[0]):
            raise OSError(code, os.strerror(code))
        return real(*args, **named)

    monkeypatch.setattr(os, name, fail)


def as_nothing(path: Path) -> None:
    path.write_bytes(b"")


def as_half(path: Path) -> None:
    path.write_bytes(new_key(THIS).written()[:40])


def as_zeros(path: Path) -> None:
    path.write_bytes(bytes(len(new_key(THIS).written())))


def as_too_much(path: Path) -> None:
    path.write_bytes(new_key(THIS).written() * 100)


def as_another_week(path: Path) -> None:
    path.write_bytes(new_key(THIS - 2).written())


def as_link(path: Path) -> None:
    elsewhere = path.parent.parent / "elsewhere"
    elsewhere.write_bytes(new_key(THIS).written())
    path.symlink_to(elsewhere)


def as_broken_link(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere")


def as_pipe(path: Path) -> None:
    os.mkfifo(path)


STRANGE = [
    as_nothing,
    as_half,
    as_zeros,
    as_too_much,
    as_another_week,
    as_link,
    as_broken_link,
    as_pipe,
]


@pytest.mark.parametrize("put", STRANGE)
def test_what_is_no_key_is_never_used_and_makes_room_for_one(
    put: Callable[[Path], None], folder: Path
) -> None:
    put(folder / f"{THIS}.key")
    keys = EpochKeys(folder)
    assert keys.living(NOW) == ()
    keys.destroy_due(NOW)
    made = keys.current(NOW)
    assert made.number == THIS
    assert keys.living(NOW) == (made,)
    assert EpochKeys(folder).current(NOW) == made


@pytest.mark.parametrize("put", STRANGE)
def test_what_is_no_key_of_an_earlier_week_is_passed_over(
    put: Callable[[Path], None], folder: Path
) -> None:
    put(folder / f"{THIS - 1}.key")
    keys = EpochKeys(folder)
    made = keys.current(NOW)
    assert keys.living(NOW) == (made,)
    assert keys.next_death(NOW) is not None
    keys.destroy_due(LATE)
    assert keys.living(LATE) == ()


def test_a_link_of_a_dead_week_does_no_harm_to_what_it_points_at(
    folder: Path, tmp_path: Path
) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"x" * 71)
    (folder / "100.key").symlink_to(precious)
    (folder / f"{THIS}.key").symlink_to(precious)
    keys = EpochKeys(folder)
    keys.destroy_due(NOW)
    keys.current(NOW)
    assert precious.read_bytes() == b"x" * 71


def test_what_belongs_to_somebody_else_stays(folder: Path) -> None:
    others = [
        "notes.txt",
        "100.key.txt",
        "０.key",
        "-5.key",
        "key",
        ".key",
        "123456.key",
        ".hidden",
    ]
    for name in others:
        (folder / name).write_bytes(b"y" * 71)
    (folder / "7.key").mkdir()
    (folder / "sub").mkdir()
    keys = EpochKeys(folder)
    keys.current(NOW)
    keys.destroy_due(LATE)
    assert {path.name for path in folder.iterdir()} >= {*others, "7.key", "sub"}


def test_a_folder_in_the_keys_place_is_named_and_stays(folder: Path) -> None:
    (folder / f"{THIS}.key").mkdir()
    with pytest.raises(KeysUnusable) as told:
        EpochKeys(folder).current(NOW)
    assert f"{THIS}.key" in told.value.why


def test_a_file_in_the_folders_place_is_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "epochs").write_text("hello")
    keys = EpochKeys(tmp_path / "epochs")
    for ask in (keys.current, keys.living, keys.destroy_due, keys.examine):
        with pytest.raises(KeysUnusable):
            ask(NOW)


@pytest.mark.parametrize("step", ["open", "write", "fsync", "rename", "mkdir"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO])
def test_a_full_or_sick_disk_is_a_refusal_and_leaves_nothing_half_made(
    step: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = EpochKeys(tmp_path / "epochs")
    with monkeypatch.context() as patch:
        failing(patch, step, code)
        with pytest.raises(KeysUnusable):
            keys.current(NOW)
    left = list((tmp_path / "epochs").glob("*")) if (tmp_path / "epochs").exists() else []
    assert not [path for path in left if path.name.startswith(MAKING)]
    assert keys.current(NOW) == keys.current(NOW)


def test_a_disk_with_room_for_half_a_key_leaves_no_half(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, room = os.write, [40]  # the mark, and half of the key

    def write(fd: int, content: bytes) -> int:
        if not room[0]:
            raise OSError(errno.ENOSPC, "full")
        written = real(fd, content[: room[0]])
        room[0] -= written
        return written

    keys = EpochKeys(folder)
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", write)
        for _ in range(3):
            with pytest.raises(KeysUnusable):
                keys.current(NOW)
            room[0] = 30
    assert not list(folder.glob("*.key"))
    assert keys.current(NOW).number == THIS
    keys.destroy_due(NOW)
    assert not list(folder.glob(f"{MAKING}*"))


def test_a_key_that_cannot_be_read_is_not_taken_for_missing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = EpochKeys(folder)
    made = keys.current(NOW)
    with monkeypatch.context() as patch:
        failing(patch, "open", errno.EACCES, ".key")
        for ask in (keys.current, keys.living):
            with pytest.raises(KeysUnusable):
                ask(NOW)
        assert keys.destroy_due(NOW) == 0
    assert keys.living(NOW) == (made,)


def test_a_dead_key_that_cannot_be_overwritten_goes_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    keys = EpochKeys(folder)
    keys.current(NOW)
    failing(monkeypatch, "open", errno.EACCES, ".key")
    assert keys.destroy_due(LATE) == 1
    assert not list(folder.glob("*.key"))
    assert "epochs.not_overwritten" in caplog.text


def test_one_that_cannot_be_removed_stops_no_other_and_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = EpochKeys(folder)
    stuck, other = keys.current(NOW), keys.current(NOW + timedelta(weeks=1))
    with monkeypatch.context() as patch:
        failing(patch, "unlink", errno.EROFS, f"{stuck.number}.key")
        with pytest.raises(KeysUnusable):
            keys.destroy_due(LATE + timedelta(weeks=1))
        assert not (folder / f"{other.number}.key").exists()
        assert keys.next_death(LATE + timedelta(weeks=1)) is None  # no beat for what cannot be
        assert keys.examine(LATE + timedelta(weeks=1)).overdue == 1
    assert keys.destroy_due(LATE + timedelta(weeks=1)) == 1


def test_a_full_disk_stops_no_death(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = EpochKeys(folder)
    keys.current(NOW)
    (folder / ".lock").unlink()
    failing(monkeypatch, "open", errno.ENOSPC, ".lock")
    with pytest.raises(KeysUnusable):  # the newest week could not be noted
        keys.destroy_due(LATE)
    assert not list(folder.glob("*.key"))


@pytest.mark.parametrize(
    "mark", [b"", b"\xff\x00", b"-1", b"99999999999999999999", b"1 x", b"x" * 9000]
)
def test_a_broken_mark_is_no_mark(mark: bytes, folder: Path) -> None:
    (folder / "newest").write_bytes(mark)
    keys = EpochKeys(folder)
    made = keys.current(NOW)
    keys.destroy_due(NOW)
    assert keys.living(NOW) == (made,)
    assert (folder / "newest").read_bytes() == b"%d\n" % THIS


def test_a_folder_held_by_a_stopped_process_is_a_refusal(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.epochs.files._PATIENCE", 0.05)
    keys = EpochKeys(folder)
    with locked(folder), pytest.raises(KeysUnusable):
        keys.current(NOW)
    assert keys.current(NOW).number == THIS


def test_the_doctor_is_told_what_is_wrong(folder: Path) -> None:
    keys = EpochKeys(folder)
    keys.current(NOW)
    well = keys.examine(NOW)
    assert (well.living, well.overdue, well.behind, well.others_can_read) == (1, 0, False, False)
    folder.chmod(0o750)
    ill = keys.examine(LATE)
    assert (ill.living, ill.overdue, ill.others_can_read) == (0, 1, True)
    assert list(folder.glob("*.key")), "the doctor changes nothing"
