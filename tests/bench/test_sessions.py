"""What sessions cost does not grow with how many series there are: 100 and 10,000 in one run.

A beat with nothing due (the clockwork and the mirror of posts), and the step from one meeting of a
series to its next date.
"""

import asyncio
import time
from collections.abc import Callable, Generator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from bot.keyring import Keyring
from bot.services.courier import Parcel, Posted
from bot.services.people import People
from bot.services.settings import Settings
from bot.storage.database import Database
from bot.storage.schema import prepare
from cogs.sessions.domain.steps import Step
from cogs.sessions.service.mirror import Mirror
from cogs.sessions.store.meeting import MeetingState
from cogs.sessions.store.plans import Sessions, SessionState
from cogs.sessions.store.tables import MeetingRow, SessionRow
from tests.fakes import FakeClock
from tests.store.session_house import GUILD, PLAN, FakeRooms, House, services, starts

FEW, MANY = 100, 10_000
STEEPEST = 3  # a scan would make it a hundred
FAR = starts(24 * 30)


class Village:
    """A file with many series, and one whose dates come and go."""

    def __init__(self, path: Path, series: int) -> None:
        keyring, self._clock = Keyring([b"k" * 32]), FakeClock()
        self._loop = asyncio.Runner()
        self._database = Database(f"sqlite+aiosqlite:///{path}", keyring)
        self._loop.run(prepare(self._database, keyring))
        people = People(self._database, self._clock)
        self._loop.run(people.meet(GUILD))
        self._house: House = services(self._database, self._clock, FakeRooms(), people)
        settings = Settings(self._database)
        self._mirror = Mirror(self._database, settings, self._clock, _nothing_changed)
        self._number = self._loop.run(self._house.planned(PLAN.but(repeat="FREQ=DAILY"))).id
        self._loop.run(self._fill(series))
        self.beat()

    def beat(self) -> None:
        self._loop.run(self._beat())

    def next_date(self) -> date:
        """The next date is left out, and the series finds the one after it."""
        return self._loop.run(self._skip())

    def close(self) -> None:
        self._loop.run(self._database.close())
        self._loop.close()

    async def _beat(self) -> None:
        await self._house.clockwork.work()
        await self._mirror.work()
        await self._house.clockwork.next_due()

    async def _skip(self) -> date:
        meeting = (await self._house.coming.view(GUILD, self._number)).meeting
        assert meeting is not None
        await self._house.planning.skip(GUILD, self._number, meeting.day)
        await self._house.clockwork.work()
        there = (await self._house.coming.view(GUILD, self._number)).meeting
        assert there is not None
        assert there.day == meeting.day + timedelta(days=1)
        return there.day

    async def _fill(self, series: int) -> None:
        plan, numbers = PLAN.model_dump(mode="json"), range(1000, 1000 + series)
        async with self._database.write() as tx:
            # What the one series has changed is drawn already.
            for each in await Sessions(tx).stale(5):
                await Sessions(tx).shown(each)
            await tx.execute(
                insert(SessionRow),
                [
                    {"id": each, "guild_id": 100 + each % 50, "state": SessionState.LIVE,
                     "version": 1, "plan": plan, "stale": 0, "cards": 0}
                    for each in numbers
                ],
            )  # fmt: skip
            await tx.execute(insert(MeetingRow), [_meeting(each) for each in numbers])


def _meeting(number: int) -> dict[str, object]:
    return {
        "session_id": number, "guild_id": 100 + number % 50, "day": FAR.date(), "missed": 0,
        "starts_at": FAR, "ends_at": FAR, "kept_until": FAR, "due": FAR, "stale": 0, "tries": 0,
        "state": MeetingState.PLANNED, "step": Step.DAY, "version": 0, "host_seen": False,
        "started": False,
    }  # fmt: skip


async def _nothing_changed(parcel: Parcel, posted: Posted) -> bool:
    raise AssertionError("nothing has changed")


@pytest.fixture(scope="module")
def villages(tmp_path_factory: pytest.TempPathFactory) -> Generator[tuple[Village, Village]]:
    pair = tuple(Village(tmp_path_factory.mktemp("s") / "hearth.db", each) for each in (FEW, MANY))
    yield pair[0], pair[1]
    for village in pair:
        village.close()


def ratio(few: Callable[[], object], many: Callable[[], object], rounds: int) -> float:
    """How much dearer the second is at its best; taken in turns, in the same weather."""

    def cost(act: Callable[[], object]) -> float:
        began = time.perf_counter()
        act()
        return time.perf_counter() - began

    pairs = [(cost(few), cost(many)) for _ in range(rounds)]
    return min(b for _, b in pairs) / min(a for a, _ in pairs)


def test_a_beat_costs_the_same_with_a_hundred_times_as_many_series(
    villages: tuple[Village, Village],
) -> None:
    few, many = villages
    found = ratio(few.beat, many.beat, 30)
    print(f"\na beat: {MANY} series cost {found:.2f} times what {FEW} cost")  # noqa: T201 - the figure
    assert found < STEEPEST


def test_the_next_date_costs_the_same_with_a_hundred_times_as_many_series(
    villages: tuple[Village, Village],
) -> None:
    few, many = villages
    found = ratio(few.next_date, many.next_date, 20)
    print(f"\nthe next date: {MANY} series cost {found:.2f} times what {FEW} cost")  # noqa: T201 - the figure
    assert found < STEEPEST
