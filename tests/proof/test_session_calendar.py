"""The long form of recurrence: every IANA zone, and the line under thousands of presses."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.keyring import Keyring
from bot.services.people import People
from bot.storage.database import Database
from bot.storage.schema import prepare
from cogs.sessions.domain.ics import Entry, calendar
from cogs.sessions.domain.plan import (
    Plan,
    every_weeks,
    monthly_by_date,
    monthly_by_weekday,
    occurrences,
)
from tests.fakes import FakeClock
from tests.store.conftest import KEY, address
from tests.store.session_crowd import crowd
from tests.store.session_house import GUILD, FakeRooms, House, services
from tests.unit.sessions.test_calendar import NOW, ZONES, read_back, walked

# Around both changes of clocks of both halves of the world, and where a month ends.
FIRSTS = [date(2026, 3, 27), date(2026, 9, 25), date(2026, 10, 30), date(2027, 1, 31)]
CLOCKS = [time(0, 30), time(1, 30), time(2, 30), time(19)]


PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
def test_every_zone_agrees_with_a_walk_over_the_days_and_with_the_file(part: int) -> None:
    for zone in ZONES[part::PARTS]:
        plans = [_changed(_repeating(zone, first, which)) for first in FIRSTS for which in range(4)]
        expected = [[at for at, _ in walked(plan, 450)] for plan in plans]
        for plan, dates in zip(plans, expected, strict=True):
            after = dates[0] - timedelta(days=2)
            assert [each.at for each in occurrences(plan, after, len(dates))] == dates, plan
        entries = [Entry(1, number, 3, plan) for number, plan in enumerate(plans)]
        found = read_back(calendar(entries, "Meeting", NOW))
        for plan, dates, read in zip(plans, expected, found, strict=True):
            assert read[: len(dates)] == dates, plan


def _repeating(zone: str, first: date, which: int) -> Plan:
    repeats = every_weeks(1), every_weeks(3), monthly_by_weekday(first), monthly_by_date(first)
    return Plan(start=datetime.combine(first, CLOCKS[which]), zone=zone, repeat=repeats[which])


def _changed(plan: Plan) -> Plan:
    """The second date is left out, the third moves to the next night."""
    dates = walked(plan, 120)
    skipped, moved = dates[1][1], dates[2][1]
    night = datetime.combine(moved + timedelta(days=1), time(2, 30))
    return plan.but(skipped=frozenset([skipped]), moved={moved: night})


async def test_the_line_stays_fair_over_thousands_of_presses(tmp_path: Path) -> None:
    keyring = Keyring([KEY])
    database = Database(address(tmp_path / "hearth.db"), keyring)
    await prepare(database, keyring)
    clock, rooms = FakeClock(), FakeRooms()
    people = People(database, clock)
    await people.meet(GUILD)

    def reborn() -> House:
        return services(database, clock, rooms, people)

    assert await crowd(reborn(), reborn, people, 3000, seed=1) > 200
    await database.close()
