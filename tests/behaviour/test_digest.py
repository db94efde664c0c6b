"""Once a week staff read how it was and what waits: once, and without a name."""

from datetime import UTC, datetime

import pytest

from bot.ids import GuildId
from bot.sections import CommunitySettings
from bot.storage.outbox import OutboxEntries
from cogs.setup.digest import DIGEST, next_digest
from tests.world import World, texts_of

WEEK = 7 * 24 * 3600


@pytest.mark.parametrize(
    ("now", "zone", "due"),
    [
        ("2026-03-02T08:59+00:00", "UTC", "2026-03-02T09:00+00:00"),
        ("2026-03-02T09:00+00:00", "UTC", "2026-03-09T09:00+00:00"),
        # Monday has begun there; and the clocks change on the Sunday before.
        ("2026-03-29T23:30+00:00", "Europe/Berlin", "2026-03-30T07:00+00:00"),
        ("2026-03-02T03:00+00:00", "America/Los_Angeles", "2026-03-02T17:00+00:00"),
    ],
)
def test_nine_on_monday_by_their_own_clock(now: str, zone: str, due: str) -> None:
    found = next_digest(datetime.fromisoformat(now), zone)
    assert found.astimezone(UTC) == datetime.fromisoformat(due)


def digests(world: World) -> list[str]:
    found = [texts_of(message) for message in world.rooms["staff"].history()]
    return [words for words in found if "Your week" in words]


async def test_it_comes_once_a_week_over_a_restart_and_names_nobody(world: World) -> None:
    june, lounge = world.people["june"], world.rooms["lounge"]
    await world.later(2 * 24 * 3600)
    await june.send(lounge, "i want to kill myself tonight")
    await world.restart()
    await world.later(WEEK)
    (first,) = digests(world)
    assert "One case was opened" in first
    assert "waits for somebody" in first
    assert "june" not in first
    assert str(june.id) not in first
    await world.later(WEEK)
    assert len(digests(world)) == 2


async def test_it_says_what_the_doctor_would(world: World) -> None:
    guild = GuildId(world.guild.id)
    await world.bot.settings.change(guild, CommunitySettings, facilitator_role=None)
    await world.later(WEEK)
    assert "No facilitators’ role" in digests(world)[0]


async def test_without_a_staff_channel_nothing_is_planned(world: World) -> None:
    guild = GuildId(world.guild.id)
    await world.bot.settings.change(guild, CommunitySettings, staff_channel=None)
    await world.later(WEEK)
    assert digests(world) == []
    async with world.bot.database.read() as tx:
        assert await OutboxEntries(tx).beginning(f"{DIGEST}:") == []
