"""A key lives for its week and two more, whatever the clock, the folder and the process do."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.epochs.files import KeysUnusable
from bot.epochs.grid import LENGTH, LIVING, REST, dies_at, number_at, starts_at
from bot.epochs.keeper import ClockBehind, EpochKeys, KeyDeaths
from bot.epochs.key import KeyGone, Place, unseal
from bot.ids import GuildId, UserId

NOW = datetime(2026, 11, 25, 12, 30, tzinfo=UTC)  # a Wednesday
WEEK, DAY, SECOND = timedelta(weeks=1), timedelta(days=1), timedelta(seconds=1)
HERE = Place("share.draft", 1)


@pytest.fixture
def keys(tmp_path: Path) -> EpochKeys:
    return EpochKeys(tmp_path / "epochs")


def files(tmp_path: Path) -> set[str]:
    return {path.name for path in (tmp_path / "epochs").glob("*.key")}


@given(st.datetimes(datetime(1970, 1, 1), datetime(9000, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - the zone is given beside them
def test_every_instant_lies_in_one_epoch_that_begins_on_a_monday(now: datetime) -> None:
    number = number_at(now)
    assert number >= 0
    assert starts_at(number) <= now < starts_at(number + 1)
    assert starts_at(number).weekday() == 0
    assert dies_at(number) == starts_at(number) + LENGTH + REST
    alive = [n for n in range(max(0, number - 6), number + 1) if now < dies_at(n)]
    assert alive == list(range(max(0, number - LIVING + 1), number + 1))


def test_one_week_has_one_key(keys: EpochKeys) -> None:
    monday = starts_at(number_at(NOW))
    made = keys.current(monday)
    assert keys.current(NOW) == keys.current(monday + WEEK - SECOND) == made
    assert keys.current(monday + WEEK) != made


def test_the_folder_and_the_key_are_private_and_left_out_of_backups(
    keys: EpochKeys, tmp_path: Path
) -> None:
    keys.current(NOW)
    folder = tmp_path / "epochs"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert (folder / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172")


def test_nothing_is_made_by_looking(keys: EpochKeys, tmp_path: Path) -> None:
    assert keys.living(NOW) == ()
    assert keys.destroy_due(NOW) == 0
    assert keys.next_death(NOW) is None
    assert not (tmp_path / "epochs").exists()


def test_living_keys_are_told_newest_first(keys: EpochKeys) -> None:
    made = [keys.current(NOW + week * WEEK) for week in range(5)]
    assert keys.living(NOW + 4 * WEEK) == tuple(reversed(made[2:]))


def test_a_key_opens_until_its_last_second_and_never_after(keys: EpochKeys, tmp_path: Path) -> None:
    made = keys.current(NOW)
    sealed = made.seal(HERE, b"words")
    last = made.dies_at - SECOND
    assert keys.destroy_due(last) == 0
    assert unseal(keys.living(last), HERE, sealed) == b"words"
    with pytest.raises(KeyGone):  # also where nobody has destroyed it yet
        unseal(keys.living(made.dies_at), HERE, sealed)
    assert keys.destroy_due(made.dies_at) == 1
    assert files(tmp_path) == set()
    assert keys.destroy_due(made.dies_at) == 0


def test_a_process_that_slept_through_the_day_destroys_when_it_wakes(
    keys: EpochKeys, tmp_path: Path
) -> None:
    for week in range(3):
        keys.current(NOW + week * WEEK)
    assert EpochKeys(tmp_path / "epochs").destroy_due(NOW + timedelta(days=400)) == 3
    assert files(tmp_path) == set()


def test_a_dead_key_is_overwritten_before_it_goes(keys: EpochKeys, tmp_path: Path) -> None:
    made = keys.current(NOW)
    path = tmp_path / "epochs" / f"{made.number}.key"
    other_name = tmp_path / "still-open"
    other_name.hardlink_to(path)  # the same bytes on the disk
    keys.destroy_due(made.dies_at)
    left = other_name.read_bytes()
    assert len(left) == len(made.written())
    assert not any(made.secret[at : at + 4] in left for at in range(29))


def test_a_folder_put_back_from_a_copy_brings_no_dead_key_back(
    keys: EpochKeys, tmp_path: Path
) -> None:
    old = keys.current(NOW)
    sealed = old.seal(HERE, b"words")
    shutil.copytree(tmp_path / "epochs", tmp_path / "copy")
    late = NOW + 4 * WEEK
    keys.destroy_due(late)
    shutil.copytree(tmp_path / "copy", tmp_path / "epochs", dirs_exist_ok=True)
    assert files(tmp_path) == {f"{old.number}.key"}
    assert keys.living(late) == ()
    assert keys.current(late) != old
    with pytest.raises(KeyGone):
        unseal(keys.living(late), HERE, sealed)
    assert keys.destroy_due(late) == 1
    assert files(tmp_path) == {f"{number_at(late)}.key"}


@pytest.mark.parametrize(
    "name", ["9.key", "kept.bak", "old copy of a key", "{now}.key", "99999.key"]
)
def test_a_dead_key_is_found_under_any_name(name: str, keys: EpochKeys, tmp_path: Path) -> None:
    dead = keys.current(NOW)
    late = NOW + 4 * WEEK
    keys.destroy_due(late)
    path = tmp_path / "epochs" / name.format(now=number_at(late))
    path.write_bytes(dead.written())
    assert dead not in keys.living(late)
    assert keys.destroy_due(late) == 1
    assert not path.exists()


def test_a_lost_key_of_an_earlier_week_is_not_made_again(keys: EpochKeys, tmp_path: Path) -> None:
    old = keys.current(NOW)
    new = keys.current(NOW + WEEK)
    (tmp_path / "epochs" / f"{old.number}.key").unlink()
    assert keys.living(NOW + WEEK) == (new,)
    assert keys.current(NOW + WEEK) == new


def test_a_lost_key_of_this_week_is_followed_by_another_one(
    keys: EpochKeys, tmp_path: Path
) -> None:
    first = keys.current(NOW)
    sealed = first.seal(HERE, b"words")
    (tmp_path / "epochs" / f"{first.number}.key").unlink()
    second = keys.current(NOW)
    assert second.number == first.number
    assert second.id != first.id
    person = (GuildId(1), UserId(2))
    assert second.tag(*person) != first.tag(*person)
    with pytest.raises(KeyGone):
        unseal(keys.living(NOW), HERE, sealed)


def test_a_clock_set_back_across_monday_changes_nothing(keys: EpochKeys) -> None:
    monday = starts_at(number_at(NOW) + 1)
    last_week, this_week = keys.current(monday - SECOND), keys.current(monday)
    assert keys.current(monday - SECOND) == last_week
    assert keys.living(monday - SECOND) == (this_week, last_week)


def test_a_clock_set_back_by_an_hour_makes_no_key_of_the_past(
    keys: EpochKeys, tmp_path: Path
) -> None:
    monday = starts_at(number_at(NOW))
    this_week = keys.current(monday)
    assert keys.current(monday - timedelta(hours=1)) == this_week
    assert files(tmp_path) == {f"{this_week.number}.key"}


def test_a_clock_far_behind_brings_nothing_back_and_waits(keys: EpochKeys, tmp_path: Path) -> None:
    old = keys.current(NOW)
    shutil.copytree(tmp_path / "epochs", tmp_path / "copy")
    late = NOW + 10 * WEEK
    new = keys.current(late)
    keys.destroy_due(late)
    shutil.copy(tmp_path / "copy" / f"{old.number}.key", tmp_path / "epochs")
    assert keys.living(NOW) == (new,)
    with pytest.raises(ClockBehind):
        keys.current(NOW)
    assert keys.examine(NOW).behind
    assert keys.destroy_due(NOW) == 1
    assert files(tmp_path) == {f"{new.number}.key"}
    assert keys.current(late) == new  # and once the clock is right, everything goes on


def test_a_clock_a_fortnight_behind_goes_on_with_a_key_that_lives_either_way(
    keys: EpochKeys,
) -> None:
    old = keys.current(NOW)
    new = keys.current(NOW + 2 * WEEK)
    assert keys.current(NOW) == old
    assert keys.living(NOW) == (new, old)


def test_a_clock_that_was_wrong_once_neither_blocks_nor_keeps_for_ever(
    keys: EpochKeys, tmp_path: Path
) -> None:
    wrong = NOW + timedelta(days=365 * 80)
    from_the_future = keys.current(wrong)
    for day in range(21):
        assert keys.destroy_due(NOW + day * DAY) == 0
        with pytest.raises(ClockBehind):
            keys.current(NOW + day * DAY)
    assert keys.destroy_due(NOW + 21 * DAY) == 1
    assert files(tmp_path) == set()
    assert keys.current(NOW + 21 * DAY) != from_the_future
    assert keys.destroy_due(NOW + 22 * DAY) == 0


def test_a_key_of_a_week_that_has_not_begun_is_none(keys: EpochKeys, tmp_path: Path) -> None:
    early = keys.current(NOW + 5 * WEEK)
    (tmp_path / "epochs" / "newest").unlink()
    assert keys.living(NOW) == ()
    assert keys.destroy_due(NOW) == 1
    assert keys.current(NOW + 5 * WEEK) != early


async def test_the_duty_wakes_for_the_next_death(keys: EpochKeys) -> None:
    class Later:
        at = NOW

        def now(self) -> datetime:
            return self.at

    clock = Later()
    duty = KeyDeaths(keys, clock)
    assert await duty.next_due() is None
    first, second = keys.current(NOW), keys.current(NOW + WEEK)
    clock.at = NOW + WEEK
    assert await duty.next_due() == first.dies_at
    clock.at = first.dies_at
    await duty.work()
    assert keys.living(clock.at) == (second,)
    assert await duty.next_due() == second.dies_at


def test_a_naive_instant_is_a_programming_error(keys: EpochKeys) -> None:
    with pytest.raises(TypeError):
        keys.current(NOW.replace(tzinfo=None))


def test_a_trouble_is_a_refusal_with_a_sentence() -> None:
    assert ClockBehind().key == KeysUnusable("why").key == "refusal.keys-unusable"
